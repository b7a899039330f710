"""Casualties: who says how many were killed, injured, abducted, arrested, displaced or went missing."""

from averral.extract.casualties.figures import CasualtyFigure, find_casualties

__all__ = ["CasualtyFigure", "find_casualties"]
