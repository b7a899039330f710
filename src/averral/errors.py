"""Every exception that averral raises on purpose; bad content is a Problem record instead."""

from __future__ import annotations

__all__ = ["AverralError", "BundleError", "InputError", "NotFoundError", "PluginError", "StoreError"]


class AverralError(Exception):
    """Something a user can act on; the command line prints it as one line and exits with 1."""


class InputError(AverralError):
    """An argument that names nothing readable: a missing path, a pattern without a match, a wrong column."""


class NotFoundError(AverralError):
    """A document, claim or other record that a casefile does not hold."""


class StoreError(AverralError):
    """A casefile that cannot be opened, read or written."""


class BundleError(AverralError):
    """A model bundle that is missing, damaged, or made for another version."""


class PluginError(AverralError):
    """An extension that cannot be loaded or whose name is taken."""
