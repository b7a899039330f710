import pytest

from averral.extract.place_pairs import split_places


@pytest.mark.parametrize(
    ("name", "second"),
    [
        ("Mosul Iraq", "Iraq"),
        ("Baghdad Iraq", "Iraq"),
        ("Philadelphia PA", "PA"),
        ("San Rafael Ca", "Ca"),
        ("New York New York", "New York"),
        ("Aleppo Syria", "Syria"),
        ("Kansas City", None),
        ("South Africa", None),
        ("Northern Ireland", None),
        ("Lake Victoria", None),
        ("Gaza Strip", None),
        ("East Timor", None),
        ("Bay of Bengal", None),
        ("Eastern Aleppo", None),
        ("Baghdad, Iraq", None),
        ("Iraq", None),
        ("", None),
        ("   ", None),
    ],
)
def test_places_side_by_side(name: str, second: str | None):
    start = split_places(name)
    assert (None if start is None else name[start:]) == second
