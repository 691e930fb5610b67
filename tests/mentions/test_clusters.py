from __future__ import annotations

import pytest

from kb.mentions.clusters import Clusters
from kb.mentions.spans import Finder, Named, Words
from kb.model import IndividualKind
from tests.mentions.docs import built, read

KINDS = {"P": IndividualKind.PERSON, "O": IndividualKind.ORGANIZATION, "L": IndividualKind.PLACE}


def gathered(text: str) -> list[tuple[str, int]]:
    """The name of each individual and how often it is named in "[P Anna Brandt] met [P Brandt]"."""
    words: list[str] = []
    names: list[tuple[int, int, IndividualKind]] = []
    for word in text.split():
        if word.startswith("["):
            names.append((len(words), len(words), KINDS[word[1]]))
            continue
        words.append(word.rstrip("]"))
        if word.endswith("]"):
            names[-1] = (names[-1][0], len(words), names[-1][2])
    document = Words(built("\n".join(f"{word} PROPN dep 0 -" for word in words)))
    clusters = Clusters(document)
    for start, end, kind in sorted(names, key=lambda name: (name[0] - name[1], name[0])):
        clusters.add(Named(start, end, kind, Finder.MODEL))
    clusters.all.sort(key=lambda cluster: min(name.start for name in cluster.names))
    return [(cluster.name, len(cluster.names)) for cluster in clusters.all]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[P Anna Brandt] and [P Brandt] and [P Anna Maria Brandt]", [("Anna Maria Brandt", 3)]),
        ("[P Brandt] before [P Anna Brandt]", [("Anna Brandt", 2)]),
        ("[P Anna Brandt] [P Karl Brandt] [P Brandt]", [("Anna Brandt", 1), ("Karl Brandt", 2)]),
        ("[P Karl Brandt] [P Anna Brandt] [P Brandt]", [("Karl Brandt", 1), ("Anna Brandt", 2)]),
        ("[P Kim Jong-un] [P Kim] [P Kim Jong Un]", [("Kim Jong Un", 3)]),
        ("[P Omar Haddad] [P Umar Haddad]", [("Omar Haddad", 1), ("Umar Haddad", 1)]),
        ("[P Brandt] [O Brandt]", [("Brandt", 1), ("Brandt", 1)]),
        ("[O Grain Board] [O GB] [O Sandovian Grain Board]", [("Sandovian Grain Board", 2), ("GB", 1)]),
        ("[O International Grain Board] [O IGB]", [("International Grain Board", 2)]),
        ("[O Vedeno Bank] [O Orlov Bank]", [("Vedeno Bank", 1), ("Orlov Bank", 1)]),
        ("[L Kalinska] [L Kalinska Bay] [L Kalinska]", [("Kalinska", 2), ("Kalinska Bay", 1)]),
        ("[O ORLOV BANK] [O Orlov Bank]", [("Orlov Bank", 2)]),
    ],
)
def test_names_of_one_individual_come_together(text: str, expected: list[tuple[str, int]]) -> None:
    assert gathered(text) == expected


def test_countries_go_by_their_usual_name_and_names_are_unique() -> None:
    _, mentions = read(
        "The DPRK fired a rocket. North Korea and the United States met. The U.S. is far away."
    )
    names = [individual.name for individual in mentions.individuals]
    assert names == ["North Korea", "United States"]
    assert [[p.text for p in one.mentions] for one in mentions.individuals] == [
        ["DPRK", "North Korea"],
        ["United States", "U.S."],
    ]


def test_passages_are_the_text_at_their_offsets() -> None:
    doc, mentions = read("Anna Brandt, who leads the Grain Board in Kalinska, met Mr. Orlov’s son.")
    passages = [passage for individual in mentions.individuals for passage in individual.mentions]
    assert passages
    assert all(doc.text[passage.start : passage.end] == passage.text for passage in passages)


def test_two_kinds_of_one_name_are_told_apart() -> None:
    from kb.mentions import individuals
    from kb.mentions.clusters import Cluster

    words = Words(built("Vedeno PROPN dep 0 -\nVedeno PROPN dep 0 -"))
    clusters = []
    for i, kind in enumerate((IndividualKind.PLACE, IndividualKind.ORGANIZATION)):
        cluster = Cluster(kind)
        cluster.add(Named(i, i + 1, kind, Finder.MODEL), "Vedeno")
        clusters.append(cluster)
    assert [one.name for one in individuals(words, clusters)] == ["Vedeno", "Vedeno (organization)"]
