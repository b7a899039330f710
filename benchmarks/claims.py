"""Factuality, tense and the set of claims with oracle inputs from corpus/gold.

    PYTHONPATH=src:. python benchmarks/claims.py train|dev|test… [--scored] [--errors author|source|claims]

Attributions, triggers, events, incidents, figures and responsibilities are the gold's; without --scored nothing of how
surely is known but the rules, with it the commitment is the gold's innermost level (an upper bound for the heads). A
claim is (attribution or author, type, event or figure or incident with its actor); statements of the author are not
counted, as the gold writes none.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from averral.extract.propositions import Assembly, FoundResponsibility, Material, assemble_claims
from averral.records import Span
from benchmarks import gold_records
from training.gold import GoldDocument

Key = tuple[int, str, str | None, str | None]


def responsibilities(document: GoldDocument) -> tuple[FoundResponsibility, ...]:
    """The gold's, with the actor's words for its entity, and the first trigger for the author's span."""
    found = []
    for claim in document.claims:
        if claim.type != "responsibility":
            continue
        events = document.incidents[claim.of or ""].events
        content = document.attributions[claim.by].content if claim.by else None
        span = content[0] if content else document.events[events[0]].trigger if events else (0, 1)
        found.append(
            FoundResponsibility(claim.of or "", claim.actor, Span(*span), gold_records.attribution_id(claim.by))
        )
    return tuple(found)


def assemble(document: GoldDocument, *, scored: bool) -> Assembly:
    table = gold_records.entity_table(document)
    attributions = gold_records.attributions(document, table)
    events = gold_records.found_events(document, committed=scored)
    return assemble_claims(
        Material(
            text=document.text,
            sentences=gold_records.sentences(document),
            attributions=attributions,
            probabilities=[1.0] * len(attributions),
            events=dict(zip(document.events, events, strict=True)),
            incidents=gold_records.incidents(document, table),
            figures=gold_records.casualty_figures(document),
            responsibilities=responsibilities(document),
            scored=scored,
        )
    )


def found_claims(document: GoldDocument, assembly: Assembly) -> dict[Key, Any]:
    figures = {(d.span, d.kind): d.id for _, d in gold_records.gold_casualties(document)}
    by_claim = {c: d.id for c, (_, d) in zip(assembly.figures, gold_records.gold_casualties(document), strict=True)}
    found = {}
    for claim in assembly.claims:
        by = int(claim.attribution[1:]) if claim.attribution else 0
        kind, of = claim.proposition.type, claim.proposition.event or claim.proposition.incident
        if kind == "casualties":
            near = [v for (span, _), v in figures.items() if span == (claim.start, claim.end)]
            of = by_claim.get(claim.id) or (near[0] if near else None)
        if kind != "statement" or by:
            found[by, kind, of, claim.proposition.subject] = claim
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("splits", nargs="+", choices=("train", "dev", "test"))
    parser.add_argument("--scored", action="store_true")
    parser.add_argument("--errors", choices=("author", "source", "tense", "claims"))
    args = parser.parse_args()
    if args.errors and set(args.splits) != {"train"}:
        parser.error("only train may be looked at")
    counts: Counter[str] = Counter()
    for document in gold_records.gold_documents(*args.splits):
        judge(document, assemble(document, scored=args.scored), counts, args.errors)
    report(counts)


def judge(document: GoldDocument, assembly: Assembly, counts: Counter[str], errors: str | None) -> None:
    for name, event in document.events.items():
        right = assembly.factuality[name] == event.factuality
        counts.update(("author", "author right") if right else ("author",))
        if errors == "author" and not right:
            got = assembly.factuality[name]
            print(f"{document.id} {name} {event.factuality} != {got} {around(document, *event.trigger)}")
    gold: dict[Key, Any] = {(c.by, c.type, c.of, c.actor): c for c in document.claims}
    found = found_claims(document, assembly)
    for key in gold.keys() | found.keys():
        side = "hit" if key in gold and key in found else "missed" if key in gold else "extra"
        counts.update((side, f"{side} {key[1]}", f"{side} {'attributed' if key[0] else 'author'}"))
        if errors == "claims" and side != "hit" and key[1] != "statement":
            print(f"{document.id} {side} {key} {_where(document, key)}")
        if side == "hit" and key[1] != "responsibility":
            for what in ("factuality", "tense"):
                wanted, got = getattr(gold[key], what), getattr(found[key], what)
                voice = "source" if key[0] else "author's claim"
                counts.update((f"{what} {voice}", f"{what} {voice} right") if wanted == got else (f"{what} {voice}",))
                if wanted != got and errors == {"factuality": "source"}.get(what, what):
                    print(f"{document.id} {key} {wanted} != {got} {_where(document, key)}")


def _where(document: GoldDocument, key: Key) -> str:
    cue = document.attributions[key[0]].cue if key[0] else ()
    words = f"[{document.text[slice(*cue[0])]}] " if cue else ""
    if key[1] == "event":
        return words + around(document, *document.events[key[2] or ""].trigger)
    if key[0]:
        content = document.attributions[key[0]].content[0]
        return words + repr(document.text[slice(*content)][:90])
    return words


def around(document: GoldDocument, start: int, end: int) -> str:
    text = document.text
    return repr(f"{text[max(0, start - 90) : start]}<{text[start:end]}>{text[end : end + 40]}")


def report(counts: Counter[str]) -> None:
    print(f"events, author's factuality: {_share(counts, 'author')}")
    for what in ("factuality source", "factuality author's claim", "tense source", "tense author's claim"):
        print(f"claims, {what}: {_share(counts, what)}")
    for kind in ("", " attributed", " author", " event", " casualties", " statement", " responsibility"):
        hit, missed, extra = (counts[f"{side}{kind}"] for side in ("hit", "missed", "extra"))
        f1 = 2 * hit / max(1, 2 * hit + missed + extra)
        print(f"set of claims{kind or ' (all)'}: F1 {f1:.3f} ({hit} right, {missed} missed, {extra} extra)")


def _share(counts: Counter[str], what: str) -> str:
    return f"{counts[f'{what} right'] / max(1, counts[what]):.3f} of {counts[what]}"


if __name__ == "__main__":
    main()
