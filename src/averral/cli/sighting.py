"""An item of a document as a person types it: the document by any of its names, "#", and the item's id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from averral.casefile import Casefile

__all__ = ["find_sighting"]

_ITEM = re.compile(r"(?P<document>.+)#(?P<item>[ei]\d+)")


def find_sighting(casefile: Casefile, words: str) -> str:
    """The key of a sighting or happening; words that are neither, or name no document, come back as they are."""
    from averral.errors import NotFoundError

    found = _ITEM.fullmatch(words)
    if found is None:
        return words
    try:
        return f"{casefile.get_reading(found['document']).document.id}#{found['item']}"
    except NotFoundError:
        return words
