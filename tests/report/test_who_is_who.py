"""Actors and relations in the report: index, pages, drawing and table, every value leading to its words."""

from __future__ import annotations

import re

import msgspec
import pytest

from averral.records.judgement import SourceGrade
from tests.report.pages import FakeCasefile, Page
from tests.report.test_report import HOSTILE, render
from tests.views.actors import make_case_readings

READINGS = make_case_readings()


@pytest.fixture(scope="module")
def html():
    return render(*READINGS)


def find_page(html, name):
    return next(
        part.partition("</article>")[0]
        for part in html.split('<article class="actor"')[1:]
        if f"<bdi>{name}</bdi></h3>" in part
    )


def flatten(html):
    return " ".join(re.sub("<[^>]*>", " ", html).split())


def test_those_that_two_claims_bear_on_have_a_page(html):
    assert re.findall(r'<article class="actor".*?<bdi>([^<]*)</bdi></h3>', html, re.DOTALL) == [
        "Oleth Brigade",
        "Veshland",
    ]
    assert "Ministry of Roads" in flatten(
        html.partition("Told of in one claim or in none")[2].partition("</details>")[0]
    )


def test_a_page_tells_what_is_said_by_whom(html):
    words = flatten(find_page(html, "Oleth Brigade"))
    assert "responsibility as perpetrator, stated as fact" in words
    assert "Also: the brigade" in words
    assert "both are called “Oleth Brigade”" in words
    assert "is funded by Veshland said and denied" in words


def test_every_link_leads_somewhere_and_no_id_is_there_twice(html):
    page = Page(html)
    assert [link for link in page.links() if link.startswith("#") and link[1:] not in page.ids] == []
    assert [name for name, times in page.ids.items() if times > 1] == []


def test_quotations_lead_to_their_words(html):
    quotes = find_page(html, "Oleth Brigade").count("<q ")
    assert quotes == len(re.findall(r'<a href="#d[^"]+">in the text</a>', find_page(html, "Oleth Brigade")))
    assert quotes > 5


def test_relations_are_drawn_and_stand_in_a_table_beneath(html):
    drawing, _, table = html.partition('id="relations"')[2].partition('<table class="relations">')
    assert drawing.count('class="edge sign-friendly unsure"') == 1
    assert table.partition("</table>")[0].count('<tr class="relation"') == 2
    assert "marker-end" in drawing
    words = flatten(table.partition("</table>")[0])
    assert "called possible" in words
    assert "stated as fact, past" in words


def test_an_admiralty_letter_stands_with_its_day_and_person(monkeypatch):
    key = f"{READINGS[0].document.id}#e1"
    grade = SourceGrade(
        id=1, name="x", sighting=key, gazetteer=None, letter="F", user="ann", reason="new", date="2031-05-01", made=""
    )
    monkeypatch.setattr(FakeCasefile, "list_grades", lambda self: (grade,))
    assert "Admiralty: F (cannot be judged) from 2031-05-01 on, set by ann : new" in flatten(
        find_page(render(*READINGS), "Oleth Brigade")
    )


def test_hostile_names_stay_words():
    entities = tuple(
        msgspec.structs.replace(entity, name=HOSTILE, aliases=(HOSTILE,)) for entity in READINGS[1].entities
    )
    html = render(msgspec.structs.replace(READINGS[1], entities=entities))
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "\u202e" not in html


def test_without_relations_the_report_says_so():
    assert "No relation between two actors was read" in flatten(render())
