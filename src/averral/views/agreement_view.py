"""Agreement on a page: who is said to have done it, tolls, contradictions and what goes round, by incident."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from averral.analysis.corroboration import DigitProposal, propose_digit
from averral.records.agreement import ANSWERS, Agreement, AnswerRow, Contradiction, Group, Position, TollRow, Voiced
from averral.records.judgement import SourceGrade
from averral.views.overview import DocumentEntry
from averral.views.quote_tally import Excerpt, QuoteTally

__all__ = [
    "AgreementView",
    "AnswerView",
    "Cell",
    "CircleView",
    "Clash",
    "IncidentAgreement",
    "Side",
    "Told",
    "TollView",
]


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who says something: who, in which document, in which words; `letters` are grades of the source."""

    voice: str
    number: int
    said: str | None
    letter: str | None
    confirmed: bool
    excerpt: Excerpt | None


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """One answer to who did it: all who give it, and from how many origins they have it."""

    label: str
    told: tuple[Told, ...]
    origins: int


class AnswerView(msgspec.Struct, frozen=True, kw_only=True):
    """An actor that is connected with an incident; `proposal` is what the number of origins suggests, and no grade."""

    name: str
    named: bool
    cells: tuple[Cell, ...]
    proposal: DigitProposal


class TollView(msgspec.Struct, frozen=True, kw_only=True):
    """A figure with its speaker and day; `replaces` is set where the same speaker gave another one before."""

    figure: str
    low: int | None
    high: int | None
    replaces: bool
    told: Told


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of two positions."""

    label: str
    told: tuple[Told, ...]
    origins: int


class Clash(msgspec.Struct, frozen=True, kw_only=True):
    """Two positions that cannot both hold, or an update."""

    id: str
    kind: str
    a: Side
    b: Side
    reason: str
    update: str | None
    by_itself: bool
    inside: bool


class CircleView(msgspec.Struct, frozen=True, kw_only=True):
    """What several documents say and all have from one origin; the path by numbers of documents."""

    label: str
    numbers: tuple[int, ...]
    path: tuple[tuple[int, str, str], ...]


class IncidentAgreement(msgspec.Struct, frozen=True, kw_only=True):
    """All of one incident; or of none, for ties between actors."""

    answers: tuple[AnswerView, ...] = ()
    tolls: tuple[TollView, ...] = ()
    clashes: tuple[Clash, ...] = ()
    circles: tuple[CircleView, ...] = ()


class AgreementView(msgspec.Struct, frozen=True, kw_only=True):
    """What the documents say together, by the id of the incident; `ties` are contradictions about relations."""

    incidents: dict[str, IncidentAgreement]
    ties: IncidentAgreement
    contradictions: int
    updates: int


_LABELS = {
    "claimed_by": "claimed by",
    "accused_by": "accused by",
    "denied_by": "denied by",
    "reported_as_fact_by": "reported as fact by",
}


def list_places(agreement: Agreement) -> Iterator[tuple[str, int, int]]:
    """Document, start and end of all words that are shown."""
    voices = [voice for row in agreement.responsibility for answer in ANSWERS for voice in getattr(row, answer)]
    voices += [row.stance for row in agreement.tolls]
    voices += [voice for one in agreement.contradictions for side in (one.a, one.b) for voice in side.stances]
    yield from ((voice.document, voice.start, voice.end) for voice in voices)


def make_agreement_view(
    agreement: Agreement,
    quotes: QuoteTally,
    documents: Iterable[DocumentEntry],
    letters: Mapping[str, SourceGrade],
    confirmed: frozenset[str],
) -> AgreementView:
    """Lay it out; `letters` are grades by the id of the actor, `confirmed` keys of claims that a person accepted."""
    page = _Page(quotes, {document.digest: document.number for document in documents}, letters, confirmed)
    rivals = _find_rivals(agreement)
    found: dict[str | None, dict[str, list[object]]] = defaultdict(lambda: defaultdict(list))
    for row in agreement.responsibility:
        found[row.incident]["answers"].append(page.answer(row, rivals[row.incident, row.name]))
    for toll in agreement.tolls:
        found[toll.incident]["tolls"].append(page.toll(toll))
    for one in agreement.contradictions:
        found[one.incident]["clashes"].append(page.clash(one))
    for group in agreement.groups:
        if group.circle is not None and group.kind in ("responsibility", "casualties", "relation"):
            found[group.incident]["circles"].append(page.circle(group))
    views = {
        incident: msgspec.convert({name: tuple(some) for name, some in parts.items()}, IncidentAgreement)
        for incident, parts in found.items()
    }
    return AgreementView(
        incidents={incident: view for incident, view in views.items() if incident is not None},
        ties=views.get(None, IncidentAgreement()),
        contradictions=sum(not one.update for one in agreement.contradictions),
        updates=sum(one.update for one in agreement.contradictions),
    )


def _find_rivals(agreement: Agreement) -> dict[tuple[str, str], set[str]]:
    """The origins that name a rival of an actor for one incident: they speak against it as a denial does."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in agreement.contradictions:
        if one.kind == "perpetrator" and one.incident and not one.update:
            for side, other in ((one.a, one.b), (one.b, one.a)):
                found[one.incident, side.label.removesuffix(" did it")] |= set(other.origins)
    return found


class _Page:
    """What every line looks up."""

    def __init__(
        self,
        quotes: QuoteTally,
        numbers: Mapping[str, int],
        letters: Mapping[str, SourceGrade],
        confirmed: frozenset[str],
    ) -> None:
        self._quotes, self._numbers, self._letters, self._confirmed = quotes, numbers, letters, confirmed

    def told(self, voice: Voiced) -> Told:
        grade = self._letters.get(voice.speaker)
        return Told(
            voice=voice.voice,
            number=self._numbers.get(voice.document, 0),
            said=voice.said,
            letter=grade.letter if grade and grade.is_judged else None,
            confirmed=voice.key in self._confirmed,
            excerpt=self._quotes.find(voice.document, voice.start, voice.end),
        )

    def answer(self, row: AnswerRow, rivals: set[str]) -> AnswerView:
        cells = []
        for answer in ANSWERS:
            voices: Sequence[Voiced] = getattr(row, answer)
            if voices:
                origins = len({voice.origin for voice in voices})
                told = tuple(map(self.told, voices))
                cells.append(Cell(label=_LABELS[answer], told=told, origins=origins))
        asserted = {voice.origin for voice in (*row.claimed_by, *row.accused_by, *row.reported_as_fact_by)}
        denied = {voice.origin for voice in row.denied_by} | rivals
        return AnswerView(name=row.name, named=row.named, cells=tuple(cells), proposal=propose_digit(asserted, denied))

    def toll(self, row: TollRow) -> TollView:
        return TollView(
            figure=row.figure, low=row.low, high=row.high, replaces=row.replaces is not None, told=self.told(row.stance)
        )

    def clash(self, one: Contradiction) -> Clash:
        return Clash(
            id=one.id, kind=one.kind, a=self._side(one.a), b=self._side(one.b), reason=one.reason,
            update=one.update_reason, by_itself=one.by_itself, inside=one.inside,
        )  # fmt: skip

    def _side(self, position: Position) -> Side:
        told = tuple(map(self.told, position.stances))
        return Side(label=position.label, told=told, origins=len(position.origins))

    def circle(self, group: Group) -> CircleView:
        assert group.circle is not None
        names = {document: str(number) for document, number in self._numbers.items()}
        return CircleView(
            label=group.label,
            numbers=tuple(self._numbers.get(document, 0) for document in group.circle.documents),
            path=tuple(
                (self._numbers.get(document, 0), kind.replace("_", " "), names.get(source, source))
                for document, kind, source in group.circle.path
            ),
        )
