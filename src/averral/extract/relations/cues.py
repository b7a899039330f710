"""Which words at a place in the text speak of a relation: look-ups by the first word of each phrase of the lexicon."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from averral.extract.relations.lexicon import (
    CLASSES,
    COMPOUNDS,
    COPULAS,
    ENDING,
    INVERSE_ROLES,
    JOINT,
    LIGHT,
    ROLES,
    SOUGHT,
    TIES,
    VERBS,
)
from averral.extract.triggers import lemma_variants

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from averral.records.ontology.predicates import Predicate

__all__ = ["Cue", "CueKind", "Form", "find_compound", "find_cues", "first_words"]

Form = Literal["present", "past", "gerund", "noun"]
CueKind = Literal["verb", "joint", "role", "tie"]
_BE: Final[dict[str, Form]] = {
    "be": "present", "is": "present", "are": "present", "am": "present", "was": "past", "were": "past", "been": "past",
    "being": "gerund",
}  # fmt: skip
_INNER: Final = r"(?:\s+(?!and\b|or\b|who\b|which\b|that\b|by\b|to\b)[\w'’-]+){0,3}?\s+"
_DETERMINED: Final = (
    r"(?:\s+(?:not|never|no\s+longer|still|also|once|now|widely|itself))?(?:\s+(?:an?|the|one\s+of\s+the|its|their))?"
    r"(?:\s+(?!and\b|by\b|of\b|who\b|not\b)[^\W\d_][\w'’-]*){0,2}?\s+"
)
_AHEAD: Final = r"(?=\s[^.;:,]"
_LEAD: Final = re.compile(r"\\s\+([a-z]+)(?![?*{])")
_LETTERS: Final = re.compile("[a-z]+")
_OF_ROLE: Final = r"(?:\s+and\s+(?:[\w'’-]+\s+)?[\w'’-]+)?\s+(?:of|in|for|at|within|to)\b"


class Cue(NamedTuple):
    """Words that speak of a relation; `inverse` where their object is the relation's subject.

    `ahead` where words behind the object belong to it. `ended`: it was so and no longer is. `sought`: the
    words do not say that it is so.
    """

    kind: CueKind
    predicate: Predicate
    end: int
    form: Form
    inverse: bool = False
    ended: bool = False
    sought: bool = False
    ahead: bool = False


class _Entry(NamedTuple):
    """A phrase behind its first word: what must follow, and the cue that it then is.

    `lead` are the letters with which the next word begins, `needs` words of which one follows somewhere: most phrases
    are ruled out by them before their pattern is tried.
    """

    cue: Cue
    rest: str
    lead: str = ""
    needs: frozenset[str] = frozenset()


@cache
def _index() -> dict[str, tuple[_Entry, ...]]:
    index: dict[str, list[_Entry]] = {}
    for word, entry in (*_iter_verbs(), *_iter_light(), *_iter_copulas(), *_iter_nouns()):
        lead = _LEAD.match(entry.rest)
        index.setdefault(word, []).append(entry._replace(lead=lead[1]) if lead else entry)
    return {word: tuple(entries) for word, entries in index.items()}


@cache
def _compiled(rest: str) -> re.Pattern[str]:
    return re.compile(rest + r"(?!\w)" if rest else "", re.IGNORECASE)


@cache
def first_words() -> frozenset[str]:
    """Words with which a cue can begin, in lower case; a sentence without any states no relation of theirs."""
    return frozenset(_index())


def find_cues(text: str, word: str, end: int, limit: int, last: int) -> tuple[Cue, ...]:
    """What the word that ends at `end` begins, the longest phrase first.

    No cue reaches beyond `limit`, where the next actor begins; what must follow that actor stands in front of `last`.
    """
    entries = _index().get(word, ())
    following = text[end:limit].lower().lstrip() if entries else ""
    words: list[str] | None = None
    found: list[Cue] = []
    for cue, rest, lead, needs in entries:
        if not following.startswith(lead):
            continue
        if needs and needs.isdisjoint(words := _LETTERS.findall(following) if words is None else words):
            continue
        if match := _compiled(rest).match(text, end, last if rest.startswith(_AHEAD) else limit):
            found.append(cue._replace(end=match.end()))
    return tuple(sorted(found, key=lambda cue: (-cue.end, not cue.ahead))) if len(found) > 1 else tuple(found)


@cache
def _compounds() -> dict[str, Predicate]:
    return {word: predicate for predicate, words in COMPOUNDS.items() for word in words.split(", ")}


def find_compound(word: str) -> Predicate | None:
    """What the second half of “A-backed” says, in lower case."""
    return _compounds().get(word)


def _phrases(words: str) -> list[str]:
    return [phrase for part in re.split(r",(?![^(]*\))", " ".join(words.split())) if (phrase := part.strip())]


def _forms(verb: str) -> Iterator[tuple[str, Form]]:
    """The forms of a verb; one that is both present and past is taken for past."""
    if verb == "be":
        yield from _BE.items()
        return
    for number, form in enumerate(variants := lemma_variants(verb, "verb")):
        if form.endswith("ing") and form != verb:
            yield form, "gerund"
        elif form == "has" or (number < 2 and not (number == 0 and verb in _UNCHANGED)):
            yield form, "present"
        else:
            yield form, "past"
    if verb in _UNCHANGED and verb not in variants:
        yield verb, "past"


_UNCHANGED: Final = frozenset(("split", "hit", "put", "beat", "cut", "set", "quit", "shed", "burst"))


def _iter_verbs() -> Iterator[tuple[str, _Entry]]:
    for kind, table in (("verb", VERBS), ("joint", JOINT)):
        for predicate, words in table.items():
            for phrase in _phrases(words):
                inverse = phrase.startswith("<")
                head, _, rest = phrase.removeprefix("<").partition(" ")
                for word, form in _forms(head):
                    cue = Cue("joint" if kind == "joint" else "verb", predicate, 0, form, inverse)
                    yield word, _Entry(cue._replace(ahead=rest.startswith("@")), _rest(rest))


def _rest(words: str) -> str:
    """The pattern of what follows the first word of a phrase."""
    if not words:
        return ""
    if words.startswith("@ "):
        return rf"{_AHEAD}{{1,60}}?{_rest(words[2:])})"
    return "".join(_word(word) for word in re.split(r" (?![^(]*\))", words))


def _word(word: str) -> str:
    body = word.removeprefix("_")
    for name, pattern in CLASSES.items():
        body = body.replace(name, pattern)
    return (_INNER if word.startswith("_") else r"\s+") + body.replace(" ", r"\s+")


def _iter_light() -> Iterator[tuple[str, _Entry]]:
    """“Launched an offensive against”: not with "between", whose two actors both follow."""
    for verb in _phrases(LIGHT):
        head, _, particle = verb.partition(" ")
        for predicate, words in TIES.items():
            rest = _rest(particle) + _INNER + rf"(?:{_either(words)})(?<!between)"
            for word, form in _forms(head):
                yield word, _Entry(Cue("verb", predicate, 0, form, ended=verb in ENDING, sought=verb in SOUGHT), rest)


@cache
def _either(words: str) -> str:
    return "|".join(_word(phrase).removeprefix(r"\s+") for phrase in _phrases(words))


@cache
def _roles() -> tuple[tuple[Predicate, bool, tuple[str, ...]], ...]:
    tables = ((ROLES, False), (INVERSE_ROLES, True))
    return tuple((p, inverse, tuple(_phrases(words))) for table, inverse in tables for p, words in table.items())


@cache
def _role_forms(nouns: tuple[str, ...]) -> frozenset[str]:
    return frozenset(form for noun in nouns for form in lemma_variants(noun, "noun"))


@cache
def _any_role(nouns: tuple[str, ...]) -> str:
    return "|".join(form.replace(" ", r"\s+") for form in _longest(_role_forms(nouns)))


@cache
def _first_letters(nouns: tuple[str, ...]) -> frozenset[str]:
    """The letters with which the forms of nouns begin, up to a space or hyphen."""
    return frozenset(match[0] for form in _role_forms(nouns) if (match := _LETTERS.match(form)))


def _iter_copulas() -> Iterator[tuple[str, _Entry]]:
    for verb in _phrases(COPULAS):
        head, _, particle = verb.partition(" ")
        for predicate, inverse, nouns in _roles():
            rest = _rest(particle) + _DETERMINED + rf"(?:{_any_role(nouns)})" + _OF_ROLE
            for word, form in _forms(head):
                yield word, _Entry(Cue("verb", predicate, 0, form, inverse), rest, needs=_first_letters(nouns))


def _longest(words: Iterable[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)


def _iter_nouns() -> Iterator[tuple[str, _Entry]]:
    for predicate, inverse, nouns in _roles():
        for noun in nouns:
            for variant in lemma_variants(noun, "noun"):
                first, _, rest = variant.partition(" ")
                yield first, _Entry(Cue("role", predicate, 0, "noun", inverse), _rest(rest))
    for predicate, words in TIES.items():
        for phrase in _phrases(words):
            first, _, rest = phrase.partition(" ")
            for word in _spelt(first):
                yield word, _Entry(Cue("tie", predicate, 0, "noun"), _rest(rest))


def _spelt(first: str) -> Iterator[str]:
    """The words that a first word stands for: "attacks?", "clash(?:es)?", a class, or a choice."""
    for name, pattern in CLASSES.items():
        first = first.replace(name, pattern)
    choices = first.removeprefix("(?:").removesuffix(")").split("|") if first.startswith("(?:") else [first]
    for choice in choices:
        if " " in choice or "(" in choice.replace("(?:es)?", ""):
            continue
        for ending in ("s?", "(?:es)?"):
            if choice.endswith(ending):
                yield choice.removesuffix(ending)
                yield choice.removesuffix(ending) + ending.strip("(?:)")
                break
        else:
            yield choice
