"""Who says the same, who contradicts whom, and what stands behind it: testimonies of documents in, agreement out."""

from averral.analysis.agreement.testimony import make_testimony
from averral.analysis.agreement.weigh import weigh_case

__all__ = ["make_testimony", "weigh_case"]
