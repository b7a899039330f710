"""Who is who in a casefile: people's judgements, their undoing, own tables of actors, and grades of sources."""

from __future__ import annotations

import pytest

from averral.casefile import Casefile
from averral.errors import InputError, NotFoundError
from averral.records import Entity, Mention, Place
from averral.records.judgement import SOURCE_LETTERS
from tests.builders import make_document, make_ingested, make_reading

STORES = {"sqlite": lambda folder: folder / "case.db"}


@pytest.fixture(params=STORES)
def place(request, tmp_path):
    return STORES[request.param](tmp_path)


@pytest.fixture
def casefile(place):
    with Casefile.open(place, create=True) as opened:
        yield opened


def add(casefile, text, *names, kind="PER", **fields):
    """A document of these names, which stand in it one behind the other."""
    whole = f"{text}: " + ", ".join(names)
    types = {"PER": "person", "ORG": "organization", "GPE": "place"}
    starts = [whole.index(name) for name in names]
    reading = make_reading(
        whole,
        document=make_document(whole, uri=f"{text}.txt", **fields),
        entities=tuple(Entity(id=f"e{n}", name=name, type=types[kind]) for n, name in enumerate(names)),
        mentions=tuple(
            Mention(id=f"m{n}", start=start, end=start + len(name), type=kind, entity=f"e{n}")
            for n, (name, start) in enumerate(zip(names, starts, strict=True))
        ),
    )
    assert casefile.add(make_ingested(reading.document), reading)
    return [f"{reading.document.id}#e{n}" for n in range(len(names))]


@pytest.fixture
def people(casefile):
    """Two documents name Ivo Sarran, one Karla Brunnick."""
    (first,), (second,), (other,) = (
        add(casefile, "one", "Ivo Sarran"),
        add(casefile, "two", "Colonel Ivo Sarran"),
        add(casefile, "three", "Karla Brunnick"),
    )
    return first, second, other


def parts(casefile):
    return {frozenset(actor.sightings) for actor in casefile.actors.list()}


def test_one_name_in_two_documents_is_one_actor(casefile, people):
    actor = casefile.actors.get("ivo sarran")
    assert set(actor.sightings) == set(people[:2])
    assert (
        casefile.actors.get(actor.id) == casefile.actors.get(people[1]) == casefile.actors.get(actor.id[:12]) == actor
    )


def test_places_and_countries_come_from_the_reading(casefile):
    text = "Undry fell."
    mention = Mention(id="m1", start=0, end=5, type="GPE", entity="e1")
    for number in (1, 2):
        whole = f"{text} {number}"
        reading = make_reading(
            whole, entities=(Entity(id="e1", name="Undry", type="place"),), mentions=(mention,),
            places=(Place(mention="m1", geonames=number, country="KX"),),
        )  # fmt: skip
        casefile.add(make_ingested(reading.document), reading)
    assert len(casefile.actors.list()) == 2


@pytest.mark.parametrize("name", ["nobody", "", "actor-", "sha256:00#e1"])
def test_an_unknown_actor_is_an_error(name, casefile):
    with pytest.raises(NotFoundError, match="no actor"):
        casefile.actors.get(name)


def test_an_ambiguous_name_lists_whom_it_may_mean(casefile):
    add(casefile, "one", "Sarran")
    add(casefile, "two", "Sarran")
    with pytest.raises(NotFoundError, match=r"several actors are called 'Sarran': actor-.*Sarran, person.*actor-"):
        casefile.actors.get("Sarran")


def test_a_merge_joins_and_undoing_restores_exactly(casefile, people):
    before = casefile.actors.list()
    judgement = casefile.actors.merge("Ivo Sarran", "Karla Brunnick", "Ana", "a cover name")
    assert (judgement.kind, judgement.user, judgement.reason) == ("merge", "Ana", "a cover name")
    assert set(judgement.left) == set(people[:2])
    assert judgement.right == people[2:]
    assert parts(casefile) == {frozenset(people)}
    undone = casefile.log.undo("Ben", judgement.id)
    assert casefile.actors.list() == before
    assert undone.withdrawn is not None
    assert undone.withdrawn_by == "Ben"
    assert [(one.id, one.withdrawn) for one in casefile.actors.list_judgements()] == [(undone.id, undone.withdrawn)]


def test_judgements_are_there_after_closing(place):
    with Casefile.open(place, create=True) as casefile:
        keys = add(casefile, "one", "Ivo Sarran") + add(casefile, "two", "Karla Brunnick")
        judgement = casefile.actors.merge(*keys, "Ana", "a cover name")
    with Casefile.open(place) as casefile:
        assert casefile.actors.list_judgements() == (judgement,)
        assert parts(casefile) == {frozenset(keys)}


def test_a_split_and_a_later_document(casefile, people):
    casefile.actors.split(people[1], "Ana", "another colonel")
    assert parts(casefile) == {frozenset({key}) for key in people}
    (later,) = add(casefile, "four", "Ivo Sarran")
    assert len({casefile.actors.get(key).id for key in (later, *people[:2])}) == 2


def test_never_merge_keeps_apart_until_a_later_merge(casefile, people):
    casefile.actors.split(people[0], "Ana", "not sure")
    casefile.actors.never_merge(people[0], people[1], "Ana", "two colonels")
    assert len(parts(casefile)) == 3
    casefile.actors.merge(people[0], people[1], "Ben", "a birth certificate")
    assert casefile.actors.get(people[0]).sightings == tuple(sorted(people[:2]))
    assert [overruled.judgement.kind for overruled in casefile.actors.resolve().overruled] == ["never_merge", "split"]


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda case, keys: case.actors.merge("Ivo Sarran", keys[0], "", "x"), "needs a user"),
        (lambda case, keys: case.actors.merge("Ivo Sarran", "Karla Brunnick", "Ana", " "), "needs a reason"),
        (lambda case, keys: case.actors.merge("Ivo Sarran", "Colonel Ivo Sarran", "Ana", "x"), "same actor"),
        (lambda case, keys: case.actors.never_merge("Ivo Sarran", keys[0], "Ana", "x"), "split it first"),
        (lambda case, keys: case.actors.split(keys[2], "Ana", "x"), "nothing to split"),
        (lambda case, keys: case.actors.split((keys[0], keys[2]), "Ana", "x"), "out of one actor"),
        (lambda case, keys: case.actors.split((), "Ana", "x"), "out of one actor"),
        (lambda case, keys: case.grades.set("Ivo Sarran", "G", "Ana", "x"), "no Admiralty letter"),
        (lambda case, keys: case.grades.set("Ivo Sarran", "", "Ana", "x"), "no Admiralty letter"),
        (lambda case, keys: case.grades.set("Ivo Sarran", "B", "Ana", "x", "1 May"), "is no day"),
        (lambda case, keys: case.log.undo(" ", 1), "needs a user"),
    ],
)
def test_what_cannot_be_judged_is_refused_with_a_reason(act, message, casefile, people):
    with pytest.raises(InputError, match=message):
        act(casefile, people)
    assert casefile.actors.list_judgements() == ()
    assert casefile.grades.list() == ()


def test_undoing_twice_or_nothing_is_an_error(casefile, people):
    judgement = casefile.actors.merge("Ivo Sarran", "Karla Brunnick", "Ana", "x")
    casefile.log.undo("Ana", judgement.id)
    with pytest.raises(NotFoundError, match="was undone"):
        casefile.log.undo("Ana", judgement.id)
    with pytest.raises(NotFoundError, match="no decision 99"):
        casefile.log.undo("Ana", 99)


def test_two_thousand_entities_are_merged_in_one_judgement_and_undone(casefile):
    names = [
        f"{given} {surname}" for given in ("Ivo", "Karla", "Oda", "Benno") for surname in ("Sarran", "Lunt", "Roake")
    ]
    keys = [key for number in range(170) for key in add(casefile, f"d{number}", *names)]
    before = parts(casefile)
    judgement = casefile.actors.merge(keys[:1000], keys[1000:], "Ana", "one roll of names")
    assert parts(casefile) == {frozenset(keys)}
    casefile.log.undo("Ana", judgement.id)
    assert parts(casefile) == before


def test_a_users_table_of_actors_joins_what_it_names(casefile, tmp_path):
    add(casefile, "one", "Sons of the Ebb", kind="ORG")
    add(casefile, "two", "Pilchard Committee", kind="ORG")
    assert len(casefile.actors.list()) == 2
    table = tmp_path / "own.csv"
    table.write_text("id,name,aliases,kind\nebb,Sons of the Ebb,Pilchard Committee,armed_group\n")
    assert casefile.actors.add_file(table)
    assert not casefile.actors.add_file(table)
    (actor,) = casefile.actors.list()
    assert (actor.gazetteer, actor.subtype) == ("ebb", "armed_group")


def test_a_wrong_table_of_actors_is_refused(casefile, tmp_path):
    table = tmp_path / "own.csv"
    table.write_text("id,name,aliases\na,Harrow,Tornbeck\nb,Tornbeck,Harrow\n")
    with pytest.raises(InputError, match=r"own\.csv, line \d: a circle"):
        casefile.actors.add_file(table)
    with pytest.raises(InputError, match="cannot read"):
        casefile.actors.add_file(tmp_path / "none.csv")


def test_grades_are_dated_and_go_with_the_actor(casefile, people):
    late = casefile.grades.set("Ivo Sarran", "D", "Ana", "was wrong twice", "2031-02-01")
    early = casefile.grades.set(people[1], "F", "Ben", "new to us", "2030-01-01")
    casefile.grades.set("Karla Brunnick", "A", "Ana", "was there")
    assert casefile.grades.list("Colonel Ivo Sarran") == (early, late)
    assert (late.letter, late.user, late.date, late.is_judged) == ("D", "Ana", "2031-02-01", True)
    assert not early.is_judged
    assert len(casefile.grades.list()) == 3
    casefile.actors.merge("Ivo Sarran", "Karla Brunnick", "Ana", "one of two names")
    assert len(casefile.grades.list("Karla Brunnick")) == 3


def test_a_publisher_that_no_text_names_can_be_graded(casefile):
    add(casefile, "one", "Ivo Sarran", publisher="Amaran Beacon")
    grade = casefile.grades.set("Amaran Beacon", "C", "Ana", "local paper")
    assert casefile.grades.list("Amaran Beacon") == (grade,)
    assert casefile.grades.list("Ivo Sarran") == ()
    with pytest.raises(NotFoundError, match="no actor or publisher"):
        casefile.grades.set("Evening Bell", "C", "Ana", "x")


def test_every_letter_has_a_meaning():
    assert "".join(SOURCE_LETTERS) == "ABCDEF"
    assert SOURCE_LETTERS["F"] == "cannot be judged"
