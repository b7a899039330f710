"""`averral bench`: how fast this machine reads."""

from __future__ import annotations

import click

from averral.cli.options import json_option

__all__ = ["bench"]


@click.command()
@click.argument("paths", metavar="[PATH...]", nargs=-1)
@json_option
def bench(paths: tuple[str, ...], as_json: bool) -> None:
    """Measure words a second on one core.

    Reading from end to end stands beside the encoder alone, in the same run. Without PATH, the demo dossier is read.
    """
    import msgspec

    from averral.cli.dossier import open_dossier
    from averral.ingest import iter_sources
    from averral.settings import load_settings
    from averral.speed import measure_speed

    with open_dossier() as folder:
        speed = measure_speed(iter_sources(paths or (str(folder),)), load_settings().find_bundle())
    if as_json:
        click.echo(msgspec.json.encode(speed))
        return
    for name, value in msgspec.structs.asdict(speed).items():
        number = f"{value:,.2f}" if isinstance(value, float) else f"{value:,}"
        click.echo(f"{name.replace('_', ' '):26}{number:>12}")
