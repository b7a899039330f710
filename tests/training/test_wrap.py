import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.examples import Gold, GoldAttribution, Span
from training.wrap import Frame, Part, Sentence, bare_frame, find_frames, make_nested, split_sentences, wrap

# Source, cue and content in brackets.
MARKED = (
    ("<The mayor> <said> <that the bridge had been closed since dawn>.", "sct"),
    ('<"We heard two shots behind the station,"> <she> <told> reporters.', "tsc"),
    ("<The road to the border had been mined>, <according to> <the army>.", "tcs"),
    ("<He> <denied> <the report on the burned warehouse>.", "sct"),
    ("<Reportedly>, <the two trucks came back empty from the coast>.", "ct"),
    ("<“The convoy left at six and nobody saw it again,”> <a driver> <said> later.", "tsc"),
    ("Nobody has come to the market since the shelling.", ""),
    ("Why did <officials> <promise> <to open the dam before the rain>?", "sct"),
    ("<A clerk> <wrote>: <nothing was left of the mill after the second night.>", "sct"),
    ("<Who paid for the lorries and the drivers?> <the widow> <asked>.", "tsc"),
)
ROLES = {"s": "source", "c": "cue", "t": "content"}
seeds = st.integers(0, 2**32 - 1)


def unmark(marked: str, roles: str) -> Sentence:
    text, spans = "", dict.fromkeys(ROLES.values(), ())
    for number, piece in enumerate(marked.replace(">", "<").split("<")):
        if number % 2:
            role = ROLES[roles[number // 2]]
            spans[role] = (*spans[role], (len(text), len(text) + len(piece)))
        text += piece
    return Sentence(text, (GoldAttribution(**spans),) if roles else ())


SENTENCES = [unmark(*marked) for marked in MARKED]
FRAMES = find_frames(SENTENCES)


def parts_of(attribution: GoldAttribution) -> list[Span]:
    return [*attribution.source, *attribution.cue, *attribution.content]


def words(text: str, spans: tuple[Span, ...] | list[Span]) -> list[str]:
    return [text[start:end] for start, end in spans]


def joined() -> Gold:
    text, attributions = "", []
    for sentence in SENTENCES:
        text += "\n\n" if text else ""
        for a in sentence.attributions:
            moved = {r: tuple((s + len(text), e + len(text)) for s, e in getattr(a, r)) for r in ROLES.values()}
            attributions.append(GoldAttribution(**moved))
        text += sentence.text
    return Gold(text, "polnear", attributions=attributions)


def test_sentences_of_a_text_keep_their_attributions():
    assert split_sentences(joined()) == SENTENCES


def test_a_sentence_that_cuts_an_attribution_is_left_out():
    text = "She gave him a long statement. The army had left the valley. Nobody came to the market."
    whole = GoldAttribution(((0, 3),), ((4, 8),), ((15, 60),))
    assert [s.text for s in split_sentences(Gold(text, "polnear", attributions=[whole]))] == [
        "Nobody came to the market."
    ]


def test_sentences_too_short_and_too_long_are_left_out():
    text = "No.\nIt was quiet in the harbour.\n" + "word " * 100
    assert [s.text for s in split_sentences(Gold(text, "polnear"))] == ["It was quiet in the harbour."]


def test_frames_are_what_stands_around_a_clause_or_a_quotation():
    assert find_frames(SENTENCES) == [
        Frame("The mayor said ", ".", Part(False, 0, 9), Part(False, 10, 14), quoted=False),
        Frame("", " she told reporters.", Part(True, 1, 4), Part(True, 5, 9), quoted=True),
        Frame("", ", according to the army.", Part(True, 15, 23), Part(True, 2, 14), quoted=False),
        Frame("", " a driver said later.", Part(True, 1, 9), Part(True, 10, 14), quoted=True),
    ]


@pytest.mark.parametrize(
    ("marked", "roles"),
    [
        ("<The mayor> <said> <that it was closed>.", "sct"),  # a content too short
        ("<She> <called> <the burned warehouse and its owners> <a disgrace to the town>.", "sctt"),  # two pieces
        ("<The mayor>, <that the bridge had been closed since dawn>, <said> so.", "stc"),  # around the content
        ("<The mayor> <confirmed> <a plan for the closing of the bridge>.", "sct"),  # neither clause nor quotation
        (
            "<The mayor>, " + "who has ruled the town for years, " * 5 + "<said> <that the bridge had been closed>.",
            "sct",
        ),
    ],
)
def test_what_gives_no_frame(marked: str, roles: str):
    assert find_frames([unmark(marked, roles)]) == []


def test_a_bare_frame_has_a_cue_and_no_source():
    for seed in range(20):
        frame = bare_frame(random.Random(seed))
        assert frame.source is None
        assert frame.cue is not None
        assert frame.before[: frame.cue.end].split()[0] in ("Reportedly", "Allegedly", "It")
        assert frame.before[frame.cue.end :] in (", ", " that ")


def check_wrapped(sentence: Sentence, frame: Frame, wrapped: Sentence) -> None:
    outer, *inner = wrapped.attributions
    ((start, end),) = outer.content
    assert wrapped.text[:start] == frame.before
    assert wrapped.text[end:] == frame.after
    for part, spans in ((frame.source, outer.source), (frame.cue, outer.cue)):
        side = frame.after if part and part.behind else frame.before
        assert words(wrapped.text, spans) == ([side[part.start : part.end]] if part else [])
    assert outer.depth == 1
    assert [a.depth for a in inner] == [a.depth + 1 for a in sentence.attributions]
    assert "?." not in wrapped.text
    assert "?," not in wrapped.text
    length = len(sentence.text)
    for old, new in zip(sentence.attributions, inner, strict=True):
        for before, after in zip(parts_of(old), parts_of(new), strict=True):
            assert start <= after[0] < after[1] <= end
            was, now = sentence.text[before[0] : before[1]], wrapped.text[after[0] : after[1]]
            if before[1] == length and not now.endswith(was[-1]):
                was = was.rstrip(".!?")
            assert now in (was, was[0].lower() + was[1:])
            assert now == was or before[0] == 0


@given(seeds, st.sampled_from(SENTENCES), st.lists(st.sampled_from(FRAMES), min_size=1, max_size=3))
def test_a_wrapped_sentence_keeps_every_span(seed: int, sentence: Sentence, frames: list[Frame]):
    rng = random.Random(seed)
    for frame in frames:
        wrapped = wrap(sentence, frame, rng)
        check_wrapped(sentence, frame, wrapped)
        sentence = wrapped


@given(seeds, st.sampled_from(SENTENCES))
def test_a_bare_frame_wraps_too(seed: int, sentence: Sentence):
    rng = random.Random(seed)
    frame = bare_frame(rng)
    check_wrapped(sentence, frame, wrap(sentence, frame, rng))


def test_a_quotation_gets_marks_and_a_comma():
    assert {wrap(SENTENCES[6], FRAMES[1], random.Random(seed)).text for seed in range(20)} == {
        '"Nobody has come to the market since the shelling," she told reporters.',
        "“Nobody has come to the market since the shelling,” she told reporters.",
    }


def test_an_indirect_content_loses_its_stop_and_its_capital():
    found = {wrap(SENTENCES[2], FRAMES[0], random.Random(seed)).text for seed in range(40)}
    assert "The mayor said that the road to the border had been mined, according to the army." in found
    assert "The mayor said the road to the border had been mined, according to the army." in found
    assert all(text.endswith("the army.") for text in found)


def test_a_span_that_ends_with_the_sentence_loses_its_stop_too():
    wrapped = wrap(SENTENCES[8], FRAMES[0], random.Random(1))
    assert [words(wrapped.text, a.content) for a in wrapped.attributions][1] == [
        "nothing was left of the mill after the second night"
    ]
    assert wrapped.text.endswith("after the second night.")


def test_a_question_keeps_its_mark_in_quotation_marks_alone():
    sentence = Sentence("Who paid for the lorries and the drivers?", ())
    assert wrap(sentence, FRAMES[1], random.Random(0)).text.replace("”", '"')[1:] == (
        'Who paid for the lorries and the drivers?" she told reporters.'
    )
    assert wrap(sentence, FRAMES[2], random.Random(0)).text == (
        "Who paid for the lorries and the drivers, according to the army."
    )


def test_a_name_keeps_its_capital():
    sentence = Sentence("Ostral burned for two days and nights.", ())
    found = {wrap(sentence, FRAMES[0], random.Random(seed)).text for seed in range(20)}
    assert found == {
        "The mayor said that Ostral burned for two days and nights.",
        "The mayor said Ostral burned for two days and nights.",
    }


@given(seeds, st.integers(1, 120))
def test_nested_paragraphs(seed: int, size: int):
    gold = make_nested(SENTENCES, FRAMES, random.Random(seed), size)
    assert gold.nested_known
    assert len(gold.text.split()) >= size
    known = {w.lower() for s in SENTENCES for a in s.attributions for w in words(s.text, [*a.source, *a.cue])}
    for a in gold.attributions or ():
        assert 1 <= a.depth <= 4
        assert all(0 <= start < end <= len(gold.text) for start, end in parts_of(a))
        bare = {w.lower() for w in words(gold.text, [*a.source, *a.cue])} - known
        assert all(w.startswith(("reportedly", "allegedly", "it ")) for w in bare)
        if a.depth > 1:
            assert any(holds(b, a) for b in gold.attributions or () if b.depth == a.depth - 1)


def holds(outer: GoldAttribution, inner: GoldAttribution) -> bool:
    return all(any(s <= start and end <= e for s, e in outer.content) for start, end in parts_of(inner))


def test_the_same_seed_gives_the_same_paragraph():
    first, again, other = (make_nested(SENTENCES, FRAMES, random.Random(seed), 90) for seed in (5, 5, 6))
    assert first == again
    assert first.text != other.text


def test_paragraphs_reach_every_depth():
    golds = [make_nested(SENTENCES, FRAMES, random.Random(seed), 60) for seed in range(60)]
    assert {a.depth for gold in golds for a in gold.attributions or ()} == {1, 2, 3, 4}
