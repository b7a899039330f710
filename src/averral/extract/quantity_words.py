"""What stands around numbers: words that bound them, and words that show that they count nothing."""

from __future__ import annotations

import re

from averral.extract.numerals import word_set

__all__ = [
    "ABOUT",
    "ABOVE",
    "AFTER",
    "AGED",
    "BEFORE",
    "BELOW",
    "CHANGES",
    "COUNTED",
    "IN_COMMAS",
    "LEAST",
    "LOOK_BACK",
    "MODIFIERS",
    "MOST",
    "MOVES",
    "POSSIBLY",
    "SCALABLE",
    "TAILS",
    "VAGUE",
    "YEAR_BEFORE",
]

VAGUE: dict[tuple[str, ...], tuple[int, int | None]] = {
    ("a", "couple", "of"): (2, 2),
    ("a", "couple"): (2, 2),
    ("a", "pair", "of"): (2, 2),
    ("both",): (2, 2),
    ("several",): (3, None),
    ("a", "few"): (3, None),
    ("a", "handful", "of"): (3, None),
    ("a", "handful"): (3, None),
    ("a", "score", "of"): (20, 20),
    ("tens", "of"): (20, None),
    ("dozens",): (24, None),
    ("scores",): (40, None),
    ("hundreds",): (200, None),
    ("100s",): (200, None),
    ("thousands",): (2000, None),
    ("1000s",): (2000, None),
    ("millions",): (2 * 10**6, None),
    ("tens", "of", "thousands"): (20_000, None),
    ("hundreds", "of", "thousands"): (200_000, None),
    ("tens", "of", "millions"): (2 * 10**7, None),
    ("hundreds", "of", "millions"): (2 * 10**8, None),
}
SCALABLE = frozenset(("a couple of", "a couple", "several", "a few"))
"""What multiplies: "several hundred" is 300..null."""

LEAST, ABOVE, MOST, BELOW, ABOUT = "least", "above", "most", "below", "about"
_SPELLED = {
    LEAST: "at least|not less than|no less than|no fewer than|not fewer than|a minimum of|minimum of|≥",
    ABOVE: "more than|over|above|upwards of|upward of|in excess of|exceeding|well over|greater than|>",
    MOST: "up to|as many as|at most|no more than|not more than|a maximum of|maximum of|≤",
    BELOW: "less than|fewer than|under|below|<",
    ABOUT: "about|around|approximately|approx|approx .|roughly|some|nearly|almost|close to|an estimated|"
    "estimated|circa|ca|"
    "ca .|just over|just under|in the region of|in the order of|perhaps|maybe|probably|possibly|~|≈|more or less|"
    "or so",
}
MODIFIERS = {tuple(words.split()): effect for effect, spelled in _SPELLED.items() for words in spelled.split("|")}
TAILS = {
    ("or", "more"): LEAST,
    ("plus",): LEAST,
    ("+",): LEAST,
    ("-", "plus"): LEAST,
    ("or", "so"): ABOUT,
    ("-", "odd"): ABOUT,
    ("odd",): ABOUT,
    ("or", "thereabouts"): ABOUT,
    ("or", "fewer"): MOST,
    ("or", "less"): MOST,
}
POSSIBLY = {(joint, word) for joint in ("and", "or") for word in ("possibly", "perhaps", "maybe")}
MOVES = word_set("ran run runs running drove drive drives driving roll rolled handed hand handing turned took taken")
"""Verbs that make "over" their own: "ran over three men"."""
AGED = word_set("aged children kids boys girls minors people persons women men those anyone everyone youths adults")
"""Before these, "under 12" and "over 60" are ages."""
CHANGES = word_set(
    "rose rise rises risen rising increased increase increasing climbed climbs jumped grew grown growing went up "
    "raised "
    "raise raising raises dropped fell fallen falling down revised lowered cut lowering changed moved"
)
"""With these, "from 20 to 31" is two numbers, not a range."""

_NAMED = (
    "January February March April June July August September October November December Jan Feb Mar Apr Jun Jul Aug "
    "Sept "
    "Sep Oct Nov Dec"
)
_MONTH = _NAMED.split()
_MONTHS = "|".join((*_MONTH, *map(str.upper, _MONTH), r"May|MAY(?!\s+(?i:have|be|not|also|die|still|yet|never))"))
_MEASURE = (
    r"%|°|º|per\s?cent|percent(?:age)?|pct|(?:kilo|centi|milli)?(?:metre|meter|gram|gramme|litre|liter|watt|ton|"
    "tonne)s?|"
    r"km|cm|mm|m(?!\s+(?:people|ppl))|kg|g|ft|lbs?|mph|kph|kmh|mw|kw|ml|ha|kilos?|miles?|yards?|feet|foot|"
    "inch(?:es)?|acres?|"
    r"hectares?|gallons?|barrels?|degrees?|knots?|nautical|square|cubic|calib(?:re|er)s?|megawatts?|volts?|"
    r"dollars?|euros?|pounds?|rupees?|pesos?|francs?|dinars?|rials?|riyals?|liras?|shillings?|nairas?|cents?|rubles?|"
    r"roubles?|yen|yuan|intis|colones|cordobas|sucres|bolivars|usd|eur|gbp|"
    r"centur(?:y|ies)|decades?|years?|yrs?|months?|weeks?|weekends?|days?|nights?|hours?|hrs?|h|minutes?|mins?|"
    r"seconds|second(?!\s+lieutenant)|secs?|times?|"
    r"(?:[ap]\.?m\b\.?)|o'clock|gmt|utc|noon|midnight|local\s+time|points?|"
    r"(?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?"
)
AFTER = re.compile(
    r"(?:\s|-)*(?:(?i:more|additional|other|further|consecutive|full|straight|long|whole|half)\s+)?"
    rf"(?:(?i:(?:of\s+)?(?:{_MEASURE})|in\s+(?:losses|damages?|aid|cash|debts?|profits?))(?!\w)|(?:of\s+)?(?:{_MONTHS})\b)"
    rf"|\s*(?:and|or|to|-|–|,)\s*\d{{1,2}}\s+(?:{_MONTHS})\b|-[^\W_]|\.\d|[^\W_]"
)
_NUMBERED = (
    "articles?|art|resolution|section|sec|chapter|pages?|pp?|paragraph|para|channel|flight|highway|decree|clause|"
    "annex|fig|"
    "apartment|apt|exhibit|volume|vol|amendment|protocol|psalm|aged?|age\\s+of|ages|rs|inr|usd|eur|gbp"
)
_TITLED = (
    "Unit|Room|Ward|Zone|Gate|Platform|Law|Rule|Table|Figure|Phase|Level|Sector|Version|Battalion|Brigade|Division|"
    "Regiment|Grade|Model|Type|Block|District|Route|Case|Class|Day|Number"
)
BEFORE = re.compile(
    rf"(?:[$€£¥₹₱₦#№§]\s?|(?<!\w)(?i:{_NUMBERED})(?:\s+|\.\s?)|(?<!\w)(?i:nos?)\.\s?|(?<!\w)(?:{_TITLED})\s+"
    rf"|(?P<day>(?<!\w)(?:{_MONTHS})\.?)\s+(?:\d{{1,2}}(?:\s*(?:and|to|-|–|,)\s*))?|\d[-./:]|['’]|(?<=\w)[-_/@])\Z"
)
LOOK_BACK = 24
IN_COMMAS = (re.compile(r"(?:[^\W\d_]['’.\"]?,|\(|\[)\s*\Z"), re.compile(r"\s*(?:[,.;)\]]|\Z)"))
YEAR_BEFORE = re.compile(
    r"(?:(?<!\w)(?:in|since|until|till|during|early|late|mid|year|the|a|its|his|her|their|this|that)|['’]s)\s+\Z",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\s+(?!(?:in|on|at|by|to|of|for|and|or|but|when|while|after|before|as|with|from|the|is|was|has)\b)[^\W\d_]"
)
