"""What is counted from a base: "three days ago", "two weeks before Christmas", "the past month"."""

from __future__ import annotations

from typing import Final

from averral.extract.times.durations import is_plural_unit, unit_in
from averral.extract.times.expression import Ahead, Amount, Anchor, Offset, Recent, Step, Unknown
from averral.extract.times.pattern import Found, rule

__all__ = ["OFFSETS", "RECENT"]

AMOUNT = "(?P<amount><amount>|<one_unit>)"
UNIT = "<the>(?P<unit><anyunit>)"
LINK = "(?P<link><before>|<after>)"
SIGNS: Final = {"later": 1, "earlier": -1, "before": -1, "after": 1, "from": 1}
ENDS: Final = frozenset({"", "comma", "dot", "and", "close", "gap", "mark", "poss", "dash"})
"""What follows "the day before" where it means the day before the one that the text spoke of."""
STEPS: Final = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}


def _amounts(found: Found) -> tuple[Amount, ...]:
    given: tuple[Amount, ...] | None = found.one("amount")
    return given or (Amount(found.one("n") or 1, unit_in(found)),)


def _recent(found: Found) -> Recent:
    return Recent("published", (Amount(None, unit_in(found)),), -1)


def _window(found: Found) -> Recent | Unknown | None:
    """“The last five months of her life” is a time that no calendar knows."""
    if found.after.code == "of":
        return Unknown("interval")
    step = found.code("step")
    if found.one("n") and not is_plural_unit(found):
        return None
    anchor: Anchor = "told" if step in ("previous", "following") else "published"
    if step == "next" and found.inside()[0].code == "the":
        anchor = "ahead"
    vague = not found.one("amount") and not found.one("n") and is_plural_unit(found)
    return Recent(anchor, (Amount(None, unit_in(found)),) if vague else _amounts(found), STEPS[step])


def _plural_window(found: Found) -> Recent | Unknown | None:
    """“In the coming weeks”; vague, and of an unknown time in “the last months of the war”."""
    if not is_plural_unit(found):
        return None
    vague = (Amount(None, unit_in(found)),)
    return Unknown("interval") if found.after.code == "of" else Recent("published", vague, STEPS[found.code("step")])


def _ago(found: Found) -> Offset:
    return Offset("published", _amounts(found), -1)


def _told(found: Found) -> Offset | None:
    """“Two days later”; what “two days after the attack” counts from, no calendar knows."""
    link = found.code("link")
    open_end = found.after.value == "than" if link in ("earlier", "later") else found.after.code not in ENDS
    if open_end and found.code("amount") == "one_unit":
        return None
    return Offset(None if open_end else "told", _amounts(found), SIGNS[link])


def _beside(found: Found) -> Step | Unknown:
    """“The week before”; “the day after the attack” is a day that no calendar knows."""
    known = found.after.code in ENDS
    return Step("told", SIGNS[found.code("link")], unit_in(found)) if known else Unknown()


def _based(found: Found) -> Offset:
    return Offset(found.one("base"), _amounts(found), SIGNS[found.code("link")])


def _ahead(found: Found) -> Ahead:
    return Ahead(_amounts(found))


def _from_now(found: Found) -> Offset:
    return Offset("published", _amounts(found), 1)


RECENT: Final = (rule("date", r"<recent>(?P<unit><anyunit>)", _recent),)
"""In the pass that reads dates."""

OFFSETS: Final = (
    rule("date", r"<the>?(?P<step><last>|<past>|<previous>|<next>|<coming>|<following>)(?P<amount><amount>)", _window),
    rule("date", r"<the>(?P<step><last>|<past>|<coming>)(?P<unit><bigunit>)(?!<of>)", _window),
    rule(
        "date",
        r"<the>?(?P<n><count>)(?P<step><last>|<past>|<previous>|<next>|<coming>|<following>)(?P<unit><anyunit>)",
        _window,
    ),
    rule("date", r"<the>?(?P<step><last>|<past>|<next>|<coming>)(?P<unit><anyunit>)", _plural_window),
    rule("date", r"<the>?(?P<step><last>|<past>|<next>|<coming>)(?P<unit><u_fortnight>)", _window),
    rule("date", rf"{AMOUNT}<ago>", _ago),
    rule("date", rf"{AMOUNT}(?P<link><later>|<earlier>|<before>|<after>)", _told),
    rule("date", rf"{UNIT}{LINK}", _beside),
    rule("date", rf"{AMOUNT}(?P<link><before>|<after>|<from>)<the>?(?P<base><date>|<moment>)", _based),
    rule("date", rf"{UNIT}{LINK}<the>?(?P<base><date>|<moment>)", _based),
    rule("date", rf"{AMOUNT}<from><now>", _from_now),
    rule("date", rf"<in>{AMOUNT}(?:<poss>|<mark>)<time>", _from_now),
    rule("ahead", rf"<in>{AMOUNT}", _ahead),
)
