"""Counters and latencies in Prometheus' text format."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections import defaultdict
from typing import Final

BUCKETS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)

COUNTERS: Final = {
    "requests": "Requests by kind and status.",
    "kills": "Queries that were ended, by reason: timeout, left (by their client), shed (overload), memory.",
    "cache": "Look-ups in the result cache, by outcome.",
    "writes": "Updates and graph changes, by outcome.",
}

_Labels = tuple[tuple[str, str], ...]


class Metrics:
    """Everything that the service counts about itself."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: dict[tuple[str, _Labels], int] = defaultdict(int)
        self._latencies: dict[str, list[float]] = {}

    def count(self, name: str, **labels: str) -> None:
        """Count one event."""
        with self._lock:
            self._counts[name, tuple(sorted(labels.items()))] += 1

    def latency(self, kind: str, seconds: float) -> None:
        """Record how long a query of this kind took."""
        with self._lock:
            series = self._latencies.setdefault(kind, [0.0] * (len(BUCKETS) + 2))
            series[bisect_left(BUCKETS, seconds)] += 1
            series[-1] += seconds

    def text(self, gauges: dict[str, float]) -> str:
        """The exposition format, with gauges of the moment."""
        lines: list[str] = []
        with self._lock:
            for name, help in COUNTERS.items():
                lines += [f"# HELP kb_{name}_total {help}", f"# TYPE kb_{name}_total counter"]
                lines += [
                    f"kb_{name}_total{_labels(labels)} {count}"
                    for (counter, labels), count in sorted(self._counts.items())
                    if counter == name
                ]
            lines += ["# HELP kb_query_seconds Time to answer.", "# TYPE kb_query_seconds histogram"]
            for kind, series in sorted(self._latencies.items()):
                lines += _histogram(kind, series)
        for name, value in sorted(gauges.items()):
            lines += [f"# TYPE kb_{name} gauge", f"kb_{name} {value:g}"]
        return "\n".join(lines) + "\n"


def _labels(labels: _Labels) -> str:
    return "{" + ",".join(f'{name}="{value}"' for name, value in labels) + "}" if labels else ""


def _histogram(kind: str, series: list[float]) -> list[str]:
    lines, total = [], 0.0
    for bound, count in zip((*map(str, BUCKETS), "+Inf"), series[:-1], strict=True):
        total += count
        lines.append(f'kb_query_seconds_bucket{{kind="{kind}",le="{bound}"}} {total:g}')
    return [
        *lines,
        f'kb_query_seconds_sum{{kind="{kind}"}} {series[-1]:.6f}',
        f'kb_query_seconds_count{{kind="{kind}"}} {total:g}',
    ]
