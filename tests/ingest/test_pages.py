"""Plain-text pages with gold roles (corpus/pages), and the floors that the segmenter must hold on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from averral.ingest.text import read_text_string

FOLDER = Path(__file__).resolve().parents[2] / "corpus" / "pages"
PAGES = sorted(FOLDER.glob("*.page"))
ROLES = {
    "H": "headline",
    "B": "byline",
    "D": "dateline",
    "U": "subheading",
    "T": "body",
    "Q": "quotation",
    "C": "caption",
    "M": "comment",
    "X": "boilerplate",
}
BODY = {"body", "quotation"}
READ = BODY | {"headline", "subheading", "caption"}
MACRO_FLOOR, PAGE_FLOOR, BODY_FLOOR, LEFTOVER_FLOOR = 0.985, 0.85, 0.995, 0.97


def load_page(path: Path) -> tuple[str, list[str]]:
    """The page's text, and a gold role for each of its characters (empty for line breaks)."""
    lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    while lines[0].startswith("# "):
        lines.pop(0)
    text, roles = "", []
    for line in lines:
        fields = line.split("\t") if line else []
        for code, part in zip(fields[::2], fields[1::2], strict=True):
            text += part
            roles += [ROLES[code]] * len(part)
        text += "\n"
        roles.append("")
    return text, roles


def label_characters(text: str) -> list[str]:
    found = [""] * len(text)
    for block in read_text_string(text).blocks:
        found[block.start : block.end] = [block.role] * (block.end - block.start)
    return found


def compare(path: Path) -> list[tuple[str, str]]:
    """Gold and found role of every character that is not white space."""
    text, gold = load_page(path)
    found = label_characters(text)
    return [(gold[at], found[at]) for at, character in enumerate(text) if not character.isspace()]


def accuracy(pairs: list[tuple[str, str]]) -> float:
    return sum(gold == found for gold, found in pairs) / len(pairs)


def test_there_are_enough_pages():
    assert len(PAGES) >= 60


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page_keeps_floor_and_covers_every_character(path):
    pairs = compare(path)
    assert all(found for _, found in pairs)
    assert accuracy(pairs) >= PAGE_FLOOR


def test_pages_together_keep_floors():
    pages = [compare(path) for path in PAGES]
    assert sum(map(accuracy, pages)) / len(pages) >= MACRO_FLOOR
    pairs = [pair for page in pages for pair in page]
    body = [found in READ for gold, found in pairs if gold in BODY]
    assert sum(body) / len(body) >= BODY_FLOOR
    leftover = [found not in READ for gold, found in pairs if gold in {"comment", "boilerplate"}]
    assert sum(leftover) / len(leftover) >= LEFTOVER_FLOOR
