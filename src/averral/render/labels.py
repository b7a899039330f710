"""Plain words for the fixed values of the contract. A value that has no label yet is shown as it is."""

from __future__ import annotations

from averral.gazetteer import load_gazetteer
from averral.records.judgement import SOURCE_LETTERS, SourceLetter
from averral.render.text import count

__all__ = [
    "BASIS_LABELS",
    "CONFIDENCE_LABELS",
    "FACTUALITY_LABELS",
    "KIND_LABELS",
    "STAGE_LABELS",
    "STANDING_LABELS",
    "label_basis",
    "label_confidence",
    "label_country",
    "label_factuality",
    "label_kind",
    "label_language",
    "label_letter",
    "label_problem",
    "label_role",
    "label_stage",
    "label_standing",
    "mark_standing",
    "tell_figure",
]

BASIS_LABELS = {
    "direct_witness": "direct witness",
    "official_statement": "official statement",
    "document": "document",
    "imagery": "imagery or video",
    "physical_object": "physical object",
    "detainee_testimony": "detainee testimony",
    "media_report": "media report",
    "anonymous": "anonymous",
    "inference": "inference",
    "none": "no basis given",
}
KIND_LABELS = {"direct": "quoted directly", "mixed": "partly quoted", "indirect": "in other words"}
CONFIDENCE_LABELS = {
    "reported_as_fact": "reported as fact",
    "claimed_or_admitted": "claims or admits it",
    "suspected_or_accused": "suspected or accused",
    "suspected_or_accused_by_authorities": "suspected or accused by authorities",
    "possible": "possible",
    "denied": "denied",
}
FACTUALITY_LABELS = {
    "CT+": "stated as fact",
    "PR+": "called probable",
    "PS+": "called possible",
    "UU": "left open",
    "PS-": "called possibly not so",
    "PR-": "called improbable",
    "CT-": "denied",
}
STAGE_LABELS = {"accomplished": "", "attempted": "attempted", "threatened": "threatened"}
STANDING_LABELS = {"affirmed": "", "denied": "denied", "disputed": "said and denied", "open": "left open"}
_STANDING_MARKS = {"affirmed": "", "denied": "–", "disputed": "±", "open": "?"}
_ROLE_LABELS = {
    "comment": ("reader comment", "reader comments"),
    "boilerplate": ("piece of page furniture", "pieces of page furniture"),
}
_LANGUAGE_LABELS = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "it": "Italian",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


def label_basis(basis: str) -> str:
    """How the source would know."""
    return BASIS_LABELS.get(basis, basis)


def label_kind(kind: str) -> str:
    """Whose wording the content is in."""
    return KIND_LABELS.get(kind, kind)


def label_role(role: str, number: int) -> str:
    """So many blocks of a role."""
    return count(number, *_ROLE_LABELS.get(role, (role,)))


def label_confidence(confidence: str) -> str:
    """How surely somebody is said to have done it."""
    return CONFIDENCE_LABELS.get(confidence, confidence)


def label_factuality(factuality: str | None) -> str:
    """How surely something is said to have happened; null was not read."""
    return "not read" if factuality is None else FACTUALITY_LABELS.get(factuality, factuality)


def label_stage(stage: str) -> str:
    """How far it came; nothing for what was carried out."""
    return STAGE_LABELS.get(stage, stage)


def label_standing(standing: str) -> str:
    """What its tellers make of a relation; nothing for what nobody denies."""
    return STANDING_LABELS.get(standing, standing)


def mark_standing(standing: str) -> str:
    """The same as one sign, for a drawing."""
    return _STANDING_MARKS.get(standing, "")


def label_letter(letter: SourceLetter) -> str:
    """A letter of the Admiralty code in words."""
    return SOURCE_LETTERS[letter]


def label_country(code: str) -> str:
    """The name of a country of ISO 3166-1, or its code."""
    gazetteer = load_gazetteer()
    row = gazetteer.country_rows.get(code)
    return code if row is None else gazetteer.index.name(row)


def tell_figure(low: int | None, high: int | None, *, approximate: bool = False) -> str:
    """A number with its bounds: exactly, about, at least, at most, or from one to the other."""
    if low is None:
        words = "a number not said" if high is None else f"up to {high:,}"
    elif high is None:
        words = f"at least {low:,}"
    elif low < high:
        words = f"{low:,} to {high:,}"
    else:
        words = "none" if low == 0 else f"{low:,}"
    return f"about {words}" if approximate and words[0].isdigit() else words


def label_problem(kind: str) -> str:
    """The short word of a problem, with spaces."""
    return kind.replace("_", " ")


def label_language(code: str | None) -> str:
    """The name of a language, or its code."""
    return "language unknown" if code is None else _LANGUAGE_LABELS.get(code, code)
