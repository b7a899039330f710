"""Who is said to have done it in words that no pattern knows: what a learned judge finds beside the statements."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from averral.extract.event import FoundArgument
from averral.extract.responsibility.findings import Finding
from averral.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from averral.encoder.judge import Judge
    from averral.extract.event import FoundEvent
    from averral.extract.participants import Participant
    from averral.extract.responsibility.doers import Doers
    from averral.extract.responsibility.leanings import Leanings
    from averral.extract.responsibility.statement import Stance
    from averral.records import Attribution, Factuality, MentionType

__all__ = ["CLASSES", "Candidate", "Hearing", "Judged", "judge_all"]

CLASSES: Final = ("none", "did", "may have done", "did not", "open")
"""What the speaker makes of an actor and a happening."""
FACTUALITIES: Final[Mapping[str, Factuality]] = {"did": "CT+", "may have done": "PS+", "did not": "CT-", "open": "UU"}
LIKELY = 0.5
"""The chance of any class but "none" from which on it is believed; chosen on dev happenings and dev dossiers."""
UNLIKELY = 0.2
"""The chance below which an attribution does not make an actor the doer, whatever the rules say."""
TYPES: Final[tuple[MentionType, ...]] = ("PER", "ORG", "GPE", "NORP", "FAC")
STANCES: Final[tuple[Stance, ...]] = ("claims", "admits", "denies", "blames", "suspects")
FAR = 300
"""Characters from which on a distance or length counts as one."""
MANY = 5
"""Events in an attribution that count as one."""
MOST = 40
"""Events of one attribution that are looked at for each actor, so that a long speech costs no more than its length."""


class Candidate(NamedTuple):
    """An actor in the words of an attribution (by its number), or its speaker (`mention` is null); `flags` as read."""

    said: int
    actor: Participant
    mention: int | None
    place: Span
    flags: NDArray[np.float32]

    @property
    def key(self) -> tuple[int, str]:
        """The attribution, and who it is."""
        return self.said, self.actor.entity or self.actor.text.casefold()


class Judged(NamedTuple):
    """Findings beside those known, and what is hardly so: attributions, by number, with who is no doer in them."""

    found: tuple[Finding, ...]
    doubted: frozenset[tuple[int, str]]


def judge_all(leanings: Leanings, judge: Judge, hearing: Hearing) -> Judged:
    """What a judge makes of all candidates: each actor once an attribution, as its likeliest words say."""
    best: dict[tuple[int, str], tuple[float, Candidate, str]] = {}
    for one in hearing.iter_candidates():
        actor = leanings.sources[one.said] if one.mention is None else leanings.actors[one.mention]
        chances = judge.chances(leanings.said[one.said], actor, one.flags)
        if 1 - chances[0] > best.get(one.key, (-1.0,))[0]:
            number = max(range(1, len(CLASSES)), key=chances.__getitem__)
            best[one.key] = 1 - chances[0], one, CLASSES[number]
    doubted = frozenset(key for key, (chance, _, _) in best.items() if chance < UNLIKELY)
    likely = [(one, kind) for chance, one, kind in best.values() if chance > LIKELY and one.key not in hearing.known]
    found = [
        Finding(happening, one.actor, _stance(one, kind), one.said, FACTUALITIES[kind], one.place)
        for one, kind in likely
        if (happening := hearing.find_happening(one)) is not None
    ]
    return Judged(tuple(found), doubted)


def _stance(one: Candidate, kind: str) -> Stance:
    if kind == "did not":
        return "denies"
    if one.mention is None:
        return "claims"
    return "suspects" if kind == "may have done" else "blames"


class Hearing:
    """What findings are about: the happening of each event, the events, who is who, and what is known already."""

    def __init__(
        self, found: Sequence[Finding], owner_of: Mapping[int, int], events: Sequence[FoundEvent], doers: Doers
    ) -> None:
        """Index the events by where they stand."""
        self.owner_of, self.events, self.doers = owner_of, events, doers
        self.known = {(one.said, one.key[1]): one.stance for one in reversed(found) if one.said is not None}
        self._order = sorted(range(len(events)), key=lambda n: events[n].trigger.start)
        self._starts = [events[n].trigger.start for n in self._order]
        sizes = Counter(owner_of.values())
        self._chief = min(sizes, key=lambda happening: (-sizes[happening], happening), default=None)

    def iter_candidates(self) -> Iterator[Candidate]:
        """The speaker of each attribution, and everybody whom its words mention."""
        participants = self.doers.participants
        for number, said in enumerate(self.doers.attributions):
            inside = [n for c in said.content for n in self._find_events(c)][:MOST]
            if said.source is not None and said.content:
                place = Span(said.source.start, said.source.end)
                yield from self._make(number, self.doers.speaker(said.source), None, place, inside)
            for content in said.content:
                for at in range(*(bisect_left(participants.starts, place) for place in (content.start, content.end))):
                    mention = participants.mentions[at]
                    if mention.type in TYPES:
                        place = Span(mention.start, mention.end)
                        actor = self.doers.find(FoundArgument("perpetrator", place, None, 1.0))
                        yield from self._make(number, actor, at, place, inside)

    def _find_events(self, content: Span) -> list[int]:
        return self._order[bisect_left(self._starts, content.start) : bisect_left(self._starts, content.end)]

    def _make(
        self, number: int, actor: Participant, mention: int | None, place: Span, inside: Sequence[int]
    ) -> Iterator[Candidate]:
        """Nobody where the words are a pronoun that stands for no one known."""
        if actor.pronoun and not actor.entity:
            return
        said = self.doers.attributions[number]
        known = None if mention is None else self.doers.participants.mentions[mention]
        roles = {a.role for n in inside for a in self.events[n].arguments if a.span.overlaps(place)}
        near = min((abs(self.events[n].trigger.start - place.start) for n in inside), default=FAR)
        stance = self.known.get((number, actor.entity or actor.text.casefold()))
        flags = (
            mention is None,
            actor.name,
            known is not None and known.name,
            actor.entity is not None,
            bool(inside),
            any(n in self.owner_of for n in inside),
            "perpetrator" in roles,
            "victim" in roles,
            "target" in roles,
            min(near, FAR) / FAR,
            *(known is not None and known.type == one for one in TYPES),
            said.kind == "direct",
            said.parent is not None,
            (said.content[-1].end - said.content[0].start) / FAR,
            len(inside) / MANY,
            *(stance == one for one in STANCES),
        )
        yield Candidate(number, actor, mention, place, np.array(flags, np.float32))

    def find_happening(self, one: Candidate) -> int | None:
        """The happening that its words tell nearest to the actor, else that of which the document tells most."""
        said: Attribution = self.doers.attributions[one.said]
        inside = [n for c in said.content for n in self._find_events(c) if n in self.owner_of]
        if not inside:
            return self._chief
        return self.owner_of[min(inside, key=lambda n: (abs(self.events[n].trigger.start - one.place.start), n))]
