"""Memory of `averral extract` over a long stream of documents.

    python benchmarks/memory.py [--documents 20000] [--jobs 1]

Makes one JSON Lines table of short documents out of the sentences of our own dossiers (fixed seed), reads it with the
installed command, and samples the resident memory of the whole process tree twice a second. Flat means that the last
quarter's median is no higher than the second quarter's by more than 5 %.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def sentences() -> list[str]:
    """Sentences of our own reports."""
    texts = [p.read_text() for p in sorted(Path("corpus/dossiers").rglob("*.txt"))]
    return [s for text in texts for s in re.split(r"(?<=[.!?])\s+", text) if 30 < len(s) < 300]


def write_table(path: Path, count: int) -> int:
    """Documents of two to five sentences; returns the words written."""
    pool, rng, words = sentences(), random.Random(11), 0
    with path.open("w") as lines:
        for number in range(count):
            text = " ".join(rng.sample(pool, rng.randint(2, 4))) + f" This was report {number}."
            words += len(text.split())
            lines.write(json.dumps({"text": text, "title": None}) + "\n")
    return words


def tree_memory(root: int) -> float:
    """Resident MiB of a process and all its descendants (proportional share, so that shared pages count once)."""
    total, queue = 0, [root]
    while queue:
        pid = queue.pop()
        try:
            queue += map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
            total += int(
                re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE).group(1)
            )
        except (OSError, AttributeError):
            continue
    return total / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--jobs", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "reports.jsonl"
        words = write_table(table, args.documents)
        command = [str(Path(sys.executable).parent / "averral"), "extract", str(table), "--jobs", str(args.jobs)]
        start, samples = time.monotonic(), []
        with (Path(folder) / "readings.jsonl").open("wb") as out:
            process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
            while process.poll() is None:
                samples.append(tree_memory(process.pid))
                time.sleep(0.5)
        seconds = time.monotonic() - start
        with (Path(folder) / "readings.jsonl").open("rb") as lines:
            read = sum(1 for _ in lines)
    quarter = len(samples) // 4
    medians = [statistics.median(samples[i * quarter : (i + 1) * quarter]) for i in range(4)]
    print(f"documents read       {read} of {args.documents}, {words} words, exit {process.returncode}")
    print(f"seconds              {seconds:.0f} ({words / seconds:.0f} words a second)")
    print(f"MiB, median by quarter {' '.join(f'{m:.0f}' for m in medians)}; highest {max(samples):.0f}")
    print(f"flat                 {medians[3] <= 1.05 * medians[1]}")


if __name__ == "__main__":
    main()
