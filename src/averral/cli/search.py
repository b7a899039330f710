"""`averral search`: find words, and the claim to open."""

from __future__ import annotations

from pathlib import Path

import click

from averral.cli.options import case_argument, json_option

__all__ = ["search"]


@click.command()
@case_argument
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", "-n", type=click.IntRange(min=1), default=20, show_default=True, help="Places at most.")
@json_option
def search(case: Path, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find words, and the claims that they stand in.

    The best places come first. All words must be there; put a phrase in double quotes inside single ones:
    '"market square"'. Each place is shown with its permalink, which `averral show` opens, and with the chain of those
    who say it.
    """
    import msgspec

    from averral.casefile import Casefile

    with Casefile.open(case) as casefile:
        hits = casefile.search(" ".join(words), limit)
    if as_json:
        for hit in hits:
            click.echo(msgspec.json.encode(hit))
        return

    from averral.cli.screen import make_printable

    for hit in hits:
        opened = (hit.claim_start, hit.claim_end) if hit.claim else (hit.start, hit.end)
        place = "" if opened[0] is None else f"#char={opened[0]},{opened[1]}"
        says = f"  {hit.claim}: {' → '.join(hit.chain)}" if hit.claim else "  in no claim"
        click.echo(make_printable(f"{hit.uri}{place}{says}"))
        shown = " ".join(f"{hit.before}«{hit.match}»{hit.after}".split()) if hit.match else f"title: {hit.title}"
        click.echo(make_printable(f"    {shown}"))
    if not hits:
        click.echo("nothing found", err=True)
