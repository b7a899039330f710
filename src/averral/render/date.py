"""EDTF values in words; one that has no words here is shown as it is, never as a guess."""

from __future__ import annotations

import re

__all__ = ["tell_date"]

_DATE = re.compile(
    r"(?P<year>[\dX]{4})(?:-(?P<month>[\dX]{2}))?(?:-(?P<day>[\dX]{2}))?"
    r"(?:T(?P<time>\d\d:\d\d)(?::\d\d)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?(?P<sure>[~?%]?)"
)
_SPAN = re.compile(r"(?P<every>R/)?P(?P<clock>T?)(?P<number>\d+)(?P<unit>[YMWDHS])")
_CLOCK = re.compile(r"T(\d\d:\d\d)(?::\d\d)?")
_MONTHS = dict(
    zip(
        (f"{number:02}" for number in range(1, 13)),
        ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
         "December"),
        strict=True,
    )
) | {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}  # fmt: skip
_OPEN = frozenset({"", ".."})
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
_SURE = {"": "{}", "~": "about {}", "?": "{} (uncertain)", "%": "about {} (uncertain)"}


def tell_date(edtf: str) -> str:
    """An EDTF date, interval or choice, or a duration of ISO 8601, with its uncertainty in words."""
    if edtf[:1] == "[" and edtf[-1:] == "]":
        return " or ".join(_tell_part(part.strip()) for part in edtf[1:-1].split(","))
    if edtf[:1] == "{" and edtf[-1:] == "}":
        return " and ".join(_tell_part(part.strip()) for part in edtf[1:-1].split(","))
    if edtf.startswith("R/") or "/" not in edtf:
        return _tell_part(edtf)
    return _tell_interval(*edtf.split("/", 1))


def _tell_interval(start: str, end: str) -> str:
    first, last = _tell_part(start), _tell_part(end)
    if start in _OPEN or end in _OPEN:
        return _tell_open(start, end, first, last)
    day, _, rest = first.partition(" ")
    if day.isdigit() and rest and "," not in rest and last.endswith(f" {rest}"):
        return f"{day} to {last}"
    return f"{first} to {last}"


def _tell_open(start: str, end: str, first: str, last: str) -> str:
    if start in _OPEN and end in _OPEN:
        return f"{start}/{end}"
    if start in _OPEN:
        return f"up to {last}" if start else f"until {last}, beginning unknown"
    return f"from {first} on" if end else f"from {first}, end unknown"


def _tell_part(part: str) -> str:
    found = _DATE.fullmatch(part)
    if found is not None and (words := _tell_day(found)):
        return _SURE[found["sure"]].format(words)
    if (clock := _CLOCK.fullmatch(part)) is not None:
        return clock[1]
    span = _SPAN.fullmatch(part)
    unit = _UNITS.get(span["clock"] + span["unit"]) or _UNITS.get(span["unit"]) if span else None
    if span is None or unit is None:
        return part
    number = int(span["number"])
    words = f"{number:,} {unit}{'' if number == 1 else 's'}"
    return f"every {unit if number == 1 else words}" if span["every"] else words


def _tell_day(found: re.Match[str]) -> str | None:
    """Null for a month that has no name here."""
    year = _tell_year(found["year"])
    if year is None:
        return None
    month, day = found["month"], found["day"]
    if month is None or month == "XX":
        return year
    if month not in _MONTHS:
        return None
    words = f"{_MONTHS[month]} {year}"
    if day and day.isdigit():
        words = f"{int(day)} {words}"
    zone = {"Z": " UTC", None: ""}.get(found["zone"], f" {found['zone']}")
    return f"{words}, {found['time']}{zone}" if found["time"] else words


def _tell_year(year: str) -> str | None:
    if year.isdigit():
        return str(int(year))
    if year[:3].isdigit():
        return f"{int(year[:3])}0s"
    return f"{int(year[:2])}00 to {int(year[:2])}99" if year[:2].isdigit() and year[2:] == "XX" else None
