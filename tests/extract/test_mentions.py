import numpy as np
import pytest

from averral.extract.mentions import _agree, _Candidate, _whole_names
from averral.records import Span

PERSON, PLACE = 0, 1


def candidate(text: str, words: str, person: float, after: int = 0) -> _Candidate:
    start = text.index(words, after)
    return _Candidate(Span(start, start + len(words)), np.array([person, 1 - person], np.float32), 0.9)


@pytest.mark.parametrize(
    ("text", "tagged", "whole"),
    [
        ("R.E. Moss signed.", ["R.E.", "Moss"], ["R.E. Moss"]),
        ("Moss, Dara Pell signed.", ["Moss,", "Dara Pell"], ["Moss", "Dara Pell"]),
        ("They asked -Moss today.", ["-Moss"], ["Moss"]),
        ("Moss ' hat.", ["Moss '"], ["Moss"]),
        ("Corran Mills Inc. sold it.", ["Corran Mills Inc"], ["Corran Mills Inc."]),
        ("Ask Moss.... then go.", ["Moss."], ["Moss"]),
        ("Ask Corran Mills Inc.. Then go.", ["Corran Mills Inc.."], ["Corran Mills Inc."]),
        ("J. Moss Jr. came.", ["J. Moss Jr"], ["J. Moss Jr."]),
    ],
)
def test_whole_names(text: str, tagged: list[str], whole: list[str]):
    found = _whole_names(text, [candidate(text, words, 0.9) for words in tagged], {PERSON})
    assert [text[c.span.start : c.span.end] for c in found] == whole


def test_places_side_by_side_stay_two():
    text = "from Ostral Kella on"
    found = [candidate(text, words, 0.1) for words in ("Ostral", "Kella")]
    assert len(_whole_names(text, found, {PERSON})) == 2


def test_a_name_has_one_type_all_through():
    text = "Ostral fell. Ostral burned. Ostral wept. Kella too."
    found = [
        candidate(text, "Ostral", 0.1),
        candidate(text, "Ostral", 0.2, 5),
        candidate(text, "Ostral", 0.6, 20),
        candidate(text, "Kella", 0.6),
    ]
    assert [int(c.evidence.argmax()) for c in _agree(text, found)] == [PLACE, PLACE, PLACE, PERSON]


def test_words_written_small_keep_their_own_type():
    text = "may came. may came. may came."
    found = [candidate(text, "may", 0.9), candidate(text, "may", 0.9, 5), candidate(text, "may", 0.4, 15)]
    assert [int(c.evidence.argmax()) for c in _agree(text, found)] == [PERSON, PERSON, PLACE]
