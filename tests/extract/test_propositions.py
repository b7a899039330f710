from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.extract.casualties import find_casualties
from averral.extract.event import FoundEvent
from averral.extract.propositions import (
    FoundResponsibility,
    Material,
    assemble_claims,
    with_claims,
    with_factuality,
)
from averral.extract.sentences import iter_sentences
from averral.records import Attribution, Casualties, EntitySpan, Event, Incident, Span, Trigger
from tests.builders import span_of

TEXT = (
    "Shells hit the mill at Ostral on Monday. The mayor said that nine clerks were killed and that the army had "
    "ordered a march on the harbour. The army denied that it shelled the town. Rain fell on the town all of that day."
)


def event(text: str, word: str, **fields: object) -> FoundEvent:
    given = {
        "trigger": span_of(text, word), "type": "attack", "arguments": (), "incident": None, "commitment": 0.0,
        "tense": "past", "earlier": None, "score": 0.9,
    }  # fmt: skip
    return FoundEvent(**{**given, **fields})  # type: ignore[arg-type]


def attribution(name: str, text: str, words: tuple[str, str, str], **fields: object) -> Attribution:
    source, cue, content = (span_of(text, part) for part in words)
    given = {"id": name, "source": EntitySpan(source.start, source.end, f"e{name[1:]}"), "cue": cue, "kind": "indirect"}
    return Attribution(**{**given, "content": (content,), **fields})  # type: ignore[arg-type]


def material(**fields: object) -> Material:
    content = "that nine clerks were killed and that the army had ordered a march on the harbour"
    attributions = (
        attribution("a1", TEXT, ("The mayor", "said", content), basis="official_statement"),
        attribution("a2", TEXT, ("the army had", "ordered", "a march on the harbour"), parent="a1"),
        attribution("a3", TEXT, ("The army", "denied", "that it shelled the town")),
    )
    words = ("hit", "killed", "march", "shelled")
    sentences = tuple(iter_sentences(TEXT, [Span(0, len(TEXT))]))
    given = {
        "text": TEXT, "sentences": sentences, "attributions": attributions, "probabilities": (0.9, 0.8, 0.7),
        "events": {f"v{i}": event(TEXT, word) for i, word in enumerate(words, 1)},
        "figures": find_casualties(TEXT, sentences), "scored": False,
    }  # fmt: skip
    return Material(**{**given, **fields})  # type: ignore[arg-type]


def told(assembly):
    return {(c.attribution, c.proposition.type, c.proposition.event): (c.factuality, c.tense) for c in assembly.claims}


def test_every_voice_puts_its_propositions_forward():
    assert told(assemble_claims(material())) == {
        (None, "event", "v1"): ("CT+", "past"),
        ("a1", "event", "v2"): ("CT+", "past"),
        ("a1", "casualties", None): ("CT+", "past"),
        ("a2", "event", "v3"): ("UU", "future"),
        ("a3", "event", "v4"): ("CT-", "past"),
        (None, "statement", None): (None, "past"),
    }


def test_claims_keep_chain_basis_probability_and_spans():
    claims = {(c.attribution, c.proposition.type): c for c in assemble_claims(material()).claims}
    assert claims["a2", "event"].chain == ("author", "e1", "e2")
    assert claims["a2", "event"].probability == 0.8
    assert claims["a1", "event"].basis == "official_statement"
    shown = {key: TEXT[c.start : c.end] for key, c in claims.items()}
    assert shown["a3", "event"] == "that it shelled the town"
    assert shown["a1", "casualties"] == "nine clerks"
    assert shown[None, "event"] == "Shells hit the mill at Ostral on Monday."
    assert shown[None, "statement"] == "Rain fell on the town all of that day."


def test_ids_follow_position():
    claims = assemble_claims(material()).claims
    assert [c.id for c in claims] == [f"c{i}" for i in range(1, len(claims) + 1)]
    assert [c.start for c in claims] == sorted(c.start for c in claims)


def test_events_and_figures_learn_of_their_claims():
    given = material()
    figure = given.figures[0]
    toll = Casualties(kind="killed", low=9, high=9, start=figure.start, end=figure.end)
    incident = Incident(id="i1", type="attack", stage="accomplished", events=("v2",), casualties=(toll,))
    assembly = assemble_claims(given._replace(incidents=(incident,)))
    claims = {c.id: c for c in assembly.claims}
    claim = claims[with_claims((incident,), given.figures, assembly)[0].casualties[0].claim]
    assert (claim.proposition.type, claim.proposition.incident) == ("casualties", "i1")
    events = tuple(Event(id=v, type=e.type, trigger=Trigger(0, 1)) for v, e in given.events.items())
    assert [e.factuality for e in with_factuality(events, assembly)] == ["CT+", "UU", "UU", "UU"]


def test_the_author_repeats_what_is_said_elsewhere_as_a_fact():
    incident = Incident(id="i1", type="attack", stage="accomplished", events=("v1", "v4"))
    assembly = assemble_claims(material(incidents=(incident,)))
    assert assembly.factuality["v4"] == "CT+"


@pytest.mark.parametrize(("by", "level"), [("a3", "CT-"), ("a1", "CT+"), (None, "CT+")])
def test_responsibility_is_claimed_by_whoever_says_so(by, level):
    found = FoundResponsibility("i1", "e3", span_of(TEXT, "hit"), by)
    assembly = assemble_claims(material(responsibilities=(found,)))
    claim = next(c for c in assembly.claims if c.id == assembly.responsibilities[0])
    assert (claim.attribution, claim.factuality, claim.proposition.subject) == (by, level, "e3")


def test_who_claims_an_event_claims_its_doers_part_unless_that_is_doubted():
    deed = FoundResponsibility("i1", "e9", span_of(TEXT, "killed"), None)
    given = material(deeds={"v2": (deed,)})
    assert told(assemble_claims(given))["a1", "responsibility", None] == ("CT+", "past")
    assert ("a1", "responsibility", None) not in told(
        assemble_claims(given._replace(doubted=frozenset({("a1", "e9")})))
    )


def test_an_attribution_without_any_of_these_states():
    given = material(events={}, figures=())
    assert {c.proposition.type for c in assemble_claims(given).claims} == {"statement"}
    assert [c.attribution for c in assemble_claims(given).claims if c.attribution] == ["a1", "a2", "a3"]


def test_it_stands_for_what_was_told_last():
    text = "The brigade shelled the mill, the mayor said. The army denies it."
    attributions = (
        attribution("a1", text, ("the mayor", "said", "The brigade shelled the mill")),
        attribution("a2", text, ("The army", "denies", "it."), content=(Span(len(text) - 3, len(text) - 1),)),
    )
    given = material()._replace(
        text=text, sentences=tuple(iter_sentences(text, [Span(0, len(text))])), attributions=attributions,
        probabilities=(0.9, 0.9), events={"v1": event(text, "shelled")}, figures=(),
    )  # fmt: skip
    assert told(assemble_claims(given))["a2", "event", "v1"] == ("CT-", "past")


def test_a_head_decides_where_no_word_speaks():
    scored = {v: e._replace(commitment=-3.0) for v, e in material().events.items()}
    assembly = assemble_claims(material(events=scored, scored=True))
    assert assembly.factuality["v1"] == "CT-"


def test_nothing_gives_nothing():
    assembly = assemble_claims(Material("", (), (), (), {}))
    assert assembly.claims == ()


WORDS = st.sampled_from(["police", "said", "nine", "men", "were", "killed", "not", "may", "the", "raid", "denied", "."])


@given(st.lists(WORDS, min_size=1, max_size=40), st.data())
def test_any_spans_can_be_assembled(words, data):
    text = " ".join(words)
    places = [Span(*m.span()) for m in re.finditer(r"\w+", text)] or [Span(0, 1)]
    contents = data.draw(st.lists(st.tuples(st.sampled_from(places), st.sampled_from(places)), max_size=3))
    attributions = [
        Attribution(id=f"a{i}", source=None, cue=a, content=(Span(b.start, max(b.end, a.end)),), kind="indirect")
        for i, (a, b) in enumerate(contents, 1)
    ]
    events = (
        {f"v{i}": FoundEvent(span, "attack", (), None, 0.0, "past", None, 0.9) for i, span in enumerate(places[::3], 1)}
        if places
        else {}
    )
    given = material()._replace(
        text=text, sentences=[Span(0, len(text))], attributions=attributions, probabilities=[0.5] * len(attributions),
        events=events, figures=(),
    )  # fmt: skip
    first, second = assemble_claims(given), assemble_claims(given)
    assert msgspec.json.encode(first.claims) == msgspec.json.encode(second.claims)
    assert len({c.id for c in first.claims}) == len(first.claims)
    assert set(first.factuality) == set(events)
    assert {a.id for a in attributions} <= {c.attribution for c in first.claims}
