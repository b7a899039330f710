"""Whom the phrase for a doer stands for: a group by its name, "our men" and "two of its gunmen" included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from averral.extract.event import FoundArgument
from averral.extract.participants import PRONOUNS
from averral.extract.responsibility.lexicon import CUES
from averral.extract.responsibility.voices import Voices
from averral.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from averral.extract.participants import Participant, Participants
    from averral.records import Attribution, EntitySpan, Mention

__all__ = ["Doers", "is_pronominal"]

_HEADS = rf"(?:{CUES['m']}|\b(?:some|one|several|many|most|all|dozens|hundreds)\b)"
_MEMBERS = re.compile(
    rf"(?:[\w'’-]+\s+){{0,4}}?{_HEADS}(?:\s+(?:of|from)|\s+belonging\s+to)\s+(?:the\s+)?", re.IGNORECASE
)
"""As in "some 120 members of the", with the name of the group behind it."""
_LEFT_OPEN = re.compile(r"\s+(?:of|from|in|with|and|or|by|to)(?:\s+(?:the|an?))?\Z", re.IGNORECASE)
_OURS = re.compile(rf"(?:we|us|ours|our(?:\s+own)?\s+(?:\w+\s+)?{CUES['m']}|[\w-]+\s+of\s+us)\Z", re.IGNORECASE)
_THEIRS = re.compile(rf"(?:theirs|(?:its|their)(?:\s+own)?\s+(?:\w+\s+)?{CUES['m']})\Z", re.IGNORECASE)
_HIS = re.compile(rf"(?:his|her)(?:\s+own)?\s+(?:\w+\s+)?{CUES['m']}\Z", re.IGNORECASE)
_ITS = re.compile(r"(?:its|their)\s+\w", re.IGNORECASE)
"""As in "its spokesman", "its own bulletin"."""
_SELF = re.compile(r"(?:i|me|myself|ourselves|itself)\Z", re.IGNORECASE)
_ARTICLE = re.compile(r"\s*the\s+\Z", re.IGNORECASE)
_BEYOND = re.compile(r"\s(?:of|in|from|at|near|for|on|with|by|against|who|which|that|whose)\s|[,(]", re.IGNORECASE)
_SPEAKS_FOR = re.compile(r"(?:\A|,|\b(?:for|of|from|by|behalf\s+of|name\s+of))\s*(?:the\s+|an?\s+)?\Z", re.IGNORECASE)
_ORDER = re.compile(
    r"\b(?:order|instruct|command|direct|urg|ask|appeal|call|want|wish|demand|mean|plan)\w*", re.IGNORECASE
)
_NOBODY = re.compile(
    r"(?:who|what)ever|(?:any|some|no|every)(?:one|body|thing)|(?:no|none|not|neither)\b.*|"
    r"(?:the )?(?:first|second|third|last|other|latter|former)|the|an?",
    re.IGNORECASE,
)
_REACH = 60
"""Characters behind a phrase in which the name of its group may stand."""
_GROUPS = frozenset({"ORG", "NORP"})


def is_pronominal(words: str) -> bool:
    """Whether a phrase is a pronoun, or has only a pronoun to say whose: "they", "its men"."""
    return words.casefold() in PRONOUNS or bool(_OURS.match(words) or _THEIRS.match(words))


class Doers:
    """Looks doers up among the participants and the speakers of a document."""

    def __init__(self, participants: Participants, attributions: Sequence[Attribution]) -> None:
        """Index the names of groups by their words."""
        self.participants, self.attributions = participants, attributions
        self.text, self.voices = participants.text, Voices(attributions)
        self.longer = _longer_names(self.text, participants.mentions)

    def find(self, argument: FoundArgument) -> Participant:
        """The participant of an argument: the speaker's group for "our men", the group itself for its short name.

        A phrase that is cut ("members of") goes on to the name of the group; where there is none it loses its end.
        """
        span = argument.span
        if (own := self._own(span)) is not None:
            return own
        span, group = self._whole(span)
        found = self.participants.find(argument._replace(span=span))
        if _NOBODY.fullmatch(found.text):
            return found._replace(entity=None, pronoun=True)
        if group is not None:
            return found._replace(entity=self.longer.get(group.entity or "", group.entity))
        return found._replace(entity=self._entity(found))

    def speaker(self, source: EntitySpan | Span) -> Participant:
        """Who stands behind a source: the group that it speaks for, else the source itself."""
        span = Span(source.start, source.end)
        if _ITS.match(self.text, span.start, span.end) and (owner := self._owner(span)) is not None:
            return owner
        inside = [m for m in self._mentions(span) if m.type == "ORG" and self._is_spoken_for(m, span)]
        named = [m for m in inside if m.name] or [m for m in inside if m.entity]
        group = self.longer.get(named[-1].entity or "", named[-1].entity) if named else None
        if named and not (group and named[0].entity == getattr(source, "entity", None)):
            span = Span(named[-1].start, named[-1].end)
        found = self.participants.find(FoundArgument("perpetrator", span, None if named else "individual", 1.0))
        entity = group or found.entity or getattr(source, "entity", None)
        return found._replace(entity=self.longer.get(entity or "", entity))

    def is_ordered(self, deed: Span) -> bool:
        """Whether a deed is only what somebody orders, asks or means to be done."""
        number = self.voices.holding(deed)
        cue = None if number is None else self.attributions[number].cue
        return cue is not None and _ORDER.search(self.text, cue.start, cue.end) is not None

    def is_group(self, found: Participant) -> bool:
        """Whether a participant is no person, by its mentions or those of its name."""
        mentions = self.participants.mentions
        types = {m.type for m in mentions if m.end == found.span.end and m.start <= found.span.start}
        known = self.participants.names.get(found.entity or "")
        return bool((types or ({known.type} if known else set())) & {*_GROUPS, "GPE"})

    def _is_spoken_for(self, group: Mention, source: Span) -> bool:
        """As in "the Front", "a spokesman for the Front", "the Front's office"; not "who telephoned the Front"."""
        before, after = self.text[source.start : group.start], self.text[group.end : group.end + 2]
        return _SPEAKS_FOR.search(before) is not None or after in ("'s", "’s", "' ", "’ ")

    def _own(self, span: Span) -> Participant | None:
        words = self.text[span.start : span.end].strip()
        ours, theirs = _OURS.match(words) or _SELF.match(words), _THEIRS.match(words)
        his = _HIS.match(words)
        if not ours and not theirs and not his:
            return None
        number = self.voices.holding(span)
        source = None if number is None else self.attributions[number].source
        if source is not None:
            found = self.speaker(source)
            known = found.entity in self.participants.names and (theirs or self.is_group(found))
            if not found.pronoun and (ours or known):
                return found
        return self._owner(span) if theirs else None

    def _owner(self, span: Span) -> Participant | None:
        """The group that "its" stands for, where it is known."""
        owner = next((m for m in self._mentions(span) if m.start == span.start and m.entity), None)
        name = self.participants.names.get(owner.entity or "") if owner else None
        if name is None or name.type not in _GROUPS or (owner and owner.end >= span.end):
            return None
        return self.participants.find(FoundArgument("perpetrator", Span(name.start, name.end), None, 1.0))

    def _whole(self, span: Span) -> tuple[Span, Mention | None]:
        """A phrase that says whose members they are goes on to the group's name."""
        stretch = self.text[span.start : span.end + _REACH]
        match = _MEMBERS.match(stretch)
        if match and match.end() + span.start <= span.end + _REACH:
            at = span.start + match.end()
            group = next((m for m in self.participants.named if m.start == at and m.type in _GROUPS), None)
            if group is not None and _is_near(stretch, match, span):
                return Span(span.start, max(span.end, group.end)), group
        open_end = _LEFT_OPEN.search(self.text, span.start, span.end)
        return (Span(span.start, open_end.start()) if open_end else span), None

    def _entity(self, found: Participant) -> str | None:
        """The entity of the head of a phrase, that of the longer name where it is short for one."""
        words = self.text[found.span.start : found.span.end]
        beyond = _BEYOND.search(words)
        head = Span(found.span.start, found.span.start + beyond.start()) if beyond else found.span
        entity = found.entity
        if entity and not any(m.entity == entity and m.start < head.end for m in self._mentions(found.span)):
            known = self.participants.names.get(entity)
            entity = entity if known is not None and known.end <= found.span.start else None
        if entity is None:
            before = self.text[max(0, found.span.start - 5) : found.span.start]
            is_definite = words[:1].isupper() or _ARTICLE.search(before) is not None
            return self.longer.get(words.casefold()) if is_definite else None
        return self.longer.get(entity, entity)

    def _mentions(self, span: Span) -> list[Mention]:
        return [m for m in self.participants.mentions if span.start <= m.start < span.end]


def _is_near(stretch: str, match: re.Match[str], span: Span) -> bool:
    """Whether a phrase that goes on was cut at the joint: "men", "members of", "members of the"."""
    return len(_LEFT_OPEN.sub("", stretch[: match.end()].rstrip() + " ")) <= span.end - span.start + 12


def _longer_names(text: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """The one group whose name ends in some words, by these words and by the entity that has only them for a name."""
    names: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.name and mention.type == "ORG" and mention.entity:
            names.setdefault(mention.entity, set()).add(" ".join(text[mention.start : mention.end].casefold().split()))
    tails: dict[str, set[str]] = {}
    for entity, forms in names.items():
        for form in forms:
            words = form.removeprefix("the ").split()
            for at in range(1, len(words)):
                tails.setdefault(" ".join(words[at:]), set()).add(entity)
    longer = {tail: next(iter(entities)) for tail, entities in tails.items() if len(entities) == 1}
    for entity, forms in names.items():
        homes = {longer.get(form.removeprefix("the ")) for form in forms}
        if len(homes) == 1 and (home := homes.pop()) is not None and home != entity:
            longer[entity] = home
    return longer
