"""Which explanation the evidence speaks least against: hypotheses, evidence and people's ratings in, a weighing out."""

from averral.analysis.hypotheses.cell import Cell
from averral.analysis.hypotheses.diagnosticity import find_diagnosticity
from averral.analysis.hypotheses.flip import Flip, Rerating
from averral.analysis.hypotheses.inconsistency import Order, score_inconsistency
from averral.analysis.hypotheses.likelihood import NONE_OF_THESE, find_shares
from averral.analysis.hypotheses.line import Line, draw_lines
from averral.analysis.hypotheses.matrix_csv import read_matrix_csv, write_matrix_csv
from averral.analysis.hypotheses.matrix_json import read_matrix_json, write_matrix_json
from averral.analysis.hypotheses.propose import (
    Position,
    Saying,
    accept_suggestion,
    propose_evidence,
    propose_hypotheses,
    suggest_ratings,
)
from averral.analysis.hypotheses.removal import Removal
from averral.analysis.hypotheses.stability import Jitter, Stability
from averral.analysis.hypotheses.weigh import check_matrix, weigh_hypotheses
from averral.analysis.hypotheses.weighing import LineWeight, RaterScore, Standing, Weighing
from averral.analysis.hypotheses.words import (
    LIKELIHOOD_WORDS,
    Confidence,
    LikelihoodWord,
    tell_confidence,
    tell_judgement,
    tell_likelihood,
    word_likelihood,
)

__all__ = [
    "LIKELIHOOD_WORDS",
    "NONE_OF_THESE",
    "Cell",
    "Confidence",
    "Flip",
    "Jitter",
    "LikelihoodWord",
    "Line",
    "LineWeight",
    "Order",
    "Position",
    "RaterScore",
    "Removal",
    "Rerating",
    "Saying",
    "Stability",
    "Standing",
    "Weighing",
    "accept_suggestion",
    "check_matrix",
    "draw_lines",
    "find_diagnosticity",
    "find_shares",
    "propose_evidence",
    "propose_hypotheses",
    "read_matrix_csv",
    "read_matrix_json",
    "score_inconsistency",
    "suggest_ratings",
    "tell_confidence",
    "tell_judgement",
    "tell_likelihood",
    "weigh_hypotheses",
    "word_likelihood",
    "write_matrix_csv",
    "write_matrix_json",
]
