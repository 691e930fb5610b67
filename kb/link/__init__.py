"""Individuals of documents → identifiers in other graphs."""

from __future__ import annotations

from kb.link.base import CLOSE, SAME, Candidate, Decision, Verdict
from kb.link.resolving import resolve

__all__ = ["CLOSE", "SAME", "Candidate", "Decision", "Verdict", "resolve"]
