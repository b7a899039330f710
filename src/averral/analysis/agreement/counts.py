"""Figures of casualties as one document gives them: whom they count, and whether they are a toll at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from averral.analysis.agreement.page import Page
from averral.analysis.agreement.rows import iter_sums
from averral.analysis.agreement.voice import tell_voice
from averral.analysis.origins.terms import iter_numbers
from averral.records import Casualties, Incident
from averral.records.agreement import Stance
from averral.records.edtf import Days, edtf_days

__all__ = ["iter_counts"]

AFTER = 60
"""Characters behind a figure in which the noun for those who are counted stands."""
PARAGRAPH = 400
"""Characters before a figure in which the date of its happening stands, in one paragraph."""
LONG_AGO = 60
"""Days between a happening and a date beside a figure that is of another happening then."""
_PEOPLE = (
    r"(?:soldier|conscript|troop|fighter|militant|guerrilla|rebel|gunm[ae]n|police(?:m[ae]n)?|officer|"
    r"guards|guardsm[ae]n|wom[ae]n|"
    r"child|girl|boy|infant|bab(?:y|ies)|foreign|student|pupil|teacher|doctor|nurse|sailor|crew|worker|miner|driver|"
    r"journalist|reporter|prisoner|inmate|hostage|aid worker|volunteer|citizens of|national|civilian)"
)
_PART = re.compile(rf"^(?:[\w’'-]+\s+){{0,3}}?(?<![\w-])({_PEOPLE})", re.IGNORECASE)
_WERE = re.compile(
    rf"^\W*of (?:the (?:dead|victims|killed|injured|wounded)|them|those) (?:were|was) ({_PEOPLE})", re.IGNORECASE
)
"""Those who are a part of all that were hit; figures of a part are laid beside those of the same part alone."""
_NUMBER = re.compile(
    r"\d|\b(?:no|none|nobody|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|hundred|thousand|dozens?|score|hundreds|both|several)\b|\w+ty-\w+",
    re.IGNORECASE,
)
_SOME_OF = re.compile(
    r"^\s*(?:of|from|among) (?:the|ours|us|them|whom|these|those|our|my|his|their|which)\b", re.IGNORECASE
)
_ONE_OF = re.compile(r"\b(?:of whom|of them|of us|of ours)\b", re.IGNORECASE)
_CORRECTS = re.compile(
    r"\b(?:correct(?:s|ed|ion|ing)?|lower(?:s|ed|ing)|revis(?:es|ed|ing|ion)|amend(?:s|ed)|reduc(?:es|ed|"
    r"ing)|wrong|mistaken?|"
    r"counted twice|miscounted|brought (?:\w+ ){0,6}down|down (?:from|to)|it turns out|not (?:\d+|"
    r"[a-z]+teen|[a-z]+ty))\b",
    re.IGNORECASE,
)
_AGO = re.compile(r"\b(?:years? (?:ago|before|earlier)|last year|a decade ago)\b", re.IGNORECASE)


def iter_counts(page: Page) -> Iterator[Stance]:
    """Every figure of an incident with the claim that gives it.

    A figure is left out where a date beside it is that of another happening, long before its incident. Those of a row
    come one by one, and their sum.
    """
    for incident in page.reading.incidents:
        figures = [figure for figure in incident.casualties if not _is_of_another(page, incident, figure)]
        for figure in figures:
            yield _count(page, incident, figure, figures)
        for whole in iter_sums(page.text, figures):
            yield msgspec.structs.replace(_count(page, incident, whole, figures), name="", part=False)


def _count(page: Page, incident: Incident, figure: Casualties, figures: Sequence[Casualties]) -> Stance:
    numbers = {one.high or one.low or 0 for one in figures if one.kind == figure.kind}
    claim = page.claims.get(figure.claim or "")
    words = page.text[figure.start : figure.end]
    after = re.split(r"[.;:!?()\n]", page.text[figure.end : figure.end + AFTER])[0]
    around = _find_around(page, figure)
    were = _WERE.match(after)
    some = _SOME_OF.match(after) or _ONE_OF.search(words) or _SOME_OF.search(words.partition(" ")[2])
    whole = {
        **tell_voice(page, claim), "kind": "casualties", "start": figure.start, "end": figure.end,
        "incident": incident.id, "figure": figure.kind, "low": figure.low, "high": figure.high,
        "name": were[1].casefold() if were else _find_part(f"{words}{after}"),
        "against": bool(claim and (claim.factuality or "").endswith("-")),
        "part": were is None and (some is not None or not _NUMBER.search(words)),
        "corrects": tuple(sorted({*numbers, *_list_numbers(around)})) if _CORRECTS.search(around) else (),
    }  # fmt: skip
    return Stance(**whole)  # type: ignore[arg-type]


def _list_numbers(words: str) -> set[int]:
    """The whole numbers of some words, from three on."""
    values = (float(number.removeprefix("#")) for number in iter_numbers(words))
    return {int(value) for value in values if value.is_integer()}


def _find_part(words: str) -> str:
    """Whom a figure counts, where that is a part of all; empty for people, dead, victims and the like."""
    found = _PART.search(words)
    return found[1].casefold() if found else ""


def _is_of_another(page: Page, incident: Incident, figure: Casualties) -> bool:
    own = edtf_days(incident.edtf) or edtf_days(page.day)
    sentence = page.find_sentence(figure.start)
    times = [(t, days) for t in page.reading.times if t.edtf and (days := edtf_days(t.edtf))]
    near = [(abs(t.start - figure.end), days) for t, days in times if sentence[0] <= t.start < sentence[1]]
    if not near:
        start = max(page.text.rfind("\n", 0, figure.start), figure.start - PARAGRAPH)
        near = [(figure.start - t.start, days) for t, days in times if start <= t.start < figure.start]
    if own is None:
        start = max(page.text.rfind("\n", 0, figure.start), figure.start - PARAGRAPH)
        return _AGO.search(page.text, start, sentence[1]) is not None
    return bool(near) and _is_before(min(near, key=lambda pair: pair[0])[1], own)


def _find_around(page: Page, figure: Casualties) -> str:
    """The sentence of a figure and the one before it."""
    sentence = page.find_sentence(figure.start)
    before = [s for s in page.reading.sentences if s[1] <= sentence[0]]
    return page.text[before[-1][0] if before else sentence[0] : sentence[1]]


def _is_before(days: Days, own: Days) -> bool:
    return days.last is not None and own.first is not None and (own.first - days.last).days > LONG_AGO
