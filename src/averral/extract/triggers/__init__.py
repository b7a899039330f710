"""Which words name which type of event: a lexicon, for features and for weak labels."""

from averral.extract.triggers.inflection import Part, lemma_variants
from averral.extract.triggers.lookup import (
    LEXICON,
    TriggerMatch,
    TriggerSense,
    find_event_type,
    find_triggers,
    iter_lemmas,
)
from averral.extract.triggers.words import TriggerWords

__all__ = [
    "LEXICON",
    "Part",
    "TriggerMatch",
    "TriggerSense",
    "TriggerWords",
    "find_event_type",
    "find_triggers",
    "iter_lemmas",
    "lemma_variants",
]
