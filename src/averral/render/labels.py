"""Plain words for the fixed values of the contract. A value that has no label yet is shown as it is."""

from __future__ import annotations

from averral.render.text import count

__all__ = ["BASIS_LABELS", "KIND_LABELS", "label_basis", "label_kind", "label_language", "label_problem", "label_role"]

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


def label_problem(kind: str) -> str:
    """The short word of a problem, with spaces."""
    return kind.replace("_", " ")


def label_language(code: str | None) -> str:
    """The name of a language, or its code."""
    return "language unknown" if code is None else _LANGUAGE_LABELS.get(code, code)
