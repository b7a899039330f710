"""`averral timeline`: incidents and statements in the order in which they happened and were made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from averral.cli.options import case_argument, json_option

if TYPE_CHECKING:
    from rich.table import Table

    from averral.analysis.timeline import Extent, Moment, Timeline

__all__ = ["timeline"]

_KINDS = ("incident", "statement")


@click.command()
@case_argument
@click.option("--kind", type=click.Choice(_KINDS), help="Only what happened, or only what was said.")
@json_option
def timeline(case: Path, kind: str | None, as_json: bool) -> None:
    """Show incidents and statements in time, each from its first to its last possible day.

    No day is chosen out of a month, a year or an interval: an inexact date stays an extent. A statement stands where
    it was made or, if nothing says when, where its document was published. What has no date comes last.
    """
    import msgspec

    from averral.casefile import Casefile

    with Casefile.open(case) as casefile:
        found = casefile.lay_out_timeline(kind)
    if as_json:
        for one in (*found.extents, *found.undated):
            click.echo(msgspec.json.encode(one))
        return

    from averral.cli.screen import make_console

    if found.extents or found.undated:
        make_console().print(_make_table(found))
    else:
        click.echo("nothing happened and nothing was said", err=True)


def _make_table(found: Timeline) -> Table:
    from rich.table import Table

    table = Table("when", "what", "where", "who says it", box=None)
    for row in _iter_rows(found):
        table.add_row(*row)
    return table


def _iter_rows(found: Timeline) -> Iterator[tuple[str, str, str, str]]:
    for extent in found.extents:
        yield _tell_extent(extent), *_tell_moment(extent.moment)
    for moment in found.undated:
        yield "not dated", *_tell_moment(moment)


def _tell_extent(extent: Extent) -> str:
    marks = " about" * extent.approximate + " uncertain" * extent.uncertain
    days = extent.first if extent.first == extent.last else f"{extent.first or '…'} to {extent.last or '…'}"
    return f"{days}{marks}"


def _tell_moment(moment: Moment) -> tuple[str, str, str]:
    from averral.cli.screen import shorten

    return shorten(moment.title, 90), shorten(moment.place or "", 30), shorten(moment.source or "", 30)
