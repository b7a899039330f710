"""B³ of partitions that are easy to count by hand, and an invented pile that is the same each time."""

import pytest

from benchmarks.actors import Pile, b_cubed, cluster_of
from tests.analysis.actors.fakes import resolve

GOLD = {"a": 1, "b": 1, "c": 1, "d": 2}


@pytest.mark.parametrize(
    ("found", "precision", "recall"),
    [
        ({"a": "x", "b": "x", "c": "x", "d": "y"}, 1, 1),
        ({"a": 1, "b": 2, "c": 3, "d": 4}, 1, (3 * 1 / 3 + 1) / 4),
        ({"a": 1, "b": 1, "c": 1, "d": 1}, (3 * 3 / 4 + 1 / 4) / 4, 1),
        ({"a": 1, "b": 1, "c": 2, "d": 2}, (1 + 1 + 0.5 + 0.5) / 4, (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4),
        ({"a": 1, "b": 1, "e": 1}, 1, 1),
        ({}, 0, 0),
    ],
)
def test_b_cubed(found, precision, recall):
    score = b_cubed(GOLD, found)
    assert (score.precision, score.recall) == pytest.approx((precision, recall))
    both = precision + recall
    assert score.f1 == pytest.approx(2 * precision * recall / both if both else 0)


def test_b_cubed_the_other_way_round_swaps_precision_and_recall():
    found = {"a": 1, "b": 2, "c": 2, "d": 2}
    one, two = b_cubed(GOLD, found), b_cubed(found, GOLD)
    assert (one.precision, one.recall) == pytest.approx((two.recall, two.precision))


def test_an_invented_pile_is_the_same_each_time_and_can_be_resolved():
    pile = list(Pile(40).sightings())
    assert pile == list(Pile(40).sightings())
    found = cluster_of(resolve(sighting for sighting, _ in pile))
    named = {sighting.key: who for sighting, who in pile if sighting.type == "person" and sighting.named}
    assert len({sighting.document for sighting, _ in pile}) == 40
    assert b_cubed(named, found).f1 > 0.5
