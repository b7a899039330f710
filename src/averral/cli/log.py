"""`averral log`, `undo` and `redo`: everything that people decided about a case, and the way back and forth in it."""

from __future__ import annotations

from pathlib import Path

import click

from averral.cli.decision import find_user, show_decision, user_option
from averral.cli.options import case_argument, json_option

__all__ = ["log", "redo", "undo"]

_number_argument = click.argument("number", type=int, required=False)
_reason_option = click.option("--reason", metavar="TEXT", default="", help="Why.")


@click.command()
@case_argument
@json_option
def log(case: Path, as_json: bool) -> None:
    """List everything that people decided: number, UTC time, user, what, why.

    Nothing is ever changed or deleted: undoing is a line of its own, and what was undone says so.
    """
    from averral.casefile import Casefile

    with Casefile.open(case) as casefile:
        for decision in casefile.log.list():
            show_decision(decision, as_json=as_json)


@click.command()
@case_argument
@_number_argument
@_reason_option
@user_option
@json_option
def undo(case: Path, number: int | None, reason: str, user: str | None, as_json: bool) -> None:
    """Take a decision back: the last one that stands, or that of a NUMBER in `averral log`.

    The analysis is then as if it had not been made. It stays on the list and can be redone.
    """
    from averral.casefile import Casefile

    with Casefile.open(case) as casefile:
        show_decision(casefile.log.undo(find_user(user), number, reason), as_json=as_json)


@click.command()
@case_argument
@_number_argument
@_reason_option
@user_option
@json_option
def redo(case: Path, number: int | None, reason: str, user: str | None, as_json: bool) -> None:
    """Let a decision count again that was undone: the one undone last, or that of a NUMBER in `averral log`."""
    from averral.casefile import Casefile

    with Casefile.open(case) as casefile:
        show_decision(casefile.log.redo(find_user(user), number, reason), as_json=as_json)
