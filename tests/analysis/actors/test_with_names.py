"""The same with the rules of names that ship, and the gazetteer that ships."""

from __future__ import annotations

import pytest

from averral.analysis.actors import ActorIndex, resolve_actors
from averral.gazetteer.actors import load_actors
from tests.analysis.actors.fakes import FakeGazetteer, are_one, see


@pytest.mark.parametrize(
    ("one", "two", "kind", "joined"),
    [
        ("Anna Berg", "\u0410nn\u0430 \u0412erg", "person", True),
        ("Anna Berg", "Hanno Berg", "person", False),
        ("عمر الشامي", "عمر الشامي", "person", True),
        ("عمر الشامي", "علي الشامي", "person", False),
        ("Ivo Sarran", "Mr Ivo Sarran", "person", True),
        ("Free Lirren Brigades", "the Free Lirren Brigades", "organization", True),
        ("47th Lirren Brigade", "48th Lirren Brigade", "organization", False),
        ("47", "47", "organization", False),
        ("x" * 5000, "x" * 5000, "person", False),
    ],
)
def test_two_documents(one, two, kind, joined):
    sightings = [see("d1", one, kind, entity="e1"), see("d2", two, kind, entity="e1")]
    found = resolve_actors(sightings, (), FakeGazetteer())
    assert are_one(found, "d1#e1", "d2#e1") is joined


def test_an_actor_of_the_gazetteer_by_two_of_its_names():
    known = next(actor for actor in load_actors() if len(actor.name) > 8 and any(len(a) > 8 for a in actor.aliases))
    alias = next(alias for alias in known.aliases if len(alias) > 8)
    fields = {"kind": "organization", "countries": (known.country,) if known.country else ()}
    found = resolve_actors([see("d1", known.name, **fields), see("d2", alias, **fields)], (), load_actors())
    (actor,) = found.actors
    assert (actor.gazetteer, actor.name, actor.subtype) == (known.id, known.name, known.kind)
    assert ActorIndex(found.actors).find(alias) == found.actors
