"""What a user can call, set or open is documented, and the generated parts are fresh."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from averral.casefile import Casefile
from averral.cli import COMMANDS
from averral.settings import ENVIRONMENT_PREFIX, Settings
from averral.store.session import open_session

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"


def test_the_generated_pages_are_fresh():
    pages = sorted(map(str, REFERENCE.glob("*.md")))
    command = [sys.executable, "-m", "cogapp", "--check", "-I", str(ROOT / "docs"), *pages]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert result.returncode == 0, f"run `make docs`\n{result.stdout}{result.stderr}"


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_is_documented(command):
    assert f"\n## averral {command}\n" in (REFERENCE / "cli.md").read_text()


def test_every_file_of_the_command_line_that_makes_a_command_is_listed():
    """A command in a file that nobody added to COMMANDS would be neither callable nor documented."""
    files = [path for path in (ROOT / "src/averral/cli").glob("*.py") if "@click.command" in path.read_text()]
    assert {path.stem for path in files} == {command.name for command in COMMANDS}


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
