from hypothesis import given
from hypothesis import strategies as st

from averral.encoder.windows import plan_windows


def test_short_text_is_one_window():
    assert plan_windows(10, 256, 64) == ((0, 10, 0, 10),)
    assert plan_windows(0, 256, 64) == ()


def test_windows_are_of_like_length_rather_than_ending_in_a_stub():
    lengths = [w.end - w.start for w in plan_windows(300, 256, 64)]
    assert max(lengths) - min(lengths) <= 1
    assert sum(lengths) <= 300 + 64 + 2


@given(st.integers(1, 3000), st.integers(16, 256), st.integers(0, 8))
def test_every_piece_is_kept_once_and_read_away_from_the_border(count: int, size: int, eighths: int):
    overlap = size * min(eighths, 4) // 8
    windows = plan_windows(count, size, overlap)
    assert [i for w in windows for i in range(w.keep_start, w.keep_end)] == list(range(count))
    for w in windows:
        assert w.start <= w.keep_start <= w.keep_end <= w.end <= count
        assert w.end - w.start <= size
        assert w.keep_start == 0 or w.keep_start - w.start >= overlap // 2 - 1
        assert w.keep_end == count or w.end - w.keep_end >= overlap // 2 - 1
