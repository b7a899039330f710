"""Whether somebody is told to claim a deed, or a document claims one: a claim is made once, and told in few words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from averral.records import Claim, Document

__all__ = ["AVOWAL", "is_avowal", "speaks_for_itself"]

AVOWAL: Final = "@avowal"
"""The term that a telling of a claim and the document that makes it share, beside the name of who makes it."""
_AVOWED = re.compile(
    r"\b(?:claim(?:s|ed|ing)?|assum(?:e|es|ed|ing)|accept(?:s|ed|ing)?|t(?:ake|akes|ook|aking)|admit(?:s|ted|ting)?) "
    r"(?:\w+ ){0,6}?(?:responsibility|attacks?|bombings?|killings?|blasts?|ambush|operation|it|them)\b|"
    r"\bresponsibility (?:for \w+ )?(?:\w+ ){0,2}(?:claimed|assumed|accepted|taken)\b|"
    r"\bs(?:ay|ays|aid) (?:that )?(?:it|they|he|she|we) (?:had |have |has )?d(?:id|one)\b",
    re.IGNORECASE,
)
_OURS = re.compile(r"\b(?:we|our|ours|us)\b", re.IGNORECASE)
_PLAIN: Final = ("CT+", "PR+")
OWN: Final = 3
"""Words of the first person plural that a text must have to speak for a group."""


def is_avowal(text: str, claims: Iterable[Claim], speaker: str | None) -> bool:
    """Whether the words, or the claims read from them, say that a speaker claims a deed as its own."""
    if _AVOWED.search(text):
        return True
    return speaker is not None and any(
        claim.proposition.type == "responsibility"
        and claim.proposition.subject == speaker
        and claim.factuality in _PLAIN
        for claim in claims
    )


def speaks_for_itself(document: Document) -> bool:
    """Whether a document speaks as "we": a communiqué does, a report does not."""
    return sum(1 for _ in _OURS.finditer(document.text)) >= OWN
