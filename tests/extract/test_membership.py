"""Whose the guerrillas are."""

import pytest

from averral.extract.membership import add_groups
from averral.records import Perpetrator
from tests.extract.found_events import make_mentions

TEXT = "The Salt Front and the Grey Hand met Quay Holdings. The Salt Front fled."
MENTIONS = make_mentions(
    TEXT, ("Salt Front", "ORG", True, "e1"), ("Grey Hand", "ORG", True, "e2"), ("Quay Holdings", "ORG", True, "e3")
)


def who(text, kind="individual", entity=None, confidence="reported_as_fact"):
    return Perpetrator(text=text, entity=entity, kind=kind, confidence=confidence)


FRONT = who("Salt Front", "organization", "e1")
IMPLIED = who("Salt Front", "organization", "e1", "possible")
HAND = who("the Grey Hand's men", "organization", "e2")


@pytest.mark.parametrize("words", ["guerrillas", "three REBELS", "a terrorist", "urban commandos"])
def test_fighters_are_those_of_the_group_that_the_document_gives_other_incidents_to(words):
    fighters = (who(words),)
    assert add_groups([(FRONT,), fighters], MENTIONS, (), TEXT) == [(FRONT,), (*fighters, IMPLIED)]


def test_of_several_groups_that_which_has_most_incidents():
    told = [(FRONT,), (HAND,), (FRONT, who("a clerk")), (who("rebels"),)]
    assert add_groups(told, MENTIONS, (), TEXT)[-1][-1] == IMPLIED


def test_where_no_incident_has_a_group_it_is_the_only_armed_one_that_is_named():
    told = [(who("rebels"),), ()]
    assert add_groups(told, MENTIONS, {"e1"}, TEXT) == [(who("rebels"), IMPLIED), ()]
    assert add_groups(told, MENTIONS, {"e1", "e2"}, TEXT) == told
    assert add_groups(told, MENTIONS, (), TEXT) == told


@pytest.mark.parametrize(
    "told",
    [
        [(FRONT,), (who("gunmen"),)],
        [(FRONT,), ()],
        [(FRONT,), (who("rebels"), HAND)],
        [(who("Salt Front", "organization", "e1", "denied"),), (who("rebels"),)],
    ],
)
def test_nobody_is_given_a_group_who_may_be_anybodys(told):
    assert add_groups(told, MENTIONS, {"e1"}, TEXT) == told
