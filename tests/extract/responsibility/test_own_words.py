import pytest

from averral.extract.responsibility.own_words import iter_own_words
from averral.records import Attribution, EntitySpan, Span
from tests.builders import span_of


@pytest.mark.parametrize(
    ("cue", "content", "deed", "expected"),
    [
        ("admitted", "that he had fired two rounds", "fired", "claims CT+"),
        ("confessed", "to having burned it", "burned", "claims CT+"),
        ("denied", "that he had so much as fired", "fired", "denies CT-"),
        ("denies", "ever having held them", "held", "denies CT-"),
        ("said", "he had fired two rounds", "fired", ""),
        ("admitted", "that he had been shot", "shot", ""),
        ("said", "our men have shelled the port", "shelled", "claims CT+"),
        ("said", "we did not bomb it", "bomb", "denies CT-"),
        ("said", "it had exploded at noon", "exploded", ""),
        ("said", "the Grey Hand shelled it", "shelled", ""),
    ],
)
def test_deeds_of_the_speaker(cue: str, content: str, deed: str, expected: str):
    text = f"The League {cue} {content}."
    who, word, what = span_of(text, "League"), span_of(text, cue), span_of(text, content)
    source = EntitySpan(0, who.end)
    said = Attribution(id="a1", source=source, cue=Span(word.start, word.end), content=(what,), kind="indirect")
    actors = [who, *([span_of(text, "Grey Hand")] if "Grey Hand" in text else [])]
    found = iter_own_words(text, said, actors, [span_of(text, deed)])
    assert "; ".join(f"{s.stance} {s.factuality}" for s in found) == expected
