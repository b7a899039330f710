"""What people decide in a casefile: one list that only grows, hypotheses and forecasts in it, all or nothing."""

from __future__ import annotations

import multiprocessing
import sqlite3

import msgspec
import pytest

from averral.casefile import Casefile
from averral.casefile.log import Entry
from averral.errors import InputError, NotFoundError
from averral.records import Claim, Proposition
from averral.records.hypothesis import Evidence, Matrix
from tests.builders import make_document, make_ingested, make_reading

WHO = ("ann", "seen")


@pytest.fixture
def place(tmp_path):
    return tmp_path / "case.db"


@pytest.fixture
def casefile(place):
    with Casefile.open(place, create=True) as opened:
        reading = make_reading()
        opened.add(make_ingested(reading.document), reading)
        yield opened


@pytest.fixture
def foretold(casefile):
    """A case with one forecast."""
    text = "The mayor said the port will open again by June 2032."
    document = make_document(text, uri="mayor.txt", published="2031-05-05")
    whole = msgspec.structs.replace(
        make_reading(text, document=document),
        sentences=((0, len(text)),),
        claims=(
            Claim(
                id="c1", start=15, end=len(text) - 1, attribution=None, chain=("author",), tense="future",
                proposition=Proposition(type="event"),
            ),
        ),
    )  # fmt: skip
    casefile.add(make_ingested(document), whole)
    (forecast,) = casefile.forecasts.list()
    return forecast


def test_the_list_only_grows(casefile, place):
    casefile.hypotheses.state("They did it", *WHO)
    casefile.log.undo("bob")
    casefile.log.redo("bob", reason="after all")
    kinds = [(one.kind, one.target, one.withdrawn) for one in casefile.log.list()]
    assert kinds == [("hypothesis", None, None), ("undo", 1, None), ("redo", 1, None)]
    rows = sqlite3.connect(place).execute("SELECT id, kind, user FROM decisions").fetchall()
    assert rows == [(1, "hypothesis", "ann"), (2, "undo", "bob"), (3, "redo", "bob")]


def test_undo_and_redo_stop_at_the_ends(casefile):
    with pytest.raises(InputError, match="nothing to undo"):
        casefile.log.undo("ann")
    with pytest.raises(InputError, match="nothing to redo"):
        casefile.log.redo("ann")
    casefile.hypotheses.state("They did it", *WHO)
    with pytest.raises(NotFoundError, match="decision 1 stands"):
        casefile.log.redo("ann", 1)
    casefile.log.undo("ann")
    with pytest.raises(NotFoundError, match="no decision 2"):
        casefile.log.undo("ann", 2)


def test_several_decisions_are_kept_together_or_not_at_all(casefile):
    with pytest.raises(InputError, match="needs a reason"):
        casefile.log.add_all([Entry("cut", {"left": "a", "right": "b"}, *WHO), Entry("cut", {}, "ann", " ")])
    assert casefile.log.list() == ()


def test_hypotheses_evidence_and_ratings_make_a_matrix(casefile):
    ours = casefile.hypotheses
    one, two = ours.state("The brigade did it", *WHO), ours.state("The state did it", *WHO, prior=0.2)
    item = ours.add_evidence("No lorry was seen", *WHO, kind="absence_of_evidence", credibility="high")
    ours.rate(item.id, one.id, "II", *WHO)
    ours.rate(item.id, two.id, "C", *WHO)
    ours.rate(item.id, two.id, "N", "bob", "not so sure")
    weighing = ours.weigh()
    assert weighing.leaders == (two.id,)
    assert {one.rater for standing in weighing.standings for one in standing.raters} == {"ann", "bob"}
    casefile.log.undo("bob")
    assert len([one for one in ours.get_matrix().ratings if one.withdrawn is None]) == 2
    assert [one.user for one in casefile.log.list()] == ["ann", "ann", "ann", "ann", "ann", "bob", "bob"]


def test_a_hypothesis_of_the_same_id_is_replaced_and_comes_back_by_undoing(casefile):
    ours = casefile.hypotheses
    first = ours.state("They did it", *WHO)
    ours.state("They did it with help", *WHO, id=first.id)
    assert [row.text for row in ours.get_matrix().hypotheses] == ["They did it with help"]
    casefile.log.undo("ann")
    assert [row.text for row in ours.get_matrix().hypotheses] == ["They did it"]


def test_questions_are_kept_apart(casefile):
    ours = casefile.hypotheses
    ours.state("They did it", *WHO, question="the bridge")
    assert ours.get_matrix() == Matrix()
    assert ours.list_questions() == ("the bridge",)


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda ours: ours.state(" ", *WHO), "needs words"),
        (lambda ours: ours.state("x", *WHO, prior=2), "cannot be written down"),
        (lambda ours: ours.add_evidence("x", *WHO, kind="rumour"), "cannot be written down"),
        (lambda ours: ours.rate("x1", "h1", "maybe", *WHO), "no rating 'maybe'"),
        (lambda ours: ours.rate("x1", "h1", "C", *WHO), "no item of evidence"),
        (lambda ours: ours.propose((), (), *WHO), "nothing to propose"),
    ],
)
def test_what_cannot_be_written_down_is_refused(act, message, casefile):
    with pytest.raises((InputError, NotFoundError), match=message):
        act(casefile.hypotheses)
    assert casefile.log.list() == ()


def test_evidence_without_hypotheses_and_the_other_way_round(casefile):
    ours = casefile.hypotheses
    ours.add_evidence("No lorry was seen", *WHO)
    assert ours.weigh().standings == ()
    ours.state("They did it", *WHO, question="other")
    assert [standing.inconsistency for standing in ours.weigh("other").standings] == [None]


def test_a_matrix_is_taken_over_with_its_own_raters(casefile):
    ours = casefile.hypotheses
    one = ours.state("The brigade did it", *WHO)
    item = ours.add_evidence("No lorry was seen", *WHO)
    ours.rate(item.id, one.id, "I", *WHO)
    taken = ours.load(ours.get_matrix(), "bob", "from the other office", "copy")
    assert [(row.rater, row.mark) for row in taken.ratings] == [("ann", "I")]
    assert taken.hypotheses == ours.get_matrix().hypotheses
    with pytest.raises(InputError):
        ours.load(Matrix(evidence=(Evidence(id="x", text="y"),)), "", "z", "third")
    assert ours.get_matrix("third") == Matrix()


def test_a_forecast_is_resolved_by_a_person(casefile, foretold):
    made = casefile.forecasts.resolve(foretold.id[:20], "happened", *WHO, evidence=("a photograph",))
    assert (made.forecast, made.outcome, made.evidence) == (foretold.id, "happened", ("a photograph",))
    casefile.log.undo("ann")
    assert [one.withdrawn is None for one in casefile.forecasts.list_resolutions()] == [False]
    with pytest.raises(InputError, match="no outcome"):
        casefile.forecasts.resolve(foretold.id, "maybe", *WHO)
    with pytest.raises(NotFoundError, match="no forecasts"):
        casefile.forecasts.resolve("forecast-nothing", "happened", *WHO)


def _judge(place, user):
    with Casefile.open(place) as casefile:
        for number in range(10):
            casefile.hypotheses.state(f"{user} {number}", user, "x")


def test_two_programs_write_at_the_same_time(casefile, place):
    workers = [
        multiprocessing.get_context("spawn").Process(target=_judge, args=(place, name)) for name in ("ann", "bob")
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    rows = casefile.log.list()
    assert [row.id for row in rows] == list(range(1, 21))
    assert {row.user for row in rows} == {"ann", "bob"}
    assert len(casefile.hypotheses.get_matrix().hypotheses) == 20
