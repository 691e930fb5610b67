"""The screen lets through what conforms, and holds back all that pySHACL finds wanting."""

import re
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kb import ontology
from kb.screening import suspects
from kb.store import load
from kb.terms import parse_line
from kb.validate import lines_of
from tests.judging import violating

TERM = re.compile(r"<[^>]*>|\"(?:[^\"\\]|\\.)*\"(?:@[\w-]+|\^\^<[^>]*>)?")


def lines_in(directory: Path) -> list[str]:
    with lines_of(directory) as found:
        return list(found)


def suspected(folder: Path, lines: list[str]) -> set[str]:
    (folder / "kb.nq").write_text("".join(lines), encoding="utf-8", newline="\n")
    return set(suspects(load(folder)))


def test_what_conforms_passes(directory: Path) -> None:
    assert suspects(load(directory)) == {}


# Not shrunk: pySHACL takes a second for each attempt, and a few lines are few enough to read.
@settings(
    max_examples=20,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_nothing_that_violates_passes(directory: Path, tmp_path: Path, data: st.DataObject) -> None:
    """Lines are dropped, and terms exchanged with others of the base or of no base at all."""
    lines = lines_in(directory)
    own = [number for number, line in enumerate(lines) if not line.startswith(f"<{ontology.NAMESPACE}")]
    strange = [
        '""',
        '"x"',
        '"2024-13-45"^^<http://www.w3.org/2001/XMLSchema#date>',
        '"Ja"@de',
        '"7"^^<urn:x>',
    ]
    terms = sorted({term for number in own for term in TERM.findall(lines[number])}) + strange
    broken = list(lines)
    for number in data.draw(st.lists(st.sampled_from(own), min_size=1, max_size=12)):
        obj = parse_line(lines[number])[0][2]
        new = data.draw(st.one_of(st.none(), st.sampled_from(terms)))
        broken[number] = "" if new is None else lines[number].replace(f" {obj} ", f" {new} ", 1)
    broken = [line for line in broken if line]
    assert set(violating(broken)) <= suspected(tmp_path, broken)
