from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path

import pytest

from kb.build import read_sources
from kb.documents.base import Document
from kb.errors import SourceError
from kb.facts.base import Extraction
from kb.facts.leadership import Leadership
from kb.reading import BATCH, LATER, PACKAGE, Pipeline, Read, Reading, fingerprint, read
from kb.tokens import Token
from tests.stories import story


def one_each(batch: Sequence[Document]) -> list[Read]:
    assert 0 < len(batch) <= BATCH
    return [Reading(story(document.id)) for document in batch]


def test_documents_are_read_in_batches_in_order_and_errors_pass() -> None:
    found: list[Document | SourceError] = [story(f"d{number}").document for number in range(2 * BATCH + 1)]
    found[BATCH:BATCH] = [SourceError("bad.txt", "is empty")]
    results = list(read(found, one_each))
    names = [one.extraction.document.id if isinstance(one, Reading) else str(one) for one in results]
    assert names == [
        *(f"d{n}" for n in range(BATCH)),
        "bad.txt: is empty",
        *(f"d{n}" for n in range(BATCH, 2 * BATCH + 1)),
    ]


def test_a_fingerprint_changes_with_any_file(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "need.py").write_text("1")
    (tmp_path / "store.py").write_text("1")
    before = fingerprint(package=tmp_path, without={"store"}), fingerprint(package=tmp_path)
    (tmp_path / "store.py").write_text("2")
    between = fingerprint(package=tmp_path, without={"store"}), fingerprint(package=tmp_path)
    (tmp_path / "facts" / "new.py").write_text("1")
    after = fingerprint(package=tmp_path, without={"store"}), fingerprint(package=tmp_path)
    assert before[0] == between[0] != after[0]
    assert len({before[1], between[1], after[1]}) == 3


def test_every_later_module_exists() -> None:
    names = {path.name.partition(".")[0] for path in PACKAGE.iterdir()}
    assert names >= LATER


def test_options_change_what_a_pipeline_is(tmp_path: Path) -> None:
    (tmp_path / "names.tsv").write_text("1")
    pipelines = [
        Pipeline(),
        Pipeline("other"),
        Pipeline(min_confidence=0.5),
        Pipeline(gazetteer=tmp_path / "names.tsv"),
    ]
    prints = [pipeline.fingerprint() for pipeline in pipelines]
    assert len(set(prints)) == len(pipelines)
    (tmp_path / "names.tsv").write_text("2")
    assert pipelines[-1].fingerprint() != prints[-1]


NEWS = """Summit in Chisinau

Maia Sandu, the president of Moldova, met Klaus Iohannis in Bucharest on Monday. The European Union imposed
sanctions on Belarus over the crackdown.
"""


@pytest.mark.parametrize("workers", [1, 2])
def test_sources_become_linked_extractions(tmp_path: Path, workers: int) -> None:
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    results = list(read_sources([tmp_path], workers=workers))
    (failure,) = (one for one in results if isinstance(one, SourceError))
    (extraction,) = (one for one in results if isinstance(one, Extraction))
    assert "empty.txt" in str(failure)
    links = {one.name: {link.graph: link.identifier for link in one.links} for one in extraction.individuals}
    assert links["Moldova"]["wikidata"] == "Q217"
    facts = [one.fact for one in extraction.claims]
    assert any(isinstance(fact, Leadership) and fact.person == "Maia Sandu" for fact in facts)


def test_reading_leaves_the_collector_as_it_was() -> None:
    def fails(batch: Sequence[Document]) -> list[Read]:
        assert not gc.isenabled()
        raise OSError(batch[0].id)

    with pytest.raises(OSError, match="d1"):
        list(read([story("d1").document], fails))
    assert gc.isenabled()


def test_no_token_is_left_for_the_collector() -> None:
    document = Document(
        "d", "", "Kenya imposed sanctions on two banks. They supply Peru with arms.", "2024-05-01"
    )
    Pipeline()([document])
    gc.collect()
    gc.disable()
    before = _tokens_alive()
    (result,) = Pipeline()([document])
    after = _tokens_alive()
    gc.enable()
    assert isinstance(result, Reading) and result.extraction.claims
    assert before == after


def _tokens_alive() -> int:
    return sum(isinstance(one, Token) for one in gc.get_objects())
