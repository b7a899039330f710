"""What is due, what a person found, and how sources score: worked by hand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.analysis.forecasts import find_resolutions, make_ledger, score_forecasts
from averral.errors import InputError
from averral.records.forecast import Chance, Forecast, Resolution


def make_forecast(label, share=None, until=None, source="a1", **fields):
    chance = None if share is None else Chance(low=share, high=fields.pop("high", share), wording="as said")
    given_fields = {"kind": "prediction", "name": f"Name of {source}", **fields}
    return Forecast(
        id=label, document="d1", start=0, end=4, text="Text", source=source, chain=("author",), claims=("c1",),
        until=until, chance=chance, **given_fields,
    )  # fmt: skip


def resolve(number, forecast, outcome, made="2021-06-01", withdrawn=None):
    return Resolution(
        id=number, forecast=forecast, outcome=outcome, user="anna", made=made, reason="seen", withdrawn=withdrawn
    )


@pytest.mark.parametrize(
    ("until", "state", "due_on"),
    [
        (None, "undated", None),
        ("2021-05", "due", "2021-05-31"),
        ("2021-06", "open", "2021-06-30"),
        ("../2021-05-31", "due", "2021-05-31"),
        ("2021-06-01", "open", "2021-06-01"),
        ("2020/2021-05-31", "due", "2021-05-31"),
        ("2021-05/..", "undated", None),
        ("some day", "undated", None),
    ],
)
def test_due(until, state, due_on):
    (entry,) = make_ledger([make_forecast("f1", until=until)], [], "2021-06-01")
    assert (entry.state, entry.due_on) == (state, due_on)


def test_the_latest_resolution_that_is_not_withdrawn_counts():
    resolutions = [
        resolve(3, "f1", "happened", "2021-06-03", withdrawn="2021-06-04"),
        resolve(2, "f1", "did_not_happen", "2021-06-02"),
        resolve(1, "f1", "cannot_be_told", "2021-06-02"),
        resolve(4, "f1", "happened", "2021-06-01"),
    ]
    assert find_resolutions(resolutions)["f1"].id == 2
    (entry,) = make_ledger([make_forecast("f1", until="2020")], resolutions, date(2021, 6, 1))
    assert (entry.state, entry.resolution.id) == ("resolved", 2)
    (entry,) = make_ledger([make_forecast("f1", until="2020")], resolutions[:1], date(2021, 6, 1))
    assert (entry.state, entry.resolution) == ("due", None)


def test_no_day():
    with pytest.raises(InputError, match="“June” is no day"):
        make_ledger([], [], "June")


FORECASTS = (
    make_forecast("f1", 0.9),
    make_forecast("f2", 0.6),
    make_forecast("f3", 0.6),
    make_forecast("f4", 0.15, source="a2"),
    make_forecast("f5", 0.55, high=0.8),
    make_forecast("f6"),
    make_forecast("f7", 1.0),
    make_forecast("f8", 0.5, kind="intention"),
    make_forecast("f9", 1.0, source=None, name=None),
    make_forecast("f10", 0.2),
)
RESOLUTIONS = (
    resolve(1, "f1", "happened"), resolve(2, "f2", "happened"), resolve(3, "f3", "did_not_happen"),
    resolve(4, "f4", "did_not_happen"), resolve(5, "f5", "happened"), resolve(6, "f6", "did_not_happen"),
    resolve(7, "f7", "cannot_be_told"), resolve(8, "f8", "happened"), resolve(9, "f9", "happened"),
    resolve(11, "gone", "happened"),
)  # fmt: skip


def test_brier_score_worked_by_hand():
    everything, first, second = score_forecasts(FORECASTS, RESOLUTIONS)
    # a1: (0.9 − 1)² + (0.6 − 1)² + (0.6 − 0)² = 0.01 + 0.16 + 0.36 = 0.53; of three: 0.17667. Two of three happened:
    # always saying ⅔ scores ⅔ · ⅓ = 2/9. f5 is a range, f6 has nothing, f7 cannot be told, f10 is open.
    assert (first.source, first.name, first.scored) == ("a1", "Name of a1", 3)
    assert first.brier == pytest.approx(0.53 / 3, rel=1e-12)
    assert first.base_rate == pytest.approx(2 / 3)
    assert first.base_brier == pytest.approx(2 / 9)
    assert (first.unnumbered, first.untold, first.unresolved) == (2, 1, 1)
    assert [(b.low, b.high, b.number, b.said, b.happened) for b in first.bins] == [
        (0.6, 0.7, 2, 0.6, 0.5),
        (0.9, 1.0, 1, 0.9, 1.0),
    ]
    # a2: (0.15 − 0)² = 0.0225.
    assert (second.scored, second.brier, second.base_rate) == (1, pytest.approx(0.0225), 0.0)
    # All: f9 of nobody known adds (1 − 1)² = 0: (0.53 + 0.0225 + 0) / 5.
    assert (everything.all_sources, everything.scored) == (True, 5)
    assert everything.brier == pytest.approx(0.5525 / 5, rel=1e-12)
    assert everything.bins[-1].number == 2


def test_nothing_resolved_has_no_score():
    (everything, first) = score_forecasts([make_forecast("f1", 0.5)], [])
    assert everything.brier is everything.base_rate is everything.base_brier is None
    assert (first.scored, first.bins, first.unresolved) == (0, (), 1)
    assert len(score_forecasts([], [])) == 1


@given(st.permutations(FORECASTS), st.permutations(RESOLUTIONS))
def test_the_order_changes_nothing(forecasts, resolutions):
    assert score_forecasts(forecasts, resolutions) == score_forecasts(FORECASTS, RESOLUTIONS)
    assert make_ledger(forecasts, resolutions, "2021-06-01") == make_ledger(FORECASTS, RESOLUTIONS, "2021-06-01")


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=20))
def test_every_scored_forecast_is_in_one_bin(cases):
    forecasts = [make_forecast(f"f{n}", share) for n, (share, _) in enumerate(cases)]
    outcomes = [
        resolve(n, f"f{n}", "happened" if happened else "did_not_happen") for n, (_, happened) in enumerate(cases)
    ]
    (everything, _) = score_forecasts(forecasts, outcomes)
    assert sum(b.number for b in everything.bins) == len(cases)
    assert all(b.low - 1e-9 <= b.said <= b.high + 1e-9 for b in everything.bins)
    assert 0 <= everything.brier <= 1
