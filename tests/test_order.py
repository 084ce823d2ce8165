"""The modules form one ordered list; a module imports only what stands before it (or beside it in its own room)."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "counterclaim"

# A room is a folder or a file of the package. Later rooms may import earlier ones, never the other way round.
ORDER = [
    "errors", "ids", "disk", "memory", "text", "model", "options", "lexicon", "values", "language", "fetching",
    "reading", "places.finding", "attribution", "claims", "actors", "places", "mentions", "copies", "compare", "ledger",
    "review", "dossier", "export", "events", "readings", "engines", "building", "survey", "clustered", "watching",
    "attributing", "adding", "web", "cli", "__main__",
]  # fmt: skip

MODULES = sorted(PACKAGE.rglob("*.py"))


def room(module: str) -> str:
    """The entry of ORDER that a dotted module name (below the package) belongs to."""
    fits = [name for name in ORDER if module == name or module.startswith(name + ".")]
    assert fits, f"{module} stands in no room of ORDER"
    return max(fits, key=len)


def imported(path: Path) -> set[str]:
    """The modules of the package that a file imports, wherever in the file, by name below the package."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{a.name}" for a in node.names}
            known = {name for name in inner if is_module(name)}
            found |= known or {node.module}
    return {name.removeprefix("counterclaim.") for name in found if name.startswith("counterclaim.")}


def is_module(name: str) -> bool:
    below = PACKAGE.joinpath(*name.split(".")[1:])
    return below.with_suffix(".py").exists() or (below / "__init__.py").exists()


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_only_what_stands_before(path: Path) -> None:
    name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")
    if name == "__init__" or name == "__main__":
        return
    here = ORDER.index(room(name))
    late = {other for other in imported(path) if ORDER.index(room(other)) > here}
    assert not late, f"{name} imports {late}, which stand after it"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_only_the_language_room_knows_spacy_and_one_module_knows_ray(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert path.parent.name == "language" or "import spacy" not in text
    assert path.name == "ray_cluster.py" or "import ray" not in text
