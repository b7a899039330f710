"""One reading as lines of plain text: the chain of speakers is the indentation."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from averral.cli.screen import make_printable
from averral.records import Attribution, Claim, Reading, Span

__all__ = ["find_place", "tell_head", "tell_reading"]

_PERMALINK = re.compile(r"(?P<name>.+)#char=(?P<start>\d+),(?P<end>\d+)")
"""A stretch of a text as RFC 5147 writes it."""
_INDENT = "    "
_WIDTH = 100


def find_place(document: str) -> tuple[str, Span | None]:
    """A document's name, and the stretch of its text where the name is a permalink."""
    match = _PERMALINK.fullmatch(document)
    if match is None or int(match["start"]) > int(match["end"]):
        return document, None
    return match["name"], Span(int(match["start"]), int(match["end"]))


def tell_reading(reading: Reading, place: Span | None = None) -> Iterator[str]:
    """Attributions as a tree, what the author says in their own voice, and problems.

    With `place`, only the claims that touch it, and those that they stand in.
    """
    claims = {claim.attribution: claim for claim in reading.claims if claim.attribution}
    shown = [claim for claim in reading.claims if place is None or place.overlaps(Span(claim.start, claim.end))]
    wanted = {claim.attribution for claim in shown}
    outer = {attribution.id: attribution.parent for attribution in reading.attributions}
    for label in tuple(wanted):
        while label and (label := outer.get(label)):
            wanted.add(label)
    yield from _tell_inside(reading, None, 0, {key: claims.get(key) for key in wanted if key})
    own = [claim for claim in shown if claim.attribution is None]
    if own:
        yield ""
        yield "The author, in their own voice:"
        for claim in own:
            yield from _wrap(reading.document.text[claim.start : claim.end], 1, _mark(claim))
    if reading.problems:
        yield ""
        yield "Problems:"
        for problem in reading.problems:
            where = f" [{problem.start}–{problem.end}]" if problem.start is not None else ""
            yield from _wrap(f"{problem.kind}: {problem.message}{where}", 1, "")


def tell_head(reading: Reading) -> Iterator[str]:
    """What the document is: address, metadata and id."""
    document = reading.document
    facts = (
        ("", document.title),
        ("by ", "; ".join(document.byline)),
        ("in ", document.publisher),
        ("published ", document.published),
        ("language ", document.language),
    )
    yield make_printable(document.uri)
    line = " · ".join(f"{before}{value}" for before, value in facts if value)
    if line:
        yield from _wrap(line, 0, "")
    yield make_printable(document.id)


def _tell_inside(reading: Reading, parent: str | None, depth: int, wanted: dict[str, Claim | None]) -> Iterator[str]:
    """The attributions whose content-holder is `parent`, in the order of the text, each with those inside it."""
    inside = [one for one in reading.attributions if one.parent == parent and one.id in wanted]
    for attribution in sorted(inside, key=lambda one: (one.content[0].start, one.id)):
        if parent is None:
            yield ""
        yield from _tell_attribution(reading, attribution, depth, wanted[attribution.id])
        yield from _tell_inside(reading, attribution.id, depth + 1, wanted)


def _tell_attribution(reading: Reading, attribution: Attribution, depth: int, claim: Claim | None) -> Iterator[str]:
    text = reading.document.text
    source, cue = attribution.source, attribution.cue
    who = text[source.start : source.end] if source else "(nobody named)"
    names = {entity.id: entity.name for entity in reading.entities}
    name = names.get(source.entity) if source and source.entity else None
    if name and name.casefold() not in who.casefold():
        who = f"{who} (= {name})"
    how = f" · {text[cue.start : cue.end]}" if cue else ""
    kind = attribution.kind if attribution.basis == "none" else f"{attribution.kind}, {attribution.basis}"
    yield from _wrap(f"{who}{how} ({kind.replace('_', ' ')})", depth, "")
    content = " … ".join(text[piece.start : piece.end] for piece in attribution.content)
    yield from _wrap(content, depth + 1, _mark(claim) if claim else "")


def _mark(claim: Claim) -> str:
    sure = "" if claim.probability is None else f" {claim.probability:.2f}"
    return f"[{claim.id} {claim.start}–{claim.end}{sure}] "


def _wrap(text: str, depth: int, mark: str) -> Iterator[str]:
    line = make_printable(" ".join(f"{mark}{text}".split()))
    indent = _INDENT * depth
    yield from textwrap.wrap(
        line, max(_WIDTH, len(indent) + 40), initial_indent=indent, subsequent_indent=indent, break_long_words=False
    )
