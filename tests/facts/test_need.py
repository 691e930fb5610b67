"""Sentences of our own and the needs they state; with sentences that state none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.facts.told import told

if TYPE_CHECKING:
    from kb.tokens import Doc

CASES: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    ("Ukraine needs more air defense systems.", [("Ukraine", "more air defense systems", None)]),
    ("Malawi needs fertilizer, which Zambia keeps in plenty.", [("Malawi", "fertilizer", "Zambia")]),
    ("Sri Lanka asked India for a loan.", [("Sri Lanka", "loan", "India")]),
    ("Lebanon is running out of fuel.", [("Lebanon", "fuel", None)]),
    ("Haiti appealed for helicopters and water.", [("Haiti", "helicopters", None), ("Haiti", "water", None)]),
    ("Moldova depends on Russia for gas.", [("Moldova", "gas", "Russia")]),
    ("Armenia relies on Russian weapons.", [("Armenia", "weapons", "Russia")]),
    ("Malawi requested emergency assistance from Zambia.", [("Malawi", "emergency assistance", "Zambia")]),
    ("Zambia is facing a shortage of electricity.", [("Zambia", "electricity", None)]),
    ("Eritrea lacks doctors.", [("Eritrea", "doctors", None)]),
    (
        "Some 4 million people in Somalia need food aid.",
        [("Some 4 million people in Somalia", "food aid", None)],
    ),
    (
        "Pakistan is seeking a bailout from the International Monetary Fund.",
        [("Pakistan", "bailout", "International Monetary Fund")],
    ),
    ("Niger is in desperate need of medicine.", [("Niger", "medicine", None)]),
    (
        "Thousands of families in Aleppo are in need of shelter.",
        [("Thousands of families in Aleppo", "shelter", None)],
    ),
    ("Cuba's request for grain was turned down by Mexico.", [("Cuba", "grain", None)]),
    ("Residents of Goma are short of drinking water.", [("Residents of Goma", "drinking water", None)]),
    (
        "Israel urged the United States to provide bunker-busting bombs.",
        [("Israel", "bunker-busting bombs", "United States")],
    ),
    (
        "Egypt imports most of its wheat from Ukraine and depends on it for bread.",
        [("Egypt", "bread", "Ukraine"), ("Egypt", "wheat", "Ukraine")],
    ),
    ("Nepal sought help from China.", [("Nepal", "help", "China")]),
    ("The World Food Programme called for $90 million.", [("World Food Programme", "$90 million", None)]),
    ("Kenya's need for cheap loans has grown.", [("Kenya", "cheap loans", None)]),
    ("Gaza's hospitals have run out of anesthetics.", [("Gaza's hospitals", "anesthetics", None)]),
    ("Taiwan wants to buy submarines from Japan.", [("Taiwan", "submarines", "Japan")]),
    ("Syria suffers from a severe lack of medical equipment.", [("Syria", "medical equipment", None)]),
    (
        "Nearly two million people in Chad are hungry.",
        [("Nearly two million people in Chad", "food", None)],
    ),
    ("About a third of Malawians are food insecure.", [("a third of Malawians", "food", None)]),
    ("Many families in Lima can no longer afford milk.", [("Many families in Lima", "milk", None)]),
    (
        "Thousands of Haitians are without shelter or electricity.",
        [("Thousands of Haitians", "shelter", None), ("Thousands of Haitians", "electricity", None)],
    ),
    ("What Zambia needs is diesel.", [("Zambia", "diesel", None)]),
    ("Somalia has asked Turkey to train its navy.", [("Somalia", "train its navy", "Turkey")]),
    ("Zambia has turned to the IMF for a bailout.", [("Zambia", "bailout", "IMF")]),
    ("Fuel is vital for hospitals in Gaza.", [("hospitals in Gaza", "Fuel", None)]),
    ("There is no electricity in Mariupol.", [("Mariupol", "electricity", None)]),
    ("Access to clean water remains limited in Aden.", [("Aden", "clean water", None)]),
    ("Peru's bid to buy submarines from France has stalled.", [("Peru", "submarines", None)]),
    ("Kenya relies on Uganda for most of its milk.", [("Kenya", "milk", "Uganda")]),
    (
        "In pursuit of nuclear technology, Libya dealt with smugglers.",
        [("Libya", "nuclear technology", None)],
    ),
    ("The villagers were deprived of medicine.", [("villagers", "medicine", None)]),
    (
        "Donors were asked to give tents to the people of Tonga.",
        [("people of Tonga", "tents", "Donors")],
    ),
    ("Kenya is in talks with the World Bank for a loan.", [("Kenya", "loan", "World Bank")]),
    ("Many families are cut off from food.", [("Many families", "food", None)]),
    ("Lebanese officials asked Kuwait for wheat.", [("Lebanon", "wheat", "Kuwait")]),
    ("“We need blankets,” said Ana Costa, the president of Peru.", [("Peru", "blankets", None)]),
    (
        "UNICEF is appealing for $63 million to respond to the cholera outbreak in Mozambique.",
        [("UNICEF", "$63 million", None)],
    ),
    (
        "The World Food Programme says it urgently needs $95 million to keep feeding refugees in Uganda.",
        [("World Food Programme", "$95 million", None)],
    ),
    (
        "Without additional funding, UNHCR will have to cut rations for 600,000 refugees in Kenya.",
        [("UNHCR", "additional funding", None)],
    ),
    (
        "Hospitals in Port Sudan have run out of oxygen and anaesthetics.",
        [("Hospitals in Port Sudan", "anaesthetics", None), ("Hospitals in Port Sudan", "oxygen", None)],
    ),
    (
        "Kyiv has repeatedly pressed its allies for longer-range missiles.",
        [("Ukraine", "longer-range missiles", "allies")],
    ),
    (
        "Ukraine's president renewed his plea for more air defence systems during a visit to Oslo.",
        [("Ukraine", "more air defence systems", None)],
    ),
    (
        "Taiwan has requested 60 anti-ship missiles from the United States.",
        [("Taiwan", "60 anti-ship missiles", "United States")],
    ),
    (
        "The Philippines is seeking patrol vessels from Japan to guard its waters.",
        [("Philippines", "patrol vessels", "Japan")],
    ),
    (
        "Pakistan is negotiating a new $6 billion loan with the International Monetary Fund.",
        [("Pakistan", "new $6 billion loan", "International Monetary Fund")],
    ),
    (
        "Egypt, the world's biggest wheat importer, relies on Russia for more than half of its grain.",
        [("Egypt", "grain", "Russia")],
    ),
    ("Hungary depends heavily on Russian gas.", [("Hungary", "gas", "Russia")]),
    (
        "Cuba, which has struggled with blackouts for months, asked Mexico for emergency fuel shipments.",
        [("Cuba", "emergency fuel shipments", "Mexico")],
    ),
    (
        "Nepal urged the international community to send search-and-rescue teams.",
        [("Nepal", "search-and-rescue teams", "international community")],
    ),
    (
        "Mongolia's herders are in dire need of fodder after the harsh winter.",
        [("Mongolia's herders", "fodder", None)],
    ),
    (
        "Residents of the besieged town of Kobani have been without electricity for three weeks.",
        [("Residents of the besieged town of Kobani", "electricity", None)],
    ),
    (
        "Iran has long sought advanced fighter jets from Russia.",
        [("Iran", "advanced fighter jets", "Russia")],
    ),
    ("Myanmar's generals have turned to Moscow for weapons.", [("Myanmar", "weapons", "Russia")]),
    (
        "Bolivia wants investment from China to develop its lithium deposits.",
        [("Bolivia", "investment", "China")],
    ),
    ("Armenia is looking to buy radars from France.", [("Armenia", "radars", "France")]),
    (
        '"We need more ammunition," the Ukrainian defence minister told reporters in Brussels.',
        [("Ukraine", "more ammunition", None)],
    ),
    (
        '"What we need most is drinking water," said a resident of Khan Younis.',
        [("resident of Khan Younis", "drinking water", None)],
    ),
    (
        "The UN refugee agency said it required an extra $30 million for its operation in Niger.",
        [("UN refugee agency", "extra $30 million", None)],
    ),
    (
        "Aid agencies warned that stocks of therapeutic milk in South Sudan would be exhausted by June.",
        [("South Sudan", "therapeutic milk", None)],
    ),
    ("Food supplies in the enclave are running low.", [("enclave", "Food supplies", None)]),
    (
        "Rebels in the mountains are said to be desperate for ammunition.",
        [("Rebels in the mountains", "ammunition", None)],
    ),
    (
        "The Gambian health ministry requested assistance from the WHO to contain the outbreak.",
        [("Gambian health ministry", "assistance", "WHO")],
    ),
    (
        "An estimated 1.4 million children in the Sahel are in need of treatment for malnutrition.",
        [("estimated 1.4 million children in the Sahel", "treatment", None)],
    ),
    (
        "Tajikistan's economy is dependent on remittances from Russia.",
        [("Tajikistan's economy", "remittances", None)],
    ),
    ("Kosovo lacks the power plants to meet demand in winter.", [("Kosovo", "power plants", None)]),
    ("Vanuatu appealed for international help after the cyclone.", [("Vanuatu", "international help", None)]),
    (
        "Tonga's prime minister issued an urgent appeal for drinking water and tents.",
        [("Tonga", "tents", None), ("Tonga", "water", None)],
    ),
    ("Fiji has formally requested assistance from Australia.", [("Fiji", "assistance", "Australia")]),
    (
        "Thousands of earthquake victims in Morocco still have no roof over their heads.",
        [("Thousands of earthquake victims in Morocco", "roof", None)],
    ),
    (
        "Access to clean water remains limited for people in Tigray.",
        [("people in Tigray", "clean water", None)],
    ),
    (
        "Schools in Gaza have neither books nor electricity.",
        [("Schools in Gaza", "books", None), ("Schools in Gaza", "electricity", None)],
    ),
    (
        "Malawi needs 200,000 tonnes of maize to get through the lean season.",
        [("Malawi", "200,000 tonnes of maize", None)],
    ),
    (
        "The Afghan economy has been starved of cash since foreign aid was cut off.",
        [("Afghan economy", "cash", None)],
    ),
    (
        "Moldova said it would need Romania's help to store gas for the winter.",
        [("Moldova", "help", "Romania")],
    ),
    (
        '"Our hospitals need fuel for their generators," a Palestinian health official said.',
        [("hospitals", "fuel", None)],
    ),
    (
        "Ghana's finance minister said the country requires $3 billion in external financing.",
        [("Ghana", "$3 billion", None)],
    ),
    (
        "Estonia has asked NATO for a permanent brigade on its soil.",
        [("Estonia", "permanent brigade", "NATO")],
    ),
    ("Venezuela has few dollars left to import medicines.", [("Venezuela", "few dollars", None)]),
    (
        "The flooded districts of Sindh remain in need of mosquito nets and tents.",
        [("Sindh", "mosquito nets", None), ("Sindh", "tents", None)],
    ),
    (
        "Nearly 80 percent of Yemen's population relies on humanitarian aid to survive.",
        [("Nearly 80 percent of Yemen's population", "humanitarian aid", None)],
    ),
    (
        "Oxfam needs another 5 million euros to continue its work in Burkina Faso.",
        [("Oxfam", "5 million euros", None)],
    ),
    (
        "South Sudan's government has demanded more money for the oil that crosses its territory.",
        [("South Sudan", "more money", None)],
    ),
    (
        "Finland's request to buy 64 fighter jets from the United States was approved.",
        [("Finland", "64 fighter jets", "United States")],
    ),
    ("Turkey wants F-16s from Washington.", [("Turkey", "F-16s", "United States")]),
    (
        "Niamey has asked the Russians for military instructors.",
        [("Niger", "military instructors", "Russia")],
    ),
    (
        "Iraq's Kurds have pleaded for heavy weapons to fight the militants.",
        [("Kurds", "heavy weapons", None)],
    ),
    ("Insulin is in short supply in Sudan.", [("Sudan", "Insulin", None)]),
    ("Bread has become scarce in Khartoum.", [("Khartoum", "Bread", None)]),
    (
        "People are eating leaves because there is no food in the Nuba Mountains.",
        [("Nuba Mountains", "food", None)],
    ),
    (
        "The pandemic left Peru short of hospital beds and oxygen.",
        [("Peru", "hospital beds", None), ("Peru", "oxygen", None)],
    ),
    (
        "Mauritania has become dependent on European money to police its coast.",
        [("Mauritania", "European money", None)],
    ),
    (
        "Libya's coastguard says it does not have enough boats to patrol the coast.",
        [("Libya", "boats", None)],
    ),
    ("In a letter to the Security Council, Mali asked for the withdrawal of peacekeepers.", []),
    (
        "The UN mission in Mali still lacks helicopters and armoured vehicles.",
        [("UN mission in Mali", "armoured vehicles", None), ("UN mission in Mali", "helicopters", None)],
    ),
    (
        "Farmers in Sindh say that without seed and fertiliser they will lose the next harvest as well.",
        [("Farmers in Sindh", "fertiliser", None), ("Farmers in Sindh", "seed", None)],
    ),
    (
        "The rebels' most urgent demand is for anti-aircraft missiles.",
        [("rebels", "anti-aircraft missiles", None)],
    ),
    (
        "More than half of Liberia's population has no access to clean drinking water.",
        [("More than half of Liberia's population", "clean drinking water", None)],
    ),
    ("Zimbabwe is counting on loans from China to rescue its economy.", [("Zimbabwe", "loans", "China")]),
    ("Kim Jong-un's government is desperate for hard currency.", [("North Korea", "hard currency", None)]),
    ("Kosovo, for its part, wants recognition from Serbia.", [("Kosovo", "recognition", "Serbia")]),
    (
        "Sudan demanded compensation from Britain for colonial crimes.",
        [("Sudan", "compensation", "United Kingdom")],
    ),
    ("Cyprus sought Israel's help in exploring its gas fields.", [("Cyprus", "help", "Israel")]),
    ("Iran has tried to obtain centrifuge parts on the black market.", [("Iran", "centrifuge parts", None)]),
    ("The regime needs hard currency to pay for its missile programme.", [("regime", "hard currency", None)]),
    (
        "North Korea sought to buy vacuum pumps from a German firm, investigators said.",
        [("North Korea", "vacuum pumps", None)],
    ),
    (
        "The Security Council mission requires 5,000 more troops, its commander said.",
        [("Security Council mission", "5,000 more troops", None)],
    ),
    ("Inspectors have asked Tehran for access to two undeclared sites.", [("Inspectors", "access", "Iran")]),
    ("The court asked Belgrade to hand over documents on the massacre.", [("court", "documents", "Serbia")]),
    (
        "Sudan wants debt relief and investment.",
        [("Sudan", "debt relief", None), ("Sudan", "investment", None)],
    ),
    ("The people of Myanmar need our help.", [("people of Myanmar", "help", None)]),
    (
        "Some 6.6 million people in Haiti need humanitarian assistance this year, up from 5.5 million.",
        [("Some 6.6 million people in Haiti", "humanitarian assistance", None)],
    ),
    (
        "With no electricity and little water, hospitals in Gaza are on the verge of collapse.",
        [("hospitals in Gaza", "electricity", None), ("hospitals in Gaza", "little water", None)],
    ),
    (
        "Children under five are particularly in need of vitamin A and vaccines.",
        [("Children", "vaccines", None), ("Children", "vitamin A", None)],
    ),
    (
        "Manila has been lobbying Washington for surplus patrol ships.",
        [("Philippines", "surplus patrol ships", "United States")],
    ),
    ("India is dependent on imports for 85 percent of its oil.", [("India", "oil", None)]),
    ("Croatia expects to receive 12 Rafale jets.", []),
    (
        "Gambia's justice minister called for international help in prosecuting the former president.",
        [("Gambia", "international help", None)],
    ),
    ("The opposition demanded access to state television.", [("opposition", "access", None)]),
    (
        "Poland says it needs more Patriot batteries along its eastern border.",
        [("Poland", "more Patriot batteries", None)],
    ),
    ("The islands rely on tourism.", [("islands", "tourism", None)]),
    (
        "Armenia turned to India for rocket launchers after Russia failed to deliver.",
        [("Armenia", "rocket launchers", "India")],
    ),
    (
        "An extra 200 million euros is needed to rebuild schools in Mozambique.",
        [("Mozambique", "extra 200 million euros", None)],
    ),
    (
        "Emergency shelter, food and water remain the top priorities for survivors in Cebu.",
        [
            ("survivors in Cebu", "Emergency shelter", None),
            ("survivors in Cebu", "food", None),
            ("survivors in Cebu", "water", None),
        ],
    ),
    # nothing
    ("Peace is vital for the region.", []),
    ("He asked the court to release him.", []),
    ("There is no agreement in Geneva.", []),
    ("Trade is crucial to the economy.", []),
    ("The families could afford milk.", []),
    ("Kenya's economy is hungry for change.", []),
    ("The minister needs to resign.", []),
    ("Both sides need time.", []),
    ("He asked for forgiveness.", []),
    ("The president called for calm.", []),
    ("Police are seeking two men.", []),
    ("France lacks a majority in parliament.", []),
    ("The result depends on the weather.", []),
    ("The party demanded the resignation of the minister.", []),
    ("Bread is being rationed in Khartoum.", [("Khartoum", "Bread", None)]),
    ("The town has yet to receive any aid.", [("town", "aid", None)]),
    ("The hospitals are understaffed.", [("hospitals", "staff", None)]),
    ("Indonesia is in talks to buy fighter jets from France.", [("Indonesia", "fighter jets", "France")]),
    ("Sudan is negotiating the purchase of drones.", [("Sudan", "drones", None)]),
    ("Cuba is heavily dependent on Venezuelan oil.", [("Cuba", "Venezuelan oil", None)]),
    ("Ghana applied for a loan from the IMF.", [("Ghana", "loan", "IMF")]),
    ("Without fresh funds the agency will have to cut rations in June.", [("agency", "fresh funds", None)]),
    ("Oman requested to buy 40 missiles.", [("Oman", "40 missiles", None)]),
    ("Antibiotics must be made available to clinics in Goma.", [("clinics in Goma", "Antibiotics", None)]),
    ("Food must reach the people of Gaza before winter.", [("people of Gaza", "Food", None)]),
    ("Patients cannot get the drugs they need.", [("Patients", "drugs", None)]),
    ("Niger wants to give refugees the care they need.", [("refugees", "care", None)]),
    (
        "Relief workers are struggling to get food to villages in Sofala.",
        [("villages in Sofala", "food", None)],
    ),
    ("Ghana is hoping for a bailout.", [("Ghana", "bailout", None)]),
    ("The national plan calls for $90 million.", [("national plan", "$90 million", None)]),
    ("The blackout left parts of Kharkiv without water.", [("Kharkiv", "water", None)]),
    ("The militia does not have the trucks to move its guns.", [("militia", "trucks", None)]),
    (
        "The bulletin said heavy losses had prompted Armenia to request helicopters.",
        [("Armenia", "helicopters", None)],
    ),
    ("Georgia is shopping for helicopters.", [("Georgia", "helicopters", None)]),
    ("Chad received no radios from Libya.", []),
    ("Caritas is sending urgently needed tents to Beira.", [("Beira", "tents", None)]),
    ("The prince must return to Oman before winter.", []),
    ("The mission has received threats.", []),
    (
        "The government has appealed to donors for tents and blankets.",
        [("government", "blankets", None), ("government", "tents", None)],
    ),
    ("Malawi is one of the countries that need fertilizer.", [("Malawi", "fertilizer", None)]),
    ("Factories in Zambia cannot work due to coal shortages.", [("Factories in Zambia", "coal", None)]),
    ("The company is exploring ways of securing a loan.", [("company", "loan", None)]),
    ("Somalia is struggling to produce enough maize.", [("Somalia", "enough maize", None)]),
    ("The need to get water to the villages in Sofala is urgent.", [("villages in Sofala", "water", None)]),
]


@pytest.mark.parametrize(("text", "stated"), CASES, ids=[text[:60] for text, _ in CASES])
def test_needs_that_a_text_states(
    parse: Callable[[str], Doc], text: str, stated: list[tuple[object, ...]]
) -> None:
    assert told(parse(text), "need", ("needer", "item", "supplier")) == set(stated)
