"""Where each piece of information entered a pile of documents."""

from averral.analysis.origins.compare import compare
from averral.analysis.origins.fingerprint import make_fingerprint
from averral.analysis.origins.index import OriginIndex, list_pairs, precedence
from averral.analysis.origins.trace import trace_origins

__all__ = ["OriginIndex", "compare", "list_pairs", "make_fingerprint", "precedence", "trace_origins"]
