import re

import pytest

from averral.extract.responsibility import rate_responsibility, read_telling
from averral.extract.sentences import iter_sentences
from averral.records import Span

FRONT = re.compile(r"Salt Front", re.IGNORECASE)
ARMY = re.compile(r"army", re.IGNORECASE)
DEED = re.compile(r"bombing|killed|raid\b|attacked|shelled|exploded|massacre", re.IGNORECASE)


def rate(text: str, name: re.Pattern[str] = FRONT, deed: re.Pattern[str] = DEED) -> list[str]:
    triggers = [Span(*m.span()) for m in DEED.finditer(text)]
    own = {n: t for n, t in enumerate(triggers) if deed.fullmatch(text, t.start, t.end)}
    actor = [Span(*m.span()) for m in name.finditer(text)]
    others = [Span(*m.span()) for m in re.finditer("(?i)army|salt front|police", text)]
    sentences = list(iter_sentences(text, [Span(0, len(text))]))
    telling = read_telling(text, sentences, others, triggers)
    return [rating.confidence for rating in rate_responsibility(telling, actor, own)]


RATINGS = [
    ("The Salt Front attacked the bank.", ["reported_as_fact"]),
    ("The Salt Front claimed responsibility for the bombing.", ["claimed_or_admitted"]),
    ("Residents blamed the Salt Front for the bombing.", ["suspected_or_accused"]),
    ("The Interior Ministry blamed the Salt Front for the bombing.", ["suspected_or_accused_by_authorities"]),
    ("Suspected members of the Salt Front attacked the bank.", ["suspected_or_accused"]),
    ("The Salt Front may have attacked the bank.", ["possible"]),
    ("A bomb exploded. It rained. The sun rose. Men slept. The Salt Front held its congress.", ["possible"]),
    (
        "The ministry blamed the Salt Front for the bombing. The Salt Front denied it.",
        ["suspected_or_accused_by_authorities", "denied"],
    ),
    ("Residents accused the Salt Front of the massacre. The Salt Front claimed the raid.", ["suspected_or_accused"]),
]


@pytest.mark.parametrize(("text", "expected"), RATINGS)
def test_ratings(text, expected):
    deed = re.compile("(?i)massacre") if "massacre" in text else DEED
    assert rate(text, deed=deed) == expected
    assert rate(text.upper(), deed=deed) == expected


def test_each_actor_has_its_own_value():
    text = "The Salt Front claimed responsibility for the bombing. Residents accused the army of the massacre."
    assert rate(text) == ["claimed_or_admitted"]
    assert rate(text, ARMY) == ["suspected_or_accused"]


def test_the_evidence_is_what_says_so():
    text = "Residents blamed the Salt Front for the bombing. The Salt Front denied it."
    triggers = [Span(*m.span()) for m in DEED.finditer(text)]
    actor = [Span(*m.span()) for m in FRONT.finditer(text)]
    telling = read_telling(text, list(iter_sentences(text, [Span(0, len(text))])), actor, triggers)
    accused, denied = rate_responsibility(telling, actor, dict(enumerate(triggers)))
    assert [text[e.cue.start : e.cue.end] for e in accused.evidence if e.cue] == ["blamed"]
    assert [(e.stance, e.factuality) for e in denied.evidence] == [("denies", "CT-")]


def test_an_actor_without_mentions_and_an_incident_without_triggers_have_a_value():
    telling = read_telling("", [], [], [])
    assert [r.confidence for r in rate_responsibility(telling, [], {})] == ["reported_as_fact"]
