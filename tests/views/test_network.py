"""The drawing of relations: always the same, inside its frame, with no name on another, and no more than fits."""

from __future__ import annotations

import math

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from averral.views.layout import lay_out
from averral.views.network import make_network
from averral.views.relation_table import RelationRow
from averral.views.roster import Party


def make_row(a, b, predicate="funds", *, sign="friendly", named=True):
    return RelationRow(
        anchor=f"r{a}{predicate}{b}",
        subject=Party(f"actor-{a}", f"Name {a}", "person", named),
        predicate=predicate,
        object=Party(f"actor-{b}", f"Name {b}", "organization", named),
        sign=sign,
        standing="affirmed",
        dates=(),
        documents=1,
        tellings=(),
    )


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda pair: pair[0] != pair[1]), max_size=25))
def test_any_graph_is_laid_out_inside_its_frame_and_always_alike(ties):
    widths = [80.0] * 13
    places, height = lay_out(widths, ties, 1000.0)
    assert (places, height) == lay_out(widths, ties, 1000.0)
    assert all(0 <= x <= 1000 and 0 <= y <= height for x, y in places)
    assert len(set(places)) == 13


def test_who_is_tied_lies_nearer_than_who_is_not():
    places, _ = lay_out([60.0] * 4, [(0, 1), (1, 2), (2, 3)], 1000.0)
    assert math.dist(places[0], places[1]) < math.dist(places[0], places[2]) < math.dist(places[0], places[3])


def test_a_drawing_has_at_most_forty_nodes_and_names_come_first():
    described = [make_row(100 + n, 200 + n, named=False) for n in range(30)]
    named = [make_row(0, n) for n in range(1, 30)]
    network = make_network([*described, *named], {"actor-0"})
    assert len(network.nodes) == 40
    assert network.left_out == len(described) + len(named) - len(network.edges)
    assert {edge.row for edge in network.edges} >= {row.anchor for row in named}
    assert [node.page for node in network.nodes if node.page] == ["w0"]


@pytest.mark.parametrize(("predicate", "directed"), [("funds", True), ("fights", False)])
def test_an_edge_has_the_number_of_its_row_and_a_head_where_it_has_a_direction(predicate, directed):
    (edge,) = make_network([make_row(1, 2, predicate, sign="hostile")]).edges
    assert (edge.number, edge.sign, edge.directed) == (1, "hostile", directed)


def test_several_relations_of_two_actors_lie_apart():
    rows = [make_row(1, 2), make_row(2, 1, "attacks"), make_row(1, 2, "leads")]
    labels = [edge.label for edge in make_network(rows).edges]
    assert min(math.dist(a, b) for n, a in enumerate(labels) for b in labels[n + 1 :]) > 16


def test_the_same_rows_give_the_same_drawing():
    rows = [make_row(n, (n * 7) % 11) for n in range(1, 11)]
    assert msgspec.json.encode(make_network(rows)) == msgspec.json.encode(make_network(rows))
