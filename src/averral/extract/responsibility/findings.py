"""What a document says outright of who did an incident: its statements, tied to happenings and doers."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from averral.extract.event import FoundArgument
from averral.extract.responsibility.lexicon import any_of
from averral.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from averral.extract.event import FoundEvent
    from averral.extract.participants import Participant
    from averral.extract.responsibility.doers import Doers
    from averral.extract.responsibility.features import Telling
    from averral.extract.responsibility.finder import Responsibility
    from averral.extract.responsibility.statement import Stance
    from averral.records import Attribution, Factuality

__all__ = ["Finding", "find_responsible", "is_accusation"]

_OUTRIGHT: Final = frozenset({"claims", "admits", "denies", "blames", "suspects", "none_claimed"})
_OWN: Final = frozenset({"claims", "admits", "denies"})
_ACCUSING: Final = frozenset({"blames", "suspects"})
_CLAIMED: Final = frozenset({"claims", "admits"})
_GROUPS = re.compile(
    r"(?:both|all|the )?(?:two|three|four|several|rival|different|both| )*"
    r"(?:groups|organi[sz]ations|factions|movements|parties|sides|camps)\Z",
    re.IGNORECASE,
)
"""As in "two rival groups": those that the rest of the document names."""
_TO_ACCUSE = re.compile(
    any_of(
        "blam\\w+", "accus\\w+", "point\\w*", "la(?:y|id|ys|ying)", "pin(?:s|ned)?", "put\\w*", "shift\\w*",
        "cast\\w*", "nam(?:e|es|ed)", "suspect\\w*", "h[oe]ld\\w*", "identif\\w+", "attribut\\w+",
        "alleg\\w+", "charg\\w+",
    ),
    re.IGNORECASE,
)  # fmt: skip
_ACCUSES = re.compile(
    r"(?:blam|accus(?!ation)|attribut|ascrib|h[oe]ld|point|charg|alleg(?!ation)|identif|imput|indict(?!ment)|convict|pin|"
    r"suspect)",
    re.IGNORECASE,
)
_SUSPECT = re.compile(r"suspect(?:s|ed|ing)?\s+(?:that|the|an?)\b", re.IGNORECASE)
_OURSELVES = re.compile(r"\b(?:we|i)\b(?: \w+){0,2}\s*\Z", re.IGNORECASE)
_THREAT = re.compile(any_of("threat\\w*", "vow\\w*", "sw(?:ore|ears?|orn)", "pledg\\w+", "promis\\w+"), re.IGNORECASE)


class Finding(NamedTuple):
    """Somebody says who did a happening (by its number), or that nobody has claimed it: then `actor` is null.

    `said` is the number of the attribution, null for the author; `place` where it is said.
    """

    happening: int
    actor: Participant | None
    stance: Stance
    said: int | None
    factuality: Factuality
    place: Span

    @property
    def key(self) -> tuple[int, str]:
        """The happening and who is said to have done it."""
        return self.happening, "" if self.actor is None else self.actor.entity or self.actor.text.casefold()


def find_responsible(
    telling: Telling, owner_of: Mapping[int, int], events: Sequence[FoundEvent], doers: Doers
) -> tuple[Finding, ...]:
    """Every finding, each once a voice; `owner_of` gives the happening of an event."""
    plain = [(s, f) for s in telling.statements if (f := _finding(s, owner_of, doers)) is not None]
    accused = sorted(_accusations([f for s, f in plain if not s.weak], owner_of, events, doers))
    told = [
        *(f for s, found in plain if (f := _answer(found, accused, s)) is not None),
        *_threats(telling.attributions, owner_of, events, doers),
    ]
    once: dict[tuple[object, ...], Finding] = {}
    for finding in _spread(told):
        once.setdefault((finding.said, finding.key), finding)
    return tuple(_but_clearings(list(once.values()), doers))


def _finding(statement: Responsibility, owner_of: Mapping[int, int], doers: Doers) -> Finding | None:
    if statement.trigger is None or statement.trigger not in owner_of:
        return None
    if statement.stance not in _OUTRIGHT and not statement.named:
        return None
    if statement.stance == "blames" and not statement.named and not is_accusation(doers.text, statement):
        return None
    if statement.attribution is None and statement.cue and _is_of_another(doers.text, statement):
        return None
    actor = _actor(statement, doers)
    if actor is None and statement.stance != "none_claimed":
        return None
    return Finding(
        owner_of[statement.trigger],
        actor,
        statement.stance,
        statement.attribution,
        "PS+" if _is_suspicion(doers.text, statement) else statement.factuality,
        statement.cue or statement.span,
    )


def _is_suspicion(text: str, statement: Responsibility) -> bool:
    """Whoever suspects somebody says no more than that it may be so."""
    return (
        statement.stance == "suspects" and statement.cue is not None and bool(_SUSPECT.match(text, statement.cue.start))
    )


def is_accusation(text: str, statement: Responsibility) -> bool:
    """Whether somebody is accused of the deed, more than its being condemned or called a crime."""
    if statement.named or statement.cue is None:
        return statement.named
    is_tied = statement.near or statement.stance == "blames"
    return is_tied and _ACCUSES.match(text, statement.cue.start) is not None


def _is_of_another(text: str, statement: Responsibility) -> bool:
    """Whether it takes somebody other than the author to accuse, and nobody is known to."""
    assert statement.cue is not None
    if not _TO_ACCUSE.match(text, statement.cue.start):
        return False
    return not _OURSELVES.search(text, statement.span.start, statement.cue.start)


def _accusations(
    found: Iterable[Finding], owner_of: Mapping[int, int], events: Sequence[FoundEvent], doers: Doers
) -> Iterator[tuple[int, str, int]]:
    """Where somebody is said to have done which happening: outright, or as the doer of one of its events."""
    for finding in found:
        if finding.stance in _ACCUSING:
            yield finding.place.start, finding.key[1], finding.happening
    for number, event in enumerate(events):
        if number in owner_of:
            for argument in event.arguments:
                if argument.role == "perpetrator" and not (one := doers.find(argument)).pronoun:
                    yield event.trigger.start, one.entity or one.text.casefold(), owner_of[number]


def _answer(found: Finding, accused: Sequence[tuple[int, str, int]], said: Responsibility) -> Finding | None:
    """A denial without a deed is of what the speaker has been accused of last; a weak one is none without that."""
    if found.stance != "denies" or (said.near and not said.weak):
        return found
    about = [happening for place, key, happening in accused if place < found.place.start and key == found.key[1]]
    return found._replace(happening=about[-1]) if about else None if said.weak else found


def _actor(statement: Responsibility, doers: Doers) -> Participant | None:
    """Whom a statement is about; who speaks of their own deeds stands for the group that they speak for."""
    said = None if statement.attribution is None else doers.attributions[statement.attribution].source
    source, span = Span(said.start, said.end) if said else None, statement.actor
    if statement.stance in _OWN and said and source and (span is None or span.overlaps(source)):
        found = doers.speaker(said)
    elif span is None:
        return None
    else:
        found = doers.find(FoundArgument("perpetrator", span, None, 1.0))
    return None if found.pronoun and not found.entity else found


def _threats(
    attributions: Sequence[Attribution], owner_of: Mapping[int, int], events: Sequence[FoundEvent], doers: Doers
) -> Iterator[Finding]:
    """Whoever threatens a deed, and names nobody else for it, threatens to do it."""
    for number, said in enumerate(attributions):
        if said.source is None or said.cue is None or not _THREAT.match(doers.text, said.cue.start):
            continue
        for place, event in enumerate(events):
            inside = any(c.start <= event.trigger.start and event.trigger.end <= c.end for c in said.content)
            named = any(a.role == "perpetrator" for a in event.arguments)
            if inside and not named and event.tense == "future" and place in owner_of:
                speaker = doers.speaker(said.source)
                if speaker.entity or not speaker.pronoun:
                    yield Finding(owner_of[place], speaker, "claims", number, "UU", event.trigger)


def _spread(found: Sequence[Finding]) -> Iterator[Finding]:
    """A claim of "two groups" is one of each group that claims the same happening, where as many are named."""
    for finding in found:
        if finding.stance not in _CLAIMED or finding.actor is None or not _GROUPS.match(finding.actor.text):
            yield finding
            continue
        others = {
            other.key: other
            for other in found
            if other.stance in _CLAIMED and other.actor and not _GROUPS.match(other.actor.text)
        }
        named = [o for o in others.values() if o.happening == finding.happening and o.factuality == "CT+"]
        if len(named) > 1:
            yield from (finding._replace(actor=o.actor) for o in named)
        else:
            yield finding


def _but_clearings(found: Iterable[Finding], doers: Doers) -> Iterator[Finding]:
    """All but those where a speaker seems to deny its own part while it denies that of somebody else."""
    kept = tuple(found)
    denied: defaultdict[int | None, set[str]] = defaultdict(set)
    for one in kept:
        if one.stance == "denies":
            denied[one.said].add(one.key[1])
    for one in kept:
        if one.stance != "denies" or not _is_own(one, doers) or denied[one.said] == {one.key[1]}:
            yield one


def _is_own(finding: Finding, doers: Doers) -> bool:
    source = None if finding.said is None else doers.attributions[finding.said].source
    if source is None or finding.actor is None:
        return False
    speaker = doers.speaker(source)
    entities = {source.entity, speaker.entity} - {None}
    return finding.actor.entity in entities or finding.actor.span.overlaps(Span(source.start, source.end))
