"""Options and arguments that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from averral.ingest import Columns, Source
    from averral.settings import Settings

__all__ = [
    "case_argument",
    "column_options",
    "jobs_option",
    "json_option",
    "list_sources",
    "load_command_settings",
    "paths_argument",
]

Command = TypeVar("Command", bound=Callable[..., Any])

case_argument = click.argument("case", type=click.Path(path_type=Path))
paths_argument = click.argument("paths", metavar="PATH...", nargs=-1, required=True)
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line instead of text for people.")
jobs_option = click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=0),
    metavar="N",
    help="Processes that read; 0, the default, is one for each core.",
)
_COLUMNS = ("text", "title", "date", "author", "url", "id")


def column_options(command: Command) -> Command:
    """Which column of a CSV or JSON Lines table holds what."""
    for name in reversed(_COLUMNS):
        default = f" [default: {name}]" if name != "id" else ""
        what = (
            f"Column of a table with the {name}{default}." if name != "id" else "Column that names the row in the uri."
        )
        command = click.option(f"--{name}-column", metavar="NAME", help=what)(command)
    return command


def list_sources(paths: tuple[str, ...], columns: dict[str, str | None]) -> Iterator[Source]:
    """What the paths name, with the table columns that were given as options.

    Raises:
        InputError: the first path names nothing; a later one raises when its turn comes.
    """
    from itertools import chain, islice

    from averral.ingest import iter_sources

    sources = iter_sources(paths, _make_columns(columns))
    return chain(tuple(islice(sources, 1)), sources)


def _make_columns(columns: dict[str, str | None]) -> Columns:
    from averral.ingest import Columns

    return Columns(**{key.removesuffix("_column"): name for key, name in columns.items() if name})


def load_command_settings(jobs: int | None) -> Settings:
    """The settings, with the option where it was given."""
    import msgspec

    from averral.settings import load_settings

    settings = load_settings()
    return settings if jobs is None else msgspec.structs.replace(settings, jobs=jobs)
