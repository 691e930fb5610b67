"""Who says a thing, and how: polarity, modality and source of what a token states.

Follows the token's chain of heads up to the root of its sentence. Modality in the sense of GRaSP (certainty,
polarity, tense): the text's own voice is the default; speech and attitude verbs, "according to" and direct
quotation make a claim of what they govern; auxiliaries, verbs of intention and of doubt make plans and
possibilities. What a noun phrase merely presupposes ("despite sanctions on Iran") keeps the text's voice,
whatever governs the noun phrase, but not inside direct quotation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kb.language.transcription import NAMING
from kb.mentions.attitudes import (
    APPOINTMENTS,
    CALLING_OFF,
    CLAIM_NOUNS,
    DELIBERATING,
    DEMANDING,
    DONE,
    DOUBT,
    INTENTION,
    PLAN_NOUNS,
    POSSIBLE_NOUNS,
    PUTTING_OFF,
    READY,
    REFUSAL,
    UNREADY,
)
from kb.mentions.base import Mentions
from kb.mentions.complements import is_complement, over_preposition, with_particle
from kb.mentions.presupposition import is_known, taken_for_granted
from kb.mentions.quotations import quotations, subject_of
from kb.mentions.sources import TELLING, sources
from kb.model import Modality, Name, Polarity

if TYPE_CHECKING:
    from kb.tokens import Doc, Token

WILL = frozenset({"will", "shall", "'ll", "’ll", "wo", "to-be"})
MAY = frozenset({"may", "might", "could", "can", "should", "must", "ought"})
CONDITIONS = frozenset({"if", "unless", "whether", "provided"})
NONE = frozenset({"no", "neither"})
"""What denies a statement before its subject: "neither state paid"."""
HEARSAY = frozenset({"allegedly", "reportedly", "purportedly", "supposedly", "ostensibly", "apparently"})
MAYBE = frozenset({"possibly", "perhaps", "maybe", "potentially", "probably", "likely"})
ADJECTIVES = {
    **dict.fromkeys(("possible", "potential", "prospective", "threatened", "likely"), Modality.POSSIBLE),
    **dict.fromkeys(
        ("proposed", "planned", "intended", "draft", "upcoming", "forthcoming", "expected"), Modality.PLANNED
    ),
    **dict.fromkeys(
        ("alleged", "reported", "suspected", "purported", "supposed", "claimed"), Modality.CLAIMED
    ),
}
CONTINUING = frozenset({"continue", "keep", "maintain", "remain", "stay", "sustain", "renew", "extend"})
"""Verbs that tell of what goes on: "will continue its support" says that support is given now."""
EMBEDDED = frozenset({"relcl", "acl", "appos"})
"""Relations of clauses inside noun phrases: what they state does not hang on the clause around."""


class Stance(NamedTuple):
    """How a token's statement is made; `source` is None where the text itself speaks."""

    polarity: Polarity
    modality: Modality
    source: Name | None


class Voice:
    """The stances of one parsed document."""

    def __init__(self, doc: Doc, mentions: Mentions) -> None:
        self._doc = doc
        self._mentions = mentions
        self.quotations = quotations(doc)
        self._sources = {governor.i: source for governor, source in sources(doc)}

    def of(self, token: Token) -> Stance:
        """The stance of the statement that `token` heads."""
        reading = _Reading()
        reading.climb(token, self._sources)
        quoted = next((q for q in self.quotations if q.start <= token.i < q.end), None)
        if quoted is not None:
            reading.claim(None if quoted.speaker is None else self._doc[quoted.speaker])
        source = None if reading.source is None else self.name(reading.source)
        return Stance(reading.polarity, reading.modality or Modality.ACTUAL, source)

    def name(self, token: Token) -> Name:
        """The name of the source that `token` heads: of its individual, else its noun phrase."""
        if token.tag_ in ("WP", "WDT"):
            clause = next((above for above in token.ancestors if above.dep_ == "relcl"), None)
            token = token if clause is None else clause.head
        individual = self._mentions.individual(token)
        if individual is not None:
            return individual.name
        kept = [
            part.text
            for part in token.subtree
            if part.i <= token.i and part.dep_ not in ("det", "predet", "punct")
        ]
        return Name(" ".join(kept[-6:]))


class _Reading:
    """What the walk up a chain of heads has gathered so far."""

    def __init__(self) -> None:
        self.polarity = Polarity.AFFIRMED
        self.modality: Modality | None = None
        self.source: Token | None = None
        self.claimed = False
        self.would = False

    def set(self, modality: Modality) -> None:
        """Take a modality; the innermost stays."""
        if self.modality is None:
            self.modality = modality

    def claim(self, source: Token | None) -> None:
        """Mark as somebody's words; a plan or possibility that they tell of stays one."""
        self.set(Modality.PLANNED if self.would else Modality.CLAIMED)
        if self.source is None and not self.claimed:
            self.source = source
        self.claimed = True

    def climb(self, token: Token, sources: dict[int, Token]) -> None:
        """Read what stands between the token and the root of its sentence."""
        here, aside, alone = token, False, False
        while True:
            if not aside:
                self._own_marks(here)
                self._appointed(here)
            if taken_for_granted(here):
                break
            head = over_preposition(here)
            # The nearest source wins: who said it, before according to whom that was said.
            if is_known(here, head):
                aside = True
            elif here.dep_ != "ROOT" and (
                (not aside and self._governed(here, head)) or self._told(here, head)
            ):
                break
            if here.i in sources and not alone and not self.claimed:
                self.claim(sources[here.i])
            if here.head.i == here.i or here.dep_ in EMBEDDED:
                break
            alone = alone or _stands_alone(here)
            aside = aside or alone or here.dep_ == "advcl"
            here = here.head
        if self.would:
            self.set(Modality.POSSIBLE)

    def _own_marks(self, token: Token) -> None:
        for child in token.children:
            word = child.lower_
            if _denies(child):
                self.polarity = Polarity.NEGATED
            elif child.dep_ == "aux" and word in WILL:
                if not _goes_on(token):
                    self.set(Modality.PLANNED)
            elif child.dep_ == "aux" and word in MAY:
                self.set(Modality.POSSIBLE)
            elif child.dep_ == "aux" and word in ("would", "'d", "’d"):
                self.would = True
            elif child.dep_ == "mark" and word in CONDITIONS:
                self.set(Modality.POSSIBLE)
            elif child.dep_ == "advmod" and word in HEARSAY:
                self.claim(None)
            elif child.dep_ == "advmod" and word in MAYBE:
                self.set(Modality.POSSIBLE)
            elif child.dep_ in ("amod", "compound") and word in ADJECTIVES:
                self.set(ADJECTIVES[word])

    def _appointed(self, noun: Token) -> None:
        """What was called off does not take place, what was put off is still to come."""
        if noun.lemma_ not in APPOINTMENTS or noun.dep_ not in ("dobj", "nsubjpass"):
            return
        verb = with_particle(noun.head)
        if verb in CALLING_OFF:
            self.polarity = Polarity.NEGATED
        elif verb in PUTTING_OFF:
            self.set(Modality.PLANNED)

    def _governed(self, here: Token, head: Token) -> bool:
        """Take in what `head` makes of its dependent `here`; True where that settles the stance."""
        infinitive = any(child.dep_ == "aux" and child.lower_ == "to" for child in here.children)
        clausal = is_complement(here, infinitive=infinitive)
        lemma = head.lemma_
        if clausal and (lemma in REFUSAL or lemma in UNREADY):
            self.polarity = Polarity.NEGATED
            if lemma == "deny":
                self.claim(subject_of(head))
                return True
        elif (lemma in DOUBT and (clausal or here.dep_ == "dobj")) or (
            here.dep_ == "prep" and f"{lemma}+{here.lower_}" in DELIBERATING
        ):
            self.set(Modality.POSSIBLE)
        elif lemma in POSSIBLE_NOUNS and head.pos_ == "NOUN" and clausal:
            self.set(Modality.POSSIBLE)
            if is_none(head):
                self.polarity = Polarity.NEGATED
        elif _intended(here, head, still_to_come=clausal and (infinitive or lemma in DEMANDING)):
            self.set(Modality.PLANNED)
        elif lemma in CLAIM_NOUNS and here.dep_ in ("acl", "ccomp"):
            self.claim(next((c for c in head.children if c.dep_ == "poss"), None))
            return True
        return False

    def _told(self, here: Token, head: Token) -> bool:
        """Whether `here` heads what somebody says or holds; if so it is that source's claim."""
        told = here.dep_ in ("ccomp", "parataxis", "pcomp", "xcomp") and head.lemma_ in TELLING
        told = told or (here.dep_ == "oprd" and head.lemma_ in NAMING)
        told = told and not any(token.text == ";" for token in here.doc[here.i : head.i])
        if told:
            self.claim(subject_of(head))
        return told


def is_none(token: Token) -> bool:
    """Whether a phrase is of nobody and nothing: "*no* bank", "*neither* general"."""
    return any(child.dep_ == "det" and child.lower_ in NONE for child in token.children)


def _denies(part: Token) -> bool:
    """Whether a part of a phrase denies it: "not", "no", a subject that is nobody."""
    if part.dep_ in ("nsubj", "nsubjpass"):
        return any(word.lower_ in NONE for word in part.children)
    return part.dep_ == "neg" or (part.dep_ == "det" and part.lower_ == "no")


def _stands_alone(verb: Token) -> bool:
    """Whether a coordinated clause has a subject of its own: the negation before it does not reach it."""
    return verb.dep_ == "conj" and any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def _goes_on(verb: Token) -> bool:
    return verb.lemma_ in CONTINUING or any(child.lower_ == "still" for child in verb.children)


def _intended(here: Token, head: Token, *, still_to_come: bool) -> bool:
    """Whether `head` tells of an intention, and `here` of what is intended."""
    if head.lemma_ in INTENTION or head.lower_ in READY:
        return still_to_come or (here.dep_ == "dobj" and head.lemma_ not in DONE)
    if head.lemma_ in PLAN_NOUNS:
        return here.dep_ in ("acl", "prep")
    return here.dep_ == "advcl" and still_to_come
