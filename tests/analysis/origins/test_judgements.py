from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.origins.reports import FIRE, HARBOUR, judge, make_report, share_origin, trace

WIRE = make_report(FIRE, published="2031-02-03")
COPY = make_report(f"Blaze.\n\n{FIRE}", published="2031-02-04")
AGAIN = make_report(f"{FIRE} So it is told.", published="2031-02-05")
OTHER = make_report(HARBOUR, published="2031-02-04")
PILE = (WIRE, COPY, AGAIN, OTHER)
IDS = [reading.document.id for reading in PILE]


def own(graph, reading):
    return graph.claims[f"{reading.document.id}#c0"]


def test_a_cut_takes_a_copy_out_and_gives_it_a_report_of_its_own():
    graph = trace(*PILE, judgements=[judge(1, "cut", IDS[1], IDS[0])])
    assert not share_origin(graph, COPY, WIRE)
    assert share_origin(graph, AGAIN, WIRE)
    assert own(graph, COPY) not in (own(graph, WIRE), own(graph, OTHER))
    assert own(graph, COPY) in [origin.id for origin in graph.origins]
    assert not [link for link in graph.links if {link.document, link.source} == {IDS[0], IDS[1]}]
    assert graph.overruled == ()


def test_a_cut_can_name_the_origin():
    origin = own(trace(*PILE), WIRE)
    graph = trace(*PILE, judgements=[judge(1, "cut", IDS[1], origin)])
    assert not share_origin(graph, COPY, WIRE)


def test_a_join_makes_two_documents_rest_on_one_origin():
    graph = trace(*PILE, judgements=[judge(1, "join", IDS[3], IDS[0])])
    assert share_origin(graph, OTHER, WIRE)
    assert own(graph, OTHER) == own(graph, WIRE)
    (link,) = [link for link in graph.links if link.kind == "judged"]
    assert (link.document, link.source, link.judgement) == (IDS[3], IDS[0], 1)
    assert "ana" in link.reasons[0]
    assert len(graph.origins) == 1


def test_a_join_can_name_the_origin_and_takes_along_what_was_taken_from_the_document():
    late = make_report(f"{HARBOUR} As printed.", published="2031-02-09")
    origin = own(trace(*PILE, late), WIRE)
    graph = trace(*PILE, late, judgements=[judge(1, "join", IDS[3], origin)])
    assert own(graph, late) == own(graph, OTHER) == origin


def test_the_later_of_two_judgements_counts():
    cut, join = judge(1, "cut", IDS[1], IDS[0]), judge(2, "join", IDS[1], IDS[0])
    graph = trace(*PILE, judgements=[join, cut])
    assert share_origin(graph, COPY, WIRE)
    assert own(graph, COPY) == own(graph, WIRE)
    assert [(one.judgement.id, one.reason) for one in graph.overruled] == [(1, "a later judgement joins them")]
    undone = trace(*PILE, judgements=[judge(1, "join", IDS[3], IDS[0]), judge(2, "cut", IDS[0], IDS[3])])
    assert not share_origin(undone, OTHER, WIRE)
    assert own(undone, OTHER) == own(trace(*PILE), OTHER)


def test_what_is_withdrawn_counts_for_nothing():
    withdrawn = msgspec.structs.replace(judge(1, "join", IDS[3], IDS[0]), withdrawn="2033-06-01T00:00:00Z")
    assert trace(*PILE, judgements=[withdrawn]) == trace(*PILE)


def test_what_cannot_be_obeyed_is_told():
    origin = own(trace(*PILE), WIRE)
    wrong = [
        judge(1, "join", "sha256:nothing", IDS[0]),
        judge(2, "join", IDS[0], "origin-nothing"),
        judge(3, "cut", IDS[0], origin),
        judge(4, "join", IDS[0], IDS[0]),
    ]
    graph = trace(*PILE, judgements=wrong)
    assert [one.judgement.id for one in graph.overruled] == [1, 2, 3, 4]
    assert all(one.reason for one in graph.overruled)
    assert graph.origins == trace(*PILE).origins


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["join", "cut"]), st.sampled_from(IDS), st.sampled_from(IDS)), max_size=7),
    st.randoms(use_true_random=False),
)
def test_any_judgements_leave_every_claim_in_an_origin_that_has_its_document(made, shuffle):
    judgements = [judge(number, *what) for number, what in enumerate(made, start=1)]
    graph = trace(*PILE, judgements=judgements)
    members = {origin.id: {member.document for member in origin.members} for origin in graph.origins}
    assert all(claim.partition("#")[0] in members[origin] for claim, origin in graph.claims.items())
    mixed = list(judgements)
    shuffle.shuffle(mixed)
    assert trace(*PILE, judgements=mixed) == graph
    if judgements and judgements[-1].left != judgements[-1].right:
        left, right = (PILE[IDS.index(name)] for name in (judgements[-1].left, judgements[-1].right))
        assert share_origin(graph, left, right) is (judgements[-1].kind == "join")
