"""`averral report`: a casefile as one page that needs nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from averral.cli.options import case_argument

__all__ = ["report"]


@click.command()
@case_argument
@click.option("--output", "-o", required=True, metavar="FILE", help="The page, one HTML file; - is standard output.")
def report(case: Path, output: str) -> None:
    """Write a casefile as one HTML page.

    It shows sources, documents, problems, and every text with its marks. It needs no network and no JavaScript, and can
    be printed.
    """
    from averral.casefile import Casefile
    from averral.report import write_report

    with Casefile.open(case) as casefile:
        if output == "-":
            write_report(casefile, sys.stdout.buffer)
        else:
            write_report(casefile, Path(output))
            click.echo(f"wrote {output}", err=True)
