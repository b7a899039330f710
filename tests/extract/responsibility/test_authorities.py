import pytest

from averral.extract.responsibility import judge_speaker

SPEAKERS = [
    ("Police", "authority"),
    ("A POLICE SPOKESMAN", "authority"),
    ("the army", "authority"),
    ("Interior Minister Adel Varn", "authority"),
    ("official sources", "authority"),
    ("the Prosecutor", "authority"),
    ("military sources in Arda", "authority"),
    ("a court in Arda", "authority"),
    ("a rebel colonel", "other"),
    ("a former minister", "other"),
    ("residents", "other"),
    ("the Salt Front", "other"),
    ("a police reporter of the Arda Post", "other"),
    ("an anonymous caller", "unnamed"),
    ("She", "unnamed"),
    ("", "other"),
]


@pytest.mark.parametrize(("words", "expected"), SPEAKERS)
def test_speakers(words, expected):
    assert judge_speaker(words) == expected
    assert judge_speaker(words.upper()) == expected
