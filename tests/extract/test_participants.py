import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.extract.event import FoundArgument
from averral.extract.participants import Participants
from averral.records import Mention, Span
from tests.extract.found_events import make_argument, make_mentions

TEXT = (
    "The Salt Front shot the mayor Dara Moss near an old mill.\nIts men fled, said they had\nleft. Two of its gunmen "
    "stayed; they slept."
)
MENTIONS = make_mentions(
    TEXT,
    ("Salt Front", "ORG", True, "e1"),
    ("the mayor Dara Moss", "PER", False, "e2"),
    ("Dara Moss", "PER", True, "e2"),
    ("an old mill", "FAC", False, "e3"),
    ("Its", "ORG", False, "e1"),
    ("Its men", "PER", False, "e4"),
    ("they", "PER", False, "e4"),
    ("Two of its gunmen", "PER", False, None),
    ("they", "PER", False, None),
)


@pytest.mark.parametrize(
    ("role", "words", "number", "found"),
    [
        ("organization", "The Salt Front", 0, ("Salt Front", "e1", True, False)),
        ("organization", "Its", 0, ("Salt Front", "e1", True, False)),
        ("individual", "Its men", 0, ("Its men", "e4", False, False)),
        ("victim", "the mayor Dara Moss", 0, ("Dara Moss", "e2", True, False)),
        ("individual", "the mayor Dara Moss", 0, ("mayor Dara Moss", "e2", True, False)),
        ("recipient", "the mayor Dara Moss", 0, ("mayor Dara Moss", "e2", False, False)),
        ("target", "an old mill", 0, ("old mill", "e3", False, False)),
        ("individual", "they", 0, ("they", "e4", False, True)),
        ("individual", "they", 1, ("they", None, False, True)),
        ("individual", "Two of its gunmen", 0, ("Two of its gunmen", None, False, False)),
        ("place", "stayed", 0, ("stayed", None, False, False)),
        ("time", "they had\nleft", 0, ("they had left", "e4", False, False)),
    ],
)
def test_who_a_phrase_stands_for(role: str, words: str, number: int, found: tuple[str, str | None, bool, bool]):
    participant = Participants(TEXT, MENTIONS).find(make_argument(TEXT, role, words, number))
    text, entity, name, pronoun = found
    assert (participant.text, participant.entity, participant.name, participant.pronoun) == (
        text,
        entity,
        name,
        pronoun,
    )


def test_without_mentions_the_words_stand_for_themselves():
    found = Participants(TEXT, ()).find(make_argument(TEXT, "victim", "the mayor Dara Moss"))
    assert (found.text, found.entity, found.name) == ("mayor Dara Moss", None, False)
    assert TEXT[found.span.start : found.span.end] == "mayor Dara Moss"


spans = st.integers(0, len(TEXT) - 1).flatmap(lambda s: st.integers(s + 1, len(TEXT)).map(lambda e: Span(s, e)))
mentions = st.lists(
    st.builds(
        lambda span, kind, name, entity: Mention(
            id="m", start=span.start, end=span.end, type=kind, name=name, entity=entity
        ),
        spans,
        st.sampled_from(["PER", "ORG", "FAC"]),
        st.booleans(),
        st.sampled_from([None, "e1", "e2"]),
    ),
    max_size=6,
)
roles = st.sampled_from([("perpetrator", "individual"), ("perpetrator", "organization"), ("victim", None)])


@given(mentions, spans, roles)
def test_a_participant_is_in_the_text_and_its_entity_is_that_of_a_mention(
    found: list[Mention], span: Span, role: tuple
):
    taken: list[Mention] = []
    for m in sorted(found, key=lambda m: (m.start, -m.end)):
        if not m.name or m.start >= max((t.end for t in taken if t.name), default=0):
            taken.append(m)
    participant = Participants(TEXT, taken).find(FoundArgument(role[0], span, role[1], 0.9))
    start, end = participant.span.start, participant.span.end
    assert " ".join(TEXT[start:end].split()) == participant.text
    assert participant.entity is None or participant.entity in {m.entity for m in taken}
    assert not (participant.name and not any(m.name for m in taken))


CUT = "Three masked men and Captain Ruvo Aster burned seven bank branch offices and the mayor's car."
WHOLE = make_mentions(
    CUT,
    ("Three masked men", "PER", False, "e1"),
    ("Ruvo Aster", "PER", True, "e2"),
    ("seven bank branch offices", "FAC", False, "e3"),
    ("the mayor's car", "VEHICLE", False, "e5"),
    ("the mayor", "PER", False, "e4"),
)


@pytest.mark.parametrize(
    ("role", "words", "found"),
    [
        ("individual", "Three", "Three masked men"),
        ("individual", "masked", "Three masked men"),
        ("individual", "men", "men"),
        ("individual", "Captain", "Captain Ruvo Aster"),
        ("target", "bank", "seven bank branch offices"),
        ("target", "the mayor", "mayor"),
        ("instrument", "bank", "bank"),
        ("victim", "Three", "Three"),
    ],
)
def test_a_phrase_that_lacks_its_head_goes_on_to_it(role: str, words: str, found: str):
    assert Participants(CUT, WHOLE).find(make_argument(CUT, role, words)).text == found


GROUPS = 'Leftist Salt Front rebels met FPA [Free Pier Army] men, the "Grey Hand", a Grey Hand lorry and Orn\'s army.'


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Leftist Salt Front rebels", "Salt Front"),
        ("FPA [Free Pier Army]", "FPA"),
        ('"Grey Hand"', "Grey Hand"),
        ("a Grey Hand lorry", "Grey Hand lorry"),
    ],
)
def test_a_group_is_its_name_without_labels_and_members(words: str, found: str):
    mentions = make_mentions(
        GROUPS,
        ("Salt Front", "ORG", True, "e1"),
        ("FPA", "ORG", True, "e2"),
        ("Grey Hand", "ORG", True, "e3"),
        ("Grey Hand", "ORG", True, "e3"),
    )
    assert Participants(GROUPS, mentions).find(make_argument(GROUPS, "organization", words)).text == found


def test_what_is_only_told_of_somebody_is_not_in_their_name():
    text = "The Reed Brigade, which wants the Cut closed, did it."
    found = Participants(text, make_mentions(text, ("Reed Brigade", "ORG", True, "e1"))).find(
        make_argument(text, "organization", "The Reed Brigade, which wants the Cut closed")
    )
    assert (found.text, found.entity, found.name) == ("Reed Brigade", "e1", True)
