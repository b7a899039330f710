"""`averral accept`, `reject` and `correct`: what a person says of one thing that was read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from averral.cli.decision import find_user, reason_option, show_decision, user_option
from averral.cli.options import case_argument, json_option

if TYPE_CHECKING:
    from averral.casefile import Casefile
    from averral.records.revision import Revision

__all__ = ["accept", "correct", "reject"]

_item_argument = click.argument("item")


@click.command()
@case_argument
@_item_argument
@reason_option
@user_option
@json_option
def accept(case: Path, item: str, reason: str, user: str | None, as_json: bool) -> None:
    """Say that something was read rightly.

    ITEM is a document, "#" and an id, as `averral show` prints it: report.txt#c3, report.txt#i1. The analysis then
    says that a person confirmed it.
    """
    from averral.casefile import Casefile

    with Casefile.open(case) as casefile:
        _show(casefile, casefile.revisions.accept(item, find_user(user), reason), as_json=as_json)


@click.command()
@case_argument
@_item_argument
@reason_option
@user_option
@json_option
def reject(case: Path, item: str, reason: str, user: str | None, as_json: bool) -> None:
    """Say that something was read wrongly: the analysis goes on without it and without what rests on it.

    ITEM is a document, "#" and an id, as `averral show` prints it: report.txt#c3, report.txt#i1.
    """
    from averral.casefile import Casefile

    with Casefile.open(case) as casefile:
        _show(casefile, casefile.revisions.reject(item, find_user(user), reason), as_json=as_json)


@click.command()
@case_argument
@_item_argument
@click.argument("changes", metavar="FIELD=VALUE...", nargs=-1, required=True)
@reason_option
@user_option
@json_option
def correct(case: Path, item: str, changes: tuple[str, ...], reason: str, user: str | None, as_json: bool) -> None:
    """Give fields of something that was read other values.

    ITEM is a document, "#" and an id, as `averral show` prints it. FIELD is a field of the reading, with dots for one
    inside it: `type=shelling`, `edtf=2031-05-12`, `source.entity=e3`, `start=10 end=24`. VALUE is JSON or plain words;
    `null` for what is not known. `quote=WORDS` stands for start and end: exact words that the document has once.
    """
    from averral.casefile import Casefile

    with Casefile.open(case) as casefile:
        fields = _read_changes(casefile, item, changes)
        _show(casefile, casefile.revisions.correct(item, fields, find_user(user), reason), as_json=as_json)


def _read_changes(casefile: Casefile, item: str, changes: tuple[str, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for change in changes:
        name, mark, value = change.partition("=")
        if not mark:
            raise click.UsageError(f"{change!r} is no FIELD=VALUE")
        if name == "quote":
            found |= _find_quote(casefile, item, value)
        else:
            found[name] = _read_value(value)
    return found


def _read_value(value: str) -> Any:
    import msgspec

    try:
        return msgspec.json.decode(value)
    except msgspec.DecodeError:
        return value


def _find_quote(casefile: Casefile, item: str, words: str) -> dict[str, int]:
    text = casefile.get_reading(item.rpartition("#")[0]).document.text
    if text.count(words) != 1 or not words:
        raise click.UsageError(
            f"the document has the words {words!r} {text.count(words) if words else 0} times, not once"
        )
    start = text.index(words)
    return {"start": start, "end": start + len(words)}


def _show(casefile: Casefile, revision: Revision, *, as_json: bool) -> None:
    show_decision(casefile.log.get(revision.id), as_json=as_json)
