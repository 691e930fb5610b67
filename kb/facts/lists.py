"""Lists of names, read from the words: where names are long, titled or bracketed the parser loses count.

"A (A.), B Ltd. (B.), and businessman C", "three people: A, B and C", or one name a line after a colon.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kb.mentions.base import Form, Mention, Mentions
from kb.model import IndividualKind

if TYPE_CHECKING:
    from kb.tokens import Doc, Token

SEPARATORS = frozenset({",", ";", "and", "&", "or"})
LAST = frozenset({"and", "&", "or"})
"""What stands before the last member of a list: without it, commas may set off an apposition."""
COLON = frozenset({":"})
EXAMPLES = frozenset({"including", "namely"})
"""What announces a list: one that says who is meant, or one that need not be complete."""
BULLETS = frozenset({"-", "–", "—", "•", "*", "·", "▪", "o", "§", ")", "."})
TITLES = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})
FARTHEST = 6
"""Words of a bracket after a name, and between a noun and the list it announces."""
TITLED = 8
"""Words of title before a name: "deputy home affairs minister Lt. General"."""
REACH = 20
"""Words between a number of somebody and the names of all of them."""
NUMBERS = {"a": 1, "an": 1} | {
    word: n for n, word in enumerate("two three four five six seven eight nine ten".split(), start=2)
}
MOST = 12
"""Members that a list of lines may give."""
LONGEST = 100
"""Members of a list in one sentence: what is longer is none."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def continued(token: Token, mentions: Mentions) -> list[Token]:
    """The further names of a list begun by the name at `token`, up to the one after its last "and"."""
    first = mentions.covering(token)
    if first is None or first.form is not Form.NAME:
        return []
    doc, complete = token.doc, 0
    found: list[Token] = []
    end, here = token.sent.end, first.end
    kinds = _comparable(mentions.individuals[first.individual].kind)
    while len(found) < LONGEST:
        after, last = _separator(doc, _bracket(doc, here, end), end)
        mention = _name_at(doc, after, end, mentions) if after is not None else None
        if mention is None and after is not None:
            here = _unknown(doc, after, end)
            if here > after + 1:
                found.append(doc[after:here].root)
                complete = len(found) if last else complete
                continue
        if mention is None or mentions.individuals[mention.individual].kind not in kinds:
            return found[:complete]
        head = doc[mention.start : mention.end].root
        if head.dep_ in SUBJECTS and token.dep_ not in SUBJECTS:
            return found[:complete]
        found.append(head)
        complete = len(found) if last else complete
        here = mention.end
    return found[:complete]


def announced(noun: Token, openers: frozenset[str], mentions: Mentions) -> list[Token]:
    """The names in the list that one of `openers` announces after a noun, or on the lines that follow it."""
    doc, end = noun.doc, noun.sent.end
    for token in doc.tokens[noun.i + 1 : min(noun.i + 2 + FARTHEST, end)]:
        if token.lower_ in openers:
            mention = _name_at(doc, token.i + 1, end, mentions)
            if mention is not None:
                head = doc[mention.start : mention.end].root
                return [head, *continued(head, mentions)]
            return list(_lines(doc, token.i + 1, mentions)) if _ends_line(doc, token.i + 1) else []
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("acl", "relcl", "amod"):
            return []
    return []


def numbered(noun: Token, mentions: Mentions) -> list[Token]:
    """The names further on that are as many as a noun says: "*two firms* that trade in jade, A and B"."""
    number = next(
        (NUMBERS.get(child.lower_, 0) for child in noun.lefts if child.dep_ in ("nummod", "det")), 0
    )
    number = number if number != 1 or any(child.dep_ == "relcl" for child in noun.rights) else 0
    doc, end = noun.doc, noun.sent.end
    for i in range(noun.i + 1, min(noun.i + REACH, end) if number else 0):
        mention = _name_at(doc, i + 1, end, mentions) if doc[i].text == "," else None
        if mention is not None:
            head = doc[mention.start : mention.end].root
            names = [head, *continued(head, mentions)]
            return names if len(names) == number else []
    return []


def _comparable(kind: IndividualKind) -> frozenset[IndividualKind]:
    """The kinds that may stand in one list with a name of this kind."""
    places = frozenset({IndividualKind.COUNTRY, IndividualKind.PLACE})
    if kind in places:
        return places
    return frozenset(IndividualKind) - {IndividualKind.PLACE}


def _bracket(doc: Doc, i: int, end: int) -> int:
    """Past a bracket that opens at token `i`, if one does and soon closes."""
    if i < end and doc[i].text == "(":
        for closing in range(i + 1, min(i + 2 + FARTHEST, end)):
            if doc[closing].text == ")":
                return closing + 1
    return i


def _separator(doc: Doc, i: int, end: int) -> tuple[int | None, bool]:
    """Past commas and "and" at token `i`, and whether the next member is the last; None if there are none."""
    start, last = i, False
    while i < end and (step := _separating(doc, i)):
        last = last or step == 3 or doc[i].lower_ in LAST
        i += step
    return (i, last) if i > start else (None, False)


def _separating(doc: Doc, i: int) -> int:
    """How many words at token `i` separate members of a list: one, three in "as well as", or none."""
    word = doc[i].lower_
    if word in SEPARATORS:
        return 1
    return 3 if word == "as" and doc[i : i + 3].text.lower() == "as well as" else 0


def _name_at(doc: Doc, i: int, end: int, mentions: Mentions) -> Mention | None:
    """The name that begins at token `i` or after a title there."""
    limit = min(i + TITLED, end)
    while i < limit:
        mention = mentions.covering(doc[i])
        if mention is not None and mention.form is Form.NAME and mention.start == i:
            return _described(doc, mention, end, mentions) or mention
        if doc[i].text == "(":
            i = max(_bracket(doc, i, end), i + 1)
        elif doc[i].pos_ in TITLES and (mention is None or mention.form is not Form.NAME):
            i += 1
        else:
            return None
    return None


def _described(doc: Doc, owner: Mention, end: int, mentions: Mentions) -> Mention | None:
    """The name after a noun that a name only modifies: "Volga *subsidiary* Kama", "Volga *chief* Orlov"."""
    i, limit = owner.end, min(owner.end + FARTHEST, end)
    while i < limit and doc[i].pos_ == "NOUN":
        i += 1
    mention = mentions.covering(doc[i]) if owner.end < i < limit else None
    named = mention is not None and mention.form is Form.NAME and mention.start == i
    return mention if named else None


def _unknown(doc: Doc, i: int, end: int) -> int:
    """The end of a run of proper nouns from token `i` on, a name that nobody knows."""
    while i < end and doc[i].pos_ == "PROPN":
        i += 1
    return i


def _ends_line(doc: Doc, i: int) -> bool:
    return i < len(doc) and doc[i].is_space and "\n" in doc[i].text


def _lines(doc: Doc, i: int, mentions: Mentions) -> Iterator[Token]:
    """The name at the beginning of each line from token `i` on, until a line begins with none."""
    for _ in range(MOST):
        while i < len(doc) and (doc[i].is_space or doc[i].text in BULLETS or doc[i].is_digit):
            i += 1
        mention = _name_at(doc, i, len(doc), mentions) if i < len(doc) else None
        if mention is None:
            return
        yield doc[mention.start : mention.end].root
        i = mention.end
        while i < len(doc) and not _ends_line(doc, i):
            i += 1
