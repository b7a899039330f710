"""`averral extract`: readings as JSON Lines, without a casefile."""

from __future__ import annotations

from typing import IO

import click

from averral.cli.options import column_options, jobs_option, list_sources, load_command_settings, paths_argument

__all__ = ["extract"]


@click.command()
@paths_argument
@click.option("--output", "-o", type=click.File("wb"), default="-", metavar="FILE", help="Instead of standard output.")
@jobs_option
@column_options
def extract(paths: tuple[str, ...], output: IO[bytes], jobs: int | None, **columns: str | None) -> None:
    """Print the readings of documents, one JSON object a line.

    PATH is a file, a folder, a glob pattern in quotes, or - for standard input. Text, Markdown and HTML are documents;
    each row of a CSV, TSV or JSON Lines table is one. A document that cannot be read gives a line with its problems.
    """
    from averral.cli.screen import show_progress
    from averral.reading_pool import iter_readings
    from averral.records import encode_reading

    settings = load_command_settings(jobs)
    sources = list_sources(paths, columns)
    troubled = 0
    with show_progress("reading") as progress:
        for _, reading in iter_readings(sources, settings.count_jobs(), settings.find_bundle()):
            output.write(encode_reading(reading) + b"\n")
            output.flush()
            troubled += bool(reading.problems)
            progress(reading.document.uri)
    if troubled:
        click.echo(f"documents with problems: {troubled}", err=True)
