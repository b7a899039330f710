from averral.records import Place
from averral.views.happening import make_event_cards, make_place_notes, make_time_notes
from averral.views.part import Part, find_parts
from tests.builders import span_of
from tests.views.incidents import make_incident_reading

READING = make_incident_reading()
TEXT = READING.document.text


def parts_of(words):
    span = span_of(TEXT, words)
    return find_parts(READING).get((span.start, span.end))


def test_the_same_words_may_be_several_parts():
    assert parts_of("at least 31 people") == (Part("argument", "victim", "v2"), Part("figure", "killed", "i1"))
    assert parts_of("Oleth") == (Part("argument", "place", "v1"), Part("place"))
    assert parts_of("shell") == (Part("trigger", "shelling", "v1"),)
    assert parts_of("The army") is None


def test_a_card_tells_who_takes_part_and_which_incident_it_belongs_to():
    first, second, third = make_event_cards(READING)
    assert [(part.role, part.words) for part in first.parts] == [
        ("perpetrator", "gunmen"),
        ("place", "Oleth"),
        ("time", "on Monday"),
    ]
    assert [label for card in (first, second, third) for label, _ in card.incidents] == ["i1", "i1", "i2"]


def test_times_and_places_have_their_values():
    assert [(note.words, note.edtf) for note in make_time_notes(READING)] == [
        ("on Monday", "2031-05-12"),
        ("2021", "2021"),
    ]
    assert [(note.words, note.place.country) for note in make_place_notes(READING)] == [("Oleth", "IQ")]


def test_a_place_without_its_mention_is_left_out():
    assert make_place_notes(make_incident_reading(places=(Place(mention="m7"),))) == ()
