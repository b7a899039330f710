"""Forecasts out of readings."""

from __future__ import annotations

import msgspec
import pytest

from averral.analysis.forecasts import make_forecasts
from averral.records import Attribution, Claim, Entity, EntitySpan, Mention, Proposition, Time
from tests.builders import make_document, make_reading, span_of


def make_claim(label, text, words, attribution=None, chain=("author",), **fields):
    found = span_of(text, words)
    given = {"proposition": Proposition(type="statement"), "tense": "future", **fields}
    return Claim(id=label, start=found.start, end=found.end, attribution=attribution, chain=chain, **given)


def attribute(text, source, cue, content, entity):
    found = span_of(text, source)
    return Attribution(
        id="a1",
        source=EntitySpan(found.start, found.end, entity),
        cue=span_of(text, cue),
        content=(span_of(text, content),),
        kind="indirect",
    )


def read(text, *claims, attributions=(), times=(), byline=(), published="2021-05-10", **fields):
    return make_reading(
        document=make_document(text, published=published, byline=byline, **fields),
        sentences=tuple((m, m + len(part)) for part in text.split("\n") for m in (text.index(part),)),
        entities=(
            Entity(id="e1", name="Ilsa Brand", type="person"),
            Entity(id="e2", name="Harbour Union", type="organization"),
        ),
        mentions=(),
        attributions=attributions,
        claims=claims,
        times=tuple(
            Time(start=span_of(text, words).start, end=span_of(text, words).end, edtf=edtf, kind=kind)
            for words, edtf, kind in times
        ),
    )


def test_the_author_foretells_in_a_sentence_of_which_only_parts_were_claims():
    text = "The dam is old.\n- The council will probably close the dam by June; a repair before then is unlikely."
    reading = read(
        text,
        make_claim("c1", text, "The dam is old", tense="present"),
        make_claim("c2", text, "close", factuality="UU"),
        make_claim("c3", text, "the dam by June; a repair before then is unlikely.", factuality="PR+"),
        times=(("by June", "../2021-06", "interval"),),
        byline=("Ilsa Brand",),
    )
    first, second = make_forecasts(reading, {f"{reading.document.id}#e1": "actor-7"})
    assert first.text == "The council will probably close the dam by June"
    assert second.text == "a repair before then is unlikely."
    assert (first.kind, first.source, first.name) == ("prediction", "actor-7", "Ilsa Brand")
    assert (first.until, first.stated, first.factuality) == ("../2021-06", "2021-05-10", "PR+")
    assert (first.chance.low, first.chance.high, first.chance.number) == (0.55, 0.8, None)
    assert (second.chance.wording, second.until) == ("unlikely", None)
    assert reading.document.text[first.start : first.end] == first.text
    assert first.claims == ("c2", "c3")
    assert first.reasons == ("foretold in the author's own words", "how surely: “probably”", "until ../2021-06")


@pytest.mark.parametrize(
    ("published", "until"),
    [("2021-05-10", "2021-05-10/2022-05-10"), ("2021-05", "2021-05-01/2022-05-31"), (None, None)],
)
def test_a_duration_counts_from_publication(published, until):
    text = "Ilsa Brand expects a flood within a year."
    reading = read(
        text,
        make_claim("c1", text, "a flood within a year", "a1", ("author", "e1"), factuality="PR+"),
        attributions=(attribute(text, "Ilsa Brand", "expects", "a flood within a year", "e1"),),
        times=(("a year", "P1Y", "duration"),),
        published=published,
    )
    (forecast,) = make_forecasts(reading, {})
    assert (forecast.until, forecast.chance, forecast.factuality) == (until, None, "PR+")
    assert (forecast.source, forecast.name, forecast.chain) == (None, "Ilsa Brand", ("author", "e1"))


def test_a_past_date_in_the_words_is_no_deadline():
    text = "The bridge that fell in 2019 will be rebuilt on 4 July 2022."
    reading = read(
        text,
        make_claim("c1", text, text),
        times=(("2019", "2019", "date"), ("4 July 2022", "2022-07-04", "date")),
    )
    (forecast,) = make_forecasts(reading, {})
    assert forecast.until == "2022-07-04"
    past = read(text, make_claim("c1", text, text), times=(("2019", "2019", "date"),))
    assert make_forecasts(past, {})[0].until is None


def test_the_percent_may_stand_between_the_cue_and_the_content():
    text = "Ilsa Brand judges it 70 percent likely that the union will strike."
    reading = read(
        text,
        make_claim("c1", text, "that the union will strike", "a1", ("author", "e1")),
        attributions=(attribute(text, "Ilsa Brand", "judges", "that the union will strike", "e1"),),
    )
    (forecast,) = make_forecasts(reading, {})
    assert forecast.chance.number == 0.7


def test_a_sentence_that_goes_on_after_an_attribution_is_one_with_it():
    text = "We judge it likely (65%) that the mayor will be\nreplaced by March."
    reading = make_reading(
        document=make_document(text, published="2021-05-10", byline=("Ilsa Brand",)),
        sentences=((0, len(text)),),
        entities=(),
        mentions=(),
        attributions=(attribute(text, "We", "judge", "it likely (65%) that the mayor will be", None),),
        claims=(
            make_claim(
                "c1", text, "it likely (65%) that the mayor will be", "a1", ("author", "unnamed"), factuality="PR+"
            ),
            make_claim("c2", text, "replaced by March."),
        ),
    )
    (forecast,) = make_forecasts(reading, {})
    assert forecast.text == "it likely (65%) that the mayor will be\nreplaced by March."
    assert (forecast.source, forecast.name) == ("byline:ilsa brand", "Ilsa Brand")
    assert forecast.claims == ("c1", "c2")


def test_what_the_author_adds_in_the_same_sentence_is_not_widened_over_the_words_of_another():
    text = "Ilsa Brand expects a flood in the lower town, and the port of the old harbour will then be shut."
    added = "and the port of the old harbour will then be shut."
    reading = read(
        text,
        make_claim("c1", text, "a flood in the lower town", "a1", ("author", "e1")),
        make_claim("c2", text, added),
        attributions=(attribute(text, "Ilsa Brand", "expects", "a flood in the lower town", "e1"),),
    )
    assert [forecast.text for forecast in make_forecasts(reading, {})] == ["a flood in the lower town", added]


def test_what_is_read_both_as_the_authors_and_as_anothers_is_the_others():
    text = "Ilsa Brand said she will leave the council."
    reading = read(
        text,
        make_claim("c1", text, "she will leave the council", "a1", ("author", "e1")),
        make_claim("c2", text, "she will leave"),
        attributions=(attribute(text, "Ilsa Brand", "said", "she will leave the council", "e1"),),
    )
    (forecast,) = make_forecasts(reading, {})
    assert (forecast.text, forecast.name) == ("she will leave the council", "Ilsa Brand")
    assert forecast.reasons[0] == "foretold: “said”"
    she = Mention(id="m1", start=forecast.start, end=forecast.start + 3, type="PER", name=False, entity="e1")
    (own,) = make_forecasts(msgspec.structs.replace(reading, mentions=(she,)), {})
    assert (own.kind, own.reasons[0]) == ("intention", "the source's own action to come")


@pytest.mark.parametrize(
    ("byline", "publisher", "source", "name"),
    [
        ((), None, None, None),
        (("Ilsa Brand",), None, "byline:ilsa brand", "Ilsa Brand"),
        (("A", "B"), None, None, None),
        (("A", "B"), "The Gull", "publisher:the gull", "The Gull"),
    ],
)
def test_who_the_author_is(byline, publisher, source, name):
    text = "The dam will break."
    (forecast,) = make_forecasts(read(text, make_claim("c1", text, text), byline=byline, publisher=publisher), {})
    assert (forecast.source, forecast.name) == (source, name)


def test_a_promise_is_an_intention():
    text = "The Harbour Union promised to end the strike."
    reading = read(
        text,
        make_claim("c1", text, "to end the strike", "a1", ("author", "e2"), factuality="CT+"),
        make_claim("c2", text, "to end the strike", "a1", ("author", "e2"), factuality="UU"),
        attributions=(attribute(text, "Harbour Union", "promised", "to end the strike", "e2"),),
    )
    (forecast,) = make_forecasts(reading, {f"{reading.document.id}#e2": "actor-2"})
    assert (forecast.kind, forecast.source, forecast.factuality) == ("intention", "actor-2", "CT+")
    assert forecast.claims == ("c1", "c2")


def test_no_claims_and_no_sentences():
    assert make_forecasts(make_reading("", sentences=()), {}) == ()
    text = "The dam will break."
    reading = make_reading(document=make_document(text), sentences=(), mentions=(), entities=(), attributions=(),
                           claims=(make_claim("c1", text, text),))  # fmt: skip
    assert [forecast.text for forecast in make_forecasts(reading, {})] == [text]
