"""Who does what to whom in a clause: logical subject, object and recipient, whatever the construction."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.tokens import Token

DEEPEST = 6
"""Steps up a chain of verbs after which its subject is no longer sought."""
LONGEST = 200
"""Words of a phrase that are read: beyond, it is the parser's error."""
OBJECT_CONTROL = frozenset(
    "allow appeal ask authorise authorize beg call cause compel convince direct drive enable encourage "
    "forbid "
    "force help implore induce instruct invite lead let lobby make oblige order permit persuade petition "
    "press "
    "pressure prompt push request require spur tell urge want warn".split()
)
"""Verbs whose object is the subject of their infinitive: "urged *Iran* to stop"."""
ADDRESSING = {"appeal": "to", "call": "on", "plead": "with", "prevail": "upon"}
"""The preposition with which such verbs name whom they address."""
BLAMING = frozenset(
    "accuse suspect blame criticize criticise condemn prevent stop keep ban bar designate sanction blacklist "
    "arrest charge convict detain indict prosecute fine punish penalize penalise jail sentence extradite "
    "thank praise commend applaud credit".split()
)
"""Verbs whose object is the subject of the gerund after their preposition: "accused *Iran* of arming"."""
PASSIVE = frozenset({"nsubjpass", "auxpass", "agent", "csubjpass"})
OBJECTIVE = frozenset({"dobj", "nsubjpass", "dative"})
PORTIONS = frozenset({"most", "much", "all", "some", "half", "more", "less"})
_OWN = frozenset({"aux", "nsubj", "dobj"})
RELATIVE = frozenset({"WDT", "WP", "WP$"})


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive, or a participle used as one, or coordinated with a passive."""
    for _ in range(DEEPEST):
        relations = {child.dep_ for child in verb.children}
        if not PASSIVE.isdisjoint(relations):
            return True
        if "nsubj" in relations:
            return False  # "a report that China *had shipped* arms"
        if verb.tag_ != "VBN" or verb.dep_ in ("acl", "amod"):
            return verb.tag_ == "VBN"
        if verb.dep_ != "conj" or not _OWN.isdisjoint(relations):
            return False
        verb = verb.head
    return False


def subjects(verb: Token) -> Iterator[Token]:
    """The logical subject of a verb."""
    if is_passive(verb):
        for here in islice(_heads_of_list(verb), DEEPEST):
            yield from _agents(here)
    else:
        yield from _surface_subject(verb, ("nsubj", "csubj"), 0)


def _heads_of_list(verb: Token) -> Iterator[Token]:
    """A verb and those that it is coordinated with before it."""
    yield verb
    while verb.dep_ == "conj" and verb.head.i != verb.i:
        verb = verb.head
        yield verb


def _agents(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            yield from (inner for inner in child.children if inner.dep_ in ("pobj", "pcomp"))
        elif verb.dep_ == "amod" and child.dep_ in ("npadvmod", "compound", "nmod") and child.i < verb.i:
            yield child


def _surface_subject(verb: Token, labels: tuple[str, ...], depth: int) -> Iterator[Token]:
    """The grammatical subject: the verb's own, or that of the clause which controls it."""
    for child in verb.children:
        if child.dep_ in labels:
            yield from resolved(child, verb)
            return
        if child.dep_ in ("nsubj", "nsubjpass"):
            return
    if depth < DEEPEST and verb.head.i != verb.i:
        yield from _controller(verb, labels, depth + 1)


def _controller(verb: Token, labels: tuple[str, ...], depth: int) -> Iterator[Token]:
    head, relation = verb.head, verb.dep_
    if relation == "relcl" and head.dep_ == "attr" and _infinitive(verb):
        yield from any_subject(head.head, depth)  # "*she* is the first to visit them"
    elif relation == "relcl" or (relation == "acl" and not _infinitive(verb)):
        yield head
    elif relation == "acl":
        yield from _owner_of_plan(head)
    elif relation in ("pcomp", "xcomp", "ccomp", "advcl") and head.pos_ in ("VERB", "AUX"):
        yield from _from_governor(verb, head, depth)
    elif relation in ("pcomp", "pobj") and head.dep_ == "prep":
        governor = head.head
        if governor.lemma_ in BLAMING:
            yield from objects(governor)
        elif governor.pos_ in ("VERB", "AUX"):
            yield from any_subject(governor, depth)
        else:
            yield from _owner_of_plan(governor)
    elif relation in ("xcomp", "acomp", "ccomp") and head.pos_ == "ADJ":
        yield from any_subject(head.head, depth)
    elif relation == "conj":
        yield from any_subject(head, depth)


def _from_governor(verb: Token, head: Token, depth: int) -> Iterator[Token]:
    if verb.dep_ == "ccomp" and not _infinitive(verb):
        return
    governed = verb.dep_ in ("xcomp", "ccomp") or (verb.dep_ == "advcl" and _infinitive(verb))
    if head.lemma_ in OBJECT_CONTROL and governed:
        # "territory which we are helping to defend": the gap is the object of the verb below.
        gapped = head.dep_ == "relcl" and not any(child.dep_ in OBJECTIVE for child in head.children)
        controlled = [] if gapped else list(objects(head)) or list(_addressed(head))
        if controlled:
            yield from controlled
            return
    yield from any_subject(head, depth)


def _addressed(verb: Token) -> Iterator[Token]:
    """Whom a verb of asking addresses with a preposition: "appealed to *Iran* to …", "called on *Iran*"."""
    for child in verb.children:
        if child.dep_ == "prep" and ADDRESSING.get(verb.lemma_) == child.lower_:
            yield from (inner for inner in child.children if inner.dep_ == "pobj")


def any_subject(verb: Token, depth: int) -> Iterator[Token]:
    """The surface subject of a verb, active or passive, as controller of what hangs on it."""
    yield from _surface_subject(verb, ("nsubj", "nsubjpass", "csubj"), depth)


def _owner_of_plan(noun: Token) -> Iterator[Token]:
    """Whose plan, effort or ability it is: the possessor, or the subject of the verb around it."""
    owners = [child for child in noun.children if child.dep_ == "poss"]
    owners += [inner for child in noun.rights if child.lower_ == "by" for inner in child.children]
    if owners:
        yield from owners
        return
    attributive = [child for child in noun.children if child.dep_ in ("compound", "amod", "nmod")]
    yield from attributive
    governor = noun.head
    if noun.dep_ in ("dobj", "attr", "oprd", "nsubjpass") and governor.pos_ in ("VERB", "AUX"):
        yield from any_subject(governor, 1)
    elif noun.dep_ == "pobj" and governor.head.pos_ in ("VERB", "AUX"):
        yield from any_subject(governor.head, 1)


def _infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def resolved(token: Token, verb: Token) -> Iterator[Token]:
    """A relative pronoun stands for the noun that its clause describes."""
    if token.tag_ in RELATIVE or (token.lower_ == "that" and token.pos_ != "NOUN"):
        clause = verb
        while clause.dep_ in ("conj", "xcomp", "ccomp") and clause.head.i != clause.i:
            clause = clause.head
        if clause.dep_ in ("relcl", "acl", "ccomp") and clause.head.i != clause.i:
            yield clause.head
            return
    yield token


def objects(token: Token) -> Iterator[Token]:
    """The logical object of a verb."""
    direct = [child for child in token.children if child.dep_ in ("dobj", "obj")]
    for child in direct:
        yield from resolved(child, token)
    if not direct:
        yield from (child for child in token.rights if child.dep_ == "advmod" and _is_portion(child))
    if is_passive(token):
        if not direct:
            yield from _passive_object(token)
        return
    subjects_here = [child for child in token.children if child.dep_ == "nsubj"]
    if not direct and token.dep_ == "relcl" and any(child.tag_ not in RELATIVE for child in subjects_here):
        yield token.head
    if not direct and token.pos_ != "AUX":
        yield from _shared_object(token)


def _is_portion(word: Token) -> bool:
    """Whether a word says how much of something it is: "imports *most* of its fuel"."""
    return word.lower_ in PORTIONS and any(child.lower_ == "of" for child in word.rights)


def _passive_object(token: Token) -> Iterator[Token]:
    if token.dep_ == "amod":
        yield token.head
        return
    yield from _surface_subject(token, ("nsubjpass", "nsubj", "csubjpass"), 0)


def _shared_object(token: Token) -> Iterator[Token]:
    """Of coordinated verbs the last one's object: "supplied and sold *arms*"."""
    for child in token.children:
        own = any(inner.dep_ in ("nsubj", "nsubjpass") for inner in child.children)
        if child.dep_ == "conj" and child.pos_ == "VERB" and not own:
            yield from (inner for inner in child.children if inner.dep_ == "dobj")


def indirect(token: Token) -> Iterator[Token]:
    """The recipient of a ditransitive verb."""
    direct = False
    objects_here = [child for child in token.rights if child.dep_ == "dobj"]
    if len(objects_here) > 1:
        yield objects_here[0]  # "promised Jordan money", parsed as two objects
    for child in token.children:
        if child.dep_ == "dative":
            inner = [c for c in child.children if c.dep_ == "pobj"] if child.pos_ == "ADP" else [child]
            yield from inner
        direct = direct or child.dep_ in ("dobj", "oprd")
    if direct and is_passive(token):
        yield from _passive_object(token)


def described_by(verb: Token) -> Iterator[Token]:
    """Of whom a predicate noun speaks: the object of naming somebody, or the subject ("took office as")."""
    if verb.pos_ not in ("VERB", "AUX"):
        return
    found = list(objects(verb))
    yield from found
    yield from (one for one in any_subject(verb, 1) if one not in found)


def relatives(noun: Token) -> Iterator[Token]:
    """The verbs of clauses that add something about a noun: "fuel, *which* Iran *has* in plenty"."""
    for verb in spanned(noun):
        if verb.dep_ == "relcl" and any(child.lower_ == "which" for child in verb.lefts):
            yield verb


def spanned(token: Token) -> Iterator[Token]:
    """The words of the phrase that a word heads, as far as a phrase may reach around it."""
    first = max(token.left_edge.i, token.i - LONGEST)
    yield from token.doc[first : min(token.right_edge.i, token.i + LONGEST) + 1]
