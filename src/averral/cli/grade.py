"""`averral grade`: how reliable people hold the sources of a case to be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from averral.cli.decision import find_user, user_option
from averral.cli.options import case_argument, json_option

if TYPE_CHECKING:
    from averral.casefile import Casefile
    from averral.records.judgement import SourceGrade

__all__ = ["grade"]


@click.command()
@case_argument
@click.argument("source", required=False)
@click.argument("letter", required=False)
@click.option(
    "--information", metavar="GROUP", help="Grade what a group of claims says, with a digit as the only argument."
)
@click.option(
    "--proposals", is_flag=True, help="Groups of claims with the digit that their independent origins propose."
)
@click.option("--date", "day", metavar="DATE", help="The day from which the grade counts; today if none is given.")
@click.option("--reason", metavar="TEXT", help="Why; it is kept with the grade.")
@user_option
@json_option
def grade(case: Path, source: str | None, letter: str | None, as_json: bool, **options: Any) -> None:
    """Grade a source with an Admiralty LETTER: A reliable to E unreliable, F cannot be judged.

    SOURCE is an actor of the case, one of the gazetteer, or a publisher. Without a letter the grades that stand, of one
    source or of all. What claims say is graded with a digit, 1 confirmed by other sources to 5 improbable, 6 cannot be
    judged: `--information GROUP 2`; `--proposals` lists the groups. No program ever sets a grade.
    """
    from averral.casefile import Casefile

    with Casefile.open(case) as casefile:
        if options["proposals"]:
            _propose(casefile, as_json=as_json)
            return
        if options["information"]:
            _grade_information(casefile, source, options, as_json=as_json)
            return
        if source is None or letter is None:
            found = casefile.grades.list(source)
        elif not options["reason"]:
            raise click.UsageError("a grade needs a --reason")
        else:
            user = find_user(options["user"])
            found = (casefile.grades.set(source, letter.upper(), user, options["reason"], options["day"]),)
    for one in found:
        _show(one, as_json=as_json)


def _propose(casefile: Casefile, *, as_json: bool) -> None:
    import msgspec

    from averral.cli.screen import make_printable

    for group, proposal in casefile.agreement.list_digits():
        line = f"{group.id}  {group.label}: {proposal.digit} ({proposal.label}); {'; '.join(proposal.reasons)}"
        click.echo(msgspec.json.encode({"group": group, "proposal": proposal}) if as_json else make_printable(line))


def _grade_information(casefile: Casefile, digit: str | None, options: dict[str, Any], *, as_json: bool) -> None:
    from averral.cli.decision import show_decision

    if not options["reason"]:
        raise click.UsageError("a grade needs a --reason")
    if digit is None or not digit.isdecimal():
        raise click.UsageError("--information needs a digit from 1 to 6")
    user = find_user(options["user"])
    made = casefile.grades.set_information(options["information"], int(digit), user, options["reason"])
    show_decision(casefile.log.get(made.id), as_json=as_json)


def _show(grade: SourceGrade, *, as_json: bool) -> None:
    import msgspec

    from averral.cli.screen import make_printable
    from averral.records.judgement import SOURCE_LETTERS

    words = SOURCE_LETTERS[grade.letter]
    line = f"{grade.name}: {grade.letter} ({words}) from {grade.date} on, by {grade.user}: {grade.reason}"
    click.echo(msgspec.json.encode(grade) if as_json else make_printable(line))
