"""Who is said to have done what, by whom: what the words say, what was read of claims, and who acts in events."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from averral.analysis.agreement.cues import SUPPLIED as BEHIND
from averral.analysis.agreement.page import AUTHOR, UNNAMED, Page
from averral.analysis.agreement.spoken import find_voice, iter_spoken, make_spoken
from averral.analysis.agreement.stand_ins import find_body
from averral.analysis.agreement.subjects import find_subject
from averral.analysis.agreement.voice import make_stance
from averral.analysis.incidents.kinds import find_kin
from averral.records import Claim, Event, Incident, Mention, Perpetrator
from averral.records.agreement import Answer, Stance
from averral.records.ontology import EVENT_TYPES, broad_type

__all__ = ["iter_answers"]

_ANSWERS: dict[str, Answer] = {
    "reported_as_fact": "reported_as_fact_by",
    "claimed_or_admitted": "claimed_by",
    "suspected_or_accused": "accused_by",
    "suspected_or_accused_by_authorities": "accused_by",
    "possible": "accused_by",
    "denied": "denied_by",
}
_NOBODY = re.compile(
    r"\b(?:no (?:group|one|body|organi[sz]ation|party)|nobody|none)\b[^.;]{0,40}\b(?:claim|responsib|credit|said who)",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\b(?:nobody|no one|no other|none) else\b|\bnot only\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|no|nobody|neither|nor|none|without|cannot)\b|n[’']t\b", re.IGNORECASE)
_OURS = re.compile(r"(?:our|my)\b", re.IGNORECASE)
_SERVANTS = re.compile(
    r"\b(?:officers?|forces|troops|soldiers|police(?:men)?|agents|units?|fighters|guards(?:men)?|men)$", re.IGNORECASE
)
"""Heads of descriptions that mean the people of whoever put a statement out."""
_I_DID = re.compile(
    r"\b(?:it|they|he|she|we|i|its \w+|our \w+)\b(?:(?!\b(?:who|which|met|saw|knew)\b)[^.;])*$", re.IGNORECASE
)
_BY_US = re.compile(r"\bours\b|\bby us\b|\bresponsib", re.IGNORECASE)
_CHARGE = re.compile(
    r"\b(?:part|hand|role|involve\w+|responsib\w+|charges?|accus\w+|alleg\w+|claims?|it|this|that|report\w*)\b",
    re.IGNORECASE,
)
SHORT = 3
"""Words that a denial in the author's own voice has at least."""
STEP = 45
"""Characters between a pronoun and the word for what was done."""
_DONE = frozenset({"kidnapping", "arrest", "seizure", "arson", "sabotage"})
_SUFFERED = frozenset({"death", "injury", "disaster"})


def iter_answers(page: Page) -> Iterator[Stance]:
    """What the words say of an actor, else what was read, else who acts in the events that are told.

    Of one sentence, incident and actor the first of these counts.
    """
    read = tuple(_iter_read(page))
    told = list(iter_spoken(page, [one for one in read if one.kind == "responsibility"]))
    for found in (read, tuple(_iter_events(page))):
        told += [stance for stance in found if not _is_told(stance, told)]
    yield from told


def _is_told(stance: Stance, told: Sequence[Stance]) -> bool:
    return any(
        s.start < stance.end and stance.start < s.end and s.actor == stance.actor and s.kind == stance.kind
        and (s.incident == stance.incident or s.start <= stance.start < stance.end <= s.end)
        for s in told
    )  # fmt: skip


def _iter_read(page: Page) -> Iterator[Stance]:
    """Claims of responsibility as they were read; see `_answer` for what each comes to."""
    for incident in page.reading.incidents:
        rated = {claim: one for one in incident.perpetrators for claim in one.claims}
        mine = [
            claim
            for claim in page.reading.claims
            if claim.proposition.type == "responsibility" and claim.proposition.incident == incident.id
        ]
        own = {(claim.start, claim.end) for claim in mine if _is_of_speaker(claim)}
        for claim in mine:
            if (claim.start, claim.end) in own and not _is_of_speaker(claim) and claim.proposition.subject:
                continue
            yield from _read_claim(page, incident, claim, rated.get(claim.id))


def _read_claim(page: Page, incident: Incident, claim: Claim, perpetrator: Perpetrator | None) -> Iterator[Stance]:
    words = page.text[claim.start : claim.end]
    if words.rstrip('"”’ ').endswith("?") or _is_scrap(page, incident, claim, words):
        return
    denied = (claim.factuality or "").endswith("-")
    actor, name = _find_actor(page, claim, perpetrator)
    if denied and (_NOBODY.search(words) or (actor is None and not name)):
        yield make_stance(page, claim, incident, kind="unclaimed")
    elif (actor is not None or name) and page.can_act(actor):
        answer = _answer(page, claim, actor, name, perpetrator)
        if answer == "claimed_by" and actor == claim.chain[-1] and not _tells_own(page, incident, claim):
            return
        yield make_stance(
            page, claim, incident, kind="responsibility", actor=actor, name=name, answer=answer,
            predicate=incident.type, against=answer == "denied_by",
            behind=BEHIND.search(words) is not None and answer == "accused_by",
        )  # fmt: skip


def _is_scrap(page: Page, incident: Incident, claim: Claim, words: str) -> bool:
    """Whether a denial is read of words that say neither what was done nor that anything was not."""
    if not (claim.factuality or "").endswith("-"):
        return False
    told = any(i == incident.id and claim.start <= s < claim.end for s, _, i in page.told)
    if len(words.split()) < SHORT and claim.chain == (AUTHOR,):
        return True
    return not (told or _NOT.search(words) or _CHARGE.search(words))


def _tells_own(page: Page, incident: Incident, claim: Claim) -> bool:
    """Whether the speaker is the subject of what was done.

    A pronoun stands shortly before its word, or nothing at all ("claimed having burned"), or it is "ours".
    """
    words = page.text[claim.start : claim.end]
    starts = [s - claim.start for s, _, i in page.told if i == incident.id and claim.start <= s < claim.end]
    return (
        bool(_BY_US.search(words))
        or any(s <= 0 or _I_DID.search(words[max(0, s - STEP) : s]) for s in starts)
        or not starts
    )


def _is_of_speaker(claim: Claim) -> bool:
    """Whether a speaker claims or denies a deed of its own; others whom the same words name are not meant then."""
    return claim.proposition.subject is not None and claim.chain[-1:] == (claim.proposition.subject,)


def _find_actor(page: Page, claim: Claim, perpetrator: Perpetrator | None) -> tuple[str | None, str]:
    """Whom a claim is about; "our fighters", and whoever has the word in a conversation, are the speaker's body."""
    subject = claim.proposition.subject
    name = page.name(subject) if subject is not None else perpetrator.text if perpetrator else ""
    actor = subject if subject is not None else perpetrator.entity if perpetrator else None
    labels = {turn.label for turn in page.turns}
    if _OURS.match(name) or name in labels:
        voice = find_voice(page, page.set_turn(claim.chain or (UNNAMED,), claim.start))
        return (voice, page.name(voice)) if voice else (None, "")
    return actor, name


def _answer(page: Page, claim: Claim, actor: str | None, name: str, perpetrator: Perpetrator | None) -> Answer:
    """A denial where the words deny; a claim where the speaker speaks of itself; else an accusation or a report.

    What the issuer of a statement says of its own people is a claim, and of others an accusation.
    """
    words = page.text[claim.start : claim.end]
    if _is_denied(page, claim, actor, words):
        return "denied_by"
    chain = page.set_turn(claim.chain or (UNNAMED,), claim.start)
    voice = find_voice(page, chain)
    if actor is not None and actor in (chain[-1], voice):
        return "claimed_by"
    if chain[-1] == AUTHOR and page.issuer and name == name.lower() and _SERVANTS.search(name):
        return "claimed_by"
    if perpetrator is not None and perpetrator.confidence not in ("denied", "reported_as_fact"):
        return _ANSWERS[perpetrator.confidence]
    return "reported_as_fact_by" if chain[-1] == AUTHOR and not page.is_statement else "accused_by"


def _is_denied(page: Page, claim: Claim, actor: str | None, words: str) -> bool:
    if (claim.factuality or "").endswith("-"):
        return not _ALONE.search(words) or len(_NOT.findall(words)) > 1
    own = [m for m in page.actors if m.entity == actor and claim.start <= m.start < claim.end]
    if len(own) != 1:
        return False
    return _NOT.match(page.text[own[0].end : claim.end].strip().partition(" ")[2]) is not None


def _iter_events(page: Page) -> Iterator[Stance]:
    """Who acts in events that are told as having happened, or as not having happened."""
    owner = {event: incident for incident in page.reading.incidents for event in incident.events}
    for event in page.reading.events:
        incident = owner.get(event.id)
        if incident is None or not _is_done(event) or event.factuality not in ("CT+", "CT-", "PR-"):
            continue
        for actor in _list_doers(page, event):
            yield from _read_event(page, event, actor, incident)


def _list_doers(page: Page, event: Event) -> Iterator[Mention]:
    """The mentions of those who were read to do it, else the subject of its verb."""
    spans = [(a.start, a.end) for a in event.arguments if a.role == "perpetrator"]
    yield from (mention for mention in page.actors if (mention.start, mention.end) in spans)
    subject = None if spans else find_subject(page, event.trigger, page.find_sentence(event.trigger.start))
    if subject is not None:
        yield subject


def _is_done(event: Event) -> bool:
    """Whether somebody does it to somebody: no death, release or trial."""
    broad = broad_type(event.type) if event.type in EVENT_TYPES else event.type
    return (find_kin(event.type) == "violence" and broad not in _SUFFERED) or broad in _DONE


def _read_event(page: Page, event: Event, mention: Mention, incident: Incident) -> Iterator[Stance]:
    actor = find_body(page, mention)
    sentence = next((s for s in page.reading.sentences if s[0] <= event.trigger.start < s[1]), None)
    if actor is None or sentence is None or not page.can_act(actor):
        return
    chain = page.find_chain(event.trigger.start)
    voice = find_voice(page, chain)
    reports = voice is None and chain[-1] == AUTHOR and not page.is_statement
    answer: Answer = "reported_as_fact_by" if reports else "accused_by"
    if (event.factuality or "").endswith("-"):
        answer = "denied_by"
    elif actor in (chain[-1], voice):
        answer = "claimed_by"
    yield make_spoken(page, chain, sentence, event.trigger.start, (actor, answer), incident=incident.id)
