"""`averral incidents`: what happened as the whole case tells it, and which documents tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from averral.cli.options import case_argument, json_option
from averral.cli.screen import make_printable

if TYPE_CHECKING:
    from averral.casefile import Casefile
    from averral.records.case_incident import CaseIncident, Given, IncidentProposal

__all__ = ["incidents"]


@click.command()
@case_argument
@click.argument("name", metavar="INCIDENT", required=False)
@click.option("--proposals", is_flag=True, help="Pairs that may be one incident, for a person to decide.")
@json_option
def incidents(case: Path, name: str | None, proposals: bool, as_json: bool) -> None:
    """List the incidents of a case: what happened, when and where, and which documents tell of it.

    Reports that tell of the same happening are one row. INCIDENT, an id or the beginning of one or a happening
    (report.txt#i1), shows one of them: every date, place and type that documents give, its happenings, and why they
    are held to be one. `averral merge`, `keep-apart` and `split` decide otherwise.
    """
    import msgspec

    from averral.casefile import Casefile
    from averral.cli.sighting import find_sighting
    from averral.views.document_name import name_document

    with Casefile.open(case) as casefile:
        names = {row.id: name_document(row.uri) for row in casefile.iter_documents()}
        if proposals:
            found = casefile.incidents.list_proposals()
            lines = _tell_proposals(found, casefile)
            rows: Iterable[object] = found
        elif name is not None:
            one = casefile.incidents.get(find_sighting(casefile, name))
            rows, lines = (one,), _tell_incident(one, names)
        else:
            rows = every = _rank(casefile.incidents.list())
            lines = _tell_all(every)
        for line in map(msgspec.json.encode, rows) if as_json else lines:
            click.echo(line)


def _rank(incidents: Iterable[CaseIncident]) -> tuple[CaseIncident, ...]:
    """Those that most documents tell of first."""
    return tuple(sorted(incidents, key=lambda one: (-len(_list_documents(one)), -len(one.members), one.id)))


def _list_documents(incident: CaseIncident) -> tuple[str, ...]:
    return tuple(dict.fromkeys(member.rpartition("#")[0] for member in incident.members))


def _tell_all(incidents: Iterable[CaseIncident]) -> Iterator[str]:
    from averral.render.text import count

    for one in incidents:
        documents = count(len(_list_documents(one)), "document")
        yield make_printable(f"{one.id}  {one.title} ({documents}, {count(len(one.members), 'happening')})")


def _tell_incident(incident: CaseIncident, names: Mapping[str, str]) -> Iterator[str]:
    yield from _tell_all((incident,))
    for label, given in (("types", incident.types), ("dates", incident.dates), ("places", incident.places)):
        if given:
            yield make_printable(f"    {label}: {'; '.join(map(_tell_given, given))}")
    yield "    told in:"
    for member in incident.members:
        yield make_printable(f"        {_name(member, names)}")
    if incident.links:
        yield "    held to be one, as:"
    for link in incident.links:
        yield make_printable(
            f"        {_name(link.a, names)} and {_name(link.b, names)} ({link.score:.2f}): {'; '.join(link.reasons)}"
        )


def _tell_given(given: Given) -> str:
    documents = {key.rpartition("#")[0] for key in given.by}
    return f"{given.value} ({len(documents)})"


def _name(key: str, names: Mapping[str, str]) -> str:
    document, _, item = key.rpartition("#")
    return f"{names.get(document, document)}#{item}"


def _tell_proposals(proposals: Iterable[IncidentProposal], casefile: Casefile) -> Iterator[str]:
    for one in proposals:
        a, b = (casefile.incidents.get(name) for name in (one.a, one.b))
        yield make_printable(f"{a.id}  {a.title}")
        yield make_printable(f"{b.id}  {b.title}")
        yield make_printable(f"    {one.score:.2f}: {'; '.join(one.reasons)}")
