"""Things that some tell of and others say there were not."""

from __future__ import annotations

import pytest

from averral.analysis.agreement import make_testimony
from tests.analysis.agreement.cases import weigh
from tests.analysis.agreement.marked import read

TOLD = "A bomb {hit/bombing} the pier. A telephone warning reached the harbour office at dawn."


def sayings(text: str):
    return make_testimony(read(text)).sayings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("There was no telephone warning.", "telephone warning"),
        ("No warning came.", "warning"),
        ("He denied that any telephone warning was given.", "telephone warning"),
        ("Nobody rang the harbour office.", "rang the harbour office"),
        ("The reports of a telephone warning are false.", "a telephone warning"),
    ],
)
def test_what_is_said_not_to_have_been(text, words):
    assert [one.words for one in sayings(f"A bomb {{hit/bombing}} the pier. {text}") if one.denied] == [words]


@pytest.mark.parametrize("text", ["There was no doubt.", "Was there no warning?", "He did not say so.", "No one knew."])
def test_what_denies_nothing_that_happened(text):
    assert not [one for one in sayings(f"A bomb {{hit/bombing}} the pier. {text}") if one.denied]


def test_what_one_denies_stands_against_what_others_tell():
    testimonies = [
        make_testimony(read(text, id=f"d{number}"))
        for number, text in enumerate((TOLD, "A bomb {hit/bombing} the pier. «Ada Quill|direct|There was no warning.»"))
    ]
    (one,) = weigh(testimonies, incident="bombing").contradictions
    assert (one.kind, one.update) == ("denial", False)
    assert {one.a.label, one.b.label} == {"it is told of: warning", "it is denied: warning"}
    assert {voice.document for voice in one.a.stances + one.b.stances} == {"d0", "d1"}
    alone = make_testimony(read(f"{TOLD} There was no warning.", id="d0"))
    assert weigh([alone], incident="bombing").contradictions == ()
