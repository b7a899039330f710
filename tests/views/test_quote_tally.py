"""Quotations for the case: the right sentence of the right document, with who says it, and nothing for the rest."""

from __future__ import annotations

from averral.views.quote_tally import QuoteTally
from tests.builders import TEXT, make_document, make_reading, span_of


def test_each_place_gives_its_sentence_with_its_speaker():
    reading = make_reading()
    span = span_of(TEXT, "two men left a van")
    key = reading.document.id
    tally = QuoteTally([(key, span.start, span.end), ("sha256:other", 0, 4)])
    tally.add(7, reading)
    found = tally.find(key, span.start, span.end)
    assert (found.number, found.document) == (7, f"d{key.removeprefix('sha256:')[:12]}")
    assert [run.text for run in found.quotation.runs if run.marked] == ["two men left a van"]
    assert [voice.name for voice in found.quotation.chain] == ["ministry", "witness"]
    assert tally.find("sha256:other", 0, 4) is None
    assert tally.find(key, 0, 3) is None


def test_a_place_outside_the_text_gives_nothing():
    reading = make_reading()
    key = reading.document.id
    tally = QuoteTally([(key, len(TEXT) + 5, len(TEXT) + 9), (key, 5, 5)])
    tally.add(1, reading)
    assert tally.find(key, len(TEXT) + 5, len(TEXT) + 9) is None
    assert tally.find(key, 5, 5) is None


def test_a_document_that_nothing_is_wanted_of_is_passed_by():
    tally = QuoteTally([])
    tally.add(1, make_reading(document=make_document(TEXT, title="x")))
    assert tally.find(make_document(TEXT).id, 0, 3) is None
