"""A user's own table of actors: CSV or YAML, checked row by row, laid over the actors that ship with us."""

from __future__ import annotations

import csv
import io
import math
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Final, NamedTuple

import yaml

from averral.errors import InputError
from averral.gazetteer.actor import COLUMNS, KINDS, Actor, key_of, make_actor
from averral.gazetteer.names import fold_name

__all__ = ["lay_over"]

LONGEST_NAME: Final = 200


class _Row(NamedTuple):
    """An entry of a user's table as text; `line` is where it begins."""

    line: int
    cells: Mapping[str, str]


class _Entry(NamedTuple):
    """A checked entry; its actor has an empty id where the user gave none."""

    line: int
    actor: Actor


def _wrong(path: Path, line: int, reason: str) -> InputError:
    return InputError(f"{path}, line {line}: {reason}")


def _read_rows(path: Path) -> list[_Row]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _wrong(path, line, f"the byte {content[error.start]:#04x} is not UTF-8") from error
    read = _read_yaml if path.suffix.lower() in {".yaml", ".yml"} else _read_csv
    return read(path, text)


def _read_csv(path: Path, text: str) -> list[_Row]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[_Row] = []
    header: list[str] | None = None
    line = 1
    try:
        for cells in reader:
            if header is None:
                header = [cell.strip() for cell in cells]
                _check_columns(path, line, header)
            elif any(cell.strip() for cell in cells):
                rows.append(_Row(line, _name_cells(path, line, header, cells)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise _wrong(path, line, str(error)) from error
    if header is None:
        raise _wrong(path, 1, "there is no row of column names")
    return rows


def _name_cells(path: Path, line: int, header: list[str], cells: list[str]) -> dict[str, str]:
    if any(cell.strip() for cell in cells[len(header) :]):
        raise _wrong(path, line, f"{len(cells)} cells under {len(header)} columns")
    return {column: cell.strip() for column, cell in zip(header, cells, strict=False)}


def _check_columns(path: Path, line: int, columns: Iterable[str]) -> None:
    seen = list(columns)
    for column in seen:
        if column not in COLUMNS:
            raise _wrong(path, line, f"unknown column {column!r}; known are {', '.join(COLUMNS)}")
        if seen.count(column) > 1:
            raise _wrong(path, line, f"the column {column!r} stands twice")
    if "name" not in seen:
        raise _wrong(path, line, "there is no column 'name'")


def _read_yaml(path: Path, text: str) -> list[_Row]:
    """A list of entries; every scalar is text, so that the country NO is no "no"."""
    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise _wrong(path, mark.line + 1 if mark else 1, f"not YAML: {getattr(error, 'problem', error)}") from error
    if not isinstance(root, yaml.SequenceNode):
        raise _wrong(path, 1, 'a table of actors is a list of entries that begin with "- name:"')
    return [_read_node(path, node) for node in root.value]


def _read_node(path: Path, node: yaml.Node) -> _Row:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        raise _wrong(path, line, "an entry is no set of columns")
    _check_columns(path, line, [str(key.value) for key, _ in node.value])
    return _Row(line, {key.value: _read_value(path, key.value, value) for key, value in node.value})


def _read_value(path: Path, column: str, node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value).strip()
    if column == "aliases" and isinstance(node, yaml.SequenceNode):
        texts = [str(item.value) for item in node.value if isinstance(item, yaml.ScalarNode)]
        if len(texts) == len(node.value):
            return "|".join(texts)
    raise _wrong(path, node.start_mark.line + 1, f"{column} is no text")


_YEAR = re.compile(r"[0-9]{4}")
_CODE = re.compile(r"[A-Z]{2}")
_NUMBER = re.compile(r"(?i)(?=.*\d)[\d\W_]+(?:e[\d\W_]+)?")
"""12, 1,000, -3.5, 1e6: digits and signs, and at most the e of an exponent between them."""


def _read_entry(path: Path, row: _Row) -> _Entry:
    cells = {column: row.cells.get(column, "") for column in COLUMNS}
    aliases = tuple(filter(None, (alias.strip() for alias in cells["aliases"].split("|"))))
    reason = next(filter(None, (_find_fault(name) for name in (cells["name"], *aliases))), None) or _find_misfit(cells)
    if reason:
        raise _wrong(path, row.line, reason)
    return _Entry(row.line, make_actor({**cells, "aliases": "|".join(aliases)}.values()))


def _find_fault(name: str) -> str | None:
    if not name:
        return "the name is empty"
    if len(name) > LONGEST_NAME:
        return f"a name has {len(name)} characters, more than {LONGEST_NAME}: {name[:40]!r}…"
    if any(unicodedata.category(char) == "Cc" for char in name):
        return f"a name has a control character: {name!r}"
    if _NUMBER.fullmatch(name):
        return f"a name is a number: {name!r}"
    return None if key_of(name) else f"a name has no letter: {name!r}"


def _find_misfit(cells: Mapping[str, str]) -> str | None:
    if cells["kind"] and cells["kind"] not in KINDS:
        return f"unknown kind {cells['kind']!r}; known are {', '.join(KINDS)}"
    if cells["country"] and not _CODE.fullmatch(cells["country"]):
        return f"the country {cells['country']!r} is no code of two capital letters (ISO 3166-1)"
    years = [cells[column] for column in ("from", "to") if cells[column]]
    for year in years:
        if not _YEAR.fullmatch(year):
            return f"{year!r} is no year of four digits"
    return f"it ends in {years[1]}, before {years[0]}" if years != sorted(years) else None


def lay_over(below: Iterable[Actor], path: Path) -> tuple[Actor, ...]:
    """Actors with those of a CSV or YAML table in place of those of the same id or name.

    Raises:
        InputError: the file cannot be read, or an entry is wrong; the message names the line and the reason.
    """
    below = tuple(below)
    entries = [_read_entry(path, row) for row in _read_rows(path)]
    names = {key_of(actor.name): actor.id for actor in below}
    entries = [_with_id(entry, names) for entry in entries]
    _check_unique(path, entries)
    replaced = {names[key]: entry.actor.id for entry in entries if (key := key_of(entry.actor.name)) in names}
    kept = (_adopt(actor, replaced) for actor in below if actor.id not in replaced)
    merged = {actor.id: actor for actor in (*kept, *(_adopt(entry.actor, replaced) for entry in entries))}
    lines = {entry.actor.id: entry.line for entry in entries}
    _check_parents(path, merged, lines)
    _check_cycle(path, lines, {a.id: {a.parent} for a in merged.values() if a.parent}, "each is part of the next")
    _check_cycle(path, lines, _link_aliases(merged.values()), "each has the next one's name as alias")
    return tuple(merged.values())


def _with_id(entry: _Entry, names: Mapping[str, str]) -> _Entry:
    actor = entry.actor
    if actor.id:
        return entry
    found = names.get(key_of(actor.name)) or fold_name(actor.name).replace(" ", "-")
    return entry._replace(actor=actor._replace(id=found))


def _adopt(actor: Actor, replaced: Mapping[str, str]) -> Actor:
    """What was part of a replaced actor is part of the one in its place."""
    return actor._replace(parent=replaced.get(actor.parent, actor.parent)) if actor.parent else actor


def _check_unique(path: Path, entries: Iterable[_Entry]) -> None:
    lines: dict[str, int] = {}
    for line, actor in entries:
        for what, value in (
            (f"the id {actor.id!r}", actor.id),
            (f"the name {actor.name!r}", f"\0{key_of(actor.name)}"),
        ):
            if value in lines:
                raise _wrong(path, line, f"{what} stands in line {lines[value]} already")
            lines[value] = line


def _check_parents(path: Path, merged: Mapping[str, Actor], lines: Mapping[str, int]) -> None:
    for actor in merged.values():
        if actor.parent and actor.parent not in merged and actor.id in lines:
            raise _wrong(path, lines[actor.id], f"its parent: no actor has the id {actor.parent!r}")


def _link_aliases(actors: Collection[Actor]) -> dict[str, set[str]]:
    names = {key_of(actor.name): actor.id for actor in actors}
    links = {actor.id: {names[key] for alias in actor.aliases if (key := key_of(alias)) in names} for actor in actors}
    return {actor_id: found - {actor_id} for actor_id, found in links.items() if found - {actor_id}}


def _check_cycle(path: Path, lines: Mapping[str, int], graph: Mapping[str, set[str]], meaning: str) -> None:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = error.args[1][:0:-1]  # graphlib begins and ends with the same node, and goes from parent to child
        start = circle.index(min(circle, key=lambda actor_id: lines.get(actor_id, math.inf)))
        circle = [*circle[start:], *circle[: start + 1]]
        raise _wrong(path, lines.get(circle[0], 1), f"a circle, {meaning}: {' → '.join(circle)}") from error
