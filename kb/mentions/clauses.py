"""Whose time is the same: what the date of a clause is the date of, and what lies at another time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb.mentions.presupposition import taken_for_granted
from kb.mentions.timing import MEANWHILE, happens

if TYPE_CHECKING:
    from kb.tokens import Token

CLAUSE = frozenset({"ROOT", "ccomp", "relcl", "advcl", "acl", "csubj", "parataxis"})
"""Relations that head a clause of its own: a date outside it does not date what is inside."""
REACTIONS = frozenset(
    "blast condemn confirm criticise criticize decry denounce deplore describe discuss mention praise "
    "protest recall slam welcome".split()
)
"""Verbs for what is said of a thing that has a time of its own."""
TELLING_OF = frozenset(
    "admit aim claim deny hope intend invite plan pledge promise refuse threaten urge vow want".split()
)
"""Verbs whose infinitive or participle is of another time than they."""
PLACING = frozenset("add drop place put remove strike".split())
"""Verbs for what is done by way of a list or regime that was there before: "added to *its list*"."""
MAKING = frozenset(
    "adopt approve carry conduct give hold impose launch make pay perform provide send sign stage "
    "supply".split()
)
"""Verbs whose object comes about by them."""


def accompanies(verb: Token) -> bool:
    """Whether a clause tells what happened with that around it: "*speaking*, he said", "when it *met*"."""
    if verb.dep_ != "advcl":
        return False
    alone = not any(child.dep_ in ("nsubj", "mark", "prep", "aux") for child in verb.lefts)
    return (verb.tag_ == "VBG" and alone) or any(child.lower_ == "when" for child in verb.lefts)


def above(part: Token) -> Token:
    """What the date of a part may hang on: for what an object is besides its name the verb."""
    return part.head.head if _says_what_object_is(part) else part.head


def _says_what_object_is(noun: Token) -> bool:
    """Whether an apposition tells what something is that the verb is about: "orbited X, its *satellite*"."""
    return noun.dep_ == "appos" and noun.head.dep_ == "dobj" and noun.head.head.lemma_ not in REACTIONS


def is_of_another_time(part: Token) -> bool:
    """Whether the date of the clause around a part of it is not that of what the part tells."""
    head = part.head
    if _says_what_object_is(part) or (part.dep_ == "compound" and head.dep_ in ("dobj", "nsubjpass", "pobj")):
        return False
    if part.dep_ == "pobj" and head.head.lemma_ in PLACING:
        return False
    if part.dep_ == "pcomp":
        return head.lower_ not in MEANWHILE and head.lower_ != "to"
    if part.dep_ == "xcomp" and head.lemma_ in TELLING_OF:
        return True
    if part.dep_ in ("dobj", "nsubjpass") and head.lemma_ in REACTIONS:
        return True
    return taken_for_granted(part) and not _takes_place(part) and not _goes_on_meanwhile(part)


def is_of_its_time(child: Token) -> bool:
    """Whether a clause says when its verb happened ("*when* it met"), or a noun what happened by it."""
    if child.dep_ == "advcl":
        return any(word.lower_ in ("when", "as", "while") for word in child.lefts)
    return child.dep_ == "dobj" and child.head.lemma_ in MAKING


def _goes_on_meanwhile(noun: Token) -> bool:
    """Whether a noun is what went on as the verb happened: "said on Monday during *a visit*".

    So is that of which the object of the verb is a part: "approved a new round of *sanctions* on Monday".
    """
    preposition = noun.head
    part = preposition.lower_ == "of" and preposition.head.dep_ in ("dobj", "nsubjpass")
    return noun.dep_ == "pobj" and (part or preposition.lower_ == "during")


def _takes_place(noun: Token) -> bool:
    """Whether a noun is the subject of a verb that says only when and where it happened."""
    return noun.dep_ in ("nsubj", "nsubjpass") and happens(noun.head)
