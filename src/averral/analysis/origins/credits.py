"""Words by which a report says that it has something from an outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from averral.analysis.origins.terms import list_name_words

__all__ = ["MEDIA_STEMS", "MEDIA_WORDS", "iter_credits"]

MEDIA_WORDS: Final = frozenset(
    (
        "agency", "beacon", "bell", "broadcaster", "broadcasting", "bulletin", "chronicle", "courier", "daily",
        "dispatch", "echo", "examiner", "express", "gazette", "globe", "herald", "journal", "ledger", "magazine",
        "mail", "media", "mercury", "mirror", "monitor", "network", "news", "newspaper", "newswire", "observer",
        "online", "paper", "post", "press", "radio", "record", "recorder", "register", "review", "sentinel",
        "standard", "star", "sun", "telegraph", "television", "times", "tribune", "tv", "weekly", "wire", "world",
    )
)  # fmt: skip
"""Words that outlets are called by; a name without one must be known as an outlet otherwise."""
MEDIA_STEMS: Final = frozenset(word for name in MEDIA_WORDS for word in list_name_words(name))
_WORDS = r"(?:[A-Z][\w'’&.-]*|@\w+)(?: (?:(?i:of|and|for|the|on)|[A-Z][\w'’&.-]*)){0,6}"
_NAME = rf"(?:(?i:the) )?(?P<name>{_WORDS})"
_BEFORE = re.compile(
    r"(?:\b(?i:via|h/t|hat tip(?: to)?:?|source:|credit:|copyright(?: \d{4})?|"
    r"according to(?: (?:a )?reports? (?:in|by|from|on))?|told|cit(?:ed|ing)|quot(?:ed|ing)(?: (?:by|in))?|"
    r"reported (?:by|in|on)|published (?:by|in|on)|printed (?:by|in)|interview with|seen by)"
    rf"|(?:©|\([Cc]\))(?: \d{{4}})?|\b(?P<weak>(?i:on|in))) {_NAME}"
)
_AFTER = re.compile(
    rf"{_NAME}(?:['’]s (?i:report|account|story|article|correspondent|reporter)|,? (?i:citing|quoting)|"
    r" (?i:(?:has |had )?(?:reports?|reported|wrote|printed|published|carried|broadcast|quoted|cited|says?|said|ran|"
    r"monitored|revealed))\b)"
)
_CONNECTED = re.compile(
    r"(?:\.(?= )| (?:of|on|at|as|that|late|early|in full)(?= \d|$| (?:of|on|at) \d)|"
    r"(?: (?:of|and|for|the|on|in|at|as))+$).*$",
    re.IGNORECASE | re.DOTALL,
)
"""What runs on after a name: the next sentence, or "of 21 March"."""


def iter_credits(text: str) -> Iterator[tuple[str, int, int]]:
    """Names that stand where an outlet is credited, with their places; whether they are outlets is not known yet.

    After a bare "in" or "on" only names with a word of the press count, as most others are places.
    """
    seen = set()
    for pattern in (_BEFORE, _AFTER):
        for found in pattern.finditer(text):
            name = _CONNECTED.sub("", found["name"]).rstrip(".'’-").removesuffix("'s").removesuffix("’s")
            start = found.start("name")
            is_weak = bool(found.groupdict().get("weak")) and not MEDIA_WORDS.intersection(name.casefold().split())
            if len(name) > 1 and (start, name) not in seen and not is_weak:
                seen.add((start, name))
                yield name, start, start + len(name)
