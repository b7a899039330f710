import pytest

from averral.extract.author import is_own_voice, is_refuted
from averral.records import Attribution, EntitySpan
from tests.builders import span_of


def attribution(text: str, source: str, cue: str, content: str, parent: str | None = None) -> Attribution:
    span = span_of(text, source)
    return Attribution(
        id="a1", source=EntitySpan(span.start, span.end), cue=span_of(text, cue), content=(span_of(text, content),),
        parent=parent, kind="indirect",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "source", "own"),
    [
        ("We conclude that the mill burned.", "We", True),
        ('"We conclude that the mill burned," he said.', "We", False),
        ("Ministry of Health, Ostral\n\nThe Ministry holds: we conclude that the mill burned.", "The Ministry", True),
        ("News from Ostral\n\nThe Ministry held on: we conclude that the mill burned.", "The Ministry", False),
        ("They conclude that the mill burned.", "They", False),
    ],
)
def test_the_author_may_be_a_source(text, source, own):
    assert is_own_voice(text, attribution(text, source, "conclude", "that the mill burned")) == own


def test_a_source_in_another_content_is_not_the_author():
    text = "We conclude that the mill burned."
    assert not is_own_voice(text, attribution(text, "We", "conclude", "that the mill burned", parent="a2"))


@pytest.mark.parametrize(
    ("text", "refuted"),
    [
        ("The front says that the mill burned. That is a lie.", True),
        ("The front says that the mill burned. That was in May.", False),
        ("The front says that the mill burned. It did not.", True),
        ("CORRECTION: The front says that the mill burned.", True),
        ("The front says that the mill burned.", False),
    ],
)
def test_the_author_may_answer(text, refuted):
    assert is_refuted(text, attribution(text, "The front", "says", "that the mill burned")) == refuted
