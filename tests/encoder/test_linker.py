import numpy as np

from averral.encoder.linker import BUCKETS, Linker, distance_steps


def spans(*pairs: tuple[int, int]) -> np.ndarray:
    return np.array(pairs, np.int64)


def test_steps_tell_side_and_distance():
    left, right = spans(*[(10, 12)] * 4), spans((0, 3), (6, 9), (13, 14), (11, 12))
    far, near, behind, over = distance_steps(left, right).tolist()
    assert near < far < BUCKETS <= behind
    assert over == 0


def test_how_many_stand_between_counts_on_each_side_alone():
    features = np.zeros((1, 2 * BUCKETS + 4), np.float32)
    features[0, 2 * BUCKETS + 1] = 1.0
    linker = Linker(
        left=np.zeros((1, 2), np.float32),
        left_bias=np.zeros(1, np.float32),
        right=np.zeros((1, 2), np.float32),
        features=features,
        score=np.ones(1, np.float32),
        score_bias=np.zeros(1, np.float32),
    )
    chances = linker.choose(np.zeros((20, 1), np.float32), spans((10, 12)), spans((0, 3), (6, 9), (13, 14), (16, 17)))
    assert set(chances[0, :-1].argsort()[2:].tolist()) == {0, 3}


def test_probabilities_sum_to_one_and_follow_the_scores():
    width, inner = 2, 1
    features = np.zeros((inner, 2 * BUCKETS + 4), np.float32)
    right = np.zeros((inner, 2 * width), np.float32)
    right[0, 0] = 1.0
    linker = Linker(
        left=np.zeros((inner, 2 * width), np.float32),
        left_bias=np.zeros(inner, np.float32),
        right=right,
        features=features,
        score=np.ones(inner, np.float32),
        score_bias=np.zeros(1, np.float32),
    )
    hidden = np.array([[0, 0], [5, 0], [1, 0]], np.float32)
    chances = linker.choose(hidden, spans((0, 1)), spans((1, 2), (2, 3)))
    assert chances.shape == (1, 3)
    assert abs(chances.sum() - 1) < 1e-6
    assert chances[0, 0] > chances[0, 1] > chances[0, 2]


def test_looking_backward_what_begins_later_has_no_chance():
    zeros = np.zeros((1, 4), np.float32)
    linker = Linker(
        left=zeros,
        left_bias=np.zeros(1, np.float32),
        right=zeros,
        features=np.zeros((1, 2 * BUCKETS + 4), np.float32),
        score=np.ones(1, np.float32),
        score_bias=np.zeros(1, np.float32),
    )
    hidden = np.zeros((9, 2), np.float32)
    chances = linker.choose(hidden, spans((4, 5)), spans((0, 1), (4, 6), (7, 8)), backward=True)
    assert chances[0].tolist() == [0.5, 0.0, 0.0, 0.5]


def test_near_spans_are_chosen_together_as_each_by_itself():
    rng = np.random.default_rng(3)
    inner, width = 3, 4
    shapes = ((inner, 2 * width), (inner,), (inner, 2 * width), (inner, 2 * BUCKETS + 4), (inner,), (1,))
    linker = Linker(*(rng.normal(size=shape).astype(np.float32) for shape in shapes))
    hidden = rng.normal(size=(60, width)).astype(np.float32)
    left, right = spans((2, 4), (20, 21), (50, 55)), spans((0, 1), (6, 9), (18, 19), (25, 30))
    near = linker.choose_near(hidden, left, right, 12)
    assert [(each.first, max(0, len(each.chances) - 1)) for each in near] == [(0, 2), (1, 3), (4, 0)]
    for row, (first, chances) in zip(left, near, strict=True):
        if len(chances):
            alone = linker.choose(hidden, row[None], right[first : first + len(chances) - 1])[0]
            assert np.allclose(chances, alone)
