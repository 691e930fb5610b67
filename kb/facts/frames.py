"""Frames: data that say in which ways language states a kind of fact; `kb.facts.engine` fills their slots.

A kind of fact lists FRAMES in its module: data that say which words may state such a fact (triggers) and
where in the grammar around the trigger each slot is found (roles). `kb.facts.FRAMES` is the list of all.

**Trigger**: `frame(Fact, "supply provide hand+over", "VERB", …)`. Lemmas in lower case; `+` joins a particle
("run+out") or, for nouns, the words before the head ("arms+embargo" fires on "embargo" after "arms").
Part of speech "VERB", "NOUN" (also proper nouns: "President"), "ADJ"; or "MENTION": the triggers are then
types of individuals ("place country") and every name of these types fires, in all its frames; "PLACE": words
of direction, whatever their part of speech.

**Role**: `role("target", "object on object.on", "actor")`: slot, the paths on which its filler is sought (the
first that yields an acceptable filler wins), and the acceptable types (none given: anything). `required`:
without it there is no fact. `context`: the candidate is kept without it, for `kb.facts.context` to complete
across sentences; what that leaves open is dropped. Neither: the slot may stay empty. `keep`: the
prepositions whose phrases stay part of a noun phrase that fills a Text slot ("secretary of state").
`one`: what is coordinated with the filler is no further filler.

**Path**: relations joined by dots, each seen logically, so one frame serves all constructions:
    subject    who does it: of active and passive (by), relative and participle clauses, control and raising,
               coordinated verbs, "US-led", the bearer of a predicative adjective
    object     what it is done to, likewise                    indirect   "gave *Iran* arms", "was given"
    self       the trigger                                     poss       "*Iran*'s army", "its army"
    of on to … any preposition by its own lemma: "sanctions *on* Iran"; multi-word ones: "because_of"
    modifier   names, adjectives and nouns before a noun: "*Iranian* oil", "*oil* embargo"
    bearer     whom a noun describes: "President *X*", "*X*, the president", "*X* became president"
    ahead      the person named after an office and its "of …"        behind     the person named right before
    home       "Putin of *Russia*"                             before     the name before a comma and the noun
    title      the nouns that describe a name (the reverse)    apposition "Khartoum, *Sudan*"
    verb       the verb a noun is object of ("impose *sanctions*": then verb.subject, verb.on …), or whose
               complement phrase it stands in ("be *in need* of")
    predicate  the verbs whose subject a noun is ("sanctions *hit* Iran", "sanctions *targeting* Iran")
    holder     who is in the state that a noun after a preposition tells of ("*people* in need")
    member     of whom a description is said to consist: "*A* is among the six", "the six include *A*"
    called     the name that a noun in apposition says more of: "*A*, a firm that sold valves"
    clause     the nearest verb above, whatever the relation   complement  infinitive or clause it governs
    where      the noun of a clause with "where"     above      what a phrase hangs on, up to its clause
    partner    what a noun is coordinated with       relative   verbs of clauses with "which" about a noun
    infinitive what something is done for ("needs cash *to pay* its soldiers")
    attribute  what a verb says its subject is ("the needs are *food* and *water*")
    earlier    the words of the sentence before, nearest first
    =hit|target  stays where it is, if the word there is one of these
    ~to ~for …   any preposition further on in the clause, whatever the parse hangs it on
    listed     what each line after a colon names      entry      what a line enters: "Japan: *$5m*"
    sum        what comes from somebody: "*$5m* from Japan"
    inside     names in the phrase of a noun, at any depth     next       the name after a comma
A filler that is coordinated, or a description followed by a list of names ("two banks: A and B", "banks such
as A"), gives one fact for each member; a slot of type tuple takes all, from several roles together.

**Types** of a filler: for a name "name" and person, organization, country, place, other, besides "actor" for
the first three, "place" for countries, "state" for a country or organization and a person in its stead (whose
office then says which); for a noun its classes in the lexicon (`kb/data/nouns.txt`), and
"description" (and "proper" for a proper noun that is no known name); for a clause "clause"; "self" for a
first person whom nothing tells. "-" excludes.

**under**: the frame fires only below these verbs ("impose sanctions"). **after**: only after these
prepositions. **constants**: values of slots.
**marks**: slot → lemma → value, read off the words before the trigger, then the verb above ("former").
**settle**: a function of the kind's module that gets the slot values and the candidate and returns corrected
values (a list for several facts), or None for no fact: for what data cannot say ("domain" by the class of
the programme's noun).
Of a fact's frames that fire on one trigger only the first in the list that finds its required fillers is
used (put the special before the general), and those that are **also** to fire.
**given**: the noun tells of what exists, whatever is planned for it ("vowed to expand its program").
**denial**: the frame is told by a negation, which does not deny the fact ("has *no* bread" tells of a need).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from kb.facts.base import Fact
from kb.facts.fillers import Filler
from kb.facts.paths import Path, path

if TYPE_CHECKING:
    from kb.tokens import Token

Values = dict[str, Any]
Settle = Callable[[Values, "Candidate"], Values | list[Values] | None]


@dataclass(frozen=True, slots=True)
class Role:
    """Where a slot is filled from; see the module."""

    slot: str
    paths: tuple[Path, ...]
    types: frozenset[str] = frozenset()
    required: bool = False
    context: bool = False
    keep: frozenset[str] = frozenset({"of"})
    one: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which language states a kind of fact; see the module."""

    fact: type[Fact]
    name: str
    triggers: tuple[str, ...]
    pos: str
    roles: tuple[Role, ...]
    under: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    also: bool = False
    given: bool = False
    denial: bool = False
    constants: Mapping[str, Any] = field(default_factory=dict)
    marks: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    settle: Settle | None = None
    plural: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame that fired on `trigger`, with what fills its slots; `missing` are slots for the context."""

    frame: Frame
    trigger: Token
    fillers: Mapping[str, Filler | tuple[Filler, ...]]
    missing: tuple[str, ...] = ()

    @property
    def construction(self) -> str:
        """The frame and the path of each filler without the words it stays at, for confidence."""
        paths = [
            f"{slot}={(found[0] if isinstance(found, tuple) else found).path}"
            for slot, found in self.fillers.items()
        ]
        return " ".join([self.frame.name, *paths])

    def filled(self, fillers: Mapping[str, Filler | tuple[Filler, ...]]) -> Candidate:
        """The candidate with these fillers."""
        return self if fillers == self.fillers else replace(self, fillers=fillers)

    def filler(self, slot: str) -> Filler | None:
        """What fills a slot that takes one."""
        found = self.fillers.get(slot)
        return found if isinstance(found, Filler) else None

    def filling(self) -> Iterator[Token]:
        """The words that fill its slots."""
        for found in self.fillers.values():
            yield from (one.token for one in (found if isinstance(found, tuple) else (found,)))

    def shares(self, other: Candidate, *, besides: str) -> bool:
        """Whether both have the same filler in an end of the fact other than the slot `besides`."""
        ends = [end for end in self.frame.fact.ENDS or () if end != besides]
        return any(
            end in self.fillers
            and end in other.fillers
            and identity(self.fillers[end]) == identity(other.fillers[end])
            for end in ends
        )


def identity(filler: Filler | tuple[Filler, ...]) -> object:
    """What two fillers share that mean the same: the individual, else the very word."""
    if isinstance(filler, tuple):
        return tuple(identity(one) for one in filler)
    return filler.token.i if filler.individual is None else filler.individual.name


def role(
    slot: str,
    paths: str,
    types: str = "",
    *,
    required: bool = False,
    context: bool = False,
    keep: str = "of",
    one: bool = False,
) -> Role:
    """A role from words separated by blanks."""
    ways = tuple(map(path, paths.split()))
    return Role(slot, ways, frozenset(types.split()), required, context, frozenset(keep.split()), one)


def frame(
    fact: type[Fact],
    triggers: str | Iterable[str],
    pos: str,
    *roles: Role,
    name: str = "",
    under: str | Iterable[str] = (),
    after: str | Iterable[str] = (),
    also: bool = False,
    given: bool = False,
    denial: bool = False,
    marks: Mapping[str, Mapping[str, Any]] | None = None,
    settle: Settle | None = None,
    **constants: Any,
) -> Frame:
    """A frame from words separated by blanks; named after its first trigger unless `name` is given."""
    words = _words(triggers)
    label = f"{pos.lower()}:{name or words[0]}"
    verbs, prepositions = frozenset(_words(under)), frozenset(_words(after))
    return Frame(
        fact,
        label,
        words,
        pos,
        roles,
        verbs,
        prepositions,
        also,
        given,
        denial,
        constants,
        marks or {},
        settle,
        fact.plural(),
    )


def table(*rows: tuple[Any, str]) -> dict[str, Any]:
    """Words to values, from rows of a value and its words separated by blanks."""
    return {word: value for value, words in rows for word in words.split()}


def _words(given: str | Iterable[str]) -> tuple[str, ...]:
    return tuple(given.split() if isinstance(given, str) else sorted(given))
