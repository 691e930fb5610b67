"""Asks services that speak the W3C Reconciliation API 0.2 who an individual may be.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, Final

from kb.errors import LinkError
from kb.gazetteer.polite import Client
from kb.link.base import CLOSE, Candidate, Decision
from kb.link.targets import TARGETS, identified, identifiers
from kb.model import IndividualKind

BATCH: Final = 20
"""Queries in one request, unless the service takes fewer."""
LIMIT: Final = 5
"""Candidates asked for each name."""
MATCHED: Final = 0.9
"""The confidence of a candidate that the service itself calls a match: close, but never the same."""
ASKED: Final = frozenset({IndividualKind.PERSON, IndividualKind.ORGANIZATION, IndividualKind.PLACE})


@dataclass(frozen=True, slots=True)
class Service:
    """What a service says of itself: its name, the graph its identifiers belong to, queries per request."""

    url: str
    name: str
    graph: str
    batch: int


def service(url: str, client: Client) -> Service:
    """Read the manifest of the service at `url`."""
    manifest = client.json(url)
    if not isinstance(manifest, dict) or "identifierSpace" not in manifest:
        raise LinkError(f"{url}: the answer is no manifest of a reconciliation service; check the address")
    versions = manifest.get("versions", ["0.1"])
    if "0.2" not in versions:
        raise LinkError(f"{url}: the service speaks version {', '.join(map(str, versions))}, not 0.2")
    space = str(manifest["identifierSpace"])
    graph = next((name for name, target in TARGETS.items() if target.within(space)), None)
    if graph is None:
        raise LinkError(f"{url}: identifiers of {space} are none of {', '.join(TARGETS)}")
    batch = manifest.get("batchSize", BATCH)
    return Service(
        url, str(manifest.get("name", url)), graph, batch if isinstance(batch, int) and batch > 0 else BATCH
    )


class Reconciler:
    """Asks one service, and remembers its answers in a file so that no question is sent twice."""

    def __init__(self, url: str, *, client: Client | None = None, cache: Path | None = None) -> None:
        self._client = client or Client()
        self._cache = cache
        self._known = dict(_remembered(cache))
        self.service = service(url, self._client)

    def completed(self, decisions: Iterable[Decision]) -> Iterator[Decision]:
        """The decisions; those in doubt with the candidates of the service added to their own."""
        rest = iter(decisions)
        while batch := list(islice(rest, self.service.batch)):
            asked = [one for one in batch if one.chosen is None and one.kind in ASKED]
            self._ask([_question(one) for one in asked])
            for one in batch:
                yield self._extended(one) if one in asked else one

    def _ask(self, questions: Sequence[dict[str, Any]]) -> None:
        new = [one for one in questions if self._key(one) not in self._known]
        if not new:
            return
        queries = {f"q{number}": question for number, question in enumerate(new)}
        answers = self._client.json(self.service.url, {"queries": json.dumps(queries, ensure_ascii=False)})
        for name, question in queries.items():
            found = answers.get(name, {}).get("result") if isinstance(answers, dict) else None
            if not isinstance(found, list):
                raise LinkError(f"{self.service.url}: no result for {question['query']!r} in the answer")
            self._remember(self._key(question), found)

    def _key(self, question: dict[str, Any]) -> str:
        text = json.dumps([self.service.url, question], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()

    def _remember(self, key: str, found: list[Any]) -> None:
        self._known[key] = found
        if self._cache is not None:
            with self._cache.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps([key, found], ensure_ascii=False) + "\n")

    def _extended(self, decision: Decision) -> Decision:
        found = self._known[self._key(_question(decision))]
        have = {identifier for one in decision.candidates for identifier in identifiers(one.entry)}
        new = [self._candidate(decision, result) for result in found]
        fresh = [one for one in new if identifiers(one.entry)[0] not in have]
        ranked = sorted((*decision.candidates, *fresh), key=lambda one: -one.score)
        return replace(decision, candidates=tuple(ranked))

    def _candidate(self, decision: Decision, result: Any) -> Candidate:
        try:
            identifier, name = str(result["id"]), str(result["name"])
            share = min(1.0, max(0.0, float(result["score"]) / 100))
        except (KeyError, TypeError, ValueError) as error:
            raise LinkError(
                f"{self.service.url}: a candidate for {decision.name!r} is malformed: {error}"
            ) from error
        entry = identified(name, decision.kind, self.service.graph, identifier)
        score = MATCHED if result.get("match") is True else round(share * (CLOSE - 0.01), 4)
        return Candidate(entry, score, f"asked of {self.service.name}")


def _question(decision: Decision) -> dict[str, Any]:
    return {"query": decision.name, "limit": LIMIT}


def _remembered(cache: Path | None) -> Iterator[tuple[str, list[Any]]]:
    """Answers kept by earlier runs; a line that was cut off when a run was killed is asked again."""
    if cache is None or not cache.exists():
        return
    for line in cache.read_text(encoding="utf-8").splitlines():
        try:
            key, found = json.loads(line)
        except ValueError:
            continue
        yield key, found
