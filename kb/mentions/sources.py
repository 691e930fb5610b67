"""Sources that a text names in passing: "according to officials", "Norland, officials say, is …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kb.mentions.attitudes import ATTITUDE
from kb.mentions.quotations import SPEECH

if TYPE_CHECKING:
    from kb.tokens import Doc, Token


TELLING = SPEECH | ATTITUDE
INSERTED = frozenset({"advcl", "parataxis"})
BARE = frozenset({"advmod", "aux", "cc", "mark", "nsubj", "prep", "punct"})
"""Relations to a verb that only says who speaks: what is said stands around it."""


def sources(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """Each (governor, source): the head of what is told, and who tells it."""
    for token in doc:
        found = None
        if token.lower_ == "according":
            found = _according(token)
        elif token.dep_ in INSERTED and token.lemma_ in TELLING:
            found = _inserted(token)
        if found is not None:
            yield found


def _according(token: Token) -> tuple[Token, Token] | None:
    to = next((child for child in token.children if child.lower_ == "to"), token)
    source = next((child for child in to.children if child.dep_ in ("pobj", "pcomp")), None)
    governor = _on_its_side(token)
    return None if source is None or governor is None else (governor, source)


def _inserted(verb: Token) -> tuple[Token, Token] | None:
    """ "Norland, *officials say*, is …", "as *officials say*"."""
    as_said = any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.lefts)
    source = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    bare = all(child.dep_ in BARE for child in verb.children)
    inserted = source is not None and bare and (as_said or verb.dep_ == "parataxis")
    return (verb.head, source) if inserted and source is not None else None


def _on_its_side(token: Token) -> Token | None:
    """The head of a token; where the parser looked beyond a semicolon, the head of the part before it."""
    head, sentence = token.head, token.sent
    between = token.doc[min(head.i, token.i) : max(head.i, token.i)]
    if all(part.text != ";" for part in between):
        return None if head.i == token.i else head
    start = max(
        (part.i + 1 for part in token.doc[sentence.start : token.i] if part.text == ";"),
        default=sentence.start,
    )
    part = token.doc[start : token.i]
    return part.root if len(part) else head
