"""`averral forecasts`: who said that what would happen, until when, and whether that day is over."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from averral.cli.options import case_argument, json_option

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.table import Table

    from averral.analysis.forecasts import Entry
    from averral.records.forecast import Forecast

__all__ = ["forecasts"]

_KINDS = ("prediction", "intention")


@click.command()
@case_argument
@click.option("--kind", type=click.Choice(_KINDS), help="Only what somebody foretells, or only what they mean to do.")
@click.option("--as-of", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Due before which day (today).")
@json_option
def forecasts(case: Path, kind: str | None, day: datetime | None, as_json: bool) -> None:
    """Show what was foretold, promised or threatened: by whom, until when, how surely.

    A forecast is due when the last day that its date may mean is over; without a date it is never due. A chance is
    shown only where the text gives one, as a number or in words of likelihood.
    """
    import msgspec

    from averral.analysis.forecasts import make_ledger
    from averral.casefile import Casefile

    with Casefile.open(case) as casefile:
        found = [one for one in casefile.forecasts.list() if kind in (None, one.kind)]
        names = {row.id: row.uri.rpartition("/")[2] for row in casefile.iter_documents()}
    ledger = make_ledger(found, (), (day or datetime.now()).date())  # noqa: DTZ005 - the user's own day
    if as_json:
        for entry in ledger:
            click.echo(msgspec.json.encode(entry))
        return

    from averral.cli.screen import make_console

    if ledger:
        make_console().print(_make_table(ledger, names))
    else:
        click.echo("no forecast found", err=True)


def _make_table(ledger: Sequence[Entry], names: Mapping[str, str]) -> Table:
    from rich.table import Table

    from averral.cli.screen import shorten
    from averral.render.date import tell_date

    table = Table("until", "state", "who", "what", "how surely", "kind", "document", box=None)
    for entry in ledger:
        one = entry.forecast
        table.add_row(
            shorten(tell_date(one.until) if one.until else "not said", 24),
            entry.state,
            shorten(one.name or "not known", 28),
            shorten(one.text, 90),
            shorten(_tell_chance(one), 24),
            one.kind,
            shorten(names.get(one.document, one.document), 32),
        )
    return table


def _tell_chance(one: Forecast) -> str:
    """The text's own words for a chance; else how sure the source is, on FactBank's scale."""
    return f"“{one.chance.wording}”" if one.chance else one.factuality or "not said"
