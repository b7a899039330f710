"""Roles of single lines in plain text: what gives them away, and what only looks like it."""

from __future__ import annotations

import pytest

from averral.ingest.blocks_text import segment_text

BODY = "Shells struck the market of Sorrin on Saturday and killed nineteen people, officials and witnesses said."


def roles(text: str) -> list[tuple[str, str]]:
    return [(block.role, text[block.start : block.end]) for block in segment_text(text).blocks]


def role_of(line: str, text: str) -> str:
    return next(role for role, part in roles(text) if line in part)


@pytest.mark.parametrize(
    ("dateline", "first"),
    [
        ("PORT AMARAN, 4 May (Agency) —", True),
        ("PORT AMARAN, MAY 4 (MERIDIAN) -", True),
        ("TESSOK, Feb 9 (Northgate) --", True),
        ("LIMA, 9 JAN 90 -- [TEXT]", True),
        ("HAVANA (CUBA), 17 NOV 89 (RADIO REBELDE NETWORK) -- [COMMENTARY] [TEXT]", True),
        ("Dhamrel, 2 Jun 86 (Radio Dhamrel) [Text] --", True),
        ("Clandestine Voice of the Lisk in Vesharan 1700 GMT 2 Jun 86 [Excerpt] --", True),
        ("WASHINGTON (AP) —", True),
    ],
)
def test_dateline_before_first_sentence(dateline, first):
    assert roles(f"{dateline} {BODY}") == [("dateline", dateline), ("body", BODY)]


@pytest.mark.parametrize(
    "text",
    [
        "By Monday the town had buried its dead and shut its gates, and the soldiers were gone.",
        "Share this bread with your neighbours, the bishop said, and do not ask which side their sons are on today.",
        "Related arrests were made in three districts, his office added, without saying to what they were related.",
        "Comments by the minister about the dead of Pier Six caused anger on Thursday among the families.",
        "Facebook removed the general's page on Friday after complaints from the families of the missing men.",
        "Minister Ellwood said:",
        "The brigade - its commander at least - denied that any of its guns had been moved from the ridge.",
    ],
)
def test_sentences_that_begin_like_furniture_stay_body(text):
    assert role_of(text, f"{BODY}\n\n{text}\n\n{BODY}") == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Share this article",
        "Read also: Who holds the Sorrin pass?",
        "ADVERTISEMENT",
        "© 2021 Halmer Gazette. All rights reserved.",
        "Follow us on Chirrup and Facegrid",
        "Home | World | Politics | Business | Opinion",
        "Sign up for our morning briefing",
        "Tags: Sorrin, army, Highland Column",
        "We use cookies to improve your experience.",
        "best replica watches cheap watches online buy watches free shipping",
        "Page 2 of 3",
        "https://gazette.example/a/1",
        "NNNN",
    ],
)
def test_furniture_is_boilerplate_in_and_after_the_body(line):
    assert role_of(line, f"{BODY}\n\n{line}\n\n{BODY}") == "boilerplate"
    assert role_of(line, f"{BODY}\n\n{line}") == "boilerplate"


def test_comment_feed_and_comments_to_the_end():
    text = f"Curfew lifted\n\n{BODY}\n\nRecent comments\nOldfisher in: Who fired?\nmarta_k in: Curfew lifted"
    assert [role for role, _ in roles(text)] == ["headline", "body", "comment", "comment", "comment"]


def test_long_comments_are_not_read():
    comment = "I was at that well the day before. The soldiers had put up a sign with a price on it, and it changed."
    text = f"{BODY}\n\n{BODY}\n\n2 Comments\nRuben says:\n{comment}\nMarch 3, 2019 at 4:12 pm\nReply\n\n© 2019 Gazette"
    assert role_of(comment, text) == "comment"
    assert role_of("© 2019", text) == "boilerplate"


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Anna Mero\n12 October 2019", "byline"),
        ("Anna Mero\nJoren Val", "byline"),
        ("Middle East", "boilerplate"),
    ],
)
def test_a_name_over_the_headline_is_a_byline_beside_a_date_or_another_name(head: str, role: str):
    text = f"{head}\nWho fired on the crowded market?\n\n{BODY}"
    assert roles(text)[0][0] == role
    assert "headline" in [r for r, _ in roles(text)]


def test_head_of_a_scraped_article():
    text = f"OPINION\nWho fired on the market?\nBy Anna Mero and Joren Val\n12 October 2019 09:02\n\n{BODY}"
    assert [role for role, _ in roles(text)] == ["boilerplate", "headline", "byline", "dateline", "body"]
    metadata = segment_text(text).metadata
    assert metadata.title == "Who fired on the market?"
    assert metadata.byline == ("Anna Mero", "Joren Val")
    assert metadata.published == "2019-10-12"


def test_date_without_a_year_is_not_guessed():
    assert segment_text(f"PORT AMARAN, 4 May (Agency) — {BODY}").metadata.published is None


def test_subheading_between_paragraphs_and_list_of_names():
    text = f"{BODY}\n\nA full market\n\n{BODY}\n\nAldo Brenk, 41\nTomas Irrel, 19\nWenn Kadrow, 33\n\n{BODY}"
    assert [role for role, _ in roles(text)] == ["body", "subheading", "body", "body", "body", "body", "body"]


def test_hard_wrapped_paragraph_is_one_block():
    text = (
        "   LIMA, 9 JAN 90 -- [TEXT] HERE IS AN OFFICIAL DEFENSE MINISTRY COMMUNIQUE\n"
        "ON THE ATTACK THAT A GROUP OF SUBVERSIVES CONDUCTED THIS MORNING AGAINST\n"
        "THE FORMER DEFENSE MINISTER, WHO WAS TAKEN TO THE AIR FORCE HOSPITAL.\n\n"
        "   THE AUTHORITIES ARE INVESTIGATING THE ATTACK, AND THEY ARE CONDUCTING\n"
        "THE APPROPRIATE OPERATIONS TO CAPTURE THE CRIMINALS.\n"
    )
    assert [role for role, _ in roles(text)] == ["dateline", "body", "body"]


def test_block_quotation_after_a_colon():
    text = f'{BODY}\n\nIts statement said:\n\n"No soldier of this command stopped the bus."\n\n{BODY}'
    assert role_of("No soldier", text) == "quotation"


def test_text_without_a_sentence_is_body():
    assert [role for role, _ in roles("Sorrin\nTessok\nQuelt")] == ["body"] * 3
