"""The forms of English verbs and nouns: regular ones by rule, the others from a table."""

from __future__ import annotations

import re
from typing import Literal

__all__ = ["Part", "lemma_variants"]

Part = Literal["verb", "noun", "phrase"]

_VERBS = """
    abide abode abode, arise arose arisen, bear bore borne, beat beat beaten, become became become, beget begot
    begotten, begin began begun, bend bent bent, beset beset beset, bet bet bet, bid bid bid, bind bound bound, bite
    bit bitten, bleed bled bled, blow blew blown, break broke broken, breed bred bred, bring brought brought, build
    built built, burst burst burst, buy bought bought, cast cast cast, catch caught caught, choose chose chosen,
    come came come, cost cost cost, cut cut cut, deal dealt dealt, dig dug dug, do did done, draw drew drawn, drink
    drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed fed, feel felt felt, fight fought
    fought, find found found, flee fled fled, fling flung flung, fly flew flown, forbid forbade forbidden, forget
    forgot forgotten, forgive forgave forgiven, freeze froze frozen, get got gotten, give gave given, go went gone,
    grind ground ground, grow grew grown, have had had, hear heard heard, hide hid hidden, hit hit hit, hold held
    held, hurt hurt hurt, keep kept kept, know knew known, lay laid laid, lead led led, leave left left, lend lent
    lent, let let let, lie lay lain, lose lost lost, make made made, mean meant meant, meet met met, mow mowed mown,
    overcome overcame overcome, overrun overran overrun, overthrow overthrew overthrown, partake partook partaken,
    pay paid paid, put put put, quit quit quit, read read read, rend rent rent, repay repaid repaid, retake retook
    retaken, rid rid rid, ride rode ridden, ring rang rung, rise rose risen, run ran run, saw sawed sawn, say said
    said, see saw seen, seek sought sought, sell sold sold, send sent sent, set set set, shake shook shaken, shed
    shed shed, shoot shot shot, show showed shown, shut shut shut, sing sang sung, sink sank sunk, sit sat sat, slay
    slew slain, sling slung slung, slit slit slit, speak spoke spoken, spend spent spent, spin spun spun, split
    split split, spread spread spread, spring sprang sprung, stand stood stood, steal stole stolen, stick stuck
    stuck, sting stung stung, stride strode stridden, strike struck struck, string strung strung, swear swore sworn,
    sweep swept swept, swim swam swum, swing swung swung, take took taken, teach taught taught, tear tore torn, tell
    told told, think thought thought, throw threw thrown, undergo underwent undergone, understand understood
    understood, undertake undertook undertaken, undo undid undone, uphold upheld upheld, wear wore worn, weave wove
    woven, win won won, withdraw withdrew withdrawn, withhold withheld withheld, withstand withstood withstood,
    wring wrung wrung, write wrote written
"""
_IRREGULAR_VERBS = {verb: (past, done) for verb, past, done in (row.split() for row in _VERBS.split(","))}
_BESIDE = """
    beseech besought, burn burnt, get got, hang hung, have has, learn learnt, light lit, plead pled, prove proven,
    strike stricken
"""
_SECOND_FORMS = {verb: forms for verb, *forms in (row.split() for row in _BESIDE.split(","))}
"""Forms beside the others, regular or not."""
_PLURALS = """
    aircraft aircraft, analysis analyses, basis bases, calf calves, child children, corps corps, crisis crises,
    emphasis emphases, foot feet, goose geese, half halves, knife knives, leaf leaves, life lives, loaf loaves, man men,
    mouse mice, oasis oases, ox oxen, person people persons, self selves, series series, shelf shelves,
    spacecraft spacecraft, thief thieves, tooth teeth, wife wives, wolf wolves, woman women
"""
_IRREGULAR_NOUNS = {noun: forms for noun, *forms in (row.split() for row in _PLURALS.split(","))}
_NOT_MEN = ("german", "human", "ottoman", "roman", "shaman")
_O_WORDS = "cargo do echo embargo forego go hero mosquito outdo tornado torpedo undergo undo veto volcano"
_OES = frozenset(_O_WORDS.split())
_DOUBLED_WORDS = """
    abet abhor acquit admit airdrop allot begin beset commit compel concur confer control defer deter dispel emit
    equip excel expel forbid incur infer occur omit outfit patrol permit prefer propel rebel recur refer regret
    remit repel submit transfer transmit
"""
_DOUBLED = frozenset(_DOUBLED_WORDS.split())
"""Of several syllables, with the stress on the last, so that the consonant is doubled."""
_EITHER = frozenset(("bias", "combat", "duel", "focus", "fuel", "kidnap", "program", "worship"))
"""Spelt in both ways, as are verbs of several syllables in -l."""
_ISE = re.compile(r"(?<=[nlrtcdgmh])i([sz])(?=(?:e|es|ed|ing|ation|ations)$)")
_NOT_ISE = ("advertis", "chastis", "circumcis", "exercis", "franchis", "merchandis", "pris", "promis", "surmis")
"""Stems that are spelt with an s everywhere."""


def lemma_variants(lemma: str, part: Part) -> tuple[str, ...]:
    """All forms of a verb or noun in lower case, the lemma first; a phrase has one.

    A verb of several words is inflected at its first, a noun at its last, or either at the word that is marked with a
    `*` ("exchange* of fire"). Where usage is divided (-ise and -ize, -lled and -led), both spellings are given.
    """
    words = lemma.lower().split()
    if part == "phrase" or not words:
        return (" ".join(words),) if words else ()
    marked = (place for place, word in enumerate(words) if word.endswith("*"))
    head = next(marked, 0 if part == "verb" else len(words) - 1)
    before, after = words[:head], words[head + 1 :]
    forms = _verb_forms if part == "verb" else _noun_forms
    found = forms(words[head].rstrip("*"))
    spelt = (other for form in found for other in (form, _respell(form)))
    return tuple(dict.fromkeys(" ".join((*before, form, *after)) for form in spelt))


def _verb_forms(verb: str) -> tuple[str, ...]:
    stems = _doubled(verb)
    past = _IRREGULAR_VERBS.get(verb) or tuple(_add(stem, "ed") for stem in stems)
    return (verb, _plural(verb), *past, *_SECOND_FORMS.get(verb, ()), *(_add(stem, "ing") for stem in stems))


def _noun_forms(noun: str) -> tuple[str, ...]:
    if noun in _IRREGULAR_NOUNS:
        return (noun, *_IRREGULAR_NOUNS[noun])
    if noun.endswith("man") and not noun.endswith(_NOT_MEN):
        return noun, f"{noun[:-2]}en"
    return noun, _plural(noun)


def _plural(word: str) -> str:
    """The -s form of a noun or a verb."""
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return f"{word[:-1]}ies"
    if word.endswith(("s", "x", "z", "ch", "sh")) or word in _OES:
        return f"{word}es"
    return f"{word}s"


def _add(stem: str, ending: str) -> str:
    """A stem whose consonant is doubled already, with -ed or -ing."""
    if ending == "ed":
        if stem.endswith("e"):
            return f"{stem}d"
        return f"{stem[:-1]}ied" if re.search(r"[^aeiou]y$", stem) else f"{stem}ed"
    if stem.endswith("ie"):
        return f"{stem[:-2]}ying"
    return f"{stem[:-1]}ing" if re.search(r"[^eoy]e$", stem) else f"{stem}ing"


def _doubled(verb: str) -> tuple[str, ...]:
    """The stem or stems before -ed and -ing: with the last consonant doubled, as it is, or both."""
    if re.search(r"[aiou]c$", verb):
        return (f"{verb}k",)
    double = f"{verb}{verb[-1:]}"
    several = len(re.findall(r"[aeiouy]+", verb)) > 1
    if verb in _EITHER or (several and verb not in _DOUBLED and re.search(r"[^aeiou][aeiou]l$", verb)):
        return double, verb
    if verb in _DOUBLED or (not several and re.search(r"(?:^|[^aeiou]|qu)[aeiou][^aeiouwxy]$", verb)):
        return (double,)
    return (verb,)


def _respell(form: str) -> str:
    """The other spelling of -ise and -ize, where there is one."""
    match = _ISE.search(form)
    if match is None or len(form) < 7 or f"{form[: match.start(1)]}s".endswith(_NOT_ISE):
        return form
    return f"{form[: match.start(1)]}{'z' if match[1] == 's' else 's'}{form[match.end(1) :]}"
