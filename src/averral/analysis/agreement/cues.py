"""Words by which somebody is said to have done something, to claim it or to deny it, and where that somebody stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

__all__ = ["BEHIND", "COMPLICITY", "SUPPLIED", "Cue", "CueKind", "Side", "iter_cues"]

BEHIND = re.compile(
    r"(?:order|plan|organi[sz]|mastermind|direct|suppl|deliver|financ|provid|prepar|"
    r"on (?:the )?(?:instruct|order|behalf)|at the behest)",
    re.IGNORECASE,
)
"""Cues that tell of somebody who made others do it."""
CueKind = Literal["blame", "did", "deny", "claim", "reject"]
"""Somebody blames somebody; somebody is told to have done it, or not to have; somebody claims it; somebody denies or
rejects a charge."""
Side = Literal["after", "before", "speaker", "content"]
"""Where the actor stands: behind the cue, before it, it is whoever speaks, or the first in what is denied."""

_DEED = (
    r"(?:attacks?|bombings?|blasts?|explosions?|ambush|killings?|shootings?|raids?|fires?|arson|operations?|crimes?|"
    r"abductions?|it|this|that)"
)
_DONE = (
    r"(?:carried out|executed|planned|committed|perpetrated|ordered|staged|organi[sz]ed|masterminded|directed|supplied|"
    r"delivered|financed|provided|prepared|killed|murdered|shot|bombed|attacked|ambushed|destroyed|"
    r"blown up|burn(?:ed|t)|"
    r"set alight|set on fire|arrested|detained|taken|seized|abducted|kidnapped|beaten|tortured|hauled off|"
    r"held|done|fired)"
)
_NOT_PASSIVE = r"(?<!be )(?<!is )(?<!was )(?<!were )(?<!been )"
_RESPONSIBLE = r"(?:responsibility|credit)"
_NOUN = r"(?:charges?|accusations?|allegations?|assertions?|claims?|reports?|rumou?rs?|suggestions?|any|that)"
_RULES: tuple[tuple[CueKind, Side, str], ...] = (
    ("blame", "after", rf"\b{_NOT_PASSIVE}(?:blam(?:e[sd]?|ing)|accus(?:e[sd]?|ing))\b(?! o[fn]\b)"),
    ("blame", "after", r"\b(?:blam(?:e[sd]?|ing)|pinn?(?:s|ed|ing)?|lay(?:s|ing)?|laid)\b[^.;:]{1,45}?\b(?:up)?on\b"),
    (
        "blame",
        "after",
        r"\battribut(?:e[sd]?|ing)\b[^.;:]{1,45}?\bto\b|\bpoint(?:s|ed|ing)? (?:the|a|its|his|her) finger at\b",
    ),
    ("blame", "after", r"\b(?:hold|held|holds|holding)\b(?=[^.;:]{3,60}\bresponsible\b)"),
    ("did", "after", r"\b(?:work|handiwork|doing) of\b"),
    ("did", "after", rf"\b{_DONE}(?: [\w,’'-]+){{0,7}}? by\b"),
    ("did", "after", r"\bon (?:the )?(?:instructions?|orders?|behalf) of\b|\bat the behest of\b"),
    ("did", "before", r"\b(?<!who )(?:is|are|was|were|been|be) (?:widely )?(?:blamed|accused)\b|(?<=, )accused of\b"),
    (
        "did",
        "before",
        (
            rf"\b(?<!who )(?:is|are|was|were|be|been) (?:to blame|behind (?:the )?{_DEED}|"
            rf"responsible for (?:the )?{_DEED})"
        ),
    ),
    ("did", "before", r"\b(?<!who )did (?:it|this|that)\b(?! not)"),
    ("did", "before", r"\bha(?:d|s|ve) (?:a|any) (?:hand|part|role) in\b"),
    (
        "deny",
        "before",
        r"\b(?:did not|didn[’']t|never|could not have|couldn[’']t have) (?:do|done|did) (?:it|this|that)\b",
    ),
    ("deny", "before", r"\bnothing to do with\b|\b(?:no|any) (?:part|hand|role|share) in\b|\bno[tr] involved in\b"),
    ("reject", "content", r"\bden(?:y|ies|ied|ying)\b"),
    ("reject", "content", rf"\b(?:reject|dismiss|repudiat|disput)(?:s|es|ed|ing)?\b(?=[^.;:]{{0,40}}\b{_NOUN}\b)"),
    (
        "reject",
        "content",
        (
            rf"\b{_NOUN} (?:that|of)\b(?=[^.;:]{{3,120}}\b(?:is|are|was|were) (?:\w+ )?(?:rejected|denied|"
            rf"dismissed|false|baseless)\b)"
        ),
    ),
    ("claim", "before", rf"\bclaim(?:s|ed|ing)?\b(?: \w+){{0,3}}? (?:responsibility|credit|{_DEED})\b"),
    ("claim", "before", r"\b(?:assum|tak|took|accept|admit)\w*\b(?: \w+){0,5}? responsibility\b|\bown(?:s|ed)? up\b"),
    ("claim", "before", r"\bsa(?:ys?|id)\b(?: that)? (?:it|they),? and (?:nobody|no one) else\b"),
    ("claim", "before", r"\bsa(?:ys?|id)\b(?: that)? (?:it|they|he|she) did(?: (?:it|this|that))?\b"),
    ("claim", "speaker", r"\b(?:is|are|was|were) ours\b|\b(?:done )?by us\b|\bwe (?:alone )?did (?:it|this|that)\b"),
    ("claim", "speaker", r"\bwe (?:assume|take|took|accept|claim)\b(?: \w+){0,5}? (?:responsibility|credit)\b"),
    ("deny", "speaker", r"\b(?:(?:it|this|that|one) (?:is|was) (?:not|never)|also not) ours\b|\bnone of (?:our|us)\b"),
    ("deny", "speaker", r"\bwe (?:had|have|took) (?:nothing|nobody|no one|no (?:part|hand|men|people))\b"),
    ("deny", "speaker", r"\bwe were (?:not|never) (?:near|there|in|at|anywhere)\b"),
)
_PATTERNS = tuple((kind, side, re.compile(pattern, re.IGNORECASE)) for kind, side, pattern in _RULES)
_NOT = re.compile(
    r"\b(?:not|never|neither|nobody|no one|no group|nor|none)\b[^.;:,]{0,24}$|n[’']t\b[^.;:,]{0,16}$", re.IGNORECASE
)
_NEITHER = re.compile(r"\b(?:nor|neither|not|never|cannot)\s+(?:\w+\s+)?$|n[’']t\s+$", re.IGNORECASE)
_DENIES = re.compile(r"\bden(?:y|ies|ied|ying)\b[^.;:]{0,30}$", re.IGNORECASE)
_MAY = re.compile(r"\b(?:may|might|perhaps|possibly|whether|if|could)\b[^.;:,]{0,30}$", re.IGNORECASE)


SUPPLIED = re.compile(
    r"\b(?:suppl(?:y|ies|ied|ying)|financ(?:ed|ing)|fund(?:ed|ing)|armed|arming|complicity|behind it|"
    r"[’']s help|instructions)\b",
    re.IGNORECASE,
)
"""Words of a claim by which somebody is accused of making others do it."""
COMPLICITY = re.compile(
    r"[^.;]{0,60}?\b(?:complicity|suppl\w+|financ\w+|fund\w+|arming|backing|aiding|help(?:ing)?|ordering|behind it)\b",
    re.IGNORECASE,
)
"""Words behind a cue of blame by which somebody is blamed for making others do it."""


class Cue(NamedTuple):
    """Words that tell who did it: of which kind, where the actor stands, whether they are negated or unsure."""

    kind: CueKind
    side: Side
    start: int
    end: int
    negated: bool = False
    unsure: bool = False


def iter_cues(text: str, start: int, end: int) -> Iterator[Cue]:
    """The cues of a sentence, [start, end) of the text, in the order of the table; overlapping ones once.

    The table is ours: verbs and nouns of blame, agency, denial and claim as news English has them. A question tells
    nothing, so it has none.
    """
    if text[start:end].rstrip('"”’ ').endswith("?"):
        return
    taken: list[tuple[int, int]] = []
    for kind, side, pattern in _PATTERNS:
        for match in pattern.finditer(text, start, end):
            if any(match.start() < e and s < match.end() for s, e in taken):
                continue
            taken.append(match.span())
            before = text[start : match.start()]
            if (kind == "reject" and _NEITHER.search(before)) or (kind == "deny" and _DENIES.search(before)):
                continue
            negated = bool(_NOT.search(before)) and kind in ("blame", "did", "claim")
            yield Cue(kind, side, *match.span(), negated, bool(_MAY.search(before)))
