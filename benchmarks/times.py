"""Time expressions: how many values are right.

    python benchmarks/times.py --gum ../shared/data/gum [--genre news] [--show]
    python benchmarks/times.py --recognizers ../shared/data/recognizers_specs [--show]

GUM: every <date> element that has a value (when, from/to, notBefore/notAfter). It is right when a time that overlaps it
covers the same days (the same minute, for times), or when it is one end of an interval that we read as one: gold marks
"2004" and "2009" in "from 2004 to 2009" each on its own, and leaves the "until" out of "until last week". The document
was published on its dateCreated.

Recognizers-Text (DateTimeModel, English): every expected result of a case that news can hold; WORDS_LEFT_OUT and
`left_out` say what is left out and why. Where the specification lists several readings (the last and the next Friday),
each is right, as it is there. Conventions differ without being wrong, so these count as right too: ranges end before
their last day there and with it here, and "from 2014 to 2018" ends with 2018's first day there and its last here;
"within nine months" is a range there and a duration here; a part of a day ("Tuesday night") is right when the day is;
"two months ago" is a day there and an approximate month here, which must hold that day; approximate stretches
("mid-May") must share more than half of their days. "Strict" is the share without the last two.
"""

from __future__ import annotations

import argparse
import calendar
import json
import re
import sys
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from averral.extract.times import find_times
from averral.records import Span, Time

SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
Days = tuple[date | None, date | None]


def month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def days_of(value: str) -> Days:
    """First and last day of one EDTF date without an interval."""
    value = value.strip("~?%")[:10]
    if value in ("", ".."):
        return None, None
    if "X" in value:
        low, high = int(value.replace("X", "0")), int(value.replace("X", "9"))
        return date(low or 1, 1, 1), date(high, 12, 31)
    parts = [int(p) for p in value.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 3:
        return date(*parts), date(*parts)
    year, month = parts
    if month in SEASONS:
        first = date(year, SEASONS[month], 1)
        last = first + timedelta(80)
        return first, month_end(last.year, last.month)
    return date(year, month, 1), month_end(year, month)


def ends_of(edtf: str) -> tuple[Days, Days]:
    start, slash, end = edtf.partition("/")
    return days_of(start), days_of(end if slash else start)


# GUM


class Gold(NamedTuple):
    start: int
    end: int
    attributes: dict[str, str]


def read_gum(root: Path, name: str) -> tuple[str, str | None, list[Gold], list[Span]]:
    """Text, day of publication, dates and blocks of a document: the XML's tokens are those of the CoNLL-U file."""
    conllu = (root / "dep" / f"{name}.conllu").read_text()
    text, blocks, positions, space = "", [0], [], False
    for line in conllu.splitlines():
        if line.startswith("# newpar_block") or (line.startswith("# newpar") and not text.endswith("\n\n")):
            text, space = (text + "\n\n" if text else ""), False
            blocks.append(len(text))
        columns = line.split("\t")
        if len(columns) == 10 and columns[0].isdigit():
            text += " " * space
            positions.append((len(text), len(text) + len(columns[1])))
            text += columns[1]
            space = "SpaceAfter=No" not in columns[9]
    gold, index, stack = [], 0, []
    for line in (root / "xml" / f"{name}.xml").read_text().splitlines():
        if "\t" in line:
            index += 1
        elif line.startswith("<date"):
            stack.append((index, dict(re.findall(r'(\w+)="([^"]*)"', line))))
        elif line.startswith("</date>"):
            first, attributes = stack.pop()
            gold.append(Gold(positions[first][0], positions[index - 1][1], attributes))
    created = re.search(r"dateCreated = (\S+)", conllu)
    borders = sorted({*blocks, len(text)})
    spans = [Span(a, b) for a, b in pairwise(borders)]
    return text, created and created[1], gold, spans


def is_right(attributes: dict[str, str], edtf: str) -> bool:
    """Whether an EDTF value covers what the attributes of a date element say."""
    when = attributes.get("when")
    if edtf[0] in "PRT[{":
        return False
    if when and "T" in when:
        return edtf[:16] == when[:16]
    low = attributes.get("from", attributes.get("notBefore", when)) or ""
    high = attributes.get("to", attributes.get("notAfter", when)) or ""
    wanted = (days_of(low)[0], days_of(high)[1])
    first, last = ends_of(edtf)
    if (first[0], last[1]) == wanted or ("/" in edtf and wanted in (first, last)):
        return True
    if first == (None, None):
        return last[1] == wanted[1]
    return wanted[0] is None and last[1] == wanted[1]


def gum_values(attributes: dict[str, str]) -> bool:
    given = [v for k, v in attributes.items() if k in ("when", "from", "to", "notBefore", "notAfter")]
    return bool(given) and all(re.fullmatch(r"\d{4}(-\d{2}){0,2}(T[\d:]+)?", v) for v in given)


def score_gum(root: Path, genre: str, show: bool) -> Counter[str]:
    n: Counter[str] = Counter()
    for path in sorted((root / "xml").glob(f"GUM_{genre}_*.xml")):
        text, published, gold, spans = read_gum(root, path.stem)
        times = find_times(text, spans, published)
        n["found"] += len(times)
        n["found, without value"] += sum(t.edtf is None for t in times)
        for each in gold:
            if not gum_values(each.attributes):
                continue
            n["gold"] += 1
            near = [t for t in times if t.start < each.end and each.start < t.end]
            n["overlapped"] += bool(near)
            right = any(t.edtf and is_right(each.attributes, t.edtf) for t in near)
            n["right"] += right
            if show and not right:
                got = [(text[t.start : t.end], t.edtf) for t in near]
                print(path.stem, published, repr(text[max(0, each.start - 40) : each.end + 20]), each.attributes, got)
    return n


# Recognizers-Text

WORDS_LEFT_OUT = {
    "a command to an assistant": "cortana|schedule|book|remind|set (up|ooo|out)|my calendar|create appointment",
    "a query with an operator": (
        "greater|more than|less than|or later|and later|and after|no later|later than|as (late|early) as"
    ),
    "chat spelling": "tmrw|tonite|otd|eod|eoy|noonish|11ish|cy|sy|sy18|cy18|9[ap]|7p|7ampm|mar[34]|dec31|[pa] m",
    "counted from a date told before": (
        r"later|following|previous|same|that|for the|the next day|the day (before|after)(?! \w)|the fortnight$"
        r"|(of|in|at) (the )?(day|week|month|year)\W*$"
    ),
    "of the business, school or tax calendar": (
        r"business days|workweek|working week|fiscal|school year|week \d+|w/c|weekday|(year )?to date"
    ),
    "feasts of one country or church": (
        "thanksgiving|halloween|independence day|easter|earth day|black friday|labor day|patrick|juneteenth"
        "|workers' day|eid al fitr"
    ),
    "counted in minutes or hours from now": (
        r"now|at (the|this) (moment|minute|time|present)|at present"
        r"|(in|within|last|next|past|coming|previous|from) .*(minutes?|min|hours?|2h)"
    ),
    "an instant for the end of a day": "end of (the |this )?(day|today|tomorrow|sunday)",
    "meals": "lunch|lunchtime|dinner|dinnertime|breakfast",
    "a clock read out in words": (
        "(thirty|forty|fifteen|twenty|past)[ -](two|three|four|five|six|seven|eight|nine|thirty|minutes)"
        "|(one|two|three|seven|nine) (thirty|forty)"
    ),
}
MARKS_LEFT_OUT = {
    "a query with an operator": r"[<>=]",
    "chat spelling": r"@|\d[ap]\b|\d:\d\d[ap]\b|p \. m",
    "in an address or a file name": r"www|\.xlsx|-20200701-|-2020-07-01-",
}
FILTERS = [(r, re.compile(rf"(?<!\w)({words})(?!\w)", re.IGNORECASE)) for r, words in WORDS_LEFT_OUT.items()]
FILTERS += [(r, re.compile(marks, re.IGNORECASE)) for r, marks in MARKS_LEFT_OUT.items()]
VAGUE = re.compile(r"(?i)\b(few|some|several|couple)\b")
PART_OF_DAY = re.compile(r"T(MO|AF|EV|NI|DT|NT|ME\w)")


def parse(value: str) -> str:
    return value.strip().replace(" ", "T")[:16]


def ambiguous_numbers(text: str) -> bool:
    """Day and month in numbers that may be either way round, or without a year (a fraction, elsewhere)."""
    match = re.search(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2,4}))?(?![\d/])", text)
    return bool(match) and (match[3] is None or (int(match[1]) <= 12 and int(match[2]) <= 12))


def left_out(case: dict[str, Any], result: dict[str, Any]) -> str | None:
    """Why a result is not measured; null where it is."""
    values = (result.get("Resolution") or {}).get("values") or []
    kind = str(result.get("TypeName", "")).removeprefix("datetimeV2.")
    words, unresolved = result["Text"], any("not resolved" in str(v.get("value")) for v in values)
    reasons = [reason for reason, pattern in FILTERS if pattern.search(case["Input"])]
    checks = {
        "a set or a time zone": kind in ("set", "timezone", ""),
        "ambiguous numbers, read the American way": ambiguous_numbers(words) and not re.search(r"\d:\d", words),
        "a number for a vague count": bool(VAGUE.search(words)),
        "a part of no day": kind == "timerange" and any(PART_OF_DAY.search(v.get("timex", "")) for v in values),
        "not resolved there either": unresolved and not re.search("30|29", words),
        "the future, though nothing says so": is_unsaid_future(case, values),
        "morning or evening, undecided": is_either_half(values),
    }
    return next(iter(reasons), None) or next((reason for reason, holds in checks.items() if holds), None)


def is_unsaid_future(case: dict[str, Any], values: list[dict[str, str]]) -> bool:
    """Whether every reading lies ahead of the reference, and neither a year nor a word says that it does."""
    reference = (case.get("Context") or {}).get("ReferenceDateTime", "")[:10]
    said = re.search(r"(?i)\d{4}|\b(will|next|tomorrow|coming|upcoming|ahead|from|in)\b|'ll", case["Input"])
    days = [str(v.get("start") or v.get("value"))[:10] for v in values]
    return not said and all(re.fullmatch(r"\d{4}-\d\d-\d\d", d) and d > reference for d in days)


def is_either_half(values: list[dict[str, str]]) -> bool:
    clocks = {m[1] for v in values if (m := re.search(r"T(\d\d)", v.get("timex", "")))}
    return any(f"{int(c) + 12:02d}" in clocks for c in clocks)


def seconds_of(duration: str) -> float:
    units = {"Y": 31_536_000, "M": 2_592_000, "W": 604_800, "D": 86_400, "TH": 3600, "TM": 60, "TS": 1}
    total, clock = 0.0, ""
    for number, letter in re.findall(r"([\d.]*)([A-Z])", duration[1:]):
        if letter == "T":
            clock = "T"
        else:
            total += float(number) * units[clock + letter]
    return total


def matches(value: dict[str, str], edtf: str | None, *, strict: bool) -> bool:
    """Whether our value is a reading that the specification lists."""
    kind, given = value["type"], value.get("value")
    if given == "not resolved" or edtf is None:
        return given == "not resolved" and edtf is None
    if edtf[0] == "P":
        length = re.fullmatch(r"\(.*,(P\w+)\)", value.get("timex", ""))
        return (kind == "duration" and abs(seconds_of(edtf) - float(given or 0)) < 1) or bool(
            length and edtf == length[1]
        )
    if edtf[0] in "[{" or kind == "duration":
        return False
    if given:
        return matches_point(kind, parse(given), edtf, strict=strict)
    return matches_range(value, edtf, strict=strict)


def matches_point(kind: str, given: str, edtf: str, *, strict: bool) -> bool:
    if kind in ("time", "timerange"):
        return edtf.rpartition("T")[2][:5] == given[:5]
    if kind == "datetime":
        return edtf[:16] == given
    if edtf[0] == "T":
        return False
    day = date.fromisoformat(given)
    first, last = ends_of(edtf)
    held = first[0] and last[1] and first[0] <= day <= last[1]
    return (first[0], last[1]) == (day, day) or bool(not strict and held and "~" in edtf and "/" not in edtf)


def matches_range(value: dict[str, str], edtf: str, *, strict: bool) -> bool:
    start, end = (value.get(k) for k in ("start", "end"))
    if PART_OF_DAY.search(value.get("timex", "")):
        return edtf[:10] == str(start or end)[:10]
    if ":" in str(start or end):
        wanted = [parse(v) if v and "-" in v else "T" + v[:5] if v else ".." for v in (start, end)]
        return [ours[:16] for ours in edtf.split("/")] == wanted
    if edtf[0] == "T":
        return False
    first, last = ends_of(edtf)
    if "~" in edtf and not strict and start and end and first[0] and last[1]:
        return overlap((date.fromisoformat(start), date.fromisoformat(end)), (first[0], last[1])) > 0.5
    after = "after" in value.get("Mod", "")
    return fits(start, (first[1] if after else first[0],) if first[0] else (), 1 if after else 0) and fits(end, last, 1)


def overlap(theirs: tuple[date, date], ours: tuple[date, date]) -> float:
    """Days that both cover, of the days that either covers; their last day is outside."""
    stop = ours[1] + timedelta(1)
    both = (min(theirs[1], stop) - max(theirs[0], ours[0])).days
    return both / (max(theirs[1], stop) - min(theirs[0], ours[0])).days


def fits(given: str | None, ours: tuple[date | None, ...], beyond: int) -> bool:
    """Whether a bound of theirs is one of the days of ours, or lies that far beyond the last."""
    days = [d for d in ours if d]
    if given is None or not days:
        return given is None and not days
    return date.fromisoformat(given[:10]) in (*days, days[-1] + timedelta(beyond))


def score_recognizers(root: Path, show: bool) -> Counter[str]:
    n: Counter[str] = Counter()
    for case in json.loads((root / "Specs/DateTime/English/DateTimeModel.json").read_text("utf-8-sig")):
        text = case["Input"]
        published = ((case.get("Context") or {}).get("ReferenceDateTime") or "")[:10] or None
        times = find_times(text, [Span(0, len(text))], published)
        if not case["Results"] and not any(p.search(text) for _, p in FILTERS):
            n["nothing to find"] += 1
            n["nothing to find, and found"] += bool(times)
            if show and times:
                print("FALSE", repr(text), [(text[t.start : t.end], t.edtf) for t in times])
        for result in case["Results"]:
            score_result(case, result, times, n, show)
    return n


def score_result(
    case: dict[str, Any], result: dict[str, Any], times: tuple[Time, ...], n: Counter[str], show: bool
) -> None:
    reason = left_out(case, result)
    n[f"left out: {reason}" if reason else "expected"] += 1
    if reason:
        return
    start, text = result.get("Start", 0), case["Input"]
    end = result.get("End", len(text)) + 1
    near = [t for t in times if t.start < end and start < t.end]
    values = result["Resolution"]["values"]
    right = any(matches(v, t.edtf, strict=False) for t in near for v in values)
    n["right, strict"] += any(matches(v, t.edtf, strict=True) for t in near for v in values)
    n["overlapped"] += bool(near)
    n["right"] += right
    if show and not right:
        got = [(text[t.start : t.end], t.edtf) for t in near]
        values = [(v.get("value"), v.get("start"), v.get("end"), v.get("Mod")) for v in result["Resolution"]["values"]]
        print(
            repr(text[:90]), (case.get("Context") or {}).get("ReferenceDateTime", "")[:10], result["Text"], values, got
        )


def print_table(title: str, n: Counter[str], whole: str) -> None:
    print(title)
    for key in sorted(n, key=lambda k: (k.startswith("left out"), -n[k])):
        share = f"{100 * n[key] / n[whole]:6.1f} %" if key.startswith(("right", "overlapped")) else ""
        print(f"  {key:48s} {n[key]:5d} {share}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gum", type=Path)
    parser.add_argument("--genre", default="news")
    parser.add_argument("--recognizers", type=Path)
    parser.add_argument("--show", action="store_true", help="print what is not right")
    args = parser.parse_args()
    if not (args.gum or args.recognizers):
        sys.exit("give --gum or --recognizers")
    if args.gum:
        print_table(f"GUM {args.genre}", score_gum(args.gum, args.genre, args.show), "gold")
    if args.recognizers:
        print_table("Recognizers-Text", score_recognizers(args.recognizers, args.show), "expected")


if __name__ == "__main__":
    main()
