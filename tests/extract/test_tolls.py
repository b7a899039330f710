import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.extract.casualties import CasualtyFigure, find_casualties
from averral.extract.happening import Happening, group_events
from averral.extract.sentences import iter_sentences
from averral.extract.tolls import REACH, assign_figures, whole_tolls
from averral.records import Span
from tests.extract.found_events import find_words, make_event

HAPPENED = ("bombed", "raid", "killed", "hurt", "clash")
"""In the texts of the table, each of these words is an incident of its own."""


def make_figure(text: str, words: str, harm: str, sentences: list[Span]) -> CasualtyFigure:
    span = find_words(text, words)
    sentence = next(s for s in sentences if s.holds(span))
    return CasualtyFigure("killed", 3, 3, span.start, span.end, find_words(text, harm), sentence)


@pytest.mark.parametrize(
    ("text", "figure", "harm", "owner"),
    [
        # The word of harm is an event itself, however near another is.
        ("The raid hurt three clerks and killed nine men.", "nine men", "killed", "killed"),
        ("The raid killed, at Kella, in the night after a clash, nine men.", "nine men", "killed", "killed"),
        # Else the nearest event in the sentence, on either side.
        ("After the clash in Kella the raid left nine dead.", "nine", "dead", "raid"),
        ("Nine died in the raid after the clash.", "Nine", "died", "raid"),
        # Else the last event before the sentence, if it is not far.
        ("Rebels bombed Kella. Later came a raid. Nine men died.", "Nine men", "died", "raid"),
        ("Rebels bombed Kella. It rained. It was dark. Nine men died.", "Nine men", "died", "bombed"),
        (
            "Rebels bombed Kella. It rained. It was dark. Fog came. Then snow. Nine men died.",
            "Nine men",
            "died",
            "bombed",
        ),
        # An event that comes later is what a figure is of only where none came before: in a headline.
        ("Nine men died. Rebels bombed Kella.", "Nine men", "died", "bombed"),
        ("Nine men died. It rained. It was dark. Fog came. Rebels bombed Kella.", "Nine men", "died", None),
        ("A raid. Rain. Dark. Fog. Snow. Nine men died. Rebels bombed Kella.", "Nine men", "died", "raid"),
        ("Nine men died.", "Nine men", "died", None),
    ],
)
def test_whose_figure_it_is(text: str, figure: str, harm: str, owner: str | None):
    sentences = list(iter_sentences(text, [Span(0, len(text))]))
    events = sorted((make_event(text, w) for w in HAPPENED if w in text), key=lambda e: e.trigger)
    happenings = group_events(events)
    assert len(happenings) == len(events)
    (number,) = assign_figures([make_figure(text, figure, harm, sentences)], events, happenings, sentences)
    found = None if number is None else events[happenings[number].events[0]].trigger
    assert (None if found is None else text[found.start : found.end]) == owner


def test_no_figures_and_no_events_are_no_trouble():
    assert assign_figures([], [], [], []) == []
    figure = CasualtyFigure("killed", 1, 1, 0, 3, Span(4, 8), Span(0, 9))
    assert assign_figures([figure], [], [], [Span(0, 9)]) == [None]
    assert assign_figures([figure], [], [], []) == [None]


@given(st.lists(st.integers(0, 40), max_size=12), st.lists(st.integers(0, 40), max_size=12))
def test_every_figure_has_an_answer_and_none_takes_part_in_nothing(places: list[int], triggers: list[int]):
    text = "bang " * 50
    sentences = [Span(i, i + 25) for i in range(0, 250, 25)]
    events = [make_event(text, "bang", number=n) for n in sorted(set(triggers))]
    happenings = [Happening("attack", (i,)) for i in range(len(events))]
    figures = [
        CasualtyFigure("killed", 1, 1, 5 * p, 5 * p + 4, Span(5 * p, 5 * p + 4), sentences[p // 5]) for p in places
    ]
    owners = assign_figures(figures, events, happenings, sentences)
    assert len(owners) == len(figures)
    for figure, owner in zip(figures, owners, strict=True):
        own = [i for i, e in enumerate(events) if e.trigger.start == figure.start]
        if own:
            assert owner == own[0]
        if owner is not None:
            trigger = events[owner].trigger
            assert abs(trigger.start - figure.start) < (REACH + 1) * 25
            assert trigger.start < figure.sentence.end or trigger == min(e.trigger for e in events)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Twelve people, including three children, were killed.", ["Twelve people"]),
        ("A driver was arrested on Friday.", []),
        ("One driver was arrested on Friday.", ["One driver"]),
        ("Two drivers were arrested on Friday.", ["Two drivers"]),
        ("The governor was expelled.", []),
        ("A driver was killed.", ["A driver"]),
        ("Nobody was arrested.", ["Nobody"]),
    ],
)
def test_what_is_a_toll_of_its_own(text: str, kept: list[str]):
    figures = whole_tolls(text, find_casualties(text, [Span(0, len(text))]))
    assert [text[f.start : f.end] for f in figures] == kept
