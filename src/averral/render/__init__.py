"""Views to HTML: one Jinja environment, its filters and templates, shared by the report and the web."""

from averral.render.asset import read_asset
from averral.render.environment import make_environment

__all__ = ["make_environment", "read_asset"]
