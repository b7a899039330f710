import pytest

from averral.records import Attribution, Span
from averral.views.nesting import nest_attributions
from tests.views.builders import make_attributions


def number_all(marked):
    _, attributions = make_attributions(marked, {})
    return {key: (nested.number, nested.level) for key, nested in nest_attributions(attributions).by_id.items()}


def test_numbers_follow_the_text_and_say_what_lies_in_what():
    first = "[s3 A] [c3 says] [t3 that [s1 B] [c1 says] [t1 that [s4 C] [c4 lies]] and [s5 D] [c5 too]]."
    marked = f"{first} [s2 E] [c2 says] [t2 no]."
    assert number_all(marked) == {
        "a3": ("1", 1),
        "a1": ("1.1", 2),
        "a4": ("1.1.1", 3),
        "a5": ("1.2", 2),
        "a2": ("2", 1),
    }


def test_of_two_that_share_a_source_the_one_whose_content_comes_first_is_first():
    marked = "[s1,2 The mayor] [c2 said] [t2 yes] and [c1 denied] [t1 no, and for long]."
    assert number_all(marked) == {"a2": ("1", 1), "a1": ("2", 1)}


@pytest.mark.parametrize("parents", [("a9", None), ("a2", "a1"), ("a1", "a2")])
def test_a_parent_that_is_missing_or_inside_itself_loses_nobody(parents):
    attributions = tuple(
        Attribution(id=f"a{n}", source=None, cue=None, content=(Span(n, n + 1),), parent=parent, kind="indirect")
        for n, parent in enumerate(parents, start=1)
    )
    nesting = nest_attributions(attributions)
    assert set(nesting.by_id) == {"a1", "a2"}
    assert all(len(nesting.lineage(key)) == nesting.by_id[key].level for key in nesting.by_id)


def test_a_lineage_runs_from_the_outside_in():
    _, attributions = make_attributions("[s1 A] [c1 says] [t1 [s2 B] [c2 says] [t2 no]]", {})
    lineage = nest_attributions(attributions).lineage("a2")
    assert [step.attribution.id for step in lineage] == ["a1", "a2"]
