"""Sentences as somebody says them, with what they say that there was not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from averral.analysis.agreement.page import Page
from averral.analysis.incidents.words import iter_stems
from averral.records.agreement import Saying, Stance

__all__ = ["iter_sayings"]

_STOP = (
    r"(?=\s+(?:in|on|at|from|for|with|by|to|as|and|or|but|who|which|that|when|while|was|were|is|are|had|has|"
    r"have|came|took|could|would|rang|stood)\b|[^\w\s’'-]|$)"
)
_THING = r"((?:[\w’'-]+\s+){0,3}?[\w’'-]+)"
_OF = r"(?:(?:evidence|trace|sign|indication|question|record|proof|talk) (?:of|that) (?:any|an?|the)?\s*)?"
_BARE = (
    re.compile(
        rf"\b(?:there (?:is|was|were|are|(?:had|has|have) (?:never )?been)|ha(?:d|s|ve) found|received|saw|"
        rf"heard)\s+(?:no|not any|not a)\s+{_OF}{_THING}{_STOP}",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<![\w-])no\s+{_THING}\s+(?:was|were|had|has|have|came|took|is|are|rang)\b", re.IGNORECASE),
    re.compile(
        rf"\bden(?:y|ies|ied|ying) (?:categorically )?that (?:any|there (?:was|were|had been) (?:any|"
        rf"an?)?)\s*{_THING}{_STOP}",
        re.IGNORECASE,
    ),
)
_VERBAL = (
    re.compile(r"\b(?:nobody|no one|nothing)\s+((?:[\w’'-]+\s+){0,5}[\w’'-]+)", re.IGNORECASE),
    re.compile(
        r"\b(?:did|does|do|was|were|had|has|have|is|are)(?:\s+(?:not|never)|"
        r"n[’']t)\s+((?:[\w’'-]+\s+){0,4}[\w’'-]+)",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:untrue|false|a lie|not true|an invention) that\s+((?:[\w’'-]+\s+){1,8}[\w’'-]+)", re.IGNORECASE),
    re.compile(
        r"\b(?:rumou?rs?|reports?|claims?|hypothes[ie]s|assertions?|allegations?) (?:that|"
        r"of)\s+((?:[\w’'-]+\s+){1,14}?)(?:is|are|was|were) (?:false|closed|untrue|unfounded|without|baseless|"
        r"rejected|an invention|a lie)\b",
        re.IGNORECASE,
    ),
)
_NEGATION = re.compile(
    r"\b(?:not|no|never|nobody|nothing|none|neither|nor|without|cannot|deny|denies|denied|denying)\b|n[’']t\b",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"(?:in|on|at|from|for|with|by|to|as|a|an|so|too|yet|only|just|even|very|more|less|enough|know|knew|"
    r"want|need|think|say|said|tell)\b",
    re.IGNORECASE,
)
"""Words after a negation by which it tells nothing of what happened."""
_ARTICLE = re.compile(r"^(?:a|an|the)\s+", re.IGNORECASE)
_EMPTY = frozenset(
    (
        "evidenc",
        "reason",
        "doubt",
        "answer",
        "comment",
        "need",
        "idea",
        "word",
        "chanc",
        "choic",
        "differ",
        "matter",
        "longer",
        "group",
        "organiz",
        "on",
        "wond",
        "secret",
        "question",
        "intent",
    )
)
"""Stems of things whose absence tells nothing of what happened."""
MOST = 24
"""Stems of a sentence that are kept."""


class _Denied(NamedTuple):
    words: str
    stems: tuple[str, ...]
    bare: bool


def iter_sayings(page: Page, stances: Sequence[Stance]) -> Iterator[Saying]:
    """The sentences of a document that are no questions, each with its speaker.

    What is denied is a thing ("there was no warning", "no warning came", "denied that any warning …"): its last word is
    the head; or that something was done ("nobody called him down", "was not manned", "untrue that …"): the first word
    that tells it is the head. Sentences whose denial is of a deed of somebody or of a tie are left to those.
    """
    against = [(s.start, s.end) for s in stances if s.against or s.kind == "unclaimed"]
    for start, end in page.reading.sentences:
        text = page.text[start:end]
        stems = tuple(dict.fromkeys(iter_stems(text)))[:MOST]
        if not stems or text.rstrip('"”’ ').endswith("?"):
            continue
        denied = _find_denied(text)
        if denied is not None and not denied.bare and any(s < end and start < e for s, e in against):
            denied = None
        if denied is None and _NEGATION.search(text):
            continue
        yield _make(page, (start, end), stems, denied)


def _make(page: Page, sentence: tuple[int, int], stems: tuple[str, ...], denied: _Denied | None) -> Saying:
    start, end = sentence
    middle = (start + end) // 2
    chain = page.find_chain(middle)
    around = (c for c in page.reading.claims if c.start < end and start < c.end)
    claim = min(around, key=lambda c: (not c.start <= middle < c.end, c.end - c.start, c.id), default=None)
    return Saying(
        start=start, end=end, speaker=chain[-1], voice=page.name(chain[-1]), stems=stems,
        denied=denied.stems if denied else (), words=denied.words if denied else "", bare=bool(denied and denied.bare),
        incident=page.find_incident(start, end, middle), claim=claim.id if claim else None,
    )  # fmt: skip


def _find_denied(text: str) -> _Denied | None:
    for pattern in _BARE:
        match = pattern.search(text)
        stems = tuple(iter_stems(match[1])) if match else ()
        if match and stems and stems[-1] not in _EMPTY:
            return _Denied(" ".join(match[1].split()), stems[::-1], bare=len(stems) == 1)
    for pattern in _VERBAL:
        match = pattern.search(text)
        stems = tuple(iter_stems(match[1])) if match else ()
        if match and len(stems) > 1 and stems[0] not in _EMPTY and not _WEAK.match(_ARTICLE.sub("", match[1])):
            return _Denied(" ".join(match[1].split()), stems, bare=False)
    return None
