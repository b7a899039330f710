"""`averral forecasts`: who said that what would happen, until when, and whether that day is over."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from averral.cli.decision import find_user, show_decision, user_option
from averral.cli.options import case_argument, json_option

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.table import Table

    from averral.analysis.forecasts import Entry, Score
    from averral.casefile import Casefile
    from averral.records.forecast import Forecast, Resolution

__all__ = ["forecasts"]

_KINDS = ("prediction", "intention")
_ID = 17
"""Characters of an id that are shown; the beginning of one is enough everywhere."""


@click.command()
@case_argument
@click.option("--kind", type=click.Choice(_KINDS), help="Only what somebody foretells, or only what they mean to do.")
@click.option("--as-of", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Due before which day (today).")
@click.option(
    "--resolve", nargs=2, metavar="ID OUTCOME", help="happened, did_not_happen or cannot_be_told; needs --reason."
)
@click.option(
    "--evidence", multiple=True, metavar="TEXT", help="What an outcome rests on: a claim (report.txt#c3) or words."
)
@click.option("--scores", is_flag=True, help="Brier score and calibration of each source.")
@click.option("--reason", metavar="TEXT", help="Why; it is kept with the outcome.")
@user_option
@json_option
def forecasts(case: Path, kind: str | None, day: datetime | None, as_json: bool, **options: Any) -> None:
    """Show what was foretold, promised or threatened: by whom, until when, how surely.

    A forecast is due when the last day that its date may mean is over; without a date it is never due. A chance is
    shown only where the text gives one, as a number or in words of likelihood. What became of a forecast is for a
    person to say. Only numbers are scored: the Brier score is the mean of (chance - outcome) squared, 0 the best
    (Brier 1950), beside that of always giving the base rate.
    """
    import msgspec

    from averral.analysis.forecasts import make_ledger
    from averral.casefile import Casefile
    from averral.views.document_name import name_document

    with Casefile.open(case) as casefile:
        if options["resolve"]:
            _resolve(casefile, options, as_json=as_json)
            return
        found = [one for one in casefile.forecasts.list() if kind in (None, one.kind)]
        names = {row.id: name_document(row.uri) for row in casefile.iter_documents()}
        resolutions = casefile.forecasts.list_resolutions()
    if options["scores"]:
        _show_scores(found, resolutions, as_json=as_json)
        return
    ledger = make_ledger(found, resolutions, (day or datetime.now()).date())  # noqa: DTZ005 - the user's own day
    if as_json:
        for entry in ledger:
            click.echo(msgspec.json.encode(entry))
        return

    from averral.cli.screen import make_console

    if ledger:
        make_console().print(_make_table(ledger, names))
    else:
        click.echo("no forecast found", err=True)


def _resolve(casefile: Casefile, options: dict[str, Any], *, as_json: bool) -> None:
    name, outcome = options["resolve"]
    if not options["reason"]:
        raise click.UsageError("--resolve needs a --reason")
    user = find_user(options["user"])
    made = casefile.forecasts.resolve(name, outcome, user, options["reason"], options["evidence"])
    show_decision(casefile.log.get(made.id), as_json=as_json)


def _show_scores(found: Sequence[Forecast], resolutions: Sequence[Resolution], *, as_json: bool) -> None:
    import msgspec

    from averral.analysis.forecasts import score_forecasts
    from averral.cli.screen import make_printable

    for one in score_forecasts(found, resolutions):
        click.echo(msgspec.json.encode(one) if as_json else make_printable(_tell_score(one)))


def _make_table(ledger: Sequence[Entry], names: Mapping[str, str]) -> Table:
    from rich.table import Table

    from averral.cli.screen import shorten
    from averral.render.date import tell_date

    table = Table("until", "state", "who", "what", "how surely", "kind", "document", "id", box=None)
    for entry in ledger:
        one = entry.forecast
        table.add_row(
            shorten(tell_date(one.until) if one.until else "not said", 24),
            entry.resolution.outcome if entry.resolution else entry.state,
            shorten(one.name or "not known", 28),
            shorten(one.text, 90),
            shorten(_tell_chance(one), 24),
            one.kind,
            shorten(names.get(one.document, one.document), 32),
            one.id[:_ID],
        )
    return table


def _tell_chance(one: Forecast) -> str:
    """The text's own words for a chance; else how sure the source is, on FactBank's scale."""
    return f"“{one.chance.wording}”" if one.chance else one.factuality or "not said"


def _tell_score(one: Score) -> str:
    who = "all sources" if one.all_sources else one.name or "not known"
    counts = f"{one.scored} scored, {one.unnumbered} without a number, {one.untold} untold, {one.unresolved} open"
    if one.brier is None or one.base_rate is None or one.base_brier is None:
        return f"{who}: no score ({counts})"
    line = f"{who}: Brier {one.brier:.3f}, base rate {one.base_rate:.0%} and its Brier {one.base_brier:.3f} ({counts})"
    bins = (f"said {part.said:.0%}: {part.happened:.0%} of {part.number}" for part in one.bins)
    return "; ".join((line, *bins))
