"""MUC-4 (1992): terrorist incidents in Latin American news; its keys give strings, which are found in the text here."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from averral.records.incident import Confidence
from training.examples import Span

SLOTS = {6: "instrument", 9: "individual", 10: "organization", 12: "target", 18: "victim", 19: "description"}
"""The slots that hold words of the text, by their number in the keys (TASKDOC, template-doc-part2)."""
HEADING = re.compile(r"^((?:DEV|TST\d)-[A-Z0-9]+-\d{4})\b.*$", re.MULTILINE)
SLOT = re.compile(r"^ ?(\d{1,2})\. +[A-Z ]+: ?[A-Z ]*?(?:  +|\t)(.*)$")
CONFIDENCES = frozenset(get_args(Confidence))
STRING = re.compile(r'"((?:\\"|[^"])*)"')


@dataclass(frozen=True)
class Template:
    """One incident of a key: its types, its stage, and for each slot the fillers, each a tuple of equal strings."""

    types: tuple[str, ...]
    stage: str
    optional: bool
    fillers: dict[str, tuple[tuple[str, ...], ...]]
    confidences: tuple[tuple[frozenset[str], tuple[str, ...]], ...]


@dataclass
class Report:
    """A report with its templates; `found` has the places of a string, whatever its line breaks."""

    id: str
    text: str
    templates: tuple[Template, ...] = ()
    places: dict[str, tuple[Span, ...]] = field(default_factory=dict)

    def found(self, words: str) -> tuple[Span, ...]:
        """Where these words stand in the text, as whole words."""
        if words not in self.places:
            pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)"
            self.places[words] = tuple(m.span() for m in re.finditer(pattern, self.text)) if words.strip() else ()
        return self.places[words]


def read_reports(folder: Path) -> Iterator[Report]:
    """Reports of one folder of the corpus with their keys, in order."""
    keys: dict[str, list[Template]] = defaultdict(list)
    texts: dict[str, str] = {}
    for path in sorted(p for p in folder.iterdir() if p.is_file()):
        content = path.read_text(encoding="latin-1")
        if path.name.startswith("key-"):
            for name, template in _read_key(content):
                keys[name].append(template)
        else:
            _, *parts = HEADING.split(content)
            texts |= {name: body.strip("\n") + "\n" for name, body in zip(parts[::2], parts[1::2], strict=True)}
    for name in sorted(texts):
        yield Report(name, texts[name], tuple(keys[name]))


def _read_key(content: str) -> Iterator[tuple[str, Template]]:
    for block in re.split(r"^(?= ?0\. )", content, flags=re.MULTILINE)[1:]:
        slots: dict[int, list[str]] = {}
        last = -1
        for line in block.splitlines():
            if match := SLOT.match(line):
                last = int(match[1])
                slots[last] = [match[2].strip()]
            elif line.strip() and last >= 0:
                slots[last].append(line.strip())
        kind = slots.get(4, ["*"])[0]
        if kind[:1] not in "*-" and kind:
            yield slots[0][0].split()[0], _template(slots)


def _strings(value: str) -> tuple[str, ...]:
    return tuple(s.replace('\\"', '"') for s in STRING.findall(value))


def _labels(value: str) -> frozenset[str]:
    """The alternatives of a confidence, as far as the contract has them."""
    words = (part.strip(" ?()").lower().replace(" ", "_") for part in value.partition(":")[0].split("/"))
    return frozenset(words) & CONFIDENCES


def _template(slots: dict[int, list[str]]) -> Template:
    fillers = {name: tuple(filter(None, map(_strings, slots.get(number, [])))) for number, name in SLOTS.items()}
    confidences = ((_labels(value), _strings(value)) for value in slots.get(11, []))
    return Template(
        tuple(t.strip().lower().replace(" ", "_") for t in slots[4][0].split("/")),
        slots.get(5, ["-"])[0].lower(),
        "OPTIONAL" in slots.get(1, [""])[0].upper(),
        fillers,
        tuple((labels, names) for labels, names in confidences if labels and names),
    )
