"""Sources that a text names in passing: "according to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.tokens import Doc, Token


def according_to(doc: Doc) -> list[tuple[Token, Token]]:
    """Each (governor, source) of an "according to" phrase."""
    found = []
    for token in doc:
        if token.lower_ != "according":
            continue
        to = next((child for child in token.children if child.lower_ == "to"), token)
        source = next((child for child in to.children if child.dep_ in ("pobj", "pcomp")), None)
        governor = _on_its_side(token)
        if source is not None and governor is not None:
            found.append((governor, source))
    return found


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
