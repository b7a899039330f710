"""Where the demo dossier is: inside an installed package, or in the corpus of a source checkout."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from averral.errors import InputError

__all__ = ["DOSSIER", "open_dossier"]

DOSSIER = "port-amaran"
"""One invented attack in an invented country, told by many (corpus/dossiers)."""


@contextmanager
def open_dossier() -> Iterator[Path]:
    """The folder with the demo's reports, for as long as the block runs; relative where it lies below this one.

    Raises:
        InputError: this copy of averral came without them.
    """
    checkout = Path(__file__).parents[3] / "corpus" / "dossiers" / DOSSIER
    if checkout.is_dir():
        here = Path.cwd()
        yield checkout.relative_to(here) if checkout.is_relative_to(here) else checkout
        return
    packaged = files("averral") / "demo" / DOSSIER
    if not packaged.is_dir():
        raise InputError("this copy of averral has no demo dossier")
    with as_file(packaged) as folder:
        yield folder
