import pytest

from averral.extract.doing import settle_doers
from averral.extract.event import FoundEvent
from tests.extract.found_events import find_words, make_event

NOT_DONE = [
    ("A convoy was attacked outside the zone secured by the army.", "attacked", "the army"),
    ("The lorry, driven and guarded by two constables, was bombed.", "bombed", "two constables"),
    ("It is untrue that soldiers watched the attack from their post.", "attack", "soldiers"),
    ("Belvarra condemns the attack.", "attack", "Belvarra"),
    ("Eleven died in the attack. Renholt declined to say whom she suspected.", "attack", "Renholt"),
]
DONE = [
    ("A convoy was attacked by the army.", "attacked", "the army"),
    ("The army occupied by night what it attacked.", "attacked", "The army"),
    ("Soldiers began the attack.", "attack", "Soldiers"),
    ("Eleven died in the attack. Renholt had led the men.", "attack", "Renholt"),
    ("The house held by the army was attacked.", "held", "the army"),
]


def doers(text: str, found: list[FoundEvent], number: int = 0) -> list[str]:
    return [text[a.span.start : a.span.end] for a in found[number].arguments if a.role == "perpetrator"]


@pytest.mark.parametrize(("text", "trigger", "phrase"), NOT_DONE)
def test_who_guards_watches_or_speaks_is_no_doer(text: str, trigger: str, phrase: str):
    event = make_event(text, trigger, ("organization", phrase), ("target", text.split(maxsplit=1)[0]))
    settled = settle_doers(text, [event])
    assert doers(text, settled) == []
    assert [a.role for a in settled[0].arguments] == ["target"]


@pytest.mark.parametrize(("text", "trigger", "phrase"), DONE)
def test_doers_stay(text: str, trigger: str, phrase: str):
    event = make_event(text, trigger, ("organization", phrase))
    assert settle_doers(text, [event]) == [event]


@pytest.mark.parametrize(
    ("text", "deed", "verb"),
    [
        ("The ambush was ordered and executed by the Assize.", "ambush", "executed"),
        ("The bombing of the mill at Selm had been carried out by the Assize.", "bombing", "carried out"),
        ("The raid was carefully planned, prepared and directed by the Assize.", "raid", "directed"),
    ],
)
def test_what_was_done_by_somebody_is_their_deed(text: str, deed: str, verb: str):
    events = [make_event(text, deed), make_event(text, verb, ("organization", "the Assize"))]
    assert doers(text, settle_doers(text, events)) == ["the Assize"]


@pytest.mark.parametrize(
    "text",
    [
        "The ambush killed nine. A ban was ordered by the Assize.",
        "The ambush was told of in a letter that was ordered by the Assize.",
        "The ambush was ordered near the Assize.",
    ],
)
def test_what_was_done_otherwise_is_not(text: str):
    events = [make_event(text, "ambush"), make_event(text, "ordered", ("organization", "the Assize"))]
    assert doers(text, settle_doers(text, events)) == []


def test_nobody_is_the_doer_twice():
    text = "The ambush was ordered by the Assize."
    events = [
        make_event(text, "ambush", ("organization", "the Assize")),
        make_event(text, "ordered", ("organization", "the Assize")),
    ]
    (ambush, _) = settle_doers(text, events)
    assert [a.span for a in ambush.arguments] == [find_words(text, "the Assize")]
