from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from averral.gazetteer.index import NONE, ROW, Index, NameKind, build_index, hash_name, read_index, write_index


def make_index(keys: dict[tuple[str, int], int]) -> Index:
    rows = np.zeros(3, ROW)
    rows["name"], rows["size"], rows["country"] = (0, 6, 11), (6, 5, 7), (0, 0, NONE)
    return build_index(rows, "LirriaVerraTolmère".encode()[:18], ["LI"], keys)


def test_each_place_of_a_key_is_found_with_how_it_bears_the_name():
    index = make_index({("verra", 1): NameKind.MAIN, ("verra", 2): NameKind.ALTERNATE, ("lirria", 0): NameKind.ALIAS})
    rows, kinds = index.find("verra")
    assert sorted(zip(rows.tolist(), kinds.tolist(), strict=True)) == [(1, NameKind.MAIN), (2, NameKind.ALTERNATE)]
    assert index.find("tolmere")[0].tolist() == []


def test_names_and_codes():
    index = make_index({})
    assert [index.name(row) for row in range(3)] == ["Lirria", "Verra", "Tolmère"[:6]]
    assert index.code(0) == "LI"
    assert index.code(NONE) is None


def test_what_was_written_is_read_and_the_bytes_are_the_same_again(tmp_path: Path):
    keys = {("verra", 1): 0, ("lirria", 0): 1}
    for name, order in (("a", keys), ("b", dict(reversed(keys.items())))):
        (tmp_path / name).mkdir()
        write_index(make_index(order), tmp_path / name)
    files = sorted(file.name for file in (tmp_path / "a").iterdir())
    assert files == sorted(f"places.{field}.npy" for field in Index._fields)
    assert all((tmp_path / "a" / f).read_bytes() == (tmp_path / "b" / f).read_bytes() for f in files)
    assert read_index(tmp_path / "a").find("lirria")[0].tolist() == [0]


@given(st.text(max_size=30))
def test_a_hash_fits_its_fields(key: str):
    bucket, rest = hash_name(key)
    assert 0 <= bucket < 2**16
    assert 0 <= rest < 2**32


@given(st.dictionaries(st.tuples(st.text(max_size=8), st.integers(0, 2)), st.integers(0, 4), max_size=20))
def test_every_key_is_found_again(keys: dict[tuple[str, int], int]):
    index = make_index(keys)
    for (key, row), kind in keys.items():
        rows, kinds = index.find(key)
        assert (row, kind) in zip(rows.tolist(), kinds.tolist(), strict=True)
