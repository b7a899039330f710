import base64
import hashlib
import io
import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from averral.casefile import Casefile
from averral.errors import InputError
from averral.records import (
    Argument,
    Attribution,
    Block,
    Casualties,
    Entity,
    EntitySpan,
    Event,
    Filler,
    Incident,
    Mention,
    Perpetrator,
    Place,
    Problem,
    Span,
    Time,
    Trigger,
)
from averral.report import write_report
from tests.builders import make_document, make_ingested
from tests.report.pages import FakeCasefile, Page
from tests.views.builders import make_averral, make_reading
from tests.views.incidents import make_incident_reading

MARKED = (
    'The [s1,2 ministry] [c1 said] [t1 that [s3 a driver] [c3 swore] [t3 "to [s4 god] [c4 say] [t4 nothing]"]] '
    "and [c2 denied] [t2 [c5 claims] [t5 of arson]].\n\n"
    "[t6 No,] [s6 he] [c6 said]. [t6 Never.] It [c7 reportedly] [t7 burned]."
)
READING = make_reading(MARKED, sources={"1": "e1", "2": "e1"}, names={"e1": "The Ministry"})
HOSTILE = '<script>alert(1)</script> & "quotes" \'</style><img src=x onerror=alert(1)> \u202eevil\x00\ud800'


def render(*readings, **options):
    target = io.BytesIO()
    write_report(FakeCasefile(*readings), target, **options)
    return target.getvalue().decode("utf-8")


def make_hostile_reading():
    text = f"{HOSTILE} said {HOSTILE}."
    size = len(HOSTILE)
    attribution = Attribution(
        id="a1",
        source=EntitySpan(0, size),
        cue=Span(size + 1, size + 5),
        content=(Span(size + 6, len(text)),),
        kind="indirect",
    )
    fields = {"uri": HOSTILE, "title": HOSTILE, "byline": (HOSTILE,), "publisher": HOSTILE, "published": HOSTILE}
    problems = (Problem(stage="ingest", kind="charset", message=HOSTILE, start=0, end=9),)
    return msgspec.structs.replace(
        make_reading("x"),
        document=msgspec.structs.replace(make_document("x"), text=text, blocks=(), **fields),
        attributions=(attribution,),
        claims=(),
        problems=problems,
        **make_hostile_incident(size),
    )


def make_hostile_incident(size):
    """Hostile words wherever an incident, an event, a time or a place has words or values of its own."""
    filler = (Filler(text=HOSTILE, entity="e1"),)
    return {
        "entities": (Entity(id="e1", name=HOSTILE, type=HOSTILE),),
        "mentions": (Mention(id="m1", start=0, end=size, type="GPE", entity="e1"),),
        "places": (Place(mention="m1", lat=1.0, lon=2.0, country=HOSTILE, precision=HOSTILE),),
        "times": (Time(start=0, end=size, edtf=HOSTILE, kind="date"),),
        "events": (
            Event(
                id='"><script>alert(2)</script>',
                type=HOSTILE,
                trigger=Trigger(size + 1, size + 5),
                arguments=(Argument(role="victim", start=0, end=size, entity="e1"),),
                edtf=HOSTILE,
                place="m1",
            ),
        ),
        "incidents": (
            Incident(
                id='"><script>alert(3)</script>',
                type=HOSTILE,
                stage="accomplished",
                events=('"><script>alert(2)</script>',),
                edtf=HOSTILE,
                place="m1",
                perpetrators=(Perpetrator(text=HOSTILE, entity="e1", kind="organization", confidence="denied"),),
                targets=filler,
                victims=filler,
                instruments=filler,
                casualties=(Casualties(kind="killed", low=1, high=2, start=0, end=size),),
            ),
        ),
    }


def test_the_page_is_well_formed_and_every_link_leads_somewhere():
    page = Page(render(READING, make_reading("[s1 A] [c1 said] [t1 no]."), make_incident_reading()))
    assert page.elements["html"] == page.elements["main"] == page.elements["h1"] == 1
    assert [name for name, number in page.ids.items() if number > 1] == []
    inside = [link for link in page.links() if link.startswith("#")]
    assert [link for link in inside if link[1:] not in page.ids] == []
    assert len(inside) > 20


def test_nothing_is_fetched_and_nothing_leads_outside():
    page = Page(render(make_hostile_reading(), READING))
    assert {link for link in page.links() if not link.startswith("#")} == {"data:,"}
    assert not [item for item in page.attributes if item[1] in {"src", "srcset", "action", "onerror", "onclick"}]
    assert page.elements["img"] == page.elements["iframe"] == 0
    assert "url(" not in render(READING)
    assert "@import" not in render(READING)


def test_only_our_own_script_may_run():
    html = render(READING)
    (script,) = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    (policy,) = [value for _, key, value in Page(html).attributes if key == "content" and "default-src" in value]
    assert policy.startswith(
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; img-src data:"
    )


def test_hostile_words_are_shown_and_do_nothing():
    html = render(make_hostile_reading())
    page = Page(html)
    assert page.elements["script"] == page.elements["style"] == 1
    assert "<script>alert(1)</script>" in page.words
    assert page.elements["img"] == 0
    assert page.elements["tr"] > 2
    assert "\u202e" not in html
    assert "\x00" not in html
    assert "U+202E" in page.words


def test_a_passage_shows_the_words_of_the_text_and_no_others():
    page = Page(render(READING))
    assert page.passages == READING.document.text.split("\n\n")


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=["C"]), max_size=60), st.data())
def test_whatever_is_marked_the_text_stays_itself(text, data):
    edge = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(edge, edge).map(sorted), max_size=6))
    attributions = tuple(
        Attribution(id=f"a{n}", source=EntitySpan(*span), cue=None, content=(Span(*span),), kind="indirect")
        for n, span in enumerate(spans)
    )
    blocks = (Block(0, len(text), "body"),) if text else ()
    document = make_document(text, blocks=blocks)
    reading = msgspec.structs.replace(READING, document=document, attributions=attributions, claims=())
    page = Page(render(reading))
    assert page.passages == ([text] if text.strip() else [])


def test_marks_and_cards_lead_to_each_other():
    html = render(READING)
    page = Page(html)
    for card in (name for name in page.ids if name.endswith("-card")):
        mark = card.removesuffix("-card")
        assert f'id="{mark}"' in html
        assert {f"#{mark}", f"#{card}"} <= set(page.links())


def test_nesting_can_be_told_without_colour():
    html = render(READING)
    assert all(f'<mark class="content lane-{lane}"' in html for lane in (1, 2, 3))
    assert 'data-open="begin 1.1.1: "' in html
    assert 'data-close=" end 1.1.1"' in html


def test_an_averral_has_a_permalink_and_no_mark():
    reading = msgspec.structs.replace(make_reading("It burned."), claims=(make_averral(0, 10, 4),))
    html = render(reading)
    assert re.search(r'<span class="averral" id="d[0-9a-f]{12}-c4">It burned\.</span>', html)
    assert "1 averral" in Page(html).words


def test_problems_and_empty_documents_are_shown():
    empty = make_reading("", problems=(Problem(stage="ingest", kind="too_large", message="far too long"),))
    words = Page(render(empty)).words
    assert words.count("far too long") == 2
    assert "This document has no text." in words
    assert "too large" in words


def test_an_empty_casefile_gives_a_page():
    assert "holds no documents yet" in Page(render()).words


def test_text_has_its_language_and_each_block_its_direction():
    html = render(make_reading("خبر", language="ar"), make_reading("?", language=None, uri="b"))
    assert '<div class="text" lang="ar">' in html
    assert '<div class="text" lang="">' in html
    assert re.search(r'<p class="passage[^>]* dir="auto">خبر</p>', html)


def test_the_same_readings_give_the_same_bytes():
    assert render(READING) == render(READING)


def test_the_title_is_the_casefile_unless_one_is_given():
    assert "<title>harbour: who says what</title>" in render()
    assert "<title>Grain &amp; fire: who says what</title>" in render(title="Grain & fire")


def test_the_report_of_a_real_casefile_is_written_to_a_file(tmp_path):
    target = tmp_path / "report.html"
    target.write_text("older")
    with Casefile.open(tmp_path / "one.averral", create=True) as casefile:
        casefile.add(make_ingested(READING.document), READING)
        write_report(casefile, target)
    assert "The Ministry" in Page(target.read_text("utf-8")).words
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_report_that_fails_half_way_leaves_the_older_one(tmp_path):
    class Failing(FakeCasefile):
        def iter_readings(self):
            yield from self.readings
            raise RuntimeError("the disk is gone")

    target = tmp_path / "report.html"
    target.write_text("older")
    with pytest.raises(RuntimeError):
        write_report(Failing(READING), target)
    assert target.read_text() == "older"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_place_that_cannot_be_written_is_an_input_error(tmp_path):
    with pytest.raises(InputError, match="cannot write"):
        write_report(FakeCasefile(READING), tmp_path / "nowhere" / "report.html")


HEADINGS = ["Date", "Type", "Place", "Perpetrators", "Targets", "Victims", "Instruments", "Casualties", "Author says"]


def test_incidents_come_first_in_a_table_that_tells_its_columns():
    html = render(make_incident_reading())
    assert html.index('id="incidents"') < html.index('id="legend"') < html.index('id="texts"')
    table = html.partition('<table role="table"')[2].partition("</table>")[0]
    assert re.findall(r'<th role="columnheader" scope="col"[^>]*>([^<]+)', table) == [*HEADINGS, "Claims", "Document"]
    assert table.count('scope="row"') == 2
    for name in HEADINGS:
        assert table.count(f'data-label="{name}"') == 2


def test_every_value_opens_its_words_without_a_script():
    html = render(make_incident_reading())
    first = html.partition('<tr role="row" class="incident"')[2].partition("</tr>")[0]
    cells = re.findall(r"<t[dh] role=.*?</t[dh]>", first, re.DOTALL)
    assert len(cells) == 11
    for cell in cells:
        assert ("<details" in cell and '<mark class="hit">' in cell) or "not said" in cell or "<a href" in cell
    assert Page(html).words.count(", citing ") > 5


def test_the_table_tells_values_in_words():
    words = " ".join(Page(render(make_incident_reading())).words.split())
    for told in ("12 May 2031", "Iraq", "attempted", "suspected or accused", "at least 31 killed", "about 40 injured"):
        assert told in words
    assert "30.500, 47.250 (settlement) · GeoNames 7" in words


def test_background_is_muted_and_said_to_be_so():
    html = render(make_incident_reading())
    assert html.count('class="incident background"') == 1
    assert "Rows in grey are background" in html
    recent = make_incident_reading(incidents=make_incident_reading().incidents[:1])
    assert "Rows in grey" not in render(recent)


def test_events_times_and_places_are_marked_and_carded():
    html = render(make_incident_reading())
    assert len(re.findall(r'<mark class="part[^"]*trigger', html.partition('id="texts"')[2])) == 3
    words = " ".join(Page(html).words.split())
    assert "shelling · author: left open · perpetrator gunmen · place Oleth" in words
    assert "on Monday 12 May 2031 2031-05-12" in words


def test_the_marks_of_events_leave_the_text_as_it_is():
    reading = make_incident_reading()
    assert Page(render(reading)).passages == reading.document.text.split("\n\n")


def test_without_incidents_the_table_says_so():
    assert "No incident was read out of these documents." in Page(render(READING)).words
