"""What every store must do, whatever holds it; a new store joins STORES and passes these unchanged."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from averral.casefile import Casefile
from averral.errors import NotFoundError, StoreError
from averral.records import Problem, digest_bytes, encode_reading
from tests.builders import TEXT, make_document, make_ingested, make_problem, make_reading, span_of

STORES = {"sqlite": lambda folder: folder / "case.db"}


@pytest.fixture(params=STORES)
def place(request, tmp_path):
    return STORES[request.param](tmp_path)


@pytest.fixture
def casefile(place):
    with Casefile.open(place, create=True) as opened:
        yield opened


def add(casefile, reading, **fields):
    return casefile.add(make_ingested(reading.document, *reading.problems, **fields), reading)


def add_text(casefile, text, **fields):
    reading = make_reading(text, document=make_document(text, **fields))
    assert add(casefile, reading)
    return reading


def test_a_reading_comes_back_as_it_was(casefile):
    reading = make_reading(problems=(make_problem(kind="charset", message="guessed", start=3, end=4),))
    assert add(casefile, reading)
    again = casefile.get_reading(reading.document.id)
    assert again == reading
    assert encode_reading(again) == encode_reading(reading)
    assert list(casefile.iter_readings()) == [reading]


def test_it_is_still_there_after_closing(place):
    with Casefile.open(place, create=True) as casefile:
        add(casefile, make_reading())
    with Casefile.open(place) as casefile:
        assert casefile.get_reading("reports/blast.txt") == make_reading()


def test_the_same_bytes_again_change_nothing(casefile):
    assert add(casefile, make_reading())
    rows = list(casefile.iter_documents())
    assert not add(casefile, make_reading())
    other_place = make_document(uri="elsewhere/copy.txt")
    assert not add(casefile, make_reading(document=other_place))
    assert list(casefile.iter_documents()) == rows


def test_documents_are_listed_in_the_order_of_adding_with_counts(casefile):
    add(casefile, make_reading())
    add_text(casefile, "Two killed.", uri="b.txt", title="Toll", publisher="Beacon", published="2021-05")
    empty = make_document("", uri="c.txt")
    add(casefile, make_reading("", document=empty, problems=(make_problem(),)))
    rows = list(casefile.iter_documents())
    assert [(row.uri, row.attributions, row.claims, row.problems) for row in rows] == [
        ("reports/blast.txt", 2, 3, 0),
        ("b.txt", 0, 1, 0),
        ("c.txt", 0, 0, 1),
    ]
    assert (rows[1].title, rows[1].publisher, rows[1].published, rows[1].words) == ("Toll", "Beacon", "2021-05", 2)
    assert rows[0].id == make_reading().document.id


def test_words_are_counted_in_what_is_read_only(casefile):
    text = "One two.\n\nthree four five"
    blocks = make_document(text).blocks[0].__class__
    document = make_document(text, blocks=(blocks(0, 8, "body"), blocks(10, len(text), "comment")))
    add(casefile, make_reading(text, document=document))
    assert [row.words for row in casefile.iter_documents()] == [2]


@pytest.mark.parametrize("name", ["id", "prefix", "bare prefix", "uri", "file name"])
def test_a_document_is_found_by(name, casefile):
    reading = add_text(casefile, "Two killed.", uri="a/b/toll.txt")
    add_text(casefile, "Three killed.", uri="a/b/later.txt")
    names = {
        "id": reading.document.id,
        "prefix": reading.document.id[:15],
        "bare prefix": reading.document.id.removeprefix("sha256:")[:8],
        "uri": "a/b/toll.txt",
        "file name": "toll.txt",
    }
    assert casefile.get_reading(names[name]) == reading


@pytest.mark.parametrize("name", ["nothing.txt", "", "%", "_", "sha256:ffff", "b"])
def test_an_unknown_document_is_an_error(name, casefile):
    add_text(casefile, "Two killed.", uri="a/b/toll.txt")
    with pytest.raises(NotFoundError, match="no document"):
        casefile.get_reading(name)


def test_an_ambiguous_name_lists_whom_it_may_mean(casefile):
    add_text(casefile, "Two killed.", uri="a/toll.txt")
    add_text(casefile, "Three killed.", uri="b/toll.txt")
    with pytest.raises(NotFoundError, match=r"several documents.*a/toll\.txt.*b/toll\.txt"):
        casefile.get_reading("toll.txt")


def test_a_whole_uri_wins_over_the_end_of_another(casefile):
    add_text(casefile, "Two killed.", uri="a/toll.txt")
    reading = add_text(casefile, "Three killed.", uri="toll.txt")
    assert casefile.get_reading("toll.txt") == reading


def test_the_source_bytes_are_kept(casefile):
    data = b"\x00\xff raw \r\n" * 100
    document = make_document("raw", id=digest_bytes(data))
    casefile.add(make_ingested(document, data=data), make_reading("raw", document=document))
    assert casefile.find_source(document.id) == data
    assert casefile.find_source("sha256:0") is None


def test_bytes_of_another_document_are_refused(casefile):
    with pytest.raises(StoreError, match="digest"):
        casefile.add(make_ingested(make_document(), data=b"other"), make_reading())
    assert list(casefile.iter_documents()) == []


def test_problems_are_listed_with_their_document(casefile):
    problem = Problem(stage="ingest", kind="bidi_controls", message="hidden", start=0, end=1)
    add(casefile, make_reading("Two killed.", problems=(problem, make_problem())))
    rows = list(casefile.iter_problems())
    assert [row.problem for row in rows] == [problem, make_problem()]
    assert {row.uri for row in rows} == {"reports/blast.txt"}


def test_known_digests(casefile):
    assert casefile.list_digests() == frozenset()
    add(casefile, make_reading())
    assert casefile.list_digests() == {make_reading().document.id}


def test_a_phrase_opens_at_the_smallest_claim(casefile):
    add(casefile, make_reading())
    (hit,) = casefile.search('"two men left"')
    place = span_of(TEXT, "two men left")
    assert (hit.start, hit.end, hit.match) == (place.start, place.end, "two men left")
    assert (hit.claim, hit.chain) == ("c2", ("author", "ministry", "witness"))
    assert TEXT[hit.claim_start : hit.claim_end] == '"two men left a van"'
    assert hit.before.endswith('told police that "')
    assert hit.after.startswith(" a van")


def test_all_words_must_stand_in_the_claim_that_is_opened(casefile):
    add(casefile, make_reading())
    (hit,) = casefile.search("van witness")
    assert hit.claim == "c1"
    assert casefile.search("van ministry")[0].claim != "c2"
    assert casefile.search("van submarine") == ()


def test_words_outside_every_claim_open_the_document(casefile):
    add(casefile, make_reading())
    (hit,) = casefile.search("blast")
    assert (hit.claim, hit.start, hit.match) == (None, 0, "Blast")


def test_words_in_a_title_only(casefile):
    add_text(casefile, "Two killed.", title="The ferry")
    (hit,) = casefile.search("ferry")
    assert (hit.title, hit.start, hit.match) == ("The ferry", None, "")


def test_words_that_no_single_claim_holds_are_found_in_the_document(casefile):
    add(casefile, make_reading())
    (hit,) = casefile.search("charged blast")
    assert hit.document == make_reading().document.id


def test_search_ignores_case_and_accents(casefile):
    add_text(casefile, "Ministre Zoé Kérac spoke.")
    assert [hit.match for hit in casefile.search("KERAC zoe")] == ["Zoé"]


@pytest.mark.parametrize(
    "words",
    ["", "  ", '"', '""', "*", "AND", "a OR", "NEAR(", "col:x", "(", "-x", "^x", "{a}:b", "\x00", "'", "\\", "…"],
)
def test_no_query_is_a_syntax_error(words, casefile):
    add(casefile, make_reading())
    assert casefile.search(words) == ()


def test_unbalanced_quotes_are_words(casefile):
    add(casefile, make_reading())
    assert [hit.claim for hit in casefile.search('van "two')] == ["c2"]


def test_no_more_hits_than_asked_for(casefile):
    for number in range(5):
        add_text(casefile, f"Bridge {number} fell.", uri=f"{number}.txt")
    assert len(casefile.search("bridge", limit=3)) == 3
    assert casefile.search("bridge", limit=0) == ()
    assert len(casefile.search("bridge")) == 5


def test_a_text_with_nul_and_control_characters(casefile):
    reading = add_text(casefile, "Before \x00 the blast\x1b[31m and \u202e after.")
    assert casefile.get_reading(reading.document.id) == reading
    assert len(casefile.search("before")) == 1


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), unique=True, max_size=4))
def test_any_texts_come_back_in_any_order(place, texts):
    place.unlink(missing_ok=True)
    readings = {text: make_reading(text, document=make_document(text, uri=f"{text[:3]}.txt")) for text in texts}
    with Casefile.open(place, create=True) as casefile:
        for reading in readings.values():
            assert add(casefile, reading)
        for reading in readings.values():
            assert casefile.get_reading(reading.document.id) == reading
