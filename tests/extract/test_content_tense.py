import pytest

from averral.extract.content_tense import read_tense


@pytest.mark.parametrize(
    ("words", "tense"),
    [
        ("the ferries will sail on Friday", "future"),
        ("to publish the roster", "future"),
        ("to have heard nothing", "past"),
        ("that the gate was open", "past"),
        ("that the road is closed", "present"),
        ("it's closed", "present"),
        ("no comment", "past"),
        ("the gate was open and will stay so", "past"),
    ],
)
def test_the_first_sign_decides(words, tense):
    assert read_tense(words) == tense
