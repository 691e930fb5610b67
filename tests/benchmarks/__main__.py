"""All measurements: `make bench`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.benchmarks import extraction

ROOT = Path(__file__).parent.parent.parent
SPARQL = ROOT.parent / "shared" / "sparql"
DOCUMENTS = 3000


def main() -> None:
    """Extraction, then queries where the harness that asks them lies beside the project."""
    print("== Extraction", flush=True)
    extraction.main()
    print("\n== Queries", flush=True)
    if not SPARQL.exists():
        print("left out: no query harness beside the project")
        return
    data = ROOT / "build" / "bench.nt"
    data.parent.mkdir(exist_ok=True)
    subprocess.run(
        [sys.executable, SPARQL / "gen.py", "--docs", str(DOCUMENTS), "--format", "nt", "--out", data],
        check=True,
    )
    harness = [sys.executable, "-m", "tests.benchmarks.endpoint", SPARQL / "bench.py", data]
    subprocess.run([*harness, "--docs", str(DOCUMENTS)], check=True, cwd=ROOT)


if __name__ == "__main__":
    main()
