"""Links as SSSOM mappings (https://mapping-commons.github.io/sssom/) and as N-Triples, for other tools."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kb.link.targets import TARGETS, predicate
from kb.model import Link

COLUMNS: Final = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "mapping_justification",
    "confidence",
)
PREFIXES: Final = {
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "semapv": "https://w3id.org/semapv/vocab/",
}
AUTOMATIC: Final = "semapv:LexicalMatching"
JUDGED: Final = "semapv:ManualMappingCuration"


@dataclass(frozen=True, order=True, slots=True)
class Mapping:
    """That the individual with the IRI `subject` has a link; `judged` where a person accepted it."""

    subject: str
    label: str
    link: Link
    judged: bool = False


def table(mappings: Iterable[Mapping], *, mapping_set: str, licence: str) -> Iterator[str]:
    """The lines of an SSSOM/TSV file: metadata in comments, header, one line per mapping, sorted.

    `mapping_set` is the IRI of the set, `licence` that of its licence.
    """
    curies = PREFIXES | {target.prefix: target.pattern.partition("{}")[0] for target in TARGETS.values()}
    yield "#curie_map:\n"
    yield from (f"#  {prefix}: {space}\n" for prefix, space in sorted(curies.items()))
    yield f"#license: {licence}\n#mapping_set_id: {mapping_set}\n"
    yield "\t".join(COLUMNS) + "\n"
    for one in sorted(mapping for mapping in mappings if mapping.link.graph in TARGETS):
        cells = (
            one.subject,
            " ".join(one.label.split()),
            predicate(one.link),
            TARGETS[one.link.graph].iri(one.link.identifier),
            JUDGED if one.judged else AUTOMATIC,
            f"{one.link.confidence:.4g}",
        )
        yield "\t".join(cells) + "\n"


def triples(mappings: Iterable[Mapping]) -> Iterator[str]:
    """The links as sorted lines of N-Triples."""
    lines = set()
    for one in mappings:
        if one.link.graph in TARGETS:
            prefix, _, name = predicate(one.link).partition(":")
            target = TARGETS[one.link.graph].iri(one.link.identifier)
            lines.add(f"<{one.subject}> <{PREFIXES[prefix]}{name}> <{target}> .\n")
    yield from sorted(lines)
