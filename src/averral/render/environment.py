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
    label_letter,
    label_problem,
    label_role,
    label_stage,
    label_standing,
    mark_standing,
    tell_figure,
)
from averral.render.text import clip, count, percent, plain, show
from averral.views.anchor import anchor_item
from averral.views.predicate import word_predicate
from averral.views.saying import group_sayings

__all__ = ["FILTERS", "make_environment"]

FILTERS = {
    "anchor_item": anchor_item,
    "clip": clip,
    "count": count,
    "group_sayings": group_sayings,
    "label_basis": label_basis,
    "label_confidence": label_confidence,
    "label_country": label_country,
    "label_factuality": label_factuality,
    "label_kind": label_kind,
    "label_language": label_language,
    "label_letter": label_letter,
    "label_problem": label_problem,
    "label_role": label_role,
    "label_stage": label_stage,
    "label_standing": label_standing,
    "mark_standing": mark_standing,
    "percent": percent,
    "plain": plain,
    "show": show,
    "tell_date": tell_date,
    "tell_figure": tell_figure,
    "word_predicate": word_predicate,
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
