"""`averral merge`, `keep-apart` and `split`: which sightings are one actor, which happenings are one incident."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from averral.cli.decision import find_user, reason_option, show_decision, user_option
from averral.cli.options import case_argument, json_option

if TYPE_CHECKING:
    from averral.casefile import Casefile

__all__ = ["keep_apart", "merge", "split"]


@click.command()
@case_argument
@click.argument("a")
@click.argument("b")
@reason_option
@user_option
@json_option
def merge(case: Path, a: str, b: str, reason: str, user: str | None, as_json: bool) -> None:
    """Decide that two actors, or two incidents, are one.

    A and B are names, ids or sightings of actors, as for `averral who`, or ids of incidents, as `averral incidents`
    prints them, or single happenings (report.txt#i2).
    """
    from averral.casefile import Casefile
    from averral.cli.sighting import find_sighting

    with Casefile.open(case) as casefile:
        keys = [find_sighting(casefile, name) for name in (a, b)]
        if _are_incidents(casefile, *keys):
            made = casefile.incidents.merge(keys[0], keys[1], find_user(user), reason)
        else:
            made = casefile.actors.merge(*_find_pair(casefile, keys), find_user(user), reason)
        show_decision(casefile.log.get(made.id), as_json=as_json)


@click.command(name="keep-apart")
@case_argument
@click.argument("a")
@click.argument("b")
@reason_option
@user_option
@json_option
def keep_apart(case: Path, a: str, b: str, reason: str, user: str | None, as_json: bool) -> None:
    """Decide that two actors, or two incidents, are never one; A and B as for `averral merge`."""
    from averral.casefile import Casefile
    from averral.cli.sighting import find_sighting

    with Casefile.open(case) as casefile:
        keys = [find_sighting(casefile, name) for name in (a, b)]
        if _are_incidents(casefile, *keys):
            made = casefile.incidents.never_merge(keys[0], keys[1], find_user(user), reason)
        else:
            made = casefile.actors.never_merge(*_find_pair(casefile, keys), find_user(user), reason)
        show_decision(casefile.log.get(made.id), as_json=as_json)


@click.command()
@case_argument
@click.argument("items", metavar="ITEM...", nargs=-1, required=True)
@reason_option
@user_option
@json_option
def split(case: Path, items: tuple[str, ...], reason: str, user: str | None, as_json: bool) -> None:
    """Take sightings out of their actor (report.txt#e7), or happenings out of their incident (report.txt#i2)."""
    from averral.casefile import Casefile
    from averral.cli.sighting import find_sighting

    with Casefile.open(case) as casefile:
        keys = [find_sighting(casefile, item) for item in items]
        if _are_incidents(casefile, *keys):
            made = casefile.incidents.split(keys, find_user(user), reason)
        else:
            made = casefile.actors.split(keys, find_user(user), reason)
        show_decision(casefile.log.get(made.id), as_json=as_json)


def _are_incidents(casefile: Casefile, *names: str) -> bool:
    return any(casefile.incidents.knows(name) for name in names)


def _find_pair(casefile: Casefile, keys: list[str]) -> tuple[str, str]:
    """Two actors by their ids, or single sightings of them; several of a name are listed."""
    from averral.cli.actor import find_actor

    found = [(key, find_actor(casefile, key)) for key in keys]
    a, b = (key if key in actor.sightings else actor.id for key, actor in found)
    return a, b
