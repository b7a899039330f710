import re
import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from averral.extract.times import find_times
from averral.extract.times.lexicon import WORDS
from averral.records import Span, Time

PUBLISHED = "2019-05-16"
"""A Thursday."""
DAY = r"-?\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?)?)?[~?]?|\d{3}X[~?]?|\d{2}XX[~?]?"
CLOCK = r"T\d{2}:\d{2}(?::\d{2})?Z?"
EDTF = re.compile(
    rf"(?:{DAY})|(?:{DAY}|\.\.|)/(?:{DAY}|\.\.|)"
    rf"|[\[{{](?:{DAY})(?:,(?:{DAY}))+[\]}}]"
    rf"|(?:R/)?P(?=[\dT])(?:[\d.]+[YMWD])*(?:T(?:[\d.]+[HMS])+)?|{CLOCK}|(?:{CLOCK}|\.\.)/(?:{CLOCK}|\.\.)"
)
_MONTHS = "January February March April May June July August September October November December"
MONTHS = _MONTHS.split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
WEEKDAYS = _WEEKDAYS.split()
_VOCABULARY = """
    the a of in on at to and from between until since by next last this that early mid late May Monday second quarter
    week years ago later before after 12 31 2019 1800 9pm 12:30 12/03/2019 1990s '88 $5 , every two hundred noon 3rd
    summer fall morning Q3 will was said 99999 0310 hours -old half possibly . - –
"""
VOCABULARY = _VOCABULARY.split()


def find(text: str, published: str | None = PUBLISHED) -> tuple[Time, ...]:
    return find_times(text, [Span(0, len(text))], published)


def values(text: str, published: str | None = PUBLISHED) -> dict[str, str | None]:
    return {text[t.start : t.end]: t.edtf for t in find(text, published)}


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on 14 May 1989", "1989-05-14"),
        ("ON 14 MAY 1989", "1989-05-14"),
        ("May 14, 1989", "1989-05-14"),
        ("Sunday, May 14th, 1989,", "1989-05-14"),
        ("the 14th of May, 1989", "1989-05-14"),
        ("the fourteenth of May 1989", "1989-05-14"),
        ("May twenty-first 1989", "1989-05-21"),
        ("Sept. 24, 2010", "2010-09-24"),
        ("14 May of 1989", "1989-05-14"),
        ("PORT AMARAN, 12 APR 88 (AGENCY)", "1988-04-12"),
        ("05-Aug-2016", "2016-08-05"),
        ("2019-03-14", "2019-03-14"),
        ("14.03.2019", "2019-03-14"),
        ("25/04/2019", "2019-04-25"),
        ("04/25/2019", "2019-04-25"),
        ("2019/04/25", "2019-04-25"),
        ("141530Z MAR 19", "2019-03-14T15:30Z"),
        ("the 9/11 attacks", "2001-09-11"),
        ("in March 2011", "2011-03"),
        ("in March of 2011", "2011-03"),
        ("in 2011", "2011"),
        ("the 2011 uprising", "2011"),
        ("the year 2011", "2011"),
        ("in 1724", "1724"),
        ("(1958)", "1958"),
        ("in nineteen ninety-six", "1996"),
        ("in two thousand and fifteen", "2015"),
        ("the 1990s", "199X"),
        ("the '90s", "199X"),
        ("the sixties", "196X"),
        ("the 1700s", "17XX"),
        ("the 20th century", "19XX"),
        ("the summer of 2019", "2019-22"),
        ("spring 2019", "2019-21"),
        ("fall 2011", "2011-23"),
        ("the winter of 2011", "2011-24"),
        ("last summer", "2018-22"),
        ("Christmas Day 2011", "2011-12-25"),
        ("on New Year's Eve", "2018-12-31"),
    ],
)
def test_calendar_dates(text: str, edtf: str):
    assert next(iter(values(text).values())) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("today", "2019-05-16"),
        ("YESTERDAY", "2019-05-15"),
        ("the day before yesterday", "2019-05-14"),
        ("tomorrow", "2019-05-17"),
        ("on Tuesday", "2019-05-14"),
        ("on Thursday", "2019-05-16"),
        ("on Friday", "2019-05-10"),
        ("Talks will resume on Friday", "2019-05-17"),
        ("On Friday, talks will resume", "2019-05-17"),
        ("The vote is scheduled for Tuesday", "2019-05-21"),
        ("Officials said on Monday that talks will resume", "2019-05-13"),
        ("last Tuesday", "2019-05-14"),
        ("next Tuesday", "2019-05-21"),
        ("this coming Tuesday", "2019-05-21"),
        ("last week", "2019-05-06/2019-05-12"),
        ("this week", "2019-05-13/2019-05-19"),
        ("the week after next", "2019-05-27/2019-06-02"),
        ("last weekend", "2019-05-11/2019-05-12"),
        ("over the weekend", "2019-05-11/2019-05-12"),
        ("next month", "2019-06"),
        ("this year", "2019"),
        ("last year", "2018"),
        ("last September", "2018-09"),
        ("in September", "2018-09"),
        ("in May", "2019-05"),
        ("on 4 May", "2019-05-04"),
        ("on 16 May", "2019-05-16"),
        ("on 4 October", "2018-10-04"),
        ("It will open on 4 October", "2019-10-04"),
        ("ahead of the elections on 2 June", "2019-06-02?"),
        ("4 May last year", "2018-05-04"),
        ("in May last year", "2018-05"),
        ("Monday last week", "2019-05-06"),
        ("three days ago", "2019-05-13"),
        ("two weeks ago", "2019-05-02~"),
        ("four months ago", "2019-01~"),
        ("two years ago", "2017~"),
        ("a decade ago", "2009~"),
        ("24 hours ago", "2019-05-15~"),
        ("in two weeks' time", "2019-05-30~"),
        ("They will decide in three days", "2019-05-19"),
        ("the past 30 days", "2019-04-16/2019-05-16"),
        ("the past two months", "2019-03-16~/2019-05-16"),
        ("the past week", "2019-05-09~/2019-05-16"),
        ("in the past few days", "/2019-05-16"),
        ("next two days", "2019-05-17/2019-05-18"),
        ("two weeks before 13 May 2018", "2018-04-29"),
        ("a day after 13 May 2018", "2018-05-14"),
        ("the first Monday of June 2018", "2018-06-04"),
        ("the last day of February 2020", "2020-02-29"),
    ],
)
def test_dates_from_publication(text: str, edtf: str):
    assert next(iter(values(text).values())) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("from 2011 to 2014", "2011/2014"),
        ("between 2011 and 2014", "2011/2014"),
        ("2011-2014", "2011/2014"),
        ("in 2014–16", "2014/2016"),
        ("2019/20", "2019/2020"),
        ("between 3 and 5 May", "2019-05-03/2019-05-05"),
        ("3-5 May", "2019-05-03/2019-05-05"),
        ("from 3 to 5 May 2018", "2018-05-03/2018-05-05"),
        ("May 3-5, 2018", "2018-05-03/2018-05-05"),
        ("April 27 to 3", "2019-04-27/2019-05-03"),
        ("30 April to 2 May", "2019-04-30/2019-05-02"),
        ("from November to March", "2018-11/2019-03"),
        ("Nov-Feb 2017", "2016-11/2017-02"),
        ("4, 5 and 6 May", "2019-05-04/2019-05-06"),
        ("4 and 9 May", "{2019-05-04,2019-05-09}"),
        ("since March", "2019-03/.."),
        ("since the 1990s", "199X/.."),
        ("from 2011 onwards", "2011/.."),
        ("until 3 June", "../2019-06-03"),
        ("by the end of the year", "../2019-12-31"),
        ("before 2010", "../2010"),
        ("pre-2011", "../2011"),
        ("early 2014", "2014-01~/2014-04~"),
        ("mid-May", "2019-05-11~/2019-05-20~"),
        ("late 2014", "2014-09~/2014-12~"),
        ("the early 1990s", "1990-01~/1993-04~"),
        ("the end of March", "2019-03-21~/2019-03-31~"),
        ("the first quarter of 2020", "2020-01/2020-03"),
        ("Q3 2020", "2020-07/2020-09"),
        ("the second half of 2018", "2018-07/2018-12"),
        ("the first week of May 2018", "2018-05-01~/2018-05-07~"),
        ("around 3 May", "2019-05-03~"),
        ("circa 1900", "1900~"),
        ("possibly in March", "2019-03?"),
    ],
)
def test_intervals(text: str, edtf: str):
    assert list(values(text).values()) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf", "kind"),
    [
        ("at 9pm on Sunday", "2019-05-12T21:00", "time"),
        ("on Sunday at 9.30 p.m.", "2019-05-12T21:30", "time"),
        ("at 21:30 on 3 May", "2019-05-03T21:30", "time"),
        ("3 May 2019 1900 GMT", "2019-05-03T19:00Z", "time"),
        ("0310 hours", "T03:10", "time"),
        ("AT 0730", "T07:30", "time"),
        ("9pm", "T21:00", "time"),
        ("at 9 in the evening", "T21:00", "time"),
        ("noon on Friday", "2019-05-10T12:00", "time"),
        ("midnight on Friday", "2019-05-10", "time"),
        ("at 9 o'clock on Sunday", "2019-05-12", "time"),
        ("at 7:30 on Sunday", "2019-05-12", "time"),
        ("last night at 8", "2019-05-15T20:00", "time"),
        ("LAST NIGHT", "2019-05-15", "time"),
        ("this morning", "2019-05-16", "time"),
        ("late on Monday", "2019-05-13", "time"),
        ("late Sunday night", "2019-05-12", "time"),
        ("on the night of 11 March", "2019-03-11", "time"),
        ("at dawn on 11 March", "2019-03-11", "time"),
        ("at dawn", None, "time"),
        ("12:30", None, "time"),
        ("between 3 and 8am on Sunday", "2019-05-12T03:00/2019-05-12T08:00", "interval"),
        ("from 11am to 1 on Sunday", "2019-05-12T11:00/2019-05-12T13:00", "interval"),
        ("from 6am to midnight", "T06:00/T00:00", "interval"),
        ("after 10pm", "T22:00/..", "interval"),
        ("for three weeks", "P3W", "duration"),
        ("a two-hour siege", "PT2H", "duration"),
        ("two and a half years", "P2.5Y", "duration"),
        ("two years and three months", "P2Y3M", "duration"),
        ("half an hour", "PT0.5H", "duration"),
        ("two decades", "P20Y", "duration"),
        ("for a week", "P1W", "duration"),
        ("in two weeks of fighting", "P2W", "duration"),
        ("several weeks", None, "duration"),
        ("two to three weeks", None, "duration"),
        ("every day", "R/P1D", "set"),
        ("every Monday", "R/P1W", "set"),
        ("every Feb", "R/P1Y", "set"),
        ("on Fridays", "R/P1W", "set"),
        ("every two weeks", "R/P2W", "set"),
        ("every other month", "R/P2M", "set"),
        ("once a year", "R/P1Y", "set"),
        ("daily raids", "R/P1D", "set"),
        ("14 May", "2019-05-14", "date"),
        ("last week", "2019-05-06/2019-05-12", "interval"),
    ],
)
def test_times_durations_and_sets(text: str, edtf: str | None, kind: str):
    assert [(t.edtf, t.kind) for t in find(text)] == [(edtf, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "She may go. They march on the capital. The second man fell in the river; the sun set.",
        "It may be in the second round.",
        "All 12 may appeal.",
        "THE ARMY MAY ATTACK. ALL 12 MAY BE DEAD. TROOPS MARCH 20 MILES.",
        "This may end badly; that may not.",
        "A 12-year-old boy, aged 12 years, was 42 years old and four months of age.",
        "2000 people, 2014 men and 1,990 women; $2010; €1998; 2015 votes",
        "UN Resolution 1973, Flight 2012, Article 2010, No. 2015, page 1999",
        "F-16, AK-47, COVID-19, 737-800, 5.56 mm, 3-0, 24/7, 50/50, 1:1, +44 2010 2015",
        "Black Friday, Mr Friday, the Sunday Gazette, Sunday Times",
        "April Moss met June Vale.",
        "the 18th floor, the 38th parallel",
        "$5 a day; 100 km an hour",
        "https://example.org/2019/03/14/report-2018-01-02.html",
        "Women's March, the March for Land",
        "the Weekly Post; the Lirren Daily Herald",
        "survey of 1709 households; a force of 2000 rebels; in 1500 villages",
    ],
)
def test_words_and_numbers_that_are_no_times(text: str):
    assert values(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2019",
        "31/02/2019",
        "29 February 2019",
        "the following year",
        "two days later",
        "that night",
        "two days after the attack",
        "the day after the vote",
        "on a Monday",
        "several years ago",
        "2010-11",
        "the 1900s",
        "the last months of his life",
        "fiscal year 2019",
    ],
)
def test_found_but_nothing_anchors_it(text: str):
    assert list(values(text).values()) == [None]


@pytest.mark.parametrize("text", ["today", "on Tuesday", "last week", "in May", "on 4 May", "three days ago"])
@pytest.mark.parametrize("published", [None, "", "soon", "2019-13-40", "..", "2019-05-31/2019-06-02", "201X"])
def test_without_publication_relative_dates_are_found_and_null(text: str, published: str | None):
    assert list(values(text, published).values()) == [None]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2019", {"last year": "2018", "today": None, "in May": "2019-05?"}),
        ("2019-05", {"last month": "2019-04", "on Tuesday": None, "this year": "2019"}),
        ("2019-05-16T21:30:00Z", {"today": "2019-05-16"}),
        ("2019-05-16~", {"today": "2019-05-16"}),
    ],
)
def test_publication_known_to_the_month_or_year(published: str, expected: dict[str, str | None]):
    assert {text: next(iter(values(text, published).values())) for text in expected} == expected


def test_the_narrative_is_told_from_its_own_dates():
    text = (
        "On 3 March 2011 fighting began. That night shells fell. Two days later the town was taken, and a month earlier"
        " nobody expected it. The same day a truce was signed. The following week police came. The next year it failed."
    )
    assert values(text) == {
        "3 March 2011": "2011-03-03",
        "That night": "2011-03-03",
        "Two days later": "2011-03-05",
        "a month earlier": "2011-02~",
        "The same day": "2011-03-05",
        "The following week": "2011-03-07/2011-03-13",
        "The next year": "2012",
    }


def test_a_date_of_speaking_is_no_anchor_of_the_story():
    text = "The bridge fell on 3 March 2011, police said on Tuesday. Two days later it was closed."
    assert values(text)["Two days later"] == "2011-03-05"


def test_later_dates_of_a_story_take_its_year_and_say_so():
    text = "He was taken on 28 December 2010. On 3 January he was moved, and in March he was freed."
    assert values(text) == {"28 December 2010": "2010-12-28", "3 January": "2011-01-03?", "March": "2011-03?"}


def test_a_story_keeps_its_year_within_its_block_only():
    text = "The group was formed on 14 March 2011.\n\nOn 4 May it attacked."
    times = find_times(text, [Span(0, 38), Span(40, len(text))], PUBLISHED)
    assert [t.edtf for t in times] == ["2011-03-14", "2019-05-04"]


def test_a_year_in_passing_is_no_story():
    assert values("The group, founded in 2011, attacked on 4 May.")["4 May"] == "2019-05-04"


def test_a_time_takes_the_day_of_its_sentence_else_of_the_running_text():
    assert values("On 3 May shells fell at 9pm. At 10pm it was over.") == {
        "3 May": "2019-05-03",
        "9pm": "2019-05-03T21:00",
        "10pm": "2019-05-03T22:00",
    }
    assert values("In May shells fell. At 10pm it was over.")["10pm"] == "T22:00"
    assert values("Around 3 May shells fell. At 10pm it was over.")["10pm"] == "T22:00"


def test_what_is_due_by_a_weekday_is_due_by_the_nearest():
    assert values("They were given until noon on Friday.") == {"until noon on Friday": "../2019-05-17T12:00"}


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("At 00.25 hours on 5 May a charge went off.", "2019-05-05T00:25"),
        ("At 10.41 hours it was over.", "T10:41"),
        ("It fell at 23.51 on 4 May.", "2019-05-04T23:51"),
        ("A call came at 05.48.", "T05:48"),
        ("At ten minutes to midnight on the fourth of May it fell.", "2019-05-04T23:50"),
        ("At ten past midnight on 4 May it fell.", "2019-05-04T00:10"),
        ("They came at half past three in the afternoon.", "T15:30"),
        ("They came at a quarter to one in the afternoon.", "T12:45"),
        ("They came at twenty past nine last night.", "2019-05-15T21:20"),
        ("They came at six this morning.", "2019-05-16T06:00"),
        ("They came at ten to eight.", None),
        ("They came at 10.38.", None),
    ],
)
def test_times_of_day_in_words_and_with_a_point(text: str, edtf: str | None):
    assert [time.edtf for time in find(text)] == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "The rate stood at 4.25 per cent, at 3.50 euros.",
        "Ten to twelve people died.",
        "About ten to twelve men fell.",
        "Half to ten",
        "Version 10.38 was used at 2.5 percent.",
    ],
)
def test_what_is_counted_is_no_time_of_day(text: str):
    assert find(text) == ()


def test_a_point_is_read_as_in_the_rest_of_the_document():
    assert values("At 19.40 it began; by 10.15 it was over.")["by 10.15"] == "../T10:15"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("12/03/2019", "[2019-03-12,2019-12-03]"),
        ("12/03/2019 and 25/03/2019", "2019-03-12"),
        ("12/03/2019 and 03/25/2019", "2019-12-03"),
        ("12/03/2019, 25/03/2019 and 03/25/2019", "[2019-03-12,2019-12-03]"),
        ("03/03/2019", "2019-03-03"),
    ],
)
def test_the_order_of_numbers_is_that_of_the_document(text: str, first: str):
    assert find(text)[0].edtf == first


def test_the_clock_is_that_of_the_document():
    assert values("It began at 7:30 and ended at 21:15.") == {"7:30": "T07:30", "21:15": "T21:15"}
    assert values("It began at 7:30 and ended at 9 p.m.")["7:30"] is None


TAKES = """14 May 2019
Nine dead at Lunt
The hall fell on Sunday.

17 May 2019, 19.35 LEAD
Eight dead at Lunt
On Thursday one was struck off at 20.15.

12 May 2018
On Monday nothing fell.
"""


def test_what_follows_the_heading_of_a_later_take_counts_from_its_day():
    blocks = [Span(m.start(), m.end()) for m in re.finditer(r"\S.*(?:\n.+)*", TAKES)]
    found = {TAKES[t.start : t.end]: t.edtf for t in find_times(TAKES, blocks, "2019-05-14")}
    assert found == {
        "14 May 2019": "2019-05-14", "Sunday": "2019-05-12", "17 May 2019, 19.35": "2019-05-17T19:35",
        "Thursday": "2019-05-16", "20.15": "2019-05-16T20:15", "12 May 2018": "2018-05-12", "Monday": "2018-05-14?",
    }  # fmt: skip


@pytest.mark.parametrize("line", ["The 17 May 2019 raid", "17 May 2019 was a Friday.", "17 May", "17 May 2029"])
def test_no_other_date_begins_a_take(line: str):
    blocks = [Span(0, len(line)), Span(len(line) + 1, len(line) + 10)]
    assert find_times(f"{line}\non Friday", blocks, "2019-05-14")[-1].edtf in ("2019-05-10", "2029-05-18?")


def test_four_digit_times_where_the_document_writes_them():
    assert values("A curfew between 1800 and 0600") == {"between 1800 and 0600": "T18:00/T06:00"}
    assert values("since 1800") == {"since 1800": "1800/.."}


def test_nothing_is_read_across_blocks_or_outside_them():
    text = "It was May\n\n14 men died in 2011."
    times = find_times(text, [Span(0, 10), Span(12, 25)], None)
    assert [text[t.start : t.end] for t in times] == []


@given(st.dates(date(1000, 1, 1), date(2199, 12, 31)), st.sampled_from(range(6)))
def test_every_date_is_read_as_it_was_written(day: date, form: int):
    month = MONTHS[day.month - 1]
    forms = (
        f"on {day.day} {month} {day.year}",
        f"on {month} {day.day}, {day.year}",
        f"ON {day.day} {month.upper()} {day.year}",
        f"on {WEEKDAYS[day.weekday()]}, {day.day} {month} {day.year}.",
        f"({day.isoformat()})",
        f"{day.day:02d}.{day.month:02d}.{day.year}",
    )
    assert [t.edtf for t in find(forms[form], None)] == [day.isoformat()]


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(2, 400))
def test_days_ago(published: date, count: int):
    assert list(values(f"{count} days ago", published.isoformat()).values()) == [str(published - timedelta(count))]


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_last_one_up_to_publication(published: date, weekday: str):
    found = date.fromisoformat(str(find(f"It fell on {weekday}.", published.isoformat())[0].edtf))
    assert found.weekday() == WEEKDAYS.index(weekday)
    assert timedelta(0) <= published - found < timedelta(7)


@settings(deadline=None, max_examples=300)
@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(st.sampled_from(VOCABULARY), max_size=25).map(" ".join),
        st.lists(st.sampled_from(sorted(WORDS)), max_size=25).map(" ".join),
    ),
    st.sampled_from([None, PUBLISHED, "2019", "0001-01-01", "9999-12-31", "2019-05"]),
)
def test_whatever_the_text_says(text: str, published: str | None):
    end = 0
    for found in find(text, published):
        assert end <= found.start < found.end <= len(text)
        assert found.edtf is None or EDTF.fullmatch(found.edtf)
        assert found.edtf is None or ("/" in found.edtf) == (found.kind == "interval") or found.kind == "set"
        end = found.end


@given(st.lists(st.sampled_from(VOCABULARY), max_size=12).map(" ".join))
def test_reading_twice_gives_the_same(text: str):
    assert find(text) == find(text)


@pytest.mark.parametrize(
    "piece", ["1,", "a@", "3, ", "2019-", "may ", "'s", "\n \n", "of the ", "2019-03-14T", "111,", "12:", "two and "]
)
def test_hostile_text_takes_linear_time(piece: str):
    text = piece * (50_000 // len(piece))
    start = time.process_time()
    find(text)
    assert time.process_time() - start < 15, "some seconds at most; a quadratic reader would take hours"
