"""`averral show`: what happened, and who says what, in one document."""

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
    """Show what happened and who says what in one document.

    Incidents come first: what, when, where, by whom, to whom, and who says so; then sources, cues and contents, nested
    as in the text, and what the author says in their own voice.

    DOCUMENT is an id or the beginning of one, a uri or the last part of it, or a permalink (uri#char=14,47), which
    shows only what is said there. With --json, the reading as `averral extract` prints it.
    """
    from averral.casefile import Casefile
    from averral.cli.incident import tell_incidents
    from averral.cli.telling import find_place, tell_head, tell_reading
    from averral.records import encode_reading
    from averral.views import make_incident_rows

    name, place = find_place(document)
    with Casefile.open(case) as casefile:
        reading = casefile.get_reading(name)
    if as_json:
        click.echo(encode_reading(reading))
        return
    rows = () if place is not None else make_incident_rows(reading, 1, reading.document.uri)
    for line in (*tell_head(reading), *tell_incidents(rows), *tell_reading(reading, place)):
        click.echo(line)
