"""The page of an actor: what is said by it, about it and to it, each with who says so, how surely, and the words."""

from __future__ import annotations

import pytest

from averral.records.judgement import SourceGrade
from averral.views import ActorTally, make_actor_page
from tests.views.actors import make_case_readings, resolve_case

READINGS = make_case_readings()
ACTORS = resolve_case(*READINGS)


def find(name):
    return next(actor for actor in ACTORS if actor.name == name)


def make_page(name, grades=()):
    return make_actor_page(find(name), ACTORS, enumerate(READINGS, 1), grades)


def show(sayings):
    return [
        (s.document.number, s.claim, s.type, s.roles, s.factuality, tuple(voice.name for voice in s.by))
        for s in sayings
    ]


def test_what_is_said_by_about_and_to_an_actor():
    page = make_page("Oleth Brigade")
    assert show(page.by) == [(2, "c1", "statement", (), "CT-", ("Oleth Brigade",))]
    assert show(page.about) == [(1, "c1", "responsibility", ("perpetrator",), "CT+", ("Ministry of Roads",))]
    assert show(page.to) == [(1, "c2", "event", ("recipient",), "CT+", ())]
    assert [row.predicate for row in page.relations] == ["funds", "leads"]
    assert (page.documents, page.claims) == (2, 6)


def test_the_words_are_quoted_and_lead_to_the_document():
    page = make_page("Oleth Brigade")
    (said,) = page.by[0].quotes
    assert [run.text for run in said.runs if run.marked] == ["it had not shelled Marn"]
    assert said.anchor == f"{page.by[0].document.anchor}-a1"
    (about,) = page.about[0].quotes
    assert [run.text for run in about.runs if run.marked] == ["Oleth Brigade"]


def test_an_actor_speaks_through_the_publishers_of_its_words():
    page = make_page("Ministry of Roads")
    assert [(outlet.name, outlet.kind, outlet.claims) for outlet in page.outlets] == [("The Courier", "publisher", 1)]
    assert make_page("Oleth Brigade").outlets == ()


def test_the_page_says_why_sightings_are_one():
    page = make_page("Oleth Brigade")
    assert [(join.reason, join.times) for join in page.joins] == [("both are called “Oleth Brigade”", 1)]
    assert "the brigade" in page.aliases
    assert [(sight.document.uri, sight.entity) for sight in page.sights] == [
        ("reports/one.txt", "e1"),
        ("reports/two.txt", "e1"),
    ]


@pytest.mark.parametrize(("least", "names"), [(2, ["Oleth Brigade", "Veshland"]), (6, ["Oleth Brigade"]), (7, [])])
def test_pages_are_made_of_actors_that_enough_claims_bear_on(least, names):
    tally = ActorTally(ACTORS)
    for number, reading in enumerate(READINGS, 1):
        tally.add(number, reading)
    assert [page.name for page in tally.make_pages(least=least)] == names
    assert len(tally.make_rows()) == 2


def test_grades_are_those_of_the_actor():
    tally = ActorTally(ACTORS)
    tally.add(1, READINGS[0])
    tally.add(2, READINGS[1])
    sightings = (find("Oleth Brigade").sightings[1], find("Tarn Obel").sightings[0])
    grades = [
        SourceGrade(
            id=number,
            name="x",
            sighting=key,
            gazetteer=None,
            letter="C",
            user="u",
            reason="r",
            date="2031-01-01",
            made="",
        )
        for number, key in enumerate(sightings)
    ]
    pages = {page.name: [grade.id for grade in page.grades] for page in tally.make_pages(grades)}
    assert pages == {"Oleth Brigade": [0], "Veshland": []}
