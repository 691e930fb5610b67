"""Logical grammatical relations: who does what to whom, whatever the construction.

Read off a dependency parse with the labels of the ClearNLP scheme (nsubj, dobj, nsubjpass, agent, prep,
pobj …). `follow` walks a path of relations; the names of the relations are explained in `kb.facts.frames`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

DEEPEST = 6
"""Steps up a chain of verbs after which its subject is no longer sought."""
OBJECT_CONTROL = frozenset(
    "allow ask authorise authorize beg call cause convince direct enable encourage forbid force help "
    "instruct invite lead let make order permit persuade press push request require tell urge want "
    "warn".split()
)
"""Verbs whose object is the subject of their infinitive: "urged *Iran* to stop"."""
BLAMING = frozenset("accuse suspect blame criticize criticise condemn prevent stop keep ban bar".split())
"""Verbs whose object is the subject of the gerund after their preposition: "accused *Iran* of arming"."""
NAMING = frozenset(
    "appoint choose confirm consider crown declare elect install make name nominate pick proclaim recognise "
    "recognize reappoint reelect select swear tap call designate describe become be remain".split()
)
RELATIVE = frozenset({"WDT", "WP", "WP$"})
ATTRIBUTIVE = frozenset({"compound", "amod", "nmod", "nummod", "poss"})
CLAUSAL = frozenset({"ccomp", "xcomp", "acl", "pcomp", "advcl"})
FOLLOWED_BY_NAME = frozenset({",", "(", "–", "—"})


def follow(token: Token, path: tuple[str, ...]) -> Iterator[Token]:
    """The tokens that a path of relations leads to from `token`."""
    first, rest = path[0], path[1:]
    for reached in step(token, first):
        if rest:
            yield from follow(reached, rest)
        else:
            yield reached


def step(token: Token, relation: str) -> Iterator[Token]:
    """The tokens that stand in `relation` to `token`; an unknown relation is a preposition."""
    walk = WALKS.get(relation)
    return prepositional(token, relation.split("_")) if walk is None else walk(token)


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive, or a participle used as one."""
    for child in verb.children:
        if child.dep_ in ("nsubjpass", "auxpass", "agent", "csubjpass"):
            return True
    return verb.tag_ == "VBN" and (verb.dep_ in ("acl", "amod") or _passive_conjunct(verb))


def _passive_conjunct(verb: Token) -> bool:
    """A participle coordinated with a passive, without auxiliary and object of its own."""
    own = any(child.dep_ in ("aux", "nsubj", "dobj") for child in verb.children)
    return verb.dep_ == "conj" and not own and verb.head.i != verb.i and is_passive(verb.head)


def subjects(token: Token) -> Iterator[Token]:
    """The logical subject of a verb; of an adjective or noun its bearer."""
    if token.pos_ not in ("VERB", "AUX") and token.dep_ not in ("acl", "relcl", "pcomp"):
        yield from bearers(token)
        return
    if is_passive(token):
        yield from _agents(token)
    else:
        yield from _surface_subject(token, ("nsubj", "csubj"), 0)


def _agents(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            yield from (inner for inner in child.children if inner.dep_ in ("pobj", "pcomp"))
        elif verb.dep_ == "amod" and child.dep_ in ("npadvmod", "compound", "nmod") and child.i < verb.i:
            yield child
    if verb.dep_ == "conj":
        yield from _agents(verb.head)


def _surface_subject(verb: Token, labels: tuple[str, ...], depth: int) -> Iterator[Token]:
    """The grammatical subject: the verb's own, or that of the clause which controls it."""
    for child in verb.children:
        if child.dep_ in labels:
            yield from _resolved(child, verb)
            return
        if child.dep_ in ("nsubj", "nsubjpass"):
            return
    if depth < DEEPEST and verb.head.i != verb.i:
        yield from _controller(verb, labels, depth + 1)


def _controller(verb: Token, labels: tuple[str, ...], depth: int) -> Iterator[Token]:
    head, relation = verb.head, verb.dep_
    if relation == "relcl" or (relation == "acl" and not _infinitive(verb)):
        yield head
    elif relation == "acl":
        yield from _owner_of_plan(head)
    elif relation in ("pcomp", "xcomp", "ccomp", "advcl") and head.pos_ in ("VERB", "AUX"):
        yield from _from_governor(verb, head, depth)
    elif relation == "pcomp" and head.dep_ == "prep":
        governor = head.head
        if governor.lemma_ in BLAMING:
            yield from objects(governor)
        elif governor.pos_ in ("VERB", "AUX"):
            yield from _any_subject(governor, depth)
        else:
            yield from _owner_of_plan(governor)
    elif relation in ("xcomp", "acomp", "ccomp") and head.pos_ == "ADJ":
        yield from bearers(head)
    elif relation == "conj":
        yield from _any_subject(head, depth)


def _from_governor(verb: Token, head: Token, depth: int) -> Iterator[Token]:
    if verb.dep_ == "ccomp" and not _infinitive(verb):
        return
    if head.lemma_ in OBJECT_CONTROL and verb.dep_ in ("xcomp", "ccomp", "advcl"):
        controlled = list(objects(head))
        if controlled:
            yield from controlled
            return
    yield from _any_subject(head, depth)


def _any_subject(verb: Token, depth: int) -> Iterator[Token]:
    """The surface subject of a verb, active or passive, as controller of what hangs on it."""
    yield from _surface_subject(verb, ("nsubj", "nsubjpass", "csubj"), depth)


def _owner_of_plan(noun: Token) -> Iterator[Token]:
    """Whose plan, effort or ability it is: the possessor, or the subject of the verb around it."""
    owners = [child for child in noun.children if child.dep_ == "poss"]
    if owners:
        yield from owners
        return
    attributive = [child for child in noun.children if child.dep_ in ("compound", "amod", "nmod")]
    yield from attributive
    governor = noun.head
    if noun.dep_ in ("dobj", "attr", "oprd", "nsubjpass") and governor.pos_ in ("VERB", "AUX"):
        yield from _any_subject(governor, 1)
    elif noun.dep_ == "pobj" and governor.head.pos_ in ("VERB", "AUX"):
        yield from _any_subject(governor.head, 1)


def _infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _resolved(token: Token, verb: Token) -> Iterator[Token]:
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
        yield from _resolved(child, token)
    if is_passive(token):
        if not direct:
            yield from _passive_object(token)
        return
    subjects_here = [child for child in token.children if child.dep_ == "nsubj"]
    if not direct and token.dep_ == "relcl" and any(child.tag_ not in RELATIVE for child in subjects_here):
        yield token.head
    if not direct:
        yield from _shared_object(token)


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
    for child in token.children:
        if child.dep_ == "dative":
            inner = [c for c in child.children if c.dep_ == "pobj"] if child.pos_ == "ADP" else [child]
            yield from inner
        direct = direct or child.dep_ in ("dobj", "oprd")
    if direct and is_passive(token):
        yield from _passive_object(token)


def prepositional(token: Token, words: list[str]) -> Iterator[Token]:
    """What a preposition of `token` governs: noun or gerund; `words` are its lemmas in order."""
    for child in token.children:
        if (
            child.dep_ in ("prep", "agent", "dative", "prt", "advmod", "mark", "pcomp")
            and child.lower_ == words[0]
        ):
            if len(words) == 1:
                yield from _governed(child)
            else:
                yield from prepositional(child, words[1:])
                if any(c.lower_ == words[1] and c.dep_ == "pcomp" for c in child.children):
                    yield from _governed(child)


def _governed(preposition: Token) -> Iterator[Token]:
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp"):
            yield child


def possessors(token: Token) -> Iterator[Token]:
    """Whose it is."""
    return (child for child in token.children if child.dep_ == "poss")


def modifiers(token: Token) -> Iterator[Token]:
    """What stands before a noun to modify it, nearest first, with the modifiers of modifiers."""
    for child in reversed(list(token.lefts)):
        if child.dep_ in ATTRIBUTIVE and child.dep_ != "poss":
            yield child
            yield from modifiers(child)


def bearers(token: Token) -> Iterator[Token]:
    """Whom or what a noun or adjective describes; where the parse says nothing, the name right after it."""
    found = list(_bearers(token))
    yield from found
    if not found and token.i + 1 < len(token.doc):
        after = token.nbor()
        if after.pos_ == "PROPN" and token.pos_ in ("NOUN", "PROPN") and token.tag_ not in ("NNS", "NNPS"):
            yield after


def _bearers(token: Token) -> Iterator[Token]:
    head, relation = token.head, token.dep_
    if relation in ("compound", "nmod", "amod") and head.i > token.i:
        yield head
    yield from (child for child in token.children if child.dep_ == "appos")
    if relation == "appos":
        yield head
    elif relation in ("attr", "acomp", "oprd"):
        yield from _described_by(head)
    elif relation == "pobj" and head.lower_ == "as":
        yield from _described_by(head.head)
    elif relation == "dobj" and head.lemma_ in NAMING:
        yield from subjects(head)
    elif relation == "conj":
        yield from _bearers(head)


def _described_by(verb: Token) -> Iterator[Token]:
    """Of whom a predicate noun speaks: the object of naming somebody, else the subject."""
    if verb.pos_ not in ("VERB", "AUX"):
        return
    found = list(objects(verb))
    yield from found or list(_any_subject(verb, 1))


def titles(token: Token) -> Iterator[Token]:
    """The nouns that describe a name."""
    yield from (child for child in token.children if child.dep_ in ("compound", "appos", "nmod"))
    if token.dep_ == "appos":
        yield token.head


def appositions(token: Token) -> Iterator[Token]:
    """What stands in apposition after a noun or name."""
    return (child for child in token.rights if child.dep_ == "appos")


def governing_verbs(token: Token) -> Iterator[Token]:
    """The verb that a noun is object of, or in whose complement phrase it stands."""
    head = _first_conjunct(token)
    relation, governor = head.dep_, head.head
    if relation in ("dobj", "nsubjpass", "attr", "oprd", "acomp", "dative"):
        yield governor
    elif relation == "pobj" and governor.dep_ in ("prep", "agent") and governor.head.pos_ in ("VERB", "AUX"):
        yield governor.head
    for child in head.children:
        if child.dep_ in ("acl", "relcl") and (child.tag_ == "VBN" or child.dep_ == "relcl"):
            yield child


def predicates(token: Token) -> Iterator[Token]:
    """The verbs whose subject a noun is: "*sanctions target* Iran", "sanctions *targeting* Iran"."""
    head = _first_conjunct(token)
    if head.dep_ == "nsubj":
        yield head.head
    for child in head.children:
        participle = child.dep_ == "acl" and child.tag_ == "VBG"
        relative = child.dep_ == "relcl" and any(
            inner.dep_ == "nsubj" and inner.tag_ in RELATIVE for inner in child.children
        )
        if participle or relative:
            yield child


def holders(token: Token) -> Iterator[Token]:
    """Who is in the state that a noun after a preposition tells of: "*people* in need"."""
    head = _first_conjunct(token)
    if head.dep_ == "pobj":
        governor = head.head.head
        if governor.pos_ in ("VERB", "AUX"):
            yield from _any_subject(governor, 1)
        else:
            yield governor


def _first_conjunct(token: Token) -> Token:
    while token.dep_ == "conj" and token.head.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def clauses(token: Token) -> Iterator[Token]:
    """The nearest verb above."""
    here = token
    while here.head.i != here.i:
        here = here.head
        if here.pos_ in ("VERB", "AUX"):
            yield here
            return


def complements(token: Token) -> Iterator[Token]:
    """The infinitive, gerund or clause that a word governs."""
    return (child for child in token.children if child.dep_ in CLAUSAL)


def inside(token: Token) -> Iterator[Token]:
    """Every word in a noun's phrase."""
    return (inner for inner in token.subtree if inner.i != token.i)


def itself(token: Token) -> Iterator[Token]:
    """The trigger."""
    yield token


def after_comma(token: Token) -> Iterator[Token]:
    """The word after the comma or bracket that follows a name."""
    last = token
    doc = token.doc
    while last.i + 1 < len(doc) and doc[last.i + 1].head.i == token.i and doc[last.i + 1].dep_ == "flat":
        last = doc[last.i + 1]
    if last.i + 2 < len(doc) and doc[last.i + 1].text in FOLLOWED_BY_NAME:
        yield doc[last.i + 2]


WALKS: dict[str, Callable[[Token], Iterator[Token]]] = {
    "subject": subjects,
    "object": objects,
    "indirect": indirect,
    "self": itself,
    "poss": possessors,
    "modifier": modifiers,
    "bearer": bearers,
    "title": titles,
    "apposition": appositions,
    "verb": governing_verbs,
    "predicate": predicates,
    "holder": holders,
    "clause": clauses,
    "complement": complements,
    "inside": inside,
    "next": after_comma,
}
