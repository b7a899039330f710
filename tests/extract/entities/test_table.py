import pytest

from averral.extract.entities import EntityTable, resolve_entities
from averral.extract.mentions import FoundMention
from averral.records import Span
from tests.builders import span_of


def read(text: str, names: list[tuple[str, str]], sources: list[str]) -> tuple[EntityTable, list[str | None]]:
    """Mentions by their words, in order of the text (the n-th time that a form is listed is its n-th place)."""
    mentions, cursor = [], 0
    for words, kind in names:
        start = text.index(words, cursor)
        mentions.append(FoundMention(Span(start, start + len(words)), kind.upper(), kind.isupper(), 1.0))
        cursor = start + len(words)
    spans, cursor = [], 0
    for words in sources:
        start = text.index(words, cursor)
        spans.append(Span(start, start + len(words)))
        cursor = start + len(words)
    table = resolve_entities(text, mentions, spans)
    by_id = {e.id: e.name for e in table.entities}
    return table, [by_id.get(table.of_source[s] or "") for s in spans]


def test_a_repeated_and_a_shortened_name_are_one():
    text = "Moss said no. Colonel Dara Moss spoke. Dara Moss left."
    table, sources = read(text, [("Moss", "PER"), ("Dara Moss", "PER"), ("Dara Moss", "PER")], ["Moss"])
    assert [e.name for e in table.entities] == ["Dara Moss"]
    assert sources == ["Dara Moss"]
    assert table.entities[0].aliases == ("Moss",)


def test_a_surname_of_two_people_stays_open():
    text = "Dara Moss and Ilan Moss met. Moss said no."
    table, _ = read(text, [("Dara Moss", "PER"), ("Ilan Moss", "PER"), ("Moss", "PER")], [])
    assert sorted(e.name for e in table.entities) == ["Dara Moss", "Ilan Moss", "Moss"]


def test_an_acronym_in_brackets():
    text = "The Free Lirren Brigades (FLB) denied it. The FLB said so."
    table, sources = read(text, [("Free Lirren Brigades", "ORG"), ("FLB", "ORG")], ["The FLB"])
    assert sources == ["Free Lirren Brigades"]
    assert table.entities[0].aliases == ("FLB",)


def test_a_description_that_fits_one_organisation():
    text = "The Interior Ministry spoke. Police left. The ministry said no."
    _, sources = read(text, [("Interior Ministry", "ORG")], ["The ministry"])
    assert sources == ["Interior Ministry"]


def test_a_description_that_fits_two_stays_its_own():
    text = "The Interior Ministry and the Defence Ministry spoke. The ministry said no."
    _, sources = read(text, [("Interior Ministry", "ORG"), ("Defence Ministry", "ORG")], ["The ministry"])
    assert sources == ["The ministry"]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Dara Moss spoke. He said no.", [("Dara Moss", "PER")], "Dara Moss"),
        ("Dara Moss met Ilan Voss. He said no.", [("Dara Moss", "PER"), ("Ilan Voss", "PER")], None),
        ("Dara Moss met a guard. He said no.", [("Dara Moss", "PER"), ("a guard", "per")], None),
        ("The army left. He said no.", [], None),
    ],
)
def test_a_pronoun_is_resolved_only_when_it_can_mean_one_person(text: str, names: list, expected: str | None):
    _, sources = read(text, names, ["He"])
    assert sources == [expected]


def test_a_title_and_a_name_are_the_person_and_not_the_body():
    text = "Interior Ministry spokesman Ivo Sarran said no."
    _, sources = read(
        text, [("Interior Ministry", "ORG"), ("Ivo Sarran", "PER")], ["Interior Ministry spokesman Ivo Sarran"]
    )
    assert sources == ["Ivo Sarran"]


def test_two_witnesses_named_the_same_way_by_an_indefinite_are_two():
    text = "A witness said yes. Another thing. A witness said no. The witness said maybe."
    table, sources = read(text, [], ["A witness", "A witness", "The witness"])
    assert sources[0] == "A witness"
    assert len({table.of_source[s] for s in sorted(table.of_source)}) == 2


def test_two_people_speaking_together_are_left_open():
    text = "Dara Moss and Ilan Voss said no."
    _, sources = read(text, [("Dara Moss", "PER"), ("Ilan Voss", "PER")], ["Dara Moss and Ilan Voss"])
    assert sources == [None]


def test_odd_sources_do_not_break_it():
    text = "— “” said. " + "x" * 5000 + " said."
    table = resolve_entities(text, [], [Span(0, 1), span_of(text, "“”"), Span(11, 5011)])
    assert table.of_source[Span(0, 1)] is None


def test_a_name_with_what_is_said_of_it_is_the_name():
    text = "The Coastal Guard, whose conscripts man the gates, said no. The Coastal Guard's spokesman said yes."
    _, sources = read(
        text,
        [("Coastal Guard", "ORG"), ("Coastal Guard", "ORG")],
        ["The Coastal Guard, whose conscripts man the gates", "The Coastal Guard's spokesman"],
    )
    assert sources == ["Coastal Guard", "The Coastal Guard's spokesman"]


def test_a_pronoun_after_two_names_is_the_one_who_has_just_spoken():
    text = "Ilan Voss left. Dara Moss declined to talk. She said no."
    _, sources = read(text, [("Ilan Voss", "PER"), ("Dara Moss", "PER")], ["Dara Moss", "She"])
    assert sources == ["Dara Moss", "Dara Moss"]


def test_many_sources_take_linear_time():
    text = "The ministry said. " * 3000
    spans = [Span(i * 19, i * 19 + 12) for i in range(3000)]
    table = resolve_entities(text, [], spans)
    assert len(table.entities) == 1
