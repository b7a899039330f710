"""Casefiles: a pile of readings in one file, what an analysis makes of it, and what people decide."""

from averral.casefile.casefile import Casefile
from averral.store import DocumentRow, Hit, ProblemRow

__all__ = ["Casefile", "DocumentRow", "Hit", "ProblemRow"]
