"""Which speakers are authorities: those who say by office who did something."""

from __future__ import annotations

import re
from typing import Literal

from averral.extract.responsibility.lexicon import any_of

__all__ = ["SpeakerKind", "judge_speaker"]

SpeakerKind = Literal["authority", "other", "unnamed"]

_OFFICES = any_of(
    "police(?:m[ae]n|wom[ae]n)?", "constab\\w+", "gendarm\\w+", "army", "armies", "navy", "air force",
    "armed forces", "military", "troops", "garrison", "brigade", "battalion", "regiment", "general staff",
    "joint chiefs?", "high command", "joint command", "national guard", "coast ?guard", "border guards?",
    "security (?:forces?|services?|council|chief|minister|sources?)",
    "intelligence (?:service|agency|sources?|chief|officials?)", "ministr\\w+", "minister\\w*",
    "(?:deputy |vice )?secretary of (?:state|defen[cs]e)", "defen[cs]e (?:secretary|department)",
    "interior (?:secretary|department)", "state department", "foreign office", "pentagon", "government",
    "administration", "cabinet", "presidency", "president(?:-elect)?", "vice president", "prime minister",
    "premier", "chancellor", "governors?", "governorate", "prefects?", "prefecture", "mayors?", "authorit(?:y|ies)",
    "officials?", "official sources", "courts?", "tribunal", "chamber", "prosecution", "the state", "judges?",
    "magistrates?", "prosecut\\w+", "attorneys?[ -]general", "procurator\\w*", "coroner", "public ministry",
    "investigators?", "detectives?", "inspectors?", "commissioners?", "sheriff", "superintendent", "customs",
    "generals?", "colonels?", "lieutenants?", "majors?", "captains?", "brigadiers?", "admirals?", "marshals?",
    "sergeants?", "officers?", "soldiers?", "embass(?:y|ies)", "ambassadors?", "consul\\w*", "parliament",
    "congress", "senate", "national assembly", "junta", "officially", "regime",
)  # fmt: skip
_OUTSIDE = any_of(
    "former", "retired", "ex-\\w+", "rebels?", "guerrill?as?", "insurgents?", "militants?", "separatists?",
    "opposition", "exiled?", "union", "shadow", "deposed", "ousted", "clandestine", "witness(?:es)?", "residents?",
    "villagers?", "neighbou?rs?", "survivors?", "relatives?", "families", "newspapers?", "newsm[ae]n", "press",
    "radio", "television", "agency", "reporters?", "journalists?", "human rights", "church", "hospital", "doctors?",
    "party", "company", "league",
)  # fmt: skip
_UNNAMED = any_of(
    "anonymous\\w*", "unidentified", "unnamed", "callers?", "a (?:man|woman|voice)", "someone", "they", "he", "she",
    "it", "who", "sources", "reports?", "rumou?rs?",
)  # fmt: skip
_OFFICE = re.compile(_OFFICES, re.IGNORECASE)
_OTHER = re.compile(_OUTSIDE, re.IGNORECASE)
_NAMELESS = re.compile(_UNNAMED, re.IGNORECASE)


def judge_speaker(words: str) -> SpeakerKind:
    """What the words for a speaker say of their office.

    "The army", "a police spokesman", "Interior Minister X" and "official sources" are authorities; "a rebel colonel",
    "the press", "residents" and "a former minister" are others; a pronoun or "an anonymous caller" says nothing. The
    MUC-4 guide (TASKDOC, PERP: ORGANIZATION CONFIDENCE) leaves "authority" to common sense; so does this list.
    """
    if _OFFICE.search(words) and not _OTHER.search(words):
        return "authority"
    if _NAMELESS.search(words) and not _OTHER.search(words):
        return "unnamed"
    return "other"
