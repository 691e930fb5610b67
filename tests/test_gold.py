"""The annotated documents are well formed, and those from seeds/ are what is read there."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from kb.documents import Document, read

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"
DOCUMENTS = sorted(path.stem for path in (GOLD / "texts").glob("*.json"))
NAME, TEXT, EITHER, NAMES = "name", "text", "name or text", "names"
Slot = str | frozenset[str]


def one_of(values: str) -> frozenset[str]:
    return frozenset(values.split())


SLOTS: Mapping[str, Mapping[str, Slot]] = {
    "leader": {
        "person": NAME,
        "role": TEXT,
        "of": NAME + "?",
        "status": one_of("current former acting elect candidate"),
    },
    "location": {
        "place": NAME,
        "kind": one_of("country city region facility water other"),
        "in": NAME,
        "relation": one_of("in capital_of near"),
    },
    "program": {
        "operator": NAME + "?",
        "program": TEXT,
        "domain": one_of(
            "nuclear missile space naval air drone chemical biological cyber conventional other"
        ),
        "status": one_of("active planned developing tested failed suspended ended unknown"),
    },
    "sanction": {
        "issuer": NAME + "?",
        "target": EITHER,
        "reason": TEXT + "?",
        "measure": TEXT + "?",
        "status": one_of("in_force imposed proposed threatened extended eased lifted violated"),
        "instrument": TEXT + "?",
    },
    "need": {"needer": NAME, "item": TEXT, "supplier": NAME + "?", "purpose": TEXT + "?"},
    "meeting": {"participants": NAMES, "place": NAME + "?", "kind": one_of("meeting visit call")},
    "supply": {
        "supplier": NAME,
        "recipient": EITHER + "?",
        "item": TEXT,
        "status": one_of("delivered ongoing offered planned alleged stopped"),
    },
}
COMMON: Mapping[str, Slot] = {
    "polarity": one_of("affirmed negated"),
    "modality": one_of("actual claimed planned possible"),
}


def load(kind: str, document: str) -> Any:
    return json.loads((GOLD / kind / f"{document}.json").read_text(encoding="utf-8"))


def is_value(value: Any, kind: Slot) -> bool:
    """Whether a slot's value is of its kind: an enumeration, or an object with its forms."""
    if isinstance(kind, frozenset):
        return value in kind
    if value is None:
        return kind.endswith("?")
    kind = kind.removesuffix("?")
    if kind == NAMES:
        return isinstance(value, list) and value != [] and all(is_value(item, NAME) for item in value)
    (key,) = set(value) - {"alt"}
    forms = [value[key], *value["alt"]]
    return (
        key in kind.split(" or ")
        and all(isinstance(form, str) and form == form.strip() != "" for form in forms)
        and len(set(forms)) == len(forms)
    )


def test_there_are_enough_documents_and_facts_of_every_type() -> None:
    assert sorted(path.stem for path in (GOLD / "facts").glob("*.json")) == DOCUMENTS
    counts = Counter(fact["type"] for document in DOCUMENTS for fact in load("facts", document)["facts"])
    assert len(DOCUMENTS) >= 30 and counts.total() >= 650
    assert set(counts) == set(SLOTS) and min(counts.values()) >= 50
    negated = [
        fact
        for document in DOCUMENTS
        for fact in load("facts", document)["facts"]
        if fact["polarity"] == "negated"
    ]
    assert len(negated) >= 15
    assert sum(not load("facts", document)["facts"] for document in DOCUMENTS) >= 3


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_fact_has_its_slots_and_its_evidence_is_verbatim(document: str) -> None:
    text, facts = load("texts", document), load("facts", document)
    assert set(text) == {"id", "title", "date", "text"} and set(facts) == {"id", "facts"}
    assert text["id"] == facts["id"] == document
    whole = f"{text['title']}\n\n{text['text']}"
    for fact in facts["facts"]:
        slots = {**SLOTS[fact["type"]], **COMMON}
        assert set(fact) == {*slots, "type", "evidence", "attributed_to", "date"}, fact
        assert {slot for slot, kind in slots.items() if not is_value(fact[slot], kind)} == set(), fact
        assert fact["evidence"] and fact["evidence"] in whole, fact
        assert fact["attributed_to"] is None or fact["modality"] != "actual", fact
        assert fact["date"] is None or [*map(len, fact["date"].split("-"))] in ([4], [4, 2], [4, 2, 2]), fact


@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_fact_is_annotated_twice(document: str) -> None:
    keys = Counter(
        json.dumps(
            {
                key: value
                for key, value in fact.items()
                if key in SLOTS[fact["type"]] or key in COMMON or key == "type"
            }
        )
        for fact in load("facts", document)["facts"]
    )
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("document", [*read([ROOT / "seeds"])], ids=lambda document: document.id)
def test_the_annotated_text_of_a_seed_is_what_is_read(document: Document) -> None:
    text = load("texts", document.id)
    assert (document.title, document.date) == (text["title"], text["date"])
    assert document.text == f"{text['title']}\n\n{text['text']}"
