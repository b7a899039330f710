import pytest

from averral.extract.responsibility.sayings import iter_namings, iter_stands
from averral.records import Attribution, EntitySpan, Span
from tests.builders import span_of

ACTORS = ("Grey Hand", "League", "Orm Dace")


def name(text: str, deed: str = "") -> str:
    actors = sorted(span_of(text, actor) for actor in ACTORS if actor in text)
    triggers = [span_of(text, deed)] if deed else []
    found = iter_namings(text, Span(0, len(text)), actors, triggers)
    return "; ".join(f"{s.stance} {text[s.actor.start : s.actor.end]} {s.factuality}" for s in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the Grey Hand, says the mayor.", "blames Grey Hand CT+"),
        ("It was Orm Dace who gave the order.", "blames Orm Dace CT+"),
        ("It was Orm Dace who was killed.", ""),
        ("It was not the League that burned it.", "denies League CT-"),
        ("The gunmen were members of the League.", "blames League CT+"),
        ("It was possibly the League.", "suspects League PS+"),
        ("The League did it.", "blames League CT+"),
        ("Clerks think that the League had it done.", "blames League CT+"),
        ("The League had no hand in it.", "denies League CT-"),
        ("The League took part in the talks.", ""),
        ("This is the work of the Grey Hand.", "blames Grey Hand CT+"),
        ("This is not the work of the Grey Hand.", "denies Grey Hand CT-"),
        ("It bears the marks of the Grey Hand.", "suspects Grey Hand PR+"),
        ("The army points at the League.", "blames League CT+"),
        ("He laid the fire at the door of the League.", "blames League CT+"),
        ("He does not blame the League.", ""),
        ("They pinned the blaze on Orm Dace.", "blames Orm Dace CT+"),
        ("Porters suspect Orm Dace, a clerk.", "suspects Orm Dace PS+"),
        ("Police hold the League responsible.", "blames League CT+"),
        ("A bakery was robbed on the orders of Orm Dace.", "blames Orm Dace CT+"),
        ("The League paid for the murder.", "blames League CT+"),
        ("The League paid for the bread.", ""),
        ("We see no sign that the League took part.", "denies League PR-"),
        ("Was it the League?", ""),
        ("It was \ue0007\ue001.", ""),
        ("It was\n\ue0007\ue001 the League.", ""),
        ("It was\nthe League.", "blames League CT+"),
        ("They ask whether it was the League.", ""),
        ("The League met in Arda.", ""),
        ("", ""),
    ],
)
def test_who_is_named(text: str, expected: str):
    assert name(text) == expected


def test_the_deed_is_the_one_beside_the_words():
    text = "The fire was not forgotten when Orm Dace took part in this robbery."
    assert [s.trigger for s in iter_namings(text, Span(0, len(text)), [span_of(text, "Orm Dace")], [])] == []
    told = "A shop was burned on the orders of Orm Dace."
    (found,) = iter_namings(told, Span(0, len(told)), [span_of(told, "Orm Dace")], [span_of(told, "burned")])
    assert found.trigger == 0


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("The League rejected any involvement.", "rejected", "any involvement", "denies CT- False"),
        ("The League took back its boast of it.", "took back", "its boast of it", "denies CT- False"),
        ("The League denies it.", "denies", "it", "denies CT- True"),
        ("The League called that a wicked slander.", "called", "that a wicked slander", "denies CT- True"),
        ("The League dismissed the charge.", "dismissed", "the charge", "denies CT- True"),
        ("The League rejected the claim that Orm fled.", "rejected", "the claim that Orm fled", ""),
        ("The League denied that taxes rose.", "denied", "that taxes rose", ""),
        ("The League has boasted of it.", "has boasted", "of it", "claims CT+ False"),
        ("The League confessed to the deed.", "confessed", "to the deed", "claims CT+ False"),
        ("The League owns up to the fire.", "owns up to", "the fire", "claims CT+ False"),
        ("The League never owned up to it.", "owned up to", "it", ""),
        ("The League said no man of ours was there.", "said", "no man of ours was there", "denies CT- False"),
        ("The League said five of ours took part.", "said", "five of ours took part", "claims CT+ False"),
        ("The League said that prices fell.", "said", "that prices fell", ""),
    ],
)
def test_what_a_speaker_says_of_its_own_part(text: str, cue: str, content: str, expected: str):
    who, word, what = (span_of(text, words) for words in ("The League", cue, content))
    source = EntitySpan(who.start, who.end)
    said = Attribution(id="a1", source=source, cue=Span(word.start, word.end), content=(what,), kind="indirect")
    found = iter_stands(text, said, ())
    assert "; ".join(f"{s.stance} {s.factuality} {s.weak}" for s in found) == expected
