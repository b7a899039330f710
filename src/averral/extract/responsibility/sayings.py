"""Sentences that say who did it without telling the deed: "it was the League", "the Front took back its boast"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from averral.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from averral.extract.responsibility.statement import Stance
    from averral.records import Attribution, Factuality

__all__ = ["Saying", "iter_namings", "iter_stands"]

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Marks around the number of an actor; a text's own are taken for spaces."""
_A: Final = (
    r"[\"“‘']?(?:the |an? |both |all |some |one |two |three |(?:\w+ )?(?:members|fighters|men) of (?:the )?)?"
    rf"{_OPEN}(\d+){_CLOSE}"
)
_IT: Final = r"(?:it|this|that|so|them|the (?:\w+ )?(?:deed|crime|act|attack|outrage|whole thing))"
_DOERS: Final = (
    r"(?:those(?: who| that)? [\w ,]{1,40}|(?:the|all|most|four|three|two|some)(?: of the)? "
    r"(?:attackers|raiders|gunmen|assailants|killers|culprits|perpetrators|bombers|kidnappers|arsonists|murderers))"
)
_HAVE: Final = r"(?:had |has |have |must have |may have |might have |could have |itself |themselves |also |alone )*"
_BE: Final = r"(?:was|were|is|are|had been|must have been|may have been|might have been|could have been)"
_WAS: Final = r"(?:was|were|had been|must have been|may have been|might have been|could have been)"
_HEDGES: Final = r"(?:probably |likely |possibly |perhaps |clearly |once again |again |in fact |really )?"
_END: Final = r"(?=\s*(?:\Z|[.,;:!?)\"'”’\]–—]|and\b|again\b|alone\b|says?\b|said\b|according\b))"
_WHO: Final = (
    r"(?=,? (?:itself |himself |herself )?(?:who|that|which) (?!(?:will|would|should|was|were|had been|has been|is|are|"
    r"died|fell|lost|suffered|den|said|says|told|found|discover|call|rang|report|saw|rescu|help|first|wrote|"
    r"broke the news)))"
)
_GAP: Final = r"(?: [^.;:]{1,60}?)?"
_CRIME: Final = (
    r"(?:the|this|that) (?:\w+ )?(?:murders?|killings?|assassination|shooting|bombings?|blasts?|massacre|raid|arson|"
    r"fire|kidnapping|abduction|ambush|poisoning|robbery|attacks?)\b"
)
_FAULT: Final = r"(?:responsible|accountable|answerable|to blame|liable)"

_NAMINGS: Final[tuple[tuple[str, Factuality], ...]] = (
    (rf"\b(?:no (?:sign|evidence|proof|indication|trace)|nothing) (?:that|against) {_A}", "PR-"),
    (rf"\b(?:it|this|that) {_WAS} {_HEDGES}{_A}(?:{_END}|{_WHO})", "CT+"),
    (rf"\b{_DOERS} {_BE} {_HEDGES}{_A}(?:{_END}|{_WHO})", "CT+"),
    (rf"\b(?:it|this|that) {_WAS} not {_A}(?:{_END}|{_WHO})", "CT-"),
    (rf"{_A},? {_HAVE}(?:done|did) {_IT}\b", "CT+"),
    (rf"{_A},? {_HAVE}had {_IT} (?:done|carried out)\b", "CT+"),
    (rf"{_A},? (?:was|were|is|are|stood|stands|stand) behind {_IT}\b", "CT+"),
    (rf"{_A},? (?:had|has|have|took|played|having) (?:a|some|its|their) (?:hand|part|role|share) in {_IT}\b", "CT+"),
    (rf"{_A},? {_HAVE}(?:took|taken) part(?:{_END}| in {_IT})", "CT+"),
    (rf"{_A},? (?:had|has|have|took|played|having) no (?:hand|part|role|share)(?: \w+)?(?:{_END}| in {_IT})", "CT-"),
    (rf"{_A},? (?:did|has|have|had) not (?:do|done) {_IT}\b", "CT-"),
    (rf"{_A},? {_HAVE}(?:financed|ordered|commissioned|paid for|bought|planned) (?:{_IT}\b|{_CRIME})", "CT+"),
    (rf"{_A},? (?:has|have|had|with) \W?clean hands\b", "CT-"),
    (rf"\b(?:find|finds|found) {_A} (?:guilty|{_FAULT})(?: of {_IT})?{_END}", "CT+"),
    (rf"(?<!not )\bthe (?:\w+ )?(?:work|handiwork|doing|hand|crime) of {_A}", "CT+"),
    (rf"\bnot the (?:work|handiwork|doing) of {_A}", "CT-"),
    (rf"(?<!not ){_A}['’]s? (?:own )?(?:work|handiwork|doing)\b", "CT+"),
    ((rf"\b(?:bears?|bore|bearing|carr(?:y|ies|ied)|has|had|have) (?:all )?the (?:hall)?(?:marks?|signature|stamp|"
     rf"fingerprints|handwriting) of {_A}"), "PR+"),
    (rf"\b(?:sees?|saw|recogni[sz]e[sd]?|suspect(?:s|ed)?)(?: in \w+)? (?:the )?hand of {_A}", "PR+"),
    ((rf"\bpoint(?:s|ed|ing)? (?:straight |back |directly |clearly |firmly |an? \w+ finger |the finger |fingers )*"
     rf"(?:at|to|towards?) {_A}{_END}"), "CT+"),
    (rf"\bla(?:y|id|ys|ying){_GAP} at (?:the )?(?:door|doorstep|feet) of {_A}", "CT+"),
    (rf"\bla(?:y|id|ys|ying){_GAP} at {_A}['’]s? (?:door|doorstep|feet)\b", "CT+"),
    (rf"\b(?:pin(?:s|ned|ning)?|blam(?:es?|ed|ing)){_GAP} on {_A}", "CT+"),
    ((rf"\b(?:put|puts|lay|lays|laid|plac(?:es|ed)|shift(?:s|ed)?|cast|casts) (?:all |the )+(?:blame|guilt){_GAP} "
     rf"(?:on|with|to|onto) {_A}"), "CT+"),
    (rf"\bput(?:s|ting)?{_GAP} down to {_A}", "CT+"),
    (rf"\bidentif(?:y|ies|ied|ying) {_A} (?:at the head of|among|as (?:the|one of|its))", "CT+"),
    (rf"\b(?:names?|named|fingered|fingers) {_A}(?:{_END}| as (?:the|its|their|one of))", "CT+"),
    (rf"\bsuspect(?:s|ed)? (?:that )?{_A}{_END}", "PS+"),
    (rf"\bsuspect(?:s|ed)? {_A} of having", "PS+"),
    (rf"\b(?:hold|holds|held|holding) {_A}{_GAP} {_FAULT}(?:{_END}| for\b)", "CT+"),
    (rf"\b(?:blames?|blamed|accus(?:es|ed)) {_A}{_END}", "CT+"),
    ((rf"\b(?:on|at|under)(?: the)?(?: direct| express| written)? (?:orders?|bidding|behest|instructions?|instigation|"
     rf"command) of {_A}"), "CT+"),
    (rf"\b(?:on|at|under) {_A}['’]s? (?:orders?|bidding|behest|instructions?|instigation|command)\b", "CT+"),
)  # fmt: skip
"""Words around an actor, and what they say of its part in the deed."""
_ACCUSING: Final = re.compile(
    r"(?:blam|accus|point|la[yi]|pin|put|plac|shift|cast|name|finger|suspect|h[oe]ld|identif|find|found)", re.IGNORECASE
)
_IT_WAS: Final = re.compile(r"(?:it|this|that) ", re.IGNORECASE)
_IT_WAS_A: Final = re.compile(rf"(?:it|this|that) (?:\w+ )+an? {_OPEN}", re.IGNORECASE)
_ONE: Final = re.compile(r"an?\b", re.IGNORECASE)
"""As in "it was a garrison", which says what a thing is."""
_NAMED: Final = tuple((re.compile(pattern, re.IGNORECASE), level) for pattern, level in _NAMINGS)

_MATTER: Final = (
    r"(?:charges?|accusations?|allegations?|claims?|idea|suggestions?|insinuations?|reports?|version|story|boast|"
    r"finding|verdict|rumou?rs?)"
)
_SHARE: Final = (
    r"(?:part|role|hand|share|involvement|responsibility|complicity|link|connection|blame|guilt)s?\b(?! of the)"
)
_UNTRUE: Final = (
    r"(?:slander|lies?|theatre|nonsense|fabricat\w+|invent\w+|false\w*|absurd\w*|ridiculous|baseless|unfounded|"
    r"calumny|smear|rubbish|fairy[ -]tales?|fantas\w+|libel|propaganda|fiction)"
)
_DENY: Final = (
    r"(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|disclaim(?:s|ed)?|disown(?:s|ed)?|disavow(?:s|ed)?|"
    r"repudiat(?:es?|ed)|dismiss(?:es|ed)?|refut(?:es?|ed)|disput(?:es?|ed)|contest(?:s|ed)?)"
)
_RETRACT: Final = r"(?:took|takes?|taken) back|retract(?:s|ed)?|withdr(?:ew|aws?)"
_NAMES_IT: Final = r"(?:call(?:s|ed)?|brand(?:s|ed)?|label(?:s|led)?|term(?:s|ed)?|describ(?:es?|ed))"
_OWNING: Final = (
    r"(?:boast(?:s|ed)?|brag(?:s|ged)?|confess(?:es|ed)?|admit(?:s|ted)?|conced(?:es?|ed)|acknowledg(?:es?|ed)|"
    r"claim(?:s|ed)?)"
)
_STANDS: Final[tuple[tuple[str, Stance, bool], ...]] = (
    (rf"{_DENY} (?:any|all|its|their|his|her|the slightest|every)? ?(?:\w+ )?{_SHARE}", "denies", False),
    (rf"(?:{_RETRACT}) (?:its|their|his|her|the|that|this) (?:boast|claim|admission|confession)", "denies", False),
    ((rf"{_DENY} (?:it|that|this|them|everything|{_IT}|"
     rf"(?:the|this|that|these|those|all|such|any) (?:\w+ )?{_MATTER}(?! that| of| by))(?:\Z|\s*[.,;:!?)–—]| as\b)"),
     "denies", True),
    (rf"{_DENY} (?:ever )?having (?:ever )?\w+", "denies", True),
    (rf"{_NAMES_IT} (?:it|that|this|them|the {_MATTER}) (?:\W*\w+\W+){{0,3}}?\W*{_UNTRUE}", "denies", True),
    ((rf"{_OWNING} (?:of |to )?(?:{_IT}|having done {_IT}|(?:that )?(?:it|they|he|she|we|i) (?:had |have |has )?"
     rf"(?:done|did) {_IT}|to having done {_IT})(?:\Z|\s*[.,;:!?)–—])"), "claims", False),
    ((r"own(?:s|ed|ing)? up\b|"
     r"(?:took|takes|taken|claims|claimed|assumed|assumes) (?:the |full |sole |and ){0,3}(?:credit|responsibility)\b|"
     r"point(?:s|ed) (?:the finger )?at (?:itself|themselves|himself|herself)\b"), "claims", False),
)  # fmt: skip
"""Words of a speaker about its own part, from its cue on; and whether they are so only of one who has been accused."""
_STOOD: Final = tuple((re.compile(pattern, re.IGNORECASE), stance, weak) for pattern, stance, weak in _STANDS)
_NOT_OURS: Final = re.compile(
    r"\W*(?:no|not (?:one|a single)|none|never)\b(?: \w+){0,2} (?:of (?:ours|mine|us|our \w+)|our \w+)\b", re.IGNORECASE
)
_OURS_TOO: Final = re.compile(
    rf"\W*(?:that )?\W*(?:we|[\w-]+ of (?:ours|us|our \w+))\W+{_HAVE}(?:took part|taken part|(?:did|done) {_IT})",
    re.IGNORECASE,
)
_NEGATED: Final = re.compile(
    r"\b(?:not|never|neither|nor|cannot|no one|nobody|\w+n['’]t)(?: \w+){0,2}\s*\Z", re.IGNORECASE
)
_WITH_DOUBT: Final = re.compile(r"\b(?:probably|likely|must have)\b", re.IGNORECASE)
_WITH_MORE_DOUBT: Final = re.compile(r"\b(?:may|might|could|possibly|perhaps)\b", re.IGNORECASE)
_OPEN_QUESTION: Final = re.compile(r"\b(?:whether|if|who|ask(?:s|ed)?|wonder\w*)\W+(?:\w+\W+){0,3}\Z", re.IGNORECASE)
_MARKS: Final = re.compile(rf"[\s{_OPEN}{_CLOSE}]")
_AHEAD: Final = 45
"""Characters behind the words in which their deed may stand."""
_STRETCH: Final = 160


class Saying(NamedTuple):
    """Who is said to have done it, where, how, and of which trigger (by its number) if the sentence has one.

    `weak`: a denial that is of the deed only if the speaker has been accused of it. `told`: the author may say so too.
    """

    actor: Span
    cue: Span
    stance: Stance
    trigger: int | None
    factuality: Factuality
    weak: bool = False
    told: bool = False


def iter_namings(text: str, sentence: Span, actors: Sequence[Span], triggers: Sequence[Span]) -> Iterator[Saying]:
    """Everybody whom a sentence names as the doer; `actors` and `triggers` are in order and do not overlap."""
    masked, places = _mask(text, sentence, actors)
    if _OPEN not in masked or masked.rstrip("\"”’' ").endswith("?"):
        return
    named: set[Span] = set()
    for pattern, plain in _NAMED:
        for match in pattern.finditer(masked):
            before = masked[: match.start()]
            if actors[int(match[1])] not in named and not _OPEN_QUESTION.search(before) and not _NEGATED.search(before):
                cue = Span(places[match.start()], places[match.end()])
                actor = actors[int(match[1])]
                if _IT_WAS_A.match(match[0]) or (_IT_WAS.match(match[0]) and _ONE.match(text, actor.start)):
                    continue
                named.add(actor)
                level = _doubted(match[0], plain)
                stance: Stance = "denies" if level.endswith("-") else "suspects" if level[:2] != "CT" else "blames"
                trigger = _deed(sentence, cue, triggers)
                is_told = stance == "blames" and not _ACCUSING.match(match[0])
                yield Saying(actor, cue, stance, trigger, level, told=is_told)


def _doubted(words: str, level: Factuality) -> Factuality:
    if level == "CT+":
        return "PS+" if _WITH_MORE_DOUBT.search(words) else "PR+" if _WITH_DOUBT.search(words) else level
    return level


def _mask(text: str, sentence: Span, actors: Sequence[Span]) -> tuple[str, list[int]]:
    """A sentence with a number for each actor and one space for white space, and where each character comes from."""
    pieces: list[str] = []
    places: list[int] = []
    at = sentence.start
    first = bisect_left(actors, sentence.start, key=lambda a: a.start)
    for number in range(first, len(actors)):
        actor = actors[number]
        if actor.end > sentence.end:
            break
        token = f"{_OPEN}{number}{_CLOSE}"
        pieces += [_MARKS.sub(" ", text[at : actor.start]), token]
        places += [*range(at, actor.start), *([actor.start] * len(token))]
        at = actor.end
    pieces.append(_MARKS.sub(" ", text[at : sentence.end]))
    places += [*range(at, sentence.end), sentence.end]
    return "".join(pieces), places


def _deed(sentence: Span, cue: Span, triggers: Sequence[Span]) -> int | None:
    """The trigger inside the words or close behind them, else the last one before them in the sentence."""
    low = bisect_left(triggers, cue.start, key=lambda t: t.start)
    if low < len(triggers) and triggers[low].start < min(sentence.end, cue.end + _AHEAD):
        return low
    return low - 1 if low and triggers[low - 1].start >= sentence.start else None


def iter_stands(text: str, attribution: Attribution, triggers: Sequence[Span]) -> Iterator[Saying]:
    """What a speaker says of its own part without telling the deed."""
    source, cue = attribution.source, attribution.cue
    if source is None or not attribution.content:
        return
    actor = Span(source.start, source.end)
    for part in attribution.content:
        if (stance := _ours(text[part.start : part.end])) is not None:
            level: Factuality = "CT-" if stance == "denies" else "CT+"
            yield Saying(actor, Span(part.start, part.end), stance, _first(triggers, part), level)
            return
    if cue is None:
        return
    end = max(cue.end, *(part.end for part in attribution.content))
    words = " ".join(text[cue.start : min(end + 1, cue.start + _STRETCH)].split())
    for pattern, stance, weak in _STOOD:
        if (
            (match := pattern.search(words))
            and match.start() <= cue.end - cue.start
            and not _NEGATED.search(text, max(0, cue.start - 30), cue.start)
        ):
            trigger = _first(triggers, Span(cue.end, end)) if cue.end < end else None
            yield Saying(actor, Span(cue.start, cue.end), stance, trigger, "CT-" if stance == "denies" else "CT+", weak)
            return


def _ours(words: str) -> Stance | None:
    """What the words of a group say of its own: "no man of ours", "five of ours took part"."""
    if _NOT_OURS.match(words):
        return "denies"
    return "claims" if _OURS_TOO.match(words) else None


def _first(triggers: Sequence[Span], within: Span) -> int | None:
    at = bisect_right(triggers, within.start - 1, key=lambda t: t.start)
    return at if at < len(triggers) and triggers[at].end <= within.end else None
