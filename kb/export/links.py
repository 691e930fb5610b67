"""The links of a knowledge base to other graphs alone: as N-Triples, or as an SSSOM mapping set."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from kb import manifest, ontology
from kb.errors import KbError
from kb.export.dataset import LICENCE
from kb.identity import Identities
from kb.iris import Iris
from kb.link import Verdict, review, sssom
from kb.link.sssom import Mapping
from kb.state import State

FORMS: Final = ("nt", "sssom")


def export_links(directory: Path, output: BinaryIO, *, form: str = "nt") -> None:
    """Write to `output` how the individuals of a built directory are linked; `form` is one of FORMS."""
    if form not in FORMS:
        raise KbError(f"links are written as {' or '.join(FORMS)}, not as {form!r}")
    base = manifest.load(directory).base
    found = mappings(directory, base)
    if form == "nt":
        lines = sssom.triples(found)
    else:
        lines = sssom.table(found, mapping_set=ontology.named_graph(base, "links"), licence=LICENCE)
    output.writelines(line.encode() for line in lines)


def mappings(directory: Path, base: str) -> Iterator[Mapping]:
    """Every link of every individual of a built directory, and whether a person accepted it."""
    verdicts = review.overrides(directory).all
    accepted = {verdict.identifier for verdict in verdicts if verdict.verdict is Verdict.ACCEPTED}
    iris = Iris(base)
    for path, individual in sorted(Identities(State(directory / "state").extractions()).individuals.items()):
        for link in individual.links:
            judged = f"{link.graph}:{link.identifier}" in accepted
            yield Mapping(iris.individual(path).strip("<>"), individual.names[0], link, judged)
