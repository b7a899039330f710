"""Incidents as records, from events whose group is given."""

from typing import Any

import msgspec
import pytest

from averral.extract.casualties import CasualtyFigure
from averral.extract.event import FoundEvent
from averral.extract.happening import group_events
from averral.extract.incidents import Scene, make_incidents
from averral.extract.participants import Participants
from averral.records import Casualties, Filler, Incident, Span
from tests.extract.found_events import make_event, make_mentions

TEXT = "They shelled the old mill and the Mill. Rebels then burned the old  mill with torches; Dara Moss and it fell."


MILL = tuple(
    msgspec.structs.replace(m, id=f"m{n}")
    for n, m in enumerate(make_mentions(TEXT, ("the old mill", "FAC", False, None), ("Rebels", "GPE", True, None)), 1)
)


def make(*events: FoundEvent, mentions: tuple = (), **fields: Any) -> tuple[Incident, ...]:
    happenings = group_events(events)
    given = {
        "dates": [None] * len(events),
        "places": [None] * len(events),
        "tolls": {},
        "perpetrators": [()] * len(happenings),
    }
    scene = Scene(text=TEXT, events=events, participants=Participants(TEXT, mentions), **{**given, **fields})
    return make_incidents(scene, happenings)


def shelled(*arguments: tuple[str, str], **fields: Any) -> FoundEvent:
    return make_event(TEXT, "shelled", *arguments, **{"type": "shelling", "incident": "shelling", **fields})


def burned(*arguments: tuple[str, str], **fields: Any) -> FoundEvent:
    return make_event(TEXT, "burned", *arguments, **{"type": "arson", "incident": "arson", **fields})


def test_no_happening_no_incident():
    assert make() == make(shelled(incident=None)) == ()


def test_each_happening_is_a_record_with_its_events():
    first, second = make(shelled(), shelled(incident=None), burned(tense="future"), shelled(number=0, earlier=0))
    assert (first.id, first.type, first.stage, first.events) == ("i1", "shelling", "accomplished", ("v1", "v4"))
    assert (second.id, second.type, second.stage, second.events) == ("i2", "arson", "threatened", ("v3",))


@pytest.mark.parametrize(
    ("dates", "date"),
    [
        ((None, None), None),
        ((None, "2031-05"), "2031-05"),
        (("2031", "2031-05-12"), "2031-05-12"),
        (("2031-05-12", "2031-05-13"), "2031-05-12"),
        (("2031-05-12", "2031-05-12T21:30"), "2031-05-12"),
        (("2031-05-12/2031-05-14", "2031-05-13"), "2031-05-13"),
        ((None, "2031-05-12/2031-05-14"), "2031-05-12/2031-05-14"),
    ],
)
def test_the_most_exact_date_stands(dates: tuple[str | None, ...], date: str | None):
    (incident,) = make(shelled(), burned(earlier=0), dates=dates)
    assert incident.edtf == date


@pytest.mark.parametrize("kind", ["threat", "demand", "release", "rescue", "disappearance", "trial"])
def test_words_about_a_deed_and_its_aftermath_do_not_date_or_place_it(kind: str):
    events = shelled(), burned(type=kind, incident="shelling", earlier=0)
    (undated,) = make(*events, dates=[None, "2031-05-14"], places=[None, "m1"], mentions=MILL)
    (dated,) = make(*events, dates=["2031-05", "2031-05-14"], places=["m2", "m1"], mentions=MILL)
    assert (undated.edtf, undated.place) == (None, None)
    assert (dated.edtf, dated.place) == ("2031-05", "m2")


def test_an_incident_that_is_an_aftermath_has_its_own_date():
    (incident,) = make(burned(type="displacement", incident="displacement"), dates=["2031-05-14"])
    assert (incident.type, incident.edtf) == ("displacement", "2031-05-14")


def test_a_deed_dates_an_incident_before_what_it_led_to():
    events = burned(type="death", incident="shelling"), shelled(earlier=0)
    (both,) = make(*events, dates=["2031-05-14", "2031-05"])
    (one,) = make(*events, dates=["2031-05-14", None])
    assert (both.edtf, one.edtf) == ("2031-05", "2031-05-14")


def test_each_incident_has_a_place_of_its_own():
    assert [i.place for i in make(shelled(), burned(earlier=0), places=[None, "m2"], mentions=MILL)] == ["m2"]
    assert [i.place for i in make(shelled(), burned(), places=["m1", None], mentions=MILL)] == ["m1", None]


def test_fillers_of_all_events_each_once():
    (incident,) = make(
        shelled(("target", "the old mill"), ("target", "the Mill"), ("victim", "Dara Moss")),
        burned(("target", "the old  mill"), ("instrument", "torches"), earlier=0),
        mentions=make_mentions(TEXT, ("Dara Moss", "PER", True, "e2")),
    )
    assert incident.targets == (Filler(text="old mill", name=False), Filler(text="Mill", name=False))
    assert incident.victims == (Filler(text="Dara Moss", entity="e2", name=True),)
    assert incident.instruments == (Filler(text="torches", name=False),)


def test_one_entity_is_one_filler():
    (incident,) = make(
        shelled(("target", "the old mill"), ("target", "the Mill")),
        mentions=make_mentions(TEXT, ("the old mill", "FAC", False, "e5"), ("the Mill", "FAC", True, "e5")),
    )
    assert incident.targets == (Filler(text="Mill", entity="e5", name=True),)


def test_a_pronoun_is_no_filler_and_hides_none():
    (incident,) = make(
        shelled(("victim", "They")),
        burned(("victim", "Rebels"), ("target", "it"), earlier=0),
        mentions=make_mentions(TEXT, ("They", "PER", False, "e4"), ("Rebels", "PER", False, "e4")),
    )
    assert [v.text for v in incident.victims] == ["Rebels"]
    assert incident.targets == ()


def test_figures_stand_with_their_incident():
    figure = CasualtyFigure("killed", 3, None, 0, 4, Span(5, 12), Span(0, 39))
    first, second = make(shelled(), burned(), tolls={1: [figure]})
    assert first.casualties == ()
    assert second.casualties == (Casualties(kind="killed", low=3, high=None, start=0, end=4),)
