"""How far two annotators of the same documents agree, layer by layer.

    python benchmarks/agreement.py [--gold corpus/gold] [--second corpus/second] [--split train] [--show claims]

The second annotation is a folder of files in the format of corpus/gold, each with one document or more; the split is
that of gold. Layers, and when two things are the same, are defined in gold.py: gold stands for the first annotator,
found for the second, and F1 does not depend on who is first. Labels of things that both marked are given with Cohen's
kappa too.
`--show LAYER` prints what one has and the other has not, in training documents alone: the others stay unread.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.gold import iter_gold
from benchmarks.gold_match import Alignment, align, compare
from benchmarks.gold_view import AUTHOR, Saying, Thing, View, view_gold
from benchmarks.tally import Figures, Tally, print_figures
from training.gold import GoldDocument
from training.markup import Span


def pair_documents(
    gold: Iterable[GoldDocument], second: Iterable[GoldDocument]
) -> list[tuple[GoldDocument, GoldDocument]]:
    """The documents that both annotated.

    Raises:
        ValueError: a document has another text than its namesake, so offsets cannot be compared.
    """
    others = {d.id: d for d in second}
    pairs = [(d, others[d.id]) for d in gold if d.id in others]
    if differing := [d.id for d, other in pairs if d.text != other.text]:
        raise ValueError(f"annotated on another text: {', '.join(differing)}")
    return pairs


def agree(pairs: Iterable[tuple[GoldDocument, GoldDocument]]) -> Figures:
    """All layers over documents that both annotated."""
    tally = Tally()
    for first, second in pairs:
        compare(view_gold(first), view_gold(second), tally)
    return tally.figures()


# differences in words


def _quote(view: View, span: Span) -> str:
    return repr(" ".join(view.text[slice(*span)].split()))


def _thing(thing: Thing | None) -> str:
    return "-" if thing is None else min(thing.forms, key=lambda f: (-len(f), f))


def _events(view: View, _: Callable[[str], str]) -> Iterator[str]:
    for e in view.events.values():
        yield f"{e.trigger[0]:5d} {_quote(view, e.trigger)} {e.type} {e.factuality} {e.tense}"


def _arguments(view: View, _: Callable[[str], str]) -> Iterator[str]:
    for e in view.events.values():
        for role, thing in e.arguments:
            yield f"{e.trigger[0]:5d} {_quote(view, e.trigger)} {role} {_quote(view, thing.span or (0, 0))}"


def _incidents(view: View, _: Callable[[str], str]) -> Iterator[str]:
    for i in view.incidents.values():
        triggers = " ".join(_quote(view, t) for t in i.triggers)
        slots = {slot: [_thing(t) for t in things] for slot, things in i.slots.items() if things}
        perpetrators = [f"{_thing(t)} {confidence}" for t, confidence in i.perpetrators]
        first = min((t[0] for t in i.triggers), default=0)
        yield f"{first:5d} {i.type} {i.stage} {i.edtf} {_thing(i.place)} | {triggers} | {slots} | {perpetrators}"


def _figures(view: View, speaker: Callable[[str], str]) -> Iterator[str]:
    for f in view.figures:
        yield f"{f.span[0]:5d} {_quote(view, f.span)} {f.value} {sorted(map(speaker, f.by))}"


def _times(view: View, _: Callable[[str], str]) -> Iterator[str]:
    for span, edtf in view.times:
        yield f"{span[0]:5d} {_quote(view, span)} {edtf}"


def _attributions(view: View, speaker: Callable[[str], str]) -> Iterator[str]:
    for key, a in view.attributions.items():
        roles = " | ".join(" … ".join(_quote(view, s) for s in role) or "-" for role in (a.source, a.cue, a.content))
        yield f"{min(a.content)[0]:5d} {speaker(key)} {roles} | {a.basis}"


def _mentions(view: View, _: Callable[[str], str]) -> Iterator[str]:
    for m in view.mentions:
        yield f"{m.start:5d} {_quote(view, (m.start, m.end))} {m.type if m.name else m.type.lower()}"


def _claims(view: View, speaker: Callable[[str], str]) -> Iterator[str]:
    for c in view.claims:
        yield f"{c.type} {speaker(c.by)}: {_argument(view, c)} {c.factuality}"


def _argument(view: View, claim: Saying) -> str:
    if claim.type == "event" and claim.trigger:
        return f"{claim.trigger[0]} {_quote(view, claim.trigger)}"
    if claim.type == "responsibility" and claim.incident:
        return f"{view.incidents[claim.incident].type} {_thing(claim.actor)}"
    return str(sorted(claim.values, key=str)) if claim.values else ""


LAYERS: dict[str, Callable[[View, Callable[[str], str]], Iterator[str]]] = {
    "attributions": _attributions,
    "mentions": _mentions,
    "times": _times,
    "events": _events,
    "arguments": _arguments,
    "incidents": _incidents,
    "figures": _figures,
    "claims": _claims,
}


def list_differences(layer: str, first: View, second: View) -> Iterator[str]:
    """Lines of one annotator that are not among the other's: `-` the first's, `+` the second's."""
    alignment = align(first, second)
    left = Counter(LAYERS[layer](first, lambda key: key))
    right = Counter(LAYERS[layer](second, lambda key: _first_key(alignment, key)))
    rows = [(line, "-") for line in (left - right).elements()] + [(line, "+") for line in (right - left).elements()]
    yield from (f"{sign} {line}" for line, sign in sorted(rows))


def _first_key(alignment: Alignment, key: str) -> str:
    """The first annotator's number of the second's attribution."""
    if key == AUTHOR:
        return key
    return next((mine for mine, yours in alignment.attributions.items() if yours == key), f"{key}?")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("corpus/gold"))
    parser.add_argument("--second", type=Path, default=Path("corpus/second"))
    parser.add_argument("--split", choices=["train", "dev", "test"], help="all of them without it")
    parser.add_argument("--show", choices=list(LAYERS))
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    pairs = pair_documents(iter_gold(args.gold, args.split), iter_gold(args.second))
    if args.show:
        for first, second in pairs:
            if first.split == "train":
                print(f"## {first.id}")
                print("\n".join(list_differences(args.show, view_gold(first), view_gold(second))))
        return
    figures: Figures = {"documents": {"both": len(pairs)}, **agree(pairs)}
    if args.json:
        print(json.dumps(figures))
    else:
        print_figures(figures)


if __name__ == "__main__":
    main()
