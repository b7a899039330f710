"""What the names of a page's elements say about the text inside them.

Sites name their parts for their style sheets ("comment-list", "related-articles", "byline"); the same few words come
back everywhere. Each is looked for as a whole word of a class or id, so that "commentary" is no comment.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

__all__ = ["CONTENT", "Region", "find_region"]

Region = Literal["content", "comment", "chrome", "byline", "caption"]
CONTENT: Region = "content"

_COMMENT = re.compile(
    r"(?:^|[\s_-])(?:comments?|comment-?list|commentlist|comment-?(?:body|content|area|section|thread|text|"
    r"wrap)s?|disqus(?:_thread)?|fb-comments|"
    r"(?:reader|user)-?comments?|kommentare?|commentaires?|comentarios?)(?:$|[\s_-])"
)
_NO_COMMENT = re.compile(
    r"comments?[-_](?:open|closed|off|count|link|icon|button|number)|(?:no|has|open|with)[-_]comments?"
)
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|by-line|author-?name|authors?|dateline|post-?meta|entry-?meta|article-?meta|"
    r"pub-?date|publish(?:ed)?-?(?:date|on)?|timestamp)(?:$|[\s_-])"
)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:caption|wp-caption-text|image-?caption|figcaption|photo-?(?:caption|credit))(?:$|[\s_-])"
)
_CHROME_TAGS = frozenset({"nav", "footer", "aside", "menu", "form", "button", "dialog"})
_CHROME = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|footer|sidebar|breadcrumbs?|share|sharing|social|sharedaddy|"
    r"related|recommend(?:ed|ations)?|"
    r"newsletter|subscribe|subscription|cookie|consent|gdpr|advert(?:isement|s)?|ads?|promo|sponsor(?:ed)?|"
    r"teaser|most-?(?:read|popular|viewed)|"
    r"trending|popular|pagination|pager|tags?|tag-?list|outbrain|taboola|widget|skip-?link|paywall|login|"
    r"signup)(?:$|[\s_-])"
)
_BY_NAME: tuple[tuple[Region, re.Pattern[str]], ...] = (("caption", _CAPTION), ("byline", _BYLINE), ("chrome", _CHROME))
_CHROME_ROLES = frozenset({"navigation", "contentinfo", "complementary", "search"})
_SUBJECT = re.compile(r"(?:^|(?<=\s))(?:tag|category|cat|post|type|status|format|postid|page|term|author)-\S*")


def find_region(tag: str, attributes: Mapping[str, str], outer: Region) -> Region:
    """The region of an element's text, given that of the element around it. Comments and chrome hold for all inside."""
    if _is_comment(tag, attributes):
        return "comment"
    if outer in ("comment", "chrome"):
        return outer
    if tag in _CHROME_TAGS or attributes.get("role") in _CHROME_ROLES:
        return "chrome"
    names = _join_names(attributes)
    if not names or tag in ("body", "html"):
        return outer
    return next((region for region, pattern in _BY_NAME if pattern.search(names)), outer)


def _is_comment(tag: str, attributes: Mapping[str, str]) -> bool:
    if tag in ("body", "html", "article", "main", "a", "span"):
        return False
    names = _join_names(attributes)
    return bool(names) and _COMMENT.search(names) is not None and _NO_COMMENT.search(names) is None


def _join_names(attributes: Mapping[str, str]) -> str:
    """Class and id in lower case, without the subjects of the article, which blogs also write into the class."""
    return _SUBJECT.sub(" ", f"{attributes.get('class', '')} {attributes.get('id', '')}".lower()).strip()
