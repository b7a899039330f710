"""What the analysis of a case costs, and what one more document costs.

    python benchmarks/case_growth.py READINGS.jsonl... [--documents 1000 3000 10000]

The readings of dossiers are repeated with other names and years (words of the same length, so that every offset
holds; fixed seed), each turn another affair. Each size is a casefile of its own, in a process of its own. Printed are
seconds of the processor for adding, for the first analysis (actors, incidents, origins, agreement), for one in a
new process that finds everything kept, and for one more document in the same process: adding it and analysing anew.
Growth no faster than n log n means that "of n log n" does not rise by more than a half.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from averral.casefile import Casefile
from averral.ingest import Ingested
from averral.records import Reading, decode_reading, digest_bytes, digest_text

LETTERS = "bcdfghklmnprstvaeiou"
_WORD = re.compile(r"[^\W\d_]{3,}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def repeat(lines: Sequence[str], size: int, first: int = 0) -> Iterator[Reading]:
    """So many readings: the given ones turn after turn, each turn with names and years of its own."""
    for number in range(first, first + size):
        turn, place = divmod(number, len(lines))
        yield rename(lines[place], turn)


def rename(line: str, turn: int) -> Reading:
    """The reading of another affair: every word of a name is another of the same length, years are moved."""
    plain = json.loads(line)
    words = {
        word
        for entity in plain["entities"]
        for name in (entity["name"], *entity.get("aliases", ()))
        for word in _WORD.findall(name)
        if word != word.lower() and word.isascii()
    }
    other = {word.casefold(): _make_word(word.casefold(), turn) for word in words}

    def change(text: str) -> str:
        renamed = _WORD.sub(lambda found: _dress(found[0], other.get(found[0].casefold())), text)
        return _YEAR.sub(lambda found: str(1900 + (int(found[0]) - 1900 + turn * 7) % 190), renamed)

    whole = _walk(plain, change)
    whole["document"]["uri"] = f"{whole['document']['uri']}?{turn}"
    whole["document"]["text_sha256"] = digest_text(whole["document"]["text"])
    new = digest_bytes(f"{turn} {whole['document']['text']}".encode())
    whole["document"]["id"] = new
    return decode_reading(json.dumps(whole))


def _walk(value: Any, change: Callable[[str], str]) -> Any:
    """Every string in it changed, and no number, as offsets must stay."""
    if isinstance(value, dict):
        return {key: _walk(inner, change) for key, inner in value.items()}
    if isinstance(value, list):
        return [_walk(inner, change) for inner in value]
    return change(value) if isinstance(value, str) else value


def _make_word(word: str, turn: int) -> str:
    rng = random.Random(f"{word} {turn}")
    return "".join(rng.choice(LETTERS) for _ in word)


def _dress(old: str, new: str | None) -> str:
    """The new word in the case of the old one."""
    if new is None or old == old.lower():
        return old
    return new.upper() if old.isupper() else new.capitalize()


def add(casefile: Casefile, reading: Reading, turn: int) -> None:
    """Put a reading into a casefile, with bytes that are its own."""
    data = f"{turn} {reading.document.text}".encode()
    casefile.add(Ingested(document=reading.document, problems=(), data=data), reading)


def analyse(casefile: Casefile) -> None:
    """All of it."""
    casefile.incidents.list()
    casefile.agreement.weigh()
    casefile.lay_out_timeline()


def timed(act: Callable[[], object]) -> float:
    """Seconds of the processor."""
    start = time.process_time()
    act()
    return time.process_time() - start


def measure(lines: Sequence[str], size: int) -> None:
    """One size, as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "case.db"
        with Casefile.open(place, create=True) as casefile:

            def fill() -> None:
                for number, reading in enumerate(repeat(lines, size)):
                    add(casefile, reading, number // len(lines))

            filled = timed(fill)
            whole = timed(lambda: analyse(casefile))
            new = next(repeat(lines, 1, first=size))
            more = timed(lambda: (add(casefile, new, size // len(lines)), analyse(casefile)))
            counts = len(casefile.actors.list()), len(casefile.incidents.list()), len(casefile.origins.list())
        with Casefile.open(place) as casefile:
            again = timed(lambda: analyse(casefile))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            json.dumps({"fill": filled, "whole": whole, "more": more, "again": again, "mib": memory, "counts": counts})
        )


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readings", type=Path, nargs="+")
    parser.add_argument("--documents", type=int, nargs="+", default=(1_000, 3_000, 10_000))
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    lines = [line for path in args.readings for line in path.read_text("utf-8").splitlines()]
    if args.one:
        measure(lines, args.one)
        return
    base = 0.0
    for size in args.documents:
        command = [sys.executable, __file__, *map(str, args.readings), "--one", str(size)]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        per = found["whole"] / (size * math.log2(size))
        base = base or per
        actors, incidents, origins = found["counts"]
        print(
            f"{size:6} documents: added in {found['fill']:.1f} s, analysed in {found['whole']:.1f} s "
            f"(of n log n {per / base:.2f}), again from what is kept {found['again']:.1f} s, one more "
            f"{found['more']:.2f} s; {actors} actors, {incidents} incidents, {origins} origins; {found['mib']} MiB"
        )


if __name__ == "__main__":
    main()
