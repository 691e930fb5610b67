"""Whose voice a text is in where it says "we", and by which words it speaks of itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from kb.facts.fillers import Filler
from kb.facts.lexicon import classes_of
from kb.facts.relations import step
from kb.mentions.base import Mentions
from kb.mentions.quotations import SPEECH, Quotation
from kb.model import Individual, IndividualKind, Name

if TYPE_CHECKING:
    from kb.tokens import Doc, Token

DEEPEST = 6
"""Steps up from a word to the verb of speech that its clause is told by."""
OWN = frozenset({"administration", "department", "government", "secretary", "ministry"})
"""Nouns that with "the" stand for the author of a release."""
ANSWERS = frozenset({"A", "Answer"})
"""What the lines of an interview begin with that are answers."""
PERFORMATIVE = frozenset(
    "condemn deplore denounce welcome urge call congratulate commend applaud support reaffirm reiterate "
    "stand "
    "remain express thank recognize recognise regret mourn offer extend join honor honour".split()
)
"""What the author of a statement does by it."""
PERFORMED = 3
"""How much more it tells of who the author is than other acts do."""
UNNAMED = frozenset({"actor", "people"})
"""Classes of nouns for those who may say "we" without a name."""
STATES = frozenset({IndividualKind.COUNTRY, IndividualKind.ORGANIZATION})


class Speakers:
    """Whom the first persons of a document mean, inside quotations and outside."""

    def __init__(
        self,
        doc: Doc,
        mentions: Mentions,
        leads: Mapping[Name, Individual],
        quotations: Sequence[Quotation],
    ) -> None:
        self._doc = doc
        self._mentions = mentions
        self._leads = leads
        self._quotations = quotations

    @cached_property
    def _self(self) -> Individual | None:
        asked = interviewed(self._doc, self._mentions, self._leads)
        return asked or author(self._doc, self._mentions, self._quotations)

    def meant(self, token: Token) -> Filler | None:
        """Who is meant by "we", "our" or a noun of the author's own at a token."""
        for quotation in self._quotations:
            if quotation.start <= token.i < quotation.end:
                return None if quotation.speaker is None else self._represented(self._doc[quotation.speaker])
        teller = _teller(token)
        if teller is not None:
            return self._represented(teller)
        return None if self._self is None else Filler(token, self._self, "self")

    def teller(self, token: Token) -> Filler | None:
        """For whom the one speaks who tells what the clause of a token says, or in whose quotation it is."""
        quoted = (one.speaker for one in self._quotations if one.start <= token.i < one.end)
        speaker = next((one for one in quoted if one is not None), None)
        teller = _teller(token) if speaker is None else self._doc[speaker]
        return None if teller is None else self._represented(teller)

    def _represented(self, speaker: Token) -> Filler | None:
        """For whom a speaker says "we": what he leads, else the body that an unnamed official is of."""
        named = self._mentions.individual(speaker)
        if named is not None:
            return Filler(speaker, self._leads.get(named.name) or self._employer(speaker, named), "self")
        words = ("from", "of", "poss", "modifier", "with", "at", "in")
        bodies = [one for word in words for one in step(speaker, word)]
        for body in bodies:
            individual = self._mentions.individual(body)
            if individual is not None and individual.kind in STATES:
                return Filler(body, individual, "self")
        unnamed = (*bodies, speaker) if "people" in classes_of(speaker) else bodies
        return next((Filler(one, None, "self") for one in unnamed if classes_of(one) & UNNAMED), None)

    def _employer(self, speaker: Token, named: Individual) -> Individual:
        """The organization that is named with a person: "Ana Lima *of UNICEF*"; else the speaker itself."""
        bodies = (self._mentions.individual(one) for word in ("of", "from") for one in step(speaker, word))
        if named.kind is not IndividualKind.PERSON:
            return named
        return next((one for one in bodies if one and one.kind is IndividualKind.ORGANIZATION), named)


def _teller(token: Token) -> Token | None:
    """The subject of the verb of speech that a clause is told by: "*he* said that we need tents"."""
    for verb in islice(token.ancestors, DEEPEST):
        if verb.dep_ == "ccomp" and verb.head.lemma_ in SPEECH:
            return next((child for child in verb.head.children if child.dep_ == "nsubj"), None)
    return None


def interviewed(doc: Doc, mentions: Mentions, leads: Mapping[Name, Individual]) -> Individual | None:
    """For whom speaks who answers the questions of an interview: the first officer that it names."""
    spoken = (doc[i] for i in range(1, len(doc) - 1) if doc[i + 1].text == ":" and doc[i - 1].is_space)
    if sum(label.text in ANSWERS for label in spoken) < 2:
        return None
    named = (mentions.individuals[mention.individual].name for mention in mentions)
    return next((leads[name] for name in named if name in leads), None)


def author(doc: Doc, mentions: Mentions, quoted: Sequence[Quotation]) -> Individual | None:
    """Whose voice the text is in where it says "we": the state or organization that acts most in it."""
    inside = {i for quotation in quoted for i in range(quotation.start, quotation.end)}
    acting: Counter[str] = Counter()
    individuals: dict[str, Individual] = {}
    first_person = False
    for token in doc:
        if token.i in inside:
            continue
        first_person = first_person or token.lower_ in ("we", "our")
        if token.dep_ == "nsubj":
            individual = mentions.individual(token)
            if individual is not None and individual.kind in STATES:
                acting[individual.name] += PERFORMED if _performs(token.head) else 1
                individuals[individual.name] = individual
    if not acting or not first_person:
        return None
    return individuals[max(acting, key=lambda name: (acting[name], name))]


def _performs(verb: Token) -> bool:
    """Whether a verb says what is done by saying it, as who releases a statement does: "condemns"."""
    return verb.lemma_ in PERFORMATIVE and verb.tag_ == "VBZ" and verb.dep_ in ("ROOT", "conj")


def doers(trigger: Token) -> Iterator[Token]:
    """The pronouns and nouns that may stand for the author: subject, possessor, subject of the verb above."""
    yield from step(trigger, "subject")
    yield from step(trigger, "poss")
    for verb in step(trigger, "verb"):
        yield from step(verb, "subject")


def own_noun(token: Token) -> bool:
    """Whether a noun with nothing but its article stands for the author of a release."""
    return token.lower_ in OWN and all(child.dep_ in ("det",) for child in token.lefts)
