"""GUM (Zeldes 2017) as `Gold` texts: names out of its entities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.coreference import gum_chains
from training.corpora import ANYTHING, MATERIAL, OTHER, PLACES, VALUES
from training.examples import Gold, GoldMention, Span

TYPES = {"person": {"PER"}, "organization": {"ORG"}, "place": PLACES, "time": {"DATE"}}
JOINTS = frozenset({"of", "and", "for", "de", "la", "the", "in", "on", "&", "von", "van", "bin", "al", "-", "’s", "'s"})
ENTITY = re.compile(r"\((\d+)(?:\[\d+/\d+\])?-([a-z]+)[^()]*(\))?|(?:(\d+)(?:\[\d+/\d+\])?\))")
TITLES = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "professor", "president", "sir", "minister", "judge", "justice", "king", "queen",
    "prince", "princess", "saint", "lord", "lady", "captain", "general", "colonel", "major", "sergeant", "director",
    "chairman", "secretary", "senator", "governor", "mayor", "pope", "bishop", "reverend",
})  # fmt: skip


@dataclass(frozen=True)
class _Word:
    start: int
    end: int
    proper: bool
    head: int


def read_gum(data: Path) -> Iterator[Gold]:
    """GUM (Zeldes 2017), training documents of its openly licensed genres: names out of its entities.

    A name is the run of proper nouns around the head of an entity. Proper nouns outside such runs are left open.
    """
    held_out = set(re.findall(r"GUM_\w+", (data / "gum/splits.md").read_text().partition("## train")[0]))
    for path in sorted((data / "gum/dep").glob("*.conllu")):
        if path.stem not in held_out:
            yield _document(path)


def _document(path: Path) -> Gold:
    text, mentions, taken = "", [], set()
    things: list[tuple[str, str, Span]] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        if not rows:
            continue
        text += ("\n\n" if "# newpar" in block else " ") if text else ""
        words: list[_Word] = []
        for row in rows:
            words.append(_Word(len(text), len(text) + len(row[1]), row[4] in ("NNP", "NNPS"), int(row[6]) - 1))
            text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
        text = text.rstrip(" ")
        for chain, kind, first, last in sorted(_entities(rows), key=lambda e: e[2] - e[3]):
            run = _proper_run(text, words, first, last)
            things.append((chain, kind, run or (words[first].start, words[_head(words, first, last)].end)))
            if run and taken.isdisjoint(range(*run)):
                taken.update(range(*run))
                mentions.append(GoldMention(*run, frozenset(TYPES.get(kind, OTHER))))
        everything = ANYTHING | {"PER", "ORG"}
        loose = (word for word in words if word.proper and word.start not in taken)
        mentions += [GoldMention(word.start, word.end, everything) for word in loose]
    arcs = {"mention_antecedent": gum_chains(things)}
    return Gold(text, "gum", names=mentions, outside_names=VALUES | MATERIAL | {"NORP"}, arcs=arcs)


def _entities(rows: list[list[str]]) -> Iterator[tuple[str, str, int, int]]:
    """(chain, type, first word, last word) of the entities that begin and end in a sentence."""
    opened: list[tuple[str, str, int]] = []
    for number, row in enumerate(rows):
        value = dict(part.partition("=")[::2] for part in row[9].split("|")).get("Entity", "")
        for key, kind, closed, ending in re.findall(
            r"\((\d+)(?:\[\d+/\d+\])?-([a-z]+)[^()]*(\))?|(?:(\d+)(?:\[\d+/\d+\])?\))", value
        ):
            if ending:
                match = next((o for o in reversed(opened) if o[0] == ending), None)
                if match:
                    opened.remove(match)
                    yield *match, number
            elif closed:
                yield key, kind, number, number
            else:
                opened.append((key, kind, number))


def _head(words: list[_Word], first: int, last: int) -> int:
    """The word of a phrase that hangs on a word outside of it; the last one if none does."""
    return next((i for i in range(first, last + 1) if not first <= words[i].head <= last), last)


def _proper_run(text: str, words: list[_Word], first: int, last: int) -> tuple[int, int] | None:
    """The proper nouns around the head of words `first` to `last`, without a title; None if the head is no name."""
    head = _head(words, first, last)
    if not words[head].proper:
        return None
    low, high = head, head

    def joins(number: int, beyond: int) -> bool:
        word = words[number]
        return text[word.start : word.end].lower() in JOINTS and words[beyond].proper

    while low > first and (words[low - 1].proper or (low - 1 > first and joins(low - 1, low - 2))):
        low -= 1
    while high < last and (words[high + 1].proper or (high + 1 < last and joins(high + 1, high + 2))):
        high += 1
    while low < high and text[words[low].start : words[low].end].lower().rstrip(".") in TITLES:
        low += 1
    return words[low].start, words[high].end
