"""Rules over tokens: a pattern of categories, and what it builds.

A sequence of tokens becomes a string with one character for each category; a pattern is an ordinary regular expression
in which `<category>` stands for that character, or for any of a class of `lexicon.CLASSES`. A pass finds what every
rule matches, keeps the leftmost longest, and puts one token in its place for the next pass. No pattern repeats without
bound, so a pass takes time linear in the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from averral.extract.times.lexicon import CLASSES
from averral.extract.times.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = ["Found", "Recoded", "Rule", "apply_rules", "rule"]

PLACE = re.compile(r"(?<!\?P)<([a-z_0-9]+)>")
CLASS = re.compile(r"\[([^\]]*)\]")
PART = re.compile(
    r"(?P<needed>\[[^\]]*\]|\((?:\?:|\?P<\w+>)\s*\[[^\]]*\](?:\s*\|?\s*\[[^\]]*\])*\s*\))(?P<maybe>\s*[?*{])?|[()|]"
)
"""A class, a group of nothing but classes, or a mark that opens, closes or parts others."""
EDGE = Token("", -1, -1, -1, -1, None)
FIRST_LETTER = 0xE000
"""Categories are written with characters of the private use area."""


class _Letters(dict[str, str]):
    """Category → its character; a category gets one when it is first met."""

    def __missing__(self, code: str) -> str:
        return self.setdefault(code, chr(FIRST_LETTER + len(self)))


LETTERS = _Letters()


class Found(NamedTuple):
    """A match of a rule over tokens."""

    tokens: Sequence[Token]
    match: re.Match[str]

    def one(self, group: str) -> Any:
        """The value of the first token of a group; null where the group is absent."""
        start = self.match.start(group) if group in self.match.re.groupindex else -1
        return None if start < 0 else self.tokens[start].value

    def code(self, group: str) -> str:
        """The category of the first token of a group; empty where the group is absent."""
        start = self.match.start(group) if group in self.match.re.groupindex else -1
        return "" if start < 0 else self.tokens[start].code

    def inside(self, group: str | int = 0) -> Sequence[Token]:
        """The tokens of a group, or of the whole match."""
        return self.tokens[self.match.start(group) : self.match.end(group)]

    @property
    def before(self) -> Token:
        """The token before the match."""
        start = self.match.start()
        return self.tokens[start - 1] if start else EDGE

    @property
    def after(self) -> Token:
        """The token after the match."""
        end = self.match.end()
        return self.tokens[end] if end < len(self.tokens) else EDGE


class Rule(NamedTuple):
    """What to look for, the category of what is built, and how; a builder that returns null refuses the match."""

    code: str
    pattern: re.Pattern[str]
    build: Callable[[Found], Any]
    needs: tuple[int, ...]
    """Sets of characters, each with a bit of its own, of which one must be in the line."""


def rule(code: str, pattern: str, build: Callable[[Found], Any]) -> Rule:
    """Compile a rule; spaces in the pattern mean nothing."""
    written = PLACE.sub(lambda m: _class(m[1]), pattern)
    return Rule(code, re.compile(written, re.VERBOSE), build, tuple(map(_bits, _needs(written))))


def _bits(letters: Iterable[str]) -> int:
    return sum(1 << (ord(letter) - FIRST_LETTER) for letter in set(letters))


def _needs(pattern: str) -> Iterator[str]:
    """The classes of which a match has one character each: those in no larger group that may not be left out."""
    depth = 0
    found: list[str] = []
    for match in PART.finditer(pattern):
        part, needed = match[0], match["needed"]
        if part == "|" and not depth:
            return
        if needed and not depth and match["maybe"] is None:
            found.append("".join(CLASS.findall(needed)))
        elif not needed:
            depth += (part == "(") - (part == ")")
    yield from found


def _class(name: str) -> str:
    return "[" + "".join(LETTERS[code] for code in CLASSES.get(name, (name,))) + "]"


class _Candidate(NamedTuple):
    start: int
    length: int
    order: int
    found: Found


def apply_rules(tokens: Sequence[Token], rules: Sequence[Rule]) -> list[Token]:
    """The tokens with the leftmost longest matches read; of equally long ones, the earlier rule goes first."""
    candidates = sorted(_candidates(tokens, rules), key=lambda c: (c.start, -c.length, c.order))
    result: list[Token] = []
    at = 0
    for candidate in candidates:
        if candidate.start < at:
            continue
        built = rules[candidate.order].build(candidate.found)
        if built is not None:
            result += tokens[at : candidate.start]
            at = candidate.start + candidate.length
            result.append(_read(rules[candidate.order].code, candidate.found.inside(), built))
    result += tokens[at:]
    return result


def _candidates(tokens: Sequence[Token], rules: Sequence[Rule]) -> Iterator[_Candidate]:
    line = "".join([LETTERS[t.code] for t in tokens])
    held = _bits(line).__and__
    for order, each in enumerate(rules):
        if not all(map(held, each.needs)):
            continue
        for match in each.pattern.finditer(line):
            yield _Candidate(match.start(), match.end() - match.start(), order, Found(tokens, match))


def _read(code: str, tokens: Sequence[Token], value: Any) -> Token:
    """One token in the place of several; a builder may name another category by returning it with the value."""
    if isinstance(value, Recoded):
        code, value = value
    return Token(code, tokens[0].first, tokens[-1].last, tokens[0].start, tokens[-1].end, value)


class Recoded(NamedTuple):
    """What a builder returns when the category depends on what was read."""

    code: str
    value: Any
