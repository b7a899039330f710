"""`averral contradictions`: who contradicts whom about what, and what is only an update."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from averral.cli.options import case_argument, json_option
from averral.cli.screen import make_printable

if TYPE_CHECKING:
    from averral.records.agreement import Contradiction, Position

__all__ = ["contradictions"]

_KINDS = ("perpetrator", "denial", "casualties", "date", "place", "relation")
_SHOWN = 6
"""Claims of one side that are shown."""


@click.command()
@case_argument
@click.option("--incident", metavar="INCIDENT", help="Only those about one incident, by its id or the beginning of it.")
@click.option("--kind", type=click.Choice(_KINDS), help="Only those of a kind.")
@click.option("--updates", is_flag=True, help="Updates too: later tolls, corrections, claims after silence.")
@json_option
def contradictions(case: Path, incident: str | None, kind: str | None, updates: bool, as_json: bool) -> None:
    """List positions that cannot both hold, inside one document and across, with all who take them.

    Kinds: rival perpetrators; a claim against its denial; casualty ranges that do not meet; days that exclude each
    other; a tie between actors against its denial. Beside each side stands how many independent origins are behind it.
    """
    import msgspec

    from averral.casefile import Casefile
    from averral.cli.sighting import find_sighting
    from averral.views.document_name import name_document

    with Casefile.open(case) as casefile:
        names = {row.id: name_document(row.uri) for row in casefile.iter_documents()}
        wanted = casefile.incidents.get(find_sighting(casefile, incident)).id if incident else None
        titles = {one.id: one.title for one in casefile.incidents.list()}
        found = [
            one
            for one in casefile.agreement.weigh().contradictions
            if (updates or not one.update) and kind in (None, one.kind) and wanted in (None, one.incident)
        ]
    for one in found:
        if as_json:
            click.echo(msgspec.json.encode(one))
        else:
            for line in _tell(one, titles, names):
                click.echo(make_printable(line))


def _tell(one: Contradiction, titles: Mapping[str, str], names: Mapping[str, str]) -> Iterator[str]:
    marks = [f"update: {one.update_reason}"] if one.update else [one.kind]
    marks += ["a source contradicts itself"] if one.by_itself else []
    marks += ["in one document"] if one.inside else []
    yield f"{titles.get(one.incident or '', 'between actors')} [{'; '.join(marks)}]"
    yield from _tell_side(one.a, names)
    yield from _tell_side(one.b, names)


def _tell_side(side: Position, names: Mapping[str, str]) -> Iterator[str]:
    from averral.render.text import count

    yield f"    {side.label} ({count(len(side.origins), 'origin')})"
    for voice in side.stances[:_SHOWN]:
        said = f", {voice.said}" if voice.said else ""
        where = f"{names.get(voice.document, voice.document)}#char={voice.start},{voice.end}"
        yield f"        {voice.voice} in {where}{said}"
    if len(side.stances) > _SHOWN:
        yield f"        and {len(side.stances) - _SHOWN} more"
