"""`averral show`: who says what in one document."""

from __future__ import annotations

from pathlib import Path

import click

from averral.cli.options import case_argument, json_option

__all__ = ["show"]


@click.command()
@case_argument
@click.argument("document")
@json_option
def show(case: Path, document: str, as_json: bool) -> None:
    """Show who says what in one document.

    Sources, cues and contents are nested as in the text; what the author says in their own voice follows.

    DOCUMENT is an id or the beginning of one, a uri or the last part of it, or a permalink (uri#char=14,47), which
    shows only what stands there. With --json, the reading as `averral extract` prints it.
    """
    from averral.casefile import Casefile
    from averral.cli.telling import find_place, tell_reading
    from averral.records import encode_reading

    name, place = find_place(document)
    with Casefile.open(case) as casefile:
        reading = casefile.get_reading(name)
    if as_json:
        click.echo(encode_reading(reading))
        return
    for line in tell_reading(reading, place):
        click.echo(line)
