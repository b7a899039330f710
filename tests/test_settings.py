"""Settings: the environment beats the file, and mistakes are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from averral.errors import InputError
from averral.settings import Settings, load_settings, usable_cores


def test_without_anything_the_defaults_hold(tmp_path):
    settings = load_settings({}, tmp_path)
    assert settings == Settings()
    assert settings.count_jobs() == usable_cores() >= 1
    assert settings.find_bundle() is None


def test_the_environment_beats_the_file(tmp_path):
    (tmp_path / "averral.toml").write_text('jobs = 3\nbundle = "models/big"\n')
    assert load_settings({}, tmp_path) == Settings(jobs=3, bundle="models/big")
    assert load_settings({"AVERRAL_JOBS": "2"}, tmp_path) == Settings(jobs=2, bundle="models/big")
    assert load_settings({"AVERRAL_BUNDLE": ""}, tmp_path).find_bundle() == Path("models/big")


def test_another_file_can_be_named(tmp_path):
    (tmp_path / "mine.toml").write_text("jobs = 5\n")
    assert load_settings({"AVERRAL_CONFIG": str(tmp_path / "mine.toml")}, tmp_path / "elsewhere").count_jobs() == 5


@pytest.mark.parametrize(
    ("environment", "file", "message"),
    [
        ({"AVERRAL_JOBS": "many"}, "", "jobs"),
        ({"AVERRAL_JOBS": "-1"}, "", ">= 0"),
        ({"AVERRAL_JOBS": "1000000"}, "", "<= 1024"),
        ({}, "jbos = 2", "jbos"),
        ({}, "jobs = [", "averral.toml"),
        ({}, "\ud800", "averral.toml"),
        ({"AVERRAL_CONFIG": "/nowhere/averral.toml"}, "", "no file /nowhere/averral.toml"),
    ],
)
def test_a_mistake_is_named(environment, file, message, tmp_path):
    (tmp_path / "averral.toml").write_bytes(file.encode("utf-8", "surrogatepass"))
    with pytest.raises(InputError, match=message):
        load_settings(environment, tmp_path)
