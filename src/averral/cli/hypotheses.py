"""`averral hypotheses`: rival explanations, the evidence that bears on them, what people make of it, what follows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from averral.cli.decision import find_user, show_decision, user_option
from averral.cli.options import case_argument, json_option
from averral.cli.screen import make_printable

if TYPE_CHECKING:
    from rich.table import Table

    from averral.analysis.hypotheses import Weighing
    from averral.casefile import Casefile
    from averral.records.hypothesis import Matrix, Suggestion

__all__ = ["hypotheses"]

_ACTIONS = ("propose", "state", "evidence", "rate", "suggest", "accept", "read_file", "write_file")


@click.command()
@case_argument
@click.option(
    "--question", default="", metavar="TEXT", help="Which matrix: an incident's id or words. [default: the case's]"
)
@click.option(
    "--propose", metavar="INCIDENT", help="Take over hypotheses and evidence from who is said to have done it."
)
@click.option("--state", metavar="TEXT", help="Write a hypothesis down.")
@click.option("--evidence", metavar="TEXT", help="Add an item of evidence by hand.")
@click.option(
    "--kind",
    type=click.Choice(("fact", "assumption", "absence_of_evidence", "possible_deception")),
    default="fact",
    help="What an item added by hand is.",
)
@click.option("--credibility", type=click.Choice(("low", "medium", "high")), help="Of an item added by hand.")
@click.option("--relevance", type=click.Choice(("low", "medium", "high")), help="Of an item added by hand.")
@click.option("--rate", nargs=3, metavar="ITEM HYPOTHESIS MARK", help="CC, C, N, I, II or not_applicable.")
@click.option("--suggest", is_flag=True, help="Ratings that the claims suggest for cells that nobody has rated.")
@click.option(
    "--accept", nargs=2, metavar="ITEM HYPOTHESIS", help="Make a suggested rating your own; 'all all' for each."
)
@click.option(
    "--import", "read_file", type=click.Path(path_type=Path), metavar="FILE", help="Take a matrix over, CSV or JSON."
)
@click.option(
    "--export", "write_file", type=click.Path(path_type=Path), metavar="FILE", help="Write the matrix, .csv or .json."
)
@click.option("--reason", metavar="TEXT", help="Why; it is kept with the decision.")
@user_option
@json_option
def hypotheses(case: Path, question: str, as_json: bool, **options: Any) -> None:
    """Weigh rival explanations against the evidence (analysis of competing hypotheses, Heuer 1999).

    Without an option, the matrix and what follows from it: the weighted inconsistency of each hypothesis (the least
    negative leads), an illustrative likelihood, how far each line of evidence tells them apart, what the order hangs on
    and what would change it. Evidence of one origin counts once. A program suggests ratings and never makes them.

    An ITEM and a HYPOTHESIS are ids or the beginnings of them.
    """
    from averral.casefile import Casefile

    wanted = [name for name in _ACTIONS if options[name]]
    if len(wanted) > 1:
        raise click.UsageError(f"--{wanted[0]} and --{wanted[1]} do not go together")
    with Casefile.open(case) as casefile:
        if wanted:
            _ACTION[wanted[0]](casefile, question, options, as_json)
        else:
            _show(casefile, question, as_json=as_json)


def _show(casefile: Casefile, question: str, *, as_json: bool) -> None:
    import msgspec

    matrix, weighing = casefile.hypotheses.get_matrix(question), casefile.hypotheses.weigh(question)
    if as_json:
        click.echo(msgspec.json.encode({"question": question, "matrix": matrix, "weighing": weighing}))
        return

    from averral.cli.screen import make_console

    if not matrix.hypotheses and not matrix.evidence:
        others = [other or "the case" for other in casefile.hypotheses.list_questions() if other != question]
        click.echo("nothing is written down" + (f"; there is: {', '.join(others)}" if others else ""), err=True)
        return
    console = make_console()
    console.print(_make_table(matrix, weighing))
    for line in _tell(weighing, matrix):
        click.echo(make_printable(line))


def _make_table(matrix: Matrix, weighing: Weighing) -> Table:
    """Hypotheses in rows: rank, scores, how many cells are rated."""
    from rich.table import Table

    from averral.cli.screen import shorten

    texts = {row.id: row.text for row in matrix.hypotheses}
    table = Table(
        "rank", "hypothesis", "inconsistency", "likelihood", "rated", "not applicable", "unrated", "id", box=None
    )
    for one in sorted(weighing.standings, key=lambda one: (one.rank is None, one.rank or 0, one.hypothesis)):
        table.add_row(
            "–" if one.rank is None else str(one.rank),
            shorten(texts[one.hypothesis], 60),
            "–" if one.inconsistency is None else f"{one.inconsistency:.2f}",
            "–" if one.share is None else f"{one.share:.0%}",
            str(one.rated),
            str(one.not_applicable),
            str(one.unrated),
            one.hypothesis,
        )
    return table


def _tell(weighing: Weighing, matrix: Matrix) -> Iterator[str]:
    """What follows, in sentences."""
    texts = {item.id: item.text for item in matrix.evidence}
    yield ""
    yield f"Evidence: {len(weighing.lines)} lines of {len(matrix.evidence)} items"
    for line in weighing.lines:
        told = "" if line.diagnosticity is None else f", tells them apart by {line.diagnosticity:.2f}"
        yield f"    {line.items[0]}  {texts.get(line.items[0], '')[:80]} ({len(line.items)} items{told})"
    yield from weighing.reasons
    if weighing.stability:
        yield weighing.stability.reason
    yield from (f"{removal.reason}" for removal in weighing.removals if removal.changes_order)
    if weighing.flip:
        yield weighing.flip.reason
    yield f"{weighing.ratings} ratings by people, {weighing.accepted} of them accepted from a program's suggestions"


def _propose(casefile: Casefile, question: str, options: dict[str, Any], as_json: bool) -> None:
    incident = casefile.incidents.get(options["propose"])
    positions, sayings = casefile.agreement.list_positions(incident.id)
    reason = _need(options, "propose")
    casefile.hypotheses.propose(positions, sayings, find_user(options["user"]), reason, question or incident.id)
    _show(casefile, question or incident.id, as_json=as_json)


def _state(casefile: Casefile, question: str, options: dict[str, Any], as_json: bool) -> None:
    casefile.hypotheses.state(options["state"], find_user(options["user"]), _need(options, "state"), question)
    show_decision(casefile.log.list()[-1], as_json=as_json)


def _add(casefile: Casefile, question: str, options: dict[str, Any], as_json: bool) -> None:
    fields = {name: options[name] for name in ("kind", "credibility", "relevance") if options[name]}
    user, reason = find_user(options["user"]), _need(options, "evidence")
    casefile.hypotheses.add_evidence(options["evidence"], user, reason, question, **fields)
    show_decision(casefile.log.list()[-1], as_json=as_json)


def _rate(casefile: Casefile, question: str, options: dict[str, Any], as_json: bool) -> None:
    item, hypothesis, mark = options["rate"]
    item, hypothesis = _find_cell(casefile.hypotheses.get_matrix(question), item, hypothesis)
    user, reason = find_user(options["user"]), _need(options, "rate")
    rating = casefile.hypotheses.rate(item, hypothesis, mark, user, reason, question)
    show_decision(casefile.log.get(rating.id), as_json=as_json)


def _suggest(casefile: Casefile, question: str, options: dict[str, Any], as_json: bool) -> None:
    import msgspec

    del options
    for one in casefile.hypotheses.suggest(question):
        click.echo(msgspec.json.encode(one) if as_json else _tell_suggestion(one))


def _tell_suggestion(one: Suggestion) -> str:
    return make_printable(f"{one.evidence}  {one.hypothesis}  {one.mark}: {one.reason}")


def _accept(casefile: Casefile, question: str, options: dict[str, Any], as_json: bool) -> None:
    item, hypothesis = options["accept"]
    found = casefile.hypotheses.suggest(question)
    if (item, hypothesis) != ("all", "all"):
        cell = _find_cell(casefile.hypotheses.get_matrix(question), item, hypothesis)
        found = tuple(one for one in found if (one.evidence, one.hypothesis) == cell)
    if not found:
        raise click.UsageError("there is no such suggestion: see --suggest")
    for one in found:
        rating = casefile.hypotheses.accept(one, find_user(options["user"]), options["reason"] or "", question)
        show_decision(casefile.log.get(rating.id), as_json=as_json)


def _find_cell(matrix: Matrix, item: str, hypothesis: str) -> tuple[str, str]:
    """Ids of which the words are the beginnings; words that are none, or of several, come back as they are."""
    items = [row.id for row in matrix.evidence if row.id.startswith(item)]
    rows = [row.id for row in matrix.hypotheses if row.id.startswith(hypothesis)]
    return items[0] if len(items) == 1 else item, rows[0] if len(rows) == 1 else hypothesis


def _import(casefile: Casefile, question: str, options: dict[str, Any], as_json: bool) -> None:
    from averral.analysis.hypotheses import read_matrix_csv, read_matrix_json
    from averral.errors import InputError

    path: Path = options["read_file"]
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read {path}: {error}") from error
    made = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    matrix = read_matrix_csv(text, made=made) if path.suffix.lower() == ".csv" else read_matrix_json(text)
    casefile.hypotheses.load(matrix, find_user(options["user"]), _need(options, "import"), question)
    _show(casefile, question, as_json=as_json)


def _export(casefile: Casefile, question: str, options: dict[str, Any], as_json: bool) -> None:
    from averral.analysis.hypotheses import write_matrix_csv, write_matrix_json
    from averral.errors import InputError

    del as_json
    path: Path = options["write_file"]
    write = write_matrix_csv if path.suffix.lower() == ".csv" else write_matrix_json
    try:
        path.write_text(write(casefile.hypotheses.get_matrix(question)), "utf-8", newline="")
    except OSError as error:
        raise InputError(f"cannot write {path}: {error.strerror}") from error


def _need(options: dict[str, Any], name: str) -> str:
    if not (options["reason"] or "").strip():
        raise click.UsageError(f"--{name} needs a --reason")
    return str(options["reason"])


_ACTION: dict[str, Callable[[Casefile, str, dict[str, Any], bool], None]] = {
    "propose": _propose,
    "state": _state,
    "evidence": _add,
    "rate": _rate,
    "suggest": _suggest,
    "accept": _accept,
    "read_file": _import,
    "write_file": _export,
}
