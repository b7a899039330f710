"""Responsibility: who is said to have done it, how surely, and by whom."""

from averral.extract.responsibility.authorities import SpeakerKind, judge_speaker
from averral.extract.responsibility.features import Telling
from averral.extract.responsibility.finder import Responsibility, find_responsibility
from averral.extract.responsibility.rating import Rating, rate_responsibility, read_telling
from averral.extract.responsibility.statement import Stance

__all__ = [
    "Rating",
    "Responsibility",
    "SpeakerKind",
    "Stance",
    "Telling",
    "find_responsibility",
    "judge_speaker",
    "rate_responsibility",
    "read_telling",
]
