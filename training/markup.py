"""Read the marked-up attribution passages of corpus/passages (the guide is README.md there).

python -m training.markup corpus/passages/*.txt     checks files and prints what they hold
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from averral.records import BASES, MENTION_TYPES

GENRES = (
    "wire",
    "local",
    "opinion",
    "communique",
    "government",
    "court",
    "ngo",
    "interview",
    "social",
    "transcript",
    "headline",
    "capitals",
    "analysis",
)
TOKEN = re.compile(r"\\([\[\]{}])|\[([sctv])(\d+(?:,\d+)*) ?|\{([A-Za-z]+) |(\])|(\})")

Span = tuple[int, int]


class MarkupError(ValueError):
    """A passage that breaks the guide; the message says where."""


@dataclass(frozen=True)
class MarkedAttribution:
    """One attribution: spans by role, its basis, the index of the attribution that holds it, its depth from 1."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    basis: str
    parent: int | None
    depth: int


@dataclass(frozen=True)
class MarkedMention:
    """A mention: half-open offsets, contract type, and whether it is a name."""

    start: int
    end: int
    type: str
    name: bool


@dataclass(frozen=True)
class Passage:
    """One passage with its gold; offsets count code points of `text`."""

    id: str
    genre: str
    topic: str
    split: str
    text: str
    attributions: tuple[MarkedAttribution, ...]
    mentions: tuple[MarkedMention, ...]


@dataclass
class _Open:
    roles: list[tuple[str, int]] = field(default_factory=list)
    type: str = ""
    start: int = 0


@dataclass
class Marks:
    """The text of a passage and what its brackets held, as they are taken away from left to right."""

    raw: str
    text: str = ""
    stack: list[_Open] = field(default_factory=list)
    parts: dict[int, dict[str, list[Span]]] = field(default_factory=dict)
    triggers: dict[int, Span] = field(default_factory=dict)
    mentions: list[MarkedMention] = field(default_factory=list)

    def open_part(self, role: str, numbers: str) -> None:
        """A bracket of attributions or of a trigger opens."""
        self.stack.append(_Open(roles=[(role, int(n)) for n in numbers.split(",")], start=len(self.text)))

    def open_mention(self, kind: str) -> None:
        """A bracket of a mention opens."""
        if kind.upper() not in MENTION_TYPES:
            raise MarkupError(f"unknown mention type {{{kind}")
        self.stack.append(_Open(type=kind, start=len(self.text)))

    def close(self, match: re.Match[str], *, part: bool) -> None:
        """The innermost bracket closes."""
        around = self.raw[max(0, match.start() - 40) : match.end() + 10]
        if not self.stack or bool(self.stack[-1].type) == part:
            raise MarkupError(f"closing bracket without its opening one near …{around!r}")
        opened, end = self.stack.pop(), len(self.text)
        if opened.start == end:
            raise MarkupError(f"empty bracket near …{around!r}")
        if opened.type:
            self.mentions.append(MarkedMention(opened.start, end, opened.type.upper(), opened.type.isupper()))
        for role, number in opened.roles:
            if role == "v":
                self.triggers[number] = (opened.start, end)
                continue
            self.parts.setdefault(number, {"s": [], "c": [], "t": []})[role].append((opened.start, end))


def join_lines(lines: list[str]) -> str:
    """Lines as paragraphs: a single line break is a space."""
    paragraphs = re.split(r"\n\s*\n", "\n".join(lines).strip())
    return "\n\n".join(" ".join(p.split()) for p in paragraphs)


def strip_marks(raw: str) -> Marks:
    """The plain text, and where its brackets were.

    Raises:
        MarkupError: a bracket is stray, empty, unknown or never closed.
    """
    marks = Marks(raw)
    position = 0
    for match in TOKEN.finditer(raw):
        marks.text += raw[position : match.start()]
        position = match.end()
        escaped, role, numbers, kind, close_part, _close_mention = match.groups()
        if escaped:
            marks.text += escaped
        elif role:
            marks.open_part(role, numbers)
        elif kind:
            marks.open_mention(kind)
        else:
            marks.close(match, part=bool(close_part))
    marks.text += raw[position:]
    if marks.stack:
        raise MarkupError("an opening bracket is never closed")
    stray = re.search(r"[\[\]{}]", re.sub(r"\\.", "", raw[position:]))
    if stray:
        raise MarkupError(f"stray {stray.group()} at the end")
    return marks


def _inside(inner: Span, outer: tuple[Span, ...]) -> bool:
    return any(s <= inner[0] and inner[1] <= e for s, e in outer)


def nest_attributions(parts: dict[int, dict[str, list[Span]]], bases: dict[int, str]) -> tuple[MarkedAttribution, ...]:
    """Attributions in order of their numbers, each with the one whose content holds it."""
    numbers = sorted(parts)
    content = {n: tuple(sorted(parts[n]["t"])) for n in numbers}
    size = {n: sum(e - s for s, e in content[n]) for n in numbers}
    for n in numbers:
        if not content[n]:
            raise MarkupError(f"attribution {n} has no content")
        if len(parts[n]["c"]) > 1 or len(parts[n]["s"]) > 1:
            raise MarkupError(f"attribution {n}: source and cue are one stretch each")

    def holder(n: int) -> int | None:
        anchors = [*parts[n]["c"], *parts[n]["t"]]
        outers = [m for m in numbers if m != n and size[m] > size[n] and all(_inside(a, content[m]) for a in anchors)]
        return min(outers, key=lambda m: size[m], default=None)

    parents = {n: holder(n) for n in numbers}

    def depth(n: int) -> int:
        return 1 + len(_ancestors(n, parents))

    index = {n: i for i, n in enumerate(numbers)}
    return tuple(
        MarkedAttribution(
            tuple(parts[n]["s"]),
            tuple(parts[n]["c"]),
            content[n],
            bases[n],
            None if (p := parents[n]) is None else index[p],
            depth(n),
        )
        for n in numbers
    )


def _ancestors(n: int, parents: dict[int, int | None]) -> list[int]:
    chain: list[int] = []
    while (outer := parents[n]) is not None:
        chain.append(outer)
        n = outer
    return chain


def read_bases(line: str, numbers: set[int]) -> dict[int, str]:
    """The closing line of a text: a basis for each attribution."""
    bases: dict[int, str] = {}
    for item in filter(None, (part.strip() for part in line.lstrip("= ").split(","))):
        number, _, value = item.partition(" ")
        if value not in BASES:
            raise MarkupError(f"unknown basis {value!r}")
        bases[int(number)] = value
    if set(bases) != numbers:
        raise MarkupError(f"basis line names {sorted(bases)}, the text has {sorted(numbers)}")
    return bases


def read_passages(path: Path) -> list[Passage]:
    """Passages of one topic file.

    Raises:
        MarkupError: a passage breaks the guide; the message names file and passage.
    """
    head: dict[str, str] = {}
    passages: list[Passage] = []
    name = genre = ""
    lines: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            name, _, genre = (part.strip() for part in line[3:].partition("|"))
            lines = []
            if genre not in GENRES:
                raise MarkupError(f"{path.name} {name}: unknown genre {genre!r}")
        elif line.startswith("# ") and not name:
            key, _, value = line[2:].partition(":")
            head[key.strip()] = value.strip()
        elif line.startswith("=") and name:
            try:
                marks = strip_marks(join_lines(lines))
                attributions = nest_attributions(marks.parts, read_bases(line, set(marks.parts)))
            except MarkupError as error:
                raise MarkupError(f"{path.name} {name}: {error}") from error
            mentions = tuple(sorted(marks.mentions, key=lambda m: (m.start, -m.end)))
            passages.append(Passage(name, genre, head["topic"], head["split"], marks.text, attributions, mentions))
            name = ""
        elif name:
            lines.append(line)
        elif line.strip() and not line.startswith("#"):
            raise MarkupError(f"{path.name}: text outside a passage (missing '=' line?): {line[:60]!r}")
    if name:
        raise MarkupError(f"{path.name} {name}: no closing '=' line")
    return passages


def main(paths: list[str]) -> int:
    """Check files; print counts and the depth of nesting; exit 1 on the first fault of each file."""
    faults = 0
    for path in map(Path, paths):
        try:
            passages = read_passages(path)
        except (MarkupError, ValueError) as error:
            faults += 1
            print(f"FAULT {error}")
            continue
        depths = Counter(max((a.depth for a in p.attributions), default=0) for p in passages)
        words = sum(len(p.text.split()) for p in passages)
        print(
            f"{path.name}: {passages[0].split if passages else '-'}, {len(passages)} passages, {words} words, "
            f"{sum(len(p.attributions) for p in passages)} attributions, deepest level {dict(sorted(depths.items()))}, "
            f"{sum(len(p.mentions) for p in passages)} mentions"
        )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
