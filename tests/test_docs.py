"""What a user can call, set or open is documented, and the generated parts are fresh."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from averral.casefile import Casefile
from averral.cli import COMMANDS
from averral.records import reading_schema
from averral.settings import ENVIRONMENT_PREFIX, Settings
from averral.store.session import open_session

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
RECORDS = reading_schema()["$defs"]


def test_the_generated_pages_are_fresh():
    pages = sorted(map(str, REFERENCE.glob("*.md")))
    command = [sys.executable, "-m", "cogapp", "--check", "-I", str(ROOT / "docs"), *pages]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert result.returncode == 0, f"run `make docs`\n{result.stdout}{result.stderr}"


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_is_documented(command):
    assert f"\n## averral {command}\n" in (REFERENCE / "cli.md").read_text()


def test_every_command_that_a_file_of_the_command_line_makes_is_listed():
    """A command that nobody added to COMMANDS would be neither callable nor documented."""
    files = [path for path in (ROOT / "src/averral/cli").glob("*.py") if "@click.command" in path.read_text()]
    modules = (importlib.import_module(f"averral.cli.{path.stem}") for path in files)
    made = {id(value) for module in modules for value in vars(module).values() if isinstance(value, click.Command)}
    assert made == {id(command) for command in COMMANDS}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_option_says_what_it_does(command):
    assert command.help
    assert not [option.name for option in command.params if isinstance(option, click.Option) and not option.help]


@pytest.mark.parametrize("name", Settings.__struct_fields__)
def test_every_setting_is_documented(name):
    assert f"`{ENVIRONMENT_PREFIX}{name.upper()}`" in (REFERENCE / "settings.md").read_text()


def test_every_table_and_view_is_documented(tmp_path):
    Casefile.open(tmp_path / "case.db", create=True).close()
    session = open_session(tmp_path / "case.db")
    query = "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view')"
    with session.read() as connection:
        found = connection.exec_driver_sql(query).all()
    session.close()
    page = (REFERENCE / "casefile.md").read_text()
    inner = ("claims_fts_", "documents_fts_")
    undocumented = [name for _, name in found if not name.startswith(inner) and name not in page]
    assert undocumented == []
    assert len(found) > 15


def test_every_make_target_is_explained():
    lines = (ROOT / "Makefile").read_text().splitlines()
    targets = [line for line in lines if line.split(":")[0].isalpha() and ":" in line]
    assert {line.split(":")[0] for line in targets} >= {"demo", "test", "lint", "types", "docs", "bench", "model"}
    assert [line for line in targets if "##" not in line] == []


@pytest.mark.parametrize("record", RECORDS)
def test_every_field_of_the_reading_is_documented(record):
    page = (REFERENCE / "reading.md").read_text()
    section = page.partition(f"\n### {record}\n")[2].partition("\n### ")[0]
    rows = re.findall(r"^\| `(\w+)` \| .+ \| (?:may be|never) \| .+ \|$", section, re.MULTILINE)
    assert rows == list(RECORDS[record]["properties"])


def test_every_problem_kind_is_explained():
    page = (DOCS / "how-to.md").read_text().partition("\n## What problems mean\n")[2].partition("\n## ")[0]
    explained = re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)
    kinds = {kind for path in (ROOT / "src").rglob("*.py") for kind in _iter_kinds(ast.parse(path.read_text()))}
    assert len(kinds) > 15
    assert sorted(explained) == sorted(kinds)


def _iter_kinds(tree: ast.Module) -> Iterator[str]:
    """The kinds of problem that a module makes, as they stand in its calls (or in the table of a loop)."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="ingest_problem"), args=[ast.Constant(value=str(kind)), *_]):
                yield kind
            case ast.Call(func=ast.Name(id="_Row"), args=[_, _, _, ast.Constant(value=str(kind)), *_]):
                yield kind
            case ast.Call(func=ast.Name(id="Problem"), keywords=keywords):
                yield from (k.value.value for k in keywords if k.arg == "kind" and isinstance(k.value, ast.Constant))
            case ast.For(target=ast.Tuple(elts=[ast.Name(id="kind"), *_]), iter=ast.Tuple(elts=rows)) if (
                "ingest_problem" in ast.unparse(node.body)
            ):
                yield from (row.elts[0].value for row in rows)


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda page: page.name)
def test_every_link_between_the_pages_leads_somewhere(page):
    for target, _, anchor in re.findall(r"\]\((?!https?:)([^)#\s]*)(#?)([^)\s]*)\)", page.read_text()):
        linked = (page.parent / target) if target else page
        assert linked.exists(), target
        if anchor:
            assert anchor in _list_anchors(linked.read_text()), f"{target}#{anchor}"


def _list_anchors(text: str) -> list[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return [re.sub(r"[^\w\s-]", "", heading.lower()).replace(" ", "-") for heading in headings]


def test_the_index_links_every_page():
    index = (DOCS / "README.md").read_text()
    pages = [page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md") if page.name != "README.md"]
    assert [page for page in pages if f"]({page})" not in index] == []
