"""What no query or update may do, decided before an evaluator sees it.

SERVICE and LOAD make the engine call others. The engine knows them wherever its grammar expects them, with or
without blanks around them, and by the grammar too it decides whether `<` begins an IRI: `1<2#>` ends in a
comment, so that what reads as a string after it may be none. Therefore nothing that could be taken for these
keywords is let through: in strings, IRIs and comments they are spelt otherwise, glued to others refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from server.problems import Problem, malformed
from server.settings import Settings
from server.syntax import Shape, Token, scan, shape

# The engine's parser and evaluator recurse; they bear ten times this.
MAX_DEPTH: Final = 100

_QUERY: Final = re.compile("(S)(E)(RVICE)", re.IGNORECASE | re.ASCII)
_UPDATE: Final = re.compile("(S)(E)(RVICE)|(L)(O)(AD)", re.IGNORECASE | re.ASCII)

Cut = tuple[int, int, str]
"""From where to where a text changes, and what stands there instead."""


def permit(text: str, settings: Settings, services: Mapping[str, str], *, update: bool = False) -> str:
    """The text as it may be evaluated; `services` says where those that it may ask are reached.

    Raises Problem for one that may not be evaluated.

    What is refused under SILENT becomes what SPARQL makes of a failure there: nothing.
    """
    if len(text) > settings.max_query:
        raise Problem(
            413,
            "Request too large",
            f"a query may have {settings.max_query} characters, this one has {len(text)}; upload files",
        )
    found = shape(text)
    if found.nests(MAX_DEPTH):
        raise malformed(f"brackets are nested more than {MAX_DEPTH} deep")
    keywords = _UPDATE if update else _QUERY
    if not keywords.search(text):
        return text
    for start, end, instead in reversed(list(_cuts(found, keywords, services))):
        text = text[:start] + instead + text[end:]
    return text


def _cuts(found: Shape, keywords: re.Pattern[str], services: Mapping[str, str]) -> Iterator[Cut]:
    """All changes, one after the other; what is cut out whole is not looked at again."""
    tokens = tuple(scan(found.text))
    done = 0
    for position, token in enumerate(tokens):
        if token.start < done or not keywords.search(token.text):
            continue
        if token.word in _INSTEAD:
            cut = _reach(found, tokens, position, services)
            done = cut[1]
            yield cut
        elif token.kind in _SPELLINGS:
            yield token.start, token.end, keywords.sub(_SPELLINGS[token.kind], token.text)
        elif token.kind == "word" or keywords.search(token.text.partition(":")[0]):
            raise malformed(f"{token.text} may be taken for a keyword; set it off, or rename the prefix")


def _reach(found: Shape, tokens: tuple[Token, ...], position: int, services: Mapping[str, str]) -> Cut:
    """What to replace in the text for one SERVICE or LOAD."""
    keyword = tokens[position]
    following = (tokens[n] for n in range(position + 1, len(tokens)) if tokens[n].kind != "space")
    target = next(following, keyword)
    silent = target.word == "SILENT"
    if silent:
        target = next(following, target)
    address = services.get(found.expanded(target)) if keyword.word == "SERVICE" else None
    if address is not None:
        return target.start, target.end, f"<{address}>"
    if not silent:
        raise Problem(
            403,
            "Forbidden",
            f"{keyword.word} {target.text} is not permitted; {_INSTEAD[keyword.word]}",
        )
    return keyword.start, _end(tokens, position), _NOTHING[keyword.word]


def _end(tokens: tuple[Token, ...], position: int) -> int:
    """Where a SERVICE pattern or a LOAD operation ends."""
    depth = tokens[position].depth
    for n in range(position, len(tokens)):
        if tokens[n].depth == depth and tokens[n].text == "}":
            return tokens[n].end
        if tokens[n].depth == depth and tokens[n].text == ";":
            return tokens[n].start
    return tokens[-1].end


_INSTEAD: Final = {
    "SERVICE": "this endpoint sends no queries to others",
    "LOAD": "upload the file through the graph store",
}
_NOTHING: Final = {"SERVICE": "{}", "LOAD": "INSERT DATA {}"}


def _escaped(match: re.Match[str]) -> str:
    """The keyword as strings and IRIs may spell it, so that it means the same there and nothing elsewhere."""
    first, second, rest = filter(None, match.groups())
    return f"{first}\\u{ord(second):04X}{rest}"


def _broken(match: re.Match[str]) -> str:
    first, second, rest = filter(None, match.groups())
    return f"{first}{'_' * len(second)}{rest}"


_SPELLINGS: Final = {"string": _escaped, "iri": _escaped, "space": _broken}
"""How a keyword is spelt in a token of each kind where it is none."""
