"""FollowTheMoney entities; the package itself judges them where it is there (see tests/followthemoney)."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.export.base import exported
from tests.followthemoney import interpreter
from tests.stories import BERG_LEADS

BASE = "http://localhost:8000/"
ROOT = Path(__file__).parent.parent.parent


def entities(directory: Path) -> dict[str, dict[str, Any]]:
    lines = exported(directory, "ftm").decode().splitlines()
    found = [json.loads(line) for line in lines]
    assert len({one["id"] for one in found}) == len(found)
    return {one["id"]: one for one in found}


def test_linked_individuals_have_the_ids_that_others_use(directory: Path) -> None:
    found = entities(directory)
    assert found["Q20"] == {
        "id": "Q20",
        "schema": "Territory",
        "properties": {"name": ["Norland"], "wikidataId": ["Q20"], "country": ["no"]},
    }
    assert found["Q5551"]["schema"] == "Person"
    assert found["person-cato-dahl"] == {
        "id": "person-cato-dahl",
        "schema": "Person",
        "properties": {"name": ["Cato Dahl"]},
    }


def test_asserted_facts_become_entities(directory: Path) -> None:
    found = {one["schema"]: one for one in entities(directory).values() if one["id"].startswith("fact-")}
    assert set(found) == {"Occupancy", "Sanction", "Membership", "Event", "UnknownLink"}
    record = found["Sanction"]["properties"].pop("recordId")
    assert [found["Sanction"]["id"]] == [iri.removeprefix(f"{BASE}id/").replace("/", "-") for iri in record]
    assert found["Sanction"]["properties"] == {
        "authority": ["Northern Union"],
        "entity": ["Q31"],
        "provisions": ["an arms embargo and asset freezes"],
        "reason": ["the border war"],
        "sourceUrl": [f"{BASE}document/c", "https://news.example/a?b=c&d=e"],
        "status": ["imposed"],
        "summary": [BERG_LEADS],
    }
    occupancy = found["Occupancy"]["properties"]
    assert (occupancy["holder"], occupancy["post"], occupancy["status"]) == (
        ["Q5551"],
        ["Q20-president"],
        ["current"],
    )
    assert entities(directory)["Q20-president"]["properties"] == {
        "name": ["president of Norland"],
        "country": ["no"],
    }


JUDGE = """
import json, sys
from followthemoney import model
ids, referred = set(), set()
for line in sys.stdin:
    data = json.loads(line)
    entity = model.get_proxy(data, cleaned=False)
    entity.schema.validate(data)
    kept = {name: sorted(values) for name, values in entity.to_dict()["properties"].items()}
    assert kept == data["properties"], (kept, data)
    ids.add(entity.id)
    for prop, value in entity.itervalues():
        if prop.type.name == "entity":
            referred.add((value, prop.range.name))
assert {one for one, _ in referred} <= ids, referred
print(len(ids))
"""


def test_the_package_itself_finds_nothing_to_clean(directory: Path) -> None:
    content = exported(directory, "ftm")
    done = subprocess.run([interpreter(), "-c", JUDGE], input=content, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert int(done.stdout) == len(content.splitlines())
