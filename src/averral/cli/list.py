"""`averral list`: the documents of a casefile."""

from __future__ import annotations

from pathlib import Path

import click

from averral.cli.options import case_argument, json_option

__all__ = ["list_documents"]


@click.command("list")
@case_argument
@json_option
def list_documents(case: Path, as_json: bool) -> None:
    """List the documents of a casefile."""
    import msgspec

    from averral.casefile import Casefile

    with Casefile.open(case) as casefile:
        rows = tuple(casefile.iter_documents())
    if as_json:
        for row in rows:
            click.echo(msgspec.json.encode(row))
        return

    from rich.table import Table

    from averral.cli.screen import make_console, shorten, shorten_place

    table = Table("id", "document", "published", "language", box=None, pad_edge=False)
    for count in ("words", "attributions", "claims", "problems"):
        table.add_column(count, justify="right", no_wrap=True)
    table.columns[0].no_wrap = True
    for row in rows:
        digest = row.id.removeprefix("sha256:")[:12]
        name = f"{shorten(row.title, 60)}\n{shorten_place(row.uri, 60)}" if row.title else shorten_place(row.uri, 60)
        counts = (row.words, row.attributions, row.claims, row.problems)
        table.add_row(digest, name, row.published or "", row.language or "", *(f"{count:,}" for count in counts))
    make_console().print(table)
