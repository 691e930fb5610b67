"""Sentences of our own and the supplies they state; with sentences that state none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.facts.told import told

if TYPE_CHECKING:
    from kb.tokens import Doc

CASES: list[tuple[str, list[tuple[str, str | None, str, str]]]] = [
    ("Iran supplied Sudan with drones.", [("Iran", "Sudan", "drones", "delivered")]),
    ("Germany delivered 18 tanks to Ukraine.", [("Germany", "Ukraine", "18 tanks", "delivered")]),
    ("Japan gave Vietnam six patrol boats.", [("Japan", "Vietnam", "six patrol boats", "delivered")]),
    ("Qatar will send gas to Pakistan.", [("Qatar", "Pakistan", "gas", "planned")]),
    ("Australia pledged $50 million to Tonga.", [("Australia", "Tonga", "$50 million", "planned")]),
    ("Turkey sold drones to Ethiopia.", [("Turkey", "Ethiopia", "drones", "delivered")]),
    ("The World Bank lent Kenya $1 billion.", [("World Bank", "Kenya", "$1 billion", "delivered")]),
    (
        "Washington suspended military aid to Rwanda.",
        [("United States", "Rwanda", "military aid", "stopped")],
    ),
    ("Russia offered wheat to Lebanon.", [("Russia", "Lebanon", "wheat", "offered")]),
    ("Niger received a batch of drones from Turkey.", [("Turkey", "Niger", "batch of drones", "delivered")]),
    ("Russian gas supplies to Moldova were halted.", [("Russia", "Moldova", "gas", "stopped")]),
    (
        "Cuba has provided doctors and vaccines to Venezuela.",
        [("Cuba", "Venezuela", "doctors", "delivered"), ("Cuba", "Venezuela", "vaccines", "delivered")],
    ),
    (
        "Libya was equipped by Italy with patrol boats.",
        [("Italy", "Libya", "patrol boats", "delivered")],
    ),
    ("Norway is funding a school in Malawi.", [("Norway", "school in Malawi", "funding", "ongoing")]),
    (
        "Poland bought 250 tanks from the United States.",
        [("United States", "Poland", "250 tanks", "delivered")],
    ),
    ("Belarus allegedly shipped rifles to Sudan.", [("Belarus", "Sudan", "rifles", "alleged")]),
    ("Kenya was accused of sending weapons to Somalia.", [("Kenya", "Somalia", "weapons", "alleged")]),
    ("China's loans to Zambia exceed $6 billion.", [("China", "Zambia", "loans", "ongoing")]),
    ("Rwanda-backed rebels seized the town.", []),
    ("Armenia denied supplying weapons to Iran.", [("Armenia", "Iran", "weapons", "alleged")]),
    ("Tonga was given water by Fiji.", [("Fiji", "Tonga", "water", "delivered")]),
    ("Kenya announced $20 million in aid to Malawi.", [("Kenya", "Malawi", "$20 million in aid", "planned")]),
    ("Israel cut off electricity to Gaza.", [("Israel", "Gaza", "electricity", "stopped")]),
    ("Most of Moldova's gas comes from Russia.", [("Russia", "Moldova", "gas", "ongoing")]),
    ("Fuel from Algeria reached Tunisia on Monday.", [("Algeria", "Tunisia", "Fuel", "delivered")]),
    ("India's imports of Russian oil rose in May.", [("Russia", "India", "oil", "ongoing")]),
    ("China is the largest supplier of weapons to Laos.", [("China", "Laos", "weapons", "ongoing")]),
    (
        "Lebanon received 25 ambulances donated by France.",
        [("France", "Lebanon", "25 ambulances", "delivered")],
    ),
    (
        "MSF teams are treating cholera patients in Goma.",
        [("MSF", "cholera patients", "treatment", "ongoing")],
    ),
    (
        "The Red Crescent vaccinated 9,000 children in Aden.",
        [("Red Crescent", "9,000 children", "vaccines", "delivered")],
    ),
    ("CARE will feed 20,000 refugees in Chad.", [("CARE", "20,000 refugees", "food", "planned")]),
    ("Kenya promised Malawi $3 million to rebuild schools.", [("Kenya", "Malawi", "$3 million", "planned")]),
    (
        "The ministry designated the firm for selling rockets to Hezbollah.",
        [("firm", "Hezbollah", "rockets", "delivered")],
    ),
    (
        "A convoy of the Red Cross brought blankets to villages in Idlib.",
        [("Red Cross", "villages in Idlib", "blankets", "delivered")],
    ),
    (
        "President Ana Costa of Peru announced $4 million in aid for Haiti.",
        [("Peru", "Haiti", "$4 million in aid", "planned")],
    ),
    (
        "Mali, which wants to sell tents to Chad, is poor.",
        [("Mali", "Chad", "tents", "planned")],
    ),
    (
        "Canada is contributing $12 million to the World Food Programme.",
        [("Canada", "World Food Programme", "$12 million", "ongoing")],
    ),
    (
        "The European Commission has released 20 million euros in emergency aid for Bangladesh.",
        [("European Commission", "Bangladesh", "20 million euros in emergency aid", "delivered")],
    ),
    (
        "China has donated 300,000 doses of its vaccine to Zimbabwe.",
        [("China", "Zimbabwe", "300,000 doses of its vaccine", "delivered")],
    ),
    (
        "Two planes carrying 40 tonnes of relief supplies from Qatar landed in Khartoum on Friday.",
        [("Qatar", "Khartoum", "40 tonnes of relief supplies", "delivered")],
    ),
    (
        "A Turkish ship loaded with flour and tents docked in the Libyan port of Benghazi.",
        [("Turkey", "Benghazi", "flour", "delivered"), ("Turkey", "Benghazi", "tents", "delivered")],
    ),
    ("Iran is shipping fuel to Hezbollah, Israel says.", [("Iran", "Hezbollah", "fuel", "ongoing")]),
    (
        "Tehran has been accused of arming the Houthis with ballistic missiles.",
        [("Iran", "Houthis", "ballistic missiles", "alleged")],
    ),
    (
        "Rwanda backs the M23 rebels with troops and weapons, UN experts say.",
        [("Rwanda", "M23 rebels", "troops", "ongoing"), ("Rwanda", "M23 rebels", "weapons", "ongoing")],
    ),
    (
        "The World Food Programme has delivered food to more than 200,000 people in Darfur since April.",
        [("World Food Programme", "more than 200,000 people in Darfur", "food", "delivered")],
    ),
    (
        "Norway's contribution of 50 million kroner will help refugees in Lebanon.",
        [("Norway", "refugees in Lebanon", "50 million kroner", "delivered")],
    ),
    (
        "The IMF approved a $2.9 billion loan for Sri Lanka.",
        [("IMF", "Sri Lanka", "$2.9 billion loan", "planned")],
    ),
    (
        "Moscow agreed to sell S-400 air defence systems to India.",
        [("Russia", "India", "S-400 air defence systems", "planned")],
    ),
    (
        "Poland has handed over its entire fleet of MiG-29s to Ukraine.",
        [("Poland", "Ukraine", "MiG-29s", "delivered")],
    ),
    (
        "The Pentagon announced a $250 million arms package for Ukraine.",
        [("United States", "Ukraine", "$250 million arms package", "planned")],
    ),
    (
        "The Dutch government said it would train Ukrainian pilots and send F-16s to Kyiv.",
        [("Netherlands", "Ukraine", "F-16s", "planned")],
    ),
    (
        "France agreed to lend Lebanon 150 million euros.",
        [("France", "Lebanon", "150 million euros", "planned")],
    ),
    (
        "South Korea is to export 48 light fighters to Poland.",
        [("South Korea", "Poland", "48 light fighters", "delivered")],
    ),
    (
        "The State Department approved the possible sale of Javelin missiles to Bulgaria.",
        [("State Department", "Bulgaria", "Javelin missiles", "planned")],
    ),
    (
        "Saudi Arabia deposited $2 billion in the central bank of Pakistan.",
        [("Saudi Arabia", "central bank of Pakistan", "$2 billion", "delivered")],
    ),
    (
        "Germany is Ukraine's second largest supplier of weapons.",
        [("Germany", "Ukraine", "weapons", "ongoing")],
    ),
    ("Uganda imports most of its fuel from Kenya.", [("Kenya", "Uganda", "fuel", "ongoing")]),
    (
        "Russia, which provides about 40 percent of Turkey's gas, threatened to raise prices.",
        [("Russia", "Turkey", "gas", "ongoing")],
    ),
    (
        "A British donation of 20,000 blankets arrived in Kabul on Sunday.",
        [("United Kingdom", "Kabul", "20,000 blankets", "delivered")],
    ),
    (
        "The Red Cross is distributing water purification tablets in Manila.",
        [("Red Cross", "Manila", "water purification tablets", "ongoing")],
    ),
    (
        "The company said it had shipped 15 tonnes of medicines to Ukraine.",
        [("company", "Ukraine", "15 tonnes of medicines", "delivered")],
    ),
    (
        "Microsoft donated $5 million to the Red Cross for victims of the earthquake in Nepal.",
        [("Microsoft", "Red Cross", "$5 million", "delivered")],
    ),
    ("Cuba sent 200 doctors to Angola.", [("Cuba", "Angola", "200 doctors", "delivered")]),
    (
        "The Asian Development Bank said on Monday it would give Bhutan a grant of $25 million.",
        [("Asian Development Bank", "Bhutan", "grant of $25 million", "planned")],
    ),
    (
        "Washington froze $130 million in military aid to Egypt over human rights concerns.",
        [("United States", "Egypt", "$130 million in military aid", "stopped")],
    ),
    ("Gazprom halted gas deliveries to Bulgaria in April.", [("Gazprom", "Bulgaria", "gas", "stopped")]),
    (
        "Sweden pledged new artillery to Ukraine at a meeting in Ramstein.",
        [("Sweden", "Ukraine", "new artillery", "planned")],
    ),
    (
        "Donors meeting in Paris promised more than $2 billion for Sudan.",
        [("Donors meeting in Paris", "Sudan", "more than $2 billion", "planned")],
    ),
    (
        "Kuwait has given $30 million towards the reconstruction of Mosul.",
        [("Kuwait", "Mosul", "$30 million", "delivered")],
    ),
    (
        "With funding from the United Kingdom, the agency vaccinated 20,000 children in Somaliland.",
        [("United Kingdom", "agency", "funding", "delivered")],
    ),
    (
        "A shipment of 30 ambulances donated by Japan was handed over to the Iraqi health ministry.",
        [("Japan", "Iraqi health ministry", "30 ambulances", "delivered")],
    ),
    (
        "Italy will host a field hospital for wounded Palestinians and fly out medicines to Rafah.",
        [("Italy", "Rafah", "medicines", "planned")],
    ),
    (
        "Iraq received the first six of 34 F-16 jets it ordered from the United States.",
        [("United States", "Iraq", "first six of 34 F-16 jets", "delivered")],
    ),
    (
        "Weapons from Libya have flowed to insurgents in Mali.",
        [("Libya", "insurgents in Mali", "Weapons", "delivered")],
    ),
    (
        "Pyongyang shipped thousands of containers of munitions to Russia, Seoul's spy agency said.",
        [("North Korea", "Russia", "thousands of containers of munitions", "delivered")],
    ),
    (
        "The Global Fund has invested $400 million in the fight against malaria in Nigeria.",
        [("Global Fund", "Nigeria", "$400 million", "delivered")],
    ),
    (
        "The U.S. Agency for International Development airlifted 35 tons of plastic sheeting to Haiti.",
        [("U.S. Agency for International Development", "Haiti", "35 tons of plastic sheeting", "delivered")],
    ),
    (
        "This funding will enable UNFPA to deliver maternal health services to women in Yemen.",
        [("UNFPA", "women in Yemen", "maternal health services", "planned")],
    ),
    (
        "Bahrain's royal charity sent a second aid plane to Jordan on Wednesday.",
        [("Bahrain's royal charity", "Jordan", "second aid plane", "delivered")],
    ),
    (
        "The Belarusian leader offered to supply Syria with tractors.",
        [("Belarus", "Syria", "tractors", "offered")],
    ),
    (
        "Slovenia said it was ready to give Ukraine its old tanks.",
        [("Slovenia", "Ukraine", "old tanks", "planned")],
    ),
    ("Syria's army is supported by Russian air strikes.", [("Russia", "Syria", "air strikes", "ongoing")]),
    (
        "The World Bank's $200 million credit to Mali was suspended after the coup.",
        [("World Bank", "Mali", "$200 million credit", "stopped")],
    ),
    (
        "The Taliban have received no money from Washington.",
        [("United States", "Taliban", "money", "delivered")],
    ),
    (
        "Ireland's foreign minister announced funding of 5 million euros for UNRWA.",
        [("Ireland", "UNRWA", "funding of 5 million euros", "planned")],
    ),
    (
        "The funds, provided by the African Development Bank, will go to farmers in Zambia.",
        [("African Development Bank", "farmers in Zambia", "funds", "delivered")],
    ),
    (
        "Spain sent a firefighting aircraft to Greece.",
        [("Spain", "Greece", "firefighting aircraft", "delivered")],
    ),
    ("Vietnam gets most of its weapons from Russia.", [("Russia", "Vietnam", "weapons", "ongoing")]),
    (
        "Ethiopian electricity began flowing to Tanzania.",
        [("Ethiopia", "Tanzania", "electricity", "delivered")],
    ),
    ("The ship was carrying Ukrainian wheat to Somalia.", [("Ukraine", "Somalia", "wheat", "delivered")]),
    (
        "Bulgaria secretly supplied fuel and shells to Kyiv through intermediaries.",
        [("Bulgaria", "Ukraine", "fuel", "delivered"), ("Bulgaria", "Ukraine", "shells", "delivered")],
    ),
    ("Trump cut off aid to the Palestinians in 2018.", [("Trump", "Palestinians", "aid", "stopped")]),
    (
        "Caritas provided hot meals for stranded migrants in Bihac.",
        [("Caritas", "stranded migrants in Bihac", "hot meals", "delivered")],
    ),
    (
        "Thailand will resume electricity exports to Myanmar.",
        [("Thailand", "Myanmar", "electricity", "planned")],
    ),
    ("Berlin rejected calls to supply Kyiv with cruise missiles.", []),
    (
        "The Netherlands joined Denmark in pledging F-16 jets to Ukraine.",
        [("Netherlands", "Ukraine", "F-16 jets", "planned")],
    ),
    (
        "Ethiopia has accused Egypt of smuggling weapons to rebels in the Amhara region.",
        [("Egypt", "rebels in the Amhara region", "weapons", "alleged")],
    ),
    (
        "South Africa, which has denied sending arms to Russia, said it would investigate.",
        [("South Africa", "Russia", "arms", "alleged")],
    ),
    (
        "Chinese firms have been selling surveillance cameras to the police in Ecuador.",
        [("Chinese firms", "police in Ecuador", "surveillance cameras", "ongoing")],
    ),
    (
        "Hamas gets most of its rockets from Iran, Israeli officials say.",
        [("Iran", "Hamas", "rockets", "ongoing")],
    ),
    (
        "Australia has gifted two patrol boats to Tonga.",
        [("Australia", "Tonga", "two patrol boats", "delivered")],
    ),
    (
        "Turkey's aid agency opened a clinic for Rohingya refugees in Cox's Bazar.",
        [("Turkey's aid agency", "Rohingya refugees in Cox's Bazar", "clinic", "delivered")],
    ),
    (
        "Washington's decision to suspend aid to Niger was welcomed by Paris.",
        [("United States", "Niger", "aid", "stopped")],
    ),
    (
        "The Emirates have poured billions of dollars into Egypt since 2013.",
        [("United Arab Emirates", "Egypt", "billions of dollars", "delivered")],
    ),
    (
        "Among those designated is Parsa Aero, which supplies drone engines to the Revolutionary Guards.",
        [("Parsa Aero", "Revolutionary Guards", "drone engines", "ongoing")],
    ),
    (
        "The firm has procured electronic components for Russia's defence ministry.",
        [("firm", "Russia's defence ministry", "electronic components", "delivered")],
    ),
    (
        "Karim Daoud, a Lebanese businessman, has transferred millions of dollars to Hezbollah.",
        [("Karim Daoud", "Hezbollah", "millions of dollars", "delivered")],
    ),
    (
        "The Dubai-based company Gulf Star sold Iranian crude to refineries in China.",
        [("Gulf Star", "refineries in China", "Iranian crude", "delivered")],
    ),
    (
        "The network funnels arms from Iran to the Houthis in Yemen.",
        [("network", "Houthis", "arms", "ongoing")],
    ),
    (
        "Iran's defence ministry oversees the transfer of ballistic missiles to Moscow.",
        [("Iran's defence ministry", "Russia", "ballistic missiles", "ongoing")],
    ),
    (
        "China provided the DPRK with 500,000 tonnes of crude oil last year, Xinhua reported.",
        [("China", "North Korea", "500,000 tonnes of crude oil", "delivered")],
    ),
    (
        "Tokyo has given asylum and medical treatment to the defectors.",
        [("Japan", "defectors", "medical treatment", "delivered")],
    ),
    (
        "The Cuban government has stopped sending teachers to Honduras.",
        [("Cuba", "Honduras", "teachers", "stopped")],
    ),
    ("The country gets half of its electricity from Mozambique.", []),
    (
        "Malawi gets half of its electricity from Mozambique.",
        [("Mozambique", "Malawi", "electricity", "ongoing")],
    ),
    (
        "The ministry said 12 more trucks of medical aid had crossed into Gaza from Egypt.",
        [("Egypt", "Gaza", "medical aid", "delivered")],
    ),
    (
        "The United States is the largest donor of humanitarian aid to Yemen.",
        [("United States", "Yemen", "humanitarian aid", "ongoing")],
    ),
    ("Swiss aid to Nepal last year came to 30 million francs.", [("Switzerland", "Nepal", "aid", "ongoing")]),
    (
        "Lockheed Martin will deliver the first F-16s to Taiwan in autumn.",
        [("Lockheed Martin", "Taiwan", "first F-16s", "planned")],
    ),
    (
        "Other agencies providing aid to Mali include UNICEF, the WHO and Oxfam.",
        [(agency, "Mali", "aid", "delivered") for agency in ("UNICEF", "WHO", "Oxfam")],
    ),
    # nothing
    ("Kenya wants Japan to sell tents to Chad.", []),
    ("Norway asked Chile to send tents to Haiti.", []),
    ("Sweden is reluctant to send missiles to Ukraine.", []),
    ("Our teams gave rice to families in Yemen.", []),
    ("The delegation from Oman arrived in Doha.", []),
    ("Norway approved the treaty with Finland.", []),
    ("Egypt is the largest supplier of players to the league.", []),
    ("The minister gave an interview to the newspaper.", []),
    ("The general sent a message to the rebels.", []),
    ("The team sold its striker to Madrid.", []),
    ("Critics gave the plan little support.", []),
    ("He handed power to his deputy.", []),
    ("The president sent his condolences to Turkey.", []),
    ("Norway made available 40 doctors to Malawi.", [("Norway", "Malawi", "40 doctors", "delivered")]),
    (
        "Spain has put two firefighting planes at Portugal's disposal.",
        [("Spain", "Portugal", "two firefighting planes", "delivered")],
    ),
    (
        "Algeria took delivery of two submarines from Russia.",
        [("Russia", "Algeria", "two submarines", "delivered")],
    ),
    ("China accounts for 70 percent of Pakistan's arms imports.", [("China", "Pakistan", "arms", "ongoing")]),
    ("India leased a submarine from Russia.", [("Russia", "India", "submarine", "delivered")]),
    ("Chad thanked Oman for the donation of vaccines.", [("Oman", "Chad", "vaccines", "delivered")]),
    (
        "The wells were drilled by Oxfam with money from Denmark.",
        [("Denmark", "Oxfam", "money", "delivered")],
    ),
    ("Egypt has restored electricity to Gaza.", [("Egypt", "Gaza", "electricity", "delivered")]),
    ("A shipment of Iranian rockets bound for Gaza was seized.", [("Iran", "Gaza", "rockets", "ongoing")]),
    (
        "Turkish drones intended for Kosovo were held up in Serbia.",
        [("Turkey", "Kosovo", "drones", "ongoing")],
    ),
    (
        "Italy has signed a contract for the delivery of six trainer jets to Kenya.",
        [("Italy", "Kenya", "six trainer jets", "ongoing")],
    ),
    (
        "Peru has donated $5 million to Haiti; Chile, $3 million; and Mexico, $8 million.",
        [
            ("Chile", "Haiti", "$3 million", "delivered"),
            ("Mexico", "Haiti", "$8 million", "delivered"),
            ("Peru", "Haiti", "$5 million", "delivered"),
        ],
    ),
    ("About 70 per cent of Malta's fuel is supplied by Italy.", [("Italy", "Malta", "fuel", "delivered")]),
    (
        "The Netherlands is the largest donor of food aid in Eritrea.",
        [("Netherlands", "Eritrea", "food aid", "ongoing")],
    ),
    (
        "Fiji is one of the countries that supply soldiers to the mission.",
        [("Fiji", "mission", "soldiers", "ongoing")],
    ),
    (
        "The ministry gave tents to displaced people, including children and women.",
        [("ministry", "displaced people", "tents", "delivered")],
    ),
    ("The excavators are a gift from Beijing to Tonga.", [("China", "Tonga", "excavators", "delivered")]),
    (
        "Libya is the main source of weapons supplied to the militia.",
        [("Libya", "militia", "weapons", "ongoing")],
    ),
    (
        "Bolivia signed a $200 million loan agreement with the World Bank.",
        [("World Bank", "Bolivia", "$200 million loan agreement", "delivered")],
    ),
    ("Three ships with Russian wheat reached Port Sudan.", [("Russia", "Port Sudan", "wheat", "delivered")]),
    (
        "Egypt receives $1.3 billion a year in American military aid.",
        [("United States", "Egypt", "$1.3 billion", "ongoing")],
    ),
    (
        "He denied a report that Morocco had shipped rifles to Chad.",
        [("Morocco", "Chad", "rifles", "delivered")],
    ),
    ("Most of the weapons in Yemen come from Iran.", [("Iran", "Yemen", "weapons", "ongoing")]),
    (
        "Beijing on Friday gifted ten motorbikes to the Fiji police.",
        [("China", "Fiji police", "ten motorbikes", "delivered")],
    ),
    ("Uganda supported Somalia with $3 million.", [("Uganda", "Somalia", "$3 million", "delivered")]),
    ("A Danish grant will pay for wells in Niger.", [("Denmark", "Niger", "grant", "planned")]),
    ("Robbers stole $3 million from the World Bank office.", []),
    ("A truck carried rifles across the border.", []),
    ("Grain is available to Zambia at the port.", []),
    ("The order forbids making funds available to the militia.", []),
    ("Kenya was urged to halt the sale of tea to Sudan.", []),
    ("Belarus pays Russia 46 dollars per thousand cubic metres.", []),
    ("Jordan airdropped food parcels over northern Gaza.", [("Jordan", "Gaza", "food parcels", "delivered")]),
    (
        "Prague sent weapons to the rebels - including mines.",
        [
            ("Czech Republic", "rebels", "mines", "delivered"),
            ("Czech Republic", "rebels", "weapons", "delivered"),
        ],
    ),
    (
        "Kuwait flew in 60 tons of flour to Djibouti.",
        [("Kuwait", "Djibouti", "60 tons of flour", "delivered")],
    ),
    ("North Korea flew a rocket over Japan.", []),
    (
        "Oman will supply Comoros with materials: bricks; cable for schools; and other goods.",
        [
            ("Oman", "Comoros", "bricks", "planned"),
            ("Oman", "Comoros", "materials", "planned"),
            ("Oman", "Comoros", "cable", "planned"),
            ("Oman", "Comoros", "other goods", "planned"),
        ],
    ),
    (
        "Caritas reached 4,000 people in Pemba through the distribution of hot meals.",
        [("Caritas", "4,000 people in Pemba", "hot meals", "delivered")],
    ),
    (
        "The order names Lumen Ltd., a firm that sold valves to Iran.",
        [("Lumen Ltd.", "Iran", "valves", "delivered")],
    ),
    ("Tokyo froze $40 million in aid slated for Fiji.", [("Japan", "Fiji", "$40 million in aid", "stopped")]),
    (
        "UNICEF has prepositioned tents for families in Sofala.",
        [("UNICEF", "families in Sofala", "tents", "delivered")],
    ),
    ("Spain gave three things: time, hope and love.", []),
    ("Neighbours came to Togo's aid.", []),
    ("Kenya gave Malawi rice in May.", [("Kenya", "Malawi", "rice", "delivered")]),
    ("Turkey will pipe gas to Aleppo.", [("Turkey", "Aleppo", "gas", "planned")]),
]


@pytest.mark.parametrize(("text", "stated"), CASES, ids=[text[:60] for text, _ in CASES])
def test_supplies_that_a_text_states(
    parse: Callable[[str], Doc], text: str, stated: list[tuple[object, ...]]
) -> None:
    assert told(parse(text), "supply", ("supplier", "recipient", "item", "status")) == set(stated)
