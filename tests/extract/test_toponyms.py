import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.extract.toponyms import find_toponyms
from averral.records import Block, Mention


def mentions_in(text: str, *names: tuple[str, str]) -> list[Mention]:
    """Mentions by their words, in order of the text; a type written small is a description."""
    found, cursor = [], 0
    for number, (words, kind) in enumerate(names, 1):
        start = text.index(words, cursor)
        found.append(
            Mention(id=f"m{number}", start=start, end=start + len(words), type=kind.upper(), name=kind.isupper())
        )
        cursor = start + 1
    return found


def holders(text: str, *names: tuple[str, str]) -> dict[str, set[str]]:
    toponyms = find_toponyms(text, mentions_in(text, *names))
    return {t.name: {toponyms[n].name for n in t.within} for t in toponyms}


@pytest.mark.parametrize(
    "text",
    [
        "in Norlan, Lirria.",
        "in Norlan (Lirria).",
        "in Norlan in Lirria.",
        "in Norlan, a port in the far north of Lirria.",
        "in Lirria's second city Norlan.",
        "in Lirria’s Norlan province.",
    ],
)
def test_what_holds_a_place(text: str):
    names = sorted([("Norlan", "GPE"), ("Lirria", "GPE")], key=lambda n: text.index(n[0]))
    assert holders(text, *names)["Norlan"] == {"Lirria"}
    assert holders(text, *names)["Lirria"] == set()


@pytest.mark.parametrize(
    "text",
    [
        "from Norlan to Lirria.",
        "Norlan and Lirria.",
        "Norlan, near Lirria.",
        "Norlan, the capital of Lirria.",
        "Norlan. Lirria",
        "Norlan said that Lirria",
    ],
)
def test_what_does_not_hold_a_place(text: str):
    found = holders(text, ("Norlan", "GPE"), ("Lirria", "GPE"))
    assert found["Norlan"] == (set() if "capital" not in text else found["Norlan"])


def test_a_name_behind_a_comma_need_not_be_a_mention():
    assert holders("in Norlan, Lir., on", ("Norlan", "GPE"))["Norlan"] == {"Lir"}


def test_a_person_behind_a_comma_holds_nothing():
    assert holders("in Norlan, Dara Moss spoke", ("Norlan", "GPE"), ("Dara Moss", "PER"))["Norlan"] == set()


def test_a_mention_with_a_comma_of_its_own_is_two_names():
    found = holders("in Norlan, North Lirria today", ("Norlan, North Lirria", "GPE"))
    assert found == {"Norlan": {"North Lirria"}, "North Lirria": set()}


def test_items_of_a_list_stand_beside_each_other():
    text = "in Norlan, Verra and Tolmer."
    toponyms = find_toponyms(text, mentions_in(text, ("Norlan", "GPE"), ("Verra", "GPE"), ("Tolmer", "GPE")))
    assert [t.beside for t in toponyms] == [{1}, {0, 2}, {1}]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("in the province of Norlan on", "division"),
        ("in Norlan province on", "division"),
        ("in Norlan's province on", "division"),
        ("in the city of Norlan on", "settlement"),
        ("in Norlan city on", "settlement"),
        ("in Norlan on", ""),
        ("in Norlan said", ""),
    ],
)
def test_the_noun_beside_a_name(text: str, noun: str):
    (toponym,) = find_toponyms(text, mentions_in(text, ("Norlan", "GPE")))
    assert toponym.noun == noun


def test_one_name_is_one_toponym_however_it_is_written():
    text = "SAINT VERRA: the St. Verra’s men left Saint-Verra."
    (toponym,) = find_toponyms(
        text, mentions_in(text, ("SAINT VERRA", "GPE"), ("St. Verra’s", "GPE"), ("Saint-Verra", "LOC"))
    )
    assert toponym.mentions == (0, 1, 2)


def test_a_dateline_weighs_more():
    text = "NORLAN — They left Verra."
    mentions = mentions_in(text, ("NORLAN", "GPE"), ("Verra", "GPE"))
    plain = find_toponyms(text, mentions)
    dated = find_toponyms(text, mentions, [Block(0, 8, "dateline"), Block(9, len(text), "body")])
    assert dated[0].weight > plain[0].weight
    assert dated[1].weight == plain[1].weight


def test_a_people_says_whose_town_it_is():
    text = "in the Iraqi port city of Norlan"
    (toponym,) = find_toponyms(text, mentions_in(text, ("Norlan", "GPE")))
    assert toponym.countries == {"IQ"}


def test_a_name_that_a_person_bears_too():
    text = "Dara Verra spoke in Verra."
    (toponym,) = find_toponyms(text, mentions_in(text, ("Dara Verra", "PER"), ("Verra.", "GPE")))
    assert toponym.personal


def test_only_names_of_places_and_of_what_may_be_a_country():
    text = "Norlan and the town, the Norlan hospital, Dara, Verra Bank"
    names = [
        ("Norlan", "NORP"),
        ("the town", "gpe"),
        ("the Norlan hospital", "fac"),
        ("Dara", "PER"),
        ("Verra Bank", "ORG"),
    ]
    assert [t.name for t in find_toponyms(text, mentions_in(text, *names))] == ["Norlan hospital", "Verra Bank"]


@given(st.text("Ab ,.’()\n-", max_size=30), st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40)), max_size=6))
def test_odd_mentions_do_not_break_it(text: str, spans: list[tuple[int, int]]):
    mentions = [Mention(id=f"m{i}", start=a, end=b, type="GPE") for i, (a, b) in enumerate(spans)]
    toponyms = find_toponyms(text, mentions)
    used = [n for t in toponyms for n in t.mentions]
    assert len(used) == len(set(used))
    assert all(0 <= n < len(toponyms) and n != i for i, t in enumerate(toponyms) for n in t.within | t.beside)
