"""One thing that speaks for or against two happenings being one."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Term"]


class Term(NamedTuple):
    """`name` leads to its weight in `score.WEIGHTS`, by which `value`, from 0 to 1, is multiplied; why, in words."""

    name: str
    value: float
    reason: str
