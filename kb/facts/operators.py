"""Programmes seen over a whole document: whose they are where a pronoun says so, and which are the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from kb.facts.base import Claim, Fact
from kb.facts.fillers import Filler
from kb.facts.frames import Candidate
from kb.facts.lexicon import nouns
from kb.facts.phrases import phrase
from kb.facts.program import Domain, Program, ProgramStatus
from kb.facts.program_settling import domain_of
from kb.gazetteer import builtin
from kb.mentions.base import Form, Mentions
from kb.model import Individual, IndividualKind, Name, Text

if TYPE_CHECKING:
    from kb.tokens import Token

NOUNS = nouns("undertaking", "trial")
TRIALS = nouns("trial")
MOST = 0.6
"""Share of a field's programmes in a document from which their operator counts as that of all."""
PARTIES = frozenset({"verb.subject"})
"""Paths to who does something about a programme, which may be another's: "*they* left the nuclear deal"."""
GENERIC = frozenset(
    "a an the its their new recent latest planned more other such own controversial banned illicit alleged "
    "disputed ongoing so-called suspected first second successful two three four five several many".split()
)
"""Words that do not tell one programme from another of the same operator and field."""


def agree(candidates: Iterable[Candidate], mentions: Mentions) -> list[Candidate]:
    """The candidates, those with "its" or no operator given the one that the text names for the field."""
    found = list(candidates)
    named: dict[Domain, dict[Name, Individual]] = defaultdict(dict)
    counts: dict[Domain, Counter[Name]] = defaultdict(Counter)
    for candidate in found:
        operator, domain = _operator(candidate), _domain(candidate)
        if operator is None or domain is None or operator.path in PARTIES:
            continue
        if not _pronoun(operator.token, mentions):
            assert operator.individual is not None
            named[domain][operator.individual.name] = operator.individual
            counts[domain][operator.individual.name] += 1
    main = {domain: _dominant(counts[domain], named[domain]) for domain in counts}
    return [
        one
        for candidate in found
        if (one := _operated(_settled(candidate, named, mentions), main, mentions)) is not None
    ]


def _settled(
    candidate: Candidate, named: dict[Domain, dict[Name, Individual]], mentions: Mentions
) -> Candidate:
    operator, domain = _operator(candidate), _domain(candidate)
    if operator is None or domain is None or not _pronoun(operator.token, mentions):
        return candidate
    known = named.get(domain, {})
    assert operator.individual is not None
    if len(known) != 1 or operator.individual.name in known:
        return candidate
    meant = replace(operator, individual=next(iter(known.values())))
    return candidate.filled({**candidate.fillers, "operator": meant})


def _dominant(counts: Counter[Name], named: dict[Name, Individual]) -> Individual | None:
    """The operator of at least most of a field's programmes in the document."""
    name, count = counts.most_common(1)[0]
    return named[name] if count >= MOST * counts.total() else None


def _operated(
    candidate: Candidate, main: dict[Domain, Individual | None], mentions: Mentions
) -> Candidate | None:
    """A system without operator goes to the main one of its field, if numbered or the object of a deed."""
    if candidate.frame.fact is not Program or "operator" not in candidate.missing:
        return candidate
    domain = _domain(candidate)
    name = candidate.fillers["name"]
    assert isinstance(name, Filler)
    operator = _known(phrase(name.token), mentions) or (main.get(domain) if domain is not None else None)
    called = bool(_numbered(phrase(name.token)))
    if operator is None or not (called or candidate.trigger.pos_ == "VERB"):
        return None
    filler = Filler(candidate.trigger, operator, "main")
    return replace(candidate, fillers={**candidate.fillers, "operator": filler}, missing=())


def _known(name: str, mentions: Mentions) -> Individual | None:
    """The country of the text that the gazetteer knows a system to be of: "the Simorgh rocket"."""
    entries = builtin().entries(name) or builtin().entries(name.rpartition(" ")[0])
    countries = {entry.iso2 for entry in entries if entry.kind is IndividualKind.OTHER}
    found = (builtin().country(iso2) for iso2 in countries if iso2)
    names = {country.name for country in found if country is not None}
    return next((one for one in mentions.individuals if one.name in names), None)


def _operator(candidate: Candidate) -> Filler | None:
    found = candidate.fillers.get("operator") if candidate.frame.fact is Program else None
    return found if isinstance(found, Filler) and found.individual is not None else None


def _domain(candidate: Candidate) -> Domain | None:
    found = candidate.fillers.get("name")
    return domain_of(phrase(found.token)) if isinstance(found, Filler) else None


def _pronoun(token: Token, mentions: Mentions) -> bool:
    mention = mentions.covering(token)
    return mention is not None and mention.form in (Form.PRONOUN, Form.NOMINAL)


def unify(claims: Iterable[Claim]) -> list[Claim]:
    """The claims; a programme goes by the first name that the text gives it, if others add nothing."""
    found = list(claims)
    stages: dict[tuple[Name, Text], ProgramStatus] = {}
    names: dict[tuple[Name, Domain], list[Text]] = defaultdict(list)
    for claim in found:
        if isinstance(claim.fact, Program):
            names[claim.fact.operator, claim.fact.domain].append(claim.fact.name)
    found = [
        claim.of(replace(claim.fact, name=_same(claim.fact, names)))
        if isinstance(claim.fact, Program)
        else claim
        for claim in found
    ]
    for claim in found:
        fact = claim.fact
        if isinstance(fact, Program) and fact.status is not ProgramStatus.ACTIVE:
            stages.setdefault((fact.operator, fact.name), fact.status)
    return [claim.of(_staged(claim.fact, stages)) for claim in found]


def _staged(fact: Fact, stages: dict[tuple[Name, Text], ProgramStatus]) -> Fact:
    """A system that is merely mentioned is as far as the document says elsewhere."""
    mentioned = isinstance(fact, Program) and fact.status is ProgramStatus.ACTIVE
    if not isinstance(fact, Program) or not mentioned or "#system" not in _telling(fact.name):
        return fact
    return replace(fact, status=stages.get((fact.operator, fact.name), fact.status))


def _same(fact: Program, names: dict[tuple[Name, Domain], list[Text]]) -> Text:
    """The first name in the document with the same telling words, or one that has more of them."""
    own, model = _telling(fact.name), _numbered(fact.name)
    for name in names[fact.operator, fact.domain]:
        if own <= _telling(name) or (model and model == _numbered(name)):
            return name
    return fact.name


def _numbered(name: str) -> frozenset[str]:
    """The words of a name that give a model or number: "Hwasong-12", "4C"."""
    words = name.replace("-", " ").split()
    return frozenset(
        word
        for before, word in zip(["", *words], words, strict=False)
        if word[0].isdigit() and before[:1].isupper()
    )


def _telling(name: str) -> frozenset[str]:
    """The words that tell a programme; "program", "tests", "ambitions" of one field are one undertaking."""
    words = [word.rstrip("s") for word in name.lower().replace("-", " ").split() if word not in GENERIC]
    kept = [word for word in words if word not in NOUNS and word not in ("weapon", "atomic")]
    head = words[-1] if words else ""
    sort = head if head in TRIALS and not name.endswith("s") else "program" if head in NOUNS else "system"
    return frozenset((*kept, f"#{sort}"))
