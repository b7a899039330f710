"""The words of a text that can tell one happening from another, cut to their stems."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

__all__ = ["iter_stems", "stem_word"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_COMMON = frozenset(
    """
    a about above across after again against ago all almost alone along already also although always am among an and
    another any anybody anyone anything are around as at away back be became because become been before began begin
    behind being below beside between both but by called came can cannot come could day days did do does doing done down
    during each early either else end even ever every everybody everyone everything far few first five for four from
    further gave get give given go goes going gone good got great had half has have having he her here hers herself him
    himself his how however i if in inside into is it its itself just keep kept last late later least left less like
    little long look made make makes making many may me men might mine more most much must my myself near never new next
    night no nobody none nor not nothing now of off often old on once one only onto or other others our out outside over
    own part people per perhaps person put quite rather really right said same saw say says second see seen seven
    several shall she should since six so some somebody someone something soon still such take taken tell ten than that
    the their them themselves then there these they thing things think third this those though three through time times
    to today together told too took toward towards two under until up upon us use used very want was way we week weeks
    well went were what when where whether which while who whom whose why will with within without woman women would
    year years yes yesterday yet you your yours accord according add added agency ask asked claim claimed claims comment
    confirm confirmed denied deny hour hours interview journalist known make man monday month months morning afternoon
    evening news number official officials report reported reporter reporters reports say saying source sources speak
    spokesman spokesperson spokeswoman statement statements tuesday wednesday thursday friday saturday sunday
    """.split()  # noqa: SIM905
)
"""Words of grammar, of time and of telling: every report has them, whatever it is about."""
_IRREGULAR = {
    "blew": "blow", "blown": "blow", "broke": "break", "broken": "break", "brought": "bring", "burnt": "burn",
    "bought": "buy", "caught": "catch", "dead": "die", "death": "die", "deaths": "die", "died": "die", "dies": "die",
    "dying": "die", "fell": "fall", "fallen": "fall", "felt": "feel", "fled": "flee", "fought": "fight",
    "found": "find", "froze": "freeze", "held": "hold", "hidden": "hide", "hung": "hang", "laid": "lay", "led": "lead",
    "lost": "lose", "loss": "lose", "losses": "lose", "met": "meet", "paid": "pay", "ran": "run", "rose": "rise",
    "sank": "sink", "sent": "send", "shook": "shake", "shot": "shoot", "shots": "shoot", "slain": "slay",
    "sold": "sell", "spoke": "speak", "stole": "steal", "stolen": "steal", "struck": "strike", "stricken": "strike",
    "theft": "steal", "threw": "throw", "thrown": "throw", "tore": "tear", "torn": "tear", "won": "win", "wins": "win",
    "winner": "win", "wrote": "write", "children": "child", "men": "man", "women": "woman", "lives": "life",
    "married": "marry", "marriage": "marry", "explosion": "explode", "explosions": "explode", "wounded": "wound",
    "sworn": "swear", "chose": "choose", "chosen": "choose", "choice": "choose", "drove": "drive", "driven": "drive",
}  # fmt: skip
"""Forms that no ending leads back to their verb or noun, of words that reports of events are full of."""
_ENDINGS = (
    "ations", "ation", "ments", "ment", "nesses", "ness", "ions", "ion", "ings", "ing", "edly", "ied", "ies", "ers",
    "er", "ed", "es", "ly", "al", "s", "e", "y",
)  # fmt: skip
"""Endings of inflection and of the commonest derivations, the longest first: killings, killed and killer are one."""
_LEAST = 3
"""Letters that a stem keeps at least."""


@lru_cache(maxsize=50_000)
def stem_word(word: str) -> str:
    """The stem of a word in any case: irregular forms by table, else one ending is cut and a doubled letter halved.

    A stem is a key and no word: "explode" and "explosion" have "explod", "shelling" and "shelled" have "shel".
    """
    word = word.casefold().replace("’", "'").removesuffix("'s")
    word = _IRREGULAR.get(word, word)
    if not word.isalpha():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > _LEAST and word[-1] == word[-2] else word


def iter_stems(text: str) -> Iterator[str]:
    """Stems of the words that can tell happenings apart, in order; short and common ones are left out."""
    for found in _WORD.finditer(text):
        word = found[0].casefold()
        if word not in _COMMON and (len(word) > 2 or (word.isdigit() and len(word) > 1)):
            yield stem_word(word)
