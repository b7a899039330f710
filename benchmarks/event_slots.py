"""When and where each event was: how often our own gold (corpus/gold) is met.

    python benchmarks/event_slots.py [SPLIT ...] [--own-times] [--errors]

Triggers, types, arguments, mentions, times and attributions are those of the gold, so that what is measured is the
choice of a date and of a place alone; `--own-times` takes the times that `find_times` reads. The gold of an event is
its argument `time` (a date, clock time or interval) and its argument `place`; where it has none, the right answer is
null. Answers in place of null are counted apart where they equal the date or the place of the event's incident: the
gold leaves out much that its incident lines tell. `given`: with all arguments; `withheld`: without `time` and `place`,
as if the linker had found none.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from averral.extract.event import FoundEvent
from averral.extract.event_places import find_event_places
from averral.extract.event_times import find_event_times
from averral.extract.times import find_times
from averral.records import Span, Time
from benchmarks.gold_records import (
    attributions,
    blocks,
    entity_table,
    found_events,
    gold_documents,
    mentions,
    sentences,
)
from benchmarks.tally import percent
from training.gold import GoldDocument, GoldEvent

WHENS = ("date", "time", "interval")
SLOTS = ("time", "place")


def gold_times(document: GoldDocument, *, own: bool) -> tuple[Time, ...]:
    """The gold's times as records, or those that averral reads."""
    if own:
        spans = [Span(b.start, b.end) for b in blocks(document.text)]
        return find_times(document.text, spans, document.published)
    records = (Time(start=t.span[0], end=t.span[1], edtf=t.edtf, kind=t.kind) for t in document.times)  # type: ignore[arg-type]
    return tuple(sorted(records, key=lambda t: t.start))


def wanted_times(document: GoldDocument, event: GoldEvent) -> set[str]:
    """The values of its time arguments; more than one where one is a day and another a clock time."""
    dated = {t.span: t.edtf for t in document.times if t.kind in WHENS and t.edtf}
    return {dated[span] for role, span in event.arguments if role == "time" and span in dated}


def wanted_places(document: GoldDocument, event: GoldEvent) -> set[str]:
    """The words of its place arguments."""
    return {_bare(document.text[slice(*span)]) for role, span in event.arguments if role == "place"}


def _bare(words: str) -> str:
    return " ".join(words.casefold().removeprefix("the ").split())


def withhold(event: FoundEvent) -> FoundEvent:
    """The event without what would give the answer."""
    return event._replace(arguments=tuple(a for a in event.arguments if a.role not in SLOTS))


def iter_answers(document: GoldDocument, *, given: bool, own: bool) -> Iterator[tuple[str, GoldEvent, str | None]]:
    """(slot, event, answer) for each event."""
    text, table = document.text, entity_table(document)
    found = tuple(e if given else withhold(e) for e in found_events(document))
    spans, said, named = sentences(document), attributions(document, table), mentions(document, table)
    dates = find_event_times(text, spans, found, gold_times(document, own=own), said)
    places = find_event_places(text, spans, found, named, said)
    words = {m.id: _bare(text[m.start : m.end]) for m in named}
    for event, date, place in zip(document.events.values(), dates, places, strict=True):
        yield "time", event, date
        yield "place", event, words[place] if place else None


def judge(document: GoldDocument, slot: str, event: GoldEvent, answer: str | None) -> str:
    """What an answer is."""
    wanted = (wanted_times if slot == "time" else wanted_places)(document, event)
    if wanted:
        return "right" if answer in wanted else "missed" if answer is None else "wrong"
    if answer is None:
        return "right null"
    incident = next((i for i in document.incidents.values() if event.id in i.events), None)
    of = incident and (incident.edtf if slot == "time" else _bare(incident.place or ""))
    return "of its incident" if answer == of else "spurious"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("splits", nargs="*", default=["dev", "test"])
    parser.add_argument("--own-times", action="store_true")
    parser.add_argument("--errors", action="store_true", help="print each answer that is not right (train only)")
    args = parser.parse_args()
    for given in (True, False):
        counts: Counter[tuple[str, str]] = Counter()
        for document in gold_documents(*args.splits):
            for slot, event, answer in iter_answers(document, given=given, own=args.own_times):
                verdict = judge(document, slot, event, answer)
                counts[slot, verdict] += 1
                if args.errors and not given and document.split == "train" and not verdict.startswith("right"):
                    print_error(document, slot, event, verdict, answer)
        for slot in SLOTS:
            print_slot(slot, "given" if given else "withheld", {v: n for (s, v), n in counts.items() if s == slot})


def print_error(document: GoldDocument, slot: str, event: GoldEvent, verdict: str, answer: str | None) -> None:
    """One line, tab-separated, with what stands around the trigger."""
    start, end = event.trigger
    wanted = (wanted_times if slot == "time" else wanted_places)(document, event)
    around = " ".join(document.text[max(0, start - 120) : end + 100].split())
    print(slot, verdict, document.id, event.id, document.text[start:end], answer, wanted, around, sep="\t")


def print_slot(slot: str, setting: str, counts: dict[str, int]) -> None:
    """One line: the share of right answers and null answers, and the counts."""
    total = sum(counts.values())
    right, null = counts.get("right", 0), counts.get("right null", 0)
    told = sum(counts.get(v, 0) for v in ("right", "missed", "wrong"))
    answered = total - null - counts.get("missed", 0)
    shares = (
        ("right", right + null, total),
        (f"of {told} told", right, told),
        (f"of {answered} answers", right, answered),
    )
    figures = "   ".join(f"{name} {percent(part, whole):5.1f} %" for name, part, whole in shares)
    print(f"{slot:6s} {setting:9s} {figures}   {dict(sorted(counts.items()))}")


if __name__ == "__main__":
    main()
