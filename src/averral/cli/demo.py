"""`averral demo`: the whole way, on reports that come with averral."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from averral.cli.options import jobs_option, load_command_settings

if TYPE_CHECKING:
    from averral.records import Attribution, Claim, Reading

__all__ = ["demo"]

_PER_DOCUMENT = 2
_SURE = 0.8


@click.command()
@click.option(
    "--output",
    "-o",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("build/demo"),
    show_default=True,
    metavar="FOLDER",
    help="Where port-amaran.db and port-amaran.html are written; older ones are replaced.",
)
@jobs_option
def demo(output: Path, jobs: int | None) -> None:
    """Read the reports that come with averral.

    Eighteen files on one invented attack: read, kept in a casefile, shown in short tables (what happened, who says
    what), and written as a page.
    """
    from averral.casefile import Casefile
    from averral.cli.analyse import tell_case
    from averral.cli.dossier import DOSSIER, open_dossier
    from averral.cli.incident import choose_rows, make_incident_table
    from averral.cli.screen import make_console, show_progress
    from averral.ingest import iter_sources
    from averral.reading_pool import iter_readings
    from averral.report import write_report
    from averral.views import make_overview

    settings = load_command_settings(jobs)
    case = _make_room(output, f"{DOSSIER}.db")
    page = output / f"{DOSSIER}.html"
    with Casefile.open(case, create=True) as casefile, open_dossier() as folder:
        sources = iter_sources([str(folder)])
        with show_progress("reading") as progress:
            for ingested, reading in iter_readings(sources, settings.count_jobs(), settings.find_bundle()):
                casefile.add(ingested, reading)
                progress(ingested.document.uri)
        rows = tuple(casefile.iter_documents())
        incidents = make_overview(casefile.iter_readings()).incidents
        if incidents:
            make_console().print(make_incident_table(choose_rows(incidents), len(incidents)))
            click.echo()
        make_console().print(_make_table(casefile.iter_readings()))
        write_report(casefile, page)
        case_lines = tuple(tell_case(casefile))
    click.echo()
    click.echo("What the reports come to together:")
    for line in case_lines:
        click.echo(f"  {line}")
    click.echo()
    claims, problems = sum(row.claims for row in rows), sum(row.problems for row in rows)
    click.echo(f"{len(rows)} documents, {claims} claims, {problems} problems; a few of them are shown above.")
    commands = "averral incidents, origins, contradictions, show"
    click.echo(f"All of it: {page} (open it in a browser) and {case} ({commands})")


def _make_room(folder: Path, name: str) -> Path:
    from averral.errors import StoreError

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for suffix in ("", "-wal", "-shm"):
            (folder / f"{name}{suffix}").unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(f"{folder}: {error.strerror}") from error
    return folder / name


def _make_table(readings: Iterable[Reading]) -> object:
    from rich.table import Table

    from averral.cli.screen import shorten

    table = Table(
        "who",
        "says",
        "what",
        "in",
        title="Who says what (of each document, the longest chains that are sure)",
        title_justify="left",
    )
    for reading in readings:
        text = reading.document.text
        name = Path(reading.document.uri).stem
        for attribution, claim in _choose(reading):
            cue = attribution.cue
            said = text[cue.start : cue.end] if cue else ""
            content = " … ".join(text[piece.start : piece.end] for piece in attribution.content)
            who = " → ".join(_name_chain(reading, claim, attribution))
            table.add_row(shorten(who, 60), shorten(said, 24), shorten(content, 110), shorten(name, 24))
    return table


def _choose(reading: Reading) -> Iterator[tuple[Attribution, Claim]]:
    """Of those that the reader is sure of, the longest chains; where it is sure of none, the surest."""
    attributions = {attribution.id: attribution for attribution in reading.attributions}
    attributed = [(claim.probability or 0.0, claim) for claim in reading.claims if claim.attribution]
    ranked = sorted(attributed, key=lambda pair: (pair[0] < _SURE, -len(pair[1].chain) * (pair[0] >= _SURE), -pair[0]))
    for _, claim in ranked[:_PER_DOCUMENT]:
        yield attributions[str(claim.attribution)], claim


def _name_chain(reading: Reading, claim: Claim, attribution: Attribution) -> list[str]:
    """Relays by name, then the source as the text has it; the author, who begins every chain, is left out."""
    names = {entity.id: entity.name for entity in reading.entities}
    relays = [names.get(link, link) for link in claim.chain[1:-1]]
    source = attribution.source
    last = reading.document.text[source.start : source.end] if source else "unnamed"
    return [*relays, last]
