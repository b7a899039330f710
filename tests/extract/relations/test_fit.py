import pytest

from averral.extract.relations.fit import can_relate, is_figure
from averral.records import Mention


def actor(number: int, kind: str, entity: str | None = None, *, name: bool = True) -> Mention:
    return Mention(id=f"m{number}", start=20 * number, end=20 * number + 9, type=kind, name=name, entity=entity)


@pytest.mark.parametrize(
    ("one", "predicate", "other", "fits"),
    [
        ("PER", "member_of", "ORG", True),
        ("PER", "member_of", "GPE", True),
        ("ORG", "member_of", "GPE", False),
        ("PER", "member_of", "PER", False),
        ("FAC", "attacks", "ORG", False),
        ("FAC", "hosts", "ORG", True),
        ("ORG", "attacks", "FAC", True),
        ("ORG", "funds", "FAC", False),
        ("PER", "meets", "GPE", False),
        ("GPE", "meets", "GPE", True),
        ("PER", "created", "ORG", True),
        ("PER", "created", "PER", False),
        ("ORG", "succeeds", "PER", False),
        ("ORG", "splits_from", "ORG", True),
        ("ORG", "leads", "PER", False),
    ],
)
def test_the_types_must_allow_it(one: str, predicate: str, other: str, *, fits: bool):
    assert can_relate(actor(1, one), predicate, actor(2, other), verbal=False) is fits


def test_a_verb_makes_nobody_a_member_of_a_state():
    assert not can_relate(actor(1, "PER"), "member_of", actor(2, "GPE"), verbal=True)


def test_nobody_is_anything_to_themselves():
    assert not can_relate(actor(1, "ORG", "e1"), "funds", actor(2, "ORG", "e1"), verbal=True)
    assert not can_relate(actor(1, "ORG"), "funds", actor(1, "ORG"), verbal=True)
    assert can_relate(actor(1, "ORG"), "funds", actor(2, "ORG"), verbal=True)


@pytest.mark.parametrize(
    ("words", "predicate", "figure"),
    [
        ("34 sailors", "attacks", True),
        ("at least six men", "attacks", True),
        ("the sailors", "attacks", False),
        ("six sailors", "arms", False),
    ],
)
def test_victims_by_their_number_are_a_toll(words: str, predicate: str, *, figure: bool):
    assert is_figure(words, predicate, Mention(id="m1", start=0, end=len(words), type="PER", name=False)) is figure


def test_a_name_that_begins_with_a_number_is_no_toll():
    assert not is_figure("Two Rivers Brigade", "attacks", Mention(id="m1", start=0, end=18, type="ORG"))
