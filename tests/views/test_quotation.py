import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.records import Span
from averral.views.quotation import make_quoter
from tests.builders import span_of
from tests.views.builders import make_reading
from tests.views.incidents import make_incident_reading

READING = make_incident_reading()
TEXT = READING.document.text
QUOTER = make_quoter(READING)


def test_words_of_one_sentence_and_one_speaker_are_one_quotation():
    quotes = QUOTER.quote([span_of(TEXT, "Oleth"), span_of(TEXT, "gunmen"), span_of(TEXT, "About 40")])
    assert [[run.text for run in quote.runs if run.marked] for quote in quotes] == [["gunmen", "Oleth"], ["About 40"]]


def test_two_speakers_of_one_sentence_are_two_quotations():
    quotes = QUOTER.quote([span_of(TEXT, "a driver"), span_of(TEXT, "gunmen")])
    assert [[voice.name for voice in quote.chain] for quote in quotes] == [
        ["The ministry"],
        ["The ministry", "a driver"],
    ]


def test_a_long_sentence_is_cut_around_its_words():
    text = f"{'so ' * 200}bomb {'and ' * 200}"
    quoter = make_quoter(make_reading(text))
    (quote,) = quoter.quote([span_of(text, "bomb")])
    assert quote.words.startswith("… ")
    assert quote.words.endswith(" …")
    assert len(quote.words) < 320


@pytest.mark.parametrize(("words", "link"), [("gunmen", "-at-"), ("The army", "-p0")])
def test_marked_words_are_linked_themselves_and_others_by_their_passage(words, link):
    (quote,) = QUOTER.quote([span_of(TEXT, words)])
    assert link in quote.anchor


def test_somebody_who_tells_of_their_own_words_is_one_voice():
    reading = make_reading(
        "[s1 Ann] [c1 said] [t1 [s2 she] [c2 feared] [t2 fire]].", sources={"1": "e1", "2": "e1"}, names={"e1": "Ann"}
    )
    (quote,) = make_quoter(reading).quote([span_of(reading.document.text, "fire")])
    assert [voice.name for voice in quote.chain] == ["Ann"]


@given(st.lists(st.tuples(st.integers(0, len(TEXT) + 5), st.integers(0, 40)), max_size=5))
def test_every_quotation_is_the_text_itself(places):
    spans = [Span(start, start + length) for start, length in places]
    for quote in QUOTER.quote(spans):
        assert quote.words in TEXT
        assert any(run.marked for run in quote.runs)
