"""Who is introduced in which office of what: "Russian Foreign Minister X", "X, the head of the agency"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TYPE_CHECKING

from kb.mentions.base import Mention
from kb.mentions.lexicon import LEADERS, RANKS

if TYPE_CHECKING:
    from kb.tokens import Token

MEMORY = 100
"""Holders of an office that a text keeps apart."""
HEADS = frozenset(
    "president|prime minister|premier|chancellor|king|queen|emperor|emir|sultan|ruler".split("|")
)
DIPLOMATS = frozenset({"foreign minister", "foreign secretary", "foreign affairs minister", "secretary"})
DEFENDERS = frozenset({"defense minister", "defence minister", "defense secretary", "defence secretary"})
LOOSE = {
    "leader": HEADS,
    "head": HEADS,
    "top diplomat": DIPLOMATS,
    "chief diplomat": DIPLOMATS,
    "diplomat": DIPLOMATS,
    "defense chief": DEFENDERS,
    "defence chief": DEFENDERS,
}
"""What office somebody holds who is told of so: "the French *leader*", "the top American *diplomat*"."""
QUALIFIERS = frozenset("compound amod nmod npadvmod punct".split())


@dataclass(frozen=True, slots=True)
class Role:
    """An office: its head noun and full wording in lower case, and the individual it is of, if told."""

    noun: str
    wording: str
    of: int | None


class Roles:
    """The offices in which a document introduces persons, in the order of the text."""

    def __init__(self, by_token: dict[int, Mention]) -> None:
        self._by_token = by_token
        self._held: dict[str, list[tuple[int, int, Role]]] = defaultdict(list)
        self._of_person: dict[int, list[Role]] = defaultdict(list)

    def learn(self, head: Token, person: int) -> None:
        """Take in the offices that stand with the name of a person whose last word is `head`."""
        for noun in introducing(head):
            role = self.role(noun)
            if role.of is None and noun.i < head.i:
                beside = [child for child in head.lefts if child.i < noun.i]
                beyond = [inner for child in head.rights if child.lower_ in OF for inner in child.rights]
                role = replace(role, of=self._mentioned([*beside, *beyond]))
            self._held[role.noun].append((head.i, person, role))
            self._of_person[person].append(role)

    def role(self, noun: Token) -> Role:
        """The office that a noun names, with what it is of by adjective, possessive or "of"."""
        words, i = [noun.lower_], noun.i - 1
        while i >= noun.sent.start and noun.doc[i].dep_ in QUALIFIERS:
            words[:0] = [] if i in self._by_token else [noun.doc[i].lower_]
            i -= 1
        inner = [
            target
            for child in noun.children
            for target in (child.children if child.lower_ in OF else (child,))
            if target.dep_ in ("amod", "compound", "nmod", "poss", "pobj")
        ]
        wording = " ".join(word for word in words if word.isalpha())
        return Role(noun.lemma_.lower(), wording, self._mentioned(inner))

    def _mentioned(self, tokens: Iterable[Token]) -> int | None:
        found = (self._by_token.get(token.i) for token in tokens)
        return next((mention.individual for mention in found if mention is not None), None)

    def of(self, person: int) -> list[Role]:
        """The offices of a person."""
        return self._of_person.get(person, [])

    def holder(self, role: Role, before: int) -> int | None:
        """The person last introduced in that office before token `before`."""
        vague = role.of is None and role.wording == role.noun
        loose = frozenset() if vague else LOOSE.get(role.wording, frozenset())
        nouns = {role.noun} | {wording.rpartition(" ")[2] for wording in loose}
        latest = sorted((one for noun in nouns for one in self._held[noun][-MEMORY:]), key=itemgetter(0))
        fitting = [
            (held.of, person)
            for position, person, held in reversed(latest)
            if position < before and (_same(held, role) or held.wording in loose)
        ]
        told = [person for of, person in fitting if role.of is None or of == role.of]
        if told:
            return told[0]
        untold = {person for of, person in fitting if of is None}
        return untold.pop() if len(untold) == 1 and len(fitting) == 1 else None


OF = frozenset({"of", "for", "in", "at"})


def _same(held: Role, wanted: Role) -> bool:
    return wanted.wording == wanted.noun or wanted.wording == held.wording


def introducing(head: Token) -> Iterator[Token]:
    """The nouns of office beside a person's name: before it, in apposition, or predicated of it."""
    for child in head.children:
        if child.dep_ in ("compound", "nmod", "amod", "appos") and is_office(child):
            yield child
    if head.dep_ in ("appos", "compound") and is_office(head.head):
        yield head.head
    if head.dep_ == "nsubj" and head.head.lemma_ in ("be", "become", "remain"):
        yield from (child for child in head.head.children if child.dep_ == "attr" and is_office(child))


def is_office(token: Token) -> bool:
    """Whether a word is the head noun of an office or rank."""
    return token.pos_ in ("NOUN", "PROPN", "ADJ") and token.lemma_.lower() in LEADERS | RANKS
