import itertools

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from averral.encoder.tagger import Tagger, decode_spans

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue")


def logs(*rows: list[float]) -> np.ndarray:
    table = np.array(rows, np.float32)
    return np.log(table / table.sum(-1, keepdims=True))


def test_spans_and_their_scores():
    spans = decode_spans(logs([8, 0.5, 0.5, 0.5, 0.5], [0.5, 8, 0.5, 0.5, 0.5], [0.5, 0.5, 8, 0.5, 0.5]), LABELS)
    assert [(s.start, s.end, s.label) for s in spans] == [(1, 3, "source")]
    assert abs(spans[0].score - 0.8) < 1e-6


def test_a_begin_right_after_a_span_opens_another():
    spans = decode_spans(logs([0.1, 9, 0.1, 0.1, 0.1], [0.1, 9, 0.1, 0.1, 0.1]), LABELS)
    assert [(s.start, s.end) for s in spans] == [(0, 1), (1, 2)]


def test_an_inside_without_a_beginning_is_mended():
    rows = logs([5, 1, 0.1, 0.1, 0.1], [1, 1.5, 8, 0.1, 0.1], [0.1, 0.1, 8, 0.1, 0.1])
    spans = decode_spans(rows, LABELS)
    assert [(s.start, s.end, s.label) for s in spans] in ([(0, 3, "source")], [(1, 3, "source")])


def well_formed(path: tuple[int, ...]) -> bool:
    return all(not (b and b % 2 == 0) or a in (b, b - 1) for a, b in itertools.pairwise((0, *path)))


TWO_BROKEN_RUNS = [[1, 1, 1, 0.5, 1], [0.5, 0.5, 0.5, 0.5, 1], [1, 0.5, 1, 0.5, 1], [0.5, 0.5, 1, 0.5, 1]]


@example(TWO_BROKEN_RUNS)
@given(st.lists(st.lists(st.floats(0.01, 1.0), min_size=5, max_size=5), min_size=1, max_size=4))
def test_the_path_is_the_likeliest_well_formed_one(rows: list[list[float]]):
    table = logs(*rows)
    paths = filter(well_formed, itertools.product(range(5), repeat=len(rows)))
    best = max(sum(table[i, label] for i, label in enumerate(path)) for path in paths)
    spans = decode_spans(table, LABELS)
    path = [0] * len(rows)
    for span in spans:
        label = 1 + 2 * ("source", "cue").index(span.label)
        path[span.start : span.end] = [label] + [label + 1] * (span.end - span.start - 1)
    assert abs(sum(table[i, label] for i, label in enumerate(path)) - best) < 1e-4


def test_groups_of_labels_are_taggings_of_their_own():
    tagger = Tagger(np.eye(4, dtype=np.float32), np.zeros(4, np.float32), ("O", "B-x"))
    rows = tagger.log_probabilities(np.array([[9, 0, 0, 9]], np.float32), groups=2)
    assert rows.shape == (1, 2, 2)
    assert rows[0].argmax(-1).tolist() == [0, 1]
    assert np.allclose(np.exp(rows).sum(-1), 1)
