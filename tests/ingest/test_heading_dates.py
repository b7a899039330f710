"""The day on which a text was put out, in whichever line of its heading it stands."""

from __future__ import annotations

import pytest

from averral.ingest.heading_dates import find_heading_date
from averral.ingest.html import read_html
from averral.ingest.markdown import read_markdown
from averral.ingest.text import read_text_string

BODY = "\n\nTwo of our people opened the lower sluice on 1 May 2029. Nobody was near it when the water came.\n"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("COAST POLICE\nInformation Service - Lunt, Wednesday 4 May 2031 - No. 88/31", "2031-05-04"),
        ("TWELFTH OAR\nFrom the river, 4 May 2031", "2031-05-04"),
        ("TWELFTH OAR\nFourth day of May, in the year 2031", "2031-05-04"),
        ("LUNT WIRE — UPDATE 1 — MAY 4, 2031, 1905\n\nSluice opened", "2031-05-04"),
        ("The flood of 1 May 2031\nA report\nLunt, 18 August 2031", "2031-08-18"),
        ("# Who opened the sluice?\n\n**River Notes, no. 4** | 4 May 2031 | for clients", "2031-05-04"),
        ("Sluice opened at night", None),
        ("", None),
    ],
)
def test_the_last_whole_day_of_the_heading_counts(head, day):
    assert find_heading_date(head + BODY) == day
    assert read_text_string(head + BODY).metadata.published == day


@pytest.mark.parametrize("text", ["", "On 1 May 2029 we opened the sluice", "Water at Lunt on 1 May 2029\nNobody hurt"])
def test_without_prose_there_is_no_heading(text):
    assert find_heading_date(text) is None


def test_pages_and_markdown_have_headings_too():
    page = (
        f"<html><body><article><h1>Reply</h1><p>Lunt, 4 May 2031. No. 11</p><p>{BODY * 3}</p></article></body></html>"
    )
    assert read_html(page.encode()).metadata.published == "2031-05-04"
    notes = f"# Sluice\n\n**River Notes** | 4 May 2031{BODY}"
    assert read_markdown(notes.encode()).metadata.published == "2031-05-04"
