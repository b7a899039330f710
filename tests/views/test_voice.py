import msgspec
import pytest

from averral.views.voice import UNNAMED, cast_voices, find_voice
from tests.views.builders import make_reading, name_entity


def find_first(reading):
    return find_voice(reading.attributions[0], cast_voices(reading))


def test_an_entity_gives_its_name():
    voice = find_first(make_reading("[s1 It] [c1 said] [t1 no].", sources={"1": "e1"}, names={"e1": "The Navy"}))
    assert (voice.name, voice.kind, voice.type) == ("The Navy", "named", "organization")


def test_an_entity_that_is_only_described_is_unresolved():
    reading = make_reading("[s1 He] [c1 said] [t1 no].", sources={"1": "e1"}, names={"e1": "a docker"})
    described = msgspec.structs.replace(reading, mentions=(name_entity(reading, "e1", name=False),))
    named = msgspec.structs.replace(reading, mentions=(name_entity(reading, "e1", name=True),))
    assert (find_first(described).name, find_first(described).kind) == ("a docker", "unresolved")
    assert find_first(named).kind == "named"


def test_without_an_entity_the_words_stand():
    voice = find_first(make_reading("[s1 Two\nofficials] [c1 said] [t1 no]."))
    assert (voice.name, voice.kind) == ("Two officials", "unresolved")


def test_without_a_source_nobody_is_named():
    assert find_first(make_reading("It [c1 reportedly] [t1 burned].")) == UNNAMED


def test_the_chain_of_the_claim_names_a_source_that_stands_elsewhere():
    reading = make_reading("It [c1 reportedly] [t1 burned].", names={"e1": "Navy"})
    claim = msgspec.structs.replace(reading.claims[0], chain=("author", "e1"))
    assert find_first(msgspec.structs.replace(reading, claims=(claim,))).name == "Navy"


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [("The Navy", "navy", True), ("Navy", "the  Navy", True), ("Navy", "Navy Command", False)],
)
def test_only_the_same_name_is_the_same_voice(left, right, same):
    keys = {
        find_first(make_reading("[s1 It] [c1 said] [t1 no].", sources={"1": "e1"}, names={"e1": name})).key
        for name in (left, right)
    }
    assert (len(keys) == 1) is same


def test_a_name_and_the_same_words_unresolved_are_two_voices():
    named = find_first(make_reading("[s1 Navy] [c1 said] [t1 no].", sources={"1": "e1"}, names={"e1": "Navy"}))
    assert named.anchor != find_first(make_reading("[s1 Navy] [c1 said] [t1 no].")).anchor
