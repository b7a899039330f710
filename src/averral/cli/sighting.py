"""A sighting as a person types it: a document by any of its names, "#", and the entity's id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from averral.casefile import Casefile

__all__ = ["find_sighting"]

_SIGHTING = re.compile(r"(?P<document>.+)#(?P<entity>e\d+)")


def find_sighting(casefile: Casefile, words: str) -> str:
    """The key of the sighting; words that are none, or name no document, come back as they are."""
    from averral.errors import NotFoundError

    found = _SIGHTING.fullmatch(words)
    if found is None:
        return words
    try:
        return f"{casefile.get_reading(found['document']).document.id}#{found['entity']}"
    except NotFoundError:
        return words
