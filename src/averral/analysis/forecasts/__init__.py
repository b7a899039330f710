"""Who foretold what, until when and how surely: readings in, a ledger and scores out."""

from averral.analysis.forecasts.chance import find_chance
from averral.analysis.forecasts.ledger import Entry, EntryState, find_resolutions, make_ledger
from averral.analysis.forecasts.make import make_forecasts
from averral.analysis.forecasts.score import Bin, Score, score_forecasts

__all__ = [
    "Bin",
    "Entry",
    "EntryState",
    "Score",
    "find_chance",
    "find_resolutions",
    "make_forecasts",
    "make_ledger",
    "score_forecasts",
]
