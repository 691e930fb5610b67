"""An installed wheel works from any directory: it carries the ontology, the data files and the web assets."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CARRIED = (
    "kb/data/",
    "ontology/ontology.ttl",
    "ontology/shapes.ttl",
    "ontology/queries/",
    "server/templates/",
    "server/static/",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(out.glob("communique-*.whl"))


@pytest.mark.parametrize("carried", CARRIED)
def test_the_wheel_carries_what_the_program_reads(wheel: Path, carried: str) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert any(name.startswith(carried) for name in archive.namelist())


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"kb", "server", "ontology"}


def test_an_installed_wheel_builds_and_queries_from_another_directory(wheel: Path, tmp_path: Path) -> None:
    """Installed without its dependencies into a folder of its own, which comes before the working tree."""
    site, work = tmp_path / "site", tmp_path / "work"
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--target",
        str(site),
        str(wheel),
    ]
    subprocess.run(install, check=True, capture_output=True)
    work.mkdir()
    (work / "a.txt").write_text(
        "Title: Talks\nDate: 2023-03-05\n\nPresident Sauli Niinisto of Finland visited Oslo, Norway.\n",
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": str(site)}

    def kb(*arguments: str) -> str:
        command = [sys.executable, "-P", "-m", "kb", *arguments]
        done = subprocess.run(command, cwd=work, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = "import kb; print(kb.__file__)"
    found = subprocess.run(
        [sys.executable, "-P", "-c", where], cwd=work, env=environment, capture_output=True, text=True
    )
    assert Path(found.stdout.strip()).is_relative_to(site)
    kb("build", "a.txt", "--out", "out")
    query = (
        "PREFIX kb: <https://w3id.org/communique/ontology#> "
        "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
        'SELECT ?name WHERE { ?who kb:leads ?what ; rdfs:label ?name . ?what rdfs:label "Finland"@en }'
    )
    assert "Sauli Niinisto" in kb("query", "out", query, "--format", "csv")
