import numpy as np

from averral.encoder.classifier import Classifier

PLACES = np.array([(0, 1), (1, 2), (3, 4)])


def classifier(left: float, right: float, between: float) -> Classifier:
    """Three classes of vectors of width 2: the second looks at the left side, the third at the right and between."""
    zeros = np.zeros((2, 4), np.float32)
    looks_left, looks_right = zeros.copy(), zeros.copy()
    looks_left[0, 0], looks_right[1, 0] = left, right
    return Classifier(
        left=looks_left,
        left_bias=np.zeros(2, np.float32),
        right=looks_right,
        between=np.array([[0, 0], [between, 0]], np.float32),
        distance=np.zeros((18, 2), np.float32),
        score=np.array([[0, 0], [1, 0], [0, 1]], np.float32),
        score_bias=np.zeros(3, np.float32),
    )


def test_pairs_are_classified_each_by_itself():
    hidden = np.array([[3, 0], [0, 0], [9, 0], [5, 0]], np.float32)
    pairs = np.array([(0, 1), (1, 2), (0, 2)])
    chances = classifier(1, 1, 0).classify(hidden, PLACES, pairs)
    assert chances.shape == (3, 3)
    assert np.allclose(chances.sum(-1), 1)
    assert chances.argmax(-1).tolist() == [1, 2, 2]
    assert np.allclose(chances[:1], classifier(1, 1, 0).classify(hidden, PLACES, pairs[:1]))


def test_what_stands_between_counts_both_ways_round_and_nothing_else_does():
    hidden = np.array([[0, 0], [4, 0], [8, 0], [0, 0]], np.float32)
    pairs = np.array([(0, 2), (2, 0), (0, 1)])
    chances = classifier(0, 0, 1).classify(hidden, PLACES, pairs)
    odds = chances[:, 2] / chances[:, 0]
    assert np.allclose(odds, [np.exp(6), np.exp(6), 1], rtol=1e-4)


def test_distance_and_side_are_looked_up():
    network = classifier(0, 0, 0)._replace(distance=np.eye(18, 2, dtype=np.float32) * 3)
    chances = network.classify(np.zeros((4, 2), np.float32), PLACES, np.array([(1, 0), (0, 1)]))
    assert chances.argmax(-1).tolist() == [1, 0]
