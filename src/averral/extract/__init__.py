"""Pure stages from a document to its reading."""

from averral.extract.pipeline import Extractor

__all__ = ["Extractor"]
