"""`averral who`: one actor, what is said by it, about it and to it."""

from __future__ import annotations

from pathlib import Path

import click

from averral.cli.options import case_argument, json_option

__all__ = ["who"]


@click.command()
@case_argument
@click.argument("name", nargs=-1, required=True)
@json_option
def who(case: Path, name: tuple[str, ...], as_json: bool) -> None:
    """Show an actor: its names, and what is said by it, about it and to it.

    Each claim stands with the chain of those who make it, how surely it is put, its words and its document. Then come
    the actor's relations, and where it is seen. What is said about it is where it has a role: perpetrator, target,
    victim or the like.

    NAME is a name or alias, an actor's id or the beginning of it, or a sighting as `Seen in` prints it. A name that
    several actors bear lists them.
    """
    import msgspec

    from averral.casefile import Casefile
    from averral.cli.actor import find_actor, iter_numbered, tell_actor
    from averral.cli.sighting import find_sighting
    from averral.views import make_actor_page
    from averral.views.roster import list_documents

    with Casefile.open(case) as casefile:
        actor = find_actor(casefile, find_sighting(casefile, " ".join(name)))
        readings = iter_numbered(casefile, list_documents(actor))
        page = make_actor_page(actor, casefile.actors.list(), readings, casefile.grades.list(actor.id))
    if as_json:
        click.echo(msgspec.json.encode(page))
        return
    for line in tell_actor(page):
        click.echo(line)
