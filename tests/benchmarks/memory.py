"""Time to start and memory of a service: `python -m tests.benchmarks.memory HARNESS DATA.nq --docs N`.

Memory is the sum over all its processes of the proportional set size, in which a page that n processes share
counts a n-th for each: what would be free if the service were not there. The store alone is what the same
engine takes for the data in a process that does nothing else.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.built import built
from tests.server.process import started, tree

_ALONE = """
import sys, pyoxigraph as ox
from pathlib import Path
before = int(Path("/proc/self/statm").read_text().split()[1])
store = ox.Store()
store.bulk_load(path=sys.argv[1], format=ox.RdfFormat.N_QUADS)
print(int(Path("/proc/self/statm").read_text().split()[1]) - before)
"""


def proportional(pid: int) -> float:
    """Mebibytes of a process and all below it."""
    return sum(map(_proportional, tree(pid))) / 1024


def _proportional(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def main() -> None:
    """Print seconds to start, and memory at rest, most under load, and after."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("harness", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--docs", required=True)
    parser.add_argument("--store", default="memory")
    arguments, rest = parser.parse_known_args()
    pages = subprocess.run(
        [sys.executable, "-c", _ALONE, arguments.data], check=True, capture_output=True, text=True
    )
    store = int(pages.stdout) / 256
    print(f"store alone      {store:7.0f} MiB")
    with tempfile.TemporaryDirectory() as scratch:
        directory = built(arguments.data, Path(scratch))
        began = time.perf_counter()
        with started(directory, access_log=False, store=arguments.store) as (process, base):
            print(f"started in       {time.perf_counter() - began:7.1f} s")
            _report("at rest", [proportional(process.pid)], store)
            command = [sys.executable, arguments.harness, "run", "--url", f"{base}/sparql", "--name", "kb"]
            load = subprocess.Popen([*command, "--docs", arguments.docs, *rest], stdout=subprocess.DEVNULL)
            seen = []
            while load.poll() is None:
                seen.append(proportional(process.pid))
                time.sleep(0.2)
            _report("most under load", seen, store)
            time.sleep(1)
            _report("after", [proportional(process.pid)], store)


def _report(when: str, seen: list[float], store: float) -> None:
    print(f"{when:16s} {max(seen):7.0f} MiB, {max(seen) / store:.2f} of the store", flush=True)


if __name__ == "__main__":
    main()
