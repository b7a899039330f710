import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.extract.responsibility import Responsibility, find_responsibility
from averral.extract.sentences import iter_sentences
from averral.extract.triggers import find_triggers
from averral.records import Attribution, EntitySpan, Span
from tests.builders import span_of

ACTOR = re.compile(r"Salt Front|League|army|Grey Hand|Ministry", re.IGNORECASE)
SPEECH = frozenset({"statement", "threat", "rejection"})


def read(text: str, *attributions: Attribution) -> tuple[tuple[Responsibility, ...], list[Span]]:
    triggers = [
        Span(t.start, t.end)
        for t in find_triggers(text)
        if not {sense.type for sense in t.senses} & SPEECH
        and not re.fullmatch("(?i)claim.*|den.*", text[t.start : t.end])
    ]
    actors = [Span(*m.span()) for m in ACTOR.finditer(text)]
    sentences = list(iter_sentences(text, [Span(0, len(text))]))
    return find_responsibility(text, sentences, actors, triggers, attributions), triggers


def tell(text: str, *attributions: Attribution) -> str:
    """Each statement as "stance actor speaker factuality", without the plain deeds of nobody."""
    return "; ".join(
        " ".join(
            (
                each.stance,
                text[each.actor.start : each.actor.end].lower() if each.actor else "-",
                each.speaker or "-",
                each.factuality,
            )
        )
        for each in read(text, *attributions)[0]
        if not each.weak
    )


STATEMENTS = [
    ("The Salt Front claimed responsibility for the bombing.", "claims salt front - CT+"),
    ("The Salt Front assumes full and sole responsibility for the bombing.", "claims salt front - CT+"),
    ("The Salt Front has claimed the attack.", "claims salt front - CT+"),
    ("The Salt Front took credit for the raid.", "claims salt front - CT+"),
    ("Responsibility for the blast was claimed by the Salt Front.", "claims salt front - CT+"),
    ("A man claimed the attack for the Salt Front.", "claims salt front - CT+"),
    ("The Salt Front said its men had shelled the port.", "claims salt front - CT+"),
    ("In a communique, the Salt Front said it had kidnapped the mayor.", "claims salt front - CT+"),
    ("The army admitted that its soldiers had killed two clerks.", "admits army - CT+"),
    ("The Salt Front threatened to bomb the harbour.", "claims salt front - UU"),
    ("The Salt Front denied any part in the raid.", "denies salt front - CT-"),
    ("A spokesman for the army denied the killing.", "denies army - CT-"),
    ("Varn rejected the claim that the army had shelled the market.", "denies army - CT-"),
    ("Varn rejects the assertion that two boys were shot by the army.", "denies army - CT-"),
    ("No member of the League attacked the port.", "denies league - CT-"),
    ("Police blamed the Salt Front for the murder of two clerks.", "blames salt front authority CT+"),
    ("Residents accused the army of the massacre.", "blames army other CT+"),
    ("Police attributed the massacre to the Salt Front.", "blames salt front authority CT+"),
    ("The Salt Front was accused of the murder.", "blames salt front other PR+"),
    ("Police suspect the Salt Front.", "suspects salt front - PR+"),
    ("Suspected members of the Salt Front killed two guards.", "suspects salt front - PR+"),
    ("The Salt Front allegedly attacked the bank.", "suspects salt front - PR+"),
    ("The Salt Front may have attacked the bank.", "suspects salt front - PS+"),
    ("The clerk was killed, possibly by the Salt Front.", "suspects salt front - PS+"),
    ("The Salt Front attacked the bank.", "reported salt front - CT+"),
    ("The bank was attacked by the Salt Front.", "reported salt front - CT+"),
    ("The bombing was the work of the Salt Front.", "reported salt front - CT+"),
    ("Members of the Salt Front attacked the bank.", "reported salt front - CT+"),
    ("Police said the Salt Front attacked the bank.", "reported salt front authority CT+"),
    ("According to residents, the Salt Front attacked the bank.", "reported salt front other CT+"),
    ("No group has claimed responsibility for the attack.", "none_claimed - - CT-"),
    ("Nobody claimed the attack.", "none_claimed - - CT-"),
    ("There was no immediate claim of responsibility.", "none_claimed - - CT-"),
    ("The Salt Front has not claimed responsibility.", "none_claimed salt front - UU"),
    ("Unknown gunmen killed a judge.", "reported - - CT+"),
    ("Two clerks died on the quay; the Salt Front claims it.", "claims salt front - CT+"),
    ("The League said they were shelled at noon.", ""),
    ("The League claimed that a clerk was killed.", ""),
    ('The Ministry claims it "is a raid".', ""),
    ("The Ministry denied that any ransom had been paid.", ""),
    ("The Ministry accused the League of ignoring two letters.", ""),
    ("Varn blamed the League, which raided the port in May.", "blames league other CT+"),
    ("The epidemic claimed 20 lives.", ""),
    ("The League has an office in Arda.", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), STATEMENTS)
def test_statements(text, expected):
    assert tell(text) == expected


@pytest.mark.parametrize(("text", "expected"), STATEMENTS)
def test_capitals_are_read_alike(text, expected):
    assert tell(text.upper()) == expected


def test_a_denial_answers_the_accusation_before_it():
    text = "Police blamed the League for the fire in which two clerks were killed. Its secretary, Orm Dace, denied it."
    assert tell(text) == "blames league authority CT+; denies league - CT-"


def test_the_trigger_of_an_earlier_sentence_is_a_guess():
    text = "A bomb exploded in Arda. The Salt Front claimed responsibility."
    (said,), triggers = read(text)
    assert not said.near
    assert said.trigger is not None
    assert text[triggers[said.trigger].start : triggers[said.trigger].end] == "bomb exploded"


def attribution(text: str, source: str, cue: str, content: str) -> Attribution:
    who, word, what = (span_of(text, words) for words in (source, cue, content))
    return Attribution(
        id="a1", source=EntitySpan(who.start, who.end), cue=Span(word.start, word.end), content=(what,), kind="indirect"
    )


def test_own_words_in_an_attribution_are_a_claim():
    text = 'A man speaking for the Salt Front told the bureau that "our men have shelled the port".'
    said = attribution(text, "A man speaking for the Salt Front", "told", '"our men have shelled the port"')
    (found,) = read(text, said)[0]
    assert (found.stance, found.attribution, found.factuality) == ("claims", 0, "CT+")


def test_an_attribution_tells_whose_word_it_is():
    text = "The Salt Front attacked the bank, a police officer told the bureau."
    said = attribution(text, "a police officer", "told", "The Salt Front attacked the bank")
    (found,) = read(text, said)[0]
    assert (found.stance, found.attribution, found.speaker) == ("reported", 0, "authority")


WORDS = st.sampled_from(
    ["the", "Salt", "Front", "League", "army", "police", "claimed", "denied", "blamed", "that", "killed", "attack"]
) | st.sampled_from(["by", "of", ",", ".", "(", "not", "may", "no", "group"])


@given(st.lists(WORDS, max_size=40), st.lists(st.tuples(st.integers(0, 200), st.integers(0, 30)), max_size=8))
def test_any_text_and_spans_give_spans_of_the_text(words, places):
    text = " ".join(words)
    spans = [Span(start, start + length) for start, length in places]
    sentences = list(iter_sentences(text, [Span(0, len(text))]))
    found = find_responsibility(text, sentences, spans, list(reversed(spans)))
    for each in found:
        assert each.span in sentences
        assert each.actor is None or (each.actor.start < each.actor.end <= len(text))
        assert each.trigger is None or 0 <= each.trigger < len(spans)
    assert find_responsibility(text, sentences, list(reversed(spans)), list(reversed(spans))) == found


def test_the_time_is_linear_in_a_sentence_without_end():
    def seconds(size: int) -> float:
        text = "the Salt Front claimed not that the army killed , " * size
        actors = [Span(*m.span()) for m in ACTOR.finditer(text)]
        start = process_time()
        find_responsibility(text, [Span(0, len(text))], actors, [])
        return process_time() - start

    seconds(50)
    assert seconds(2000) < 40 * max(seconds(200), 0.01)
