from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from averral.analysis.origins import make_fingerprint
from averral.analysis.origins.avowals import is_avowal
from tests.analysis.origins.reports import FIRE, HARBOUR, find_members, make_report, share_origin, trace

QUOTE = '"Nobody sold us that powder, we boiled it ourselves in a wash house"'
GUARD = f"{QUOTE}, said Orla Benn of the Tollgate Guard. "
BOARD = "HARBOUR BOARD OF CANTLE\nPress office, 9 June 2031\n\n"
ORDER = (
    "The Harbour Board has closed the northern quay to lighters of more than forty tons until its piles are driven "
    "anew. Nineteen skippers get berths at Pell Sound. A gratuity of six crowns a day is paid from the dredging fund."
)
QUAY = "the quay in the north is closed to lighters of over forty tons, and nineteen skippers get berths at Pell Sound"


def make_papers(**dates):
    """Two papers with the same words of one speaker, and otherwise of different things."""
    says = [("Orla Benn", QUOTE.strip('"'))]
    one = make_report(f"{GUARD}{HARBOUR}", says, published=dates.get("one", "2031-06-09"))
    two = make_report(f"{FIRE} {GUARD}", says, published=dates.get("two", "2031-06-10"))
    return one, two


def test_the_same_quoted_words_of_one_speaker_are_one_statement():
    one, two = make_papers()
    graph = trace(one, two)
    (statement,) = [origin for origin in graph.origins if origin.kind == "statement"]
    assert {member.document for member in statement.members} == {one.document.id, two.document.id}
    assert "Orla Benn" in statement.what
    assert graph.claims[f"{one.document.id}#c1"] == graph.claims[f"{two.document.id}#c1"] == statement.id
    assert graph.claims[f"{one.document.id}#c0"] != graph.claims[f"{two.document.id}#c0"]


def test_the_same_speaker_on_another_matter_is_another_statement():
    one = make_report(f"Orla Benn said the ferry was late. {HARBOUR}", [("Orla Benn", "the ferry was late")])
    two = make_report(f"{FIRE} Orla Benn said she would stand again.", [("Orla Benn", "she would stand again")])
    assert not share_origin(trace(one, two), one, two)


def test_the_same_words_of_two_speakers_are_no_statement():
    says = "the levy is a tax on rain and nothing else at all"
    one = make_report(f"Orla Benn said {says}. {HARBOUR}", [("Orla Benn", says)])
    two = make_report(f"{FIRE} Wim Stadder said {says}.", [("Wim Stadder", says)])
    assert not share_origin(trace(one, two), one, two)


def test_names_that_differ_are_one_where_the_case_knows_the_actor():
    says = "the lock gate was left open by the night watch, and nineteen barges went over the weir before breakfast"
    one = make_report(f"The keeper said {says}. {HARBOUR}", [("The keeper", says)])
    two = make_report(f"{FIRE} Wim Stadder said {says}.", [("Wim Stadder", says)])
    keys = (f"{one.document.id}#e1", f"{two.document.id}#e1")
    assert share_origin(trace(one, two, actor_of=dict.fromkeys(keys, "a")), one, two)


def test_a_document_that_is_the_statement_is_the_origin_of_those_that_relay_it():
    board = make_report(f"{BOARD}{ORDER}", published="2031-06-09")
    says = QUAY
    paper = make_report(
        f"The Harbour Board of Cantle says that {says}. {FIRE}",
        [("Harbour Board of Cantle", says)],
        published="2031-06-10",
    )
    graph = trace(board, paper)
    assert find_members(graph, board) == {board.document.id: "original", paper.document.id: "relay"}
    assert graph.claims[f"{paper.document.id}#c1"] == graph.claims[f"{board.document.id}#c0"]
    (link,) = [link for link in graph.links if link.kind == "relay"]
    assert (link.document, link.source, link.directed) == (paper.document.id, board.document.id, True)
    assert link.reasons


def test_nobody_relays_what_was_said_later():
    board = make_report(f"{BOARD}{ORDER}", published="2031-06-09")
    says = QUAY
    early = make_report(
        f"The Harbour Board of Cantle says that {says}. {FIRE}",
        [("Harbour Board of Cantle", says)],
        published="2031-06-02",
    )
    assert not share_origin(trace(board, early), board, early)


def test_statements_of_different_days_stay_apart():
    def make(day, rest):
        says = "the piles of the northern quay are rotten and nineteen of them must be drawn"
        says = says if rest == HARBOUR else "nineteen rotten piles of the northern quay must be drawn by divers"
        text = f"On {day} June the Harbour Board of Cantle said that {says}. {rest}"
        return make_report(
            text,
            [("Harbour Board of Cantle", says)],
            times=[(f"{day} June", f"2031-06-{day:02}")],
            published="2031-06-30",
        )

    assert not share_origin(trace(make(4, HARBOUR), make(11, FIRE)), make(4, HARBOUR), make(11, FIRE))
    assert share_origin(trace(make(4, HARBOUR), make(4, FIRE)), make(4, HARBOUR), make(4, FIRE))


def test_a_copy_adds_no_statement_of_its_own():
    says = [("Orla Benn", QUOTE.strip('"'))]
    wire = make_report(f"{GUARD}{HARBOUR}", says, published="2031-06-09")
    copy = make_report(f"At the gate\n\n{GUARD}{HARBOUR}", says, published="2031-06-10")
    graph = trace(wire, copy)
    assert [origin.kind for origin in graph.origins] == ["report"]
    assert len(set(graph.claims.values())) == 1
    other = make_report(f"{FIRE} {GUARD}", says, published="2031-06-11")
    (statement,) = [origin for origin in trace(wire, copy, other).origins if origin.kind == "statement"]
    assert {member.document for member in statement.members} == {r.document.id for r in (wire, copy, other)}


def test_a_fingerprint_is_made_once_and_stored_as_json():
    import msgspec

    from averral.records.origin import Fingerprint

    found = make_fingerprint(make_papers()[0])
    assert msgspec.json.decode(msgspec.json.encode(found), type=Fingerprint) == found
    assert found == make_fingerprint(make_papers()[0])


def test_the_day_of_a_heading_stands_in_for_a_missing_date():
    dated = make_report(f"{BOARD}{ORDER}", times=[("9 June 2031", "2031-06-09")])
    later = make_report(f"{ORDER} It was said on 9 June 2031 so.", times=[("9 June 2031", "2031-06-09")])
    assert make_fingerprint(dated).published == "2031-06-09"
    assert make_fingerprint(later).published is None


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(4)), st.sampled_from(["2031-06-09", None]))
def test_the_order_of_documents_changes_no_statement(order, day):
    one, two = make_papers(one=day)
    readings = [
        one,
        two,
        make_report(f"{BOARD}{ORDER}"),
        make_report(FIRE, [("Neighbours", "a chain with milk churns")]),
    ]
    assert trace(*(readings[place] for place in order)) == trace(*readings)


@pytest.mark.parametrize("published", [None, "2031", "2031-06-XX", "not a date", "2031-06-09/2031-06-12"])
def test_any_date_will_do(published):
    one, two = make_papers(one=published)
    assert share_origin(trace(one, two), one, two)


LETTER = (
    "THE TOLLGATE GUARD\n\nWe took the toll house at Cantle in the dark, and we gave the keeper his coat. Our men are "
    "all back safe. What the crown built on our road we will not pay for, and the lock at Pell Sound is ours as well."
)


def test_a_claim_of_a_deed_in_few_words_is_of_the_letter_that_makes_it():
    letter = make_report(LETTER, published="2031-06-09")
    text = (
        f"The toll house at Cantle was taken in the dark, and the keeper walked to the lock at Pell Sound in his coat. "
        f"The Tollgate Guard claimed the attack. No toll has been paid on the road since, the crown is silent. {FIRE}"
    )
    paper = make_report(text, [("Tollgate Guard", "claimed the attack")], published="2031-06-11")
    graph = trace(letter, paper)
    assert share_origin(graph, letter, paper)
    assert any("claim of the deed" in reason for link in graph.links for reason in link.reasons)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Guard claimed responsibility.", True),
        ("They have admitted the bombing", True),
        ("Responsibility was claimed by letter", True),
        ("The Guard say that they did, and in the dark", True),
        ("The Guard asked for bread.", False),
        ("He claimed his pension.", False),
    ],
)
def test_avowals(text, found):
    assert is_avowal(text, (), None) is found
