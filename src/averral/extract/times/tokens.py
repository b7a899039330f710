"""A text cut into tokens, each with its category: what the grammar reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from averral.extract.times.expression import Clock, Years
from averral.extract.times.lexicon import ABBREVIATED_DAYS, CLASSES, NAME_MONTHS, SHORT_MONTHS, UNSURE_MONTHS, WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from averral.records import Span

__all__ = ["Token", "list_tokens", "small_number"]

TOKEN = re.compile(
    r"""
    (?=\d)(?:
        (?P<iso>\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?(?![\w-]))
      | (?P<ymd>\d{4}(?P<s1>[/.])\d{1,2}(?P=s1)\d{1,2}(?!\w))
      | (?P<dmy>\d{1,2}(?P<s2>[/.-])\d{1,2}(?P=s2)(?:\d{4}|\d{2})(?!\w|(?P=s2)\d))
      | (?P<attack>9/11(?![\w/]))
      | (?P<dtg>\d{6}Z?\ ?[A-Z]{3}\ ?\d{2}(?!\w))
      | (?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?![:\d])|\d{1,2}\.\d{2}(?=\s?[ap]\.?m\b))
      | (?P<military>\d{4}(?=\s?(?:hours|hrs|h|z|gmt|utc)\b)|0\d[0-5]\d\b)
      | (?P<nth>\d{1,2}(?:st|nd|rd|th)\b)
      | (?P<decade>\d{3}0['’]?s\b)
      | (?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+\.\d+|\d+)
    )
  | (?=[^\W\d_])(?:
        (?P<url>(?:https?://|www\.)\S+)
      | (?P<quarter>[QH][1-4]\b)
      | (?P<ampm>(?<=[\d\s])[ap]\.\s?m\b\.?)
      | (?P<oclock>o\s?['’]\s?clock\b)
      | (?P<word>[^\W\d_]+)
    )
  | (?=['’‘])(?:
        (?P<nineties>['’‘]\d0['’]?s\b)
      | (?P<shortyear>['’‘]\d{2}\b)
      | (?P<poss>['’]s\b)
    )
  | (?P<gap>\n\s*\n)
  | (?P<mark>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
DOTTED = re.compile(
    r"(?:[01]?\d|2[0-3])\.[0-5]\d(?!\.?\d)(?!\s?(?:%|°|per\s?cent|percent|degrees?|million|billion|euros?|dollars?|pounds?|"
    r"kg|km|points?|met(?:re|er)s?|kilomet(?:re|er)s?|kilograms?|litres?|tons?|tonnes?|miles?|inch|feet|times|seconds?)\b)",
    re.IGNORECASE | re.ASCII,
)
"""“10.38”, where nothing is counted or measured with it."""
ZONED = re.compile(r"\s?(?:gmt|utc|local\s+time)\b", re.IGNORECASE)
DISTANT = 20
"""Years from the issue of a text from which on a number is rather an hour than a year, where it can be one."""
CLOCK_CUES = frozenset({*CLASSES["clock_cue"], "dash"})
MONTHS = frozenset({*CLASSES["sure_month"], *CLASSES["dotted_month"]})
DATED = frozenset({"iso", "ymd", "dmy"})
CURRENCIES = frozenset("$€£¥#")
OPAQUE_BEFORE = frozenset("$€£¥#_@&+*=")
CODE_MARKS = frozenset("-/.:,")
GLUED_WORD = re.compile(r"[^\W\d_]{1,9}")
DIGITS = frozenset("0123456789")
_LIMITS = ((12, "n12"), (24, "n24"), (31, "n31"), (59, "n59"), (99, "n99"))
SMALL = [next(code for limit, code in _LIMITS if value <= limit) for value in range(100)]
GLUED = frozenset({"ampm", "hours", "shortunit", "month", "short_month", "unsure_month", "low_month", "zone"})
"""Categories of words that may follow a number without a space: "9pm", "3h", "12APR88"."""


class Token(NamedTuple):
    """A token or, once rules have read it, an expression: category, half-open range of tokens, and what it stands for.

    `first` and `last` count tokens of the block; `start` and `end` are offsets into the document's text.
    """

    code: str
    first: int
    last: int
    start: int
    end: int
    value: Any


def list_tokens(
    text: str, span: Span, *, military: bool = False, dotted: bool = False, issued: int | None = None
) -> list[Token]:
    """The tokens of a block in order; white space is no token, a blank line is.

    `military`: the document writes times as "0310", so that "1800" is one rather than a year. `dotted`: it writes them
    as "10.38". `issued`: its year, by which "(11 SEP, 2000)" is no year but an hour.
    """
    tokens: list[Token] = []
    for number, match in enumerate(TOKEN.finditer(text, span.start, span.end)):
        code, value = _classify(text, match, tokens)
        if military and code == "year" and value < 1900 and value % 100 < 60:
            code, value = "military", Clock(value // 100, value % 100)
        if issued and code == "year" and _is_hour(text, match, tokens, issued):
            code, value = "military", Clock(value // 100, value % 100)
        if dotted and code == "number" and _is_dotted(text, match, tokens):
            code, value = _clock(match.group())
        tokens.append(Token(code, number, number + 1, match.start(), match.end(), value))
    return tokens


def _classify(text: str, match: re.Match[str], before: Sequence[Token]) -> tuple[str, Any]:
    kind, form = match.lastgroup or "", match.group()
    if kind == "word":
        return _word(form)
    if kind == "mark":
        return WORDS.get(form) or ("mark", form)
    if form[0] in DIGITS and _is_opaque(text, match, before):
        return "opaque", form
    read = READERS.get(kind)
    return read(form) if read else (kind, form)


def _word(form: str) -> tuple[str, Any]:
    word = form.lower()
    code, value = WORDS.get(word, ("", word))
    if not code:
        return ("word" if form[0].islower() or not form[0].isupper() else "name"), word
    if code == "month":
        return _month(form, word), value
    if word in ABBREVIATED_DAYS:
        return ("unsure_day", value) if form[0].isupper() else ("word", word)
    return code, value


def _month(form: str, word: str) -> str:
    if form[0].islower() and (word in UNSURE_MONTHS or word in NAME_MONTHS):
        return "low_month"
    if word in SHORT_MONTHS:
        return "short_month"
    return "unsure_month" if word in UNSURE_MONTHS else "month"


def _number(form: str) -> tuple[str, Any]:
    if len(form) <= 2 and form.isascii():
        return small_number(int(form), padded=form[0] == "0")
    if len(form) == 4 and form.isdecimal() and "1000" <= form < "3000":
        return "year", int(form)
    if len(form) > 12:
        return "opaque", form
    value = float(form.replace(",", ""))
    return "number", int(value) if value.is_integer() else value


def small_number(value: int, *, padded: bool = False) -> tuple[str, int]:
    """The category of a number below 100, by what it can be: an hour, a day, a minute."""
    return (("pad" if value else "zero") if padded else SMALL[value]), value


def _ordinal(form: str) -> tuple[str, Any]:
    value = int(form[:-2])
    return ("ordinal" if 0 < value <= 31 else "opaque"), value


def _clock(form: str) -> tuple[str, Any]:
    parts = [int(p) for p in re.split("[:.]", form)]
    fits = all(p < limit for p, limit in zip(parts, (25, 60, 61), strict=False))
    hour, minute, second = (*parts, None)[:3]
    return ("clock" if fits else "opaque"), Clock(hour or 0, minute, second, sure=parts[0] > 12 or form[0] == "0")


def _is_hour(text: str, match: re.Match[str], before: Sequence[Token], issued: int) -> bool:
    """Whether four digits behind a day and a month, at the end of a bracket, are an hour: a year far from the issue."""
    value = int(match.group())
    if (
        value >= 2400
        or value % 100 >= 60
        or abs(value - issued) < DISTANT
        or text[match.end() : match.end() + 1] != ")"
    ):
        return False
    return len(before) > 2 and before[-1].code == "comma" and before[-2].code in MONTHS


def _is_dotted(text: str, match: re.Match[str], before: Sequence[Token]) -> bool:
    """Whether a number with a point is a time of day: after a word that leads to one, a date, or a nought."""
    if not DOTTED.match(text, match.start()) or "," in match.group():
        return False
    marked = before[-1].code == "comma" if before else False
    dated = len(before) > marked and before[-1 - marked].code in DATED | MONTHS | {"year"}
    cued = dated or (bool(before) and before[-1].code in CLOCK_CUES)
    return cued or match.group()[0] == "0" or ZONED.match(text, match.end()) is not None


def _military(form: str) -> tuple[str, Any]:
    hour, minute = int(form[:2]), int(form[2:])
    return ("military", Clock(hour, minute)) if hour < 25 and minute < 60 else ("number", int(form))


def _decade(form: str) -> tuple[str, Any]:
    digits = "".join(c for c in form if c in DIGITS)
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return "decade", Years(first, "decade")


READERS: Final[dict[str, Callable[[str], tuple[str, Any]]]] = {
    "number": _number,
    "nth": _ordinal,
    "clock": _clock,
    "military": _military,
    "decade": _decade,
    "nineties": _decade,
    "shortyear": lambda form: ("year2", int(form[1:])),
    "ampm": lambda form: ("ampm", form[0].lower() + "m"),
    "quarter": lambda form: ("qtr", (form[0].upper(), int(form[1]))),
}
"""How the form of each kind of token gives its category and value."""


def _is_opaque(text: str, match: re.Match[str], before: Sequence[Token]) -> bool:
    """Part of a name, a sum or a code: "F-16", "COVID-19", "$12", "737s", "1.2.3.4"."""
    start, end = match.span()
    last, after = text[start - 1 : start], text[end : end + 1]
    if after == "_" or (after.isalpha() and not _is_unit_glued(text, end)):
        return True
    if last.isspace() or not last:
        return text[max(0, start - 2) : start - 1] in CURRENCIES
    if last in OPAQUE_BEFORE or (last.isalnum() and before[-1:] and before[-1].code not in GLUED):
        return True
    return last in CODE_MARKS and _continues_code(before, start, match.lastgroup)


def _continues_code(before: Sequence[Token], start: int, kind: str | None) -> bool:
    """Whether a mark without spaces joins a number to an unknown word, or a whole date to a number before it."""
    if len(before) < 2 or before[-1].end != start or before[-2].end != before[-1].start:
        return False
    if before[-2].code in ("opaque", "url"):
        return True
    if before[-1].value != "-":
        return False
    return before[-2].code in ("name", "word") or (kind in DATED and before[-2].code not in DATED)


def _is_unit_glued(text: str, end: int) -> bool:
    word = GLUED_WORD.match(text, end)
    code = _word(word.group())[0] if word else ""
    return code in GLUED or code.startswith("u_")
