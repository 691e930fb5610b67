"""The engine that finds where frames fire and fills their slots from a parse; it knows no kind of fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING, Any

from kb.facts.base import Fact
from kb.facts.coordination import expand, introduced
from kb.facts.fillers import Filler, accepts, meant, types_of
from kb.facts.frames import Candidate, Frame, Role
from kb.facts.lexicon import lemma
from kb.facts.paths import Path, Start, follow_each
from kb.mentions.base import Form, Mentions
from kb.model import IndividualKind

if TYPE_CHECKING:
    from kb.tokens import Doc, Token

POS = {
    "VERB": ("VERB", "AUX", "NOUN+"),
    "NOUN": ("NOUN", "PROPN", "NOUN+"),
    "ADJ": ("ADJ", "VERB", "ADV"),
    "PLACE": ("ADV", "NOUN", "ADJ", "PROPN", "VERB", "NOUN+"),
}
"""Uses of words as triggers of frames: parts of speech, and "NOUN+" for nouns that govern as verbs do."""
BESIDE = frozenset({"bearer", "ahead", "behind"})
"""Paths to the name beside an office."""
ALONE = frozenset({"self", "called"})
"""Relations to a word that stands for itself, whatever it is coordinated with."""
MANY = 24
"""Facts that one trigger may give: beyond, a coordination is a parser's error."""


@dataclass(frozen=True, slots=True)
class _Use:
    """A frame under one of its triggers, with the trigger's other words and what it cannot do without.

    A sentence in which it fires has of each set in `needs` one word or lemma, and of each set of paths in
    `beyond` one leads away from the trigger.
    """

    frame: Frame
    others: tuple[str, ...]
    needs: tuple[frozenset[str], ...]
    beyond: tuple[tuple[Path, ...], ...]

    def possible(self, words: frozenset[str]) -> bool:
        """Whether the words and lemmas of a sentence do not rule the frame out."""
        return not any(map(words.isdisjoint, self.needs))

    def leads(self, start: Start) -> bool:
        """Whether a word has somewhere to lead to for all that the frame cannot do without."""
        return all(any(map(start.leads, paths)) for paths in self.beyond)


def _use(one: Frame, others: tuple[str, ...] = ()) -> _Use:
    required = [role.paths for role in one.roles if role.required]
    needs = (*({other} for other in others), one.under, *map(_need, required))
    beyond = (paths for paths in required if not any(way.label == "self" for way in paths))
    return _Use(one, others, tuple(frozenset(need) for need in needs if need), tuple(beyond))


def _need(paths: Iterable[Path]) -> frozenset[str]:
    """Words of which a sentence must have one for one of some paths to lead anywhere; empty: any has."""
    telling = [way.telling for way in paths]
    return frozenset().union(*telling) if all(telling) else frozenset()


class Engine:
    """The frames of some kinds of fact, indexed by the lemmas and parts of speech of their triggers."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        self._by_lemma: dict[str, dict[str, list[_Use]]] = defaultdict(lambda: defaultdict(list))
        self._by_type: list[_Use] = []
        for one in frames:
            if one.pos == "MENTION":
                self._by_type.append(_use(one))
                continue
            for trigger in one.triggers:
                head, *others = trigger.split("+") if one.pos != "NOUN" else trigger.split("+")[::-1]
                use = _use(one, tuple(others))
                for pos in POS[one.pos]:
                    self._by_lemma[head][pos].append(use)

    def candidates(self, doc: Doc, mentions: Mentions) -> Iterator[Candidate]:
        """What fires in a document, in the order of the text."""
        words: dict[int, frozenset[str]] = {}
        for sentence in doc.sents:
            lemmas = list(map(lemma, sentence))
            present = words[sentence.start] = frozenset([*lemmas, *(token.lower_ for token in sentence)])
            for token, word in zip(sentence, lemmas, strict=True):
                uses = self._by_lemma.get(word)
                if uses is not None:
                    yield from _on_word(Start(token, present), uses.get(_use_of(token), ()), mentions)
        for mention in mentions:
            if mention.form in (Form.PRONOUN, Form.NOMINAL):
                continue
            head = doc[mention.start : mention.end].root
            kinds = types_of(head, mentions)
            start = Start(head, words[head.sent.start])
            for use in self._by_type:
                if kinds.isdisjoint(use.frame.triggers) or not use.possible(start.words):
                    continue
                if use.leads(start):
                    yield from _fill(start, use.frame, mentions)


def _on_word(start: Start, uses: Sequence[_Use], mentions: Mentions) -> Iterator[Candidate]:
    possible = [use for use in uses if use.possible(start.words)]
    if possible and not _inside_name(start.token, mentions):
        fitting = [use.frame for use in possible if _fires(start, use) and use.leads(start)]
        yield from _first_of_each_fact(start, fitting, mentions)


def _first_of_each_fact(start: Start, frames: list[Frame], mentions: Mentions) -> Iterator[Candidate]:
    settled: set[type[Fact]] = set()
    for one in frames:
        if one.fact not in settled or one.also:
            found = list(_fill(start, one, mentions))
            settled.update([one.fact] if found and not one.also else [])
            yield from found


def _inside_name(token: Token, mentions: Mentions) -> bool:
    """Whether a word is part of a longer name: "Larry *King*", "Council of *Ministers*"."""
    mention = mentions.covering(token)
    if mention is None or mention.form is not Form.NAME or mention.end - mention.start < 2:
        return False
    kind = mentions.individuals[mention.individual].kind
    titled = kind is IndividualKind.PERSON and token.i == mention.start
    return not titled and kind is not IndividualKind.OTHER


def _fires(start: Start, use: _Use) -> bool:
    """Whether a word whose lemma and part of speech are those of a trigger is used as one."""
    one = use.frame
    if use.others and not _with(start.token, one, use.others):
        return False
    if one.after and _governing_preposition(start.token) not in one.after:
        return False
    return not one.under or any(verb.lemma_ in one.under for verb in start.step("verb"))


def _with(token: Token, one: Frame, others: tuple[str, ...]) -> bool:
    """Whether the other words of a trigger stand with its head: particles, the words before a noun."""
    if one.pos != "NOUN":
        return all(_has_particle(token, other) for other in others)
    before = [token.nbor(-n - 1).lower_ for n in range(min(len(others), token.i))]
    return before == list(others)


def _governing_preposition(token: Token) -> str:
    """The preposition before a noun, or before what it is coordinated with."""
    for _ in range(MANY):
        if token.dep_ != "conj":
            break
        token = token.head
    return token.head.lower_ if token.dep_ == "pobj" else ""


def _use_of(token: Token) -> str:
    return "NOUN+" if token.pos_ == "NOUN" and _governs(token) else token.pos_


def _governs(token: Token) -> bool:
    """Whether a noun has the subject, or the place, and the object of a verb."""
    found = {child.dep_ for child in token.children}
    return "dobj" in found and ("nsubj" in found or token.dep_ in ("acl", "xcomp", "ccomp", "advcl"))


def _has_particle(token: Token, particle: str) -> bool:
    return any(
        child.lower_ == particle and child.dep_ in ("prt", "prep", "advmod", "acomp", "dobj", "advcl")
        for child in token.children
    )


def _fill(start: Start, one: Frame, mentions: Mentions) -> Iterator[Candidate]:
    """The facts that a frame gives at a trigger: one for each combination of coordinated fillers."""
    taken: set[int] = set()
    slots: list[str] = []
    choices: list[list[Any]] = []
    missing = []
    for wanted in one.roles:
        found = _fillers(start, wanted, mentions, taken, one)
        if found:
            taken.update(filler.token.i for filler in found)
            plural = wanted.slot in one.plural
            if plural and wanted.slot in slots:
                choices[slots.index(wanted.slot)][0] += tuple(found)
                continue
            slots.append(wanted.slot)
            choices.append([tuple(found)] if plural else found)
        elif wanted.required:
            return
        elif wanted.context:
            missing.append(wanted.slot)
    for combination in islice(product(*choices), MANY):
        yield Candidate(one, start.token, dict(zip(slots, combination, strict=True)), tuple(missing))


def _fillers(start: Start, wanted: Role, mentions: Mentions, taken: set[int], one: Frame) -> list[Filler]:
    """What the first path that leads anywhere acceptable leads to, with all that is coordinated with it.

    A slot that takes several is filled with all that the path leads to: "*Iranian* and *Saudi* officials".
    """
    token = start.token
    own = mentions.covering(token) if one.pos == "MENTION" else None
    for way, ends in follow_each(start, wanted.paths, one.under):
        together: list[Filler] = []
        several = wanted.slot in one.plural or way.last == "listed"
        for end in ends:
            if own is not None and end.i != token.i and own.start <= end.i < own.end:
                continue  # "*Red* Sea": part of the name
            reached = meant(end, mentions)
            # "President Xi and Premier Li": the names are coordinated, but the title is that of one.
            single = wanted.one or way.last in ALONE or (way.last in BESIDE and token.tag_ in ("NN", "NNP"))
            found = [
                Filler(member, individual, way.label)
                for member in ((introduced(reached, mentions),) if single else expand(reached, mentions))
                if (member.i not in taken or way.label == "self") and accepts(wanted.types, member, mentions)
                for individual in mentions.referents(member) or (None,)
            ]
            if found and not several:
                return found
            together += [filler for filler in found if filler.token.i not in {f.token.i for f in together}]
        if together:
            return together
    return []
