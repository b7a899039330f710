"""What the reference pages are made of: cog calls these and puts their lines into docs/reference/*.md."""

from __future__ import annotations

import click
import msgspec

from averral.cli import COMMANDS, main
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
