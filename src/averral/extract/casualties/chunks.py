"""A sentence cut into chunks: the people it counts, the words of harm, and the small words between them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from averral.extract.casualties import nouns
from averral.extract.casualties.counting import read_collective, read_counted
from averral.extract.casualties.harm import is_deed, read_phrase
from averral.extract.casualties.phrases import read_name, read_person, read_state
from averral.extract.casualties.sentence import Chunk, Sentence
from averral.extract.casualties.words import FUNCTION
from averral.extract.casualties.zeros import read_zero
from averral.extract.numerals import split_words
from averral.extract.quantities import find_quantities

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from averral.extract.numerals import Word
    from averral.records import Span

__all__ = ["split_chunks"]

_MARKS = dict(zip(",()—–-;:.?!", ",,,,,,;:...", strict=True)) | {"'s": "'"}
_OWNING = re.compile(r"s['’] \w")
_OPENING = re.compile(r"(?:^|[\s(])['‘]")
_SILENT = frozenset("\"“”„«»‟'‘`[]*_")
_PAIRS = {
    ("no", "longer"): "n",
    ("as", "well"): "c",
    ("along", "with"): "c",
    ("together", "with"): "c",
    ("not", "only"): "a",
    ("so", "far"): "a",
    ("in", "case"): "f",
    ("among", "them"): "i",
    ("among", "whom"): "i",
    ("amongst", "them"): "i",
    ("of", "them"): "i",
    ("of", "whom"): "i",
    **dict.fromkeys(
        (
            ("this", time)
            for time in ("morning", "afternoon", "evening", "week", "weekend", "month", "year", "summer", "winter")
        ),
        "a",
    ),
}


def split_chunks(text: str, span: Span, names: Sequence[Span]) -> tuple[list[Word], list[Chunk]]:
    """The words of a sentence, and its chunks in order; `names` are the names of persons inside it."""
    words = split_words(text, span)
    found = [word for word in words if word.text not in _SILENT]
    starts = {word.start: index for index, word in enumerate(found)}
    ends = {word.end: index + 1 for index, word in enumerate(found)}
    quantities = {
        starts[q.start]: (ends[q.end], q)
        for q in find_quantities(text, span, words)
        if q.start in starts and q.end in ends
    }
    spans = {starts[name.start]: ends[name.end] for name in names if name.start in starts and name.end in ends}
    return found, list(_iter_chunks(Sentence(text, found, quantities, spans)))


def _iter_chunks(sentence: Sentence) -> Iterator[Chunk]:
    index, readers = 0, _choose_readers(sentence)
    while index < len(sentence.words):
        chunk = None
        for read in readers:
            if chunk := read(sentence, index):
                break
        chunk = chunk or _read_word(sentence, index)
        if chunk.code in "PN" and sentence.at(chunk.last) == "'s" and not is_deed(sentence, chunk.last + 1):
            chunk = Chunk("-", index, chunk.last + 1)
        elif chunk.code == "G" and _is_owner(sentence, chunk.last):
            chunk = Chunk("_", index, chunk.last)
        yield chunk
        index = chunk.last


def _choose_readers(sentence: Sentence) -> Sequence[_Reader]:
    """Those that can find anything: nothing is counted in a sentence without a number."""
    if not sentence.quantities:
        return [read for read in _READERS if read not in (read_collective, read_counted)]
    if nouns.COLLECTIVES.isdisjoint(word.text for word in sentence.words):
        return [read for read in _READERS if read is not read_collective]
    return _READERS


def _is_owner(sentence: Sentence, last: int) -> bool:
    """As in "12 officers' phones", where no quotation in single marks can end."""
    end = sentence.words[last - 1].end
    if not _OWNING.match(sentence.text, end - 1) or is_deed(sentence, last):
        return False
    start = sentence.words[0].start
    return not _OPENING.search(sentence.text, max(0, start - 1), end)


def _read_word(sentence: Sentence, index: int) -> Chunk:
    word = sentence.at(index)
    pair = _read_pair(sentence, index)
    if pair is not None:
        return pair
    code = _MARKS.get(word) or FUNCTION.get(word) or ("," if word.startswith("--") else "_")
    if code == "_" and len(word) > 4:
        code = "a" if word.endswith("ly") else "v" if word.endswith("ed") else "_"
    return Chunk(code, index, index + 1)


def _read_pair(sentence: Sentence, index: int) -> Chunk | None:
    pair = (sentence.at(index), sentence.at(index + 1))
    if pair == ("in", "the") and sentence.at(index + 2) == "event":
        return Chunk("f", index, index + 3)
    code = _PAIRS.get(pair)
    if code is None:
        return None
    return Chunk(code, index, index + 2 + (pair == ("as", "well") and sentence.at(index + 2) == "as"))


_Reader = Callable[[Sentence, int], Chunk | None]
_READERS: tuple[_Reader, ...] = (
    read_name,
    read_zero,
    read_collective,
    read_counted,
    read_state,
    read_phrase,
    read_person,
)
