"""Walking through pairs of actors that may be one, and decisions as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from averral.cli.decision import tell_decision

if TYPE_CHECKING:
    from averral.analysis.actors import Proposal
    from averral.casefile import Casefile
    from averral.views.actor_index import ActorEntry, ProposalEntry

__all__ = ["list_proposals", "review"]

_HELP = "y the same · n never · s skip · u undo the last · q quit; words after the letter are the reason"


def list_proposals(casefile: Casefile) -> None:
    """All pairs as JSON lines, the likeliest first."""
    import msgspec

    for proposal in casefile.actors.list_proposals():
        click.echo(msgspec.json.encode(_make_entry(casefile, proposal)))


def review(casefile: Casefile, user: str, reason: str | None) -> None:
    """Ask about each pair until there is none left, or the person quits; each answer is kept at once."""
    skipped: set[frozenset[str]] = set()
    made: list[tuple[int, frozenset[str]]] = []
    while (proposal := _find_next(casefile, skipped)) is not None:
        entry = _make_entry(casefile, proposal)
        _show(entry)
        letter, why = _ask()
        if letter == "q":
            break
        if letter == "u":
            _undo(casefile, made, skipped, user)
        elif letter == "s":
            skipped.add(_pair(proposal))
        else:
            decide = casefile.actors.merge if letter == "y" else casefile.actors.never_merge
            judgement = decide(proposal.a, proposal.b, user, why or reason or _default_reason(entry))
            made.append((judgement.id, _pair(proposal)))
            skipped.add(_pair(proposal))
    click.echo(f"{len(made)} decided, {len(casefile.actors.list_proposals())} open", err=True)


def _find_next(casefile: Casefile, skipped: set[frozenset[str]]) -> Proposal | None:
    return next((found for found in casefile.actors.list_proposals() if _pair(found) not in skipped), None)


def _pair(proposal: Proposal) -> frozenset[str]:
    return frozenset((proposal.a, proposal.b))


def _make_entry(casefile: Casefile, proposal: Proposal) -> ProposalEntry:
    from averral.views import make_proposal_entry

    return make_proposal_entry(proposal, casefile.actors.get, casefile.get_reading)


def _show(entry: ProposalEntry) -> None:
    from averral.cli.actor import tell_quote, wrap

    click.echo()
    for actor, quote in zip((entry.a, entry.b), entry.quotes, strict=True):
        for line in (*wrap(_describe(actor), 0), *tell_quote((quote,))):
            click.echo(line)
    for line in wrap(f"{entry.score:.2f}: {'; '.join(entry.reasons)}", 0):
        click.echo(line)


def _describe(actor: ActorEntry) -> str:
    from averral.cli.actor import tell_kind
    from averral.render.text import count

    also = f", also {'; '.join(actor.aliases[:5])}" if actor.aliases else ""
    return (
        f"{actor.name} ({tell_kind(actor.type, actor.subtype)}, {count(actor.documents, 'document')}{also}) {actor.id}"
    )


def _ask() -> tuple[str, str]:
    """A letter and the reason after it; the end of the input quits."""
    while True:
        try:
            answer = click.prompt("the same? [y/n/s/u/q]", prompt_suffix=" ", default="", show_default=False)
        except click.Abort:
            return "q", ""
        letter, _, why = answer.strip().partition(" ")
        if letter.lower() in ("y", "n", "s", "u", "q"):
            return letter.lower(), why.strip()
        click.echo(_HELP, err=True)


def _undo(casefile: Casefile, made: list[tuple[int, frozenset[str]]], skipped: set[frozenset[str]], user: str) -> None:
    """Withdraw the last decision; its pair comes up again."""
    if not made:
        click.echo("nothing to undo", err=True)
        return
    judgement, pair = made.pop()
    skipped.discard(pair)
    click.echo(tell_decision(casefile.log.undo(user, judgement)), err=True)


def _default_reason(entry: ProposalEntry) -> str:
    return f"reviewed; proposed because {'; '.join(entry.reasons)}"
