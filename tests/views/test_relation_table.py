"""Relations of several documents in one table: who tells of each, how surely, and until when."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from averral.views.relation_table import iter_tellings, keep_until, make_relation_rows
from averral.views.roster import Roster
from tests.views.actors import make_case_readings, resolve_case


def tell(*readings):
    roster = Roster(resolve_case(*readings))
    return [t for n, reading in enumerate(readings, 1) for t in iter_tellings(reading, n, roster)]


def show(row):
    return (row.subject.name, row.predicate, row.object.name, row.standing, row.documents, len(row.tellings))


def test_one_relation_of_two_documents_is_one_row_with_its_tellers():
    rows = make_relation_rows(tell(*make_case_readings()))
    assert [show(row) for row in rows] == [
        ("Veshland", "funds", "Oleth Brigade", "disputed", 2, 2),
        ("Tarn Obel", "leads", "Oleth Brigade", "affirmed", 1, 1),
    ]
    told = [(t.document.uri, t.factuality, t.edtf) for t in rows[0].tellings]
    assert told == [("reports/one.txt", "PS+", "2029"), ("reports/two.txt", "CT-", None)]
    assert (rows[0].sign, rows[0].dates, rows[1].tellings[0].tense) == ("friendly", ("2029",), "past")


def test_a_telling_is_quoted_with_the_words_of_the_relation():
    (quote,) = tell(*make_case_readings())[0].quotes
    assert [run.text for run in quote.runs if run.marked] == ["Veshland may fund the Oleth Brigade"]
    assert quote.anchor.endswith("-c3")


@pytest.mark.parametrize(("predicate", "rows"), [("fights", 1), ("attacks", 2)])
def test_direction_counts_where_the_predicate_has_one(predicate, rows):
    first = msgspec.structs.replace(tell(*make_case_readings())[0], predicate=predicate)
    turned = msgspec.structs.replace(first, subject=first.object, object=first.subject)
    assert len(make_relation_rows([first, turned])) == rows


@pytest.mark.parametrize(
    ("factualities", "standing"),
    [(["CT+"], "affirmed"), (["CT-"], "denied"), (["UU", None], "open"), (["PS+", "PR-"], "disputed")],
)
def test_the_standing_of_a_relation(factualities, standing):
    first = tell(*make_case_readings())[0]
    (row,) = make_relation_rows(msgspec.structs.replace(first, factuality=value) for value in factualities)
    assert row.standing == standing


@pytest.mark.parametrize(
    ("edtf", "published", "day", "kept"),
    [
        ("2029", "2031-05-13", date(2029, 1, 1), True),
        ("2029", "2031-05-13", date(2028, 12, 31), False),
        ("2029/2035", None, date(2030, 1, 1), True),
        (None, "2031-05-13", date(2031, 5, 13), True),
        (None, "2031-05-13", date(2031, 5, 12), False),
        ("P3Y", "2031-05-13", date(2031, 5, 12), False),
    ],
)
def test_what_had_begun_by_a_day(edtf, published, day, kept):
    first = tell(*make_case_readings())[0]
    document = msgspec.structs.replace(first.document, published=published)
    found, undated = keep_until([msgspec.structs.replace(first, edtf=edtf, document=document)], day)
    assert (len(list(found)), undated) == (kept, [])


def test_what_has_no_day_is_told_apart():
    first = tell(*make_case_readings())[2]
    assert (first.edtf, first.document.published) == (None, None)
    found, undated = keep_until([first], date(2040, 1, 1))
    assert (list(found), undated) == ([], [first])


def test_ends_that_are_nobody_or_one_give_no_row():
    reading = make_case_readings()[0]
    relation = reading.relations[0]
    wrong = (
        msgspec.structs.replace(relation, object="e99"),
        msgspec.structs.replace(relation, object=relation.subject),
        msgspec.structs.replace(relation, start=10**6, end=10**6 + 1),
    )
    told = tell(msgspec.structs.replace(reading, relations=wrong))
    assert [telling.quotes for telling in told] == [()]
