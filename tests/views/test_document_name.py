"""What documents are called in lists."""

from __future__ import annotations

import pytest

from averral.views.document_name import name_document


@pytest.mark.parametrize(
    ("uri", "name"),
    [
        ("reports/1.txt", "1.txt"),
        ("https://chirrup.example/coast/2210", "coast/2210"),
        ("https://lamp.example/2031/rain/", "rain"),
        ("2210", "2210"),
        ("/", "/"),
        ("", ""),
    ],
)
def test_the_last_part_names_a_document_and_a_number_alone_does_not(uri, name):
    assert name_document(uri) == name
