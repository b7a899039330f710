"""What a learned judge makes of actors and words that no pattern knows, with judges made by hand."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from averral.encoder.judge import Judge
from averral.extract.participants import Participants
from averral.extract.responsibility.doers import Doers
from averral.extract.responsibility.findings import Finding
from averral.extract.responsibility.judged import CLASSES, Hearing, judge_all
from averral.extract.responsibility.leanings import JUDGE, Leanings, lean
from averral.records import Attribution, EntitySpan, Span
from tests.extract.found_events import find_words, make_event, make_mentions

TEXT = (
    "A blast shook the quay. A shot hurt a clerk. The Ministry says that the League brought the blast to town. "
    "The League washes its hands of the affair."
)
NAMES = ("Ministry", "League", "League")
WIDTH = len(CLASSES)


def make_hearing(*found: Finding) -> Hearing:
    events = [
        make_event(TEXT, "blast", type="bombing", incident="bombing"),
        make_event(TEXT, "shot", type="shooting"),
        make_event(TEXT, "blast", number=1, type="bombing", incident="bombing"),
    ]
    mentions = make_mentions(TEXT, *((name, "ORG", True, name) for name in NAMES))
    sayings = [("Ministry", "says", "the League brought the blast to town"), ("The League", "washes", "the affair")]
    said = []
    for number, (source, cue, content) in enumerate(sayings, 1):
        place = find_words(TEXT, source)
        said.append(
            Attribution(
                id=f"a{number}", source=EntitySpan(place.start, place.end, NAMES[number - 1]),
                cue=find_words(TEXT, cue), content=(find_words(TEXT, content),), kind="indirect",
            )
        )  # fmt: skip
    return Hearing(found, {0: 0, 1: 1, 2: 0}, events, Doers(Participants(TEXT, mentions), said))


def make_judge(flags: int = 20) -> Judge:
    """A judge that goes by the scores of words and actors alone."""
    blank = np.zeros((WIDTH, 1), np.float32)
    return Judge(blank, blank, blank, np.zeros((WIDTH, flags), np.float32), np.zeros(WIDTH, np.float32))


def score(kind: str, points: float = 6.0) -> np.ndarray:
    return np.array([points if one == kind else 0.0 for one in CLASSES], np.float32)


def hear(first: str, second: str, *found: Finding, sources: str = "none") -> list[tuple[int, str, str, str]]:
    nothing = score("none", 0.0)
    leanings = Leanings([score(first), score(second)], [score(sources, 3.0)] * 2, [nothing] * len(NAMES))
    hearing = make_hearing(*found)
    flags = len(next(hearing.iter_candidates()).flags)
    judged = judge_all(leanings, make_judge(flags), hearing)
    return [(one.happening, one.actor.text if one.actor else "", one.stance, one.factuality) for one in judged.found]


def test_candidates_are_the_speaker_and_all_who_are_mentioned():
    found = [(one.said, one.actor.text, one.mention) for one in make_hearing().iter_candidates()]
    assert found == [(0, "Ministry", None), (0, "League", 1), (1, "League", None)]


@pytest.mark.parametrize(
    ("kind", "stance", "factuality"),
    [
        ("did", "blames", "CT+"),
        ("may have done", "suspects", "PS+"),
        ("did not", "denies", "CT-"),
        ("open", "blames", "UU"),
    ],
)
def test_what_words_make_of_an_actor_and_the_happening_that_they_tell(kind: str, stance: str, factuality: str):
    found = hear(kind, "none", sources="did not")
    assert (0, "League", stance, factuality) in found


def test_a_speaker_stands_for_itself_and_for_the_happening_of_which_most_is_told():
    assert hear("none", "did not") == [(0, "League", "denies", "CT-")]
    assert hear("none", "did") == [(0, "League", "claims", "CT+")]
    assert hear("none", "none") == []


def test_what_is_known_is_not_found_again_and_what_is_hardly_so_is_doubted():
    (known,) = [
        Finding(0, one.actor, "blames", one.said, "CT+", one.place)
        for one in make_hearing().iter_candidates()
        if one.mention is not None
    ]
    assert hear("did", "none", known, sources="none") == [(0, "Ministry", "claims", "CT+")]
    leanings = Leanings([score("none")] * 2, [score("none")] * 2, [score("none")] * len(NAMES))
    hearing = make_hearing(known)
    judged = judge_all(leanings, make_judge(len(next(hearing.iter_candidates()).flags)), hearing)
    assert judged.found == ()
    assert judged.doubted == {(0, "Ministry"), (0, "League"), (1, "League")}


def test_stretches_are_scored_by_the_means_of_their_pieces():
    hidden = np.array([[1, 0], [3, 0], [0, 2], [0, 4]], np.float32)

    def piece_spans(spans):
        return np.array([(span.start, span.end) for span in spans])

    section = SimpleNamespace(hidden=hidden, piece_spans=piece_spans)
    look = np.array([[1, 0], [0, 1]], np.float32)
    judge = Judge(look, 10 * look, 100 * look, np.zeros((2, 0), np.float32), np.zeros(2, np.float32))
    said = [
        SimpleNamespace(cue=Span(0, 2), content=(Span(2, 3), Span(3, 4)), source=Span(0, 1)),
        SimpleNamespace(cue=None, content=(Span(0, 4),), source=None),
    ]
    bundle = SimpleNamespace(judges={JUDGE: judge})
    found = lean(section, said, [SimpleNamespace(span=Span(1, 2))], bundle)
    assert [row.tolist() for row in found.said] == [[2, 30], [10, 15]]
    assert [row.tolist() for row in found.sources] == [[100, 0], [0, 0]]
    assert [row.tolist() for row in found.actors] == [[300, 0]]
    assert lean(section, said, [], SimpleNamespace(judges={})) == Leanings([], [], [])
