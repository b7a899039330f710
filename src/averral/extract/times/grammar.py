"""The passes that read a block: from numerals to dates, to what is counted from them, to intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from averral.extract.times.clocks import CLOCK_RANGES, CLOCKS, MOMENTS
from averral.extract.times.dates import DATES
from averral.extract.times.durations import AMOUNTS, JOINED_AMOUNTS, LENGTHS, SETS
from averral.extract.times.intervals import INTERVALS, MARKS, OPEN_INTERVALS
from averral.extract.times.numerals import NUMERALS
from averral.extract.times.numeric_dates import NUMERIC_DATES
from averral.extract.times.offsets import OFFSETS, RECENT
from averral.extract.times.pattern import Rule, apply_rules
from averral.extract.times.relatives import PARTS, STEPS, TURNS
from averral.extract.times.years import YEARS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from averral.extract.times.tokens import Token

__all__ = ["read_expressions"]

PASSES: Final[tuple[tuple[Rule, ...], ...]] = (
    *NUMERALS,
    (*DATES, *YEARS, *NUMERIC_DATES, *STEPS, *CLOCKS, *AMOUNTS, *SETS, *RECENT),
    (*TURNS, *JOINED_AMOUNTS, *CLOCK_RANGES, *PARTS),
    (*OFFSETS, *PARTS),
    MOMENTS,
    (*MOMENTS, *MARKS),
    INTERVALS,
    OPEN_INTERVALS,
    LENGTHS,
)
"""What a pass reads is a token of the next. Parts and moments come twice, as in "Tuesday night at 9"."""
EMITTED: Final = frozenset({"date", "moment", "interval", "clock", "clocks", "untimed", "set", "length", "ahead"})
IDLE: Final = frozenset({"word", "name", "mark", "opaque", "url"})
"""Categories that no rule reads; a rule looks at most at the two tokens before it and the one behind it."""


def _condense(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without the inner ones of long idle runs, which is most of a text."""
    idle = [token.code in IDLE for token in tokens]
    return [t for i, t in enumerate(tokens) if not (idle[i] and all(idle[i - 2 : i + 2]) and 2 <= i < len(tokens) - 1)]


def read_expressions(tokens: Sequence[Token]) -> list[Token]:
    """The time expressions among the tokens of a block, in order; the value of each is an `expression.Expression`."""
    tokens = _condense(tokens)
    for rules in PASSES:
        tokens = apply_rules(tokens, rules)
    return [token for token in tokens if token.code in EMITTED]
