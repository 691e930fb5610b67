"""What stands with a noun: owners, modifiers, and whom or what it describes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kb.facts.clauses import described_by, resolved, subjects
from kb.facts.lexicon import nouns
from kb.mentions.lexicon import HONORIFICS, RANKS

if TYPE_CHECKING:
    from kb.tokens import Token

NAMING = frozenset(
    "appoint choose confirm consider crown declare elect install make name nominate pick proclaim recognise "
    "recognize reappoint reelect select swear tap call designate describe become be remain".split()
)
"""Verbs after which a noun says what somebody is."""
MOST = 60
"""What hangs on a word that is read for appositions: with more it is the head of no sentence."""
REACH = 14
"""Words between an office and the name of who holds it at most."""
CHAIN = 6
"""Nouns that are walked in a chain of modifiers: a longer one is no phrase but a list without its commas."""
WITHIN_TITLE = frozenset({"of", "for", "to", "at", "in"})
AHEAD = frozenset({"ADP", "DET", "PROPN", "NOUN", "ADJ", "CCONJ", "PART", "NUM"})
ASIDE = frozenset({"PROPN", "NUM", "PUNCT", "SPACE"})
"""What may stand between the pause before an office and the name: "Jane Roe (57), director"."""
PAUSES = frozenset({",", "–", "—", "(", ")"})
OFFICES = nouns("office")
TITLES = OFFICES - {"chief", "head"}
TITLED = HONORIFICS | RANKS
ATTRIBUTIVE = frozenset({"compound", "amod", "nmod", "nummod", "poss"})


def possessors(token: Token) -> Iterator[Token]:
    """Whose it is."""
    for child in token.children:
        if child.dep_ == "poss":
            yield from (resolved(child, token) if child.tag_ != "WP$" else _antecedent(child))


def _antecedent(whose: Token) -> Iterator[Token]:
    """The noun right before "whose", past a comma."""
    before = whose.i - 2 if whose.i > 1 and whose.doc[whose.i - 1].text == "," else whose.i - 1
    if before >= whose.sent.start and whose.doc[before].pos_ in ("NOUN", "PROPN"):
        yield whose.doc[before]


def modifiers(token: Token) -> Iterator[Token]:
    """What stands before a noun to modify it, nearest first, with the modifiers of modifiers."""
    waiting = _attributes(token)
    for _ in range(CHAIN):
        if not waiting:
            return
        nearest = waiting.pop()
        yield nearest
        waiting += _attributes(nearest)


def _attributes(token: Token) -> list[Token]:
    return [
        child
        for child in token.lefts
        if child.dep_ in ATTRIBUTIVE and child.dep_ != "poss" and not _of_origin(child)
    ]


def _of_origin(word: Token) -> bool:
    """Whether a modifier is part of "U.S.-born", "London-based"."""
    after = word.nbor() if word.i + 1 < len(word.doc) else word
    return word.text.endswith(("-born", "-based")) or (after.text == "-" and after.nbor().tag_ == "VBN")


def bearers(token: Token) -> Iterator[Token]:
    """Whom or what a noun or adjective describes; where the parse says nothing, the name right after it."""
    after = _past_suffix(token) if token.i + 1 < len(token.doc) else token
    single = token.pos_ in ("NOUN", "PROPN") and token.tag_ not in ("NNS", "NNPS")
    if single and after.i > token.i and after.ent_type_ == "PERSON":
        while after.dep_ == "compound" and after.head.ent_type_ == "PERSON":
            after = after.head
        yield after
        return
    found = list(_bearers(token))
    yield from found
    if not found and single and after.i > token.i and after.pos_ == "PROPN":
        yield after


def _past_suffix(token: Token) -> Token:
    """The word after an office, past the second half of "president-elect", "minister-designate"."""
    here = token.nbor()
    if here.text == "-" and here.i + 2 < len(token.doc) and here.nbor().lower_ in ("elect", "designate"):
        here = here.nbor(2)
    return here


def ahead(token: Token) -> Iterator[Token]:
    """The person named right after an office and its "of …": "President of France *Emmanuel Macron*"."""
    doc, i, paused = token.doc, token.i + 1, False
    if i >= len(doc) or doc[i].lower_ not in WITHIN_TITLE:
        return
    for word in doc[i : i + REACH]:
        if word.ent_type_ == "PERSON":
            yield word
            return
        last = word.nbor(1) if word.i + 1 < len(doc) else word
        if word.text == ",":
            paused = True
        elif paused and word.lower_ in TITLED:
            continue  # "the commander of the fleet, *Gen.* Jane Roe"
        elif word.pos_ == "ADP" and word.lower_ not in WITHIN_TITLE:
            return  # "lawmakers of both parties *about* Jane Roe's call"
        elif word.pos_ == "CCONJ" and _is_person(last):
            return  # "the head of the army *and* Mr. Roe's envoy"
        elif word.lemma_.lower() in OFFICES and last.ent_type_ == "PERSON":
            return  # "representative of UN *chief* Kofi Annan": the name is that of the chief
        elif paused or (word.pos_ not in AHEAD and word.tag_ != "POS") or word.lemma_.lower() in TITLES:
            return


def _is_person(word: Token) -> bool:
    return word.ent_type_ == "PERSON" or word.lower_ in HONORIFICS


def behind(token: Token) -> Iterator[Token]:
    """The person named right before an office: "*Ned Price*, Department Spokesperson"."""
    pauses = 0
    for word in reversed(token.doc[max(0, token.i - REACH) : token.i]):
        if word.ent_type_ == "PERSON":
            yield word
            return
        pauses += word.text in PAUSES or word.is_space
        if pauses > 1 or (word.pos_ not in (ASIDE if pauses else AHEAD) and word.tag_ != "POS"):
            return


def home(token: Token) -> Iterator[Token]:
    """What "of" right after a name says: "President Putin of *Russia*"."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i == token.i + 1:
            yield from (inner for inner in child.children if inner.dep_ == "pobj")


def _bearers(token: Token) -> Iterator[Token]:
    for _ in range(CHAIN):
        if token.dep_ != "conj" or token.head.ent_type_ == "PERSON":
            break
        yield from _appositions(token)
        token = token.head
    head, relation = token.head, token.dep_
    for _ in range(CHAIN):
        if relation not in ("compound", "nmod", "amod") or head.i <= token.i:
            break
        yield head
        head, relation = head.head, head.dep_
    yield from _appositions(token)
    head, relation = token.head, token.dep_
    if relation == "appos":
        yield head
    elif relation in ("attr", "acomp", "oprd"):
        yield from described_by(head)
    elif relation == "pobj" and head.lower_ == "as":
        above = head
        while above.pos_ == "ADP" and above.head.i != above.i:
            above = above.head
        yield from described_by(above)
    elif relation == "dobj" and head.lemma_ in NAMING:
        named = [child for child in head.lefts if child.dep_ in ("dobj", "nsubjpass")]
        yield from (resolved(named[0], head) if named else subjects(head))
    elif relation in ("nsubj", "nsubjpass") and head.lemma_ == "be":
        yield from (child for child in head.children if child.dep_ == "attr" and child.pos_ == "PROPN")


def _appositions(token: Token) -> Iterator[Token]:
    following = () if token.n_rights > MOST else token.rights
    return (child for child in following if child.dep_ == "appos" or _titled_conjunct(child))


def _titled_conjunct(child: Token) -> bool:
    """The name in "State Councilor and Foreign Minister *Wang Yi*", who holds both offices."""
    return child.dep_ == "conj" and any(
        word.dep_ == "compound" and word.lemma_.lower() in TITLES for word in child.lefts
    )


def titles(token: Token) -> Iterator[Token]:
    """The nouns that describe a name."""
    yield from (child for child in token.children if child.dep_ in ("compound", "appos", "nmod"))
    if token.dep_ == "appos":
        yield token.head


def appositions(token: Token) -> Iterator[Token]:
    """What stands in apposition after a noun or name."""
    return (child for child in token.rights if child.dep_ == "appos")
