"""From attributions, events, incidents and figures to claims: every proposition that each voice puts forward."""

from __future__ import annotations

import itertools
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple, cast

import msgspec

from averral.extract.claims import AUTHOR, averrals, chain_of
from averral.extract.commitment import Commitment, read_commitment
from averral.extract.content_tense import read_tense
from averral.extract.cues import ASSERTED
from averral.extract.holders import find_holders
from averral.extract.standing import Told, find_answers, hear_voices, read_standing, repeat_facts
from averral.records import Claim, Proposition, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from averral.extract.casualties import CasualtyFigure
    from averral.extract.cues import Cue
    from averral.extract.event import FoundEvent
    from averral.extract.related import Related
    from averral.extract.standing import Standing, Voices
    from averral.records import Attribution, Casualties, Event, Factuality, Incident, Tense

__all__ = ["Assembly", "FoundResponsibility", "Material", "assemble_claims", "with_claims", "with_factuality"]

STATEMENT: Final = Proposition(type="statement")


class FoundResponsibility(NamedTuple):
    """Somebody says that an actor did it (or did not): the incident's id, and the actor's entity where one is named.

    `attribution` is the id of the attribution that says so, None for the author; `factuality` and `tense` are null
    where they are to be those of the attribution's own words. `words` tell an actor without an entity from others.
    """

    incident: str
    actor: str | None
    span: Span
    attribution: str | None
    factuality: Factuality | None = None
    tense: Tense | None = None
    words: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """The incident and who is said to have done it."""
        return self.incident, self.actor or self.words


class Material(NamedTuple):
    """What claims are made of.

    `events` are by id, in the order of their triggers; `figures` are given to those incidents of `incidents` that list
    them. `deeds` says for an event who did it: whoever claims the event claims that too, but for `doubted`
    attributions with actors. `scored`: the events'
    commitments come from a head (else they are not looked at).
    """

    text: str
    sentences: Sequence[Span]
    attributions: Sequence[Attribution]
    probabilities: Sequence[float]
    events: Mapping[str, FoundEvent]
    incidents: Sequence[Incident] = ()
    figures: Sequence[CasualtyFigure] = ()
    responsibilities: Sequence[FoundResponsibility] = ()
    deeds: Mapping[str, Sequence[FoundResponsibility]] = MappingProxyType({})
    relations: Sequence[Related] = ()
    doubted: frozenset[tuple[str, str]] = frozenset()
    scored: bool = True


class Assembly(NamedTuple):
    """Claims c1… in order of position, and what other records have to know of them.

    `factuality`: the author's commitment, by event id. `figures`: the claim of each figure of the material, in its
    order. `responsibilities`: the same for each finding. `accusations`: all claims about an incident and an actor, by
    `FoundResponsibility.key`.
    """

    claims: tuple[Claim, ...]
    factuality: Mapping[str, Factuality]
    figures: tuple[str, ...]
    responsibilities: tuple[str, ...]
    accusations: Mapping[tuple[str, str], tuple[str, ...]]


class _Draft(NamedTuple):
    """A claim without its id; `origin` is what it was made for, `place` where that stands."""

    claim: Claim
    place: int
    origin: tuple[object, ...]


def assemble_claims(material: Material) -> Assembly:
    """Every proposition of every attribution and of the author, numbered in order of position."""
    voices = hear_voices(material.text, material.sentences, material.attributions)
    standings = _event_standings(material, voices)
    attributed = _attributed(material, voices)
    drafts = [
        *_event_drafts(material, attributed, standings),
        *_answer_drafts(material, attributed, voices),
        *_figure_drafts(material, attributed, voices),
        *_responsibility_drafts(material, attributed, voices),
        *_deed_drafts(material, attributed, standings),
        *_relation_drafts(material, attributed, voices),
    ]
    told = {draft.claim.attribution for draft in drafts}
    drafts += [_Draft(c, c.start, ("statement", c.attribution)) for a, c in attributed.items() if a not in told]
    drafts = _with_averrals(material, drafts)
    drafts.sort(key=_position)
    ids = {draft.origin: f"c{number}" for number, draft in enumerate(drafts, 1)}
    return Assembly(
        tuple(msgspec.structs.replace(d.claim, id=f"c{number}") for number, d in enumerate(drafts, 1)),
        {event: standing.author for event, standing in standings.items()},
        tuple(ids["figure", i] for i in range(len(material.figures))),
        tuple(ids["responsibility", i] for i in range(len(material.responsibilities))),
        _accusations(material, ids),
    )


def _accusations(material: Material, ids: Mapping[tuple[object, ...], str]) -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], list[str]] = {}
    for origin, claim in ids.items():
        if origin[0] == "responsibility":
            found.setdefault(material.responsibilities[cast("int", origin[1])].key, []).append(claim)
        elif origin[0] == "deed":
            found.setdefault(cast("tuple[str, str]", origin[2]), []).append(claim)
    return {key: tuple(claims) for key, claims in found.items()}


def _position(draft: _Draft) -> tuple[int, int, int, str, int, str, str]:
    claim = draft.claim
    rest = (claim.attribution or "", draft.place, claim.proposition.type, str(draft.origin))
    return (claim.start, -claim.end, len(claim.chain), *rest)


def with_factuality(events: Sequence[Event], assembly: Assembly) -> tuple[Event, ...]:
    """The events with the author's commitment to each."""
    return tuple(msgspec.structs.replace(e, factuality=assembly.factuality.get(e.id)) for e in events)


def with_claims(
    incidents: Sequence[Incident], figures: Sequence[CasualtyFigure], assembly: Assembly
) -> tuple[Incident, ...]:
    """The incidents, each of their figures with the claim that gives it."""
    claims = {(f.start, f.end, f.kind): c for f, c in zip(figures, assembly.figures, strict=True)}

    def told(casualties: Casualties) -> Casualties:
        found = claims.get((casualties.start, casualties.end, casualties.kind))
        return msgspec.structs.replace(casualties, claim=found)

    return tuple(msgspec.structs.replace(i, casualties=tuple(told(c) for c in i.casualties)) for i in incidents)


def _attributed(material: Material, voices: Voices) -> dict[str, Claim]:
    """By the id of each attribution, a statement of all of its content."""
    return {
        a.id: Claim(
            id="",
            start=a.content[0].start,
            end=a.content[-1].end,
            attribution=a.id,
            chain=chain_of(a, voices.attributions),
            proposition=STATEMENT,
            factuality=_stated(material.text, a, voices.cues[a.id]),
            tense="future" if voices.cues[a.id].ahead else _tense(material.text, a.content),
            basis=a.basis,
            probability=round(probability, 3),
        )
        for a, probability in zip(material.attributions, material.probabilities, strict=True)
    }


def _stated(text: str, attribution: Attribution, cue: Cue) -> Factuality:
    """The level of a content as a whole: what is asked or still to come is open."""
    words = text[attribution.content[0].start : attribution.content[-1].end].rstrip(" \"”’')")
    if cue.level == "CT+" and (words.endswith("?") or _tense(text, attribution.content) == "future"):
        return "UU"
    return cue.level


def _tense(text: str, spans: Sequence[Span]) -> Tense:
    return read_tense(" ".join(text[s.start : s.end] for s in spans))


def _event_standings(material: Material, voices: Voices) -> dict[str, Standing]:
    told = [Told(e.trigger, e.commitment if material.scored else None) for e in material.events.values()]
    standings = dict(zip(material.events, read_standing(voices, told), strict=True))
    return repeat_facts(material.events, standings, material.incidents)


def _event_drafts(
    material: Material, attributed: Mapping[str, Claim], standings: Mapping[str, Standing]
) -> Iterator[_Draft]:
    for name, event in material.events.items():
        standing = standings[name]
        tense: Tense = "future" if standing.ahead and standing.innermost else event.tense
        for attribution, level in standing.claims:
            proposition = Proposition(type="event", event=name)
            base = _base(attributed, attribution, event.trigger)
            claim = msgspec.structs.replace(base, proposition=proposition, factuality=level, tense=tense)
            yield _Draft(claim, event.trigger.start, ("event", attribution, name))


def _answer_drafts(material: Material, attributed: Mapping[str, Claim], voices: Voices) -> Iterator[_Draft]:
    """As in "the ministry denies it": the event told last, as the answer's own cue stands to it.

    An answer to an accusation is of who did it, not of whether it happened.
    """
    accused = {r.attribution for r in material.responsibilities}
    for attribution, name in find_answers(voices, material.events):
        if attribution in accused:
            continue
        event = material.events[name]
        proposition = Proposition(type="event", event=name)
        level = voices.cues[attribution].level
        claim = msgspec.structs.replace(
            attributed[attribution], proposition=proposition, factuality=level, tense=event.tense
        )
        yield _Draft(claim, event.trigger.start, ("event", attribution, name))


def _base(attributed: Mapping[str, Claim], attribution: str | None, span: Span) -> Claim:
    """The attribution's claim to make others from; the author's has the words alone until its stretch is known."""
    if attribution is not None:
        return attributed[attribution]
    return Claim(id="", start=span.start, end=span.end, attribution=None, chain=(AUTHOR,), proposition=STATEMENT)


def _figure_drafts(material: Material, attributed: Mapping[str, Claim], voices: Voices) -> Iterator[_Draft]:
    incidents = {(c.start, c.end, c.kind): i.id for i in material.incidents for c in i.casualties}
    tenses = {e.trigger: e.tense for e in material.events.values()}
    told = [Told(Span(f.start, f.end), certain=_certain(material, f)) for f in material.figures]
    for number, (figure, standing) in enumerate(zip(material.figures, read_standing(voices, told), strict=True)):
        incident = incidents.get((figure.start, figure.end, figure.kind))
        tense = tenses.get(figure.trigger) or _tense(material.text, [figure.sentence])
        for place, (attribution, level) in enumerate(standing.claims):
            claim = msgspec.structs.replace(
                _base(attributed, attribution, Span(figure.start, figure.end)),
                start=figure.start,
                end=figure.end,
                proposition=Proposition(type="casualties", incident=incident),
                factuality=level,
                tense="future" if standing.ahead and attribution else tense,
            )
            yield _Draft(claim, figure.start, ("figure", number, attribution)[: 3 if place else 2])


def _certain(material: Material, figure: CasualtyFigure) -> Commitment:
    """What the clause says of a figure, read at its word of harm; that nobody was harmed is itself a figure."""
    if figure.negated or (figure.low == 0 and figure.high == 0):
        return Commitment()
    read = read_commitment(material.text, figure.sentence, figure.trigger)
    if figure.hedged and read.level == "CT+":
        return Commitment("PS+", marked=True)
    return read._replace(presupposed=False)


def _responsibility_drafts(material: Material, attributed: Mapping[str, Claim], voices: Voices) -> Iterator[_Draft]:
    for number, found in enumerate(material.responsibilities):
        cue = voices.cues.get(found.attribution or "", ASSERTED)
        base = _base(attributed, found.attribution, found.span)
        claim = msgspec.structs.replace(
            base,
            proposition=Proposition(type="responsibility", subject=found.actor, incident=found.incident),
            factuality=found.factuality or cue.level,
            tense=found.tense or ("future" if cue.ahead else "past"),
        )
        yield _Draft(claim, found.span.start, ("responsibility", number))


def _deed_drafts(
    material: Material, attributed: Mapping[str, Claim], standings: Mapping[str, Standing]
) -> Iterator[_Draft]:
    """Who claims an event claims its doer's part in it; once, and only where nothing plainer is said."""
    said = {(found.attribution, found.key) for found in material.responsibilities}
    for event, deeds in material.deeds.items():
        standing = standings[event]
        tense: Tense = "future" if standing.ahead and standing.innermost else material.events[event].tense
        for deed, (attribution, level) in itertools.product(deeds, standing.claims):
            if (attribution, deed.key) in said or (attribution, deed.key[1]) in material.doubted:
                continue
            said.add((attribution, deed.key))
            proposition = Proposition(type="responsibility", subject=deed.actor, incident=deed.incident)
            base = _base(attributed, attribution, deed.span)
            claim = msgspec.structs.replace(base, proposition=proposition, factuality=level, tense=tense)
            yield _Draft(claim, deed.span.start, ("deed", attribution, deed.key))


def _relation_drafts(material: Material, attributed: Mapping[str, Claim], voices: Voices) -> Iterator[_Draft]:
    """Who says what two are to each other, and how surely."""
    told = [Told(related.cue, certain=related.commitment) for related in material.relations]
    for related, standing in zip(material.relations, read_standing(voices, told), strict=True):
        proposition = Proposition(type="relation", subject=related.relation.subject, relation=related.relation.id)
        for attribution, level in standing.claims:
            base = _base(attributed, attribution, related.cue)
            tense: Tense = "future" if standing.ahead and attribution else related.tense
            claim = msgspec.structs.replace(base, proposition=proposition, factuality=level, tense=tense)
            yield _Draft(claim, related.cue.start, ("relation", attribution, related.relation.id))


def _with_averrals(material: Material, drafts: Sequence[_Draft]) -> list[_Draft]:
    """The author's claims get the stretches that no attribution covers; a stretch without a claim is a statement."""
    stretches = [*averrals(material.text, material.sentences, material.attributions)]
    pieces = [(Span(c.start, c.end), c.end - c.start, number) for number, c in enumerate(stretches)]
    own = [i for i, d in enumerate(drafts) if d.claim.attribution is None]
    result, used = [*drafts], set()
    for i, held in zip(own, find_holders([_span(drafts[i].claim) for i in own], pieces), strict=True):
        if held is not None:
            used.add(held[0])
            result[i] = drafts[i]._replace(claim=_stretched(drafts[i].claim, held[1]))
    return result + [_averral(material, c) for number, c in enumerate(stretches) if number not in used]


def _span(claim: Claim) -> Span:
    return Span(claim.start, claim.end)


def _stretched(claim: Claim, stretch: Span) -> Claim:
    """A figure's claim keeps the words of the figure, by which it is known."""
    if claim.proposition.type == "casualties":
        return claim
    return msgspec.structs.replace(claim, start=stretch.start, end=stretch.end)


def _averral(material: Material, claim: Claim) -> _Draft:
    tense = _tense(material.text, [_span(claim)])
    return _Draft(msgspec.structs.replace(claim, tense=tense), claim.start, ("averral", claim.start))
