"""What follows the head of a plain text: body, subheadings, lists, and what the site has put among and after them."""

from __future__ import annotations

import msgspec

from averral.ingest.bylines import is_name, is_sign_off
from averral.ingest.captions import opens_caption
from averral.ingest.chrome import ends_report, is_kicker, opens_list
from averral.ingest.comments import opens_comments
from averral.ingest.headings import count_words, ends_sentence, is_list_item
from averral.ingest.lines import Paragraph
from averral.ingest.text_kinds import Kind
from averral.records import BlockRole

__all__ = ["find_repeated", "label_rest"]

_SIMPLE: dict[Kind, BlockRole] = {
    "prose": "body",
    "fragment": "body",
    "says": "body",
    "byline": "byline",
    "date": "dateline",
    "caption": "caption",
    "chrome": "boilerplate",
    "comments": "boilerplate",
    "control": "boilerplate",
    "feed": "comment",
}


class _Signs(msgspec.Struct, frozen=True):
    """What only the whole text shows: its last sentence, the lines that come back, the paragraphs that are set in."""

    last: int
    repeated: frozenset[str]
    set_in: frozenset[int]


_EVIDENCE = 8
"""How many paragraphs after the heading of a comment section are searched for signs of comments."""
_MAX_LIST = 12
_MAX_SUBHEADING_WORDS = 14
_MAX_NUMBERED_WORDS = 8
_MIN_LIST = 3
_MIN_INDENT, _MAX_SET_IN = 2, 0.5
_MAX_REPEATED, _MANY = 40, 3
_SHORT: frozenset[Kind] = frozenset({"title", "fragment"})
_DASHES = "\u2014\u2013"
_OPENERS, _CLOSERS = '"\u201c\u2018\u00ab', '"\u201d\u2019\u00bb'


def label_rest(paragraphs: list[Paragraph], kinds: list[Kind], head: list[BlockRole], body: int) -> list[BlockRole]:
    """The roles of the paragraphs from `body` on."""
    stop, is_comments = _find_stop(paragraphs, kinds, body)
    last = max((index for index in range(body, stop) if kinds[index] == "prose"), default=body)
    signs = _Signs(last, find_repeated(paragraphs), _find_set_in(paragraphs, kinds))
    roles = list(head)
    while len(roles) < stop:
        index = len(roles)
        if kinds[index] == "chrome" and opens_list(paragraphs[index].text):
            roles.extend(_repeat("boilerplate", _find_list_end(paragraphs, kinds, index, stop) - index))
        else:
            roles.append(_label(paragraphs, kinds, roles, signs))
    roles.extend(
        _label_comments(paragraphs, kinds, stop) if is_comments else _repeat("boilerplate", len(paragraphs) - stop)
    )
    return roles[body:]


def _repeat(role: BlockRole, count: int) -> list[BlockRole]:
    return [role] * count


def _find_stop(paragraphs: list[Paragraph], kinds: list[Kind], body: int) -> tuple[int, bool]:
    """Where the report is over, and whether comments begin there; otherwise an agency or a press office says so."""
    total = sum(len(paragraph.text) for paragraph in paragraphs)
    seen = 0
    for index, paragraph in enumerate(paragraphs):
        seen += len(paragraph.text)
        if index <= body:
            continue
        if kinds[index] in ("comments", "control", "says") and _has_comments(paragraphs, kinds, index):
            return index, True
        if kinds[index] == "chrome" and ends_report(paragraph.text) and seen > total / 2:
            return index, False
    return len(paragraphs), False


def _has_comments(paragraphs: list[Paragraph], kinds: list[Kind], index: int) -> bool:
    """Whether comments follow: controls, names, dates; or nothing but the closing lines of the page."""
    following = kinds[index + 1 : index + 1 + _EVIDENCE]
    if kinds[index] == "says":
        return (
            kinds[index : index + 1 + _EVIDENCE].count("says") + following.count("control") + following.count("date")
            > 2
        )
    if kinds[index] == "control" and following.count("control") + following.count("date") < 1:
        return "prose" not in kinds[index + 1 :]
    if any(kind in ("control", "feed", "date", "byline", "comments", "says") for kind in following):
        return True
    return "prose" not in kinds[index + 1 :] or any(
        is_name(paragraph.text) for paragraph in paragraphs[index + 1 : index + 3]
    )


def _label_comments(paragraphs: list[Paragraph], kinds: list[Kind], start: int) -> list[BlockRole]:
    """Comments up to the end, but for the closing lines of the page and lists of other articles."""
    end = len(paragraphs)
    for index in range(start + 1, end):
        if (
            kinds[index] == "chrome"
            and opens_list(paragraphs[index].text)
            and not opens_comments(paragraphs[index].text)
        ):
            end = index
            break
    while end > start + 1 and kinds[end - 1] == "chrome":
        end -= 1
    return _repeat("comment", end - start) + _repeat("boilerplate", len(paragraphs) - end)


def find_repeated(paragraphs: list[Paragraph]) -> frozenset[str]:
    """Short lines that come back: the name over each post of an account, or a button."""
    seen: dict[str, int] = {}
    for paragraph in paragraphs:
        if len(paragraph.text) <= _MAX_REPEATED:
            seen[paragraph.text] = seen.get(paragraph.text, 0) + 1
    return frozenset(
        text
        for text, count in seen.items()
        if count > 1 and (is_name(text) or (count > _MANY and count_words(text) <= _MANY))
    )


def _find_set_in(paragraphs: list[Paragraph], kinds: list[Kind]) -> frozenset[int]:
    """Sentences with every line indented, in a text that does not indent its paragraphs: block quotations."""
    deep = [min(line.indent for line in paragraph.lines) >= _MIN_INDENT for paragraph in paragraphs]
    indented = sum(paragraph.lines[0].indent >= _MIN_INDENT for paragraph in paragraphs)
    if indented > _MAX_SET_IN * len(paragraphs):
        return frozenset()
    return frozenset(
        index
        for index, kind in enumerate(kinds)
        if deep[index] and kind == "prose" and not is_list_item(paragraphs[index].text)
    )


def _find_list_end(paragraphs: list[Paragraph], kinds: list[Kind], start: int, stop: int) -> int:
    """The end of a list of other articles: a sentence, or a title that stands over one."""
    index = start + 1
    while index < stop and index - start <= _MAX_LIST:
        short = kinds[index] in ("title", "fragment", "item", "chrome", "date") or (
            kinds[index] == "prose" and count_words(paragraphs[index].text) < _MAX_SUBHEADING_WORDS
        )
        if not short or (paragraphs[index].gap and index > start + 1 and kinds[index] != "chrome"):
            break
        if kinds[index] == "title" and paragraphs[index].gap and index + 1 < stop and kinds[index + 1] == "prose":
            break
        if kinds[index] == "prose" and paragraphs[index].gap:
            break
        index += 1
    return index


def _label(paragraphs: list[Paragraph], kinds: list[Kind], roles: list[BlockRole], signs: _Signs) -> BlockRole:
    index = len(roles)
    paragraph, kind = paragraphs[index], kinds[index]
    before = roles[-1] if roles else None
    if before is not None and _goes_with(paragraphs, kinds, before, index):
        return before
    if kind == "prose":
        return _label_prose(paragraphs, before, index, signs)
    if kind == "item":
        return _label_item(paragraphs, kinds, index)
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if paragraph.text in signs.repeated:
        return "byline" if is_name(paragraph.text) else "boilerplate"
    return _label_title(paragraphs, kinds, before, index) if index < signs.last else _label_tail(paragraph.text, before)


def _goes_with(paragraphs: list[Paragraph], kinds: list[Kind], before: BlockRole, index: int) -> bool:
    """Whether it is the second half of the block before: a caption after its label, the speaker under a quotation."""
    if before == "caption":
        return opens_caption(paragraphs[index - 1].text) and kinds[index] in ("title", "fragment", "prose")
    text = paragraphs[index].text
    return before == "quotation" and text[0] in _DASHES and count_words(text) <= _MAX_SUBHEADING_WORDS


def _label_prose(paragraphs: list[Paragraph], before: BlockRole | None, index: int, signs: _Signs) -> BlockRole:
    """Body, or a quotation set apart: after a colon, by a mark, or with its speaker on a line of its own."""
    text = paragraphs[index].text
    if text[0] == ">" or index in signs.set_in:
        return "quotation"
    if text[0] in _OPENERS and text[-1] in _CLOSERS and not any(mark in text[1:-1] for mark in '"\u201c\u201d'):
        after = paragraphs[index + 1].text if index + 1 < len(paragraphs) else " "
        if before == "quotation" or after[0] in _DASHES or (index and paragraphs[index - 1].text.endswith(":")):
            return "quotation"
    return "body"


def _label_item(paragraphs: list[Paragraph], kinds: list[Kind], index: int) -> BlockRole:
    """A numbered title over a paragraph is a subheading; every other item is a line of a list."""
    text = paragraphs[index].text
    alone = kinds[index - 1] != "item" and kinds[index + 1 : index + 2] == ["prose"]
    numbered = text[0].isdigit() or text[0] in "IVX"
    return (
        "subheading"
        if alone and numbered and count_words(text) <= _MAX_NUMBERED_WORDS and not ends_sentence(text)
        else "body"
    )


def _label_title(paragraphs: list[Paragraph], kinds: list[Kind], before: BlockRole | None, index: int) -> BlockRole:
    """A short line before more body: a subheading where a sentence follows, otherwise part of a list."""
    text = paragraphs[index].text
    after = kinds[index + 1]
    if is_kicker(text) and before in ("boilerplate", "dateline"):
        return "boilerplate"
    if is_name(text) and before in ("subheading", "headline", "dateline") and after == "prose":
        return "byline"
    if paragraphs[index - 1].text.endswith(":") and before == "body":
        return "body"
    if (
        count_words(text) > _MAX_SUBHEADING_WORDS
        or paragraphs[index + 1].text[0].islower()
        or (after == "item" and text.endswith(":"))
    ):
        return "body"
    return "body" if _is_in_list(kinds, index) else "subheading"


def _is_in_list(kinds: list[Kind], index: int) -> bool:
    """Whether three or more short lines stand together, as in a list of the dead."""
    start = end = index
    while start > 0 and kinds[start - 1] in _SHORT:
        start -= 1
    while end + 1 < len(kinds) and kinds[end + 1] in _SHORT:
        end += 1
    return end - start >= _MIN_LIST - 1


def _label_tail(text: str, before: BlockRole | None) -> BlockRole:
    """A short line after the last sentence: a signature, a leftover among leftovers, or else the end of the report."""
    if before in ("byline", "dateline") or is_sign_off(text):
        return "byline"
    if before == "boilerplate" or is_kicker(text):
        return "boilerplate"
    if before == "comment":
        return "comment"
    return "byline" if is_name(text) else "body"
