import pytest

from averral.extract.happening import group_events
from averral.extract.participants import Participants
from averral.extract.responsibility.anchor import anchor_statements
from averral.extract.responsibility.doers import Doers
from averral.extract.responsibility.findings import find_responsible
from averral.extract.responsibility.rating import read_telling
from averral.extract.sentences import iter_sentences
from averral.records import Attribution, EntitySpan, Span
from tests.extract.found_events import find_words, make_event, make_mentions

OPENING = "The Salt Front bombed the quay, killing two clerks. A clerk was shot in 2019. "
NAMES = ("Salt Front", "Grey Hand", "League", "Transmarine", "Ministry")


def find(told: str, *sayings: tuple[str, str, str], deeds: tuple[str, ...] = (), **fields: object) -> str:
    """What is found in the sentences behind the opening: "trigger: stance actor factuality"."""
    text = OPENING + told
    events = [
        make_event(text, "bombed", type="bombing", incident="bombing"),
        make_event(text, "killing", type="killing", incident="bombing", earlier=0),
        make_event(text, "shot", type="shooting"),
        *(make_event(text, deed, type="bombing", incident="bombing", **fields) for deed in deeds),
    ]
    held = [name for name in NAMES if name in text]
    mentions = make_mentions(text, *((name, "ORG", True, name) for name in held for _ in range(text.count(name))))
    said = [
        Attribution(id=f"a{n}", source=EntitySpan(w.start, w.end), cue=c, content=(t,), kind="indirect")
        for n, (w, c, t) in enumerate((tuple(find_words(text, part) for part in saying) for saying in sayings), 1)
    ]
    happenings = group_events(events)
    sentences = list(iter_sentences(text, [Span(0, len(text))]))
    actors = [Span(m.start, m.end) for m in mentions]
    telling = read_telling(text, sentences, actors, [e.trigger for e in events], said)
    telling = anchor_statements(telling, happenings, events)
    owner_of = {number: place for place, happening in enumerate(happenings) for number in happening.events}
    found = find_responsible(telling, owner_of, events, Doers(Participants(text, mentions), said))
    return "; ".join(f"{f.happening} {f.stance} {f.actor.text if f.actor else '-'} {f.factuality}" for f in found)


@pytest.mark.parametrize(
    ("told", "sayings", "expected"),
    [
        ("The Grey Hand claimed responsibility.", (), "0 claims Grey Hand CT+"),
        (
            "The Ministry blamed the League, which shot a clerk.",
            (("The Ministry", "blamed", "the League, which shot a clerk"),),
            "0 blames League CT+",
        ),
        ("The Ministry blamed the League.", (), ""),
        ("We blame the League.", (), "0 blames League CT+"),
        (
            "The Ministry laid the raid at the door of the League.",
            (("The Ministry", "laid", "the raid at the door of the League"),),
            "1 blames League CT+",
        ),
        (
            "The Ministry suspects the League. The League dismissed the charge. The Grey Hand dismissed the idea.",
            (
                ("The Ministry", "suspects", "the League"),
                ("The League", "dismissed", "the charge"),
                ("The Grey Hand", "dismissed", "the idea"),
            ),
            "0 suspects League PS+; 0 denies League CT-",
        ),
        (
            "A clerk said it was the Grey Hand.",
            (("A clerk", "said", "it was the Grey Hand"),),
            "1 blames Grey Hand CT+",
        ),
        ("This was the work of the Grey Hand.", (), "1 reported Grey Hand CT+"),
        ("The Ministry accused the League of ignoring two letters.", (), ""),
        ("The Ministry denied that any ransom had been paid.", (), ""),
        ("The League claimed that a clerk was hurt.", (), ""),
        (
            "A man speaking for the Grey Hand claimed responsibility for it.",
            (("A man speaking for the Grey Hand", "claimed responsibility for", "it"),),
            "0 claims Grey Hand CT+",
        ),
        (
            "A man who rang Transmarine claimed responsibility for it.",
            (("A man who rang Transmarine", "claimed responsibility for", "it"),),
            "0 claims man who rang Transmarine CT+",
        ),
        (
            "Two groups claimed responsibility. The Grey Hand claimed it. The League claimed it.",
            (("Two groups", "claimed responsibility", "responsibility"),),
            "0 claims Grey Hand CT+; 0 claims League CT+; 0 claims Grey Hand CT+; 0 claims League CT+",
        ),
        ("No group has claimed responsibility.", (), "0 none_claimed - CT-"),
    ],
)
def test_who_is_said_to_have_done_it(told: str, sayings: tuple[tuple[str, str, str], ...], expected: str):
    assert find(told, *sayings) == expected


def test_a_deed_that_is_only_named_again_is_the_one_that_was_told():
    told = "The Ministry blamed the League for the blast."
    said = ("The Ministry", "blamed", "the League for the blast")
    assert find(told, said, deeds=("blast",)) == "0 blames League CT+"


def test_whoever_threatens_a_deed_threatens_to_do_it():
    said = ("The League", "pledged", "to burn the quay")
    told = "The League pledged to burn the quay."
    assert find(told, said, deeds=("burn",), tense="future") == "2 claims League UU"
    assert find(told, said, deeds=("burn",), tense="past") == ""
