"""Names change, and whatever is marked still stands where it stood: beside the same words, in the same order."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.examples import Gold, GoldAttribution, GoldMention, Marks, Span
from training.happenings import read_happenings
from training.swap import WORD, name_words, swap_names

TEXT = "Dara Moss said KELLA burned. In Kella, Moss's men had set fire to Ostral, the harbour office said."
POOL = {"PER": ["Moss", "Dara", "Anselmo", "Ib"], "PLACE": ["Kella", "Ostral", "Uz", "Quarrenhithe"]}
seeds = st.integers(0, 10_000)


def at(words: str, number: int = 0) -> Span:
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def mention(words: str, kind: str, number: int = 0) -> GoldMention:
    return GoldMention(*at(words, number), frozenset({kind}))


def make_gold() -> Gold:
    return Gold(
        TEXT,
        "test",
        attributions=[GoldAttribution((at("the harbour office"),), (at("said", 1),), (at("In Kella"), at("Ostral")))],
        names=[
            mention("Dara Moss", "PER"), mention("KELLA", "GPE"), mention("Kella", "GPE"), mention("Moss", "PER", 1),
            mention("Ostral", "LOC"),
        ],
        descriptions=[mention("Moss's men", "PER")],
        marks={
            "events": Marks([mention("burned", "attack"), mention("set fire", "attack")], frozenset({"arrest"})),
            "fillers": Marks([mention("KELLA", "target"), mention("Moss's men", "victim"), mention("Ostral", "place")]),
        },
        factuality=[(at("burned"), 2.0), (at("set fire"), -1.0)],
        arcs={
            "filler_event": [(at("KELLA"), (at("burned"),)), (at("Ostral"), (at("set fire"),))],
            "event_event": [(at("burned"), ()), (at("set fire"), (at("burned"),))],
        },
    )  # fmt: skip


def swap(gold: Gold, seed: int) -> Gold:
    return swap_names(gold, POOL, random.Random(seed))


def every_span(gold: Gold) -> Iterator[Span]:
    for attribution in gold.attributions or ():
        yield from (*attribution.source, *attribution.cue, *attribution.content)
    for mentions in (gold.names or (), gold.descriptions or (), *(m.spans for m in gold.marks.values())):
        yield from ((m.start, m.end) for m in mentions)
    yield from (span for span, _ in gold.factuality)
    for rows in gold.arcs.values():
        for left, rights in rows:
            yield from (left, *rights)


def without_names(text: str, pool: dict[str, list[str]]) -> str:
    names = {w.lower() for words in pool.values() for w in words}
    return WORD.sub(lambda m: "_" if m[0][:1].isupper() and m[0].lower() in names else m[0], text)


def check_same_places(old: Gold, new: Gold, pool: dict[str, list[str]]) -> None:
    """Each span holds the words it held, up to names; and the names became others by one table."""
    pairs = list(zip(every_span(old), every_span(new), strict=True))
    for before, after in [((0, len(old.text)), (0, len(new.text))), *pairs]:
        assert without_names(old.text[slice(*before)], pool) == without_names(new.text[slice(*after)], pool)
    table: dict[str, str] = {}
    for one, other in zip(WORD.findall(old.text), WORD.findall(new.text), strict=True):
        assert one == other or one.isupper() == other.isupper()
        if one[:1].isupper():
            assert table.setdefault(one.lower(), other.lower()) == other.lower()


@given(seeds)
def test_every_span_keeps_its_words(seed: int):
    old = make_gold()
    check_same_places(old, swap(old, seed), POOL)


@given(seeds)
def test_labels_scores_and_arcs_stay_as_they_are(seed: int):
    old, new = make_gold(), swap(make_gold(), seed)
    for name, marks in old.marks.items():
        assert [m.types for m in new.marks[name].spans] == [m.types for m in marks.spans]
        assert new.marks[name].outside == marks.outside
    assert [score for _, score in new.factuality] == [2.0, -1.0]
    triggers = [span for span, _ in new.factuality]
    assert new.arcs["event_event"] == [(triggers[0], ()), (triggers[1], (triggers[0],))]
    assert [new.text[slice(*span)] for span in triggers] == ["burned", "set fire"]


def test_names_do_change():
    texts = {swap(make_gold(), seed).text for seed in range(12)}
    assert len(texts) > 6
    assert any("Quarrenhithe" in text and "QUARRENHITHE" in text for text in texts)


def test_people_get_peoples_names_and_places_places():
    for seed in range(12):
        new = swap(make_gold(), seed)
        for m in new.names or ():
            kind = "PER" if "PER" in m.types else "PLACE"
            assert {w.title() for w in WORD.findall(new.text[m.start : m.end])} <= set(POOL[kind])


def test_what_a_corpus_does_not_say_stays_unsaid():
    new = swap(Gold(TEXT, "test", names=[mention("Ostral", "LOC")]), 1)
    assert new.attributions is None
    assert new.descriptions is None


def test_words_that_are_written_small_somewhere_are_no_names_to_draw():
    golds = [
        Gold("Hope Moss met Reed in Ostral", "test", names=[GoldMention(0, 9, frozenset({"PER"}))]),
        Gold("in hope of Ostral and Al Kella", "test", names=[GoldMention(11, 17, frozenset({"GPE"}))]),
        Gold("Al Kella", "test", names=[GoldMention(0, 8, frozenset({"LOC", "ORG"}))]),
        Gold("Unsure", "test", names=[GoldMention(0, 6, frozenset({"PER", "O"}))]),
    ]
    assert name_words(golds) == {"PER": ["Moss"], "PLACE": ["Kella", "Ostral"]}


@pytest.mark.parametrize("seed", [1, 2])
def test_the_gold_that_ships_keeps_its_marks(seed: int):
    golds = list(read_happenings(Path(__file__).parents[2] / "corpus/gold", "dev"))
    pool = name_words(golds)
    rng = random.Random(seed)
    for gold in golds:
        check_same_places(gold, swap_names(gold, pool, rng), pool)
