"""What one paragraph of a plain text looks like by its own words, whatever stands around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from averral.ingest.bylines import is_byline
from averral.ingest.captions import is_caption
from averral.ingest.chrome import is_chrome
from averral.ingest.comments import is_comment_control, is_comment_head, is_feed_entry, opens_comments
from averral.ingest.datelines import is_date_line, opens_dateline
from averral.ingest.headings import is_list_item, is_prose, is_title
from averral.ingest.lines import Paragraph

__all__ = ["Kind", "find_kind"]

Kind = Literal[
    "prose", "item", "title", "fragment", "byline", "date", "caption", "chrome", "comments", "feed", "control", "says"
]
"""`item` is part of a list, `fragment` neither a sentence nor a title; `comments` opens a comment section, `feed` is an
entry of a feed of comments, `control` belongs to one comment, `says` is NAME says, maybe the lead-in of a statement."""

_TESTS: tuple[tuple[Kind, Callable[[str], bool]], ...] = (
    ("caption", is_caption),
    ("date", is_date_line),
    ("byline", is_byline),
    ("comments", opens_comments),
    ("control", is_comment_control),
    ("chrome", is_chrome),
)
"""In this order: the first test that holds decides."""
_LONG = 400
_MAX_LINES = 3


def find_kind(paragraph: Paragraph) -> Kind:
    """The kind of a paragraph; long ones are prose without a closer look."""
    text = paragraph.text
    if len(text) > _LONG or len(paragraph.lines) > _MAX_LINES:
        return "prose"
    if text[0] == ">":
        return "prose"
    return next((kind for kind, test in _TESTS if test(text)), None) or _find_shape(text)


def _find_shape(text: str) -> Kind:
    if is_comment_head(text):
        return "says"
    if is_feed_entry(text) and not is_prose(text):
        return "feed"
    if is_prose(text) or opens_dateline(text):
        return "prose"
    if is_list_item(text):
        return "item"
    return "title" if is_title(text) else "fragment"
