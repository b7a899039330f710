"""Write the report. It is streamed: only the indexes and one document's page are in memory at a time."""

from __future__ import annotations

import base64
import hashlib
import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from markupsafe import Markup

from averral.casefile import Casefile
from averral.errors import InputError
from averral.records import Reading
from averral.render import make_environment, read_asset
from averral.views import (
    ActorTally,
    CasebookTally,
    CaseFindings,
    DocumentPage,
    make_document_page,
    make_overview,
    make_who_is_who,
)

__all__ = ["iter_report", "write_report"]


def write_report(casefile: Casefile, target: Path | BinaryIO, title: str | None = None) -> None:
    """Write the casefile's report to a file, or to an open binary stream.

    A file appears only when it is complete: an older report of that name is kept until then.

    Raises:
        InputError: the file cannot be written.
    """
    chunks = iter_report(casefile, title if title is not None else casefile.path.stem)
    if not isinstance(target, Path):
        target.writelines(chunks)
        return
    try:
        _replace_file(target, chunks)
    except OSError as error:
        raise InputError(f"cannot write {target}: {error.strerror}") from error


def iter_report(casefile: Casefile, title: str) -> Iterator[bytes]:
    """The page in UTF-8, piece by piece; the casefile is gone through twice, for the indexes and for the texts."""
    script = read_asset("report.js")
    actors = casefile.actors.list()
    tally, casebook = ActorTally(actors), CasebookTally(_find(casefile))
    overview = make_overview(_tell(tally, casebook, casefile.iter_readings()))
    template = make_environment().get_template("report.html")
    stream = template.stream(
        title=title,
        overview=overview,
        casebook=casebook.finish(overview),
        who=make_who_is_who(tally, actors, casefile.grades.list()),
        pages=_iter_pages(islice(casefile.iter_readings(), len(overview.documents))),
        style=Markup(read_asset("page.css")),  # noqa: S704 - ours, and checked to stay inside its element
        script=Markup(script),  # noqa: S704 - likewise
        script_digest=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
    )
    stream.enable_buffering(200)
    for chunk in stream:
        yield chunk.encode("utf-8", "xmlcharrefreplace")


def _find(casefile: Casefile) -> CaseFindings:
    """What the analysis of the case found."""
    ours = casefile.hypotheses
    return CaseFindings(
        as_of=datetime.now(UTC).date(),
        incidents=casefile.incidents.list(),
        origins=casefile.origins.trace(),
        timeline=casefile.lay_out_timeline(),
        forecasts=casefile.forecasts.list(),
        resolutions=casefile.forecasts.list_resolutions(),
        matrices=tuple((question, ours.get_matrix(question)) for question in ours.list_questions()),
        decisions=casefile.log.list(),
        agreement=casefile.agreement.weigh(),
        letters=casefile.grades.map_actors(),
        confirmed=casefile.revisions.list_confirmed(),
    )


def _tell(tally: ActorTally, casebook: CasebookTally, readings: Iterator[Reading]) -> Iterator[Reading]:
    """Hand each reading on when the tallies have had it."""
    for number, reading in enumerate(readings, start=1):
        tally.add(number, reading)
        casebook.add(number, reading)
        yield reading


def _iter_pages(readings: Iterator[Reading]) -> Iterator[DocumentPage]:
    for number, reading in enumerate(readings, start=1):
        yield make_document_page(reading, number)


def _replace_file(target: Path, chunks: Iterator[bytes]) -> None:
    """Write beside the target, then take its place in one step."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(chunks)
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
