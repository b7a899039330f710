"""How each voice, from the innermost source out to the author, stands to one thing that the text tells."""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING, NamedTuple

from averral.extract.author import is_own_voice, is_refuted, is_repeated
from averral.extract.commitment import Commitment, read_commitment
from averral.extract.cues import Cue, read_cue
from averral.extract.factuality import compose, stands_of_chain
from averral.extract.holders import content_pieces, find_holders
from averral.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from averral.extract.event import FoundEvent
    from averral.records import Attribution, Factuality, Incident

__all__ = ["Standing", "Told", "Voices", "find_answers", "hear_voices", "read_standing", "repeat_facts"]


class Standing(NamedTuple):
    """Who claims it and how surely (an attribution's id, or None for the author), and how the author stands to it.

    `ahead`: it is asked for, planned, threatened or foretold, so that it is still to come for whoever claims it.
    `innermost` is the attribution in whose content it stands most closely.
    """

    innermost: str | None
    claims: tuple[tuple[str | None, Factuality], ...]
    author: Factuality
    ahead: bool
    commitment: Commitment


class Voices(NamedTuple):
    """The attributions of a text by id, what their cues say, which are the author's own, which the author refutes."""

    text: str
    sentences: Sequence[Span]
    attributions: Mapping[str, Attribution]
    cues: Mapping[str, Cue]
    own: frozenset[str]
    refuted: frozenset[str]

    def chain(self, innermost: str | None) -> list[str]:
        """Ids from an attribution outward."""
        found: list[str] = []
        while innermost is not None and innermost not in found:
            found.append(innermost)
            innermost = self.attributions[innermost].parent
        return found


def hear_voices(text: str, sentences: Sequence[Span], attributions: Sequence[Attribution]) -> Voices:
    """Read the cue of every attribution, and the author's answer to it."""
    return Voices(
        text,
        sentences,
        {a.id: a for a in attributions},
        {a.id: _cue(text, a) for a in attributions},
        frozenset(a.id for a in attributions if is_own_voice(text, a)),
        frozenset(a.id for a in attributions if is_refuted(text, a)),
    )


def _cue(text: str, attribution: Attribution) -> Cue:
    words = text[attribution.cue.start : attribution.cue.end] if attribution.cue else ""
    first = attribution.content[0]
    return read_cue(words, text[first.start : min(first.end, first.start + 40)])


class Told(NamedTuple):
    """Something told: its words, the head's score for it where there is one, and whether it is a figure of zero."""

    span: Span
    score: float | None = None
    certain: Commitment | None = None


def read_standing(voices: Voices, told: Sequence[Told]) -> list[Standing]:
    """The standings of many things at once."""
    spans = [t.span for t in told]
    held = find_holders(spans, content_pieces(voices.attributions.values()))
    inside = find_holders(spans, [(s, len(s), s) for s in voices.sentences])
    result = []
    for one, holder, sentence in zip(told, held, inside, strict=True):
        clause = _clause(one.span, holder and holder[1], sentence and sentence[1])
        commitment = one.certain or read_commitment(voices.text, clause, one.span)
        chain = voices.chain(holder and holder[0])
        if chain and commitment.presupposed and _is_wanted(voices, chain[0], clause, one.span):
            commitment = Commitment()
        result.append(_stand(voices, chain, commitment, one.score))
    return result


def _clause(span: Span, piece: Span | None, sentence: Span | None) -> Span:
    """The part of the sentence that belongs to the content."""
    both = [s for s in (piece, sentence) if s is not None] or [span]
    return Span(max(s.start for s in both), min(s.end for s in both))


_WANTED = re.compile(r"\A(?:[\w'’-]+\s+){0,4}\Z|\b(?:and|or)\s+(?:the|his|her|its|their|a|an)\s+(?:[\w'’-]+\s+)?\Z")
"""Words between the beginning of a content and a noun that it asks for ("the release of", "crowns and the release")."""


def _is_wanted(voices: Voices, attribution: str, clause: Span, span: Span) -> bool:
    """Whether a definite noun is the very thing that is asked for or threatened, and so not taken for granted."""
    before = voices.text[clause.start : span.start]
    cue = voices.cues[attribution]
    return cue.level == "UU" and cue.ahead and not before.lower().startswith("that ") and bool(_WANTED.search(before))


def _stand(voices: Voices, chain: Sequence[str], commitment: Commitment, score: float | None) -> Standing:
    cues = [voices.cues[a] for a in chain]
    *sources, author = stands_of_chain(commitment, cues, score)
    ahead = not commitment.presupposed and (commitment.ahead or any(cue.ahead for cue in cues[:1]))
    if not chain:
        return Standing(None, ((None, author),), author, ahead, commitment)
    if chain[-1] in voices.own:
        author = "UU" if ahead else sources[-1]
    claims: list[tuple[str | None, Factuality]] = [
        (a, level) for i, (a, level) in enumerate(zip(chain, sources, strict=True)) if i == 0 or level != "UU"
    ]
    if commitment.presupposed and cues[0].level == "CT-":
        claims = claims[1:]
    if not voices.refuted.isdisjoint(chain) and not commitment.presupposed:
        author = compose("CT-", sources[0])
        claims += [(None, author)] if author != "UU" else []
    return Standing(chain[0], tuple(claims), author, ahead, commitment)


def repeat_facts(
    events: Mapping[str, FoundEvent], standings: Mapping[str, Standing], incidents: Sequence[Incident]
) -> dict[str, Standing]:
    """The standings, with the author's too where the author tells the same happening elsewhere as a fact."""
    happening = {v: i.id for i in incidents for v in i.events}
    facts: dict[str, list[FoundEvent]] = {}
    for name, standing in standings.items():
        if standing.innermost is None and standing.author == "CT+":
            facts.setdefault(happening.get(name, name), []).append(events[name])
    result = dict(standings)
    for name, standing in standings.items():
        known = facts.get(happening.get(name, name), [])
        if standing.author == "UU" and is_repeated(events[name], known, standing.commitment):
            result[name] = standing._replace(author="CT+")
    return result


_IT = re.compile(
    r"\W*(?:it|this|that|so|them|(?:the|this|that) (?:accusation|allegation|charge|claim|report)s?)\W*",
    re.IGNORECASE,
)
LOOK_BACK = 300
"""Characters within which "it" finds what was told last."""


def find_answers(voices: Voices, events: Mapping[str, FoundEvent]) -> Iterator[tuple[str, str]]:
    """Attributions whose content is only "it" or "the accusation", each with the event told last before it."""
    names = sorted(events, key=lambda name: events[name].trigger)
    starts = [events[name].trigger.start for name in names]
    for a in voices.attributions.values():
        if len(a.content) > 1 or not _IT.fullmatch(voices.text[a.content[0].start : a.content[0].end]):
            continue
        last = bisect.bisect_left(starts, min(s.start for s in (*a.content, a.cue or a.content[0]))) - 1
        if last >= 0 and a.content[0].start - starts[last] <= LOOK_BACK and not voices.cues[a.id].ahead:
            yield a.id, names[last]
