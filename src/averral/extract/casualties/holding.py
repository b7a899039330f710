"""Who is held, kept or taken: by the law, which arrests, or by others, who abduct."""

from __future__ import annotations

from typing import TYPE_CHECKING

from averral.extract.casualties import nouns
from averral.extract.casualties.sentence import Chunk
from averral.extract.numerals import word_set

if TYPE_CHECKING:
    from averral.extract.casualties.sentence import Sentence

__all__ = ["HOLDING", "KEEPING", "SHUT", "is_captive", "read_held"]

HOLDING = word_set("hold holds held holding")
_KEPT = word_set("hostage captive")
_LAW = word_set(
    "custody prison prisons jail jails cell cells questioning charged charges court detention suspects prisoners "
    "detainees fort barracks"
)
_LAWFUL = word_set("police gendarmes gendarmerie prosecutors authorities regime government")
"""Where these are spoken of, or hold them, people are held by law."""
_STRICTLY_LAW = word_set("custody jail jails questioning charged charges court detention suspects")
_TROOPS = word_set("army troops soldiers soldier marines navy garrison regiment")
SHUT = word_set("locked prisoner taken")
KEEPING = word_set("kept keep keeps keeping")
_JAILS = word_set("prison prisons jail cells barracks fort dungeon stockade")
_PASSIVE = word_set("were was been being are is still")


def read_held(sentence: Sentence, index: int) -> Chunk | None:
    """As in "is holding", "whom they kept", "were taken to the barracks"."""
    word = sentence.at(index)
    if word == "taken":
        lawful = _is_jailed(sentence, index) or (_is_by_law(sentence, index) and sentence.at(index + 1) not in _KEPT)
        return Chunk("k", index, index + 1, kinds=("arrested",)) if lawful else None
    kept = word in KEEPING and (_is_kept(sentence, index) or "whom" in _before(sentence, index, 4))
    if not kept and (word not in HOLDING or sentence.at(index + 1) in _KEPT):
        return None
    lawful = _is_lawful(sentence, index) and not is_captive(sentence, index, index + 1)
    lawful = lawful or (_is_reduced(sentence, index) and not _is_held_by(sentence, index))
    return Chunk("k", index, index + 1, kinds=("arrested" if lawful else "abducted",))


def _before(sentence: Sentence, index: int, reach: int) -> set[str]:
    return {sentence.at(place) for place in range(index - reach, index)}


def _is_kept(sentence: Sentence, index: int) -> bool:
    """As in "are keeping twelve officers in the armoury"; hours and horses are kept too."""
    first = index + 1 + (sentence.at(index + 1) in ("the", "all", "another"))
    if first not in sentence.quantities:
        return False
    last = sentence.quantities[first][0]
    placed = {sentence.at(place) for place in range(last, last + 5)} & {"in", "at", "inside", "prisoner", "under"}
    people = any(nouns.find_person(sentence.at(place)) for place in range(last, last + 3))
    return people and bool(placed)


def _is_reduced(sentence: Sentence, index: int) -> bool:
    """As in "police report 23 held", "six held in Brannoy": a number, with no noun that says captive."""
    place = index - 1 - (sentence.at(index - 1) in ("now", "still", "being"))
    counted = any(last - 1 == place for last, _ in sentence.quantities.values())
    return sentence.at(index) == "held" and (counted or sentence.at(place) in ("these", "those", "them"))


def _is_held_by(sentence: Sentence, index: int) -> bool:
    return "by" in {sentence.at(place) for place in range(index + 1, index + 6)}


def is_captive(sentence: Sentence, index: int, last: int) -> bool:
    """Whether people are prisoners of an armed side, not of the law.

    So are soldiers and policemen whom neither police nor a court holds, and whoever is "taken prisoner" where no police
    and no troops are spoken of.
    """
    spoken = {sentence.at(place) for place in range(index - 12, last + 9)}
    if spoken & (_LAWFUL | _STRICTLY_LAW):
        return False
    if sentence.at(last - 1) == "prisoner":
        return spoken.isdisjoint(_TROOPS)
    passive = not sentence.at(index).endswith("ing") and sentence.at(index - 1) in _PASSIVE
    places = range(index - 8, index) if passive else range(last, last + 4)
    held = [nouns.find_person(sentence.at(place)) for place in places]
    return any(noun is not None and noun[0] == "security_forces" for noun in held)


def _is_lawful(sentence: Sentence, index: int) -> bool:
    """Whether police hold people, or a prison does: "held by police", "police are holding"."""
    before = {sentence.at(place) for place in range(index - 5, index)}
    after = {sentence.at(place) for place in range(index + 1, index + 9)}
    by = {sentence.at(place) for place in range(index + 2, index + 5)} if sentence.at(index + 1) == "by" else set()
    return bool(before & (_LAW | _LAWFUL) or after & _LAW or by & _LAWFUL)


def _is_jailed(sentence: Sentence, index: int) -> bool:
    """As in "were taken in lorries to the fort"."""
    after = [sentence.at(place) for place in range(index + 1, index + 9)]
    return "to" in after and not _JAILS.isdisjoint(after[after.index("to") :][:4])


def _is_by_law(sentence: Sentence, index: int) -> bool:
    """As in "were taken away by the gendarmes"."""
    after = [sentence.at(place) for place in range(index + 1, index + 6)]
    return "by" in after and not _LAWFUL.isdisjoint(after[after.index("by") :])
