"""Words for the people of a country: "Iraqi", "Syrians". They say which country a text is about, and are no places."""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache

from averral.gazetteer.names import fold_name
from averral.gazetteer.places import DATA

__all__ = ["find_demonym"]


def find_demonym(word: str) -> tuple[str, ...]:
    """The ISO 3166-1 codes of the countries that a demonym may mean; "Congolese" may mean two, "Lirrenian" none."""
    return _demonyms().get(fold_name(word), ())


@cache
def _demonyms() -> dict[str, tuple[str, ...]]:
    codes: dict[str, list[str]] = defaultdict(list)
    with (DATA / "countries.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for form in filter(None, row["demonyms"].split("|")):
                codes[fold_name(form)].append(row["code"])
    return {form: tuple(dict.fromkeys(found)) for form, found in codes.items()}
