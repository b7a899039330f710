from datetime import date

import pytest

from averral.extract.times.calendar import day_of
from averral.extract.times.expression import (
    Ahead,
    Amount,
    At,
    Between,
    Calendar,
    Clock,
    Expression,
    Length,
    Nth,
    Numeric,
    Offset,
    Open,
    Part,
    Step,
)
from averral.extract.times.resolve import resolve
from averral.extract.times.scene import Scene

SCENE = Scene(published=day_of(date(2019, 5, 16)), told=day_of(date(2011, 3, 3)))
MAY, MARCH_2011 = Calendar(month=5), Calendar(2011, 3)


@pytest.mark.parametrize(
    ("expression", "edtf"),
    [
        (Calendar(2019, 2, 31), None),
        (Numeric(31, 2, 2019), None),
        (Numeric(3, 12, 2019), "[2019-03-12,2019-12-03]"),
        (Between(Calendar(2014), Calendar(2011)), None),
        (Between(Calendar(2014), Calendar(2019, 2, 31)), None),
        (Between(Calendar(month=11), Calendar(2017, 2)), "2016-11/2017-02"),
        (Between(Calendar(2018, 5, 3), Calendar(month=1, day=5)), "2018-05-03/2019-01-05"),
        (Between(At(None, Clock(22)), At(None, Clock(2))), "T22:00/T02:00"),
        (Open(None, Part(MAY, 2, 3, edge=True)), "../2019-05-31"),
        (Open(Part(MAY, 2, 3, edge=True), None), "2019-05-21~/.."),
        (Open(Part(MAY, 0, 3, edge=True), None), "2019-05-01/.."),
        (Open(None, Part(MAY, 2, 3)), "../2019-05-31~"),
        (Nth(5, 0, Calendar(2019, 5)), None),
        (Nth(4, 0, Calendar(2019, 5)), "2019-05-27"),
        (Nth(-1, "month", Calendar(2019)), "2019-12"),
        (Nth(1, "weekend", Calendar(2019, 5)), "2019-05-04/2019-05-05"),
        (Nth(6, "week", Calendar(2019, 2)), None),
        (Offset("told", (Amount(2, "day"),), 1), "2011-03-05"),
        (Offset("told", (Amount(1, "month"), Amount(2, "day")), 1), "2011-04-05"),
        (Offset(MARCH_2011, (Amount(2, "day"),), 1), None),
        (Offset(MARCH_2011, (Amount(2, "year"),), 1), "2013~"),
        (Offset(Calendar(2011), (Amount(2, "year"),), 1), "2013"),
        (Offset("published", (Amount(9000, "year"),), -1), None),
        (Offset("published", (Amount(1e11, "day"),), -1), None),
        (Offset("published", (Amount(None, "day"),), -1), None),
        (Step("told", 1, "year"), "2012"),
        (Ahead((Amount(2, "week"),)), "P2W"),
        (Length((Amount(1, "hour"), Amount(30, "minute"))), "PT1H30M"),
        (Length((Amount(2, "weekend"),)), None),
        (Length((Amount(70_000, "century"),)), "P7000000Y"),
        (At(Calendar(2019, 5, 3), Clock(24, 0)), "2019-05-04T00:00"),
        (At(Calendar(2019, 5, 3), Clock(7, 30, sure=False)), "2019-05-03"),
        (At(None, Clock(7, 30, sure=False)), None),
    ],
)
def test_values(expression: Expression, edtf: str | None):
    value = resolve(expression, SCENE)
    assert (value and value.edtf()) == edtf


def test_without_a_told_date_nothing_counts_from_it():
    scene = SCENE._replace(told=None)
    assert resolve(Offset("told", (Amount(2, "day"),), 1), scene) is None
    assert resolve(Step("told", 1, "year"), scene) is None


def test_ahead_in_a_clause_of_the_future():
    value = resolve(Ahead((Amount(3, "day"),)), SCENE._replace(tense=1))
    assert value is not None
    assert value.edtf() == "2019-05-19"


@pytest.mark.parametrize(
    ("scene", "edtf"),
    [
        (SCENE._replace(here=True), "2011-03-03T22:00/2011-03-04T02:00"),
        (SCENE._replace(prose=True), "T22:00/T02:00"),
        (SCENE._replace(told=day_of(date(2019, 5, 14)), prose=True), "2019-05-14T22:00/2019-05-15T02:00"),
        (SCENE._replace(told=day_of(date(2019, 5, 14))), "T22:00/T02:00"),
        (SCENE._replace(told=day_of(date(2019, 5, 14))._replace(mark="~"), here=True), "T22:00/T02:00"),
    ],
)
def test_hours_are_of_the_day_that_is_told_there_or_was_in_the_news(scene: Scene, edtf: str):
    value = resolve(Between(At(None, Clock(22)), At(None, Clock(2))), scene)
    assert value is not None
    assert value.edtf() == edtf
