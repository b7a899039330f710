"""Years, and what is longer or has no month: decades, centuries, seasons, and when a bare number is a year."""

from __future__ import annotations

from typing import Final

from averral.extract.times.expression import Between, Calendar, Marked, Open, Part, Season, Unknown, Years
from averral.extract.times.lexicon import CLASSES
from averral.extract.times.pattern import Found, rule
from averral.extract.times.tokens import Token

__all__ = ["YEARS", "is_counted"]

NO_PLURALS: Final = frozenset(
    {"was", "is", "has", "does", "as", "its", "his", "us", "says", "perhaps", "towards", "plus", "versus"}
)
NO_YEAR_AFTER: Final = frozenset({"numbered", "opaque", "number", "slash", "clock", "year"})
NO_YEAR_BEFORE: Final = frozenset({"slash", "opaque", "hours", "zone", "clock"})
STATED_YEARS: Final = range(1900, 2100)
"""A bare number in this range is a year wherever nothing is counted; others need a preposition."""


def is_counted(found: Found, year: int) -> bool:
    """Whether what looks like a year counts the noun behind it: "2000 men"; "the 2014 protests" are of a year."""
    after = found.after
    return after.code == "counted" or (year % 100 == 0 and _is_plural(after))


def _is_plural(token: Token) -> bool:
    """Whether a word looks like a noun in the plural."""
    word = token.value
    return token.code == "word" and word[-1:] == "s" and word[-2:] != "ss" and word not in NO_PLURALS


def _year(found: Found) -> Calendar | None:
    """A year alone, where a preposition, an article or brackets show it: "in 1724", "the 2014 vote", "(1958)"."""
    year, before = found.one("year"), found.before
    refused = before.code in NO_YEAR_AFTER or found.after.code in NO_YEAR_BEFORE or _is_after(found, "numbered", "dot")
    if refused or (is_counted(found, year) and before.code != "open"):
        return None
    return Calendar(year) if _is_shown(found, year) else None


def _is_shown(found: Found, year: int) -> bool:
    before, after = found.before, found.after
    stated = year in STATED_YEARS
    if before.code == "open":
        return stated or after.code in ("close", "comma", "dash")
    if before.code in CLASSES["year_cue"] or found.code("said"):
        return stated or not _is_plural(after)
    if before.code in CLASSES["weak_cue"] or before.code == "comma":
        return _is_after(found, "year", before.code) or _is_weakly_shown(found, year)
    return _is_attributive(found, year)


def _is_weakly_shown(found: Found, year: int) -> bool:
    before, after = found.before, found.after
    if before.code == "comma":
        return _is_attributive(found, year)
    return before.code != "dash" and not _is_plural(after) and (year in STATED_YEARS or after.code != "word")


def _is_attributive(found: Found, year: int) -> bool:
    """Whether nothing is counted: "the 2014 protests", "World Cup 2018", but not "2014 protests"."""
    attributive = found.before.code in ("the", "poss", "a")
    return year in STATED_YEARS and year % 100 > 0 and (attributive or not _is_plural(found.after))


def _is_after(found: Found, code: str, link: str) -> bool:
    """Whether a link and a category stand before it: "the 2014 and 2015 attacks", "No. 2015"."""
    start = found.match.start()
    return start > 1 and found.before.code == link != "dash" and found.tokens[start - 2].code == code


def _stated_year(found: Found) -> Calendar | None:
    return None if is_counted(found, found.one("year")) else Calendar(found.one("year"))


def _around_year(found: Found) -> Marked:
    return Marked(Calendar(found.one("year")), "~")


def _year_range(found: Found) -> Between | None:
    """“2014-2018”; of other numbers only where no noun says that they count."""
    start, end = found.one("year"), found.one("last")
    if start >= end or start < 1500 or is_counted(found, end) or found.one("dash") == "—":
        return None
    if found.before.code in ("numbered", "dash", "slash", "opaque") or found.after.code in ("dash", "slash"):
        return None
    return Between(Calendar(start), Calendar(end)) if end in STATED_YEARS or not _is_plural(found.after) else None


def _season(found: Found) -> Season | None:
    year = found.one("year")
    return None if year and is_counted(found, year) else Season(found.one("season"), year)


def _season_alone(found: Found) -> Season:
    return Season(found.one("season"))


def _years(found: Found) -> Years | Unknown:
    """“The 1600s” are a century, “the 1980s” a decade; “the 1900s” may be either."""
    years: Years = found.one("years")
    if years.first % 100 or years.first >= 2000:
        return years
    return Years(years.first, "century") if years.first < 1900 else Unknown()


def _decade(found: Found) -> Years:
    return Years(found.one("years"), "decade")


def _century(found: Found) -> Years | Unknown:
    if found.after.code == "era":
        return Unknown()
    return Years((found.one("n") - 1) * 100, "century") if found.one("n") > 1 else Unknown()


def _fiscal(_: Found) -> Unknown:
    """When such a year begins depends on the country."""
    return Unknown("interval")


def _part_of_year(found: Found) -> Part:
    return Part(Calendar(found.one("year")), found.one("part"), 3)


def _prefixed(found: Found) -> Open:
    year = Calendar(found.one("year"))
    return Open(None, year) if found.one("prefix") == "pre" else Open(year, None)


YEARS: Final = (
    rule("date", r"(?:<the>?(?P<said><u_year>)<of>?)?(?P<year><year>)", _year),
    rule("date", r"(?<=<in>)(?P<year><spoken_year>)", _stated_year),
    rule("date", r"<circa><dot>?(?P<year><year>)", _around_year),
    rule("interval", r"(?:<from>|<between>)?(?P<year><year>)(?P<dash><dash>)(?P<last><year>)", _year_range),
    rule("date", r"(?P<season><anyseason>)(?:<of>|<comma>)?(?P<year><year>)", _season),
    rule("date", r"(?:(?<=<in><the>)|(?<=<during><the>))(?P<season><anyseason>)(?!<of>)", _season_alone),
    rule("date", r"(?P<years><decade>)", _years),
    rule("date", r"(?:(?<=<the>)|(?<=<in>)|(?<=<since>)|(?<=<part>))(?P<years><decadeword>)", _decade),
    rule("date", r"(?P<n><ordinal>)<dash>?<u_century>", _century),
    rule("date", r"<fiscal><u_year>(?:<year>|<small>)?", _fiscal),
    rule("date", r"(?P<part><part>)<dash>(?P<year><year>)", _part_of_year),
    rule("interval", r"(?P<prefix><prefix>)<dash>?(?P<year><year>)", _prefixed),
)
"""In the pass that reads dates."""
