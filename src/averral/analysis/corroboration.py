"""What the number of origins says of a piece of information: a proposal for the digit of its grade, never a grade."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal

import msgspec

__all__ = ["INFORMATION_DIGITS", "DigitProposal", "InformationDigit", "propose_digit"]

InformationDigit = Literal[1, 2, 3, 4, 5]
INFORMATION_DIGITS: Final[dict[InformationDigit, str]] = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
}
"""The Admiralty code's digits for a piece of information (NATO AJP-2.1); 6, "truth cannot be judged", is null here."""


class DigitProposal(msgspec.Struct, frozen=True, kw_only=True):
    """A digit for a person to weigh, or null where origins do not tell. It sets no grade and says nothing is true.

    `origins_for` and `origins_against` are those that were counted. The words of the digits are the code's own.
    """

    digit: InformationDigit | None
    label: str
    origins_for: tuple[str, ...]
    origins_against: tuple[str, ...]
    reasons: tuple[str, ...]


def propose_digit(
    origins_for: Iterable[str], origins_against: Iterable[str], unsure: Iterable[str] = ()
) -> DigitProposal:
    """Propose a digit from the origins that assert a piece of information and those that deny it.

    Origins are counted and never copies. `unsure` are origins that may rest on another one: they are counted on
    neither side, but a denial by one of them stands in the way of digit 1. With F independent origins for it and A
    against it:

    - fewer than two in all, none for it, or as many for it as against it: null, it cannot be judged so;
    - 1 where A = 0 and nobody at all denies it;
    - 2 where A = 0 otherwise, or F ≥ 3 A;
    - 3 where F > A;
    - 4 where A > F ≥ 2, and 5 where A > F = 1.

    The bounds from 2 to 5 are ours: the code's own words speak of earlier reports and of an established pattern of
    behaviour, which counting cannot see. An origin that both asserts and denies it is counted on neither side.
    """
    whole = set(origins_for), set(origins_against)
    torn, maybe = whole[0] & whole[1], set(unsure)
    sides = tuple(tuple(sorted(side - torn - maybe)) for side in whole)
    digit = _choose(len(sides[0]), len(sides[1]), denied=bool(whole[1]))
    return DigitProposal(
        digit=digit,
        label="cannot be judged" if digit is None else INFORMATION_DIGITS[digit],
        origins_for=sides[0],
        origins_against=sides[1],
        reasons=tuple(_tell(len(sides[0]), len(sides[1]), sorted(torn), sorted((whole[0] | whole[1]) & maybe - torn))),
    )


def _choose(asserting: int, denying: int, *, denied: bool) -> InformationDigit | None:
    if asserting + denying < 2 or asserting in (0, denying):
        return None
    if denying == 0 and not denied:
        return 1
    if asserting > denying:
        return 2 if asserting >= 3 * denying else 3
    return 4 if asserting >= 2 else 5


def _tell(asserting: int, denying: int, torn: Sequence[str], maybe: Sequence[str]) -> Iterator[str]:
    yield f"independent origins that assert it: {asserting}; that deny it: {denying}"
    if asserting + denying < 2:
        yield "a digit is proposed only for two or more independent origins"
    elif asserting == denying:
        yield "as many assert it as deny it"
    elif asserting == 0:
        yield "nobody independent asserts it"
    if torn:
        yield f"not counted, as they both assert and deny it: {', '.join(torn)}"
    if maybe:
        yield f"not counted, as they may rest on another: {', '.join(maybe)}"
