"""Document context: slots that a sentence leaves open are filled from the rest of the document.

A candidate that misses a slot of `context` roles is completed, in this order, by
    the self      "we", "our", "the Administration" of a release; of a quotation the speaker's country
    a twin        the nearest candidate of its kind that shares the slots it has
    the rule      the filler that most candidates of its kind agree on
    who sanctions and whom: see `kb.facts.sanctioning`
    the receiver  where goods go or are missing: see `kb.facts.receivers`
    whereabouts   the country of "the southern city of Kherson": see `kb.facts.whereabouts`
What stays open is dropped: a fact of which nobody knows who did it, or to whom, is none to publish. Only
sanctions that come from no one in particular ("international sanctions") go without an issuer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kb.facts.authors import STATES, Speakers, doers, own_noun
from kb.facts.base import Fact
from kb.facts.containment import Containment
from kb.facts.fillers import FIRST_PERSON, Filler
from kb.facts.frames import Candidate, identity
from kb.facts.leadership import Leadership
from kb.facts.lexicon import classes_of
from kb.facts.meeting import Meeting
from kb.facts.need import Need
from kb.facts.parties import FUNDS, PERSON, by_means_of, by_person, is_officer, is_own
from kb.facts.receivers import PARTS, Receivers
from kb.facts.relations import step
from kb.facts.sanction import Sanction
from kb.facts.sanctioning import Sanctioning, may_lack_issuer, of_many
from kb.facts.supply import Supply
from kb.facts.whereabouts import Whereabouts
from kb.mentions.base import Mentions
from kb.mentions.quotations import Quotation
from kb.model import Individual, IndividualKind, Name

if TYPE_CHECKING:
    from kb.tokens import Doc, Token

WAYS: dict[type[Fact], tuple[str, ...]] = {
    Sanction: ("self", "named", "twin", "before", "teller", "agreed", "topic"),
    Supply: ("self", "receiver"),
    Need: ("self", "receiver"),
    Meeting: ("self",),
    Containment: ("whereabouts",),
}
"""Which of the ways hold for which kind: whoever sanctions goes on to, whoever supplies need not."""
UNKNOWN = "speaker"
"""What a candidate lacks that is told by somebody whom the text does not name."""


def complete(
    candidates: Iterable[Candidate], doc: Doc, mentions: Mentions, quotations: Sequence[Quotation]
) -> Iterator[Candidate]:
    """The candidates that state a whole fact, some of them completed from others."""
    found = list(candidates)
    context = _Context(found, doc, mentions, quotations)
    for candidate in found:
        completed = context.completed(candidate)
        if completed is not None:
            yield completed


class _Context:
    """What a document says as a whole."""

    def __init__(
        self, candidates: list[Candidate], doc: Doc, mentions: Mentions, quotations: Sequence[Quotation]
    ) -> None:
        self._mentions = mentions
        self._whole: dict[type[Fact], list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            if not candidate.missing and not by_person(candidate):
                self._whole[candidate.frame.fact].append(candidate)
        self._leads = _leads(candidates)
        self._speakers = Speakers(doc, mentions, self._leads, quotations)
        self._last: Filler | None = None
        self._sanctioning = sanctioning = Sanctioning(candidates, mentions, self._speakers)
        self._ways = {
            "self": self._speaker_itself,
            "twin": self._twin,
            "named": sanctioning.named,
            "before": sanctioning.before,
            "teller": sanctioning.teller,
            "topic": sanctioning.topic,
            "agreed": self._agreed,
            "receiver": Receivers(candidates, mentions).found,
            "whereabouts": Whereabouts(mentions).found,
        }

    def completed(self, candidate: Candidate) -> Candidate | None:
        """The candidate with every slot it must have; None where the document does not tell."""
        candidate = self._for_state(candidate)
        ways = WAYS.get(candidate.frame.fact, ())
        supplier = candidate.fillers.get("supplier")
        if candidate.frame.fact is Supply and isinstance(supplier, Filler):
            self._last = supplier
        for slot in candidate.missing:
            if slot == "issuer" and of_many(candidate.trigger):
                continue
            found = (self._ways[way](candidate, slot) for way in ways)
            filler = next((one for one in found if one is not None), None)
            if filler is None and slot == "issuer" and may_lack_issuer(candidate):
                continue
            if filler is None:
                return None
            candidate = replace(candidate, fillers={**candidate.fillers, slot: filler})
            self._last = filler if candidate.frame.fact is Supply and slot == "supplier" else self._last
        return replace(candidate, missing=())

    def _for_state(self, candidate: Candidate) -> Candidate:
        """A leader who says "we need" or who sanctions acts for his state; who else sanctions is not told."""
        if candidate.frame.fact is Meeting:
            return self._sent(candidate)
        fillers = dict(candidate.fillers)
        needer, issuer = fillers.get("needer"), fillers.get("issuer")
        if isinstance(needer, Filler) and needer.token.lower_ in FIRST_PERSON:
            if needer.individual is None:
                return self._meant(candidate)
            state = self._leads.get(needer.individual.name, needer.individual)
            fillers["needer"] = replace(needer, individual=state)
        supplier = fillers.get("supplier")
        if candidate.frame.fact is Supply and isinstance(supplier, Filler):
            if is_own(supplier):
                del fillers["supplier"]
                return replace(candidate, fillers=fillers, missing=(*candidate.missing, "supplier"))
            lead = None if supplier.individual is None else self._leads.get(supplier.individual.name)
            if lead is not None and lead.kind is IndividualKind.COUNTRY:
                fillers["supplier"] = replace(supplier, individual=lead)
        if isinstance(issuer, Filler) and issuer.individual and issuer.individual.kind is PERSON:
            lead = self._leads.get(issuer.individual.name)
            if lead is None:
                del fillers["issuer"]
                return replace(candidate, fillers=fillers, missing=(*candidate.missing, "issuer"))
            fillers["issuer"] = replace(issuer, individual=lead)
        for slot in ("needer", "supplier") if candidate.frame.fact in (Need, Supply) else ():
            body = self._of_state(fillers.get(slot))
            if body is not None:
                fillers[slot] = body
        needer = fillers.get("needer")
        if is_officer(needer) and isinstance(needer, Filler) and "actor" not in classes_of(needer.token):
            return replace(candidate, missing=(*candidate.missing, UNKNOWN))
        if candidate.frame.fact is Supply and is_officer(fillers.get("supplier")):
            del fillers["supplier"]  # who he acts for is not told
            return replace(candidate, fillers=fillers, missing=(*candidate.missing, "supplier"))
        return replace(candidate, fillers=fillers)

    def _sent(self, candidate: Candidate) -> Candidate:
        """Those who meet by their names, else for the state or body that sent them: "Malian *officials*"."""
        found = candidate.fillers.get("participants", ())
        met = found if isinstance(found, tuple) else (found,)
        named = {one.path for one in met if one.individual is not None and one.individual.kind is PERSON}
        sent = tuple(self._of_state(one) or one if one.token.tag_ == "NNS" else one for one in met)
        kept = tuple(new for one, new in zip(met, sent, strict=True) if new is one or one.path not in named)
        return replace(candidate, fillers={**candidate.fillers, "participants": kept})

    def _of_state(self, officer: Filler | tuple[Filler, ...] | None) -> Filler | None:
        """For an officer without a name the state or body that the text says he is of."""
        if not isinstance(officer, Filler) or not is_officer(officer):
            return None
        bodies = (one for word in ("poss", "modifier", "of", "from") for one in step(officer.token, word))
        states = (self._mentions.individual(body) for body in bodies)
        state = next((one for one in states if one is not None and one.kind in STATES), None)
        return None if state is None else replace(officer, individual=state)

    def _meant(self, candidate: Candidate) -> Candidate:
        """A need that is told by "we": that of the speaker."""
        fillers = dict(candidate.fillers)
        needer = fillers.pop("needer")
        who = self._speakers.meant(needer.token) if isinstance(needer, Filler) else None
        if who is None:
            return replace(candidate, fillers=fillers, missing=(*candidate.missing, UNKNOWN))
        return replace(candidate, fillers={**fillers, "needer": who})

    def _speaker_itself(self, candidate: Candidate, slot: str) -> Filler | None:
        if slot != (candidate.frame.fact.ENDS or ("",))[0]:
            return None
        if candidate.frame.name in PARTS:
            return self._funder(candidate, candidate.trigger)
        for token in doers(candidate.trigger):
            if candidate.frame.fact is Supply and classes_of(token) & FUNDS:
                return self._funder(candidate, token)
            sanction = candidate.frame.fact is Sanction
            own = own_noun(token) or any(word.lower_ in FIRST_PERSON for word in (token, *token.lefts))
            if own or (sanction and "instrument" in classes_of(token)):
                meant = self._speakers.meant(token)
                return self._sanctioning.own(meant) if sanction and meant and meant.token == token else meant
        if candidate.frame.fact is Supply and any(by_means_of(candidate.trigger)):
            return None if self._last is None else _as_context(self._last, "before")
        return None

    def _funder(self, candidate: Candidate, money: Token) -> Filler | None:
        """Whose money it is that "will provide food": named with it, or who gave before."""
        for relation in ("poss", "modifier", "from"):
            for token in step(money, relation):
                individual = self._mentions.individual(token)
                if individual is not None and individual.kind in STATES:
                    return Filler(token, individual, "funds")
        return None if self._last is None else _as_context(self._last, "before")

    def _twin(self, candidate: Candidate, slot: str) -> Filler | None:
        """The filler in the nearest candidate, preferably before, that shares a slot."""
        here = candidate.trigger.i
        twins = [
            other
            for other in self._whole[candidate.frame.fact]
            if slot in other.fillers and candidate.shares(other, besides=slot)
        ]
        twins.sort(key=lambda other: (other.trigger.i > here, abs(other.trigger.i - here)))
        return _as_context(twins[0].fillers[slot], "twin") if twins else None

    def _agreed(self, candidate: Candidate, slot: str) -> Filler | None:
        fillers = [
            other.fillers[slot] for other in self._whole[candidate.frame.fact] if slot in other.fillers
        ]
        names = {identity(filler) for filler in fillers}
        return _as_context(fillers[0], "agreed") if len(names) == 1 else None


def _leads(candidates: Iterable[Candidate]) -> dict[Name, Individual]:
    """Each person's country or organization, from the document's own statements of office."""
    found: dict[Name, Individual] = {}
    for candidate in candidates:
        if candidate.frame.fact is Leadership:
            person, of = candidate.fillers.get("person"), candidate.fillers.get("of")
            if isinstance(person, Filler) and isinstance(of, Filler) and person.individual and of.individual:
                found.setdefault(person.individual.name, of.individual)
    return found


def _as_context(filler: Filler | tuple[Filler, ...], how: str) -> Filler:
    first = filler[0] if isinstance(filler, tuple) else filler
    return Filler(first.token, first.individual, how)
