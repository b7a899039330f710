"""How surely a clause says that something happened, read from its negations, modals, hedges and governing verbs.

The categories are FactBank's markers of factuality (Saurí and Pustejovsky 2009): polarity, epistemic modality, and
predicates that select events, with the implicatives of Karttunen (2012).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from averral.extract.triggers import find_event_type, lemma_variants

if TYPE_CHECKING:
    from averral.records import Factuality, Span

__all__ = ["Commitment", "read_commitment"]


class Commitment(NamedTuple):
    """What the clause's own words say; `marked` where a word says so, unmarked where nothing speaks against CT+.

    `ahead`: a plan, order or forecast. `presupposed`: a definite noun takes for granted that it happened.
    """

    level: Factuality = "CT+"
    marked: bool = False
    ahead: bool = False
    presupposed: bool = False


def _forms(verbs: str) -> str:
    lemmas = " ".join(verbs.split()).split(", ")
    return "|".join(sorted({form for lemma in lemmas for form in lemma_variants(lemma, "verb")}, key=len, reverse=True))


REACH: Final = 160
"""Characters of a clause looked at before the trigger."""
_GAP: Final = (
    r"(?:(?!(?:and|or|of|in|on|at|to|for|by|with|from|have|has|had|was|were|is|are|be|been|being|will|would|shall|should"
    r"|may|might|can|could|must|did|does|do|not|never)\b)[\w'’-]+\s){0,2}$"
)
"""Up to two words between a determiner and its noun."""
_BORDER: Final = re.compile(
    r"[;:—–?!(]|[.](?=\s)|,\s(?!not\b|never\b)"
    r"|\b(?:that|who|which|where|when|while|after|before|because|but|as|since|although|though|until)\b"
    r"|\band\b(?=\s(?:he|she|it|they|we|i|the|a|an|his|her|its|their)\b)"
)
_DEFINITE: Final = re.compile(rf"\b(?:the|this|these|those|his|her|its|their|our|my|your|\w+['’]s|\w+s['’])\s{_GAP}")
_NOUN_LIKE: Final = re.compile(
    rf"\b(?:a|an|the|any|no|this|these|those|another|of|in|for|by|during|\w+['’]s|\w+s['’]|his|her|its|their|our|my|your)\s{_GAP}"
)
_SUBJECT: Final = re.compile(r"(?<!['’])\b(?:\w+[a-z](?<!s)s|\w*men|people|police|children|army|troops)\s$")
"""A plural before the trigger is its subject, so that the trigger is a verb ("the captors shot")."""
_COUNTED: Final = re.compile(
    r"\b(?:dead|deaths?|killed|missing|wounded|injured|losses|toll|casualties|injuries|arrests?)\Z", re.IGNORECASE
)
"""What is counted is not taken for granted: "put the dead at nine"."""
_HYPOTHETICAL_NOUN: Final = re.compile(
    r"\b(?:(?P<no>averted|foiled|thwarted|failed|prevented|invented|imaginary|cancelled|aborted)"
    r"|(?P<open>planned|alleged|attempted|possible|potential|threatened|so-called|proposed|scheduled|imminent|further"
    r"|future|next|new|supposed|intended))\s(?:[\w-]+\s){0,2}$"
)
_OF_PLAN: Final = re.compile(
    r"\b(?:plans?|threats?|risk|danger|fears?|calls?|demands?|orders?|warnings?|possibility|prospect|hopes?|preparations?"
    r"|request|appeals?|chance|plot|conspiracy|deadline|ready|talks)\s(?:of|for|to|about|against|on)\s(?:[\w'’-]+\s){0,4}$"
)
_NOT: Final = re.compile(r"\b(?:not|never|nobody|none|neither|nor|without|cannot|hardly|no one|no)\b|n['’]t\b")
_NOT_ONLY: Final = re.compile(
    r"\bnot (?:only|just|merely|least|until)\b|\bno (?:longer|doubt|less|fewer|sooner)\b|\bnot yet clear\b"
)
_NOBODY: Final = re.compile(r"\s(?:\w+\s)?(?:nobody|no one|nothing|none|neither)\b")
_POSSIBLE: Final = re.compile(
    r"\b(?:(?<!\d\s)(?<!in\s)(?<!last\s)may(?!\s\d)|might|could|perhaps|possibly|maybe|conceivably)\b"
)
_PROBABLE: Final = re.compile(
    r"\b(?:probably|likely|presumably|apparently|seems?|seemed|appears?|appeared|must have|should have been|surely)\b"
)
_HEARSAY: Final = re.compile(
    r"\b(?:allegedly|reportedly|supposedly|purportedly"
    r"|(?:is|are|was|were) (?:said|alleged|reported|rumou?red|accused|suspected))\b"
)
_UNREAL: Final = re.compile(
    r"\b(?:if|unless|whether|in case|lest|should|would|were to|in order to|as if|as though|or else)\b"
)
_COMING: Final = re.compile(
    r"\b(?:will|shall|won['’]t|(?:is|are|am|be) (?:to|going to|about to|due to|set to|expected to|scheduled to)"
    r"|['’]ll)\b"
)
_FAILED: Final = re.compile(
    rf"\b(?:{_forms('fail, refuse, decline, forget, neglect, omit')}|too \w+|unable|not able)\s(?:[\w-]+\s)?to\s"
    rf"(?:[\w-]+\s)?$"
    rf"|\b(?:{_forms('avert, prevent, avoid, foil, thwart, stop, keep')})\s(?:[\w'’-]+\s){{0,4}}from\s(?:being\s)?$"
    rf"|\b(?:{_forms('avert, prevent, avoid, foil, thwart')})\s(?:(?:a|an|the|any|another|further)\s)?(?:[\w-]+\s)?$"
)
_TRIED: Final = re.compile(r"\b(?:tried|attempted|attempts?|bids?|set out)\sto\s(?:[\w-]+\s){0,2}$")
"""Begun and failed: who succeeds is not said to have tried (an implicature that FactBank's UU leaves open)."""
_MANAGED: Final = re.compile(
    rf"\b(?:{_forms('manage, begin, start, continue, happen, proceed, go on, dare')}"
    r"|used|known|found|seen|able)\sto\s(?:[\w-]+\s)?$"
)
_PERFECT: Final = re.compile(r"\bto\s(?:have|having)\s(?:been\s)?(?:\w+\s)?$")
_AIMED: Final = re.compile(r"\bto\s(?:be\s|not\s|\w+ly\s)?$|\bto\s(?:[\w-]+\s){0,4}and\s$")
_ASKED: Final = re.compile(r"\b(?:who|whose|whom|when|where|why|how|what|which)\b", re.IGNORECASE)


def read_commitment(text: str, clause: Span, trigger: Span) -> Commitment:
    """The commitment of whoever speaks in `clause` to the event that `trigger` names there.

    A definite noun ("the raid") is taken for granted whatever the clause denies; of the rest, the verb that governs the
    trigger comes first, then conditions, what is to come, hedges and negation, and last a question.
    """
    before = _before(text, clause, trigger)
    word, after = text[trigger.start : trigger.end], text[trigger.end : min(clause.end, trigger.end + 60)].lower()
    noun = _is_noun(word, before)
    if noun and (found := _read_noun(before, word)):
        return found
    return _read_verb(before, word, noun=noun) or _read_degree(before, after) or _read_question(text, clause, trigger)


def _before(text: str, clause: Span, trigger: Span) -> str:
    """The words before the trigger, from the last border of its clause, in lower case."""
    start = max(clause.start, trigger.start - REACH)
    words = re.sub(r"\s+", " ", text[start : trigger.start]).lower()
    ends = [match.end() for match in _BORDER.finditer(words)]
    return (words[ends[-1] :] if ends else words).lstrip()


def _is_noun(word: str, before: str) -> bool:
    if not _NOUN_LIKE.search(before) or word.lower().endswith("ed") or _SUBJECT.search(before):
        return False
    senses = find_event_type(word)
    return not senses or any(sense.part != "verb" for sense in senses)


def _read_noun(before: str, word: str) -> Commitment | None:
    if match := _HYPOTHETICAL_NOUN.search(before):
        return Commitment("CT-", marked=True) if match["no"] else Commitment("UU", marked=True)
    if _OF_PLAN.search(before):
        return Commitment("UU", marked=True, ahead=True)
    if _DEFINITE.search(before) and not _COUNTED.search(word):
        return Commitment(presupposed=True)
    return None


def _read_verb(before: str, word: str, *, noun: bool) -> Commitment | None:
    if _FAILED.search(before):
        return Commitment("CT+" if _is_denied(before) else "CT-", marked=True)
    if not noun and _TRIED.search(before):
        return Commitment("CT-", marked=True)
    finite = word.lower().endswith("ed") and before.endswith(" and ")
    if not noun and not finite and _is_aimed(before):
        return Commitment("UU", marked=True, ahead=True)
    if _UNREAL.search(before):
        return Commitment("UU", marked=True, ahead="would" in before or "should" in before)
    if _COMING.search(before):
        return Commitment("UU", marked=True, ahead=True)
    return Commitment("UU", marked=True) if _HEARSAY.search(before) else None


def _is_aimed(before: str) -> bool:
    """Whether an infinitive says what for: not "managed to", and not "to have"."""
    return bool(_AIMED.search(before)) and not _PERFECT.search(before) and not _MANAGED.search(before)


def _is_denied(before: str) -> bool:
    return bool(_NOT.search(_NOT_ONLY.sub(" ", before)))


def _read_degree(before: str, after: str) -> Commitment | None:
    denied = _is_denied(before)
    if _POSSIBLE.search(before) and not re.search(r"\bcould (?:not )?(?:hear|see|be heard|be seen)\b", before):
        if re.search(r"\bcould (?:not|n['’]t)\b", before):
            return Commitment("CT-", marked=True)
        return Commitment("PS-" if denied else "PS+", marked=True)
    if _PROBABLE.search(before):
        return Commitment("PR-" if denied else "PR+", marked=True)
    return Commitment("CT-", marked=True) if denied or _NOBODY.match(after) else None


def _read_question(text: str, clause: Span, trigger: Span) -> Commitment:
    """A question whether it happened leaves it open; one of who or when takes it for granted."""
    mark = re.search(r"[.?!](?=\s|$)", text[trigger.end : clause.end].rstrip(" \"”’')"))
    opening = text[clause.start : trigger.start].lstrip(" \"“‘'")
    if mark and mark.group() == "?" and not _ASKED.match(opening):
        return Commitment("UU", marked=True)
    return Commitment()
