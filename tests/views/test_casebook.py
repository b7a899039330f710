"""The casebook: incidents with all that is given, matrices, forecasts with their words, one pass over the readings."""

from __future__ import annotations

from datetime import date

import msgspec

from averral.analysis.hypotheses import weigh_hypotheses
from averral.records import Event, Incident, Mention, Place, Trigger
from averral.records.case_incident import CaseIncident, Given, IncidentLink
from averral.records.forecast import Chance, Forecast, Resolution
from averral.records.hypothesis import CellRating, Evidence, Hypothesis, Matrix
from averral.views import CasebookTally, CaseFindings, make_overview
from averral.views.matrix import make_matrix_view
from tests.builders import make_document, make_reading

TEXT = "A bomb went off in Undry. The mayor said the port will open by June."


def make(number, **place):
    document = make_document(f"{TEXT} {number}", uri=f"{number}.txt", title=f"No. {number}", published="2031-05-05")
    return msgspec.structs.replace(
        make_reading(f"{TEXT} {number}", document=document, attributions=(), claims=(), entities=()),
        sentences=((0, 25), (26, 68)),
        mentions=(Mention(id="m1", start=19, end=24, type="GPE"),),
        places=(Place(mention="m1", **place),) if place else (),
        events=(Event(id="v1", type="bombing", trigger=Trigger(start=2, end=6)),),
        incidents=(Incident(id="i1", type="bombing", stage="accomplished", events=("v1",), place="m1"),),
    )


READINGS = (make(1, lat=48.0, lon=11.0, precision="settlement"), make(2))
ONE, TWO = (f"{reading.document.id}#i1" for reading in READINGS)
INCIDENT = CaseIncident(
    id="incident-1", title="bombing · Undry", type="bombing", stage="accomplished", place="Undry", members=(ONE, TWO),
    dates=(Given("2031-05-04", (ONE,)),), places=(Given("Undry", (ONE, TWO)),), types=(Given("bombing", (ONE, TWO)),),
    links=(IncidentLink(a=ONE, b=TWO, score=0.9, reasons=("both are at undry",)),),
)  # fmt: skip
FORECAST = Forecast(
    id="forecast-1", document=READINGS[0].document.id, start=41, end=67, text=TEXT[41:67], kind="prediction",
    source="actor-1", name="the mayor", chain=("author",), claims=(), until="../2031-06-30",
    chance=Chance(low=0.7, high=0.7, wording="70 percent"),
)  # fmt: skip


def show(**found):
    tally = CasebookTally(CaseFindings(as_of=date(2031, 7, 2), **found))
    for number, reading in enumerate(READINGS, 1):
        tally.add(number, reading)
    return tally.finish(make_overview(READINGS))


def test_an_incident_has_every_value_with_the_rows_that_give_it():
    (entry,) = show(incidents=(INCIDENT,)).incidents
    assert (entry.documents, [row.number for row in entry.rows]) == (2, [1, 2])
    assert [(one.value, [row.number for row in one.rows]) for one in entry.dates] == [("2031-05-04", [1])]
    assert all(row.anchor.endswith("-i1-row") for row in entry.rows)
    ((first, second, score, reasons),) = entry.reasons
    assert (first.number, second.number, score, reasons) == (1, 2, 0.9, ("both are at undry",))


def test_an_incident_stands_on_the_map_once_for_each_point_that_is_given():
    drawn = show(incidents=(INCIDENT,)).map
    assert [circle.label for circle in drawn.circles] == ["Undry"]
    assert drawn.unplaced == ()
    assert drawn.circles[0].sites[0].anchor == "i1"


def test_an_incident_that_no_document_places_is_listed():
    lost = msgspec.structs.replace(INCIDENT, members=(TWO,), links=(), dates=(), places=(), types=())
    drawn = show(incidents=(lost,)).map
    assert (drawn.circles, [site.place for site in drawn.unplaced]) == ((), ["Undry"])


def test_a_forecast_shows_its_sentence_and_what_became_of_it():
    resolution = Resolution(
        id=4, forecast="forecast-1", outcome="happened", user="ann", made="2031-07-01T00:00:00Z", reason="ships came"
    )
    ledger = show(forecasts=(FORECAST,), resolutions=(resolution,)).ledger
    (row,) = ledger.rows
    assert (row.state, row.resolved_by, row.reason) == ("happened", "ann", "ships came")
    assert "the port will open by June" in row.excerpt.quotation.words
    assert [round(score.brier, 3) for score in ledger.scores] == [0.09, 0.09]
    assert show(forecasts=(FORECAST,)).ledger.scores == ()
    assert show(forecasts=(FORECAST,)).ledger.rows[0].state == "due"


def test_a_case_of_nothing():
    empty = show()
    assert (empty.incidents, empty.map, empty.ledger.rows, empty.matrices) == ((), None, (), ())
    assert (empty.origins.origins, empty.chronology.years) == ((), ())


def test_a_matrix_has_the_leader_first_and_the_most_telling_evidence_first():
    matrix = Matrix(
        hypotheses=(Hypothesis(id="a", text="A did it"), Hypothesis(id="b", text="B did it")),
        evidence=(Evidence(id="x", text="fits both"), Evidence(id="y", text="fits one")),
        ratings=tuple(
            CellRating(id=n, hypothesis=h, evidence=e, mark=m, rater="ann", made="2031-01-01T00:00:00Z")
            for n, (h, e, m) in enumerate((("a", "x", "I"), ("b", "x", "I"), ("a", "y", "II"), ("b", "y", "CC")))
        ),
    )
    view = make_matrix_view("q", "Who did it", matrix, weigh_hypotheses(matrix))
    assert [row.hypothesis.id for row in view.rows] == ["b", "a"]
    assert [column.items[0].id for column in view.columns] == ["y", "x"]
    assert [cell.agreed for cell in view.rows[1].cells] == ["II", "I"]
    (drawn,) = show(matrices=(("incident-1", matrix),), incidents=(INCIDENT,)).matrices
    assert drawn.title == "bombing · Undry"
