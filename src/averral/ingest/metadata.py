"""What a page says about itself: title, byline, publisher and day of publication; nothing is inferred.

Sources in order of trust: JSON-LD (schema.org), OpenGraph and other meta tags, microdata and `<time>`. The day of
publication is never taken from a modification date, a copyright line or an address.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from averral.ingest.dates import parse_date
from averral.ingest.names import split_names
from averral.ingest.parsed import Metadata

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["read_metadata"]

_ARTICLE_TYPES_WORDS = """
    Article NewsArticle BlogPosting Report ReportageNewsArticle OpinionNewsArticle AnalysisNewsArticle
    BackgroundNewsArticle ReviewNewsArticle LiveBlogPosting ScholarlyArticle TechArticle SocialMediaPosting
    DiscussionForumPosting AdvertiserContentArticle SatiricalArticle AskPublicNewsArticle WebPage
"""
_ARTICLE_TYPES = frozenset(_ARTICLE_TYPES_WORDS.split())
_TITLES = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "headline",
    "parsely-title",
    "sailthru.title",
    "title",
)
_AUTHORS = (
    "author",
    "article:author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "twitter:data1",
)
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name", "cre")
_DATES = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "date.issued",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "originalpublicationdate",
    "ptime",
    "date",
)
_MAX_BLOCK = 2_000_000
_CONTROL = re.compile(r"[\x00-\x1f]+")


def read_metadata(root: HtmlElement) -> Metadata:
    """Title, byline, publisher and date of a page; each null where the page does not state it."""
    linked = _read_json_ld(root)
    tagged = _read_meta_tags(root)
    marked = _read_markup(root)
    return linked.or_else(tagged).or_else(marked)


def _read_json_ld(root: HtmlElement) -> Metadata:
    found = Metadata()
    for item in _iter_articles(root):
        found = found.or_else(
            Metadata(
                title=_clean(item.get("headline") or item.get("name")),
                byline=split_names(_iter_names(item.get("author") or item.get("creator"))),
                publisher=_clean(next(iter(_iter_names(item.get("publisher"))), None)),
                published=_parse(item.get("datePublished") or item.get("dateCreated")),
            )
        )
    return found


def _iter_articles(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """Every article that JSON-LD describes, wherever it is nested; pages (WebPage) come after true articles."""
    found: list[tuple[bool, dict[str, Any]]] = []
    for script in root.iter("script"):
        if "ld+json" not in script.get("type", "") or not script.text or len(script.text) > _MAX_BLOCK:
            continue
        try:
            data = json.loads(_CONTROL.sub(" ", script.text).strip().removesuffix(";"))
        except (ValueError, RecursionError):
            continue
        for item in _iter_items(data):
            types = item.get("@type")
            names = {str(name).rsplit("/", 1)[-1] for name in (types if isinstance(types, list) else [types])}
            if names & _ARTICLE_TYPES:
                found.append((names <= {"WebPage"}, item))
    yield from (item for _, item in sorted(found, key=lambda pair: pair[0]))


def _iter_items(data: Any) -> Iterator[dict[str, Any]]:
    """Objects of a JSON-LD block: at its top, in its `@graph`, or as the main entity of a page."""
    waiting = [data]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            yield item
            waiting.extend(
                item[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")
                if isinstance(item.get(key), dict | list)
            )


def _iter_names(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        for single in name if isinstance(name, list) else [name]:
            if isinstance(single, str) and not single.startswith(("http://", "https://")):
                yield html.unescape(single)


def _read_meta_tags(root: HtmlElement) -> Metadata:
    tags: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        content = element.get("content", "").strip()
        for attribute in ("property", "name", "itemprop"):
            if content and (name := element.get(attribute)):
                tags.setdefault(name.strip().lower(), []).append(content)
    return Metadata(
        title=_clean(_find_first(tags, _TITLES)),
        byline=split_names(_find_authors(tags)),
        publisher=_clean(_find_first(tags, _PUBLISHERS)),
        published=next((date for name in _DATES for value in tags.get(name, ()) if (date := parse_date(value))), None),
    )


def _find_first(tags: dict[str, list[str]], names: Iterable[str]) -> str | None:
    return next((tags[name][0] for name in names if name in tags), None)


def _find_authors(tags: dict[str, list[str]]) -> list[str]:
    for name in _AUTHORS:
        if name == "twitter:data1" and tags.get("twitter:label1", [""])[0].lower() not in (
            "written by",
            "author",
            "by",
        ):
            continue
        values = [value for value in tags.get(name, ()) if not value.startswith(("http://", "https://", "/", "@"))]
        if values:
            return values
    return []


def _read_markup(root: HtmlElement) -> Metadata:
    title = root.find(".//title")
    return Metadata(
        title=_clean(_find_headline(root)) or _clean(title.text_content() if title is not None else None),
        byline=split_names(_find_marked_authors(root)),
        published=_find_marked_date(root),
    )


def _find_headline(root: HtmlElement) -> str | None:
    headings = [element.text_content() for element in root.iter("h1")]
    return headings[0] if len(headings) == 1 else None


def _find_marked_authors(root: HtmlElement) -> list[str]:
    """Microdata and rel=author, then an element whose class is plainly a byline; the first kind that gives a name."""
    for path in (
        './/*[@itemprop="author"]//*[@itemprop="name"]',
        './/*[@itemprop="author"]',
        './/a[@rel="author"]',
        './/*[contains(concat(" ", normalize-space(@class), " "), " byline ")]',
        './/*[contains(concat(" ", normalize-space(@class), " "), " author-name ")]',
    ):
        names = [
            text for element in root.xpath(path)[:5] if 0 < len(text := " ".join(element.text_content().split())) <= 120
        ]
        if split_names(names):
            return names
    return []


def _find_marked_date(root: HtmlElement) -> str | None:
    for path in (
        './/*[@itemprop="datePublished"]',
        ".//time[@pubdate]",
        ".//article//time[@datetime]",
        ".//header//time[@datetime]",
        ".//time[@datetime]",
    ):
        for element in root.xpath(path)[:3]:
            value = element.get("datetime") or element.get("content") or element.text_content()
            if (date := parse_date(value[:60])) is not None:
                return date
    return None


def _parse(value: Any) -> str | None:
    return parse_date(value) if isinstance(value, str) else None


def _clean(value: Any) -> str | None:
    return (" ".join(html.unescape(value).split()) or None) if isinstance(value, str) else None
