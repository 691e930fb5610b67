"""What people decided about links: a table of verdicts that outlives every rebuild and can be undone.

One line per verdict: document ("*" for all), name, identifier ("wikidata:Q30"), verdict, note. The last
verdict on the same three counts. Deleting a line undoes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kb import files
from kb.errors import LinkError
from kb.link.base import Candidate, Decision, Verdict
from kb.link.targets import identified, identifiers

HEADER: Final = ("document", "name", "identifier", "verdict", "note")
GRAPHS: Final = ("wikidata", "geonames", "opensanctions", "dbpedia")
"""The graphs whose identifiers a verdict may name, written "wikidata:Q30"."""
ANY: Final = "*"
"""Stands for all documents."""


@dataclass(frozen=True, order=True, slots=True)
class Override:
    """A verdict on whether the individual `name` of a document is the entry with an identifier."""

    document: str
    name: str
    identifier: str
    verdict: Verdict
    note: str = ""


class Overrides:
    """The verdicts of a knowledge base, looked up by document and name."""

    def __init__(self, overrides: Iterable[Override] = ()) -> None:
        self.all = tuple(overrides)
        self._verdicts: dict[tuple[str, str], dict[str, Verdict]] = {}
        for one in self.all:
            self._verdicts.setdefault((one.document, one.name), {})[one.identifier] = one.verdict

    def __bool__(self) -> bool:
        return bool(self.all)

    def verdicts(self, document: str, name: str) -> Mapping[str, Verdict]:
        """Identifier → verdict for a name in a document; a verdict on the document beats one on all."""
        return {**self._verdicts.get((ANY, name), {}), **self._verdicts.get((document, name), {})}

    def applied(self, decision: Decision) -> Decision:
        """The decision as people corrected it: what they accepted is sure, what they rejected is out."""
        verdicts = self.verdicts(decision.document, decision.name)
        if not verdicts:
            return decision
        candidates = [_judged(candidate, verdicts) for candidate in decision.candidates]
        candidates += _given(decision, verdicts)
        if any(candidate.verdict is Verdict.ACCEPTED for candidate in candidates):
            candidates = [_beaten(candidate) for candidate in candidates]
        ranked = sorted(candidates, key=lambda candidate: -candidate.score)
        return replace(decision, candidates=tuple(ranked))


NONE: Final = Overrides()


def _given(decision: Decision, verdicts: Mapping[str, Verdict]) -> Iterator[Candidate]:
    """Candidates for accepted identifiers that no gazetteer proposed."""
    proposed = {one for candidate in decision.candidates for one in identifiers(candidate.entry)}
    for identifier, verdict in verdicts.items():
        graph, _, value = identifier.partition(":")
        if verdict is Verdict.ACCEPTED and identifier not in proposed and graph in GRAPHS:
            entry = identified(decision.name, decision.kind, graph, value)
            yield Candidate(entry, 1.0, "accepted by a person", verdict)


def _judged(candidate: Candidate, verdicts: Mapping[str, Verdict]) -> Candidate:
    found = [verdicts[identifier] for identifier in identifiers(candidate.entry) if identifier in verdicts]
    if not found:
        return candidate
    score = 1.0 if found[0] is Verdict.ACCEPTED else 0.0
    return replace(candidate, score=score, method=f"{found[0].value} by a person", verdict=found[0])


def _beaten(candidate: Candidate) -> Candidate:
    return candidate if candidate.verdict is Verdict.ACCEPTED else replace(candidate, score=0.0)


def load(path: Path) -> Overrides:
    """The overrides in a table; none if there is no such file."""
    if not path.exists():
        return NONE
    try:
        header, *lines = path.read_text(encoding="utf-8").splitlines() or [""]
    except (OSError, UnicodeDecodeError) as error:
        raise LinkError(f"{path}: {error}; it must be a table in UTF-8") from error
    if tuple(header.split("\t")) != HEADER:
        raise LinkError(f"{path}: the first line must be the columns {', '.join(HEADER)}, separated by tabs")
    return Overrides(
        _override(line, f"{path}, line {number}") for number, line in enumerate(lines, 2) if line
    )


def _override(line: str, place: str) -> Override:
    cells = line.split("\t")
    verdicts = [verdict.value for verdict in Verdict]
    if len(cells) != len(HEADER) or cells[3] not in verdicts:
        raise LinkError(f"{place}: five columns are needed, the fourth {' or '.join(verdicts)}: {line!r}")
    document, name, identifier, verdict, note = cells
    if identifier.partition(":")[0] not in (*GRAPHS, "name"):
        raise LinkError(f"{place}: {identifier!r} must be like wikidata:Q30; known are {', '.join(GRAPHS)}")
    return Override(document, name, identifier, Verdict(verdict), note)


def save(path: Path, overrides: Overrides) -> None:
    """Write the table, sorted, in one step."""
    for one in overrides.all:
        if any(c in f"{one.document}{one.name}{one.identifier}{one.note}" for c in "\t\n\r"):
            raise LinkError(f"{one.name!r}: names, identifiers and notes cannot hold tabs or line ends")
    table = [
        HEADER,
        *((o.document, o.name, o.identifier, o.verdict.value, o.note) for o in sorted(overrides.all)),
    ]
    files.write(path, "".join("\t".join(row) + "\n" for row in table))


def judge(path: Path, override: Override) -> Overrides:
    """Add a verdict to the table at `path`, in the place of an earlier one on the same three."""
    kept = [one for one in load(path).all if _about(one) != _about(override)]
    changed = Overrides([*kept, override])
    save(path, changed)
    return changed


def undo(path: Path, document: str, name: str, identifier: str) -> Overrides:
    """Take a verdict out of the table at `path`."""
    known = load(path)
    kept = [one for one in known.all if _about(one) != (document, name, identifier)]
    if len(kept) == len(known.all):
        raise LinkError(f"{path}: no verdict on {name!r} and {identifier} in {document!r} to undo")
    changed = Overrides(kept)
    save(path, changed)
    return changed


def _about(override: Override) -> tuple[str, str, str]:
    return override.document, override.name, override.identifier
