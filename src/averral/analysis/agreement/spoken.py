"""Who is said to have done it, where the words say so: blame, agency, claim and denial, with the one who speaks."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from averral.analysis.agreement.cues import BEHIND, COMPLICITY, Cue, iter_cues
from averral.analysis.agreement.page import AUTHOR, UNNAMED, Page
from averral.analysis.agreement.stand_ins import find_body
from averral.records import Claim, Mention
from averral.records.agreement import Answer, Stance

__all__ = ["find_voice", "iter_spoken", "make_spoken"]

FAR = 70
"""Characters between a cue and the actor that it points to."""
_WE = re.compile(
    r"\b(?:we|our (?:fighters|men|people|units?|comrades|sappers|brothers|soldiers|forces))\b", re.IGNORECASE
)
_NOT = re.compile(r"\b(?:not|never|no|nobody|nothing|none|neither|nor)\b|n[’']t\b", re.IGNORECASE)
_UNREAL = re.compile(r"\b(?:cannot|would|could|if|will|shall|may|might|must|should)\b", re.IGNORECASE)
_WHICH = re.compile(r"\b(?:which|who)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_NOUN = re.compile(
    r"(?:charge|accusation|allegation|assertion|claim|report|rumou?r|suggestion|any|that)", re.IGNORECASE
)
_WHY = re.compile(r"\b(?:for|that|which|who|over|after|because|when)\b", re.IGNORECASE)
"""Words behind which nobody stands any more who is blamed."""
_IT = re.compile(
    r"\s+(?:it|this|that(?=\s*(?:[.,;:!?”\"]|$))|the (?:charge|accusation|allegation|claim|report)s?)\b", re.IGNORECASE
)
_THAT_THE = re.compile(r"\s+(?:[\w ]{0,30}?\bthat\s+)?(?:the\s+|a\s+)?", re.IGNORECASE)
_OWN = re.compile(
    r"[^.;]{0,25}?\b(?:(?:any|a) (?:part|hand|role|involvement|responsibility|link|share)|involvement|"
    r"responsib\w+|being (?:behind|involved)|"
    r"that (?:it|they|he|she|its|their) |having (?:attack|bomb|kill|shot|carried|ordered|fired|set|blown|"
    r"taken|planned|driven))",
    re.IGNORECASE,
)
"""What somebody denies who denies a deed of its own."""
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
RECENT = 500
"""Characters between a charge and a denial of "this" by somebody else."""
STEP = 50
"""Characters between "we" and the word for what was done."""


def iter_spoken(page: Page, accused: Sequence[Stance] = ()) -> Iterator[Stance]:
    """Stances of responsibility that cues give, sentence by sentence.

    Blame: the one behind the cue, by whoever blames. Agency: "the work of X", "carried out by X", "X did it". Claims
    and denials: the subject's own, a speaker's first person, or "denied that X had …". "We" is the body for which the
    speaker or the document speaks. The incident is the one that the sentence tells, else that of the sentences before,
    else the document's chief one. Who denies "it" or "the charge" denies what was said before: of the one who denies,
    else of the one who was last accused; `accused` are the accusations that were read elsewhere in the document.
    """
    charges = [(one.start, one) for one in accused if not one.against]
    for start, end in page.reading.sentences:
        for cue in iter_cues(page.text, start, end):
            for stance in _read(page, cue, start, end):
                settled = _settle(page, cue, stance, charges) if cue.kind in ("reject", "deny") else stance
                if settled is not None:
                    charges += [] if settled.against else [(cue.start, settled)]
                    yield settled
        yield from _read_own(page, start, end)


def _settle(page: Page, cue: Cue, stance: Stance, charges: Sequence[tuple[int, Stance]]) -> Stance | None:
    """A denial with the incident, and where it needs one the actor, of the charge that it answers.

    None where "it" is denied and nobody was charged with anything shortly before.
    """
    before = sorted(((place, one) for place, one in charges if place < cue.start), key=lambda pair: pair[0])
    if any(stance.start <= s < stance.end for s, _, _ in page.told):
        return stance
    own = [one for _, one in before if one.actor == stance.actor]
    if own:
        return replace(stance, incident=own[-1].incident)
    near = [one for place, one in before if cue.start - place <= RECENT and one.actor != stance.actor]
    if near and cue.kind == "reject" and _IT.match(page.text, cue.end) and near[-1].actor:
        last = near[-1]
        return replace(stance, incident=last.incident, actor=last.actor, name=last.name)
    return None if cue.kind == "reject" and _IT.match(page.text, cue.end) else stance


def _read(page: Page, cue: Cue, start: int, end: int) -> Iterator[Stance]:
    chain = page.find_chain(cue.start)
    if cue.kind in ("blame", "reject", "claim"):
        source = _find_source(page, cue, start)
        if cue.side != "speaker" and source is not None and source != chain[-1]:
            chain = (*chain, source)
    speaker = find_voice(page, chain, own=True)
    actor = _find_actor(page, cue, start, end, speaker)
    for one in (actor, *_list_partners(page, cue, start, actor)):
        answer = _answer(page, cue, one, chain) if one else None
        if one is None or answer is None:
            continue
        behind = _is_behind(page, cue, end)
        told = make_spoken(page, chain, (start, end), cue.start, (one, answer))
        yield replace(told, behind=behind, factuality="PS+" if cue.unsure and not told.against else told.factuality)


def _list_partners(page: Page, cue: Cue, start: int, actor: str | None) -> list[str]:
    """Who is named with the subject of a cue: "X and Y claimed it"."""
    if actor is None or cue.side != "before":
        return []
    before = [m for m in page.actors if start <= m.start and m.end <= cue.start and m.entity]
    pairs = itertools.pairwise(before)
    joined = [one for one, two in pairs if two.entity == actor and _AND.fullmatch(page.text, one.end, two.start)]
    return [one.entity for one in joined[-1:] if one.entity and one.entity != actor]


def _is_behind(page: Page, cue: Cue, end: int) -> bool:
    """Whether the actor is said to have made others do it."""
    if cue.kind == "did" and BEHIND.match(page.text, cue.start):
        return True
    return cue.kind in ("blame", "did") and COMPLICITY.match(page.text, cue.end, end) is not None


def find_voice(page: Page, chain: tuple[str, ...], *, own: bool = False) -> str | None:
    """The body for which the speaker speaks, the speaker, or whoever put the document out.

    An author without a known issuer is one for "we" alone, see `Page.voice`.
    """
    speaker = chain[-1]
    if speaker == AUTHOR:
        return page.voice if own else page.issuer
    return page.bodies.get(speaker, speaker) if speaker != UNNAMED else None


def _find_actor(page: Page, cue: Cue, start: int, end: int, speaker: str | None) -> str | None:
    if cue.side == "speaker":
        return speaker if speaker and page.is_body(speaker) else None
    if cue.side == "before":
        if _WE.search(page.text, max(start, cue.start - 25), cue.start):
            return speaker if speaker and page.is_body(speaker) else None
        return _find_before(page, cue, start)
    after = _find_after(page, cue.end, end)
    if cue.side == "after":
        beyond = after is not None and cue.kind == "blame" and _WHY.search(page.text, cue.end, after.start)
        return find_body(page, after) if after and not beyond else None
    return _find_denier(page, cue, start, after, speaker)


def _find_denier(page: Page, cue: Cue, start: int, after: Mention | None, speaker: str | None) -> str | None:
    """Of whom something is denied: the first in what is denied, else the one who denies a deed of its own."""
    clause = page.text[cue.start : after.start] if after else ""
    if after is not None and re.search(r"\b(?:that|of)\s+(?:the\s+|its\s+)?$", clause, re.IGNORECASE):
        return find_body(page, after)
    own = _find_source(page, cue, start) or speaker
    if cue.kind == "reject" and not (_IT.match(page.text, cue.end) or _OWN.match(page.text, cue.end)):
        return None
    return page.bodies.get(own, own) if own else None


def _find_source(page: Page, cue: Cue, start: int) -> str | None:
    """Who blames, claims or denies: the one before "which" or "who", the source that was read, else the subject."""
    if cue.kind == "reject" and _NOUN.match(page.text, cue.start):
        return None
    if _WHICH.search(page.text, start, cue.start):
        return _find_before(page, cue, start)
    return page.find_source(cue.start, cue.end) or _find_before(page, cue, start)


def _find_after(page: Page, place: int, end: int) -> Mention | None:
    """The first somebody behind a cue, no farther than a clause; a name that ends where it ends is better."""
    found = [m for m in page.actors if place <= m.start < min(end, place + FAR)]
    beside = _find_beside(page, place)
    if beside is not None:
        return beside
    if not found:
        return None
    first = found[0]
    return next((m for m in found if m.name and m.start < first.end), first)


def _find_beside(page: Page, place: int) -> Mention | None:
    """What bears a name right behind a cue, of whatever type it was read to be: the words around say that it acts."""
    match = _THAT_THE.match(page.text, place)
    start = match.end() if match else place
    return next((m for m in page.reading.mentions if m.name and m.entity and m.start in (start, start - 4)
                 and m.type not in ("DATE", "NUM") and m.end > start), None)  # fmt: skip


def _find_before(page: Page, cue: Cue, start: int) -> str | None:
    """The subject of a cue: of those before it in the sentence the nearest that bears a name, else the nearest."""
    end = cue.start
    before = page.text[start:end]
    if before.rstrip().endswith(",") and before.count(",") > 1:
        end = start + before.index(",") + 1
        found = [m for m in page.actors if start <= m.start and m.end <= end]
        return find_body(page, found[-1]) if found else None
    found = [m for m in page.actors if start <= m.start and m.end <= end and end - m.end <= FAR]
    return find_body(page, found[-1]) if found else None


def _answer(page: Page, cue: Cue, actor: str, chain: tuple[str, ...]) -> Answer | None:
    speaker = chain[-1]
    voice = find_voice(page, chain)
    if cue.kind in ("deny", "reject"):
        return "denied_by"
    if cue.kind == "claim":
        return None if cue.negated else "claimed_by"
    if cue.negated:
        return "denied_by"
    if actor in (speaker, voice):
        return "claimed_by" if cue.kind == "did" else None
    reports = voice is None and speaker == AUTHOR and not page.is_statement
    return "reported_as_fact_by" if reports and cue.kind == "did" else "accused_by"


def _read_own(page: Page, start: int, end: int) -> Iterator[Stance]:
    """What "we" are said to have done, in the words of a body or of somebody who speaks for one."""
    answer: Answer
    for match in _WE.finditer(page.text, start, end):
        chain = page.find_chain(match.start())
        voice = find_voice(page, chain, own=True)
        if voice is None or not page.is_body(voice):
            continue
        for s, e, incident in page.told:
            if match.end() <= s < min(end, match.end() + STEP) and page.is_deed(s, incident):
                between = page.text[match.end() : e]
                if not _UNREAL.search(between):
                    answer = "denied_by" if _NOT.search(between) else "claimed_by"
                    yield make_spoken(page, chain, (start, end), s, (voice, answer), incident=incident)
                break


def make_spoken(
    page: Page, chain: tuple[str, ...], sentence: tuple[int, int], place: int, told: tuple[str, Answer],
    incident: str | None = None,
) -> Stance:  # fmt: skip
    """What is told of an actor in a sentence, at a place in it, through a chain of speakers."""
    (start, end), (actor, answer) = sentence, told
    claim = _find_claim(page, place, sentence)
    meant = incident or page.find_incident(start, end, place)
    against = answer == "denied_by"
    return Stance(
        kind="responsibility",
        speaker=chain[-1],
        voice=page.name(chain[-1]),
        chain=tuple(page.name(link) for link in chain),
        start=start,
        end=end,
        claim=claim.id if claim else None,
        basis=claim.basis if claim else "none",
        said=page.said.get(claim.attribution) if claim and claim.attribution else None,
        incident=meant,
        predicate=page.incidents[meant].type if meant else None,
        factuality="CT-" if against else "CT+",
        actor=actor,
        name=page.name(actor),
        answer=answer,
        against=against,
    )


def _find_claim(page: Page, place: int, sentence: tuple[int, int]) -> Claim | None:
    """The narrowest claim around a place, else the first in its sentence."""
    near = [c for c in page.reading.claims if c.start < sentence[1] and sentence[0] < c.end]
    return min(near, key=lambda c: (not c.start <= place < c.end, c.end - c.start, c.id), default=None)
