import pytest

from averral.extract.entities import Antecedent, Speech, Surroundings, describe_entities, resolve_entities
from averral.extract.mentions import FoundMention
from averral.records import Block, Span


def find(text: str, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def mention(text: str, words: str, kind: str, *, name: bool = True, nth: int = 0) -> FoundMention:
    return FoundMention(find(text, words, nth), kind, name, 1.0)


def name_of(table, span: Span) -> str | None:
    return {e.id: e.name for e in table.entities}.get(table.of_source[span])


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("SONS OF THE EBB. Communiqué No. 1\n\nWe claim the deed.", "SONS OF THE EBB"),
        ("Communiqué of the day\n\nWe claim the deed.\n\nFor the Sons of the Ebb: the Council.", "Sons of the Ebb"),
        ("A quiet day\n\nWe claim the deed. Sons of the Ebb men were seen.\n\nNothing else is known.", None),
    ],
)
def test_who_writes_we_is_named_at_the_head_or_signs(text: str, body: str | None):
    words = "SONS OF THE EBB" if "SONS" in text else "Sons of the Ebb"
    blocks = tuple(Block(m, m + len(part), "body") for part in text.split("\n\n") for m in [text.index(part)])
    table = resolve_entities(text, [mention(text, words, "ORG")], [find(text, "We")], Surroundings(blocks=blocks))
    assert name_of(table, find(text, "We")) == body


def test_who_writes_i_is_in_the_byline():
    text = "By Minna Strele\n\nI saw the quay."
    blocks = (Block(0, 15, "byline"), Block(17, len(text), "body"))
    table = resolve_entities(
        text, [mention(text, "Minna Strele", "PER")], [find(text, "I", 0)], Surroundings(blocks=blocks)
    )
    assert name_of(table, find(text, "I")) == "Minna Strele"


def test_who_writes_i_and_gives_no_name_is_one_author():
    text = "I saw it. I ran."
    table = resolve_entities(text, [], [find(text, "I"), find(text, "I", 1)])
    assert [e.name for e in table.entities] == ["the author"]
    assert len(set(table.of_source.values())) == 1


def test_in_an_interview_i_is_whose_turn_it_is():
    text = "Mirror: When did it begin?\n\nGhevan: I heard the dogs. I ran.\n\nMirror: I see."
    mentions = [mention(text, "Mirror", "ORG"), mention(text, "Ghevan", "PER"), mention(text, "Mirror", "ORG", nth=1)]
    table = resolve_entities(text, mentions, [Span(text.index("I heard"), text.index("I heard") + 1)])
    assert [name_of(table, s) for s in table.of_source] == ["Ghevan"]


def test_in_a_quotation_i_is_the_one_quoted_and_we_their_body():
    text = 'Dara Moss said: "I ran." A man speaking for the Ebb Column said: "We struck."'
    first, second = find(text, "I ran"), find(text, "We struck")
    man = find(text, "A man speaking for the Ebb Column")
    speeches = [Speech(first, find(text, "Dara Moss")), Speech(second, man)]
    i, we = Span(first.start, first.start + 1), Span(second.start, second.start + 2)
    mentions = [mention(text, "Dara Moss", "PER"), mention(text, "Ebb Column", "ORG")]
    table = resolve_entities(text, mentions, [find(text, "Dara Moss"), i, man, we], Surroundings(speeches=speeches))
    assert (name_of(table, i), name_of(table, we)) == ("Dara Moss", "Ebb Column")


def test_a_paper_speaks_for_whoever_wrote_it():
    text = "The Ebb Column acted. The Ebb Column's communiqué said so."
    mentions = [mention(text, "Ebb Column", "ORG"), mention(text, "Ebb Column", "ORG", nth=1)]
    source = find(text, "The Ebb Column's communiqué")
    assert name_of(resolve_entities(text, mentions, [source]), source) == "Ebb Column"


REFERENCE = "Dara Moss met Ilan Voss. He left. The group spoke."


@pytest.mark.parametrize(
    ("chances", "expected"),
    [({0: 0.3, 1: 0.6}, "Ilan Voss"), ({0: 0.36, 1: 0.34}, None), ({0: 0.6, 1: 0.2}, "Dara Moss"), ({}, None)],
)
def test_a_reference_takes_what_has_most_of_the_chances(chances: dict[int, float], expected: str | None):
    mentions = [
        mention(REFERENCE, "Dara Moss", "PER"),
        mention(REFERENCE, "Ilan Voss", "PER"),
        mention(REFERENCE, "He", "PER", name=False),
    ]
    antecedents = {2: [Antecedent(n, c) for n, c in chances.items()]}
    table = resolve_entities(REFERENCE, mentions, [], Surroundings(antecedents))
    names = {e.id: e.name for e in table.entities}
    assert names.get(table.of_mention[2] or "") == expected


def test_a_description_that_is_needed_gets_an_entity_of_its_own():
    mentions = [mention(REFERENCE, "Dara Moss", "PER"), mention(REFERENCE, "The group", "ORG", name=False)]
    table = resolve_entities(REFERENCE, mentions, [])
    assert table.of_mention[1] is None
    wider = describe_entities(REFERENCE, mentions, table, {find(REFERENCE, "The group")})
    assert [e.name for e in wider.entities] == ["Dara Moss", "The group"]
    assert describe_entities(REFERENCE, mentions, table, set()) == table
