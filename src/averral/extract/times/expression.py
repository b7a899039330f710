"""What a time expression says, before it is known when: small records that `resolve.py` turns into values.

`anchor` says what a relative expression counts from: the day of publication ("last week", "three days ago"), or the
date that the running text told last ("the following week", "three days later"), or, as tense and place show, one of the
two ("the end of the year", "the next two days").
"""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = [
    "Ahead",
    "Amount",
    "Anchor",
    "At",
    "Between",
    "Calendar",
    "Clock",
    "Every",
    "Expression",
    "Length",
    "Listed",
    "Marked",
    "Nth",
    "Numeric",
    "Offset",
    "Open",
    "Part",
    "Recent",
    "Season",
    "Step",
    "Turn",
    "Unit",
    "Unknown",
    "Years",
]

Anchor = Literal["published", "told", "near", "ahead"]
Unit = Literal[
    "second", "minute", "hour", "day", "night", "week", "weekend", "fortnight", "month", "quarter", "year", "decade",
    "century",
]  # fmt: skip


class Amount(NamedTuple):
    """So many of a unit; null where the text is vague ("several weeks")."""

    number: float | None
    unit: Unit


class Calendar(NamedTuple):
    """A date by the calendar, as much of it as the text gives; a year below 100 lacks its century; Monday is 0."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


class Numeric(NamedTuple):
    """Two numbers and a year whose order ("12/03/2019") only the rest of the document can tell."""

    first: int
    second: int
    year: int


class Season(NamedTuple):
    """A season by its EDTF number: 21 spring to 24 winter."""

    season: int
    year: int | None = None


class Years(NamedTuple):
    """A decade or a century from its first year on."""

    first: int
    unit: Literal["decade", "century"]


class Step(NamedTuple):
    """The calendar unit that lies so many units from the anchor: "today", "last week", "the following year"."""

    anchor: Anchor
    by: int
    unit: Unit


class Turn(NamedTuple):
    """The last, this or next of a month, weekday or season; or a date in a year, month or week beside the anchor."""

    of: Calendar | Season
    anchor: Anchor
    by: int
    unit: Literal["turn", "first", "year", "week", "month"] = "turn"


class Offset(NamedTuple):
    """A stretch before (−1) or after (+1) a base: "three days ago", "two weeks before Christmas"."""

    base: Expression | Anchor | None
    amounts: tuple[Amount, ...]
    sign: int


class Ahead(NamedTuple):
    """“In two weeks”: an offset into the future where the clause speaks of it, else a duration."""

    amounts: tuple[Amount, ...]


class Recent(NamedTuple):
    """The stretch that ends (−1) or begins (+1) with the anchor: "the past 30 days", "the next two weeks"."""

    anchor: Anchor
    amounts: tuple[Amount, ...]
    sign: int


class Part(NamedTuple):
    """One share of several of something longer: a third ("early", "mid", "late"), a half, a quarter.

    `edge`: the text says beginning or end, so that "until the end of May" is until its last day.
    """

    of: Expression
    share: int
    shares: int
    edge: bool = False


class Nth(NamedTuple):
    """The n-th weekday (Monday is 0) or unit of something longer; −1 is the last."""

    number: int
    what: int | Unit
    of: Expression


class Clock(NamedTuple):
    """A time of day; `sure` is false where it may be morning or evening."""

    hour: int
    minute: int | None = None
    second: int | None = None
    sure: bool = True
    zone: str = ""


class At(NamedTuple):
    """A day and a time on it; without a clock, a part of the day, which EDTF cannot write."""

    day: Expression | None
    clock: Clock | None = None
    part: str = ""


class Between(NamedTuple):
    """From one expression to another, both included."""

    start: Expression
    end: Expression


class Open(NamedTuple):
    """Since (end is null) or until (start is null); the bound itself counts."""

    start: Expression | None
    end: Expression | None


class Listed(NamedTuple):
    """Several days of one month: "3, 5 and 9 May"."""

    days: tuple[int, ...]
    month: int
    year: int | None


class Length(NamedTuple):
    """A duration."""

    amounts: tuple[Amount, ...]


class Every(NamedTuple):
    """A set that recurs."""

    amounts: tuple[Amount, ...]


class Marked(NamedTuple):
    """Something approximate ("~") or uncertain ("?")."""

    of: Expression
    mark: Literal["~", "?"]


class Unknown(NamedTuple):
    """An expression that has no value whatever the anchor."""

    kind: Literal["date", "time", "interval"] = "date"


Expression = (
    Calendar
    | Numeric
    | Season
    | Years
    | Step
    | Turn
    | Offset
    | Ahead
    | Recent
    | Part
    | Nth
    | Clock
    | At
    | Between
    | Open
    | Listed
    | Length
    | Every
    | Marked
    | Unknown
)
