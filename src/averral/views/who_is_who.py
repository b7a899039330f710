"""Who is who in a casefile: pages of actors in groups, the others by name, relations, and their drawing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from averral.analysis.actors import CaseActor
from averral.records.judgement import SourceGrade
from averral.views.actor_index import ActorEntry, make_actor_index
from averral.views.actor_page import ActorPage, ActorTally
from averral.views.network import Network, make_network
from averral.views.relation_table import RelationRow

__all__ = ["WhoIsWho", "make_who_is_who"]

_GROUPS = {
    "person": "People",
    "organization": "Organisations",
    "group": "Groups",
    "place": "Places, and who speaks or acts under their names",
}
_OTHERS = "Other things"
_DESCRIBED = "Only described, or not resolved: each of one document"


class WhoIsWho(msgspec.Struct, frozen=True, kw_only=True):
    """All that is shown of actors. `others` are named in the documents, but too few claims bear on them for a page."""

    groups: tuple[tuple[str, tuple[ActorPage, ...]], ...]
    others: tuple[ActorEntry, ...]
    relations: tuple[RelationRow, ...]
    network: Network | None

    @property
    def pages(self) -> tuple[ActorPage, ...]:
        """All pages, group by group."""
        return tuple(page for _, pages in self.groups for page in pages)

    @property
    def anchors(self) -> Mapping[str, str]:
        """Where the page of an actor, by id, begins."""
        return {page.id: page.anchor for page in self.pages}


def make_who_is_who(tally: ActorTally, actors: Iterable[CaseActor], grades: Iterable[SourceGrade]) -> WhoIsWho:
    """Lay out what was gathered."""
    pages, rows = tally.make_pages(grades), tally.make_rows()
    known = {page.id for page in pages}
    others = (actor for actor in actors if actor.id not in known and actor.alone is None)
    return WhoIsWho(
        groups=_group(pages),
        others=make_actor_index(others),
        relations=rows,
        network=make_network(rows, known) if rows else None,
    )


def _group(pages: Iterable[ActorPage]) -> tuple[tuple[str, tuple[ActorPage, ...]], ...]:
    groups: dict[str, list[ActorPage]] = {label: [] for label in (*_GROUPS.values(), _OTHERS, _DESCRIBED)}
    for page in pages:
        groups[_DESCRIBED if page.alone else _GROUPS.get(page.type, _OTHERS)].append(page)
    return tuple((label, tuple(found)) for label, found in groups.items() if found)
