"""`averral entities`: the actors of a casefile, and what people decide about who is who."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from averral.cli.options import case_argument, json_option

if TYPE_CHECKING:
    from averral.casefile import Casefile

__all__ = ["entities"]


@click.command()
@case_argument
@click.option("--review", is_flag=True, help="Go through pairs that may be one: y, n, s(kip), u(ndo), q(uit).")
@click.option("--merge", nargs=2, metavar="A B", help="Decide that two actors are one; needs --reason.")
@click.option("--never", nargs=2, metavar="A B", help="Decide that two actors are not one; needs --reason.")
@click.option(
    "--split",
    multiple=True,
    metavar="SIGHTING",
    help="Take a sighting (document#e7, as `averral who` prints it) out of its actor; repeatable; needs --reason.",
)
@click.option("--undo", type=int, metavar="ID", help="Withdraw a decision, by its number in --log.")
@click.option("--log", is_flag=True, help="List all decisions and grades, withdrawn ones too.")
@click.option(
    "--add-file", type=click.Path(path_type=Path), metavar="FILE", help="Add a table of actors (CSV or YAML)."
)
@click.option("--grade", nargs=2, metavar="ACTOR LETTER", help="Grade a source, A to F (Admiralty); needs --reason.")
@click.option("--date", metavar="DATE", help="The day from which a grade counts; today if none is given.")
@click.option("--reason", metavar="TEXT", help="Why; it is kept with the decision.")
@click.option("--user", metavar="NAME", help="Who decides; the login name if none is given.")
@json_option
def entities(case: Path, as_json: bool, **options: Any) -> None:
    """List the actors of a casefile, and decide who is who.

    Without an option, a table of all actors with their kinds, aliases and numbers of documents, most documents first.
    Programs only propose what a person may decide; each decision is kept with user, time and reason, overrides every
    program, and can be withdrawn.

    A and B are names, ids or sightings, as for `averral who`.
    """
    from averral.casefile import Casefile

    wanted = [name for name in _ACTIONS if options[name] not in (None, False, ())]
    if len(wanted) > 1:
        raise click.UsageError(
            f"--{wanted[0].replace('_', '-')} and --{wanted[1].replace('_', '-')} do not go together"
        )
    with Casefile.open(case) as casefile:
        if wanted:
            _ACTIONS[wanted[0]](casefile, options, as_json)
        else:
            _list(casefile, as_json)


def _list(casefile: Casefile, as_json: bool) -> None:
    import msgspec

    from averral.views import make_actor_index

    entries = make_actor_index(casefile.list_actors())
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
    if proposals := len(casefile.list_proposals()):
        click.echo(f"pairs that may be one: {proposals} (averral entities CASE --review)", err=True)


def _review(casefile: Casefile, options: dict[str, Any], as_json: bool) -> None:
    from averral.cli.review import list_proposals, review

    if as_json:
        list_proposals(casefile)
    else:
        review(casefile, _find_user(options), options["reason"])


def _merge(casefile: Casefile, options: dict[str, Any], as_json: bool) -> None:
    _tell(casefile.merge(*_find_pair(casefile, options["merge"]), _find_user(options), _need_reason(options)), as_json)


def _never(casefile: Casefile, options: dict[str, Any], as_json: bool) -> None:
    pair = _find_pair(casefile, options["never"])
    _tell(casefile.never_merge(*pair, _find_user(options), _need_reason(options)), as_json)


def _split(casefile: Casefile, options: dict[str, Any], as_json: bool) -> None:
    from averral.cli.sighting import find_sighting

    keys = [find_sighting(casefile, words) for words in options["split"]]
    _tell(casefile.split(keys, _find_user(options), _need_reason(options)), as_json)


def _undo(casefile: Casefile, options: dict[str, Any], as_json: bool) -> None:
    _tell(casefile.undo(options["undo"], _find_user(options)), as_json)


def _log(casefile: Casefile, options: dict[str, Any], as_json: bool) -> None:
    import msgspec

    from averral.cli.review import tell_grade, tell_judgement

    del options
    for judgement in casefile.list_judgements():
        click.echo(msgspec.json.encode(judgement) if as_json else tell_judgement(judgement))
    for grade in casefile.list_grades():
        click.echo(msgspec.json.encode(grade) if as_json else tell_grade(grade))


def _add_file(casefile: Casefile, options: dict[str, Any], as_json: bool) -> None:
    del as_json
    is_new = casefile.add_actor_file(options["add_file"])
    click.echo("added" if is_new else "already there", err=True)


def _grade(casefile: Casefile, options: dict[str, Any], as_json: bool) -> None:
    import msgspec

    from averral.cli.review import tell_grade

    name, letter = options["grade"]
    grade = casefile.set_source_grade(name, letter.upper(), _find_user(options), _need_reason(options), options["date"])
    click.echo(msgspec.json.encode(grade) if as_json else tell_grade(grade))


_ACTIONS: dict[str, Callable[[Casefile, dict[str, Any], bool], None]] = {
    "review": _review,
    "merge": _merge,
    "never": _never,
    "split": _split,
    "undo": _undo,
    "log": _log,
    "add_file": _add_file,
    "grade": _grade,
}


def _tell(judgement: object, as_json: bool) -> None:
    import msgspec

    from averral.cli.review import tell_judgement
    from averral.records.judgement import Judgement

    assert isinstance(judgement, Judgement)
    click.echo(msgspec.json.encode(judgement) if as_json else tell_judgement(judgement))


def _find_pair(casefile: Casefile, names: tuple[str, str]) -> tuple[str, str]:
    """Two actors or sightings; several of a name are listed."""
    from averral.cli.actor import find_actor
    from averral.cli.sighting import find_sighting

    found = []
    for name in names:
        key = find_sighting(casefile, name)
        actor = find_actor(casefile, key)
        found.append(key if key in actor.sightings else actor.id)
    return found[0], found[1]


def _find_user(options: dict[str, Any]) -> str:
    import getpass

    if options["user"]:
        return str(options["user"])
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise click.UsageError("nobody is logged in: give --user") from error


def _need_reason(options: dict[str, Any]) -> str:
    if not (options["reason"] or "").strip():
        raise click.UsageError("a decision needs a --reason")
    return str(options["reason"])
