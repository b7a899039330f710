"""Words of time: which category each belongs to, and what it stands for.

A category is the alphabet of the patterns in `grammar.py`: a text becomes one character a token, and rules are regular
expressions over those. Words that are mostly no time at all ("may", "march", "second", "sun", "fall") have categories
of their own, which the patterns accept only beside other evidence.
"""

from __future__ import annotations

from typing import Any, Final

__all__ = [
    "ABBREVIATED_DAYS",
    "AFTER_MODAL",
    "CLASSES",
    "NAME_MONTHS",
    "NEWSPAPERS",
    "SHORT_MONTHS",
    "UNSURE_MONTHS",
    "WORDS",
]

_MONTHS: Final = (
    "january february march april may june july august september october november december",
    "jan feb mar apr - jun jul aug sep oct nov dec",
    "- - - - - - - - sept - - -",
)
UNSURE_MONTHS: Final = frozenset(
    {"may", "march", "jan", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "dec"}
)
"""Verbs, names and abbreviations: a month only after a preposition or beside a number."""
SHORT_MONTHS: Final = frozenset({"feb", "nov"})
"""Abbreviations that are nothing else."""
NAME_MONTHS: Final = frozenset({"april", "june", "august"})
NEWSPAPERS: Final = frozenset({"times", "post", "mirror", "telegraph", "express", "herald", "gazette", "mail", "sun"})
"""What is named after a weekday or after how often it appears."""
AFTER_MODAL: Final = frozenset(
    {"be", "have", "not", "also", "well", "never", "yet", "face", "still", "need", "take", "is", "was", "will"}
)
"""Words behind "may" that show, in capitals too, that it is no month."""
_WEEKDAYS: Final = (
    "monday tuesday wednesday thursday friday saturday sunday",
    "mon tue wed thu fri sat sun",
    "- tues - thur - - -",
    "- - - thurs - - -",
)
ABBREVIATED_DAYS: Final = frozenset(w for line in _WEEKDAYS[1:] for w in line.split())

_NUMBERS: Final = {
    "ones": "one two three four five six seven eight nine",
    "teens": "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
}
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS: Final = (
    "first - third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth - - - - - - - - - thirtieth"
)
_DECADES: Final = "thirties forties fifties sixties seventies eighties nineties"

_DAYPARTS: Final = "morning afternoon evening dawn dusk daybreak sunrise sunset nightfall lunchtime"

_PLAIN: Final = {
    "last": "last",
    "past": "past",
    "previous": "previous preceding prior",
    "this": "this current",
    "next": "next",
    "coming": "coming upcoming forthcoming",
    "following": "following ensuing subsequent",
    "same": "same",
    "that": "that",
    "ago": "ago back",
    "later": "later afterwards afterward",
    "earlier": "earlier previously beforehand",
    "before": "before",
    "after": "after",
    "since": "since",
    "until": "until till til",
    "by": "by",
    "from": "from",
    "to": "to",
    "through": "through thru",
    "between": "between",
    "and": "and",
    "or": "or",
    "of": "of",
    "in": "in",
    "on": "on",
    "at": "at",
    "during": "during throughout",
    "within": "within",
    "over": "over",
    "for": "for",
    "starting": "starting effective",
    "onward": "onwards onward",
    "around": "around approximately roughly",
    "about": "about",
    "circa": "c ca circa",
    "almost": "almost nearly",
    "perhaps": "perhaps possibly probably",
    "the": "the",
    "a": "a an",
    "other": "other",
    "every": "every each",
    "times": "once twice thrice",
    "per": "per",
    "half": "half",
    "ampm": "am pm",
    "dayparts": "mornings afternoons evenings nights",
    "hundred": "hundred",
    "thousand": "thousand",
    "vague": "few several some many",
    "recent": "recent",
    "couple": "couple",
    "tonight": "tonight",
    "overnight": "overnight",
    "now": "now present",
    "local": "local",
    "time": "time",
    "old": "old",
    "age": "age aged",
    "prefix": "pre post",
    "fiscal": "fiscal financial school academic tax",
    "oclock": "oclock",
    "hours": "hrs hr h",
    "shortunit": "min mins sec secs",
    "second": "second",
    "zone": "gmt utc z",
    "era": "bc bce",
    "christmas": "christmas",
    "new": "new",
    "eve": "eve",
    "counted": (
        "people persons men women children civilians soldiers troops fighters rebels police officers houses homes"
        " families votes dollars euros pounds metres meters kilometres kilometers miles feet km m kg tonnes percent"
        " villages prisoners refugees students workers copies times others more million billion"
    ),
    "numbered": (
        "no nos number article articles resolution flight section page room highway model chapter verse law act route"
        " unit line channel building block floor division brigade battalion case file paragraph rule figure table"
        " boeing airbus windows version area gate platform district precinct ward seat psalm"
    ),
    "naming": (
        "black good bloody super ash holy palm cyber ruby mr mrs ms miss fat shrove giving maundy easter man sheffield"
    ),
}
_UNITS: Final = {
    "u_second": "seconds",
    "u_minute": "minute minutes",
    "u_hour": "hour hours",
    "u_day": "day days",
    "u_night": "night",
    "u_week": "week weeks",
    "u_weekend": "weekend",
    "u_fortnight": "fortnight fortnights",
    "u_month": "month months",
    "u_quarter": "quarter quarters",
    "u_year": "year years",
    "u_decade": "decade decades",
    "u_century": "century centuries",
}
_VALUED: Final[dict[str, dict[str, Any]]] = {
    "dayword": {"today": 0, "yesterday": -1, "tomorrow": 1},
    "season": {"summer": 22, "autumn": 23, "winter": 24},
    "unsure_season": {"spring": 21, "fall": 23},
    "part": {"early": 0, "mid": 1, "late": 2},
    "beginning": {"beginning": 0},
    "edge": {"start": 0, "middle": 1, "end": 2, "close": 2},
    "noon": {"noon": 12, "midday": 12, "midnight": 24},
    "daypart": {word: word for word in _DAYPARTS.split()},
    "frequency": {
        "daily": (1, "day"),
        "nightly": (1, "day"),
        "weekly": (1, "week"),
        "fortnightly": (2, "week"),
        "monthly": (1, "month"),
        "quarterly": (3, "month"),
        "yearly": (1, "year"),
        "annual": (1, "year"),
        "annually": (1, "year"),
        "biannual": None,
        "everyday": (1, "day"),
    },
}
_MARKS: Final = {
    "dash": "-–—‑−~",
    "comma": ",",
    "dot": ".",
    "slash": "/",
    "open": "(",
    "close": ")",
    "counted": "%",
}


def _index(lines: tuple[str, ...], start: int) -> dict[str, int]:
    return {word: i for line in lines for i, word in enumerate(line.split(), start) if word != "-"}


def _words() -> dict[str, tuple[str, Any]]:
    table: dict[str, tuple[str, Any]] = {w: (code, w) for code, words in _PLAIN.items() for w in words.split()}
    table |= {w: (code, code[2:]) for code, words in _UNITS.items() for w in words.split()}
    table |= {w: (code, value) for code, values in _VALUED.items() for w, value in values.items()}
    table |= {w: ("ones", i) for w, i in _index((_NUMBERS["ones"],), 1).items()}
    table |= {w: ("teens", i) for w, i in _index((_NUMBERS["teens"],), 10).items()}
    table |= {w: ("tens", i * 10) for w, i in _index((_TENS,), 2).items()}
    table |= {w: ("ordinal", i) for w, i in _index((_ORDINALS,), 1).items()}
    table |= {w: ("decadeword", 1900 + i * 10) for w, i in _index((_DECADES,), 3).items()}
    table |= {w: ("month", i) for w, i in _index(_MONTHS, 1).items()}
    table |= {w: ("weekday", i) for w, i in _index(_WEEKDAYS, 0).items()}
    table |= {w + "s": ("weekdays", i) for w, i in _index(_WEEKDAYS[:1], 0).items()} | {"weekends": ("weekdays", 5)}
    return table | {mark: (code, mark) for code, marks in _MARKS.items() for mark in marks}


WORDS: Final = _words()
"""Lower-case word or mark → category and value."""

CLASSES: Final[dict[str, tuple[str, ...]]] = {
    "small": ("pad", "n12", "n24", "n31", "n59", "n99"),
    "count": ("pad", "n12", "n24", "n31", "n59", "n99", "number"),
    "day": ("pad", "n12", "n24", "n31", "ordinal"),
    "hour": ("zero", "pad", "n12", "n24"),
    "minute": ("zero", "pad", "n12", "n24", "n31", "n59"),
    "anymonth": ("month", "short_month", "unsure_month", "low_month"),
    "sure_month": ("month", "short_month"),
    "dotted_month": ("short_month", "unsure_month"),
    "anyday": ("weekday", "unsure_day"),
    "anyseason": ("season", "unsure_season"),
    "nth": ("ordinal", "second"),
    "join": ("dash", "slash"),
    "anyedge": ("edge", "beginning"),
    "bigunit": ("u_week", "u_fortnight", "u_month", "u_quarter", "u_year", "u_decade", "u_century"),
    "calendarunit": ("u_day", "u_week", "u_month", "u_quarter", "u_year", "u_decade", "u_century"),
    "anyunit": (
        "second", "u_second", "u_minute", "u_hour", "u_day", "u_night", "u_week", "u_weekend", "u_fortnight",
        "u_month", "u_quarter", "u_year", "u_decade", "u_century",
    ),
    "partofday": ("daypart", "u_night"),
    "step": ("last", "past", "previous", "this", "next", "coming", "following", "same", "that"),
    "feast_cue": ("on", "at", "in", "since", "until", "by", "before", "after", "last", "this", "next", "around"),
    "clock_cue": (
        "at", "by", "from", "until", "around", "about", "circa", "before", "after", "since", "to", "and", "between",
    ),
    "day_cue": (
        "on", "since", "until", "by", "from", "to", "between", "and", "of", "before", "after", "through", "dash",
    ),
    "year_cue": (
        "in", "since", "until", "by", "from", "during", "before", "after", "through", "part", "edge", "beginning",
        "starting", "month", "season", "prefix",
    ),
    "weak_cue": ("of", "over", "to", "between", "around", "about", "almost", "and", "or", "dash"),
    "month_cue": (
        "in", "since", "until", "by", "from", "during", "of", "before", "after", "through", "around", "part", "last",
        "this", "next", "past", "between", "following", "starting", "previous", "same", "that", "coming",
    ),
}  # fmt: skip
