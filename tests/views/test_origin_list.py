"""Origins on a page: who passes on what, and where a copy differs from its source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.records.origin import Origin, OriginGraph, OriginLink, OriginMember, Passage
from averral.views.origin_list import PassageTally, choose_passages, lay_side_by_side, make_origin_list
from averral.views.overview import make_overview
from tests.builders import make_document, make_reading

FIRST = "Gunmen burned the ferry terminal at dawn."
SECOND = "Armed men burned the ferry terminal at dawn, police said."
READINGS = tuple(
    make_reading(text, document=make_document(text, uri=f"{number}.txt", title=f"No. {number}"), attributions=(),
                 claims=(), mentions=(), entities=(), sentences=())
    for number, text in enumerate((FIRST, SECOND), 1)
)  # fmt: skip
ONE, TWO = (reading.document.id for reading in READINGS)
LINK = OriginLink(
    document=TWO, source=ONE, kind="partial_copy", directed=True, passages=(Passage(0, 43, 0, 40, 6, 8),),
    certainty=0.9, reasons=("6 words are the same",),
)  # fmt: skip
GRAPH = OriginGraph(
    origins=(
        Origin(
            id="origin-1", kind="report", what="the report by Coast",
            members=(
                OriginMember(document=TWO, kind="partial_copy", of=ONE),
                OriginMember(document=ONE, kind="original"),
            ),
        ),
        Origin(id="origin-2", kind="report", what="alone", members=(OriginMember(document=TWO, kind="original"),)),
    ),
    links=(LINK, OriginLink(document=TWO, source=ONE, kind="supersedes", directed=True)),
)  # fmt: skip


def show(graph):
    tally = PassageTally(graph.links)
    for reading in READINGS:
        tally.add(reading)
    return make_origin_list(graph, tally, make_overview(READINGS).documents)


def test_only_what_several_documents_share_is_shown_and_the_rest_counted():
    found = show(GRAPH)
    assert (found.alone, [origin.id for origin in found.origins]) == (1, ["origin-1"])
    assert [(m.number, m.kinds, m.of) for m in found.origins[0].members] == [
        (1, ("original",), None), (2, ("partial_copy",), 1),
    ]  # fmt: skip
    assert [link.kind for link in found.corrections] == ["supersedes"]


def test_a_link_shows_its_passages_side_by_side():
    (link,) = show(GRAPH).origins[0].links
    (copy,) = link.copies
    assert (link.number, link.source, link.reasons) == (2, 1, ("6 words are the same",))
    assert [run.text for run in copy.passage if run.marked] == ["Armed men"]
    assert [run.text for run in copy.source if run.marked] == ["Gunmen"]
    assert 0.5 < copy.kept < 1


def test_a_document_that_is_not_there_is_named_by_its_id():
    graph = OriginGraph(
        origins=(
            Origin(
                id="origin-1", kind="outlet", what="Coast",
                members=tuple(OriginMember(document=name, kind="credit") for name in ("sha256:gone", ONE)),
            ),
        ),
        links=(OriginLink(document=ONE, outlet="Coast", kind="credit", directed=True),),
    )  # fmt: skip
    (origin,) = show(graph).origins
    assert {member.title for member in origin.members} == {"sha256:gone", "No. 1"}
    assert [link.outlet for link in origin.links] == ["Coast"]


@given(st.text(alphabet="ab \n.", max_size=40), st.text(alphabet="ab \n.", max_size=40))
def test_nothing_of_either_side_is_lost(one, two):
    copy = lay_side_by_side(one, two)
    assert ("".join(run.text for run in copy.passage), "".join(run.text for run in copy.source)) == (one, two)
    assert 0 <= copy.kept <= 1


def test_a_passage_that_is_its_source_has_no_mark():
    copy = lay_side_by_side("The  Pier\nburned.", "the pier burned.")
    assert copy.kept == 1.0
    assert not any(run.marked for run in (*copy.passage, *copy.source))


@pytest.mark.parametrize(("lengths", "kept"), [((5, 9, 2, 7), (5, 9, 7)), ((), ())])
def test_of_many_passages_the_longest_are_shown_in_their_order(lengths, kept):
    passages = [Passage(place * 100, place * 100 + 9, 0, 9, length, length) for place, length in enumerate(lengths)]
    assert tuple(passage.length for passage in choose_passages(passages)) == kept
