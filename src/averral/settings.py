"""What a user may set once instead of on every command."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import msgspec

from averral.errors import InputError

__all__ = ["ENVIRONMENT_PREFIX", "SETTINGS_FILE", "Settings", "load_settings"]

ENVIRONMENT_PREFIX = "AVERRAL_"
SETTINGS_FILE = "averral.toml"


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Passed to what needs it, never global. A command's option beats the environment, which beats the file."""

    jobs: Annotated[
        int, msgspec.Meta(ge=0, le=1024, description="Processes that read; 0 is one for each processor core.")
    ] = 0
    bundle: Annotated[
        str | None, msgspec.Meta(description="Folder of a model bundle to use instead of the one in the package.")
    ] = None

    def count_jobs(self) -> int:
        """The number of processes, with 0 resolved to the cores that this process may use."""
        return self.jobs or usable_cores()

    def find_bundle(self) -> Path | None:
        """The bundle's folder, or None for the one in the package."""
        return Path(self.bundle).expanduser() if self.bundle else None


def load_settings(environment: Mapping[str, str] | None = None, folder: Path | None = None) -> Settings:
    """Settings from `averral.toml` in `folder` (or the file that AVERRAL_CONFIG names), then from AVERRAL_* variables.

    Raises:
        InputError: a file that cannot be read, an unknown name, or a value of the wrong type.
    """
    environment = os.environ if environment is None else environment
    named = environment.get(ENVIRONMENT_PREFIX + "CONFIG")
    file = Path(named).expanduser() if named else (folder or Path()) / SETTINGS_FILE
    values = _read_file(file, required=bool(named))
    for field in Settings.__struct_fields__:
        variable = ENVIRONMENT_PREFIX + field.upper()
        if environment.get(variable):
            values = {**values, field: environment[variable]}
    try:
        return msgspec.convert(values, Settings, strict=False)
    except msgspec.ValidationError as error:
        raise InputError(f"settings: {error}") from error


def usable_cores() -> int:
    """Cores that this process may run on: fewer than the machine has, where a container or `taskset` says so."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _read_file(file: Path, *, required: bool) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        if required:
            raise InputError(f"settings: no file {file}") from error
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"settings: {file}: {error}") from error
