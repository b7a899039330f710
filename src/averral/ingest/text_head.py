"""The head of a plain text: all that stands before its first sentence."""

from __future__ import annotations

from averral.ingest.bylines import is_name
from averral.ingest.captions import opens_caption
from averral.ingest.chrome import is_kicker
from averral.ingest.headings import count_words, is_title
from averral.ingest.lines import Paragraph
from averral.ingest.text_kinds import Kind
from averral.records import BlockRole

__all__ = ["label_head"]

_SIMPLE: dict[Kind, BlockRole] = {
    "byline": "byline",
    "date": "dateline",
    "caption": "caption",
    "chrome": "boilerplate",
    "comments": "boilerplate",
    "control": "boilerplate",
    "feed": "comment",
}
_MAX_HEADLINE_WORDS = 22
_MIN_HEADLINE_WORDS = 4
_STAND_FIRST_WORDS = 6


def label_head(paragraphs: list[Paragraph], kinds: list[Kind]) -> tuple[list[BlockRole], int]:
    """The roles of the head, and the index of the first paragraph after it."""
    body = kinds.index("prose")
    if _is_headline_sentence(paragraphs, kinds, body):
        follow = kinds.index("prose", body + 1)
        return _label(paragraphs, kinds, follow, headline=body), follow
    return _label(paragraphs, kinds, body, headline=_find_headline(paragraphs, kinds, body)), body


def _is_headline_sentence(paragraphs: list[Paragraph], kinds: list[Kind], body: int) -> bool:
    """A headline with a full stop: one sentence at the very top, then a byline or a date."""
    if any(kind in ("title", "byline", "date") for kind in kinds[:body]) or "prose" not in kinds[body + 1 :]:
        return False
    text = paragraphs[body].text
    after = kinds[body + 1]
    return count_words(text) <= _MAX_HEADLINE_WORDS and (
        after in ("byline", "date") or (after == "title" and is_name(paragraphs[body + 1].text) and not is_name(text))
    )


def _find_headline(paragraphs: list[Paragraph], kinds: list[Kind], body: int) -> int | None:
    """The first title that is long enough to say something, else the last one that is neither a label nor a name."""
    titles = [
        index
        for index in range(body)
        if kinds[index] in ("title", "fragment") and not is_kicker(paragraphs[index].text)
    ]
    for index in titles:
        text = paragraphs[index].text
        if count_words(text) >= _MIN_HEADLINE_WORDS and not is_name(text):
            return index
    plain = [index for index in titles if not is_name(paragraphs[index].text)]
    if plain:
        return plain[-1]
    if len(titles) > 1 or (titles and not _touches_date(kinds, titles[0])):
        return titles[0]
    return None


def _touches_date(kinds: list[Kind], index: int) -> bool:
    return "date" in kinds[max(index - 1, 0) : index + 2]


def _label(paragraphs: list[Paragraph], kinds: list[Kind], body: int, *, headline: int | None) -> list[BlockRole]:
    roles: list[BlockRole] = []
    for index in range(body):
        text, kind = paragraphs[index].text, kinds[index]
        if index == headline:
            roles.append("headline")
        elif roles and roles[-1] == "caption" and opens_caption(paragraphs[index - 1].text) and kind != "caption":
            roles.append("caption")
        elif kind in _SIMPLE:
            roles.append(_SIMPLE[kind])
        elif kind in ("prose", "item", "says"):
            roles.append("body")
        elif is_kicker(text):
            roles.append("boilerplate")
        elif headline is None:
            roles.append("byline" if is_name(text) else "body")
        elif index < headline:
            roles.append(_label_before_headline(paragraphs, kinds, index, headline))
        else:
            roles.append(_label_after_headline(paragraphs, roles, index, body))
    return roles


def _label_before_headline(paragraphs: list[Paragraph], kinds: list[Kind], index: int, headline: int) -> BlockRole:
    """A short line over the headline: names, the name of the paper, or a label; a longer one may be report.

    A lone name may be a label ("Middle East"); one beside a date or another name is a person's.
    """
    text = paragraphs[index].text
    beside = [i for i in (index - 1, index + 1) if 0 <= i < headline]
    if is_name(text) and (
        " and " in text or "." in text or any(kinds[i] == "date" or is_name(paragraphs[i].text) for i in beside)
    ):
        return "byline"
    return "boilerplate" if count_words(text) <= _MIN_HEADLINE_WORDS else "body"


def _label_after_headline(paragraphs: list[Paragraph], roles: list[BlockRole], index: int, body: int) -> BlockRole:
    """A short line between headline and body: more of the headline, a name, a job, a stand-first, a subheading."""
    text, before = paragraphs[index].text, paragraphs[index - 1].text
    if roles[-1] == "headline" and not paragraphs[index].gap and _goes_on(before, text):
        return "headline"
    if is_name(text):
        return "byline"
    words = count_words(text)
    if roles[-1] == "byline" and words <= _STAND_FIRST_WORDS and not paragraphs[index].gap:
        return "byline"
    if words >= _STAND_FIRST_WORDS or index < body - 1 or not is_title(text):
        return "body"
    return "subheading"


def _goes_on(before: str, text: str) -> bool:
    """Whether a headline runs on: it ends in a colon or half-way, or the next line begins in lower case."""
    if before.endswith((".", "!")):
        return False
    return (
        before.endswith(":")
        or not is_title(before)
        or text[:1].islower()
        or (count_words(before) <= 3 and not is_name(text))
    )
