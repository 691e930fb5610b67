"""Several at once: "the two leaders", "the three countries", "the pair", and one of two: "the latter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.mentions.scene import Scene, Sighting
from kb.model import IndividualKind

if TYPE_CHECKING:
    from kb.tokens import Token

NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
PAIRS = frozenset({"two", "pair", "duo"})
ORDER = {"former": 0, "latter": 1}
COUPLES = PAIRS | ORDER.keys()
"""Words that take up two, or one of two, without a noun."""
REACH = 3
"""Sentences over which several are taken up together."""
PERSON, COUNTRY = IndividualKind.PERSON, IndividualKind.COUNTRY
KINDS = (PERSON, COUNTRY, IndividualKind.ORGANIZATION)


def several(scene: Scene, token: Token, kind: IndividualKind, number: int) -> tuple[int, ...]:
    """As many individuals of a kind as were last named together, or the last two; nobody if there are not."""
    latest = list(scene.recent(kind, token=token, reach=REACH))
    for sighting in latest:
        together = {sighting.individual, *scene.joined(sighting)}
        if len(together) == number:
            return tuple(sorted(together))
    found = list(dict.fromkeys(sighting.individual for sighting in latest))[:2]
    return tuple(sorted(found)) if len(found) == number == 2 else ()


def couple(scene: Scene, token: Token) -> tuple[int, ...]:
    """Whom "the two" or "the pair" means, or "the former" and "the latter" of two."""
    articled = any(child.lower_ in ("the", "these", "those") for child in token.lefts)
    followed = any(child.dep_ in ("prep", "relcl") for child in token.rights)
    if not articled or followed or token.dep_ in ("amod", "nummod", "compound", "npadvmod"):
        return ()
    word = token.lower_
    if word in PAIRS:
        return next((pair for kind in KINDS[:2] if (pair := several(scene, token, kind, 2))), ())
    return next((one for kind in KINDS if (one := _one(scene, token, kind, ORDER[word]))), ())


def _one(scene: Scene, token: Token, kind: IndividualKind, place: int) -> tuple[int, ...]:
    latest: list[Sighting] = list(scene.recent(kind, token=token, reach=1))
    for sighting in latest:
        others = scene.joined(sighting)
        if len(others) == 1:
            second = next((one for one in latest if one.individual in others), sighting)
            pair = sorted((sighting, second), key=lambda one: one.token)
            return (pair[place].individual,)
    return ()
