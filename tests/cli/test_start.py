"""The program itself, in a process of its own: what it loads, and how it ends."""

from __future__ import annotations

import subprocess
import sys

import pytest

from averral.cli import COMMANDS

HEAVY = ("onnxruntime", "lxml", "sqlalchemy", "alembic", "numpy", "trafilatura", "py3langid", "tokenizers", "jinja2")
MODEL = ("onnxruntime", "tokenizers", "numpy", "trafilatura", "lxml")


def run(code, *words):
    return subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=False, timeout=300, encoding="utf-8"
    )


@pytest.mark.parametrize("words", [["--help"], *([str(command.name), "--help"] for command in COMMANDS), ["--version"]])
def test_help_loads_nothing_heavy(words):
    code = f"""
import sys
from averral.cli import main
try:
    main({words!r}, prog_name="averral")
except SystemExit as end:
    assert not end.code, end.code
print("LOADED", *(name for name in {HEAVY!r} if name in sys.modules))
"""
    result = run(code)
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines()[-1].split() == ["LOADED"]


def test_importing_the_package_loads_nothing():
    result = run("import sys; import averral; print(*sys.modules)")
    loaded = set(result.stdout.split())
    assert "averral" in loaded
    assert not {name for name in loaded if name.startswith("averral.")}
    assert not {"click", "msgspec", *HEAVY} & loaded


def test_listing_a_casefile_loads_no_model(tmp_path):
    code = f"""
import sys
import averral
with averral.open_casefile({str(tmp_path / "case.db")!r}, create=True) as casefile:
    assert not list(casefile.iter_documents())
print("LOADED", *(set({MODEL!r}) & set(sys.modules)))
"""
    result = run(code)
    assert result.stdout.split() == ["LOADED"], result.stderr


def test_a_broken_pipe_ends_quietly():
    # The reader of the pipe goes away after one line of many.
    code = "from averral.cli import main; main(['schema', 'reading'])"
    first = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert first.stdout
    assert first.stderr
    first.stdout.close()
    errors = first.stderr.read()
    first.stderr.close()
    assert first.wait(300) in (0, 1)
    assert errors == b""


def test_a_bug_shows_its_traceback():
    code = """
from averral.cli import main
import averral.records
averral.records.reading_schema = None
main(["schema", "reading"])
"""
    result = run(code)
    assert result.returncode == 1
    assert "Traceback" in result.stderr
