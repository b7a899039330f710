"""Actors in a terminal: finding the one that is meant, and its page as lines of plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from averral.cli.screen import make_printable, shorten

if TYPE_CHECKING:
    from averral.analysis.actors import CaseActor
    from averral.casefile import Casefile
    from averral.records import Reading
    from averral.views import ActorPage, Quotation
    from averral.views.relation_table import RelationRow, Telling
    from averral.views.roster import Provenance
    from averral.views.saying import Saying
    from averral.views.speech import Chain

__all__ = [
    "find_actor",
    "iter_numbered",
    "name_chain",
    "tell_actor",
    "tell_kind",
    "tell_quote",
    "tell_standing",
    "wrap",
]

_WIDTH = 100
_QUOTE = 320


def find_actor(casefile: Casefile, name: str) -> CaseActor:
    """The one actor that is meant; several are listed on standard error.

    Raises:
        NotFoundError: none, or several.
    """
    from averral.analysis.actors import ActorIndex
    from averral.errors import NotFoundError
    from averral.render.text import count
    from averral.views import find_near_names, make_actor_index

    actors = casefile.actors.list()
    found = ActorIndex(actors).find(name)
    if len(found) == 1:
        return found[0]
    if not found:
        near = ", ".join(find_near_names(name, actors))
        raise NotFoundError(f"no actor {name[:60]!r} in this casefile{f'; near names: {near}' if near else ''}")
    for entry in make_actor_index(found):
        also = f", also {', '.join(entry.aliases[:4])}" if entry.aliases else ""
        kind = tell_kind(entry.type, entry.subtype)
        line = f"{entry.id}  {entry.name} ({kind}, {count(entry.documents, 'document')}{also})"
        click.echo(make_printable(line), err=True)
    raise NotFoundError(f"{len(found)} actors are called {name[:60]!r}: give one of these ids, or a narrower name")


def iter_numbered(casefile: Casefile, documents: Iterable[str] | None = None) -> Iterator[tuple[int, Reading]]:
    """Readings with their documents' places in the casefile: all, or those of some ids."""
    wanted = None if documents is None else set(documents)
    for number, row in enumerate(casefile.iter_documents(), start=1):
        if wanted is None or row.id in wanted:
            yield number, casefile.get_reading(row.id)


def tell_kind(kind: str, subtype: str | None) -> str:
    """Type and subtype in words."""
    return (subtype or kind).replace("_", " ")


def tell_actor(page: ActorPage) -> Iterator[str]:
    """Everything about one actor; a part of which there is nothing is left out."""
    yield make_printable(page.name)
    yield from wrap(" · ".join(_list_facts(page)), 1)
    yield from _tell_grades(page)
    yield from _tell_names(page)
    yield from _tell_sayings(f"Said by {page.name}", page.by)
    if page.outlets:
        outlets = ", ".join(f"{outlet.name} ({outlet.kind}, {outlet.claims})" for outlet in page.outlets)
        yield from wrap(f"through: {outlets}", 1)
    yield from _tell_sayings(f"Passed on by {page.name}, said by others", page.passed_on)
    yield from _tell_sayings(f"Said about {page.name}", page.about)
    yield from _tell_sayings(f"Said to {page.name}", page.to)
    yield from _tell_relations(page)
    yield from _tell_sights(page)


def _list_facts(page: ActorPage) -> Iterator[str]:
    from averral.render.labels import label_country

    yield tell_kind(page.type, page.subtype)
    if page.country:
        yield label_country(page.country)
    yield f"{page.documents} document{'s' if page.documents != 1 else ''}"
    yield page.id
    if page.gazetteer:
        yield f"gazetteer: {page.gazetteer}"


def _tell_grades(page: ActorPage) -> Iterator[str]:
    from averral.records.judgement import SOURCE_LETTERS

    if page.grades:
        grade = page.grades[-1]
        words = f"{grade.letter} ({SOURCE_LETTERS[grade.letter]}) from {grade.date} on, by {grade.user}: {grade.reason}"
        yield from wrap(f"Admiralty: {words}", 1)


def _tell_names(page: ActorPage) -> Iterator[str]:
    if page.aliases:
        yield from wrap(f"also: {'; '.join(page.aliases)}", 1)
    for join in page.joins:
        times = f" ({join.times} times)" if join.times > 1 else ""
        who = f"judgement {join.judgement}, " if join.judgement is not None else ""
        yield from wrap(f"one, because: {who}{join.reason}{times}", 1)
    if page.alone:
        yield from wrap(f"joined with nobody: {page.alone}", 1)


def _tell_sayings(title: str, sayings: tuple[Saying, ...]) -> Iterator[str]:
    from averral.views.saying import group_sayings

    if not sayings:
        return
    yield ""
    yield make_printable(f"{title} ({len(sayings)}):")
    for said in group_sayings(sayings):
        parts = "; ".join(dict.fromkeys(map(_tell_claim, said.sayings)))
        claims = ", ".join(saying.claim for saying in said.sayings)
        yield from wrap(f"{name_chain(said.by)}: {parts} {_tell_place(said.document, claims)}", 1)
        yield from tell_quote(said.quotes)


def _tell_claim(saying: Saying) -> str:
    from averral.render.labels import label_factuality

    roles = f" as {', '.join(saying.roles)}" if saying.roles else ""
    return f"{saying.type}{roles}{f' · {label_factuality(saying.factuality)}' if saying.factuality else ''}"


def _tell_relations(page: ActorPage) -> Iterator[str]:
    from averral.views.predicate import word_predicate

    if page.relations:
        yield ""
        yield f"Relations ({len(page.relations)}):"
    for row in page.relations:
        inverse = row.subject.id != page.id
        other = row.subject if inverse else row.object
        yield from wrap(f"{word_predicate(row.predicate, inverse=inverse)} {other.name}{_remark(row)}", 1)
        for telling in row.tellings:
            yield from wrap(f"{_tell_telling(telling)} {_tell_place(telling.document, telling.claim)}", 2)
            yield from tell_quote(telling.quotes, 2)


def _remark(row: RelationRow) -> str:
    return "" if row.standing == "affirmed" else f" [{row.standing}]"


def tell_standing(row: RelationRow) -> str:
    """What all the tellers make of it: who says how surely, of which time."""
    return "; ".join(dict.fromkeys(_tell_telling(telling) for telling in row.tellings))


def _tell_telling(telling: Telling) -> str:
    from averral.render.date import tell_date
    from averral.render.labels import label_factuality

    parts = [label_factuality(telling.factuality)]
    if telling.tense in ("past", "future"):
        parts.append(telling.tense)
    if telling.edtf:
        parts.append(tell_date(telling.edtf))
    return f"{name_chain(telling.by)}: {', '.join(parts)}"


def _tell_sights(page: ActorPage) -> Iterator[str]:
    yield ""
    yield "Seen in:"
    for sight in page.sights:
        yield from wrap(f"{sight.document.uri}#{sight.entity}", 1)


def _tell_place(document: Provenance, claim: str | None) -> str:
    day = f", {document.published}" if document.published else ""
    from averral.views.document_name import name_document

    name = name_document(document.uri)
    return f"[{name}{f' {claim}' if claim else ''}{day}]"


def tell_quote(quotes: Iterable[Quotation | None], depth: int = 1) -> Iterator[str]:
    """Sentences, one under the other."""
    for quote in quotes:
        if quote is not None:
            yield from wrap(f"“{shorten(quote.words, _QUOTE)}”", depth + 1)


def name_chain(chain: Chain) -> str:
    """Who says so, in words."""
    return ", citing ".join(voice.name for voice in chain) or "the author"


def wrap(text: str, depth: int) -> Iterator[str]:
    """Lines of plain text, safe to print."""
    indent = "    " * depth
    line = make_printable(" ".join(text.split()))
    yield from textwrap.wrap(
        line, _WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ", break_long_words=False
    )
