"""The command line: one file per command; what is heavy is imported inside the commands."""

from __future__ import annotations

import os

import click

from averral.cli.add import add
from averral.cli.analyse import analyse
from averral.cli.bench import bench
from averral.cli.contradictions import contradictions
from averral.cli.demo import demo
from averral.cli.entities import entities
from averral.cli.extract import extract
from averral.cli.forecasts import forecasts
from averral.cli.grade import grade
from averral.cli.hypotheses import hypotheses
from averral.cli.incidents import incidents
from averral.cli.list import list_documents
from averral.cli.log import log, redo, undo
from averral.cli.merge import keep_apart, merge, split
from averral.cli.origins import cut, join, origins
from averral.cli.relations import relations
from averral.cli.report import report
from averral.cli.revise import accept, correct, reject
from averral.cli.schema import schema
from averral.cli.screen import make_printable
from averral.cli.search import search
from averral.cli.show import show
from averral.cli.timeline import timeline
from averral.cli.who import who
from averral.errors import AverralError

__all__ = ["COMMANDS", "main"]

COMMANDS: tuple[click.Command, ...] = (
    extract,
    add,
    list_documents,
    show,
    search,
    who,
    relations,
    entities,
    analyse,
    incidents,
    origins,
    contradictions,
    timeline,
    hypotheses,
    forecasts,
    merge,
    keep_apart,
    split,
    join,
    cut,
    accept,
    reject,
    correct,
    grade,
    undo,
    redo,
    log,
    report,
    schema,
    bench,
    demo,
)


class _Group(click.Group):
    """Prints what a user can act on as one line, and lists commands in the order in which they are used."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except AverralError as error:
            raise click.ClickException(make_printable(str(error))) from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return [*self.commands]


@click.group(
    cls=_Group,
    commands={str(command.name): command for command in COMMANDS},
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="averral")
def main() -> None:
    """Read reports about contested events: who says that who did what, with every value tied to its words.

    `averral extract` prints readings; `averral add` keeps them in a casefile, one file that `list`, `show`, `search`,
    `who`, `relations`, `entities` and `report` read. Nothing is fetched from the network.

    Exit codes: 0 done (what could not be read stands in the output as problems), 1 an error that the message
    explains, 2 a wrong command line.
    """
    # One process reads on one core (--jobs starts more); libraries that start threads of their own would only contend.
    for name in _THREADS:
        os.environ.setdefault(name, "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")


_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
