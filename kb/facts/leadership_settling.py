"""What a title says in the end: the office in lower case without rank and quality, and how it is held."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kb.facts.fillers import Filler
from kb.facts.frames import Candidate, Values, table
from kb.facts.leadership import OfficeStatus
from kb.facts.lexicon import lemma, nouns
from kb.facts.relations import step
from kb.facts.titles import GENERALS, followed_by_general, in_lower_case, is_past
from kb.mentions.nominals import SENT
from kb.model import IndividualKind, Text

if TYPE_CHECKING:
    from kb.tokens import Token

OFFICES = nouns("office")
RANKS = nouns("rank")
_ALL_RANKS = RANKS | {
    "major",
    "brigadier",
    "lieutenant",
    "vice",
    "rear",
    "colonel",
    "captain",
    "ayatollah",
    "sheikh",
}
STANDING = table(
    (
        OfficeStatus.FORMER,
        "former ex late then ousted deposed fired outgoing departing retired sacked toppled disgraced "
        "one-time onetime erstwhile previous predecessor slain assassinated past",
    ),
    (OfficeStatus.ACTING, "acting interim caretaker transitional provisional"),
    (OfficeStatus.ELECT, "incoming designate nominated"),
)
_DROPPED = frozenset(STANDING) | frozenset(
    "current incumbent new newly old long longtime long-time veteran embattled first next re-elected "
    "appointed elected popular hardline reformist moderate conservative liberal pro-western authoritarian "
    "ailing young controversial powerful reclusive sitting beleaguered respective own very one two three "
    "four five six several many both second third fourth fifth provincial isolated exiled".split()
)
"""Words before an office that are no part of its name."""


def settle(values: Values, candidate: Candidate) -> Values | None:
    """The role in lower case, in the singular, without quality words; an office of nothing is none."""
    trigger = candidate.trigger
    if _only_qualifies(trigger):
        return None  # "*deputy* director"
    sent = lemma(trigger) in _SENT and _MISSION.search(values.get("role", "")) is not None
    if "of" not in values and lemma(trigger) not in _CROWNS and not sent:
        return None
    if "role" not in values or (values["role"] == "justice" and trigger.text.islower()):
        return None  # "a sense of *justice*"
    if _is_of_another(candidate, values["role"]):
        return None
    held = candidate.fillers.get("role")
    office = held.token if isinstance(held, Filler) else trigger
    lent = office.i != trigger.i
    text = in_lower_case(values["role"].replace(trigger.text, lemma(trigger), 1), office, lent=lent)
    text = _STRAY.sub(" ", _VAGUE.sub("", text))
    if office.i and office.nbor(-1).lower_ == "under" and lemma(trigger) in ("secretary", "general"):
        text = f"under {text}"
    text = _WHOLE.get(lemma(trigger), text)
    words = _without_rank([word for word in text.split() if not _DROPPED.issuperset(word.split("-"))])
    if "other" in words:
        return None
    if len(words) > _LONGEST:
        return None  # a list that the parse takes for a title
    role_text = " ".join(_SHORT.get(word, word) for word in words).removeprefix("- ").strip(_QUOTES)
    if role_text.startswith("ex-") or values.get("to"):
        role_text = role_text.removeprefix("ex-")
        values["status"] = OfficeStatus.FORMER
    elif values.get("status") is None and is_past(trigger):
        values["status"] = OfficeStatus.FORMER
    suffix = trigger.doc[trigger.i + 1 : trigger.i + 5].text.lower()
    if suffix == "-in-chief" and "chief" not in role_text:
        role_text += suffix
    elif followed_by_general(trigger) and not role_text.endswith("general"):
        role_text = role_text.replace(lemma(trigger), f"{lemma(trigger)} general", 1)
    elif suffix.startswith("-general"):
        if trigger.nbor(2).head.i != trigger.i:
            return None  # "general" is the trigger
        role_text += "-general"
    elif suffix.startswith(("-elect", "-designate")):
        values["status"] = OfficeStatus.ELECT
    return {**values, "role": Text(role_text)} if role_text else None


def _is_of_another(candidate: Candidate, role: str) -> bool:
    """Whether a body was only guessed though the title tells another one: "President X of Mali, the chairman
    *of the bloc*".
    """
    of = candidate.fillers.get("of")
    guessed = isinstance(of, Filler) and (of.path.startswith("bearer") or of.path == "main")
    return guessed and _OF_ANOTHER.search(role) is not None


def _without_rank(words: list[str]) -> list[str]:
    """A title without the military rank that stands between it and the name: "commandant *major general*"."""
    kept = list(words)
    while len(kept) > 1 and kept[-1] in _ALL_RANKS and kept[-2] not in GENERALS:
        kept.pop()
    return kept if kept[-1:] and OFFICES.intersection(kept[-1:]) else words


def led(values: Values, candidate: Candidate) -> Values | None:
    """Who "had led" or "used to lead" does so no more; who leads a delegation of a state leads no state."""
    of = candidate.fillers["of"]
    state = isinstance(of, Filler) and of.individual and of.individual.kind is IndividualKind.COUNTRY
    objects = step(candidate.trigger, "object")
    if state and any(word.lemma_ in SENT for word in objects):
        return None
    return {**values, "status": OfficeStatus.FORMER} if is_past(candidate.trigger) else values


def _only_qualifies(trigger: Token) -> bool:
    """Whether the office is part of a longer title that ends in another: "*deputy* assistant secretary".

    A title by which members are addressed is a second office: "Committee *Chairman* Sen. Jane Roe".
    """
    doc, last = trigger.doc, min(trigger.i + 4, trigger.sent.end)
    if last > trigger.i + 1 and doc[trigger.i + 1].lower_ in _SHORT:
        return False
    for i in range(trigger.i + 1, last):
        if doc[i].lower_ in OFFICES | {"prime"}:
            return True
        if doc[i].pos_ not in ("NOUN", "PROPN", "ADJ") or doc[i].ent_type_ == "PERSON":
            break
        if not (doc[i].text[0].isupper() and trigger.text[0].isupper()):
            break
    return False


def candidacy(values: Values, candidate: Candidate) -> Values | None:
    """ "Presidential candidate": the office that somebody seeks."""
    before = [word.lower_ for word in candidate.trigger.lefts]
    offices = [_SOUGHT[word] for word in before if word in _SOUGHT]
    return {**values, "role": Text(offices[0])} if offices and "of" in values else None


_LONGEST = 14
"""Words that a title may have."""
_QUOTES = "\"'“”‘’« »"
_SHORT = {"sen.": "senator", "rep.": "representative", "gov.": "governor", "gen.": "general"}
_WHOLE = {"staff": "chief of staff", "sen.": "senator", "rep.": "representative"}
"""Titles to which nothing before them belongs."""
_SOUGHT = {
    "presidential": "president",
    "vice-presidential": "vice president",
    "gubernatorial": "governor",
    "mayoral": "mayor",
    "senatorial": "senator",
    "parliamentary": "member of parliament",
}
_VAGUE = re.compile(
    r" (of|for) (an? .*|(the|this|his|her|its|their) ([\w-]+ )*"
    r"(nation|country|state|republic|group|organi[sz]ation|company|party|movement|union|body|world)"
    r"|for ([\w-]+ )*(years?|months?|decades?|terms?))$|[ -]in[ -]+exile$"
)
"""What follows an office when the text says of what in other words than the name."""
_OF_ANOTHER = re.compile(
    r" (of|for) (the|its|his|her|their) [a-z]+( [a-z]+)?$|’s |'s |(advis[eo]r|aide|assistant) to |campaign"
)
_STRAY = re.compile(r"(^|\s)[(\[][\s]?|(^|\s)['’]s\s|[)\]]")
"""Signs that stand in a title once the name inside it is left out: "member of *'s* parliament"."""
_SENT = frozenset({"ambassador", "envoy", "coordinator", "representative"})
_MISSION = re.compile(r" (to|for|in) (the )?[A-Z]")
"""Who is sent somewhere, and where: an office that is told even if not by whom."""
_CROWNS = frozenset({"king", "queen", "pope", "emperor", "sultan", "emir"})
