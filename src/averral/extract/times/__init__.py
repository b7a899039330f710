"""Dates, times, durations, intervals and sets in English reports, each with an EDTF value where something anchors it.

What it gives: dates as `2019-03-14`, `2019-03`, `2019`; seasons `2019-21` (spring) to `2019-24`; decades `199X` and
centuries `19XX`; times `2019-03-14T21:30`, with a final Z where the text says GMT or UTC; intervals `a/b`, open ones
`../b` and `a/..`, with one end unknown `/b`; one of several `[a,b]`, all of several `{a,b}`; `~` approximate, `?`
uncertain (the year was taken from the running text). Weeks, weekends, quarters, halves, and the thirds that "early",
"mid" and "late" stand for have no name of their own in EDTF and are intervals. Beyond EDTF, from ISO 8601-1: durations
`P3D`, `PT2H`; sets `R/P1W`, which recur in every such span; times of day without a date, `T21:30`.

Parts of the day ("Tuesday night") have no EDTF form either: the value is the day, the kind is time. Bounds count as
inside: "before 2010" is `../2010`. Nothing is resolved against publication that the text counts from elsewhere: "two
days later" counts from the date told last, and is null where none was.
"""

from averral.extract.times.finder import find_times

__all__ = ["find_times"]
