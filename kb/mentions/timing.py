"""What a date expression dates, and how a clause lies in time: read off the parse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.tokens import Span, Token

CLIMB = frozenset(
    {"pobj", "pcomp", "prep", "npadvmod", "advmod", "nmod", "compound", "nummod", "dep", "appos", "poss"}
)
"""Relations that lead from a date expression up to what it dates."""
EVENTS = frozenset(
    "attack drill exercise explosion firing flight launch meeting mission operation raid strike summit talk "
    "test trip visit".split()
)
"""Nouns for what takes place at one time."""
KIN = {
    noun: frozenset((noun, *verbs.split()))
    for nouns, verbs in (
        ("flight launch", "blast fire launch lift orbit shoot test"),
        ("explosion firing test", "carry conduct detonate explode fire launch shoot stage test"),
        ("meeting summit talk", "gather hold meet summit talk"),
        ("trip visit", "arrive come fly go travel visit"),
        ("attack raid strike", "attack bomb fire hit kill raid strike"),
    )
    for noun in nouns.split()
}
"""What told of an event of which a noun tells again: "*fired* a missile on Sunday … *the launch*"."""
FUTURE = frozenset("will shall 'll ’ll may might would could".split())
PROSPECTIVE = frozenset({"plan", "expect", "schedule", "intend", "due", "set", "prepare", "aim", "hope"})
INTENT = frozenset("aim ambition intention plan pledge promise proposal vow".split())
"""Nouns whose infinitive is still to come."""
TAKING_PLACE = frozenset(
    "take hold occur happen begin start open end conclude come fail follow succeed".split()
)
ORDER = frozenset({"before", "after"})
UNITS = frozenset("minutes hour hours day days week weeks month months year years".split())
MEANWHILE = frozenset("at by during in on through while with".split())
"""Prepositions whose phrase tells of the same time as the clause around it."""
MOTION = frozenset("arrive come fly gather go leave meet travel visit".split())
"""Verbs for what one does in order to be at the event that their phrase with "for" names."""
NAMING = frozenset("call describe dub identify know label name".split())
"""Verbs that say what something is called, whenever."""
SEEMING = frozenset({"appear", "prove", "seem"})
SCHEDULED = frozenset("begin convene come end expire open resume start".split())
"""Verbs whose present tense tells of what is to come on a day that is named."""
UNTIL = frozenset({"until", "till"})
NUMBERED = frozenset("article decree directive law no number order regulation resolution resolutions".split())
"""What a number after it is no year of."""
RECURRING = frozenset({"every", "each"})
DEFINITE = frozenset({"the", "this", "that"})
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last".split())


def governor_of(token: Token) -> Token:
    """The word that a date expression says the time of: a verb, or a noun that no verb stands above."""
    here = token
    while here.dep_ in CLIMB and here.head.i != here.i:
        here = here.head
        if here.pos_ in ("VERB", "AUX") or _has_its_own_time(here):
            return _above_name(here)
        if here.dep_ == "appos" and here.ent_type_ != "DATE":
            return here
    return here


def _has_its_own_time(noun: Token) -> bool:
    """Whether a date is that of the noun, not of the clause: "concern over a *test* in May"."""
    if noun.dep_ != "pobj":
        return False
    preposition = noun.head
    if preposition.lower_ == "for" and preposition.head.lemma_ in MOTION:
        return False
    event = noun.lemma_ in EVENTS and preposition.lower_ not in MEANWHILE
    return preposition.lower_ in ORDER or event


def _above_name(verb: Token) -> Token:
    """What a clause tells of whose date stands with a name: "*fired* what seemed a missile called X"."""
    free = verb.dep_ == "ccomp" and any(child.lower_ == "what" for child in verb.lefts)
    if verb.lemma_ not in NAMING or not (free or verb.dep_ == "acl"):
        return verb
    here = verb.head
    while here.head is not here and (here.pos_ != "VERB" or here.lemma_ in SEEMING):
        if here.dep_ not in ("attr", "ccomp", "dobj", "oprd", "xcomp"):
            break
        here = here.head
    return here


def dated_by(span: Span, governor: Token) -> Iterator[Token]:
    """All that a date is the time of: its governor, and events and verbs that it stands between."""
    yield governor
    yield from _subjects_before(span, governor)
    yield from (token for token in _way(span.root, governor) if token.lemma_ in EVENTS)
    if _stands_before_verb(span, governor):
        yield governor.head


def _way(start: Token, governor: Token) -> list[Token]:
    """What lies between a date and its governor."""
    way = []
    here = start
    while here is not governor and here.dep_ in CLIMB and here.head is not here:
        here = here.head
        way.append(here)
    return way[:-1]


def _stands_before_verb(span: Span, subject: Token) -> bool:
    """Whether a date hangs on the subject of what it dates: "Mali *on Sunday* gave"."""
    if subject.dep_ not in ("nsubj", "nsubjpass") or subject.lemma_ in EVENTS or not is_past(subject.head):
        return False
    before = span.doc[span.start - 1].lower_ if span.start else ""
    return before in ("in", "on") if span.start < subject.i else span.root.head.lower_ != "since"


def _subjects_before(span: Span, governor: Token) -> Iterator[Token]:
    """The subject that a date follows, which it dates as well as the verb: "the *test* last month drew"."""
    if span.start < governor.i:
        for child in governor.lefts:
            if child.dep_ in ("nsubj", "nsubjpass"):
                gap = span.start - child.right_edge.i
                if gap == 1 or (gap == 2 and child.lemma_ in EVENTS):
                    yield child


def names_no_date(span: Span) -> bool:
    """Whether an expression is part of a name or number, or recurs: "resolution *1718*", "every *Monday*"."""
    before = span.doc[span.start - 1] if span.start else None
    if before is None:
        return False
    named = before.dep_ == "compound" and before.pos_ == "PROPN" and span.start <= before.head.i < span.end
    return named or before.lower_ in NUMBERED or before.lower_ in RECURRING


def is_no_time_of_it(span: Span, governor: Token) -> bool:
    """Whether an expression says until or since when something is so: "the third *since 2016*"."""
    preposition = span[0] if span[0].dep_ == "prep" else span.root.head
    if preposition.lower_ in UNTIL:
        return True
    if preposition.lower_ == "by" and preposition.dep_ == "prep":
        return not prospective(governor)
    if "since" not in (preposition.lower_, *(token.lower_ for token in span)):
        return _is_one_of_several(span)
    ranked = preposition.head if preposition.lower_ == "since" else span.root
    return any(
        part.lower_ in ORDINALS or part.tag_ in ("JJS", "RBS") for part in (*ranked.children, *span, ranked)
    )


def _is_one_of_several(span: Span) -> bool:
    """Whether other years stand beside it: "in *2006*, 2009 and 2013"."""
    root = span.root
    return root.like_num and (
        root.dep_ == "conj" or any(child.dep_ == "conj" and child.like_num for child in root.rights)
    )


def apart(span: Span) -> tuple[Token, Token] | None:
    """The two events, earlier and later, that "two months before" or "a week after" sets apart."""
    doc, end = span.doc, span.end
    marker = doc[end] if end < len(doc) and doc[end].lower_ in ORDER else doc[end - 1]
    if marker.lower_ not in ORDER or UNITS.isdisjoint(token.lower_ for token in span):
        return None
    if marker.dep_ == "mark":
        told, main = marker.head, marker.head.head
    else:
        told = next((child for child in marker.children if child.dep_ in ("pcomp", "pobj")), marker)
        main = governor_of(marker)
    if told is marker or told is main:
        return None
    return (main, told) if marker.lower_ == "before" else (told, main)


def taken_up(noun: Token) -> bool:
    """Whether a noun may tell again of one event that was told before: "*the launch*", "*her visit*"."""
    if noun.lemma_ not in KIN or noun.tag_ != "NN" or any(child.dep_ == "prep" for child in noun.rights):
        return False
    return [mark.lower_ in DEFINITE or mark.tag_ == "PRP$" for mark in noun.lefts] == [True]


def happens(verb: Token) -> bool:
    """Whether a verb says only when and where its subject happened: "took place", not "took office"."""
    if verb.lemma_ == "hold":
        return any(child.dep_ == "auxpass" for child in verb.lefts)
    if verb.lemma_ in ("blast", "lift", "take"):
        return any(child.lower_ in ("effect", "off", "place") for child in verb.rights)
    return verb.lemma_ in TAKING_PLACE


def is_past(verb: Token) -> bool:
    """Whether a clause tells of the past: "reached", "was reached", "was meeting"; not "had reached"."""
    return verb.tag_ == "VBD" or any(
        child.dep_ in ("aux", "auxpass") and child.tag_ == "VBD" and child.lemma_ == "be"
        for child in verb.lefts
    )


def _is_scheduled(verb: Token) -> bool:
    """Whether the present tense of a verb may tell of what is to come: "*takes* effect on Friday"."""
    effect = verb.lemma_ == "take" and any(child.lower_ in ("effect", "place") for child in verb.rights)
    return effect or verb.lemma_ in SCHEDULED


def prospective(governor: Token) -> bool:
    """Whether the governing verb tells of what is still to come."""
    auxiliaries = [child for child in governor.children if child.dep_ == "aux"]
    if any(child.lower_ in FUTURE for child in auxiliaries) or governor.lemma_ in PROSPECTIVE:
        return True
    if governor.tag_ in ("VBZ", "VBP") and _is_scheduled(governor):
        return True
    above = governor.head
    if governor.dep_ == "pobj" and above.head.lower_ == "ahead":
        return True
    if governor.dep_ == "conj" and governor.tag_ == "VB" and not auxiliaries:
        return any(child.lower_ in FUTURE and child.dep_ == "aux" for child in above.children)
    if not any(child.lower_ == "to" for child in auxiliaries):
        return False
    intent = governor.dep_ == "acl" and above.lemma_ in INTENT
    return intent or (
        governor.dep_ == "xcomp" and (above.lemma_ in PROSPECTIVE or above.lemma_ in ("be", "invite"))
    )
