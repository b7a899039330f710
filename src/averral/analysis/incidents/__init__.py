"""Which incidents of all documents are one happening: happenings and people's judgements in, case incidents out."""

from averral.analysis.incidents.happening import make_happening, make_happenings
from averral.analysis.incidents.index import Index
from averral.analysis.incidents.resolve import IncidentResolution, Memory, resolve_incidents
from averral.analysis.incidents.score import JOIN, PROPOSE, WEIGHTS, compare_happenings

__all__ = [
    "JOIN",
    "PROPOSE",
    "WEIGHTS",
    "IncidentResolution",
    "Index",
    "Memory",
    "compare_happenings",
    "make_happening",
    "make_happenings",
    "resolve_incidents",
]
