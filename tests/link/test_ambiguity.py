# ruff: noqa: E501 (one case per line reads as a table)
"""Names that many bear: the right one by what stands around it, and none where nothing tells."""

from __future__ import annotations

import pytest

from kb.gazetteer import builtin
from kb.link import resolve
from tests.link.marked import extraction

NIL = None

# marked sentence, date, the name asked for, its entry: usual name and country code, or NIL
CASES = [
    ("[country:Russia] moved armour towards [country:Georgia] and shelled [place:Tbilisi].", None, "Georgia", "Georgia GE"),
    ("Parliament in [country:Georgia] sat in [place:Tbilisi] and [place:Batumi] on the same day.", None, "Georgia", "Georgia GE"),
    ("The governor of [country:Georgia] spoke in [place:Atlanta] and flew to [place:Savannah].", None, "Georgia", "Georgia US"),
    ("He campaigned in the state of [country:Georgia] and in [place:Alabama].", None, "Georgia", "Georgia US"),
    ("Foreign ministers of [country:Georgia], [country:Armenia] and [country:Azerbaijan] will meet.", None, "Georgia", "Georgia GE"),
    ("[person:Mikheil Saakashvili] returned to [country:Georgia].", None, "Georgia", "Georgia GE"),
    ("Envoys flew to [place:Washington] to see the [country:United States] trade delegation.", None, "Washington", "Washington, D.C. US"),
    ("The march in [place:Washington, D.C.] drew crowds.", None, "Washington, D.C.", "Washington, D.C. US"),
    ("The governor of [place:Washington] called out the guard in [place:Seattle] and [place:Spokane].", None, "Washington", "Washington US"),
    ("The state of [place:Washington] borders [place:Oregon].", None, "Washington", "Washington US"),
    ("Rebels took a town near [place:Goma] in [country:DR Congo].", None, "DR Congo", "Democratic Republic of the Congo CD"),
    ("The [country:Republic of the Congo] votes on Sunday, officials in [place:Brazzaville] said.", None, "Republic of the Congo", "Republic of the Congo CG"),
    ("Elections in [country:Congo] were delayed again.", None, "Congo", NIL),
    ("[country:Democratic Republic of Congo] rejected the report.", None, "Democratic Republic of Congo", "Democratic Republic of the Congo CD"),
    ("[country:Jordan] and [country:Israel] reopened the bridge.", None, "Jordan", "Jordan JO"),
    ("King [person:Abdullah II] received him in [place:Amman], the capital of [country:Jordan].", None, "Jordan", "Jordan JO"),
    ("Lawyer [person:Jordan] appeared for the defence.", None, "Jordan", NIL),
    ("Soldiers from [country:Chad] crossed into [place:Darfur].", None, "Chad", "Chad TD"),
    ("[person:Chad] Smith, a teacher, won the raffle.", None, "Chad", NIL),
    ("[country:Guinea] closed its border with [country:Liberia].", None, "Guinea", "Guinea GN"),
    ("Soldiers seized power in [country:Guinea-Bissau].", None, "Guinea-Bissau", "Guinea-Bissau GW"),
    ("Oil flows from [country:Equatorial Guinea].", None, "Equatorial Guinea", "Equatorial Guinea GQ"),
    ("Miners struck in [country:Papua New Guinea].", None, "Papua New Guinea", "Papua New Guinea PG"),
    ("The junta in [country:Niger] expelled the envoy.", None, "Niger", "Niger NE"),
    ("[country:Nigeria] shut the crossing to [country:Niger].", None, "Nigeria", "Nigeria NG"),
    ("Protesters filled the squares of [place:Santiago], the capital of [country:Chile].", None, "Santiago", "Santiago CL"),
    ("Pilgrims reached [place:Santiago de Compostela] in [country:Spain].", None, "Santiago de Compostela", "Santiago de Compostela ES"),
    ("Militias fought for the airport of [place:Tripoli] as [country:Libya] slid into chaos.", None, "Tripoli", "Tripoli LY"),
    ("Gunmen clashed in [place:Tripoli], [country:Lebanon], overnight.", None, "Tripoli", "Tripoli LB"),
    ("The army deployed in [place:Tripoli] in northern [country:Lebanon]; [place:Beirut] stayed calm.", None, "Tripoli", "Tripoli LB"),
    ("[place:Victoria] is the capital of [country:Seychelles].", None, "Victoria", "Victoria SC"),
    ("Ministers met in [place:Victoria], [place:British Columbia].", None, "Victoria", "Victoria CA"),
    ("[person:Victoria] Smith resigned.", None, "Victoria", NIL),
    ("[country:North Korea] said [person:Kim] had inspected the site at [place:Yongbyon].", "2023-05-01", "Kim", "Kim Jong-un KP"),
    ("[country:North Korea] said [person:Kim] had received the envoy.", "2005-05-01", "Kim", "Kim Jong-il KP"),
    ("[person:Kim Jong Il] died on a train, [country:North Korea] said.", "2011-12-19", "Kim Jong Il", "Kim Jong-il KP"),
    ("[person:Kim Jong Un] watched the launch.", "2022-03-25", "Kim Jong Un", "Kim Jong-un KP"),
    ("Mourners marked the birthday of [person:Kim Il Sung] in [place:Pyongyang].", "2012-04-15", "Kim Il Sung", "Kim Il-sung KP"),
    ("[person:Kim], a bus driver, was unhurt.", None, "Kim", NIL),
    ("[country:Syria] offered talks, and [person:Assad] met envoys in [place:Damascus].", "2010-02-17", "Assad", "Bashar al-Assad SY"),
    ("[country:Syria] offered talks, and [person:Assad] met envoys in [place:Damascus].", "1994-10-27", "Assad", "Hafez al-Assad SY"),
    ("[person:Hafez al-Assad] ruled [country:Syria] for three decades.", None, "Hafez al-Assad", "Hafez al-Assad SY"),
    ("[person:Bashar Assad] fled [place:Damascus].", "2024-12-08", "Bashar Assad", "Bashar al-Assad SY"),
    ("The president of the [country:United States], [person:George Bush], ordered the invasion of [country:Iraq].", "2003-03-20", "George Bush", "George W. Bush US"),
    ("The president of the [country:United States], [person:George Bush], announced the liberation of [country:Kuwait].", "1991-02-27", "George Bush", "George H. W. Bush US"),
    ("[person:George W. Bush] named his cabinet.", None, "George W. Bush", "George W. Bush US"),
    ("[person:George H. W. Bush] led the [country:United States] in 1991.", None, "George H. W. Bush", "George H. W. Bush US"),
    ("[country:Sudan] recalled its envoy from [place:Juba].", None, "Sudan", "Sudan SD"),
    ("[country:South Sudan] became independent of [country:Sudan].", None, "South Sudan", "South Sudan SS"),
    ("[country:South Korea] scrambled jets.", None, "South Korea", "South Korea KR"),
    ("Judges in [place:The Hague] opened the trial.", None, "The Hague", "The Hague NL"),
    ("The suspect was flown to [place:the Hague].", None, "the Hague", "The Hague NL"),
    ("Foreign Secretary [person:William Hague] of the [country:United Kingdom] protested.", "2011-03-01", "William Hague", "William Hague GB"),
    ("Talks went on inside the [place:Kremlin], in [country:Russia].", None, "Kremlin", "Moscow Kremlin RU"),
    ("Reporters waited outside the [place:White House].", None, "White House", "White House US"),
    ("Officers left the [place:Pentagon] by car.", None, "Pentagon", NIL),
    ("[place:Cordoba] in [country:Argentina] struck.", None, "Cordoba", "Córdoba AR"),
    ("[place:Cordoba], [country:Spain], is hot.", None, "Cordoba", "Córdoba ES"),
    ("Leaders gathered in [place:Paris] to discuss [country:France]'s plan.", None, "Paris", "Paris FR"),
    ("A storm hit [place:London], [place:Ontario].", None, "London", "London CA"),
    ("The summit in [place:London] ended late.", None, "London", "London GB"),
    ("Flights to [place:Birmingham], [place:Alabama], were full.", None, "Birmingham", "Birmingham US"),
    ("Police in [place:Birmingham] told the [country:United Kingdom]'s home secretary.", None, "Birmingham", "Birmingham GB"),
    ("The [organization:PKK] attacked a post in [country:Turkey].", None, "PKK", "Kurdistan Workers' Party TR"),
    ("The [organization:CIA] briefed [country:United States] senators.", None, "CIA", "Central Intelligence Agency US"),
    ("[organization:IS] claimed the bombing in [country:Iraq].", None, "IS", "Islamic State -"),
    ("[organization:Labour] lost seats across [country:Britain].", None, "Labour", "Labour Party GB"),
    ("The [organization:Labour Party] of [country:Norway] won [place:Oslo].", None, "Labour Party", NIL),
    ("The [organization:Republican Party] chose its nominee in the [country:United States].", None, "Republican Party", "Republican Party US"),
    ("[person:Sergey Lavrov] of [country:Russia] walked out.", None, "Sergey Lavrov", "Sergey Lavrov RU"),
    ("[person:Dmitri A. Medvedev] left [country:Russia].", None, "Dmitri A. Medvedev", "Dmitry Medvedev RU"),
    ("[person:Volodymyr Zelensky] thanked [country:Poland].", None, "Volodymyr Zelensky", "Volodymyr Zelenskyy UA"),
    ("Envoy [person:Omar Suleiman] of [country:Egypt] spoke in [place:Cairo].", None, "Omar Suleiman", "Omar Suleiman EG"),
    ("State minister [person:Omar Suleiman] of [country:Sudan] spoke in [place:Khartoum].", None, "Omar Suleiman", "Omar Suleiman SD"),
    ("[person:Putin] told [country:Russia] to prepare.", "2022-02-21", "Putin", "Vladimir Putin RU"),
    ("[person:Rubio], a nurse from [place:Lima], was freed.", None, "Rubio", NIL),
    ("Secretary of State [person:Rubio] of the [country:United States] left for [place:Geneva].", "2025-06-01", "Rubio", "Marco Rubio US"),
    ("The [place:Black Sea] grain deal lapsed.", None, "Black Sea", "Black Sea -"),
    ("[country:Macedonia] changed its name after talks with [country:Greece].", None, "Macedonia", "North Macedonia MK"),
    ("Fans saw [place:Leverkusen] lose the league match; the striker scored twice in the stadium.", None, "Leverkusen", NIL),
    ("[person:Michael Moore] showed his film in [place:London], in the [country:United Kingdom].", None, "Michael Moore", NIL),
    ("The [country:United Kingdom]'s Scottish secretary, [person:Michael Moore], resigned.", "2012-03-01", "Michael Moore", "Michael Moore GB"),
    ("[person:Wang Yi] of [country:China] met envoys.", "2024-02-01", "Wang Yi", "Wang Yi CN"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "date", "name", "expected"), CASES)
def test_ambiguous_name(sentence: str, date: str | None, name: str, expected: str | None) -> None:
    _, decisions = resolve(extraction(sentence, date), builtin())
    (chosen,) = [decision.chosen for decision in decisions if decision.name == name]
    answer = None if chosen is None else f"{chosen.entry.name} {chosen.entry.iso2 or '-'}"
    assert answer == expected


def test_the_table_is_long_enough() -> None:
    assert len(CASES) >= 60
