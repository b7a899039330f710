"""Two processes against one, in turn, on the same folder.

    python benchmarks/processes.py FOLDER [--runs 3]

Prints the wall seconds of each run of `averral extract FOLDER --jobs 1` and `--jobs 2`, and the ratio of their medians.
Start-up (loading the model once in every process) is part of both.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from pathlib import Path

AVERRAL = str(Path(sys.executable).parent / "averral")


def seconds(folder: Path, jobs: int) -> float:
    start = time.perf_counter()
    with Path("/dev/null").open("wb") as nothing:
        command = [AVERRAL, "extract", str(folder), "--jobs", str(jobs)]
        subprocess.run(command, stdout=nothing, stderr=nothing, check=True)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    times: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(args.runs):
        for jobs, found in times.items():
            found.append(seconds(args.folder, jobs))
    for jobs, found in times.items():
        print(f"{jobs} process{'es' * (jobs > 1)}: {' '.join(f'{t:.1f}' for t in found)} s")
    print(f"two against one: {statistics.median(times[1]) / statistics.median(times[2]):.2f}")


if __name__ == "__main__":
    main()
