"""The Jinja environment: everything is escaped, and a name that is not there is an error."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from averral.render.labels import label_basis, label_kind, label_language, label_problem, label_role
from averral.render.text import clip, count, percent, show

__all__ = ["FILTERS", "make_environment"]

FILTERS = {
    "clip": clip,
    "count": count,
    "label_basis": label_basis,
    "label_kind": label_kind,
    "label_language": label_language,
    "label_problem": label_problem,
    "label_role": label_role,
    "percent": percent,
    "show": show,
}


@cache
def make_environment() -> Environment:
    """The environment over `render/templates`; templates get views and do no more than lay them out."""
    environment = Environment(
        loader=PackageLoader("averral.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(FILTERS)
    return environment
