"""Find words in the claims and documents of a casefile (SQLite FTS5), and say which claim to open."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, TextClause, text

from averral.store.rows import Hit

__all__ = ["make_query", "search"]

_PIECE = re.compile(r'"([^"]*)"|(\S+)')
_CONTEXT = 80
"""Characters shown on each side of a match."""
_NESTING = 4
"""Claims looked at for each hit that is asked for: nested claims find the same place again."""

_CLAIMS = text("""
    SELECT claims.document, claims.id AS claim, claims.start AS "offset",
        highlight(claims_fts, 0, :open, :close) AS marked
    FROM claims_fts
    JOIN claims ON claims.id = claims_fts.rowid
    WHERE claims_fts MATCH :query
    ORDER BY bm25(claims_fts), claims."end" - claims.start, claims.id
    LIMIT :limit""")
_DOCUMENTS = text("""
    SELECT documents.id AS document, NULL AS claim, 0 AS "offset",
        highlight(documents_fts, 1, :open, :close) AS marked
    FROM documents_fts
    JOIN documents ON documents.id = documents_fts.rowid
    WHERE documents_fts MATCH :query AND documents.id NOT IN (SELECT claims.document FROM claims
        WHERE claims.id IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH :query))
    ORDER BY bm25(documents_fts), documents.id
    LIMIT :limit""")
_DOCUMENT = text("SELECT digest, uri, title, text FROM documents WHERE id = :document")
_CLAIM = text('SELECT id, label, start, "end" FROM claims WHERE id = :claim')
_SMALLEST_CLAIM = text("""
    SELECT id, label, start, "end" FROM claims
    WHERE document = :document AND start <= :start AND "end" >= :end
    ORDER BY "end" - start, id
    LIMIT 1""")
_CHAIN = text("SELECT name FROM chains WHERE claim = :claim ORDER BY position")


class _Place(msgspec.Struct, frozen=True):
    """Where the words stand: the document's row number, and the offsets unless only its title has them."""

    document: int
    start: int | None
    end: int | None


def make_query(words: str) -> str | None:
    """FTS5's form of what a person typed; None where there is nothing to look for.

    Words in double quotes are a phrase; all other words must each be there. Every piece is quoted, so that no
    character of it is taken for FTS5's own syntax.
    """
    pieces = (phrase or word.replace('"', "") for phrase, word in _PIECE.findall(words.replace("\x00", " ")))
    return " ".join(f'"{piece}"' for piece in pieces if any(map(str.isalnum, piece))) or None


def search(connection: Connection, words: str, limit: int) -> tuple[Hit, ...]:
    """The best places first: those inside claims, then documents that have the words only elsewhere.

    Nested claims that hold the same place give one hit, which opens at the smallest of them that has all the words.
    """
    query = make_query(words)
    if query is None or limit < 1:
        return ()
    places: dict[_Place, int | None] = {}
    for place, claim in _find_places(connection, _CLAIMS, query, limit * _NESTING):
        if place not in places or _length(connection, claim) < _length(connection, places[place]):
            places[place] = claim
    if len(places) < limit:
        places.update(_find_places(connection, _DOCUMENTS, query, limit - len(places)))
    return tuple(_make_hit(connection, place, claim) for place, claim in list(places.items())[:limit])


def _find_places(
    connection: Connection, statement: TextClause, query: str, limit: int
) -> Iterator[tuple[_Place, int | None]]:
    """The first place in each row that matches, and the claim that the row is, if it is one."""
    secret = secrets.token_hex(8)  # no text can hold marks that are made up for one search
    marks = {"open": f"<{secret}>", "close": f"</{secret}>"}
    for document, claim, offset, marked in connection.execute(statement, {**marks, "query": query, "limit": limit}):
        before, found, rest = (marked or "").partition(marks["open"])
        match = rest.partition(marks["close"])[0]
        start = offset + len(before) if found else None
        yield _Place(document, start, None if start is None else start + len(match)), claim


def _length(connection: Connection, claim: int | None) -> int:
    row = connection.execute(_CLAIM, {"claim": claim}).one()
    return int(row.end - row.start)


def _make_hit(connection: Connection, place: _Place, claim: int | None) -> Hit:
    digest, uri, title, whole = connection.execute(_DOCUMENT, {"document": place.document}).one()
    opened = _find_claim(connection, place, claim)
    start, end = place.start, place.end
    if start is None and opened is not None:
        start, end = opened["start"], opened["end"]
    shown = ("", "", "")
    if start is not None and end is not None:
        shown = (whole[max(0, start - _CONTEXT) : start], whole[start:end], whole[end : end + _CONTEXT])
    return Hit(
        document=digest,
        uri=uri,
        title=title,
        claim=opened["label"] if opened else None,
        claim_start=opened["start"] if opened else None,
        claim_end=opened["end"] if opened else None,
        chain=tuple(connection.execute(_CHAIN, {"claim": opened["id"]}).scalars()) if opened else (),
        start=start,
        end=end,
        before=shown[0],
        match=shown[1],
        after=shown[2],
    )


def _find_claim(connection: Connection, place: _Place, claim: int | None) -> dict[str, Any] | None:
    if claim is not None:
        found = connection.execute(_CLAIM, {"claim": claim})
    elif place.start is not None:
        found = connection.execute(_SMALLEST_CLAIM, msgspec.structs.asdict(place))
    else:
        return None
    row = found.mappings().one_or_none()
    return dict(row) if row is not None else None
