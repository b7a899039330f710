from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.encoder.bundle import load_bundle
from averral.encoder.tokens import Tokens, tokenize
from averral.records import BASES
from averral.records.ontology import EVENT_TYPES, broad_type, incident_type
from tests.encoder.fake import make_tokenizer
from training.corpora import read_own
from training.examples import (
    EVENT_LABELS,
    FILLER_LABELS,
    INCIDENT_LABELS,
    MENTION_LABELS,
    PART_LABELS,
    TAGS,
    TENSE_LABELS,
    TRACKS,
    Example,
    Gold,
    GoldAttribution,
    GoldMention,
    Marks,
    Span,
    build_example,
    cut_example,
    piece_span,
)

TOKENIZER = make_tokenizer()
PASSAGES = Path(__file__).parents[2] / "corpus/passages"
# One piece a word.
TEXT = "the army said that the ministry denied that it left"


def tokens_of(text: str) -> Tokens:
    return tokenize(TOKENIZER, text, [(0, len(text))], caseless=False)


def span(words: str, text: str = TEXT) -> Span:
    return text.index(words), text.index(words) + len(words)


def allowed(mask: int, labels: tuple[str, ...]) -> set[str]:
    return {label for i, label in enumerate(labels) if mask >> i & 1}


def rows(masks: np.ndarray, labels: tuple[str, ...]) -> list[set[str]]:
    return [allowed(int(mask), labels) for mask in masks]


def attribute(source: str, cue: str, content: str, depth: int = 1, basis: str | None = None) -> GoldAttribution:
    parts = [(span(words),) if words else () for words in (source, cue, content)]
    return GoldAttribution(*parts, depth, basis)


OUTER = attribute("the army", "said", "that the ministry denied that it left", 1, "official_statement")
INNER = attribute("the ministry", "denied", "that it left", 2, "none")


def build(text: str = TEXT, **known: object) -> Example:
    return build_example(TOKENIZER, Gold(text, "test", **known))


@pytest.mark.parametrize(
    ("stretch", "pieces"),
    [
        ((0, 8), (0, 2)),
        ((4, 8), (1, 2)),
        ((5, 6), (1, 2)),
        ((3, 9), (1, 2)),
        ((7, 10), (1, 3)),
        ((3, 4), None),
        ((0, len(TEXT)), (0, 10)),
        ((len(TEXT), len(TEXT) + 5), None),
    ],
)
def test_the_pieces_of_a_stretch(stretch: Span, pieces: Span | None):
    assert piece_span(tokens_of(TEXT), stretch) == pieces


@given(st.text("the army,é 7", max_size=40), st.integers(0, 40), st.integers(1, 40))
def test_the_pieces_of_a_stretch_are_those_that_touch_it(text: str, start: int, length: int):
    tokens, end = tokens_of(text), start + length
    touching = [i for i, (s, e) in enumerate(zip(tokens.starts, tokens.ends, strict=True)) if s < end and e > start]
    assert piece_span(tokens, (start, end)) == ((touching[0], touching[-1] + 1) if touching else None)


@pytest.mark.model
def test_labels_are_those_of_the_shipped_bundle():
    taggers = load_bundle().manifest.taggers
    assert taggers["basis"] == BASES
    assert {name: taggers[name] for name in TAGS if name in taggers} == {n: TAGS[n] for n in TAGS if n in taggers}
    assert taggers["names"] == taggers["descriptions"] == MENTION_LABELS
    assert taggers["parts"] == PART_LABELS
    assert len(set(MENTION_LABELS)) == len(MENTION_LABELS)
    assert [label[:1] for label in MENTION_LABELS[1:]] == ["B", "I"] * (len(MENTION_LABELS) // 2)


def test_what_a_corpus_does_not_say_costs_nothing():
    example = build()
    assert not example.parts.any()
    assert not example.tags["names"].any()
    assert not example.tags["descriptions"].any()
    assert not any(row.any() for row in example.tags.values())
    assert set(example.tags) == set(TAGS)
    assert (example.basis == -1).all()
    assert np.isnan(example.factuality).all()
    assert example.links == []
    assert example.arcs == {}


def test_every_depth_has_its_track():
    example = build(attributions=[INNER, OUTER], nested_known=True)
    first, second, *deeper = (rows(track, PART_LABELS) for track in example.parts)
    content = ["B-content"] + ["I-content"] * 6
    assert first == [{w} for w in ("B-source", "I-source", "B-cue", *content)]
    assert second == [{w} for w in (*"OOOO", "B-source", "I-source", "B-cue", "B-content", "I-content", "I-content")]
    assert deeper == [[{"O"}] * 10] * (TRACKS - 2)
    assert example.links == [(0, [(3, 10)], (2, 3), (0, 2)), (1, [(7, 10)], (6, 7), (4, 6))]


def test_a_flat_corpus_leaves_the_inside_of_contents_open():
    example = build(attributions=[OUTER], nested_known=False)
    for track in example.parts[1:]:
        assert rows(track, PART_LABELS) == [{"O"}] * 3 + [set()] * 7


def test_two_contents_in_one_place_share_no_track():
    example = build(attributions=[OUTER, attribute("", "denied", "that it left")], nested_known=True)
    assert [track for track, *_ in example.links] == [0, 1]


def test_what_lies_deeper_than_all_tracks_goes_to_the_last():
    example = build(attributions=[attribute("", "said", "that", 9)], nested_known=True)
    assert example.links == [(TRACKS - 1, [(3, 4)], (2, 3), None)]


def test_an_attribution_whose_content_has_no_pieces_is_left_out():
    gold = GoldAttribution((), ((9, 13),), ((3, 4),))
    assert build(attributions=[gold], nested_known=True).links == []


def test_the_basis_stands_on_cue_and_source():
    basis = build(attributions=[OUTER, INNER], nested_known=True).basis
    official, none = BASES.index("official_statement"), BASES.index("none")
    assert basis.tolist() == [official] * 3 + [-1] + [none] * 3 + [-1] * 3


def test_without_cue_and_source_the_basis_stands_on_the_first_piece_of_the_content():
    basis = build(attributions=[attribute("", "", "that it left", 1, "imagery")], nested_known=True).basis
    assert np.flatnonzero(basis >= 0).tolist() == [7]


def test_a_mention_allows_all_its_types_and_nothing_else():
    places = frozenset({"GPE", "LOC"})
    example = build(names=[GoldMention(*span("the army"), places)], outside_names=frozenset({"DATE"}))
    assert rows(example.tags["names"], MENTION_LABELS) == [
        {"B-GPE", "B-LOC"},
        {"I-GPE", "I-LOC"},
        *[{"O", "B-DATE", "I-DATE"}] * 8,
    ]


def test_an_unsure_mention_may_be_none():
    example = build(names=[GoldMention(*span("the army"), frozenset({"O", "ORG"}))])
    assert rows(example.tags["names"], MENTION_LABELS)[:2] == [{"O", "B-ORG"}, {"O", "I-ORG"}]


def test_of_two_mentions_in_one_place_the_shorter_stays():
    long, short = (
        GoldMention(*span("the army said"), frozenset({"PER"})),
        GoldMention(*span("army"), frozenset({"ORG"})),
    )
    for mentions in ([long, short], [short, long]):
        found = rows(build(descriptions=mentions).tags["descriptions"], MENTION_LABELS)
        assert found[:3] == [{"O"}, {"B-ORG"}, {"O"}]


def mark(words: str, *types: str) -> GoldMention:
    return GoldMention(*span(words), frozenset(types))


def test_events_have_no_begin_and_inside():
    marks = Marks([mark("the ministry denied", "attack"), mark("left", "movement", "O")], frozenset({"arrest"}))
    found = rows(build(marks={"events": marks}).tags["events"], EVENT_LABELS)
    outside = {"O", "arrest"}
    assert found == [*[outside] * 4, *[{"attack"}] * 3, outside, outside, {"movement", "O"}]


def test_fillers_have_begin_and_inside_for_each_role_they_may_have():
    marks = Marks([mark("the army", "individual", "organization", "O")], frozenset({"place"}))
    found = rows(build(marks={"fillers": marks}).tags["fillers"], FILLER_LABELS)
    assert found[:3] == [
        {"O", "B-individual", "B-organization"},
        {"O", "I-individual", "I-organization"},
        {"O", "B-place", "I-place"},
    ]


def test_tense_is_known_of_marked_words_alone():
    found = rows(
        build(marks={"tense": Marks([mark("denied", "past"), mark("left", "future")])}).tags["tense"], TENSE_LABELS
    )
    assert found == [*[set()] * 6, {"past"}, set(), set(), {"future"}]


@pytest.mark.parametrize(
    ("event", "broad", "incident"),
    [
        ("attack", "attack", "attack"),
        ("arson", "attack", "arson"),
        ("suicide_bombing", "attack", "bombing"),
        ("drone_strike", "attack", "air_strike"),
        ("shooting", "attack", "attack"),
        ("hostage_taking", "kidnapping", "kidnapping"),
        ("arrest", "arrest", "arrest"),
    ],
)
def test_the_broad_type_and_the_type_of_the_incident(event: str, broad: str, incident: str):
    assert (broad_type(event), incident_type(event)) == (broad, incident)


def test_every_event_type_has_its_labels():
    events = set(EVENT_TYPES) - {"statement"}
    assert {broad_type(e) for e in events} == set(EVENT_LABELS) - {"O"}
    assert {incident_type(e) for e in events} == set(INCIDENT_LABELS) - {"O"}


def test_a_score_stands_on_the_first_piece_of_its_word():
    text = "the army attacked it"
    example = build(text, factuality=[(span("attacked", text), -1.5)])
    known = np.flatnonzero(~np.isnan(example.factuality))
    assert known.tolist() == [2]
    assert len(example.tokens.ids) > 4
    assert example.factuality[2] == -1.5


ARCS: dict[str, list[tuple[Span, tuple[Span, ...]]]] = {
    "filler_event": [(span("the army"), (span("said"), span("left"))), (span("the ministry"), (span("denied"),))],
    "event_event": [(span("said"), ()), (span("denied"), ()), (span("left"), (span("said"), span("denied")))],
}


def test_arcs_join_pieces():
    assert build(arcs=ARCS).arcs == {
        "filler_event": [((0, 2), ((2, 3), (9, 10))), ((4, 6), ((6, 7),))],
        "event_event": [((2, 3), ()), ((6, 7), ()), ((9, 10), ((2, 3), (6, 7)))],
    }


def test_no_arc_joins_words_to_themselves():
    rows = [(span("left"), (span("left"), span("said"), span("said")))]
    assert build(arcs={"event_event": rows}).arcs == {"event_event": [((9, 10), ((2, 3),))]}


def test_a_cut_keeps_an_arc_with_what_is_left_of_its_other_side():
    cut = cut_example(build(arcs=ARCS, factuality=[(span("denied"), 2.0)]), 4, 10)
    assert cut.arcs == {"filler_event": [((0, 2), ((2, 3),))], "event_event": [((2, 3), ()), ((5, 6), ((2, 3),))]}
    assert np.flatnonzero(~np.isnan(cut.factuality)).tolist() == [2]


@given(st.integers(0, 9), st.integers(1, 10))
def test_a_cut_never_makes_nothing_out_of_something(start: int, length: int):
    """An arc whose other side is cut off is gone; it must not teach that there is none."""
    example, end = build(arcs=ARCS), min(10, start + length)
    cut = cut_example(example, start, end)

    def inside(place: Span) -> bool:
        return start <= place[0] and place[1] <= end

    for name, rows_of_name in example.arcs.items():
        expected = []
        for left, rights in rows_of_name:
            kept = [r for r in rights if inside(r)]
            if inside(left) and bool(kept) == bool(rights):
                expected.append([piece_words(example, s) for s in (left, *kept)])
        assert [[piece_words(cut, s) for s in (left, *rights)] for left, rights in cut.arcs[name]] == expected


def piece_words(example: Example, place: Span) -> str:
    found = example.tokens.span(*place)
    return TEXT[found.start : found.end]


@pytest.mark.parametrize("split", ["train", "dev", "test"])
def test_every_gold_label_of_our_passages_is_allowed(split: str):
    for passage, gold in read_own(PASSAGES, split):
        example = build_example(TOKENIZER, gold)
        assert len(example.links) == len(passage.attributions)
        for track, contents, cue, source in example.links:
            roles = [("content", c) for c in contents] + [("cue", cue), ("source", source)]
            for role, found in roles:
                if found:
                    labels = rows(example.parts[track, found[0] : found[1]], PART_LABELS)
                    assert labels == [{f"B-{role}"}] + [{f"I-{role}"}] * (found[1] - found[0] - 1), passage.id
        assert (example.parts > 0).all()
        for mention in gold.names or ():
            first, last = piece_span(example.tokens, (mention.start, mention.end)) or (0, 0)
            assert first < last
            labels = rows(example.tags["names"][first:last], MENTION_LABELS)
            (kind,) = mention.types
            nested = [
                m for m in gold.names or () if mention.start <= m.start and m.end <= mention.end and m is not mention
            ]
            assert nested or labels == [{f"B-{kind}"}] + [{f"I-{kind}"}] * (last - first - 1), passage.id


def test_a_cut_keeps_the_links_that_are_whole():
    example = build(attributions=[OUTER, INNER], nested_known=True, names=[])
    cut = cut_example(example, 4, 10)
    assert cut.links == [(1, [(3, 6)], (2, 3), (0, 2))]
    assert cut.tokens.starts.tolist() == example.tokens.starts[4:].tolist()
    assert np.array_equal(cut.parts, example.parts[:, 4:])
    assert np.array_equal(cut.basis, example.basis[4:])
    assert [len(row) for row in (cut.tags["names"], cut.tags["descriptions"], cut.basis, cut.parts[0])] == [6] * 4


@given(st.integers(0, 9), st.integers(1, 10))
def test_a_link_of_a_cut_names_the_same_words(start: int, length: int):
    example = build(attributions=[OUTER, INNER], nested_known=True)
    end = min(10, start + length)
    cut = cut_example(example, start, end)
    whole = {parts: words_of(example, link) for link in example.links if within(parts := spans_of(link), start, end)}
    assert [words_of(cut, link) for link in cut.links] == list(whole.values())


def spans_of(link: tuple) -> tuple[Span, ...]:
    return tuple(s for s in (*link[1], link[2], link[3]) if s)


def within(parts: tuple[Span, ...], start: int, end: int) -> bool:
    return all(start <= s and e <= end for s, e in parts)


def words_of(example: Example, link: tuple) -> list[str]:
    found = [example.tokens.span(*s) for s in spans_of(link)]
    return [TEXT[s.start : s.end] for s in found]
