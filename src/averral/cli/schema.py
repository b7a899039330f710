"""`averral schema`: the contracts as JSON Schema."""

from __future__ import annotations

import json

import click

__all__ = ["schema"]


@click.command()
@click.argument("contract", type=click.Choice(["reading"]))
def schema(contract: str) -> None:
    """Print the JSON Schema of a contract.

    `reading` is one line of `averral extract`. The schema is of draft 2020-12.
    """
    from averral.records import reading_schema

    assert contract == "reading"
    click.echo(json.dumps(reading_schema(), indent=2, ensure_ascii=False))
