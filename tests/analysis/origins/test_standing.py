"""Passages that two texts share though neither has them from the other."""

from __future__ import annotations

import pytest

from averral.analysis.origins.standing import closes_both, fills_form, says_something
from tests.analysis.origins.reports import FIRE, HARBOUR, make_report, trace

TELLING = [
    "The harbour master told a packed hall on Tuesday that nobody had been warned before the gates were opened",
    "Gunmen threatened to kill Governor Tarn Velle and Minister Osra Dahl in retaliation for arrests at Port Sorrel",
    "THE FRONT SAYS THAT ITS MEN WERE NOWHERE NEAR THE MILL WHEN THE SECOND SHELL FELL ON THE ROOF OF THE STORE",
]
STANDING = [
    "Report of the Auditor General on the Ministry of Works Part II Audit Office of the Province of Ondrel Volume IV",
    "By the letter No. 41/7 dated 11.05.2031 of the Director General of Stores, Ministry of Works, Ondrel Province",
    "Velm Ondrel Cantle Sorrel Tressel Ilmar Pethwick Dunmere Askel Haverley Brume Coldwater Total",
    "You can receive this letter every weekday morning and, should you tire of it, unsubscribe at the foot of any page",
    "This message is confidential. If you have received it by mistake please tell us and then delete it from your desk",
    "Editor's note: the Lantern likes to remind its readers that the governor has promised to close all the newspapers",
    "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28",
]
SERVES = (
    "of the Provincial Service, who was serving in the {} Stores Office, was made Chief Clerk of the {} Stores Office"
)


@pytest.mark.parametrize("passage", TELLING)
def test_what_tells_of_something(passage: str):
    assert says_something(passage)


@pytest.mark.parametrize("passage", STANDING)
def test_what_tells_of_nothing(passage: str):
    assert not says_something(passage)


def test_a_long_passage_with_a_word_of_notices_is_still_a_passage():
    assert says_something(" ".join([FIRE[:500], "Readers may unsubscribe."]))


def test_a_form_filled_in_twice_is_no_copy():
    assert fills_form(SERVES.format("Cantle", "Velm"), SERVES.format("Ondrel", "Sorrel"))
    assert not fills_form(SERVES.format("Cantle", "Velm"), SERVES.format("Cantle", "Sorrel"))


def test_a_toll_that_changed_makes_no_form():
    told = "At least {} people died at the rope works on {}, the fire service in Cantle told reporters at the gate"
    assert not fills_form(told.format(11, "Monday"), told.format(14, "Monday"))


def test_closing_lines_are_short_beside_both_texts():
    assert closes_both(30, (400, 300), (400, 300))
    assert not closes_both(30, (380, 300), (400, 300))
    assert not closes_both(30, (400, 100), (400, 100))
    assert not closes_both(90, (900, 900), (900, 900))


def test_reports_that_share_a_note_on_the_author_share_no_origin():
    note = (
        "Ansa Brill has written about ports and railways for the Lantern since 2019; her book on tides is out in May."
    )
    one, two = make_report(f"{FIRE * 2}\n\n{note}"), make_report(f"{HARBOUR * 2}\n\n{note}")
    assert not trace(one, two).links


def test_short_texts_of_one_form_are_no_rewrites_of_each_other():
    told = (
        "The duties of the late Mr. {} at the stores of {} were taken up by Mr. {}, who draws the pay of a clerk there."
    )
    one, two = (
        make_report(told.format(*names)) for names in (("Hask", "Sorrel", "Velm"), ("Denn", "Tressel", "Brume"))
    )
    assert not trace(one, two).links
