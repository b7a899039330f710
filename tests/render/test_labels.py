from typing import get_args

import pytest

from averral.records import Factuality, Incident
from averral.records.incident import Confidence
from averral.render.labels import (
    CONFIDENCE_LABELS,
    FACTUALITY_LABELS,
    STAGE_LABELS,
    label_country,
    label_factuality,
    tell_figure,
)


def test_every_value_of_the_contract_has_a_label():
    assert set(CONFIDENCE_LABELS) == set(get_args(Confidence))
    assert set(FACTUALITY_LABELS) == set(get_args(Factuality))
    (stages,) = [set(get_args(kind)) for name, kind in _fields() if name == "stage"]
    assert set(STAGE_LABELS) == stages


def _fields():
    from typing import get_type_hints

    return get_type_hints(Incident).items()


def test_what_was_not_read_is_said_so():
    assert label_factuality(None) == "not read"


@pytest.mark.parametrize(("code", "name"), [("IQ", "Iraq"), ("XX", "XX"), ("<b>", "<b>")])
def test_a_country_is_named_where_its_code_is_known(code, name):
    assert label_country(code) == name


@pytest.mark.parametrize(
    ("low", "high", "approximate", "words"),
    [
        (31, None, False, "at least 31"),
        (None, 20, False, "up to 20"),
        (20, 30, False, "20 to 30"),
        (7, 7, False, "7"),
        (40, 40, True, "about 40"),
        (20, 30, True, "about 20 to 30"),
        (31, None, True, "at least 31"),
        (0, 0, False, "none"),
        (2000, 2000, False, "2,000"),
        (None, None, False, "a number not said"),
    ],
)
def test_a_figure_keeps_its_bounds(low, high, approximate, words):
    assert tell_figure(low, high, approximate=approximate) == words
