"""How the words of an event type are written down."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["TriggerWords"]


class TriggerWords(NamedTuple):
    """Lemmas with commas between them; what is in `phrases` is not inflected.

    There are three marks. A `*` stands behind the word of a lemma that is inflected, where it is not the first of a
    verb or the last of a noun. A `?` ends a lemma that alone does not say that this happens ("strike?"), a `~` one of
    which that holds only in the plain and the -s form, which name a thing too ("shell~": shells, but shelled).
    """

    verbs: str = ""
    nouns: str = ""
    phrases: str = ""
