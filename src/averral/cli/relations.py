"""`averral relations`: who is said to be what to whom."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from averral.cli.options import case_argument, json_option

if TYPE_CHECKING:
    from rich.table import Table

    from averral.casefile import Casefile
    from averral.views.relation_table import RelationRow, Telling

__all__ = ["relations"]


@click.command()
@case_argument
@click.option("--between", nargs=2, metavar="A B", help="Only those of these two actors, in either direction.")
@click.option("--predicate", "-p", "predicates", multiple=True, metavar="P", help="Only these, as `funds`; repeatable.")
@click.option(
    "--as-of",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Only what had begun by that day (without a date: was published by then).",
)
@json_option
def relations(
    case: Path, between: tuple[str, str] | None, predicates: tuple[str, ...], day: datetime | None, as_json: bool
) -> None:
    """Show who is said to fund, lead, fight or have created whom, and by whom.

    One row is one relation between two actors; all who tell of it stand in it, each with how surely they put it. What
    is denied, possible or past is kept and said to be so. The sign is that of the relation where it holds: friendly,
    hostile, or neither.
    """
    import msgspec

    from averral.casefile import Casefile
    from averral.views import make_relation_rows

    _check(predicates)
    with Casefile.open(case) as casefile:
        rows = make_relation_rows(_gather(casefile, between, set(predicates), day.date() if day else None))
    if as_json:
        for row in rows:
            click.echo(msgspec.json.encode(row))
        return

    from averral.cli.screen import make_console

    if rows:
        make_console().print(_make_table(rows))
    else:
        click.echo("no relation found", err=True)


def _check(predicates: Iterable[str]) -> None:
    from averral.views.predicate import PREDICATE_WORDS

    for predicate in predicates:
        if predicate not in PREDICATE_WORDS:
            raise click.BadParameter(
                f"{predicate!r} is none of {', '.join(PREDICATE_WORDS)}", param_hint="'--predicate'"
            )


def _gather(
    casefile: Casefile, between: tuple[str, str] | None, predicates: set[str], day: date | None
) -> Iterable[Telling]:
    """The tellings that are asked for; how many have no day to be judged by is told on standard error."""
    from averral.cli.actor import find_actor, iter_numbered
    from averral.views.relation_table import iter_tellings, keep_until
    from averral.views.roster import Roster, list_documents

    actors = [find_actor(casefile, name) for name in between or ()]
    ends = {actor.id for actor in actors}
    shared = set.intersection(*(set(list_documents(actor)) for actor in actors)) if actors else None
    roster = Roster(casefile.actors.list())
    found = (
        telling
        for number, reading in iter_numbered(casefile, shared)
        for telling in iter_tellings(reading, number, roster)
        if (not predicates or telling.predicate in predicates)
        and (not ends or {telling.subject.id, telling.object.id} == ends)
    )
    if day is None:
        yield from found
        return
    kept, undated = keep_until(found, day)
    yield from kept
    if undated:
        click.echo(f"left out, as neither they nor their documents have a date: {len(undated)}", err=True)


def _make_table(rows: Iterable[RelationRow]) -> Table:
    from rich.table import Table

    from averral.cli.actor import tell_standing
    from averral.cli.screen import shorten
    from averral.render.date import tell_date
    from averral.views.document_name import name_document
    from averral.views.predicate import word_predicate

    table = Table("subject", "predicate", "object", "date", "who says so, how surely", "sign", "sources", box=None)
    for row in rows:
        predicate = word_predicate(row.predicate)
        names = dict.fromkeys(name_document(telling.document.uri) for telling in row.tellings)
        table.add_row(
            shorten(row.subject.name, 32),
            predicate if row.standing == "affirmed" else f"{predicate} [{row.standing}]",
            shorten(row.object.name, 32),
            shorten(", ".join(map(tell_date, row.dates)) or "not said", 24),
            shorten(tell_standing(row), 120),
            row.sign,
            shorten(", ".join(names), 40),
        )
    return table
