"""What people decide, on the command line: who decides and why, and a decision as a line of text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from averral.cli.screen import make_printable

if TYPE_CHECKING:
    from averral.records.decision import Decision

__all__ = ["find_user", "reason_option", "show_decision", "tell_decision", "user_option"]

Command = TypeVar("Command", bound=Callable[..., Any])

reason_option = click.option("--reason", metavar="TEXT", required=True, help="Why; it is kept with the decision.")
user_option = click.option("--user", metavar="NAME", help="Who decides; the login name if none is given.")

_VERBS = {
    "merge": "the same",
    "never_merge": "never the same",
    "split": "split off",
    "merge_incidents": "one incident",
    "never_merge_incidents": "never one incident",
    "split_incident": "split off an incident",
    "join": "one origin",
    "cut": "not one origin",
    "accept": "right",
    "reject": "wrong",
    "correct": "corrected",
    "grade_source": "source graded",
    "grade_information": "information graded",
    "hypothesis": "hypothesis",
    "evidence": "evidence",
    "rating": "rated",
    "resolution": "forecast resolved",
    "undo": "undone",
    "redo": "redone",
}


def find_user(user: str | None) -> str:
    """The given name, else the login name.

    Raises:
        click.UsageError: there is neither.
    """
    import getpass

    if user:
        return user
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise click.UsageError("nobody is logged in: give --user") from error


def show_decision(decision: Decision, *, as_json: bool) -> None:
    """Print a decision, as JSON or as a line."""
    import msgspec

    click.echo(msgspec.json.encode(decision) if as_json else tell_decision(decision))


def tell_decision(decision: Decision) -> str:
    """One line, safe to print: number, time, user, what was decided, why, and whether it was undone."""
    what = _describe(decision)
    gone = f" · undone {decision.withdrawn} by {decision.withdrawn_by}" if decision.withdrawn else ""
    why = f": {decision.reason}" if decision.reason else ""
    verb = _VERBS[decision.kind]
    line = f"{decision.id}  {decision.made}  {decision.user}  {verb}{f' ({what})' if what else ''}{why}{gone}"
    return make_printable(line)


def _describe(decision: Decision) -> str:
    """What was decided, from the fields that its kind has."""
    if decision.target is not None:
        return f"decision {decision.target}"
    known = _DESCRIBED.get(decision.kind)
    return known(decision.body) if known else f"{decision.body.get('id', '')}: {decision.body.get('text', '')}"


def _describe_revision(body: dict[str, Any]) -> str:
    changes = (f"{name} = {value}" for name, value in body.get("changes", {}).items())
    return ", ".join((_shorten(body["item"]), *changes))


def _describe_sides(body: dict[str, Any]) -> str:
    return f"{len(body['left'])} and {len(body['right'])}"


def _describe_pair(body: dict[str, Any]) -> str:
    return f"{_shorten(body['left'])} and {_shorten(body['right'])}"


def _shorten(key: str) -> str:
    """A key with as much of a digest as tells documents apart."""
    document, mark, item = key.partition("#")
    return f"{document.removeprefix('sha256:')[:12] if document.startswith('sha256:') else document}{mark}{item}"


_DESCRIBED: dict[str, Callable[[dict[str, Any]], str]] = {
    **dict.fromkeys(("merge", "never_merge", "split"), lambda body: f"{_describe_sides(body)} sightings"),
    **dict.fromkeys(
        ("merge_incidents", "never_merge_incidents", "split_incident"),
        lambda body: f"{_describe_sides(body)} happenings",
    ),
    **dict.fromkeys(("join", "cut"), _describe_pair),
    **dict.fromkeys(("accept", "reject", "correct"), _describe_revision),
    "grade_source": lambda body: f"{body['name']}: {body['letter']} from {body['date']} on",
    "grade_information": lambda body: f"{body['text']}: {body['digit'] or 'not judged'}",
    "rating": lambda body: f"{body['evidence']} in the light of {body['hypothesis']}: {body['mark']}",
    "resolution": lambda body: f"{body['forecast']}: {body['outcome'].replace('_', ' ')}",
}
