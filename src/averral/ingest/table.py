"""Tables of articles: JSON Lines, JSON arrays, CSV and TSV; each row is one document."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from averral.errors import InputError
from averral.ingest.charset import decode_bytes, replace_surrogates
from averral.ingest.dates import parse_date
from averral.ingest.names import split_names
from averral.ingest.parsed import Metadata, Parsed, ingest_problem
from averral.ingest.source import DEFAULT_COLUMNS, MAX_BYTES, Columns, Source, TableRow

__all__ = ["TABLE_SUFFIXES", "iter_rows", "iter_rows_of_stream", "read_row"]

TABLE_SUFFIXES = frozenset({".jsonl", ".ndjson", ".json", ".csv", ".tsv"})
_SAMPLE = 65_536
_MARKUP = re.compile(
    r"</?(?:p|div|br|a|span|h[1-6]|article|html|body|strong|em|ul|ol|li|blockquote|figure|img|table)\b[^<>]*>",
    re.IGNORECASE,
)
_MIN_TAGS = 2
_WHOLE_PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)


class _Row(msgspec.Struct, frozen=True):
    """One row as it was found: its cells, or why there are none."""

    number: int
    cells: Mapping[str, Any]
    data: bytes
    kind: str = ""
    message: str = ""


def iter_rows(path: Path, uri: str, columns: Columns, *, named: bool) -> Iterator[Source]:
    """The rows of a file as sources; `named` when a person asked for this very file.

    Raises:
        InputError: a file that was named lacks a column that was asked for.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        yield Source(
            uri=uri, path=str(path), problem=ingest_problem("unreadable", f"cannot be opened: {error.strerror}")
        )
        return
    with file:
        yield from _iter_sources(_read_rows(file, path.suffix.lower()), uri, columns, named=named)


def iter_rows_of_stream(stream: BinaryIO, uri: str, columns: Columns) -> Iterator[Source]:
    """The rows of JSON Lines that come in on a stream, such as standard input.

    Raises:
        InputError: they lack a column that was asked for.
    """
    yield from _iter_sources(_read_json_lines(stream), uri, columns, named=True)


def read_row(row: TableRow) -> Parsed:
    """The document that one row holds; its text may be markup or plain."""
    decoded = replace_surrogates(row.text)
    parsed = _read_cell(decoded.text)
    metadata = Metadata(
        title=_clean(row.title),
        byline=split_names(row.author or ""),
        published=parse_date(row.date) if row.date else None,
    )
    problems = (() if decoded.problem is None else (decoded.problem,)) + parsed.problems
    if row.date and metadata.published is None:
        problems += (ingest_problem("date", f"the date '{row.date[:40]}' cannot be read for certain; it was left out"),)
    return msgspec.structs.replace(parsed, metadata=metadata.or_else(parsed.metadata), problems=problems)


def _read_cell(text: str) -> Parsed:
    if len(_MARKUP.findall(text)) >= _MIN_TAGS:
        from averral.ingest.html import read_html_string  # noqa: PLC0415 - slow to import

        return read_html_string(text, whole=_WHOLE_PAGE.search(text) is not None)
    from averral.ingest.text import read_text_string  # noqa: PLC0415

    return read_text_string(text)


def _iter_sources(rows: Iterable[_Row], uri: str, columns: Columns, *, named: bool) -> Iterator[Source]:
    checked = False
    for row in rows:
        if row.kind:
            yield Source(uri=f"{uri}#{row.number}", problem=ingest_problem(row.kind, row.message))
            continue
        if not checked:
            missing = _find_missing(row.cells, columns)
            if missing and named:
                raise InputError(_describe_missing(uri, missing, row.cells))
            checked = True
        yield _make_source(row, uri, columns)


def _find_missing(cells: Mapping[str, Any], columns: Columns) -> list[str]:
    """The columns that the table must have and has not: the text, and whatever was named on purpose."""
    wanted = [columns.text]
    for name in ("title", "date", "author", "url", "id"):
        column = getattr(columns, name)
        if column is not None and column != getattr(DEFAULT_COLUMNS, name):
            wanted.append(column)
    return [column for column in wanted if _find_key(cells, column) is None]


def _describe_missing(uri: str, missing: list[str], cells: Mapping[str, Any]) -> str:
    names = ", ".join(f"'{name}'" for name in missing)
    there = ", ".join(f"'{name}'" for name in list(cells)[:40])
    return f"{uri} has no column {names}; it has {there or 'none'}"


def _find_key(cells: Mapping[str, Any], column: str) -> str | None:
    """The column of that name, in any case of letters."""
    if column in cells:
        return column
    return next((key for key in cells if key.strip().lower() == column.lower()), None)


def _make_source(row: _Row, uri: str, columns: Columns) -> Source:
    cells = row.cells
    here = f"{uri}#{row.number}"
    if _find_key(cells, columns.text) is None:
        message = _describe_missing(f"row {row.number}", [columns.text], cells)
        return Source(uri=here, problem=ingest_problem("columns", message))
    url = _get_cell(cells, columns.url)
    key = _get_cell(cells, columns.id) if columns.id else None
    record = TableRow(
        number=row.number,
        text=_get_cell(cells, columns.text) or "",
        title=_get_cell(cells, columns.title),
        date=_get_cell(cells, columns.date),
        author=_get_cell(cells, columns.author),
        url=url,
    )
    name = f"{uri}#{key}" if key else url or here
    return Source(uri=replace_surrogates(name).text, data=row.data, media_type="text/plain", record=record)


def _get_cell(cells: Mapping[str, Any], column: str) -> str | None:
    """A cell as text; a list of texts (several authors) is joined."""
    key = _find_key(cells, column)
    value = cells[key] if key is not None else None
    if isinstance(value, list | tuple):
        value = "; ".join(str(part) for part in value if part is not None)
    if value is None or isinstance(value, Mapping):
        return None
    return str(value) or None


def _clean(cell: str | None) -> str | None:
    return (" ".join(replace_surrogates(cell).text.split()) or None) if cell else None


def _read_rows(file: BinaryIO, suffix: str) -> Iterator[_Row]:
    if suffix in (".csv", ".tsv"):
        yield from _read_csv(file, suffix)
    elif suffix == ".json":
        yield from _read_json(file)
    else:
        yield from _read_json_lines(file)


def _read_json_lines(file: BinaryIO) -> Iterator[_Row]:
    number = 0
    while line := file.readline(MAX_BYTES + 1):
        number += 1
        if len(line) > MAX_BYTES:
            while line and not line.endswith(b"\n"):
                line = file.readline(MAX_BYTES)
            yield _Row(number, {}, b"", "too_large", f"line {number} is longer than {MAX_BYTES:,} bytes")
        elif line.strip():
            yield _read_object(line.strip().removeprefix(b"\xef\xbb\xbf"), number)


def _read_object(line: bytes, number: int) -> _Row:
    try:
        value = _decode_json(line)
    except (ValueError, RecursionError) as error:
        return _Row(number, {}, line, "malformed_row", f"line {number} is not valid JSON: {error}")
    if not isinstance(value, dict):
        return _Row(number, {}, line, "malformed_row", f"line {number} is not a JSON object")
    return _Row(number, value, line)


def _decode_json(data: bytes) -> Any:
    """Decode strictly and fast; what only the strict decoder refuses (lone surrogates, another charset) is let in."""
    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return json.loads(decode_bytes(data).text)


def _read_json(file: BinaryIO) -> Iterator[_Row]:
    """A JSON file: an array of rows, one row, or JSON Lines under another name."""
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield _Row(1, {}, b"", "too_large", f"a JSON file may have {MAX_BYTES:,} bytes; use JSON Lines for more")
        return
    try:
        value = _decode_json(data)
    except (ValueError, RecursionError):
        yield from _read_json_lines(io.BytesIO(data))
        return
    for number, row in enumerate(value if isinstance(value, list) else [value], 1):
        if isinstance(row, dict):
            yield _Row(number, row, json.dumps(row, ensure_ascii=True).encode())
        else:
            yield _Row(number, {}, b"", "malformed_row", f"row {number} is not a JSON object")


def _read_csv(file: BinaryIO, suffix: str) -> Iterator[_Row]:
    csv.field_size_limit(max(csv.field_size_limit(), MAX_BYTES))
    sample = file.read(_SAMPLE)
    file.seek(0)
    charset = decode_bytes(sample[: sample.rfind(b"\n") + 1] or sample).charset
    text = io.TextIOWrapper(file, encoding="utf-8-sig" if charset == "utf-8" else charset, errors="replace", newline="")
    with text:
        yield from _iter_csv(csv.reader(text, delimiter=_find_delimiter(sample, suffix)))


def _iter_csv(reader: Any) -> Iterator[_Row]:
    """The rows of a csv.reader, whose type has no name."""
    number = 0
    header: list[str] | None = None
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield _Row(
                number + 1,
                {},
                b"",
                "malformed_row",
                f"line {reader.line_num}: {error}; the rest of the table was not read",
            )
            return
        if header is None:
            header = [cell.strip().removeprefix("\ufeff") for cell in cells]
        elif any(cell.strip() for cell in cells):
            number += 1
            row = dict(zip(header, cells, strict=False))
            yield _Row(number, row, msgspec.json.encode(row))


def _find_delimiter(sample: bytes, suffix: str) -> str:
    """A tab in a .tsv; otherwise the commonest of comma, semicolon and tab in the header."""
    if suffix == ".tsv":
        return "\t"
    header = sample.split(b"\n", 1)[0]
    return max((",", ";", "\t"), key=lambda delimiter: header.count(delimiter.encode()))
