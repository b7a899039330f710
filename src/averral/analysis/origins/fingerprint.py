"""What is kept of a document, computed once, to find what it shares with others that are added before or after it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np

from averral.analysis.origins.avowals import AVOWAL, speaks_for_itself
from averral.analysis.origins.notices import list_notices
from averral.analysis.origins.outlets import list_headings, list_outlets
from averral.analysis.origins.shingles import pack_shingles, winnow
from averral.analysis.origins.tellings import list_tellings
from averral.analysis.origins.terms import iter_numbers, iter_terms, list_name_words
from averral.analysis.origins.wording import hash_key, list_read_spans, read_wording
from averral.records import Reading
from averral.records.origin import ClaimSpan, Fingerprint, Telling

__all__ = ["make_fingerprint"]

FACTS: Final = 400
"""Names and numbers that are kept, from the start of the text."""
TERMS: Final = 1_500
"""Stems that are kept; a book shares too much with everything anyway."""
SPOKEN: Final = 250
"""Terms by which a whole document may be met as its outlet's word."""
HEAD: Final = 400
"""Characters from the start in which a heading may give the day of a document that has no date otherwise."""
DATED_WORDS: Final = 8
"""Words of a line that does little more than give a date."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")
NEAR: Final = 3
"""Facts that follow each other so closely make a key together: a rewrite keeps most of the order."""


def make_fingerprint(reading: Reading) -> Fingerprint:
    """The fingerprint of a reading; it depends on nothing but the reading."""
    document = reading.document
    spans = list_read_spans(document)
    wording = read_wording(document.text, spans)
    tellings = list_tellings(reading)
    facts = _list_facts(reading, spans)
    terms = {term for start, end in spans for term in iter_terms(document.text[start:end])}
    if speaks_for_itself(document):
        terms.add(AVOWAL)
    outlets = list_outlets(document)
    return Fingerprint(
        document=document.id,
        words=len(wording),
        outlets=outlets,
        title=document.title,
        published=_find_date(reading) or document.published,
        shingles=pack_shingles(*winnow(wording)),
        keys=_pack({*_iter_telling_keys(tellings), *_iter_fact_keys(facts), *_iter_spoken(outlets, sorted(terms))}),
        tellings=tellings,
        facts=facts,
        terms=tuple(sorted(terms)[:TERMS]),
        notices=list_notices(document),
        claims=tuple(_iter_claims(reading, tellings)),
    )


def _find_date(reading: Reading) -> str | None:
    """The first day that a heading at the start gives, to the last that any heading gives, as a file may hold several.

    Null where no heading gives a day.
    """
    headings = set(list_headings(reading.document))
    days = list(_iter_heading_days(reading))
    first = next((day for day, line, start in days if start < HEAD and line in headings), None)
    if first is None:
        return None
    last = max([first, *(day for day, line, _ in days if len(line.split()) <= DATED_WORDS)])
    return first if first == last else f"{first}/{last}"


def _iter_heading_days(reading: Reading) -> Iterator[tuple[str, str, int]]:
    """Every day that stands in a line that is no sentence, with the line and the place, in order."""
    text = reading.document.text
    for time in sorted(reading.times, key=lambda time: time.start):
        if time.edtf and _DAY.fullmatch(time.edtf):
            line = text[text.rfind("\n", 0, time.start) + 1 :].partition("\n")[0].strip()
            if not line.endswith((".", "!", "?")):
                yield time.edtf[:10], line, time.start


def _list_facts(reading: Reading, spans: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """Last words of names, and numbers, in the order in which they first stand in what is read."""
    text = reading.document.text
    found: list[tuple[int, str]] = []
    for mention in reading.mentions:
        if mention.name and mention.type not in ("DATE", "NUM"):
            found += [(mention.start, word) for word in list_name_words(text[mention.start : mention.end])[-1:]]
    inside = [(start, end) for start, end in spans]
    found = [(place, fact) for place, fact in found if any(start <= place < end for start, end in inside)]
    for start, end in inside:
        found += [(start + place, number) for place, number in enumerate(iter_numbers(text[start:end]))]
    return tuple(dict.fromkeys(fact for _, fact in sorted(found)))[:FACTS]


def _iter_telling_keys(tellings: Sequence[Telling]) -> Iterator[int]:
    for telling in tellings:
        yield from telling.quotes
        yield from (hash_key("said", name, term) for name in telling.names for term in (*telling.terms, *telling.said))


def _iter_fact_keys(facts: Sequence[str]) -> Iterator[int]:
    for place, fact in enumerate(facts):
        for other in facts[place + 1 : place + NEAR]:
            yield hash_key("facts", *sorted((fact, other)))


def _iter_spoken(outlets: Iterable[str], terms: Sequence[str]) -> Iterator[int]:
    names = {name for outlet in outlets for name in list_name_words(outlet)}
    yield from (hash_key("said", name, term) for name in names for term in terms[:SPOKEN])


def _pack(keys: Iterable[int]) -> bytes:
    return np.array(sorted(set(keys)), "<u4").tobytes()


def _iter_claims(reading: Reading, tellings: Sequence[Telling]) -> Iterator[ClaimSpan]:
    by_attribution = {telling.attribution: number for number, telling in enumerate(tellings) if telling.attribution}
    for claim in reading.claims:
        telling = by_attribution.get(claim.attribution) if claim.attribution else None
        yield ClaimSpan(claim.id, claim.start, claim.end, telling)
