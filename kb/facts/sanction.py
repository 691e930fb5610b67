"""Sanction: an authority restricts a target's trade, assets or movement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Self

from kb.facts.base import Claim, Fact, slot
from kb.facts.fillers import Filler
from kb.facts.frames import Candidate, Values
from kb.facts.lexicon import classes_of, verbs
from kb.facts.relations import step
from kb.model import Modality, Name, PartialDate, Text

if TYPE_CHECKING:
    from kb.tokens import Token


class SanctionStatus(StrEnum):
    """Where the sanction stands at the document's date."""

    IN_FORCE = "in_force"
    IMPOSED = "imposed"
    PROPOSED = "proposed"
    THREATENED = "threatened"
    EXTENDED = "extended"
    EASED = "eased"
    LIFTED = "lifted"
    VIOLATED = "violated"


@dataclass(frozen=True, kw_only=True)
class Sanction(Fact):
    """`issuer` sanctions `target` by `measure` ("arms embargo") for `reason` under `instrument`."""

    TYPE = "sanction"
    DIRECT = "sanctions"
    ENDS = ("issuer", "target")
    UNREAL: ClassVar = {
        SanctionStatus.PROPOSED: Modality.PLANNED,
        SanctionStatus.THREATENED: Modality.POSSIBLE,
    }
    EVENTS = frozenset(
        {SanctionStatus.IMPOSED, SanctionStatus.EXTENDED, SanctionStatus.EASED, SanctionStatus.LIFTED}
    )
    PERFORMER = "issuer"
    POPULATED = "target"

    issuer: Name | None = slot(key=True)
    target: Name = slot(key=True, required=True)
    measure: Text | None = slot(key=True)
    reason: Text | None = slot()
    instrument: Text | None = slot()
    status: SanctionStatus = slot(default=SanctionStatus.IN_FORCE)

    def told(self, modality: Modality) -> Self:
        """A sanction that is still to come is a proposal, one that may come a threat."""
        if self.status is not SanctionStatus.IMPOSED or modality not in _TO_COME:
            return self
        return replace(self, status=_TO_COME[modality])


ANNOUNCEMENT = 2
"""Sanctions imposed on a document's own date that make it the announcement of all that it tells of."""


def dated(claims: Iterable[Claim], day: date | None) -> list[Claim]:
    """The claims; what an announcement says to be imposed, without a date, is so on its own `day`."""
    found = list(claims)
    if day is None:
        return found
    today = PartialDate(day.isoformat())
    imposed = [claim for claim in found if _is_imposed(claim)]
    if sum(claim.date == today for claim in imposed) < ANNOUNCEMENT:
        return found
    undated = {id(claim) for claim in imposed if claim.date is None}
    return [replace(claim, date=today) if id(claim) in undated else claim for claim in found]


def _is_imposed(claim: Claim) -> bool:
    """Whether a claim says that somebody did impose a sanction."""
    fact = claim.fact
    told = isinstance(fact, Sanction) and fact.status is SanctionStatus.IMPOSED and fact.issuer is not None
    return told and claim.modality is Modality.ACTUAL


_TO_COME = {Modality.PLANNED: SanctionStatus.PROPOSED, Modality.POSSIBLE: SanctionStatus.THREATENED}
STATUS = {
    **dict.fromkeys(verbs("propose"), SanctionStatus.PROPOSED),
    **dict.fromkeys(verbs("impose"), SanctionStatus.IMPOSED),
    **dict.fromkeys(verbs("extend"), SanctionStatus.EXTENDED),
    **dict.fromkeys(verbs("ease"), SanctionStatus.EASED),
    **dict.fromkeys(verbs("lift"), SanctionStatus.LIFTED),
    **dict.fromkeys(verbs("threaten"), SanctionStatus.THREATENED),
    **dict.fromkeys(verbs("violate"), SanctionStatus.VIOLATED),
    **dict.fromkeys(("maintain", "keep", "remain", "enforce", "retain"), SanctionStatus.IN_FORCE),
}
MARKS = {"status": STATUS}
"""Where a sanction stands, by the verb of which it is the object."""
OF_SANCTIONS = {
    **dict.fromkeys(
        "violation breach evasion circumvention defiance contravention".split(), SanctionStatus.VIOLATED
    ),
    **dict.fromkeys("lifting removal repeal end suspension termination".split(), SanctionStatus.LIFTED),
    **dict.fromkeys("easing relaxation relief waiver".split(), SanctionStatus.EASED),
    **dict.fromkeys("extension renewal prolongation tightening expansion".split(), SanctionStatus.EXTENDED),
    **dict.fromkeys(
        "imposition introduction reimposition re-imposition snapback".split(), SanctionStatus.IMPOSED
    ),
    **dict.fromkeys("threat risk possibility prospect".split(), SanctionStatus.THREATENED),
}
"""Where a sanction stands, by the noun that it is said to be the matter of: "*violation* of sanctions"."""
_VAGUE = frozenset(
    "individuals entities companies people persons targets parties actors others entity individual company "
    "person target party government country ship vessel".split()
)
_TAKING_UP = frozenset(
    "these those them sanctioned designated blacklisted targeted listed penalized penalised delisted".split()
)
"""Words by which nouns tell of those sanctioned before, or say themselves that they were."""
_PUTTING = frozenset({"named", "added", "placed", "put", "included"})
_DRAFTS = frozenset("bill legislation plan proposal draft motion amendment push call bid request".split())
"""What is not in force yet: "*legislation* to sanction X"."""
_NAMED = frozenset(
    "list blacklist committee panel evasion violation breach buster expert envoy relief waiver".split()
)
_ANY_LISTS = frozenset({"addition", "list", "package"})
_LISTED = frozenset({"embargo", "listed", "measure"})
_PROPOSING = verbs("propose") - {"agree", "plan", "prepare", "intend"}


def settle(values: Values, candidate: Candidate) -> Values | None:
    """An authority does not sanction itself, names of lists tell no more, what is asked for is not done."""
    trigger = candidate.trigger
    named = trigger.dep_ == "compound" and trigger.head.lemma_.lower() in _NAMED
    vague = str(values.get("target")).lower() in _VAGUE
    if named or vague or values.get("issuer") == values.get("target"):
        return None
    target, issuer = candidate.fillers.get("target"), candidate.fillers.get("issuer")
    if isinstance(target, Filler) and isinstance(issuer, Filler) and _inside(issuer, target):
        return None  # "sanction the *Georgian* prime minister": who is meant is no issuer
    if isinstance(target, Filler) and target.path.endswith("modifier") and target.individual is None:
        return None  # "a ban on *public* gatherings"
    if values.get("status") is SanctionStatus.VIOLATED and _breaks(candidate.filler("issuer"), trigger):
        values["issuer"] = None
    of = trigger.head.head.lemma_ if trigger.dep_ == "pobj" and trigger.head.lower_ in ("of", "from") else ""
    if of in OF_SANCTIONS:
        values["status"] = OF_SANCTIONS[of]
    if _is_proposed(trigger) and values.get("status") is SanctionStatus.IMPOSED:
        values["status"] = SanctionStatus.PROPOSED
    return values


def _breaks(issuer: Filler | None, trigger: Token) -> bool:
    """Whether somebody is said to break sanctions, and issues none."""
    verb = next(step(trigger, "verb"), None)
    return verb is not None and issuer is not None and issuer.token in tuple(step(verb, "subject"))


def _is_proposed(trigger: Token) -> bool:
    """Whether what a sanction is told by hangs on a verb of proposing, or is said of a draft."""
    verb = trigger if trigger.pos_ == "VERB" else next(step(trigger, "verb"), trigger)
    if verb.dep_ in ("ccomp", "xcomp"):
        return verb.head.lemma_ in _PROPOSING
    return verb.dep_ in ("acl", "relcl") and verb.head.lemma_ in _DRAFTS


def listed(values: Values, candidate: Candidate) -> Values | None:
    """Whom a list of those sanctioned names; other lists are somebody's too ("its *list* of advisers")."""
    noun = candidate.trigger
    owned = candidate.filler("issuer") is not None and noun.lemma_.lower() in _ANY_LISTS
    told = (part for part in noun.subtree if part.i != noun.i and not _LISTED.isdisjoint(classes_of(part)))
    return None if owned and not any(told) else settle(values, candidate)


def taken_up(values: Values, candidate: Candidate) -> Values | None:
    """Those sanctioned, of whom more is told: "among *these* people is X", "*sanctioned* firms include"."""
    taken = any(child.lower_ in _TAKING_UP or _on_list(child) for child in candidate.trigger.children)
    return settle(values, candidate) if taken else None


def _on_list(word: Token) -> bool:
    """Whether a participle says that somebody stands on a list: "the three *named on the list*"."""
    return word.lower_ in _PUTTING and any(inner.lower_ in ("list", "blacklist") for inner in word.subtree)


def dealt_with(values: Values, candidate: Candidate) -> Values | None:
    """Whom its own people may not deal with, an authority sanctions: "barred *its* firms from X"."""
    return settle(values, candidate) if _is_own(candidate) else None


def barred(values: Values, candidate: Candidate) -> Values | None:
    """Whom an authority shuts out, unless they are its own people."""
    return None if _is_own(candidate) else settle(values, candidate)


def _is_own(candidate: Candidate) -> bool:
    """Whether those that are forbidden something are the issuer's own: "its citizens"."""
    owner, issuer = candidate.fillers.get("owner"), candidate.fillers.get("issuer")
    if not isinstance(owner, Filler) or not isinstance(issuer, Filler):
        return False
    return owner.token.tag_ == "PRP$" or (
        owner.individual is not None and owner.individual == issuer.individual
    )


def _inside(issuer: Filler, target: Filler) -> bool:
    """Whether the issuer is named before the noun for the target, in its phrase."""
    within = issuer.token.i < target.token.i and target.token.is_ancestor(issuer.token)
    return within and not issuer.path.endswith("subject")  # "the *OFAC*-sanctioned bank"
