"""Readers' comments and the feeds that announce them."""

from __future__ import annotations

import re

__all__ = ["is_comment_control", "is_comment_head", "is_feed_entry", "opens_comments"]

_OPENS = re.compile(
    r"^\W{0,3}(?:\d[\d,.]*\s+(?:reader\s+)?(?:comments?|responses?|replies|thoughts)(?:\s+(?:to|"
    r"on)\s.{2,80}|,?\s+sorted by .{2,20})?|(?:reader(?:s'|'s)?\s+|user\s+)?comments?(?:\s*\(\d+\))?|"
    r"(?:leave|add|post|write)\s+a\s+(?:comment|reply|response)|recent comments|latest comments|join the "
    r"(?:discussion|conversation|debate)|"
    r"what do you think|have your say|discussion(?:\s*\(\d+\))?|log ?in to (?:join|comment|post)\b.{0,40}|"
    r"comments? (?:are|is) (?:closed|open|off|disabled).{0,30})\W{0,3}$",
    re.IGNORECASE,
)
_FEED = re.compile(r"^[^:.!?\"\u201c]{1,40}\s(?:in|on)\s?:\s+\S.{2,160}$")
_SAYS = re.compile(r"^[^:.!?\"\u201c]{1,40}\s(?:says|said|wrote|commented|writes):(?:\s.{0,300})?$")
_CONTROL = re.compile(
    r"^\W{0,3}(?:repl(?:y|ies)(?:\W+(?:report|share|like|quote|flag))*|report|\d+\s+likes?\s+reply|"
    r"like\W+reply|\d+\s+repl(?:y|ies)|view \d+ more repl(?:y|ies)|load more comments|show more comments|"
    r"sort by\b.{0,30}|"
    r"your e-?mail address will not be published.{0,60}|required fields are marked.{0,10}|notify me of "
    r".{5,60}|\[?this comment (?:has been|was) (?:removed|deleted).{0,40}|"
    r"post comment|submit comment|save my name.{0,100}|name\s*\*|e-?mail\s*\*|flag as inappropriate)[^\w.]{0,3}$",
    re.IGNORECASE,
)
_VOTES = re.compile(
    r"^[\u25b2\u25bc\u2191\u2193\U0001F44D\U0001F44E+\s\d-]*[\u25b2\u25bc\u2191\u2193\U0001F44D\U0001F44E][\u25b2\u25bc\u2191\u2193\U0001F44D\U0001F44E+\s\d-]*$"
)
_QUESTION = re.compile(r"(?:what|how|who|why|which)\b", re.IGNORECASE)
_MAX_NAME = 4
_DATED = re.compile(r"\b(?:\d{1,2}:\d{2}|20\d\d)\b")


def opens_comments(text: str) -> bool:
    """Whether a comment section begins here; what follows is not the report."""
    return len(text) <= 120 and _OPENS.match(text) is not None


def is_feed_entry(text: str) -> bool:
    """Whether the line has the shape NAME in: TITLE."""
    return len(text) <= 200 and _FEED.match(text) is not None


def is_comment_control(text: str) -> bool:
    """Whether the line is a control of one comment: reply, report, votes."""
    return len(text) <= 160 and (_CONTROL.match(text) is not None or _VOTES.match(text) is not None)


def is_comment_head(text: str) -> bool:
    """Whether the line could stand over a comment, NAME says; in a report the same words lead in a statement."""
    if len(text) > 400 or _SAYS.match(text) is None or _QUESTION.match(text) is not None:
        return False
    return (text.endswith(":") and text.count(" ") <= _MAX_NAME) or _DATED.search(text[-40:]) is not None
