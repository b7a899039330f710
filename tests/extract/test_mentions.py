import numpy as np
import pytest

from averral.extract.mentions import _agree, _Candidate, _in_address, _is_article, _names_in, _whole_names
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
        ('"Moss, Dara" <dm@x.org>', ["Moss", "Dara"], ["Moss, Dara"]),
        ("with Moss, Dara and Pell", ["Moss", "Dara"], ["Moss", "Dara"]),
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


@pytest.mark.parametrize(
    ("text", "words", "kind", "names"),
    [
        ("He saw Dr. Moss there.", "Dr. Moss", "PER", ["Moss"]),
        ("He saw A. Dara Moss there.", "Dara Moss", "PER", ["A. Dara Moss"]),
        ("the U.S. Dara Moss knew", "Dara Moss", "PER", ["Dara Moss"]),
        ("Moss's hat", "Moss's", "PER", ["Moss"]),
        ("the Tern party lost", "Tern party", "ORG", ["Tern"]),
        ("the Harbour Company", "Harbour Company", "ORG", ["Harbour Company"]),
        ("from Basra Iraq on", "Basra Iraq", "GPE", ["Basra", "Iraq"]),
        ("in Tampa Bay now", "Tampa Bay", "LOC", ["Tampa Bay"]),
    ],
)
def test_the_name_in_a_mention(text: str, words: str, kind: str, names: list[str]):
    start = text.index(words)
    found = _names_in(text, Span(start, start + len(words)), kind)
    assert [text[s.start : s.end] for s in found] == names


@pytest.mark.parametrize(
    ("text", "words", "inside"),
    [
        ("write to moss@tern.org", "tern", True),
        ("write to moss@tern.org", "moss", True),
        ("see tern.com for it", "tern", True),
        ("Dara.B.Moss@tern.org", "Dara", True),
        ("it was Moss. He left", "Moss", False),
        ("Dara Moss@TERN wrote", "Dara Moss", False),
    ],
)
def test_names_in_addresses(text: str, words: str, inside: bool):
    start = text.index(words)
    assert _in_address(text, Span(start, start + len(words))) is inside


@pytest.mark.parametrize(
    ("words", "alone"), [("the", True), ("A", True), ("an", True), ("the mill", False), ("then", False)]
)
def test_an_article_alone_is_no_mention(words: str, alone: bool):
    text = f"At {words} of Lunt"
    assert _is_article(text, Span(3, 3 + len(words))) == alone
