import re

import pytest

from averral.extract.responsibility.lexicon import CUES
from averral.extract.responsibility.openings import find_cue

EVERY = re.compile("|".join(f"({pattern})" for pattern in CUES.values()), re.IGNORECASE)


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility, but police BLAMED the Front; it denied any part in the raid.",
        "_don't_ say so -- communiqués of 12 May, 4th time: __ “unknown gunmen” hadn’t been seen.",
        "The attack was the work of armed men who weren't known to him",
        " \n",
    ],
)
def test_the_words_rule_out_nothing_that_the_patterns_find(text):
    place, codes = 0, tuple(CUES)
    while match := EVERY.search(text, place):
        cue = find_cue(text, place, len(text))
        assert cue == (match.start(), match.end(), codes[match.lastindex - 1])
        place = match.end()
    assert find_cue(text, place, len(text)) is None
