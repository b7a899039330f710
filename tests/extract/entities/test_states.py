import pytest

from averral.extract.entities import resolve_entities
from averral.extract.entities.states import capital_of
from averral.extract.mentions import FoundMention
from averral.records import Entity, Span


def read(text: str, names: str, sources: str = "") -> list[tuple[str, Entity | None]]:
    """Each name ("Word/TYPE", in order of the text) with its entity; `sources` are numbers of names."""
    mentions, cursor = [], 0
    for part in names.split():
        words, _, kind = part.partition("/")
        start = text.index(words, cursor)
        mentions.append(FoundMention(Span(start, start + len(words)), kind or "GPE", True, 1.0))
        cursor = start + len(words)
    table = resolve_entities(text, mentions, [mentions[int(n)].span for n in sources.split()])
    by_id = {e.id: e for e in table.entities}
    words = [text[m.span.start : m.span.end] for m in mentions]
    return [(w, by_id.get(found or "")) for w, found in zip(words, table.of_mention, strict=True)]


def kinds(read: list[tuple[str, Entity | None]]) -> list[str]:
    return ["-" if e is None else f"{e.name}:{e.subtype or e.type}" for _, e in read]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Norway denied it. Oslo was calm.", "Norway Oslo", "Norway:state Oslo:place"),
        ("Oslo denied it, and Norway is cold.", "Oslo Norway", "Norway:state Norway:state"),
        ("Oslo accused nobody. A tram burned in Oslo.", "Oslo Oslo", "Oslo:state Oslo:place"),
        ("They blamed Oslo for it.", "Oslo", "Oslo:state"),
        ("Fighters backed by Oslo crossed the fell.", "Oslo", "Oslo:state"),
        ("Oslo and Lima agreed to talk in Bergen.", "Oslo Lima Bergen", "Oslo:state Lima:state Bergen:place"),
        ("Bergen denied it.", "Bergen", "Bergen:place"),
        ("Brussels denied it.", "Brussels", "Brussels:place"),
        ("Norway is cold.", "Norway", "Norway:place"),
    ],
)
def test_a_capital_is_its_state_where_it_acts(text: str, names: str, expected: str):
    assert kinds(read(text, names)) == expected.split()


def test_a_source_acts_whatever_its_verb():
    assert kinds(read("According to Oslo, all is well.", "Oslo", "0")) == ["Oslo:state"]


@pytest.mark.parametrize(
    "text",
    [
        "Ulmaar sleeps. Shevin, the capital of Ulmaar, slept. Shevin denied it.",
        "Ulmaar sleeps. Shevin, Ulmaar's capital, slept. Shevin denied it.",
        "Ulmaar sleeps. In the Ulmaar capital Shevin all slept. Shevin denied it.",
    ],
)
def test_the_text_tells_what_is_the_capital_of_an_unknown_country(text: str):
    names = " ".join(w.strip(",.'s") for w in text.split() if w.startswith(("Ulmaar", "Shevin")))
    found = read(text, names)
    assert kinds(found)[0] == kinds(found)[-1] == "Ulmaar:state"
    assert any(e is not None and e.type == "place" and w == "Shevin" for w, e in found)


def test_an_adjective_speaks_of_the_state_and_a_plural_of_the_people():
    text = "Ulmaar denied it. Ulmaari police fired; Ulmaaris fled."
    found = kinds(read(text, "Ulmaar Ulmaari/NORP Ulmaaris/NORP"))
    assert found == ["Ulmaar:state", "Ulmaar:state", "Ulmaaris:group"]
    assert kinds(read("Norwegian police fired.", "Norwegian/NORP")) == ["Norwegian:group"]


def test_towns_that_share_the_name_of_a_capital_do_not_count_where_they_are_larger():
    assert capital_of("Oslo") == "NO"
    assert capital_of("Sydney") is None
    assert capital_of("") is None
    assert capital_of("Jerusalem") is None
