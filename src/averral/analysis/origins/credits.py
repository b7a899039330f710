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
_NAME = r"(?:the |The |THE )?(?P<name>(?:[A-Z][\w'’&.-]*|@\w+)(?: (?:of|and|for|the|on|OF|AND|FOR|THE|ON|[A-Z][\w'’&.-]*)){0,6})"
_BEFORE = re.compile(
    rf"\b(?:[Vv]ia|VIA|[Hh]/[Tt]|H/T|[Hh]at tip(?: to)?:?|[Ss]ource:|SOURCE:|[Cc]redit:|©(?: \d{{4}})?|\([Cc]\)(?: \d{{4}})?|"
    rf"[Cc]opyright(?: \d{{4}})?|[Aa]ccording to(?: (?:a )?reports? (?:in|by|from|on))?|ACCORDING TO|[Tt]old|TOLD|"
    rf"[Cc]it(?:ed|ing)|CIT(?:ED|ING)|[Qq]uot(?:ed|ing)(?: (?:by|in))?|QUOTED (?:BY|IN)|[Rr]eported (?:by|in|on)|REPORTED (?:BY|IN|ON)|"
    rf"[Pp]ublished (?:by|in|on)|[Pp]rinted (?:by|in)|[Ii]nterview with|[Ss]een by|(?P<weak>[Oo]n|ON|[Ii]n|IN)) {_NAME}"
)
_AFTER = re.compile(
    rf"{_NAME}(?:['’]s (?:report|account|story|article|correspondent|reporter)|,? (?:citing|CITING|quoting|QUOTING)|"
    r" (?:has |had |HAS |HAD )?(?:reports?|reported|REPORTED|REPORTS|wrote|WROTE|printed|PRINTED|published|PUBLISHED|carried|CARRIED|"
    r"broadcast|BROADCAST|quoted|QUOTED|cited|CITED|says?|said|SAID|SAYS|ran|RAN|monitored|revealed)\b)"
)
_CONNECTED = re.compile(
    r"(?:\.(?= )| (?:of|on|at|as|that|late|early|in full)(?= \d|$| (?:of|on|at) \d)| (?:of|and|for|the|on|in|at|as)$).*$",
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
            name = _CONNECTED.sub("", found["name"]).rstrip(".'’-")
            start = found.start("name")
            is_weak = bool(found.groupdict().get("weak")) and not MEDIA_WORDS.intersection(name.casefold().split())
            if len(name) > 1 and (start, name) not in seen and not is_weak:
                seen.add((start, name))
                yield name, start, start + len(name)
