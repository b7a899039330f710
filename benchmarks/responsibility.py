"""Responsibility: how surely an actor is said to have done it.

    PYTHONPATH=src:. python benchmarks/responsibility.py --muc FOLDER… [--readings READINGS.jsonl]
    PYTHONPATH=src:. python benchmarks/responsibility.py --gold corpus/gold [--splits dev test]

MUC-4 (FOLDER is ../shared/data/muc4/TASK/CORPORA/tst1 and the like): the leading value for every organisation of the
keys that has a confidence, given its gold strings and approximate triggers (words of the template's type in the
sentences of its targets, victims, individuals and instruments, else the two nearest to the organisation). READINGS are
what `averral extract` gave for the reports' bodies as text files named by report; without them there are no
attributions and no mentions but the keys'. Any of a key's alternatives is right, as in shared/eval/score.py;
"together" are those whose organisation shares a sentence with a trigger.

Gold: gold attributions, mentions and triggers; the leading value, and every value of an actor and an incident.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from averral.extract.responsibility import Rating, Telling, rate_responsibility, read_telling
from averral.extract.responsibility.rating import LABELS
from averral.extract.sentences import iter_sentences
from averral.extract.triggers import TriggerMatch, find_triggers
from averral.records import Attribution, EntitySpan, Reading, Span
from training.gold import GoldDocument, read_gold
from training.muc4 import Report, Template, read_reports

VIOLENCE = frozenset(
    ["attack", "bombing", "suicide_bombing", "mine_explosion", "air_strike", "drone_strike", "shelling",
     "missile_strike", "chemical_attack", "shooting", "assault", "killing", "assassination", "massacre", "execution",
     "arson", "sabotage", "destruction", "sexual_violence", "torture", "raid", "armed_clash", "territorial_capture",
     "border_incident", "ceasefire_violation", "kidnapping", "hostage_taking", "hijacking", "robbery", "looting",
     "crackdown", "riot", "coup", "disappearance", "death", "injury", "discovery_of_bodies", "forced_stoppage",
     "threat", "blockade", "seizure", "arrest", "protest", "strike_action"]
)  # fmt: skip
"""Types of events whose words may be the trigger of an incident."""
TYPES = {
    "attack": VIOLENCE - {"bombing", "kidnapping", "hijacking", "robbery", "arson"},
    "bombing": frozenset(
        ["bombing", "suicide_bombing", "mine_explosion", "attack", "destruction", "sabotage", "injury", "killing"]
    ),
    "kidnapping": frozenset(["kidnapping", "hostage_taking", "disappearance"]),
    "arson": frozenset(["arson", "destruction", "sabotage", "attack"]),
    "robbery": frozenset(["robbery", "looting", "seizure", "raid"]),
    "hijacking": frozenset(["hijacking", "hostage_taking"]),
    "forced_work_stoppage": frozenset(["forced_stoppage", "strike_action", "threat"]),
}
"""The types of triggers that may name an incident of each type of MUC-4."""
MENTIONS = frozenset({"PER", "ORG", "GPE", "NORP"})


class Example(NamedTuple):
    """One actor of one incident with its values: alternatives in MUC-4, all of them in the gold corpus."""

    labels: tuple[str, ...]
    telling: Telling
    actor: tuple[Span, ...]
    triggers: Mapping[int, Span]

    def rated(self) -> tuple[Rating, ...]:
        return rate_responsibility(self.telling, self.actor, self.triggers)

    def is_together(self) -> bool:
        return any(
            any(s.holds(a) for a in self.actor) and any(s.holds(t) for t in self.triggers.values())
            for s in self.telling.sentences
        )


def read_readings(path: Path | None) -> dict[str, Reading]:
    """Readings by the stem of their document's uri."""
    if path is None:
        return {}
    decoder = msgspec.json.Decoder(Reading)
    readings = (decoder.decode(line) for line in path.read_bytes().splitlines())
    return {Path(r.document.uri).stem: r for r in readings if r.document is not None}


def muc_examples(folder: Path, readings: Mapping[str, Reading]) -> Iterator[Example]:
    """Every organisation of the keys that has a confidence and stands in the text."""
    for report in read_reports(folder):
        wanted = [(t, label, names) for t in report.templates for label, names in t.confidences]
        if not wanted:
            continue
        reading = readings.get(report.id)
        found = [t for t in find_triggers(report.text) if is_violent(t)]
        sentences = tuple(iter_sentences(report.text, [Span(0, len(report.text))]))
        telling = read_telling(
            report.text, sentences, [*_named(report), *_mentioned(reading)], [Span(t.start, t.end) for t in found],
            reading.attributions if reading else (),
        )  # fmt: skip
        for template, label, names in wanted:
            actor = tuple(Span(*place) for name in names for place in report.found(name))
            labels = tuple(x for x in split_labels(label) if x in LABELS)
            if labels:
                yield Example(labels, telling, actor, _near(report, template, found, sentences, actor))


def split_labels(value: str) -> list[str]:
    """A key's value may give alternatives."""
    return [part.strip(" _()") for part in value.split("/")]


def is_violent(match: TriggerMatch) -> bool:
    """Whether words may name an incident."""
    return any(sense.type in VIOLENCE for sense in match.senses)


def _named(report: Report) -> Iterator[Span]:
    for template in report.templates:
        for slot in ("organization", "individual"):
            for names in template.fillers[slot]:
                yield from (Span(*place) for name in names for place in report.found(name))


def _mentioned(reading: Reading | None) -> list[Span]:
    return [Span(m.start, m.end) for m in reading.mentions if m.type in MENTIONS] if reading else []


def _near(
    report: Report, template: Template, found: Sequence[TriggerMatch], sentences: Sequence[Span], actor: Sequence[Span]
) -> dict[int, Span]:
    """Approximate triggers: of the template's types, in the sentences of its fillers, else nearest to the actor."""
    kinds = frozenset().union(*(TYPES.get(t, VIOLENCE) for t in template.types))
    spans = {n: Span(t.start, t.end) for n, t in enumerate(found) if any(s.type in kinds for s in t.senses)}
    fillers = [
        Span(*place)
        for slot in ("target", "victim", "individual", "instrument")
        for names in template.fillers[slot]
        for name in names
        for place in report.found(name)
    ]
    held = [s for s in sentences if any(s.holds(f) for f in fillers)]
    near = {n: t for n, t in spans.items() if any(s.holds(t) for s in held)}
    if near or not spans:
        return near
    ranked = sorted(spans, key=lambda n: min((abs(spans[n].start - a.start) for a in actor), default=0))
    return {n: spans[n] for n in ranked[:2]}


def gold_attributions(document: GoldDocument) -> dict[int, Attribution]:
    """Gold attributions as records, by their number in the document."""
    records = {}
    for number, marked in document.attributions.items():
        source = EntitySpan(marked.source[0][0], marked.source[-1][1]) if marked.source else None
        cue = Span(marked.cue[0][0], marked.cue[-1][1]) if marked.cue else None
        content = tuple(Span(*part) for part in marked.content)
        records[number] = Attribution(
            id=str(number),
            source=source,
            cue=cue,
            content=content,
            parent=marked.parent and str(marked.parent),
            kind="indirect",
        )
    return records


def gold_cases(folder: Path, splits: Sequence[str]) -> Iterator[Example]:
    """Every actor of every incident of the gold corpus, with its mentions, gold attributions and gold triggers."""
    for path in sorted(folder.glob("g*.txt")):
        for document in read_gold(path):
            if document.split in splits:
                yield from _document_cases(document)


def _document_cases(document: GoldDocument) -> Iterator[Example]:
    numbers = sorted(document.triggers)
    spans = [Span(*document.triggers[n]) for n in numbers]
    mentions = [Span(m.start, m.end) for m in document.mentions if m.type.upper() in MENTIONS]
    sentences = tuple(iter_sentences(document.text, [Span(0, len(document.text))]))
    attributions = [a for _, a in sorted(gold_attributions(document).items())]
    telling = read_telling(document.text, sentences, mentions, spans, attributions)
    for incident in document.incidents.values():
        own = {numbers.index(int(v[1:])): Span(*document.triggers[int(v[1:])]) for v in incident.events}
        told: dict[str, set[str]] = {}
        for each in incident.perpetrators:
            told.setdefault(each.text, set()).add(each.confidence)
        for words, confidences in told.items():
            yield Example(tuple(sorted(confidences)), telling, _places(document, words), own)


def _places(document: GoldDocument, words: str) -> tuple[Span, ...]:
    """Where an actor is mentioned: its words, in any case, and its last word where that is a name."""
    marks = [(m.start, m.end) for m in document.mentions]
    last = words.rsplit(maxsplit=1)[-1].lower()
    named = words[:1].isupper()
    same = [
        s
        for s in marks
        if (w := document.text[slice(*s)].lower()) == words.lower() or (named and w.split()[-1] == last)
    ]
    found = same or [(m, m + len(words)) for m in [document.text.find(words)] if m >= 0]
    return tuple(Span(*s) for s in found)


def score(pairs: Sequence[tuple[tuple[str, ...], str]]) -> dict[str, float]:
    """Accuracy and macro F1, as ../shared/eval/score.py counts them: any of a key's alternatives is right."""
    confusion: dict[tuple[str, str], int] = {}
    for given, said in pairs:
        labels = tuple(label for label in given if label in LABELS)
        key = (said if said in labels else labels[0], said)
        confusion[key] = confusion.get(key, 0) + 1
    result = {
        "n": float(len(pairs)),
        "accuracy": 100 * sum(v for (a, b), v in confusion.items() if a == b) / max(1, len(pairs)),
    }
    for label in LABELS:
        hit = confusion.get((label, label), 0)
        told = sum(v for (_, b), v in confusion.items() if b == label) + sum(
            v for (a, _), v in confusion.items() if a == label
        )
        result[label] = 200 * hit / told if told else 0.0
    return {**result, "macro F1": sum(result[label] for label in LABELS) / len(LABELS)}


def told_values(cases: Sequence[Example]) -> dict[str, str]:
    """Precision and recall of every value of an actor and an incident."""
    hit, told, gold = Counter[str](), Counter[str](), Counter[str]()
    for case in cases:
        said = {rating.confidence for rating in case.rated()}
        told.update(said)
        gold.update(case.labels)
        hit.update(said & set(case.labels))
    return {
        label: f"P {100 * hit[label] / max(1, told[label]):.0f} R {100 * hit[label] / gold[label]:.0f} of {gold[label]}"
        for label in sorted(gold)
    }


def show(title: str, cases: Sequence[Example]) -> None:
    pairs = [(case.labels, case.rated()[0].confidence) for case in cases]
    print(f"{title:28s}", ", ".join(f"{name} {value:.1f}" for name, value in score(pairs).items()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--muc", type=Path, nargs="+", default=[])
    parser.add_argument("--readings", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--splits", nargs="+", default=["dev", "test"])
    args = parser.parse_args()
    readings = read_readings(args.readings)
    cases = [case for folder in args.muc for case in muc_examples(folder, readings)]
    if cases:
        show("MUC-4", cases)
        show("MUC-4, together", [case for case in cases if case.is_together()])
    if args.gold:
        cases = list(gold_cases(args.gold, args.splits))
        show("gold, leading value", [case for case in cases if set(case.labels) & set(LABELS)])
        for label, figures in told_values(cases).items():
            print(f"    {label:38s} {figures}")


if __name__ == "__main__":
    main()
