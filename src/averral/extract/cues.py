"""What the words that introduce a content say of how its source stands to it.

The classes are those of Saurí and Pustejovsky (2012) for source-introducing predicates: how surely, for or against, and
whether whoever relays the words is committed as well (Kiparsky and Kiparsky 1970 on factive verbs).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from averral.extract.triggers import lemma_variants

if TYPE_CHECKING:
    from averral.extract.triggers import Part
    from averral.records import Factuality

__all__ = ["ASSERTED", "Cue", "read_cue"]


class Cue(NamedTuple):
    """How the source stands to what it says: `level` is its commitment to a content that is plainly stated.

    `factive`: whoever relays it takes it to be so too. `ahead`: the content is still to come (requests, plans,
    threats). `known` is false for words that the lexicon does not have, which are read as plain saying. `nominal`: the
    words hold a noun for something said ("the claim"). `rejects`: the source turns down what somebody else has said.
    """

    level: Factuality = "CT+"
    factive: bool = False
    ahead: bool = False
    known: bool = True
    nominal: bool = False
    rejects: bool = False


ASSERTED: Final = Cue(known=False)

_VERBS: Final[dict[Cue, str]] = {
    Cue(factive=True): """
        know, reveal, realise, find out, discover, admit, acknowledge, confirm, concede, confess, establish, prove,
        verify, disclose, learn, recall, remember, remind, regret, condemn, deplore, mourn, lament, witness, own up,
        accept responsibility, claim responsibility, take responsibility, take credit, claim credit, ascertain,
        demonstrate, notice, forget
    """,
    Cue(): """
        say, tell, state, add, announce, report, claim, allege, assert, declare, insist, maintain, argue, describe,
        write, note, testify, explain, accuse, blame, charge, swear, contend, affirm, boast, complain, conclude, find,
        put, list, show, reply, remark, mention, inform, hear, see, convict, indict, quote, cite, pretend, certify,
        call, insist on
    """,
    Cue("CT-"): "acquit, exonerate, retract, withdraw, recant",
    Cue("CT-", rejects=True): """
        deny, reject, refute, dismiss, disown, repudiate, rebut, contradict, disclaim, disavow, dispute, contest,
        debunk, rule out, exclude
    """,
    Cue("CT-", ahead=True): "refuse, decline",
    Cue("PR+"): """
        believe, think, suppose, consider, assume, presume, reckon, estimate, guess, indicate, infer, deem, judge
    """,
    Cue("PR+", ahead=True): "expect, predict, forecast, anticipate, foresee",
    Cue("PS+"): "suspect, fear, worry, speculate, hint, imply, suggest, wonder aloud",
    Cue("PS+", ahead=True): "hope",
    Cue("PR-"): "doubt",
    Cue("UU"): "wonder, question, investigate, examine, enquire, inquire, check",
    Cue("UU", ahead=True): """
        ask, order, demand, threaten, warn, plan, promise, want, wish, intend, offer, urge, call for, call on,
        call upon, request, vow, pledge, propose, instruct, appeal, invite, command, recommend, advise, beg, plead,
        decide, agree, undertake, prepare, mean, aim, seek, require, direct, summon, forbid, ban, encourage, incite,
        exhort, petition, press for, push for, summons
    """,
}
_NOUNS: Final[dict[Cue, str]] = {
    Cue(nominal=True): """
        claim, allegation, assertion, accusation, statement, report, insinuation, rumour, rumor, figure, story,
        account, calumny, testimony, version, contention, charge, announcement, slander, suggestion
    """,
    Cue(factive=True, nominal=True): "admission, acknowledgement, confession, confirmation, discovery, revelation",
    Cue("CT-", nominal=True, rejects=True): "denial, rejection, rebuttal",
    Cue("PR+", nominal=True): "belief, guess, assumption, view",
    Cue("PR+", ahead=True, nominal=True): "prediction, forecast, expectation",
    Cue("PS+", nominal=True): "suspicion, fear, worry",
    Cue("PR-", nominal=True): "doubt",
    Cue("UU", ahead=True, nominal=True): """
        demand, order, threat, ultimatum, warning, plan, promise, offer, request, appeal, pledge, vow, proposal,
        intention, instruction, recommendation, plea
    """,
}
_NOT: Final = re.compile(
    r"\b(?:not|never|neither|nor|no|cannot|without|refus\w+ to|declin\w+ to|fail\w+ to|unable to|nobody|none)\b"
    r"|n['’]t\b"
)
_NOTHING_FOUND: Final = re.compile(
    r"\b(?:no|not any|without) (?:\w+ )?(?:trace|sign|evidence|proof|indication)s?\b|\bcleared\b"
)
_RAISED: Final = ("PR+",)
"""Levels of verbs under which a "not" is that of the content: "do not believe that" is "believe that not"."""
_LIKELY: Final = re.compile(r"\b(?:likely|probable|probably|plausible|convinced|sure|certain)\b")
_POSSIBLE: Final = re.compile(r"\b(?:possible|possibly|conceivable)\b|\bunconfirmed\b")
_DOUBTED: Final = re.compile(r"\b(?:unlikely|improbable|doubtful|implausible)\b")
_UNSURE: Final = re.compile(r"\b(?:unclear|unknown|unsure|uncertain|undecided)\b|\bwould neither\b")
_HEDGED: Final = re.compile(r"\W*it (?:is )?((?:un|im)?(?:likely|probable|possible))\b", re.IGNORECASE)
"""Such a content opens with how sure its source is: "consider [it probable that …]"."""
_NAMED: Final = re.compile(r"(?:\b(?:the|an?|its|his|her|their|our|this|any|such|own)|['’]s)\s+(?:\w+\s+)?$")
"""Before a noun, and never before a verb."""
_WORD: Final = re.compile(r"[^\W_]+(?:['’](?!s\b)[^\W_]+)*")


def read_cue(words: str, content: str = "") -> Cue:
    """The stand of a cue, given the words of the cue and how its content begins.

    A cue without words (a bare quotation) is plain saying. The last known word decides ("has threatened", "said it
    feared"); a negation makes it unknown, except where it belongs to the content.
    """
    lowered = " ".join(words.lower().replace("’", "'").split())
    if hedged := _HEDGED.match(content):
        lowered += f" {hedged[1].lower()}"
    cue = _ordered(_find_known(lowered), lowered, content)
    for pattern, level in ((_UNSURE, "UU"), (_DOUBTED, "PR-"), (_LIKELY, "PR+"), (_POSSIBLE, "PS+")):
        if pattern.search(lowered):
            return _negate(Cue(level), lowered) if level == "PR+" else Cue(level)  # type: ignore[arg-type]
    if _NOTHING_FOUND.search(lowered):
        return Cue("CT-")
    return _negate(cue, lowered)


def _negate(cue: Cue, words: str) -> Cue:
    if not _NOT.search(words):
        return cue
    if cue.level in _RAISED and not cue.nominal:
        return cue._replace(level="PR-")
    if cue.level == "UU" and cue.ahead:
        return cue
    return Cue("UU")


def _ordered(cue: Cue, words: str, content: str) -> Cue:
    """Somebody told, said or known "to do" is ordered; somebody asked "whether" is not; "to have done" is past."""
    start = content.lower().split()[:2]
    if start[:1] in (["whether"], ["if"]) and cue.level == "UU":
        return Cue("UU")
    if start[:1] == ["to"] and start[1:] not in (["have"], ["be"]) and re.search(r"\b(?:tells?|told|telling)\b", words):
        return Cue("UU", ahead=True)
    return cue


def _find_known(words: str) -> Cue:
    """The last known phrase, the longest of those that end there."""
    verbs, nouns = _cue_index("verb"), _cue_index("noun")
    tokens = [*_WORD.finditer(words)]
    for end in range(len(tokens), 0, -1):
        for start in range(max(0, end - 3), end):
            phrase = " ".join(m.group() for m in tokens[start:end])
            first, second = (nouns, verbs) if _NAMED.search(words[: tokens[start].start()]) else (verbs, nouns)
            if found := first.get(phrase) or second.get(phrase):
                return found
    return ASSERTED


@cache
def _cue_index(part: Part) -> dict[str, Cue]:
    """All forms of the verbs or of the nouns."""
    table = _VERBS if part == "verb" else _NOUNS
    return {
        form: cue
        for cue, lemmas in table.items()
        for lemma in " ".join(lemmas.split()).split(", ")
        for form in lemma_variants(lemma, part)
    }
