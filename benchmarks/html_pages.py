"""Strings kept and strings kept out on saved pages: averral beside trafilatura, in one run.

    python benchmarks/html_pages.py [FOLDER]

FOLDER holds `gold.json` and `pages/`; by default ../shared/data/html_trafilatura, trafilatura’s own evaluation pages.
(The file is not called html.py: as a program it would hide the standard library’s html.)
For each page gold names strings of the main text (`with`), of the furniture (`without`), and of comments.
A string counts as kept when it stands, white space normalised, in what the system reads: for averral the blocks of
READ_ROLES plus byline and dateline; for trafilatura its output, with the options of its own evaluation
(tests/eval_common.py: no comments, tables, no formatting).
"""

from __future__ import annotations

import json
import logging
import re
import sys
import time
from collections import Counter
from importlib.metadata import version
from pathlib import Path

import trafilatura

from averral.ingest import READERS
from averral.records import READ_ROLES

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "data" / "html_trafilatura"
KEPT_ROLES = READ_ROLES | {"byline", "dateline"}
HTML = next(reader for reader in READERS if reader.name == "html")


def normalise(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def read_averral(data: bytes) -> dict[str, str]:
    parsed = HTML.read(data)
    parts: dict[str, list[str]] = {"kept": [], "comment": []}
    for block in parsed.blocks:
        if block.role in KEPT_ROLES:
            parts["kept"].append(parsed.text[block.start : block.end])
        elif block.role == "comment":
            parts["comment"].append(parsed.text[block.start : block.end])
    return {name: normalise("\n".join(texts)) for name, texts in parts.items()}


def read_trafilatura(data: bytes, *, fast: bool) -> dict[str, str]:
    options = {"include_comments": False, "include_tables": True, "include_formatting": False}
    return {"kept": normalise(trafilatura.extract(data, fast=fast, **options) or ""), "comment": ""}


SYSTEMS = {
    "averral": read_averral,
    f"trafilatura {version('trafilatura')}": lambda data: read_trafilatura(data, fast=False),
    f"trafilatura {version('trafilatura')} fast": lambda data: read_trafilatura(data, fast=True),
}


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    logging.disable(logging.CRITICAL)
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    counts = {name: Counter() for name in SYSTEMS}
    for item in gold.values():
        data = (folder / "pages" / item["file"]).read_bytes()
        for name, read in SYSTEMS.items():
            began = time.process_time()
            found = read(data)
            count = counts[name]
            count["seconds"] += time.process_time() - began
            count["kept"] += sum(normalise(string) in found["kept"] for string in item["with"])
            count["out"] += sum(normalise(string) not in found["kept"] for string in item["without"])
            count["comment"] += sum(normalise(string) in found["comment"] for string in item.get("comments", ()))
            count["comment_read"] += sum(normalise(string) in found["kept"] for string in item.get("comments", ()))
    report(gold, counts)


def report(gold: dict, counts: dict[str, Counter]) -> None:
    total = {key: sum(len(item.get(key, ())) for item in gold.values()) for key in ("with", "without", "comments")}
    print(
        f"{len(gold)} pages; strings: {total['with']} to keep, {total['without']} out, {total['comments']} comments\n"
    )
    print("| system | kept | kept out | F1 | comments read | as comment | pages a CPU second |")
    print("|---|---|---|---|---|---|---|")
    for name, count in counts.items():
        wrong = total["without"] - count["out"]
        f1 = 2 * count["kept"] / (count["kept"] + total["with"] + wrong)
        print(
            f"| {name} | {100 * count['kept'] / total['with']:.2f} % | {100 * count['out'] / total['without']:.2f} % "
            f"| {100 * f1:.2f} | {count['comment_read']} | {count['comment'] or '–'} "
            f"| {len(gold) / count['seconds']:.0f} |"
        )


if __name__ == "__main__":
    main()
