"""Conversations that were written down: who has the word behind which label."""

from __future__ import annotations

from averral.analysis.agreement import make_testimony
from averral.analysis.agreement.turns import list_turns
from tests.analysis.agreement.marked import read


def speakers(marked: str):
    reading = read(marked)
    turns = list_turns(reading.document.text, reading.entities, reading.mentions)
    return [(turn.label, turn.entity) for turn in turns]


def test_the_guest_answers_questions():
    text = "Guest: [Ada Quill/PER], clerk.\n\nQ: Was it you?\nA: It was not.\nQ: Who then?\nA: I do not know.\n"
    assert speakers(text) == [("Q", None), ("A", "ada quill"), ("Q", None), ("A", "ada quill")]


def test_labels_in_capitals_are_names():
    text = "[Ada Quill/PER] met [Tom Reed/PER].\n\nREED: Was it you?\nQUILL: No.\nREED: Who then?\nQUILL: Ask them.\n"
    assert speakers(text) == [
        ("REED", "tom reed"), ("QUILL", "ada quill"), ("REED", "tom reed"), ("QUILL", "ada quill"),
    ]  # fmt: skip


def test_an_interview_without_labels_has_questions_and_what_stands_between():
    text = (
        "The Lunt Lamp\nInterview with [Ada Quill/PER]\n\nWas it you?\n\nIt was not.\n\nWho then?\n\nI do not know.\n\n"
        "I saw nobody.\n\nWill you say so in court?\n\nI will.\n"
    )
    found = speakers(text)
    assert [label for label, _ in found] == ["Q", "A", "Q", "A", "A", "Q", "A"]
    assert {entity for label, entity in found if label == "A"} == {"ada quill"}
    assert speakers(text.replace("Interview with", "A walk with")) == []


def test_headlines_are_no_labels():
    assert speakers("URGENT: One\nUPDATE: Two\nBLAST: Three\nFIRE: Four\n") == []
    assert speakers("Q: One?\nA: Two.\n") == []


def test_in_a_turn_the_speaker_speaks():
    text = (
        "Guest: [Ada Quill/PER], spokeswoman for [the Salt Front/ORG].\n\nQ: Good evening.\nA: Good evening.\n"
        "Q: A bomb {hit/bombing} the pier.\nA: It was not ours.\n"
    )
    stances = [one for one in make_testimony(read(text)).stances if one.kind == "responsibility"]
    assert [(one.actor, one.answer, one.speaker) for one in stances] == [("salt front", "denied_by", "ada quill")]
