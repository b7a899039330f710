from __future__ import annotations

import pytest

from averral.analysis.origins.credits import iter_credits
from averral.analysis.origins.notices import list_notices
from averral.analysis.origins.outlets import find_slug, list_outlets
from tests.analysis.origins.reports import FIRE, HARBOUR, make_report, share_origin, trace
from tests.builders import make_document


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The toll was nine, the Coast Agency reported on Monday.", "Coast Agency"),
        ("It fell at noon, according to Radio Cantle.", "Radio Cantle"),
        ("H/T The Dunmarrow Post for the picture.", "Dunmarrow Post"),
        ("A new list (via Halyard) has six names.", "Halyard"),
        ("Copyright 2031 Coast Agency. All rights reserved.", "Coast Agency"),
        ("© 2031 Coast Agency", "Coast Agency"),
        ("She told Halyard that she had seen nothing.", "Halyard"),
        ("HE SAID ON RADIO CANTLE OF 21 MARCH THAT IT RAINED.", "RADIO CANTLE"),
        ("The Lamp's report of two men was wrong.", "Lamp"),
    ],
)
def test_credits(text, name):
    assert name in [found for found, _, _ in iter_credits(text)]
    assert all(text[start:end] == found for found, start, end in iter_credits(text))


@pytest.mark.parametrize("text", ["", "He lives in Cantle.", "On Monday it rained.", "in due time and on foot"])
def test_no_credits(text):
    assert list(iter_credits(text)) == []


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("PELL SOUND, 4 May (Halyard) — Two boats sank.", ["Halyard"]),
        ("THE CANTLE LAMP\n\nTwo boats sank in the night.", ["THE CANTLE LAMP"]),
        ("**Cantle Notes, no. 4** | 9 June 2031\n\nTwo boats sank.", ["Cantle Notes"]),
        ("The Cantle Lamp\nThursday, 9 June 2031\n\nTwo boats sank.", ["The Cantle Lamp"]),
        ("Ministry of Fisheries of Orn\n\nTwo boats sank.", ["Ministry of Fisheries of Orn"]),
        ("Two Boats Sink\n\nTwo boats sank in the night.", []),
        ("Interview with Wim Stadder, keeper of the lock, on 9 June\n\nQ: Well?", ["Wim Stadder, keeper of the lock"]),
        ("Two boats sank in the night.", []),
        ("", []),
    ],
)
def test_outlets(text, outlets):
    assert list(list_outlets(make_document(text))) == outlets


def test_the_account_of_a_post_is_its_outlet():
    assert list_outlets(make_document("rain again", uri="https://warble.example/CantleLamp/7712")) == ("Cantle Lamp",)
    assert list_outlets(make_document("rain again", uri="https://lamp.example/2031/rain")) == ()


def test_a_slug_needs_a_dateline():
    assert find_slug(make_document("PELL SOUND, 4 May (Halyard) — Two boats sank."))[0] == "Halyard"
    assert find_slug(make_document("Two boats (one new) — both sank.")) is None


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("CORRECTION: the toll was six.", ["correction"]),
        ("In an earlier version we gave nine names.", ["correction"]),
        ("After talks with the family we withdraw the report.", ["retraction"]),
        ("UPDATE 2 - more boats", ["update"]),
        ("The council will update its correctional rules.", []),
    ],
)
def test_notices(text, kinds):
    assert sorted({notice.kind for notice in list_notices(make_document(text))}) == kinds


def test_a_credited_outlet_without_a_document_is_an_origin_by_name():
    reading = make_report(
        f"{HARBOUR} The Coast Agency reported nine boats lost.", [("Coast Agency", "nine boats lost")]
    )
    graph = trace(reading)
    (outlet,) = [origin for origin in graph.origins if origin.kind == "outlet"]
    assert "Coast Agency" in outlet.what
    assert graph.claims[f"{reading.document.id}#c1"] == outlet.id
    assert [(link.kind, link.outlet, link.source) for link in graph.links] == [("credit", "Coast Agency", None)]


def test_a_credit_leads_to_the_document_of_the_outlet_that_it_fits():
    wire = make_report(f"PELL SOUND, 4 May (Coast Agency) — {HARBOUR}", published="2031-05-04")
    other = make_report(f"PELL SOUND, 3 May (Coast Agency) — {FIRE}", published="2031-05-03")
    says = "the dredger that blocked the mouth of Cantle harbour was towed clear by three tugs and a diver"
    paper = make_report(
        f"All is well. The Coast Agency reported that {says}.", [("Coast Agency", says)], published="2031-05-05"
    )
    graph = trace(wire, other, paper)
    assert share_origin(graph, wire, paper)
    assert not share_origin(graph, other, paper)
    assert graph.claims[f"{paper.document.id}#c1"] == graph.claims[f"{wire.document.id}#c0"]


def test_one_outlet_credited_for_two_matters_is_two_origins():
    one = make_report(f"{HARBOUR} The Coast Agency reported nine boats lost.", [("Coast Agency", "nine boats lost")])
    two = make_report(f"{FIRE} The Coast Agency reported a dry spring.", [("Coast Agency", "a dry spring")])
    assert not share_origin(trace(one, two), one, two)


def test_an_outlet_does_not_credit_itself():
    reading = make_report(f"{HARBOUR} She told the Cantle Lamp that it was late.", publisher="The Cantle Lamp")
    assert [origin.kind for origin in trace(reading).origins] == ["report"]


def test_a_correction_supersedes_the_earlier_report_of_its_outlet():
    first = make_report(FIRE, publisher="Coast Agency", published="2031-02-03")
    other = make_report(HARBOUR, publisher="Coast Agency", published="2031-02-03")
    rival = make_report(f"{FIRE} Seen by all.", publisher="Dunmarrow Post", published="2031-02-03")
    text = f"CORRECTION: five labourers, not four, had stopped breathing at the rope works. {FIRE[:420]}"
    fixed = make_report(text, publisher="Coast Agency", published="2031-02-04")
    found = [link for link in trace(first, other, rival, fixed).links if link.kind == "supersedes"]
    assert [(link.document, link.source, link.directed) for link in found] == [
        (fixed.document.id, first.document.id, True)
    ]
    (span,) = found[0].spans
    assert text[span.start : span.end] == "CORRECTION"


def test_a_correction_of_nothing_that_is_here_supersedes_nothing():
    fixed = make_report(f"CORRECTION: five, not four. {FIRE}", publisher="Coast Agency", published="2031-02-04")
    later = make_report(f"{FIRE} More.", publisher="Coast Agency", published="2031-02-09")
    rival = make_report(FIRE, publisher="Dunmarrow Post", published="2031-02-03")
    assert [link for link in trace(fixed, later, rival).links if link.kind == "supersedes"] == []
