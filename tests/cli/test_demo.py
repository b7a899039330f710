"""The demo: the whole way on our own dossier, from a checkout and from the wheel."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from averral.casefile import Casefile
from averral.cli import dossier
from averral.cli.dossier import open_dossier
from averral.errors import InputError

ROOT = Path(__file__).parents[2]
REPORTS = sorted(path.name for path in (ROOT / "corpus" / "dossiers" / "port-amaran").iterdir())


def test_demo_shows_keeps_and_writes(averral, tmp_path):
    result = averral("demo", "--output", "out")
    assert result.exit_code == 0, result.output
    assert "Who says what" in result.stdout
    assert str(Path("out", "port-amaran.html")) in result.stdout
    assert "</html>" in (tmp_path / "out" / "port-amaran.html").read_text()
    with Casefile.open(tmp_path / "out" / "port-amaran.db") as casefile:
        assert len(list(casefile.iter_documents())) >= len([name for name in REPORTS if not name.endswith(".md")])


def test_demo_again_replaces_its_own_files(averral, tmp_path):
    averral("demo", "--output", "out")
    (tmp_path / "out" / "port-amaran.db").write_bytes(b"left over")
    assert averral("demo", "--output", "out").exit_code == 0


def test_demo_where_nothing_can_be_written(averral, tmp_path):
    (tmp_path / "out").touch()
    result = averral("demo", "--output", "out/inside")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")


@pytest.fixture(scope="session")
def wheel(tmp_path_factory):
    from hatchling.builders.wheel import WheelBuilder

    (built,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("dist")), versions=["standard"])
    return Path(built)


def test_the_wheel_has_all_that_runs(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"averral/demo/port-amaran/{name}" for name in REPORTS} <= names
    for needed in ("py.typed", "store/migrations/env.py", "store/migrations/versions/r0001_tables.py"):
        assert f"averral/{needed}" in names
    assert not [name for name in names if name.startswith(("tests/", "training/", "corpus/"))]


def test_the_wheel_is_small(wheel):
    assert wheel.stat().st_size < 40_000_000


def test_the_demo_is_found_in_an_installed_wheel(wheel, tmp_path, monkeypatch):
    zipfile.ZipFile(wheel).extractall(tmp_path)
    monkeypatch.setattr(dossier, "__file__", str(tmp_path / "averral" / "cli" / "dossier.py"))
    monkeypatch.setattr(dossier, "files", lambda package: tmp_path / package)
    with open_dossier() as folder:
        assert sorted(path.name for path in folder.iterdir()) == REPORTS
        assert tmp_path in folder.parents


def test_a_copy_without_the_dossier_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(dossier, "__file__", str(tmp_path / "averral" / "cli" / "dossier.py"))
    monkeypatch.setattr(dossier, "files", lambda package: tmp_path / package)
    with pytest.raises(InputError, match="no demo dossier"), open_dossier():
        pass
