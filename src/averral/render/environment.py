"""The Jinja environment: everything is escaped, and a name that is not there is an error."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from averral.render.date import tell_date
from averral.render.labels import (
    label_basis,
    label_confidence,
    label_country,
    label_factuality,
    label_kind,
    label_language,
    label_problem,
    label_role,
    label_stage,
    tell_figure,
)
from averral.render.text import clip, count, percent, plain, show

__all__ = ["FILTERS", "make_environment"]

FILTERS = {
    "clip": clip,
    "count": count,
    "label_basis": label_basis,
    "label_confidence": label_confidence,
    "label_country": label_country,
    "label_factuality": label_factuality,
    "label_kind": label_kind,
    "label_language": label_language,
    "label_problem": label_problem,
    "label_role": label_role,
    "label_stage": label_stage,
    "percent": percent,
    "plain": plain,
    "show": show,
    "tell_date": tell_date,
    "tell_figure": tell_figure,
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
