"""What the reference pages are made of: cog calls these and puts their lines into docs/reference/*.md."""

from __future__ import annotations

from typing import Any

import click
import msgspec
from reading_fields import MEANINGS, PLACES

from averral.cli import COMMANDS, main
from averral.records import reading_schema
from averral.settings import ENVIRONMENT_PREFIX, Settings
from averral.store import tables

WIDTH = 100


def describe_commands() -> str:
    """The help of the program and of every command, as it is printed."""
    parts = [_describe(main, "averral")]
    parts += [f"## averral {command.name}\n\n{_describe(command, f'averral {command.name}')}" for command in COMMANDS]
    return "\n".join(parts)


def _describe(command: click.Command, name: str) -> str:
    with click.Context(command, info_name=name, max_content_width=WIDTH, terminal_width=WIDTH) as context:
        return f"```\n{command.get_help(context)}\n```\n"


def describe_settings() -> str:
    """A table of all settings."""
    lines = ["| in averral.toml | variable | default | what it is |", "|---|---|---|---|"]
    for field in msgspec.structs.fields(Settings):
        kind = msgspec.inspect.type_info(field.type)
        assert isinstance(kind, msgspec.inspect.Metadata), f"{field.name} has no description"
        assert kind.extra_json_schema
        what = kind.extra_json_schema["description"]
        default = "" if field.default is None else f"`{field.default}`"
        lines.append(f"| `{field.name}` | `{ENVIRONMENT_PREFIX}{field.name.upper()}` | {default} | {what} |")
    return "\n".join(lines)


def describe_tables() -> str:
    """Every table of a casefile, with its columns."""
    parts = []
    for table in tables.metadata.tables.values():
        lines = [
            f"### {table.name}",
            "",
            str(table.comment),
            "",
            "| column | type | |",
            "|---|---|---|",
        ]
        for column in table.columns:
            refers = "".join(f"→ {key.target_fullname} " for key in column.foreign_keys)
            kind = str(column.type).lower() + ("" if not column.nullable else ", may be null")
            lines.append(f"| `{column.name}` | {kind} | {refers}{column.comment or ''} |")
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def describe_reading() -> str:
    """Every record of the reading, with the type and meaning of each field."""
    records = reading_schema()["$defs"]
    assert list(MEANINGS) == list(PLACES) == list(records), "docs/reading_fields.py has other records than the schema"
    return "\n".join(_describe_record(name, record["properties"]) for name, record in records.items())


def _describe_record(name: str, fields: dict[str, Any]) -> str:
    assert list(MEANINGS[name]) == list(fields), f"docs/reading_fields.py has other fields of {name} than the schema"
    lines = [f"### {name}", "", f"Stands at: {PLACES[name]}."]
    lines += ["", "| field | type | null | meaning |", "|---|---|---|---|"]
    for field, schema in fields.items():
        choices = schema.get("anyOf", [schema])
        null = "may be" if {"type": "null"} in choices else "never"
        kind = _name_type(next(choice for choice in choices if choice != {"type": "null"}))
        lines.append(f"| `{field}` | {kind} | {null} | {MEANINGS[name][field]}{_list_values(choices)} |")
    return "\n".join(lines) + "\n"


def _name_type(schema: dict[str, Any]) -> str:
    """A schema in a word or two, with a link where it is another record."""
    if "$ref" in schema:
        record = schema["$ref"].rsplit("/", 1)[-1]
        return f"[{record}](#{record.lower()})"
    if "prefixItems" in schema:
        return f"[{', '.join(map(_name_type, schema['prefixItems']))}]"
    if schema.get("type") == "array":
        return f"array of {_name_type(schema['items'])}"
    return "string" if "enum" in schema else str(schema["type"])


def _list_values(choices: list[dict[str, Any]]) -> str:
    values = [value for choice in choices for value in choice.get("enum", ()) if value is not None]
    return " One of " + ", ".join(f"`{value}`" for value in values) + "." if values else ""
