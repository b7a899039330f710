import numpy as np
import pytest

from averral.encoder.judge import Judge


def test_scores_of_words_actors_and_flags_are_summed():
    judge = Judge(
        cue=np.zeros((2, 3), np.float32),
        content=np.zeros((2, 3), np.float32),
        actor=np.zeros((2, 3), np.float32),
        flags=np.array([[0, 0], [1, 2]], np.float32),
        bias=np.array([0, -1], np.float32),
    )
    said, actor = np.array([0, 0.5], np.float32), np.array([0, 0.25], np.float32)
    none, some = judge.chances(said, actor, np.array([1, 0.5], np.float32))
    assert none + some == pytest.approx(1)
    assert some / none == pytest.approx(np.exp(0.5 + 0.25 + 1 + 1 - 1), rel=1e-5)
