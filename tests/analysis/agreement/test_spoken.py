"""Who is said to have done it, by the words of a sentence: blame, agency, claims and denials, and who "we" are."""

from __future__ import annotations

import pytest

from averral.analysis.agreement import make_testimony
from tests.analysis.agreement.marked import read

BEFORE = "A bomb {hit/bombing} the pier. "


def answers(text: str, **document):
    return {
        (one.actor, one.answer, one.speaker)
        for one in make_testimony(read(text, **document)).stances
        if one.kind == "responsibility"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Ada Quill/PER] blamed [the Salt Front/ORG].", ("salt front", "accused_by", "ada quill")),
        ("[Ada Quill/PER] pinned the bombing on [the Salt Front/ORG].", ("salt front", "accused_by", "ada quill")),
        ("[the Salt Front/ORG] did it.", ("salt front", "reported_as_fact_by", "author")),
        ("The bombing was carried out by [the Salt Front/ORG].", ("salt front", "reported_as_fact_by", "author")),
        ("[the Salt Front/ORG] claimed responsibility.", ("salt front", "claimed_by", "salt front")),
        ("[the Salt Front/ORG] said it, and nobody else, was there.", ("salt front", "claimed_by", "salt front")),
        ("[the Salt Front/ORG] had nothing to do with it.", ("salt front", "denied_by", "author")),
        ("[the Salt Front/ORG] denied any part in the bombing.", ("salt front", "denied_by", "salt front")),
        ("[Ada Quill/PER] denied that [the Salt Front/ORG] was there.", ("salt front", "denied_by", "ada quill")),
        ("«Ada Quill|direct|The pier was not the work of [the Salt Front/ORG],» said [Ada Quill/PER].",
         ("salt front", "denied_by", "ada quill")),
        ("«Salt Front|direct|The bomb was ours,» said [the Salt Front/ORG].",
         ("salt front", "claimed_by", "salt front")),
        ("«Salt Front|direct|We had nothing to do with it,» said [the Salt Front/ORG].",
         ("salt front", "denied_by", "salt front")),
        ("[Ada Quill/PER], spokeswoman for [the Salt Front/ORG], spoke. «Ada Quill|direct|It was ours,» she said.",
         ("salt front", "claimed_by", "ada quill")),
    ],
)  # fmt: skip
def test_who_did_it_in_whose_words(text, expected):
    assert answers(BEFORE + text) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "Did [the Salt Front/ORG] do it?",
        "[Ada Quill/PER] could not deny that.",
        "[Ada Quill/PER] was blamed for being late by nobody.",
    ],
)
def test_what_tells_nothing(text):
    assert not {one for one in answers(BEFORE + text) if one[0] == "salt front"}


def test_what_may_be_is_unsure_and_who_ordered_it_stands_behind_it():
    text = BEFORE + "Perhaps [the Salt Front/ORG] did it. It was ordered by [the Coast Guard/ORG]."
    found = {one.actor: one for one in make_testimony(read(text)).stances if one.kind == "responsibility"}
    assert (found["salt front"].factuality, found["salt front"].behind) == ("PS+", False)
    assert (found["coast guard"].factuality, found["coast guard"].behind) == ("CT+", True)


def test_we_of_a_statement_is_whoever_put_it_out():
    text = "[the Salt Front/ORG] writes. Our fighters {burned/arson} the mill. We have not {shot/attack} anybody."
    assert answers(text, publisher="The Salt Front") == {
        ("salt front", "claimed_by", "author"),
        ("salt front", "denied_by", "author"),
    }
    assert not answers(text)


def test_a_denial_answers_the_charge_before_it():
    text = BEFORE + "[Ada Quill/PER] blamed [the Salt Front/ORG]. [the Salt Front/ORG] rejected the accusation."
    stances = [one for one in make_testimony(read(text)).stances if one.kind == "responsibility"]
    assert [(one.answer, one.incident) for one in stances] == [("accused_by", "bombing"), ("denied_by", "bombing")]


def test_two_who_are_named_together_both_claim_it():
    text = BEFORE + "[the Salt Front/ORG] and [the Coast Guard/ORG] claimed responsibility."
    assert {(actor, answer) for actor, answer, _ in answers(text)} == {
        ("salt front", "claimed_by"),
        ("coast guard", "claimed_by"),
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[the Salt Front/ORG] {bombed/bombing} the pier.", True),
        ("[the Salt Front/ORG], which had already {bombed/bombing} the pier, left.", True),
        ("[the Salt Front/ORG] was {bombed/bombing}.", False),
        ("[the Salt Front/ORG] saw the men who {bombed/bombing} the pier.", False),
        ("[the Salt Front/ORG] {bombing/bombing} was feared.", False),
    ],
)
def test_the_subject_of_a_deed_did_it(text, found):
    assert (("salt front", "reported_as_fact_by", "author") in answers(text)) is found


def test_what_a_statement_says_of_others_is_an_accusation_and_a_paper_reports():
    text = "Ministry of Works\nPress release\n\n[the Salt Front/ORG] {bombed/bombing} the pier."
    assert answers(text, publisher="Ministry of Works") == {("salt front", "accused_by", "author")}
    assert answers(text, publisher="The Lamp") == {("salt front", "reported_as_fact_by", "author")}


def test_nobody_is_blamed_behind_what_somebody_else_is_blamed_for():
    text = BEFORE + "[Ada Quill/PER] blamed a heater for the fire that killed [six clerks/PER]."
    assert not answers(text)


def test_a_charge_that_is_rejected_is_denied_of_whom_it_names():
    text = BEFORE + "Allegations that [the Salt Front/ORG] was there are rejected as false."
    assert answers(text) == {("salt front", "denied_by", "author")}


def test_who_calls_itself_by_a_name_is_that_name():
    text = BEFORE + "It was carried out by [a band/ORG] that calls itself [the Salt Front/ORG]."
    assert answers(text) == {("salt front", "reported_as_fact_by", "author")}


def test_headlines_in_capitals_may_leave_out_who_suffers():
    assert not answers("HOUSE OF [ADA QUILL/PER] {BOMBED/bombing}.")
