"""`averral entities`: the actors of a casefile, and pairs that may be one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from averral.cli.decision import find_user, user_option
from averral.cli.options import case_argument, json_option

if TYPE_CHECKING:
    from averral.casefile import Casefile

__all__ = ["entities"]


@click.command()
@case_argument
@click.option("--review", is_flag=True, help="Go through pairs that may be one: y, n, s(kip), u(ndo), q(uit).")
@click.option(
    "--add-file", type=click.Path(path_type=Path), metavar="FILE", help="Add a table of actors (CSV or YAML)."
)
@click.option("--reason", metavar="TEXT", help="Why, for answers in a review that give no reason of their own.")
@user_option
@json_option
def entities(
    case: Path, review: bool, add_file: Path | None, reason: str | None, user: str | None, as_json: bool
) -> None:
    """List the actors of a casefile, and go through pairs that may be one.

    Without an option, a table of all actors with their kinds, aliases and numbers of documents, most documents first.
    Programs only propose what a person may decide; see `averral merge`, `keep-apart`, `split` and `undo` for single
    decisions.
    """
    from averral.casefile import Casefile

    if review and add_file:
        raise click.UsageError("--review and --add-file do not go together")
    with Casefile.open(case) as casefile:
        if add_file:
            click.echo("added" if casefile.actors.add_file(add_file) else "already there", err=True)
        elif review:
            _review(casefile, user, reason, as_json=as_json)
        else:
            _list(casefile, as_json=as_json)


def _list(casefile: Casefile, *, as_json: bool) -> None:
    import msgspec

    from averral.views import make_actor_index

    entries = make_actor_index(casefile.actors.list())
    if as_json:
        for entry in entries:
            click.echo(msgspec.json.encode(entry))
        return

    from rich.table import Table

    from averral.cli.actor import tell_kind
    from averral.cli.screen import make_console, shorten

    table = Table("actor", "kind", "also", box=None, pad_edge=False)
    table.add_column("documents", justify="right", no_wrap=True)
    table.add_column("id", no_wrap=True)
    for entry in entries:
        kind = tell_kind(entry.type, entry.subtype)
        table.add_row(
            shorten(entry.name, 60), kind, shorten("; ".join(entry.aliases), 70), f"{entry.documents:,}", entry.id
        )
    make_console().print(table)
    if proposals := len(casefile.actors.list_proposals()):
        click.echo(f"pairs that may be one: {proposals} (averral entities CASE --review)", err=True)


def _review(casefile: Casefile, user: str | None, reason: str | None, *, as_json: bool) -> None:
    from averral.cli.review import list_proposals, review

    if as_json:
        list_proposals(casefile)
    else:
        review(casefile, find_user(user), reason)
