import pytest

from averral.extract.entities.appositions import iter_apposed
from averral.extract.mentions import FoundMention
from averral.records import Span
from tests.extract.relations.marked import parse

NAMED = [
    ("{per The minister}, {PER Anton Brill}, denied it.", "The minister = Anton Brill"),
    ("{PER Varr} met {per the envoy}, {PER Dorin Pell}, in Selm.", "the envoy = Dorin Pell"),
    ("{per The governor} of {GPE Selm}, {PER Radek Moss}, left.", "The governor = Radek Moss"),
    ("{PER Varr} was followed by {per his deputy}, {PER Lenka Roth}.", "his deputy = Lenka Roth"),
    ("{per A deckhand}, {PER Jem Harrod}; nobody else was hurt.", "A deckhand = Jem Harrod"),
    ("{org Its armed wing}, {ORG the Red Scarves}, burned it.", "Its armed wing = the Red Scarves"),
    ("{org the organisation} known as the {ORG Assize} did it.", "the organisation = Assize"),
    ("{org a group} that calls itself “{ORG Black Harrow}” did it.", "a group = Black Harrow"),
    ("{per the smuggler} {PER Dorin Kesten} told him.", "the smuggler = Dorin Kesten"),
]
APART = [
    "{per The minister}, {PER Anton Brill}, and {per the bishop} came.",
    "{per The minister}, {PER Anton Brill} and {PER Ida Roth} came.",
    "{per The brothers}, {PER Ito Varr} said, had left.",
    "{PER Lenka Roth}, {per the mayor}, {PER Anton Brill}, and others came.",
    "One of {per the accused}, {PER Ibbo Malk}, has confessed.",
    "{per The minister}, who met {PER Anton Brill}, said so.",
    "{org The ministry}, {PER Anton Brill}, said so.",
    "{per He}, {PER Anton Brill}, said so.",
    "{per The minister}\n\n{PER Anton Brill}, said so.",
]


def tell(marked: str) -> list[str]:
    text, mentions = parse(marked)
    found = [FoundMention(Span(m.start, m.end), m.type, m.name, 1.0) for m in mentions]
    words = [text[m.start : m.end] for m in mentions]
    return [f"{words[one]} = {words[other]}" for one, other in iter_apposed(text, found)]


@pytest.mark.parametrize(("marked", "expected"), NAMED)
def test_a_description_and_the_name_behind_it(marked: str, expected: str):
    assert tell(marked) == [expected]


@pytest.mark.parametrize("marked", APART)
def test_lists_and_clauses_are_no_appositions(marked: str):
    assert tell(marked) == []
