"""What a name is worth: whether it can tell its bearer from others, or says too little, or is no name at all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from averral.gazetteer import fold_name

__all__ = ["FAMILIES", "Form", "Strength", "find_family", "read_form", "read_numbers"]

Strength = Literal["strong", "weak", "none"]
LONGEST = 200
"""Characters; no name is longer, and comparing costs by length."""
FAMILIES = {
    "person": "person",
    "organization": "body",
    "group": "body",
    "place": "place",
    "facility": "facility",
    "event": "event",
    "weapon": "weapon",
    "vehicle": "vehicle",
}
"""Types that readers mix up stand in one family; different families are never joined but by a person."""
_TITLES = """
    mr mrs ms miss mx dr prof professor sir dame lord lady baron count prince princess king queen emir emperor sultan
    imam sheikh shaykh sheik mullah mawlawi maulana ayatollah hajji haji sayyid father fr sister brother rev reverend
    bishop archbishop cardinal pope rabbi pastor saint
    president vice deputy former acting interim prime minister premier chancellor senator sen congressman
    congresswoman representative rep mp governor gov mayor ambassador envoy consul secretary undersecretary speaker
    chairman chairwoman chair director chief head leader spokesman spokeswoman spokesperson judge justice prosecutor
    attorney commissioner inspector superintendent detective constable officer agent
    marshal field general gen colonel col lieutenant lt major maj captain capt commander cmdr admiral adm brigadier brig
    sergeant sgt corporal cpl private pvt warrant sub staff air vice wing group squadron leader
    interior foreign defence defense finance justice health information police army navy
    jr sr phd md obe mbe esq ret
"""
TITLES = frozenset(_TITLES.split())
_GENERIC = """
    ministry minister department office agency bureau directorate service services authority authorities commission
    committee council board cabinet government state states federal national central regional provincial local general
    interior foreign defence defense finance justice health information education internal external external affairs
    home public security intelligence secret military armed forces force army navy air coast coastal guard guards police
    gendarmerie militia militias rebels rebel group groups movement front party union league faction brigade brigades
    battalion battalions regiment unit units column division command staff headquarters special operations border
    customs parliament senate congress assembly house court supreme high constitutional appeal tribunal prosecutor
    prosecutors presidency president premier prime embassy consulate mission delegation hospital clinic university
    school prison jail camp base barracks airport port harbour harbor station market mosque church cathedral temple
    bridge square street road highway hotel stadium refinery depot plant factory mine dam capital city town village
    province district region county north south east west northern southern eastern western border river coast sea
    island islands hills mountains valley opposition regime administration coalition alliance committee press media
    radio television news newspaper company bank ngo un the of for and in at on to a new old united international
    joint main first second third
"""
GENERIC = frozenset(_GENERIC.split()) - {"un", "united", "new", "old"}
"""Words that name an office or a kind of thing in any country; a name made of nothing else says not which one."""
_POINTING = "a an some one another this that these those his her their its our my your several many both other"
POINTERS = frozenset(_POINTING.split())
_STANDING_IN = (
    "i me we us you he him she her it they them who which somebody someone anybody nobody everyone others all"
)
PRONOUNS = frozenset(_STANDING_IN.split())
_NUMBER = re.compile(r"\d+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""Scripts in which a full name is written without a gap."""


class Form(NamedTuple):
    """A name as a key: `whole` with titles, `words` without; `why` says what is wrong where the strength is none."""

    whole: str
    words: tuple[str, ...]
    strength: Strength
    why: str | None = None

    @property
    def folded(self) -> str:
        """The name without titles."""
        return " ".join(self.words)


def find_family(kind: str) -> str:
    """The family of a type; an unknown type is its own."""
    return FAMILIES.get(kind, kind)


@lru_cache(maxsize=1 << 18)
def read_form(name: str, family: str) -> Form:
    """Strong: tells its bearer apart. Weak: a lone surname, "Interior Ministry", "47". None: nothing to go by."""
    if len(name) > LONGEST:
        return Form("", (), "none", f"a name of {len(name):,} characters is not compared")
    whole = fold_name(name)
    words = tuple(whole.split())
    if not words:
        return Form("", (), "none", "its name has no letters")
    if len(words) == 1 and words[0] in PRONOUNS:
        return Form(whole, words, "none", "a pronoun stands for somebody in its own document only")
    first = name.split(maxsplit=1)[0]
    if len(words) > 1 and first in POINTERS:
        return Form(whole, words, "none", "a description is nobody's name")
    if family == "person":
        return _read_person(whole, words)
    weak = all(word in GENERIC or word.isdigit() for word in words)
    return Form(whole, words, "weak" if weak else "strong")


def _read_person(whole: str, words: tuple[str, ...]) -> Form:
    start, end = 0, len(words)
    while start < end and words[start] in TITLES:
        start += 1
    while end > start and words[end - 1] in TITLES:
        end -= 1
    left = words[start:end]
    if not left:
        return Form(whole, words, "none", "a title without a name")
    full = len(left) > 1 or (_UNSPACED.search(left[0]) is not None and len(left[0]) > 1)
    return Form(whole, left, "strong" if full and not all(map(str.isdigit, left)) else "weak")


def read_numbers(folded: str) -> frozenset[str]:
    """The numbers in a name: the 47th Brigade is not the 48th."""
    return frozenset(number.lstrip("0") for number in _NUMBER.findall(folded))
