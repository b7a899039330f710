from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from averral.analysis.origins import OriginIndex, list_pairs, make_fingerprint
from tests.analysis.origins.reports import (
    FIRE,
    HARBOUR,
    find_members,
    make_blocks,
    make_report,
    share_origin,
    tie_all,
    trace,
)

ROOF = FIRE[FIRE.index("Eleven labourers") : FIRE.index("By dawn")]


def links_of(graph):
    return [(link.document, link.source, link.kind, link.directed) for link in graph.links]


def test_a_report_that_another_prints_is_one_origin():
    wire = make_report(FIRE, published="2031-02-03")
    paper = make_report(f"Blaze at rope works\n\n{FIRE}", published="2031-02-04")
    graph = trace(wire, paper)
    assert links_of(graph) == [(paper.document.id, wire.document.id, "exact_copy", True)]
    assert find_members(graph, paper) == {wire.document.id: "original", paper.document.id: "exact_copy"}
    assert len(graph.origins) == 1


def test_a_third_of_a_text_in_another_is_found_with_places_in_both():
    wire, paper = make_report(FIRE, published="2031-02-03"), make_report(f"{HARBOUR} {ROOF}", published="2031-02-05")
    (link,) = trace(wire, paper).links
    assert link.kind == "partial_copy"
    (passage,) = link.passages
    assert paper.document.text[passage.start : passage.end] == ROOF.strip(". ")
    assert wire.document.text[passage.source_start : passage.source_end] == ROOF.strip(". ")
    assert link.reasons
    assert 0 < link.certainty <= 1


def test_claims_rest_on_the_source_inside_the_passage_and_on_the_document_outside():
    wire = make_report(
        FIRE, says=[("The night foreman", "counted thirty-eight names against his slate")], published="2031-02-03"
    )
    text = f"{HARBOUR} {ROOF}"
    says = [
        ("Fishermen", "had slept aboard lit their lamps"),
        ("The night foreman", "counted thirty-eight names against his slate"),
    ]
    paper = make_report(text, says=says, published="2031-02-05")
    claims = trace(wire, paper).claims
    own, copied = claims[f"{paper.document.id}#c1"], claims[f"{paper.document.id}#c2"]
    assert own == claims[f"{paper.document.id}#c0"] != copied
    assert copied == claims[f"{wire.document.id}#c0"]


def test_the_earlier_document_is_the_source_whatever_its_id():
    texts = [FIRE, f"Seen first. {FIRE}", f"{FIRE} Seen last."]
    for number, text in enumerate(texts):
        readings = [make_report(t, published=f"2031-02-{10 - (n == number):02}") for n, t in enumerate(texts)]
        first = readings[number].document.id
        assert {link.source for link in trace(*readings).links} == {first}, text


def test_without_dates_a_copy_has_no_direction_unless_it_credits_the_other():
    wire = make_report(f"CANTLE, 4 May (Halyard) — {FIRE}")
    paper = make_report(f"{FIRE}\n\nMore rain fell on the town. With reports from the coast.")
    credited = make_report(f"According to Halyard, this is so. {FIRE}")
    assert [link.directed for link in trace(wire, paper).links] == [False]
    (link,) = [link for link in trace(wire, credited).links if link.kind == "exact_copy"]
    assert (link.document, link.directed) == (credited.document.id, True)


def test_500_copies_hang_on_the_earliest_and_make_no_square_of_pairs():
    readings = [make_report(f"{FIRE} Copy {n}.", published=f"2031-02-{3 + (n > 0):02}") for n in range(500)]
    fingerprints = [make_fingerprint(reading) for reading in readings]
    pairs = list_pairs(fingerprints)
    assert len(pairs) < 20 * len(readings)
    links = trace(*readings).links
    assert len(links) == 499
    assert {link.source for link in links} == {readings[0].document.id}


def test_standing_text_of_one_outlet_links_nothing():
    about = (
        "The Cantle Lamp is printed by its readers in the old net loft and takes no money from anybody but them at all."
    )
    news = [
        FIRE,
        HARBOUR,
        ROOF.upper().replace("ELEVEN", "Nine")[:200],
        "Nobody was seen at the market today, it rained. " * 3,
    ]
    papers = [make_report(f"{text}\n\n{about}", publisher="The Cantle Lamp") for text in news]
    assert not [link for link in trace(papers[0], papers[1], papers[3]).links if link.passages]
    others = [
        make_report(f"{t}\n\n{about}", publisher=p) for t, p in ((FIRE, "The Cantle Lamp"), (HARBOUR, "Dunmarrow Post"))
    ]
    assert [link.kind for link in trace(*others).links if link.passages] == ["partial_copy"]


def test_comments_and_boilerplate_join_nothing():
    text = f"{HARBOUR}\n\n{FIRE}"
    blocks = make_blocks(text, ("The dredger", "body"), ("Flames took", "comment"))
    assert trace(make_report(text, blocks=blocks), make_report(FIRE)).links == ()


@pytest.mark.parametrize("texts", [(), ("",), ("", "word"), ("word",), ("word", "word."), ("\n\n", " ")])
def test_piles_with_nothing_in_them(texts):
    readings = [make_report(text) for text in texts]
    graph = trace(*readings)
    assert graph.links == ()
    assert len(graph.origins) == len({reading.document.id for reading in readings})
    assert set(graph.claims) == {f"{r.document.id}#{c.id}" for r in readings for c in r.claims}


def test_one_document_rests_on_itself():
    reading = make_report(FIRE)
    assert find_members(trace(reading), reading) == {reading.document.id: "original"}


def test_adding_one_document_finds_what_all_at_once_find():
    readings = [make_report(f"{text} {n}") for n, text in enumerate((FIRE, HARBOUR, ROOF, f"{HARBOUR} {ROOF}"))]
    fingerprints = [make_fingerprint(reading) for reading in readings]
    index = OriginIndex()
    found = set()
    for fingerprint in fingerprints:
        found |= {tuple(sorted((fingerprint.document, other))) for other in index.find(fingerprint)}
        index.add(fingerprint)
    assert found == {tuple(sorted(pair)) for pair in list_pairs(fingerprints)}
    assert found


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(5)))
def test_the_order_of_documents_changes_nothing(order):
    texts = [FIRE, f"{HARBOUR} {ROOF}", f"{ROOF} As told.", HARBOUR, f"Again: {FIRE}"]
    readings = [make_report(text, says=[], published=None if n % 2 else "2031-02-03") for n, text in enumerate(texts)]
    shuffled = [readings[place] for place in order]
    assert trace(*shuffled) == trace(*readings)
    assert sorted(tie_all(shuffled), key=repr) == sorted(tie_all(readings), key=repr)


def test_two_reports_of_different_things_share_no_origin():
    one, two = make_report(FIRE, published="2031-02-03"), make_report(HARBOUR, published="2031-02-03")
    assert not share_origin(trace(one, two), one, two)
