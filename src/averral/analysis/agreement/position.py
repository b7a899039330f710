"""A position with those who take it, and ids that come from the content."""

from __future__ import annotations

from collections.abc import Iterable

from averral.analysis.agreement.case import Heard, Told
from averral.records import digest_text
from averral.records.agreement import ClashKind, Contradiction, Position, Voiced
from averral.records.edtf import edtf_days

__all__ = ["find_first_day", "list_voices", "make_contradiction", "make_position"]

ID_LENGTH = 16
"""Hexadecimal digits of an id; among a million two are the same with a chance of 1 in 40 million."""


def make_position(label: str, told: Iterable[Told | Heard]) -> Position:
    """All who take a position, each once, by the day on which they said it (unknown ones last)."""
    voices = list_voices(told)
    return Position(label=label, stances=voices, origins=tuple(sorted({voice.origin for voice in voices})))


def list_voices(told: Iterable[Told | Heard]) -> tuple[Voiced, ...]:
    """Stances in the order of the day of saying, then of documents and of the text; one claim counts once."""
    found = {(one.voiced.key, one.voiced.start): one.voiced for one in told}
    return tuple(sorted(found.values(), key=lambda voice: (find_first_day(voice.said), voice.document, voice.start)))


def find_first_day(edtf: str | None) -> str:
    """The first day of a date as text that sorts; "~" where it is not known."""
    days = edtf_days(edtf)
    return days.first.isoformat() if days and days.first else "~"


def make_contradiction(
    kind: ClashKind, incident: str | None, sides: tuple[Position, Position], reason: str, update: str | None = None
) -> Contradiction:
    """Two positions that cannot both hold; the one said first is `a`. The id comes from the content."""
    first, second = sorted(sides, key=lambda one: (_list_days(one), one.label))
    keys = "|".join(sorted((first.label, second.label)))
    speakers, others = ({voice.speaker for voice in side.stances} for side in (first, second))
    documents, there = ({voice.document for voice in side.stances} for side in (first, second))
    return Contradiction(
        id=f"clash-{digest_text(f'{kind}|{incident}|{keys}')[:ID_LENGTH]}",
        kind=kind,
        incident=incident,
        a=first,
        b=second,
        reason=reason,
        update=update is not None,
        update_reason=update,
        by_itself=bool(speakers & others),
        inside=bool(documents & there),
    )


def _list_days(position: Position) -> list[str]:
    return sorted(find_first_day(voice.said) for voice in position.stances)
