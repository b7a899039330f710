"""Build nested attributions out of flat ones: a real sentence goes inside another's real frame.

PolNeAR marks only the outermost attribution. A sentence of it that holds whole attributions ("Smith denied the report")
becomes the content of a frame taken from another article ("Officials in the capital said that …", "… , according to the
agency"), so the encoder sees every depth with natural wording. Frames that PolNeAR lacks (no source at all) come from a
short list.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from training.examples import ROLES, Gold, GoldAttribution, Span

SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+(?![\s”\"'’)]*[A-Z“\"‘(]|\s*\n|$)[^.!?\n]*)*[.!?]*[”\"'’)]*")
BARE_BEFORE = (
    ("Reportedly", ", "), ("Allegedly", ", "), ("It was claimed", " that "), ("It is said", " that "),
    ("It has been reported", " that "), ("It is believed", " that "), ("It was alleged", " that "),
    ("It was widely reported", " that "),
)  # fmt: skip
LOWERED = frozenset({
    "the", "a", "an", "in", "on", "at", "he", "she", "they", "it", "but", "and", "his", "her", "their", "this", "when",
    "as", "after",
})  # fmt: skip
"""Words that lose their capital inside a sentence, nearly always."""
QUOTES = "\"“”'‘’«»"


@dataclass(frozen=True)
class Sentence:
    """A sentence with the attributions that lie wholly inside it."""

    text: str
    attributions: tuple[GoldAttribution, ...]


@dataclass(frozen=True)
class Part:
    """A source or cue: offsets into the text before the content, or into the text behind it."""

    behind: bool
    start: int
    end: int


@dataclass(frozen=True)
class Frame:
    """What stands before and after a content: text, and where source and cue are in it."""

    before: str
    after: str
    source: Part | None
    cue: Part | None
    quoted: bool


def _moved(attribution: GoldAttribution, by: int, depth: int) -> GoldAttribution:
    def move(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple((s + by, e + by) for s, e in spans)

    return GoldAttribution(
        move(attribution.source), move(attribution.cue), move(attribution.content), depth, attribution.basis
    )


def split_sentences(gold: Gold) -> list[Sentence]:
    """Sentences in which no attribution is cut."""
    result = []
    for match in SENTENCE.finditer(gold.text):
        start, end = match.span()
        while start < end and gold.text[start].isspace():
            start += 1
        inside, cut = [], False
        for a in gold.attributions or ():
            spans = [*a.source, *a.cue, *a.content]
            within = [start <= s and e <= end for s, e in spans]
            if all(within):
                inside.append(_moved(a, -start, 1))
            elif any(s < end and e > start for s, e in spans):
                cut = True
        if not cut and 20 < end - start < 400:
            result.append(Sentence(gold.text[start:end], tuple(inside)))
    return result


def find_frames(sentences: list[Sentence]) -> list[Frame]:
    """Frames of the forms "SOURCE CUE [content]." and "[content], SOURCE CUE." as the corpus has them."""
    frames = []
    for sentence in sentences:
        if len(sentence.attributions) != 1:
            continue
        a = sentence.attributions[0]
        if len(a.content) != 1 or len(a.cue) != 1:
            continue
        start, end = a.content[0]
        before, after = sentence.text[:start], sentence.text[end:]
        content = sentence.text[start:end]
        if len(content) < 25 or len(before) + len(after) > 120 or "\n" in before:
            continue
        quoted = content[0] in QUOTES and content[-1] in QUOTES
        clause = (
            content.startswith("that ") or (not before and after.lstrip().startswith(",")) or before.endswith("said ")
        )
        if not (quoted or clause):
            continue

        def place(spans: tuple[Span, ...], start: int = start, end: int = end) -> Part | None:
            if not spans:
                return None
            s, e = spans[0]
            return Part(behind=False, start=s, end=e) if e <= start else Part(behind=True, start=s - end, end=e - end)

        source, cue = place(a.source), place(a.cue)
        if a.source and a.source[0][0] < start < a.cue[0][0]:
            continue
        frames.append(Frame(before, after, source, cue, quoted))
    return frames


def _lowered(text: str, rng: random.Random) -> str:
    first = text.split(" ", 1)[0]
    return text[0].lower() + text[1:] if first.lower() in LOWERED and rng.random() < 0.9 else text


def wrap(sentence: Sentence, frame: Frame, rng: random.Random) -> Sentence:
    """The sentence as content of the frame; what it held is one level deeper."""
    inner = sentence.text.rstrip()
    bare = inner.rstrip(".!?")
    before = frame.before
    if frame.quoted:
        opening, closing = rng.choice(('""', "“”"))
        comma = frame.after.strip()[:1].isalpha() and inner[len(bare) :] in ("", ".")
        body = bare if comma else inner
        content = opening + body + ("," if comma else "") + closing
        shift = 1
    else:
        body = bare
        lead = "that " if before and rng.random() < 0.7 and not before.rstrip().endswith(":") else ""
        content = lead + (_lowered(body, rng) if before else body)
        shift = len(lead)
    start = len(before)
    end = start + len(content)
    attributions = [_moved(_ended(a, len(body)), start + shift, a.depth + 1) for a in sentence.attributions]
    outer = GoldAttribution(_place(frame.source, end), _place(frame.cue, end), ((start, end),), 1)
    return Sentence(before + content + frame.after, (outer, *attributions))


def _ended(attribution: GoldAttribution, end: int) -> GoldAttribution:
    """The same, with no span beyond `end`: the sentence has lost its last stop."""
    sides = ([(s, min(e, end)) for s, e in getattr(attribution, role)] for role in ROLES)
    source, cue, content = (tuple((s, e) for s, e in spans if s < e) for spans in sides)
    return GoldAttribution(source, cue, content, attribution.depth, attribution.basis)


def _place(part: Part | None, end: int) -> tuple[Span, ...]:
    if part is None:
        return ()
    base = end if part.behind else 0
    return ((part.start + base, part.end + base),)


def bare_frame(rng: random.Random) -> Frame:
    """A frame without a source."""
    words, joint = rng.choice(BARE_BEFORE)
    return Frame(words + joint, ".", None, Part(behind=False, start=0, end=len(words)), quoted=False)


def make_nested(sentences: list[Sentence], frames: list[Frame], rng: random.Random, words: int) -> Gold:
    """A paragraph of some sentences, most of them wrapped once to three times."""
    text, attributions = "", []
    while len(text.split()) < words:
        sentence = rng.choice(sentences)
        while not sentence.attributions and rng.random() < 0.6:
            sentence = rng.choice(sentences)
        for _ in range(rng.choice((0, 1, 1, 1, 1, 2, 2, 3))):
            if len(sentence.text) > 420:
                break
            frame = bare_frame(rng) if rng.random() < 0.12 else rng.choice(frames)
            if frame.quoted and any(c in sentence.text for c in '"“”'):
                continue
            sentence = wrap(sentence, frame, rng)
        if text and text[-1] not in ".!?\"”'’)":
            text += "."
        joint = rng.choice((" ", " ", "\n\n")) if text else ""
        text += joint
        attributions += [_moved(a, len(text), a.depth) for a in sentence.attributions]
        text += sentence.text
    return Gold(text, "wrapped", attributions=attributions, nested_known=True)
