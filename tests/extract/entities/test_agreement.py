import pytest

from averral.extract.entities.agreement import agrees, head_of, is_plural
from averral.extract.mentions import FoundMention
from averral.records import Span


def mention(kind: str, *, name: bool = False) -> FoundMention:
    return FoundMention(Span(0, 1), kind, name, 1.0)


@pytest.mark.parametrize(
    ("words", "kind", "other_words", "other", "expected"),
    [
        ("he", "PER", "dara moss", mention("PER", name=True), True),
        ("he", "PER", "the guards", mention("PER"), False),
        ("he", "PER", "free lirren brigades", mention("ORG", name=True), False),
        ("he", "PER", "she", mention("PER"), False),
        ("his", "PER", "he", mention("PER"), True),
        ("it", "ORG", "the ministry", mention("ORG"), True),
        ("it", "ORG", "dara moss", mention("PER", name=True), False),
        ("they", "PER", "two gunmen", mention("PER"), True),
        ("they", "PER", "the brigade", mention("ORG"), True),
        ("they", "PER", "dara moss", mention("PER", name=True), False),
        ("we", "ORG", "the brigade", mention("ORG"), False),
        ("the group", "ORG", "free lirren brigades", mention("ORG", name=True), True),
        ("the ministry", "ORG", "free lirren brigades", mention("ORG", name=True), False),
        ("the ministry", "ORG", "interior ministry", mention("ORG", name=True), True),
        ("the police", "ORG", "the ministry", mention("ORG"), False),
        ("the ministry", "ORG", "the ministry of health", mention("ORG"), True),
        ("a group", "ORG", "free lirren brigades", mention("ORG", name=True), False),
        ("the capital", "GPE", "lirren", mention("GPE", name=True), True),
        ("the minister", "PER", "dara moss", mention("PER", name=True), True),
        ("his lawyer", "PER", "dara moss", mention("PER", name=True), False),
        ("the building", "FAC", "dara moss", mention("PER", name=True), False),
    ],
)
def test_what_may_stand_for_what(words: str, kind: str, other_words: str, other: FoundMention, expected: bool):
    assert agrees(mention(kind), words, other, other_words) is expected


@pytest.mark.parametrize(
    ("words", "head"),
    [("the ministry of health", "ministry"), ("the old man", "man"), ("guards at the gate", "guards"), ("it", "it")],
)
def test_the_head_of_a_description(words: str, head: str):
    assert head_of(words) == head


def test_a_plural_is_told_by_its_last_word():
    assert is_plural(mention("PER"), "three dead")
    assert is_plural(mention("PER"), "the guards")
    assert not is_plural(mention("ORG"), "the press")
    assert not is_plural(mention("ORG", name=True), "free lirren brigades")
