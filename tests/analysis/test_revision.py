"""What people say of single items: rejecting takes what rests on them, correcting keeps the contract."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.analysis.revision import find_item, revise_reading
from averral.errors import InputError
from averral.records import (
    Argument,
    Casualties,
    Claim,
    Event,
    Filler,
    Incident,
    Perpetrator,
    Place,
    Proposition,
    Relation,
    Trigger,
)
from averral.records.revision import Revision
from tests.builders import TEXT, make_reading
from tests.schema import check_reading

PLAIN = make_reading()
FIRST = PLAIN.entities[0].id
SECOND = PLAIN.entities[1].id


def claim(name, kind, **about):
    return Claim(
        id=name, start=0, end=12, attribution=None, chain=("author",), proposition=Proposition(type=kind, **about)
    )


WHOLE = msgspec.structs.replace(
    PLAIN,
    places=(Place(mention=PLAIN.mentions[0].id),),
    events=(
        Event(
            id="v1", type="bombing", trigger=Trigger(start=0, end=3), place=PLAIN.mentions[0].id,
            arguments=(Argument(role="perpetrator", start=0, end=3, entity=FIRST),),
        ),
    ),
    incidents=(
        Incident(
            id="i1", type="bombing", stage="accomplished", events=("v1",), place=PLAIN.mentions[0].id,
            perpetrators=(
                Perpetrator(text="a", entity=FIRST, kind="organization", confidence="denied", claims=("c91",)),
                Perpetrator(text="b", kind="individual", confidence="possible", claims=("c91", "c92")),
            ),
            targets=(Filler(text="x", entity=SECOND),),
            casualties=(
                Casualties(kind="killed", low=3, high=3, start=0, end=3, claim="c92"),
                Casualties(kind="injured", low=1, high=None, start=0, end=3),
            ),
        ),
    ),
    relations=(Relation(id="r1", subject=FIRST, predicate="funds", object=SECOND, start=0, end=5),),
    claims=(
        *PLAIN.claims,
        claim("c91", "responsibility", incident="i1", subject=FIRST),
        claim("c92", "casualties", incident="i1"),
        claim("c93", "relation", relation="r1"),
        claim("c94", "event", event="v1"),
    ),
)  # fmt: skip
IDS = [found.id for name in ("mentions", "entities", "attributions", "events", "incidents", "relations", "claims")
       for found in getattr(WHOLE, name)]  # fmt: skip


def revision(kind, item, number=1, changes=None, withdrawn=None):
    return Revision(
        id=number, kind=kind, item=f"{WHOLE.document.id}#{item}", changes=changes or {}, user="Ana",
        made="2031-01-01T00:00:00Z", reason="x", withdrawn=withdrawn,
    )  # fmt: skip


def revise(*revisions):
    return revise_reading(WHOLE, revisions)


def list_ids(reading):
    kinds = ("mentions", "entities", "attributions", "events", "incidents", "relations", "claims")
    return {found.id for kind in kinds for found in getattr(reading, kind)}


def test_nothing_said_changes_nothing():
    assert revise() == (WHOLE, frozenset(), ())


@pytest.mark.parametrize(
    ("item", "gone"),
    [
        ("c91", {"c91"}),
        ("i1", {"i1", "c91", "c92"}),
        ("r1", {"r1", "c93"}),
        ("v1", {"v1", "c94"}),
        (FIRST, {FIRST, "r1", "c93"}),
    ],
)
def test_what_rests_on_a_rejected_item_goes_with_it(item, gone):
    assert list_ids(WHOLE) - list_ids(revise(revision("reject", item)).reading) == gone


def test_figures_and_perpetrators_go_with_the_only_claim_that_gives_them():
    (incident,) = revise(revision("reject", "c91")).reading.incidents
    assert [(found.text, found.claims) for found in incident.perpetrators] == [("b", ("c92",))]
    assert len(incident.casualties) == 2
    (incident,) = revise(revision("reject", "c92")).reading.incidents
    assert [found.kind for found in incident.casualties] == ["injured"]


def test_a_rejected_attribution_takes_its_claims_and_hands_its_inner_ones_on():
    inner, outer = sorted(PLAIN.attributions, key=lambda found: found.parent is None)
    reading = revise(revision("reject", outer.id)).reading
    assert [(found.id, found.parent) for found in reading.attributions] == [(inner.id, None)]
    assert not any(found.attribution == outer.id for found in reading.claims)
    (left,) = [found for found in reading.claims if found.attribution == inner.id]
    assert left.chain == ("author", inner.source.entity)


def test_a_correction_changes_a_field_or_one_inside_it():
    found = revise(
        revision("correct", "i1", 1, {"type": "shelling", "edtf": "2031-05-12"}),
        revision("correct", "i1", 2, {"stage": "attempted"}),
        revision("correct", "c91", 3, {"proposition.subject": SECOND}),
    )
    (incident,) = found.reading.incidents
    assert (incident.type, incident.edtf, incident.stage) == ("shelling", "2031-05-12", "attempted")
    assert next(c for c in found.reading.claims if c.id == "c91").proposition.subject == SECOND
    assert found.confirmed == {f"{WHOLE.document.id}#{item}" for item in ("i1", "c91")}
    assert found.refused == ()


@pytest.mark.parametrize(
    ("item", "changes", "message"),
    [
        ("c91", {"start": len(TEXT) + 1, "end": len(TEXT) + 2}, "no span of the text"),
        ("c91", {"start": 5, "end": 5}, "no span of the text"),
        ("c91", {"factuality": "maybe"}, "cannot be corrected so"),
        ("c91", {"chain": ["author", "e77"]}, "nothing has the id 'e77'"),
        ("c91", {"proposition.subject": "e77"}, "nothing has the id 'e77'"),
        ("i1", {"colour": "red"}, "there is no field 'colour'"),
        ("i1", {"id": "i2"}, "there is no field 'id'"),
        ("i1", {"type.name": "x"}, "there is no field"),
        ("i99", {"type": "x"}, "no mention, entity"),
    ],
)
def test_a_correction_that_breaks_the_contract_is_refused_with_the_reason(item, changes, message):
    found = revise(revision("correct", item, 1, changes), revision("accept", "c92", 2))
    assert found.reading == WHOLE
    assert found.confirmed == {f"{WHOLE.document.id}#c92"}
    assert message in found.refused[0].reason


def test_the_last_word_counts_and_what_is_withdrawn_does_not():
    assert revise(revision("reject", "i1", 1), revision("accept", "i1", 2)).reading == WHOLE
    assert "i1" not in list_ids(revise(revision("accept", "i1", 1), revision("reject", "i1", 2)).reading)
    assert revise(revision("reject", "i1", 1, withdrawn="2031-01-02")).reading == WHOLE


def test_an_item_is_found_by_its_id():
    assert find_item(WHOLE, "r1")[0] == "relations"
    with pytest.raises(InputError, match="'r2'"):
        find_item(WHOLE, "r2")


@given(st.lists(st.tuples(st.sampled_from(["accept", "reject"]), st.sampled_from(IDS)), max_size=8), st.randoms())
def test_the_outcome_keeps_the_contract_and_does_not_hang_on_the_order_given(words, random):
    revisions = [revision(kind, item, number) for number, (kind, item) in enumerate(words)]
    found = revise(*revisions)
    check_reading(found.reading)
    random.shuffle(revisions)
    assert revise(*revisions) == found
