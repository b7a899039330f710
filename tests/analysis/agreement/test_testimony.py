"""What one document's reading comes to: who takes which stance, in which words, and on whose behalf."""

from __future__ import annotations

import re

import msgspec
import pytest

from averral.analysis.agreement import make_testimony
from averral.analysis.agreement.page import Page
from averral.records import (
    Casualties,
    Claim,
    Entity,
    Event,
    Incident,
    Mention,
    Perpetrator,
    Place,
    Proposition,
    Relation,
    Time,
    Trigger,
)
from tests.builders import make_document, make_reading, span_of

TEXT = (
    "The Salt Front burned the pier of Lunt on 12 May, police said. Thirty soldiers died. Orn pays the Salt Front. "
    "Nobody torched the mill."
)
SENTENCES = tuple(match.span() for match in re.finditer(r"\S.*?\.(?= |$)", TEXT))
ENTITIES = (
    Entity(id="e1", name="Salt Front", type="organization"),
    Entity(id="e2", name="police", type="organization"),
    Entity(id="e3", name="pier", type="place"),
    Entity(id="e4", name="Orn", type="place"),
)


def mention(name, words, kind, entity, *, named=True):
    span = span_of(TEXT, words)
    return Mention(id=name, start=span.start, end=span.end, type=kind, name=named, entity=entity)


MENTIONS = (
    mention("m1", "The Salt Front", "ORG", "e1"),
    mention("m2", "police", "ORG", "e2", named=False),
    mention("m3", "the pier", "FAC", "e3", named=False),
    mention("m4", "Orn", "GPE", "e4"),
    mention("m5", "Lunt", "GPE", None),
)


def claim(name, kind="responsibility", chain=("author",), factuality="CT+", words="burned the pier", **about):
    span = span_of(TEXT, words)
    return Claim(
        id=name, start=span.start, end=span.end, attribution=None, chain=chain, factuality=factuality,
        proposition=Proposition(type=kind, **about),
    )  # fmt: skip


def read(*claims, perpetrators=(), casualties=(), publisher=None, relations=()):
    deed, other, day = (span_of(TEXT, words) for words in ("burned", "torched", "12 May"))
    place = Place(mention="m5", geonames=7, lat=1.0, lon=2.0)
    return msgspec.structs.replace(
        make_reading(TEXT, document=make_document(TEXT, published="2031-05-13", publisher=publisher)),
        entities=ENTITIES, mentions=MENTIONS, attributions=(), claims=claims, relations=relations, places=(place,),
        times=(Time(start=day.start, end=day.end, edtf="2031-05-12", kind="date"),),
        sentences=SENTENCES,
        events=(
            Event(id="v1", type="arson", trigger=Trigger(start=deed.start, end=deed.end), edtf="2031-05-12"),
            Event(id="v2", type="arson", trigger=Trigger(start=other.start, end=other.end)),
        ),
        incidents=(
            Incident(
                id="i1", type="arson", stage="accomplished", events=("v1", "v2"), edtf="2031-05-12", place="m5",
                perpetrators=perpetrators, casualties=casualties,
            ),
        ),
    )  # fmt: skip


def answers(reading):
    return [
        (each.name, each.speaker, each.answer)
        for each in make_testimony(reading).stances
        if each.kind == "responsibility"
    ]


ABOUT = {"subject": "e1", "incident": "i1"}


@pytest.mark.parametrize(
    ("one", "confidence", "answer"),
    [
        (claim("c1", **ABOUT), "reported_as_fact", "reported_as_fact_by"),
        (claim("c1", chain=("author", "e2"), **ABOUT), "suspected_or_accused_by_authorities", "accused_by"),
        (claim("c1", chain=("author", "e2"), **ABOUT), "reported_as_fact", "accused_by"),
        (claim("c1", chain=("author", "e1"), **ABOUT), "claimed_or_admitted", "claimed_by"),
        (claim("c1", chain=("author", "e1"), **ABOUT), "suspected_or_accused", "claimed_by"),
        (claim("c1", chain=("author", "e1"), factuality="CT-", **ABOUT), "denied", "denied_by"),
        (claim("c1", chain=("author", "unnamed"), **ABOUT), "possible", "accused_by"),
    ],
)
def test_how_a_claim_connects_an_actor_with_an_incident(one, confidence, answer):
    who = Perpetrator(text="Salt Front", entity="e1", kind="organization", confidence=confidence, claims=("c1",))
    assert answers(read(one, perpetrators=(who,))) == [("Salt Front", one.chain[-1], answer)]


def test_what_the_issuer_says_of_itself_is_a_claim_and_of_others_an_accusation():
    assert answers(read(claim("c1", **ABOUT), publisher="SALT FRONT")) == [("Salt Front", "author", "claimed_by")]
    assert answers(read(claim("c1", **ABOUT), publisher="The Police")) == [("Salt Front", "author", "accused_by")]
    assert make_testimony(read(publisher="SALT FRONT")).issuer == "e1"
    assert make_testimony(read(publisher="The Lamp")).issuer is None


def test_a_perpetrator_without_a_claim_is_nobodys_statement():
    who = Perpetrator(text="two men", kind="individual", confidence="reported_as_fact")
    assert answers(read(perpetrators=(who,))) == []


def test_of_words_in_which_a_speaker_claims_others_are_not_meant():
    both = (
        claim("c1", chain=("author", "e1"), **ABOUT),
        claim("c2", chain=("author", "e1"), subject="e4", incident="i1"),
    )
    assert [name for name, _, _ in answers(read(*both))] == ["Salt Front"]


def test_that_nobody_has_claimed_it_is_a_stance_of_its_own():
    reading = read(claim("c1", incident="i1", factuality="CT-"))
    assert next(each.kind for each in make_testimony(reading).stances) == "unclaimed"


def test_figures_keep_their_range_their_speaker_and_whom_they_count():
    span = span_of(TEXT, "Thirty")
    figure = Casualties(kind="killed", low=30, high=None, start=span.start, end=span.end, claim="c1")
    one = claim("c1", "casualties", chain=("author", "e2"), words="Thirty", incident="i1")
    (toll,) = [each for each in make_testimony(read(one, casualties=(figure,))).stances if each.kind == "casualties"]
    assert (toll.low, toll.high, toll.figure, toll.speaker, toll.name) == (30, None, "killed", "e2", "soldier")


def test_date_and_place_of_an_incident_are_the_authors():
    found = {each.kind: each for each in make_testimony(read()).stances}
    assert (found["date"].edtf, found["date"].speaker) == ("2031-05-12", "author")
    assert (found["place"].name, found["place"].geonames) == ("Lunt", 7)


def test_relations_and_events_are_asserted_or_denied():
    tie = Relation(id="r1", subject="e4", predicate="funds", object="e1", start=0, end=3, edtf="2031")
    found = make_testimony(
        read(
            claim("c1", "relation", relation="r1", factuality="CT-", words="pays"),
            claim("c2", "event", event="v1", factuality="CT-"),
            claim("c3", "event", event="v2", factuality="CT-", words="torched"),
            relations=(tie,),
        )
    )
    (relation,) = [each for each in found.stances if each.kind == "relation"]
    (event,) = [each for each in found.stances if each.kind == "event"]
    assert (relation.actor, relation.predicate, relation.other, relation.against) == ("e4", "funds", "e1", True)
    assert (event.name, event.predicate, event.against) == ("torched", "arson", True)
    assert found.names["e4"] == "Orn"


def test_it_can_be_stored_and_read_back():
    found = make_testimony(read(claim("c1", **ABOUT)))
    assert msgspec.json.decode(msgspec.json.encode(found), type=type(found)) == found


def test_a_document_of_nothing():
    assert make_testimony(make_reading("", document=make_document(""), attributions=(), claims=(), entities=(),
                                       mentions=(), sentences=())).stances == ()  # fmt: skip


def test_each_take_of_a_document_has_the_day_above_it():
    text = "LUNT 12 May\nThe Front burned the mill.\n\nLUNT 14 May\nThe Front burned the pier on 12 May.\n"
    days = [text.index("12 May"), text.index("14 May"), text.rindex("12 May")]
    times = tuple(
        Time(start=start, end=start + 6, edtf=f"2031-05-{text[start : start + 2]}", kind="date") for start in days
    )
    page = Page(msgspec.structs.replace(make_reading(text), times=times))
    found = [page.find_day(text.index(words)) for words in ("LUNT", "mill", "LUNT 14", "pier")]
    assert found == ["2031-05-12", "2031-05-12", "2031-05-14", "2031-05-14"]
    assert Page(make_reading(text)).find_day(0) is None
