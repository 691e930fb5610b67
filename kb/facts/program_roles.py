"""What the frames of programmes share: who runs them, and what they are called."""

from __future__ import annotations

from kb.facts.frames import role

DOER = role("operator", "subject subject.poss", "state -system", required=True)
SOMEBODY = role("operator", "subject subject.poss", "state -system", context=True)
WHOSE = role("operator", "poss by modifier of from in", "state -system", required=True)
NAME = role("name", "self", keep="of to for on")
MATTER = role("name", "of", "system undertaking proper", required=True, keep="of to for on")
OBJECT = role("name", "object", required=True, keep="of to for on")
TESTED = role(
    "name",
    "object complement.as complement.attribute complement.complement.attribute",
    required=True,
    keep="of to for on",
)
"""What is fired or shown, also in the words of others: "tested what it called a *satellite*"."""
