"""The index of actors, names near to what was typed, and pairs with their words."""

from __future__ import annotations

import pytest

from averral.analysis.actors import Proposal
from averral.views import find_near_names, make_actor_index, make_proposal_entry
from tests.views.actors import make_case_readings, resolve_case

READINGS = make_case_readings()
ACTORS = resolve_case(*READINGS)


def test_those_of_most_documents_come_first():
    entries = [(entry.name, entry.documents, entry.aliases) for entry in make_actor_index(ACTORS)]
    assert entries == [
        ("Oleth Brigade", 2, ("the brigade",)),
        ("Veshland", 2, ()),
        ("Ministry of Roads", 1, ()),
        ("Tarn Obel", 1, ()),
    ]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ("brigade", ("Oleth Brigade",)),
        ("Oleth Brigad", ("Oleth Brigade",)),
        ("VESHLANT", ("Veshland",)),
        ("roads", ("Ministry of Roads",)),
        ("zzz", ()),
        ("", ()),
    ],
)
def test_near_names(wanted, names):
    assert find_near_names(wanted, ACTORS) == names


def test_a_proposal_quotes_both():
    a, b = (next(actor for actor in ACTORS if actor.name == name) for name in ("Oleth Brigade", "Tarn Obel"))
    by_id = {actor.id: actor for actor in ACTORS}
    readings = {reading.document.id: reading for reading in READINGS}
    proposal = Proposal(a=a.id, b=b.id, score=0.6, reasons=("why not",))
    entry = make_proposal_entry(proposal, by_id.__getitem__, readings.__getitem__)
    assert (entry.a.name, entry.b.name, entry.reasons) == ("Oleth Brigade", "Tarn Obel", ("why not",))
    assert [quote.words.split(",")[0] for quote in entry.quotes] == [
        "The Oleth Brigade shelled Marn",
        "The Oleth Brigade",
    ]
