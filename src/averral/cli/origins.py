"""`averral origins`, `join` and `cut`: where the pieces of information of a case entered it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from averral.cli.decision import find_user, reason_option, show_decision, user_option
from averral.cli.options import case_argument, json_option
from averral.cli.screen import make_printable

if TYPE_CHECKING:
    from averral.records.origin import Origin, OriginLink, OriginMember

__all__ = ["cut", "join", "origins"]


@click.command()
@case_argument
@click.argument("name", metavar="ORIGIN", required=False)
@click.option("--links", "show_links", is_flag=True, help="Every link between two documents, with its reasons.")
@json_option
def origins(case: Path, name: str | None, show_links: bool, as_json: bool) -> None:
    """List the origins of a case: a report and its copies, a statement and those who relay it, an outlet.

    What is counted anywhere is origins, never copies. ORIGIN, an id or the beginning of one, shows one of them with the
    reasons. Origins of one document alone are left out of the list. `averral join` and `cut` decide otherwise.
    """
    import msgspec

    from averral.casefile import Casefile
    from averral.views.document_name import name_document

    with Casefile.open(case) as casefile:
        names = {row.id: name_document(row.uri) for row in casefile.iter_documents()}
        graph = casefile.origins.trace()
        if name is not None:
            one = casefile.origins.get(name)
            rows: Iterable[object] = (one,)
            lines = _tell_origin(one, graph.links, names)
        elif show_links:
            rows, lines = graph.links, (_tell_link(link, names) for link in graph.links)
        else:
            found = [origin for origin in graph.origins if len(_group(origin)) > 1]
            rows, lines = found, (line for origin in found for line in _tell_members(origin, names))
        for line in map(msgspec.json.encode, rows) if as_json else map(make_printable, lines):
            click.echo(line)


@click.command()
@case_argument
@click.argument("document")
@click.argument("other", metavar="DOCUMENT|ORIGIN")
@reason_option
@user_option
@json_option
def join(case: Path, document: str, other: str, reason: str, user: str | None, as_json: bool) -> None:
    """Decide that a document shares the origin of another document, or is part of an origin given by its id."""
    from averral.casefile import Casefile

    with Casefile.open(case) as casefile:
        made = casefile.origins.join(document, other, find_user(user), reason)
        show_decision(casefile.log.get(made.id), as_json=as_json)


@click.command()
@case_argument
@click.argument("document")
@click.argument("other", metavar="DOCUMENT|ORIGIN")
@reason_option
@user_option
@json_option
def cut(case: Path, document: str, other: str, reason: str, user: str | None, as_json: bool) -> None:
    """Decide that a document shares no origin with another document, or is no part of an origin given by its id."""
    from averral.casefile import Casefile

    with Casefile.open(case) as casefile:
        made = casefile.origins.cut(document, other, find_user(user), reason)
        show_decision(casefile.log.get(made.id), as_json=as_json)


def _group(origin: Origin) -> dict[str, list[OriginMember]]:
    """The members by document; one may be a member twice."""
    found: dict[str, list[OriginMember]] = defaultdict(list)
    for member in origin.members:
        found[member.document].append(member)
    return found


def _tell_members(origin: Origin, names: Mapping[str, str]) -> Iterator[str]:
    from averral.render.text import count

    yield f"{origin.id}  {origin.what} ({origin.kind}, {count(len(_group(origin)), 'document')})"
    for document, members in _group(origin).items():
        kinds = ", ".join(dict.fromkeys(member.kind.replace("_", " ") for member in members))
        sources = dict.fromkeys(names.get(member.of, member.of) for member in members if member.of)
        whence = f" of {', '.join(sources)}" if sources else ""
        yield f"    {names.get(document, document)}: {kinds}{whence}"


def _tell_origin(origin: Origin, links: Iterable[OriginLink], names: Mapping[str, str]) -> Iterator[str]:
    yield from _tell_members(origin, names)
    inside = set(_group(origin))
    for link in links:
        if link.document in inside and (link.source is None or link.source in inside):
            yield f"    {_tell_link(link, names)}"


def _tell_link(link: OriginLink, names: Mapping[str, str]) -> str:
    source = names.get(link.source, link.source) if link.source else link.outlet
    arrow = "from" if link.directed else "and"
    return (
        f"{names.get(link.document, link.document)} {arrow} {source}: {link.kind.replace('_', ' ')} "
        f"({link.certainty:.2f}): {'; '.join(link.reasons)}"
    )
