"""`averral analyse`: everything that the documents of a case come to together, worked out and kept."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from averral.cli.options import case_argument, json_option
from averral.cli.screen import make_printable

if TYPE_CHECKING:
    from averral.casefile import Casefile

__all__ = ["analyse", "tell_case"]


@click.command()
@case_argument
@json_option
def analyse(case: Path, as_json: bool) -> None:
    """Work out who is who, which incidents are one, where information entered the pile, and what contradicts what.

    What is found of single documents and of pairs of them is kept in the casefile, so that a document that is added
    later costs its own share only. Prints how much there is; `incidents`, `origins`, `contradictions`, `timeline`,
    `hypotheses`, `forecasts` and `report` show it. With --json, one object with all of the analysis.
    """
    import msgspec

    from averral.casefile import Casefile

    with Casefile.open(case) as casefile:
        casefile.origins.trace(_show_pairs)
        if as_json:
            click.echo(msgspec.json.encode(_gather(casefile)))
            return
        lines = tuple(tell_case(casefile))
    for line in lines:
        click.echo(make_printable(line))


def _show_pairs(done: int, total: int) -> None:
    """One line on standard error that is written over, where that is a terminal."""
    if sys.stderr.isatty():
        click.echo(f"\r{done:,} of {total:,} pairs of documents laid side by side", err=True, nl=done == total)


def _gather(casefile: Casefile) -> dict[str, object]:
    """All of it, with what people decided: nothing of it says what is true."""
    return {
        "actors": casefile.actors.list(),
        "incidents": casefile.incidents.list(),
        "origins": casefile.origins.trace(),
        "agreement": casefile.agreement.weigh(),
        "forecasts": casefile.forecasts.list(),
        "decisions": casefile.log.list(),
        "confirmed": sorted(casefile.revisions.list_confirmed()),
    }


def tell_case(casefile: Casefile) -> Iterator[str]:
    """What there is, in a few lines."""
    from averral.render.text import count

    agreement = casefile.agreement.weigh()
    incidents, graph = casefile.incidents.list(), casefile.origins.trace()
    shared = [one for one in incidents if len({member.rpartition("#")[0] for member in one.members}) > 1]
    common = [one for one in graph.origins if len({member.document for member in one.members}) > 1]
    clashes = [one for one in agreement.contradictions if not one.update]
    circles = [one for one in agreement.groups if one.circle]
    decided = [one for one in casefile.log.list() if one.target is None and one.withdrawn is None]
    yield f"{count(len(list(casefile.iter_documents())), 'document')}, {count(len(casefile.actors.list()), 'actor')}"
    yield f"{count(len(incidents), 'incident')}, {len(shared)} of them told by several documents"
    yield f"{count(len(graph.origins), 'origin')}, {len(common)} of them shared by several documents"
    yield f"{count(len(clashes), 'contradiction')} and {count(len(agreement.contradictions) - len(clashes), 'update')}"
    yield f"{count(len(circles), 'apparent confirmation')} from one origin alone"
    yield f"{count(len(decided), 'decision')} of people; all else is as programs read it"
