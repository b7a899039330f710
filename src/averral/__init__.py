"""averral: who says that who did what, read offline from a pile of reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from averral.casefile import Casefile
    from averral.errors import AverralError
    from averral.reading_pool import read

__all__ = ["AverralError", "Casefile", "__version__", "open_casefile", "read"]

__version__ = "0.1.0"

_HOMES = {"AverralError": "averral.errors", "Casefile": "averral.casefile", "read": "averral.reading_pool"}


def open_casefile(path: Path | str, *, create: bool = False) -> Casefile:
    """Open a casefile, or make one if there is none and `create` says so; best in a `with` block."""
    from averral.casefile import Casefile

    return Casefile.open(path, create=create)


def __getattr__(name: str) -> Any:
    """Load a name when it is first used, so that importing averral costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'averral' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
