"""Whose the guerrillas are: fighters whom a text names no group for, given to the one group that they can be of."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from averral.records import Perpetrator

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from averral.records import Mention

__all__ = ["add_groups"]

Told = tuple[Perpetrator, ...]

_FIGHTERS = re.compile(
    r"\b(?:guerrillas?|rebels?|subversives?|insurgents?|militants?|fighters|terrorists?|extremists?|urban\s+commandos?)\b",
    re.IGNORECASE,
)
"""What an author calls the members of armed groups; "gunmen" and "attackers" can be anybody."""


def add_groups(told: Sequence[Told], mentions: Sequence[Mention], armed: Collection[str], text: str) -> list[Told]:
    """The perpetrators of each incident, fighters with the group that the document gives its other incidents to.

    Of several groups it is the one that has most of them; where none has any, the only armed group that is named
    (`armed` are the entities that are one). What nobody says is `possible` (the MUC-4 guide: the text implies it), and
    has no claims. A group for which anything is denied gets nothing.
    """
    found = [one for some in told for one in some]
    denied = {one.entity for one in found if one.confidence == "denied"}
    groups = Counter(one.entity for one in found if one.kind == "organization" and one.entity)
    if not groups:
        groups = Counter(m.entity for m in mentions if m.name and m.entity and m.entity in armed)
        groups = groups if len(groups) == 1 else Counter()
    best = max(groups.keys() - denied, key=lambda entity: (groups[entity], entity or ""), default=None)
    if best is None:
        return list(told)
    known = next((one.text for one in found if one.entity == best and one.kind == "organization"), None)
    named = (" ".join(text[m.start : m.end].split()) for m in mentions if m.name and m.entity == best)
    group = Perpetrator(text=known or next(named), entity=best, kind="organization", confidence="possible")
    return [(*some, group) if _lacks_group(some) else some for some in told]


def _lacks_group(told: Told) -> bool:
    return all(one.kind == "individual" for one in told) and any(_FIGHTERS.search(one.text) for one in told)
