"""Ties between actors that words assert or deny: who pays, arms or commands whom, and who belongs to whom."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Literal

from averral.analysis.agreement.page import AUTHOR, Page
from averral.analysis.agreement.spoken import find_voice
from averral.analysis.agreement.stand_ins import find_body
from averral.records import Mention
from averral.records.agreement import Stance

__all__ = ["iter_bonds"]

Order = Literal["forth", "back"]
"""Whether the one before the words is the subject of the tie, or the one behind them."""
_RULES: tuple[tuple[str, Order, str], ...] = (
    ("supports", "back", r"\b(?:been |was |were |is |are )(?:paid|financed|funded|armed|supplied|bankrolled) by\b"),
    (
        "supports",
        "back",
        (
            r"\b(?:take|takes|took|taken|receive[sd]?|had|has|have)\b[^.;]{0,40}\b(?:money|cash|coins?|"
            r"arms|weapons?|rifles?|cartridges?|orders, arms)\b[^.;]{0,25}\bfrom\b"
        ),
    ),
    (
        "supports",
        "forth",
        (
            r"\b(?:pa(?:ys?|id)|financ(?:es|ed|ing)|fund(?:s|ed|ing)|bankroll\w*|(?:not|never) (?:pay|finance|fund)|"
            r"arm(?:s|ed|ing)?(?= (?:the|or|that|this|it|us|them|(?-i:[A-Z]))))\b"
        ),
    ),
    (
        "supports",
        "forth",
        (
            r"\b(?:suppl(?:y|ies|ied)|hand(?:s|ed)|give[sn]?|gave|deliver(?:s|ed)|provid(?:es|"
            r"ed))\b(?=[^.;]{0,60}\b(?:money|cash|coins?|arms|weapons?|rifles?|detonators?|"
            r"explosives?)\b)"
        ),
    ),
    ("member_of", "back", r"['’]s (?:\w+ )?(?:section|wing|arm|branch|unit|faction|splinter)\b"),
    ("leads", "back", r"\b(?:takes? orders|taking orders|orders|answers?) (?:from|to)\b|\bunder the command of\b"),
    ("leads", "forth", r"\bcommand(?:s|ed|ing)?\b(?! of)|\bg(?:ives?|ave)\b[^.;]{2,40}\borders\b"),
    ("member_of", "forth", r"\b(?:member|part|section|branch|arm|wing|faction|cell|unit) of\b|\bbelong(?:s|ed)? to\b"),
)
_PATTERNS = tuple((predicate, order, re.compile(pattern, re.IGNORECASE)) for predicate, order, pattern in _RULES)
_NOT = re.compile(
    r"\b(?:not|never|no|nobody|nor|neither|none|nothing|without|den(?:y|ies|ied|ying)|false|untrue|"
    r"invention)\b|n[’']t\b",
    re.IGNORECASE,
)
_WE = re.compile(r"\b(?:we|us|our)\b", re.IGNORECASE)
_NOBODY = re.compile(r"\b(?:nobody|no one|no organ)\b", re.IGNORECASE)
_SUPPLIED = re.compile(r"\b(?:supplied|handed over|delivered|given|provided|paid) to\b", re.IGNORECASE)
_BY = re.compile(r"\b(?:[^.;]{0,40}?)\bby (?:the )?", re.IGNORECASE)
FAR = 90
"""Characters between a word of a tie and those whom it ties."""


def iter_bonds(page: Page) -> Iterator[Stance]:
    """Ties that words assert or deny between two who are named, or between one and whoever says "we".

    Money, arms and supplies are one kind of tie; so are all words of command, and all of belonging. A tie is denied
    where its clause has a word of negation, or the sentence calls it false.
    """
    for start, end in page.reading.sentences:
        yield from _read_supply(page, start, end)
        for predicate, order, pattern in _PATTERNS:
            for match in pattern.finditer(page.text, start, end):
                yield from _read(page, (start, end), (predicate, order), match.span())


def _read_supply(page: Page, start: int, end: int) -> Iterator[Stance]:
    """Money or arms that were given "to X by Y"."""
    for match in _SUPPLIED.finditer(page.text, start, end):
        found = [
            m
            for m in page.actors
            if match.end() <= m.start and m.end <= end and m.type in ("ORG", "GPE", "PER", "NORP")
        ]
        pairs = itertools.pairwise(found)
        for one, two in pairs:
            if _BY.fullmatch(page.text, one.end, two.start):
                other, subject = find_body(page, one), find_body(page, two)
                if subject and other and subject != other:
                    yield _make(page, (start, end), match.start(), (subject, "supports", other))
                return


def _read(page: Page, sentence: tuple[int, int], kind: tuple[str, Order], span: tuple[int, int]) -> Iterator[Stance]:
    voice = find_voice(page, page.find_us(span[0]), own=True)
    before = _find(page, sentence[0], span[0], voice, last=True)
    after = _find(page, span[1], sentence[1], voice, last=False)
    if before is None or after is None or before == after or AUTHOR in (before, after):
        return
    one, two = (before, after) if kind[1] == "forth" else (after, before)
    yield _make(page, sentence, span[0], (one, kind[0], two))


def _make(page: Page, sentence: tuple[int, int], place: int, tie: tuple[str, str, str]) -> Stance:
    chain = page.find_chain(place)
    denied = _NOT.search(page.text[sentence[0] : sentence[1]]) is not None
    around = (c for c in page.reading.claims if c.start <= place < c.end)
    claim = min(around, key=lambda c: (c.end - c.start, c.id), default=None)
    return Stance(
        kind="relation", speaker=chain[-1], voice=page.name(chain[-1]), chain=tuple(map(page.name, chain)),
        start=sentence[0], end=sentence[1], claim=claim.id if claim else None, basis=claim.basis if claim else "none",
        factuality="CT-" if denied else "CT+", actor=tie[0], predicate=tie[1], other=tie[2], against=denied,
    )  # fmt: skip


def _find(page: Page, start: int, end: int, voice: str | None, *, last: bool) -> str | None:
    """Whoever stands nearest on one side of the words of a tie: a name, or "us" for the body of the speaker."""
    near = (max(start, end - FAR), end) if last else (start, min(end, start + FAR))
    found = [m for m in page.actors if near[0] <= m.start and m.end <= near[1] and (m.name or _is_bodily(page, m))]
    own = _WE.search(page.text, *near)
    best = (found[-1] if last else found[0]) if found else None
    if own is not None and voice is not None and page.is_body(voice):
        nearer = best is None or (own.start() > best.start if last else own.start() < best.start)
        if nearer:
            return voice
    if best is None:
        return voice if last and voice and _NOBODY.search(page.text, *near) else None
    return find_body(page, best)


def _is_bodily(page: Page, mention: Mention) -> bool:
    return mention.entity is not None and find_body(page, mention) is not None and mention.type == "ORG"
