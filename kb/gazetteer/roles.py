"""Which titles name the same office: "premier" and "prime minister", "FM" and "foreign minister"."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.gazetteer.names import fold

_JUNIOR = re.compile(
    r"\b(deputy|vice|former|ex|acting|junior|assistant|under|shadow|minister of state|state secretary)\b"
)
_OFFICES = (
    ("foreign minister", r"(minister|secretary|ministry)( of state)? (of|for) (the )?(foreign|external)\b.*"),
    (
        "foreign minister",
        r"(foreign|external)( affairs)? (minister|secretary)|fm|(us |u s )?secretary of state|top diplomat",
    ),
    ("foreign minister", r"department of foreign affairs.*"),
    ("defence minister", r"(minister|secretary|secretary of state) (of|for) (national )?defen[cs]e\b.*"),
    ("defence minister", r"defen[cs]e (minister|secretary)"),
    (
        "interior minister",
        r"(minister|secretary) (of|for) (the )?(interior|internal affairs|home affairs)\b.*",
    ),
    ("interior minister", r"(interior|home) (minister|secretary)|secretary of state for the home department"),
    (
        "finance minister",
        r"(minister|secretary) (of|for) (finance|the economy and finance|economy and finance)\b.*",
    ),
    (
        "finance minister",
        r"finance minister|chancellor of the exchequer|(treasury secretary|secretary of the treasury)",
    ),
    (
        "prime minister",
        r"(prime minister|premier|pm|(federal )?chancellor|taoiseach|head of (the )?government)( of .*)?",
    ),
    (
        "prime minister",
        r"president of the government|minister president|chairman of the council of ministers.*",
    ),
    ("president", r"((federal|state|us|u s) )?president( of the (republic|state|country|united states))?"),
    (
        "monarch",
        r"(monarch|king|queen|emir|sultan|emperor|grand duke|prince|yang di pertuan agong)( of .*)?",
    ),
    ("supreme leader", r"(supreme|paramount) leader( of .*)?"),
    ("general secretary", r"(general secretary|secretary general)( of .*)?"),
)
_COMPILED = tuple((office, re.compile(pattern)) for office, pattern in _OFFICES)


@lru_cache(maxsize=4096)
def office(role: str) -> str:
    """The common name of the office that `role` titles; a title of no known office stays as it is, folded."""
    title = fold(role)
    if not _JUNIOR.search(title):
        for name, pattern in _COMPILED:
            if pattern.fullmatch(title):
                return name
    return title


def same_role(one: str, other: str) -> bool:
    """Whether two titles name the same office of one country."""
    return office(one) == office(other)
