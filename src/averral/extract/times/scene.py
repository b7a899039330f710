"""What a time expression is resolved against, and incomplete dates resolved against it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from averral.extract.times.calendar import Stretch, day_of, month_of, season_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from averral.extract.times.expression import Anchor, Calendar

__all__ = ["Scene", "complete_year", "find_calendar", "find_season", "iter_calendars"]

TOLERANCE = timedelta(1)
"""A report may be dated a day before the day that it speaks of, by time zones alone."""
FAR = timedelta(300)
"""A date that much ahead is rather the one just past: "is to run from January 23", published on January 28."""
SOON = timedelta(45)
"""A day up to so far ahead is the next one though no verb says so: "ahead of the elections on 12 November"."""
ELSEWHEN = timedelta(31)
"""A weekday is told from the running text, and not from publication, where that text tells of a time this far back."""
LEAP: Final = 9


class Scene(NamedTuple):
    """When the document was published, which date its text told last, and what else the place of an expression shows.

    `here`: that date stands in the same block; `prose`: it stands in a block of prose, and in no letterhead; `dated`:
    it, or what it was counted from, has its year in the text; `tense`: see `tense.tense_of`; `day_first`: the order of
    the document's numeric dates; `day`: the last full date of the sentence; `late_clock`: the document writes 24-hour
    times.
    """

    published: Stretch | None = None
    told: Stretch | None = None
    here: bool = False
    dated: bool = False
    tense: int = 0
    day_first: bool | None = None
    day: Stretch | None = None
    late_clock: bool = False
    prose: bool = False

    def anchor(self, anchor: Anchor) -> Stretch | None:
        """What a relative expression counts from."""
        if anchor == "ahead":
            return (
                self.told if self.told and self.here and self.tense <= 0 and self.told.unit == "day" else self.published
            )
        if anchor == "near":
            return self.told if self.told and self.here and self.tense <= 0 else self.published
        return self.published if anchor == "published" else self.told


def complete_year(year: int, scene: Scene) -> int:
    """A year of two digits: the last such year up to twenty after publication, else 1930 to 2029."""
    if year >= 100:
        return year
    limit = scene.published.last.year + 20 if scene.published else 2029
    return limit - (limit - year) % 100


def iter_calendars(calendar: Calendar, around: date) -> Iterator[Stretch]:
    """What a date without a year may be around a day, from early to late; only dates that exist."""
    if calendar.month is None:
        yield from _iter_days(calendar, around)
        return
    for year in range(max(1, around.year - LEAP), min(9998, around.year + LEAP) + 1):
        try:
            day = calendar.day and date(year, calendar.month, calendar.day)
        except ValueError:
            continue
        yield day_of(day) if day else month_of(year, calendar.month)


def _iter_days(calendar: Calendar, around: date) -> Iterator[Stretch]:
    reach = 8 if calendar.day is None else 400
    for count in range(-reach, reach + 1):
        day = around + timedelta(count)
        if calendar.weekday in (None, day.weekday()) and calendar.day in (None, day.day):
            yield day_of(day)


def _pick(stretches: list[Stretch], around: Stretch, tense: int) -> Stretch | None:
    """The one just past, the one to come, or (tense 2) the nearest."""
    if tense == 2:
        return min(stretches, key=lambda s: (abs(s.first - around.first), around.first > s.first), default=None)
    past = [s for s in stretches if s.first <= around.last + (TOLERANCE if s.unit == "day" else timedelta(0))]
    ahead = [s for s in stretches if s.last >= around.first]
    if tense > 0 and ahead and (ahead[0].first - around.first < FAR or not past):
        return ahead[0]
    if tense == 0 and ahead and _is_soon(ahead[0], past, around):
        return ahead[0]._replace(mark="?")
    return past[-1] if past else None


def _is_soon(ahead: Stretch, past: list[Stretch], around: Stretch) -> bool:
    """Whether a day without a year is rather the next than that of almost a year ago, which a report would say."""
    far_back = not past or around.first - past[-1].first > FAR
    return ahead.unit == "day" and far_back and ahead.first - around.first <= SOON


def find_calendar(calendar: Calendar, scene: Scene) -> Stretch | None:
    """A month, month and day, or weekday without a year, against publication or the running text."""
    told, published = scene.told, scene.published
    if calendar.month is None:
        return _find_day(calendar, scene)
    if told and _is_own_story(scene, ("day", "month")) and (not published or told.last.year != published.last.year):
        found = _pick(list(iter_calendars(calendar, told.first)), told, 2)
        return found and found._replace(mark="?")
    if not published:
        return None
    found = _pick(list(iter_calendars(calendar, published.last)), published, scene.tense)
    return found and found._replace(mark=found.mark if published.unit == "day" else "?")


def _is_own_story(scene: Scene, units: tuple[str, ...]) -> bool:
    """Whether the block tells of a time with a year of its own, so that what follows is of that time."""
    return scene.told is not None and scene.here and scene.dated and scene.told.unit in units


def _find_day(calendar: Calendar, scene: Scene) -> Stretch | None:
    told, published = scene.told, scene.published
    if told and _is_own_story(scene, ("day",)) and (not published or published.first - told.first > ELSEWHEN):
        found = _pick(list(iter_calendars(calendar, told.first)), told, 1)
        return found and found._replace(mark="?")
    if not published or published.unit != "day":
        return None
    if calendar.weekday is not None and calendar.day is not None:
        return _pick(list(iter_calendars(calendar, published.first)), published, 2)
    stretches = [s for s in iter_calendars(calendar, published.first) if scene.tense or s.first <= published.first]
    return _pick(stretches, published, scene.tense)


def find_season(season: int, scene: Scene) -> Stretch | None:
    """A season without a year: the one that began last, or the next."""
    if not scene.published:
        return None
    year = scene.published.first.year
    return _pick([season_of(y, season) for y in range(year - 2, year + 3)], scene.published, scene.tense)
