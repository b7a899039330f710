"""`averral add`: read documents into a casefile."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from averral.cli.options import (
    case_argument,
    column_options,
    jobs_option,
    list_sources,
    load_command_settings,
    paths_argument,
)

if TYPE_CHECKING:
    from averral.records import Document, Reading

__all__ = ["add"]


@click.command()
@case_argument
@paths_argument
@jobs_option
@column_options
def add(case: Path, paths: tuple[str, ...], jobs: int | None, **columns: str | None) -> None:
    """Read documents into a casefile.

    A casefile that is not there is made. PATH is as for `averral extract`. Bytes that the casefile holds already change
    nothing. Each document is kept as soon as it is read, so breaking off loses nothing that was finished.
    """
    from averral.casefile import Casefile
    from averral.cli.screen import show_progress
    from averral.reading_pool import iter_new_readings

    settings = load_command_settings(jobs)
    sources = list_sources(paths, columns)
    counts: Counter[str] = Counter()
    with Casefile.open(case, create=True) as casefile, show_progress("adding") as progress:
        known = casefile.list_digests()
        try:
            for ingested, reading in iter_new_readings(sources, settings.count_jobs(), settings.find_bundle(), known):
                is_new = reading is not None and casefile.add(ingested, reading)
                counts["added" if is_new else "already there"] += 1
                if is_new:
                    _tell_problems(ingested.document, reading)
                    counts["with problems"] += bool(reading and reading.problems)
                progress(ingested.document.uri)
        finally:
            click.echo(_summarise(counts), err=True)


def _tell_problems(document: Document, reading: Reading | None) -> None:
    from averral.cli.screen import make_printable

    for problem in reading.problems if reading else ():
        click.echo(make_printable(f"{document.uri}: {problem.kind}: {problem.message}"), err=True)


def _summarise(counts: Counter[str]) -> str:
    return ", ".join(f"{counts[what]} {what}" for what in ("added", "already there", "with problems"))
