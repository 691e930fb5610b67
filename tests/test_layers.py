"""Data flows one way: a module imports only from its left, and heavy libraries have one door each."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ORDER = (
    "errors files namespace model ontology documents gazetteer tokens language mentions facts confidence "
    "slots extract agreement link lines sorting workers terms iris turtle syndication identity merge places "
    "evidence ledger report state graph provenance manifest store screening validate export reading update "
    "publish build evaluate calibrate cli"
).split()
DOORS = {
    "spacy": {"kb/language"},
    "pyshacl": {"kb/validate.py"},
    "flask": {"server"},
    "waitress": {"server"},
    "trafilatura": {"kb/documents"},
    "click": {"kb/cli"},
    "rapidfuzz": {"kb/link"},
}
SERVER_MAY = {
    "kb.errors",
    "kb.manifest",
    "kb.namespace",
    "kb.ontology",
    "kb.store",  # the service
    "kb",
    "kb.documents",
    "kb.documents.draft",
    "kb.lines",
    "kb.reading",  # what /extract does in its own process
}


def modules(*folders: str) -> list[Path]:
    return sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))


def imports(file: Path) -> Iterator[tuple[str, bool]]:
    """Every module that a file imports, and whether only for type checking."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    guarded = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports name their package"
            for alias in node.names:
                target = f"{node.module}.{alias.name}"
                is_module = (ROOT / f"{target.replace('.', '/')}.py").exists()
                yield (target if is_module else str(node.module)), node in guarded
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node in guarded


def layer(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if parts[0] == "kb" and len(parts) > 1 else None


def test_every_module_of_kb_has_its_place_in_the_order() -> None:
    found = {file.relative_to(ROOT / "kb").parts[0].removesuffix(".py") for file in modules("kb")}
    assert found - {"__init__", "__main__"} == set(ORDER)


@pytest.mark.parametrize("file", modules("kb"), ids=lambda file: str(file.relative_to(ROOT)))
def test_a_module_imports_only_from_its_left(file: Path) -> None:
    own = file.relative_to(ROOT / "kb").parts[0].removesuffix(".py")
    if own in ("__init__", "__main__"):
        return
    for module, _ in imports(file):
        target = layer(module)
        if target is not None:
            assert ORDER.index(target) <= ORDER.index(own), f"{file} imports {module}"
        assert not module.startswith("server") or own == "cli", f"{file} imports {module}"


@pytest.mark.parametrize("file", modules("server"), ids=lambda file: str(file.relative_to(ROOT)))
def test_the_server_sees_little_of_kb(file: Path) -> None:
    for module, _ in imports(file):
        if module.startswith("kb"):
            assert module in SERVER_MAY or module.startswith("kb.ontology"), f"{file} imports {module}"


@pytest.mark.parametrize("library", sorted(DOORS))
def test_a_heavy_library_has_one_door(library: str) -> None:
    users = {
        str(file.relative_to(ROOT))
        for file in modules("kb", "server")
        for module, guarded in imports(file)
        if module.split(".")[0] == library and not guarded
    }
    assert users, f"nothing imports {library}: take it out of the dependencies"
    strangers = {user for user in users if not any(user.startswith(door) for door in DOORS[library])}
    assert strangers == set()
