"""Incidents in a terminal: the columns of a row as plain words, a block of lines for one document, a table for many."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from averral.cli.screen import make_printable, shorten
from averral.render.date import tell_date
from averral.render.labels import (
    label_confidence,
    label_country,
    label_factuality,
    label_stage,
    tell_figure,
)

if TYPE_CHECKING:
    from rich.table import Table

    from averral.views import IncidentRow
    from averral.views.incident_table import Site
    from averral.views.speech import Chain

__all__ = ["choose_rows", "make_incident_table", "tell_incidents"]

NOT_SAID = "not said"
_WIDTH = 100
_ROWS = 10


def tell_incidents(rows: Sequence[IncidentRow]) -> Iterator[str]:
    """What happened as one document tells it; nothing where no incident was read."""
    if rows:
        yield ""
        yield "Incidents:"
    for row in rows:
        columns = _describe(row)
        head = " · ".join((columns["type"], columns["date"], columns["place"]))
        yield from _wrap(f"{row.id} {head}{' (background)' if row.background else ''}", "    ")
        for name in ("perpetrators", "targets", "victims", "instruments", "casualties", "author", "claims"):
            if columns[name] != NOT_SAID:
                yield from _wrap(f"{name}: {columns[name]}", "        ")


def choose_rows(rows: Iterable[IncidentRow]) -> tuple[IncidentRow, ...]:
    """For a short table: of each document the incident with the most claims, no background, in their order."""
    best: dict[int, IncidentRow] = {}
    known = [row for row in rows if not row.background]
    for row in known:
        if row.number not in best or len(row.claims) > len(best[row.number].claims):
            best[row.number] = row
    ranked = sorted(best.values(), key=lambda row: -len(row.claims))[:_ROWS]
    chosen = {row.anchor for row in ranked}
    return tuple(row for row in known if row.anchor in chosen)


def make_incident_table(rows: Iterable[IncidentRow], total: int) -> Table:
    """A table of these incidents, out of `total`."""
    from rich.table import Table

    names = ("date", "type", "place", "perpetrators", "victims", "casualties", "author", "in")
    shown = tuple(rows)
    title = f"What happened, as each report tells it ({len(shown)} of {total} incidents)"
    table = Table(*names, title=title, title_justify="left")
    for row in shown:
        columns = {**_describe(row), "in": row.title}
        table.add_row(*(shorten(columns[name], 70 if name in {"perpetrators", "casualties"} else 28) for name in names))
    return table


def _describe(row: IncidentRow) -> dict[str, str]:
    """Each column in words; what the text does not say is said so."""
    speakers = (f"{voice.name if voice else 'the author'} {number}" for voice, number in row.speakers)
    columns = {
        "date": tell_date(row.date.text) if row.date else "",
        "type": _remark(row.type.text.replace("_", " "), label_stage(row.stage)),
        "place": _tell_place(row.place) if row.place else "",
        "perpetrators": "; ".join(_remark(item.text, label_confidence(item.confidence)) for item in row.perpetrators),
        "targets": "; ".join(item.text for item in row.targets),
        "victims": "; ".join(item.text for item in row.victims),
        "instruments": "; ".join(item.text for item in row.instruments),
        "casualties": "; ".join(
            _remark(
                f"{tell_figure(item.low, item.high, approximate=item.approximate)} {item.kind}",
                "; ".join(map(_name_chain, item.by)),
            )
            for item in row.figures
        ),
        "author": ", in part ".join(label_factuality(item) for item in row.author),
        "claims": f"{len(row.claims)} ({', '.join(speakers)})" if row.claims else "",
    }
    return {name: words or NOT_SAID for name, words in columns.items()}


def _tell_place(site: Site) -> str:
    return f"{site.text}, {label_country(site.country)}" if site.country else site.text


def _name_chain(chain: Chain) -> str:
    return ", citing ".join(voice.name for voice in chain) or "the author"


def _remark(words: str, remark: str) -> str:
    return f"{words} ({remark})" if remark else words


def _wrap(text: str, indent: str) -> Iterator[str]:
    line = make_printable(" ".join(text.split()))
    yield from textwrap.wrap(
        line, _WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ", break_long_words=False
    )
