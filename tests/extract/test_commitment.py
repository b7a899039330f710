import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from averral.extract.commitment import Commitment, read_commitment
from averral.records import Span


def read(marked: str) -> Commitment:
    """The trigger stands between angle brackets; the clause is the whole text."""
    before, trigger, after = re.split("[<>]", marked)
    text = before + trigger + after
    return read_commitment(text, Span(0, len(text)), Span(len(before), len(before) + len(trigger)))


@pytest.mark.parametrize(
    ("marked", "level"),
    [
        ("Two shells <hit> the mill.", "CT+"),
        ("The mill was not <hit>.", "CT-"),
        ("Nobody was <arrested> on Monday.", "CT-"),
        ("The mill wasn't <shelled>.", "CT-"),
        ("No shots were <fired>.", "CT-"),
        ("The envoys have <met> nobody.", "CT-"),
        ("The gunmen may have <fled> north.", "PS+"),
        ("In May the brigade <shelled> the mill.", "CT+"),
        ("On 19 May a court <jailed> two men.", "CT+"),
        ("They probably <fled> north.", "PR+"),
        ("They could not have <fled> north.", "CT-"),
        ("The brigade will <attack> at dawn.", "UU"),
        ("If they <attack>, we leave.", "UU"),
        ("Did they <shell> the mill?", "UU"),
        ("Who <shelled> the mill?", "CT+"),
        ("He allegedly <fled> north.", "UU"),
        ("The brigade failed to <seize> the mill.", "CT-"),
        ("The brigade did not fail to <seize> the mill.", "CT+"),
        ("The brigade managed to <seize> the mill.", "CT+"),
        ("The brigade tried to <seize> the mill.", "CT-"),
        ("The brigade came north to <seize> the mill.", "UU"),
        ("The brigade is said to have <seized> the mill.", "UU"),
        ("The planned <march> did not come.", "UU"),
        ("The averted <attack> was the third.", "CT-"),
        ("The threat of an <attack> hung over Ostral.", "UU"),
        ("No group claimed the <attack>.", "CT+"),
        ("It was quiet, but the mill <burned>.", "CT+"),
        ("He did not know that they <burned> the mill.", "CT+"),
    ],
)
def test_a_clause_has_a_level(marked, level):
    assert read(marked).level == level


@pytest.mark.parametrize(
    ("marked", "presupposed"),
    [
        ("They denied any part in the <raid>.", True),
        ("Saturday's <strike> was long.", True),
        ("A <raid> began.", False),
        ("The captors <shot> two.", False),
        ("They put the <dead> at nine.", False),
        ("The envoys have <met> twice.", False),
    ],
)
def test_definite_nouns_are_taken_for_granted(marked, presupposed):
    assert read(marked).presupposed == presupposed


def test_purposes_are_ahead():
    assert read("They set a date to <march>.").ahead
    assert not read("They <marched>.").ahead


@given(st.text(max_size=120), st.integers(0, 120), st.integers(0, 20))
def test_any_text_can_be_read(text, start, length):
    first = min(start, len(text))
    trigger = Span(first, min(first + length, len(text)))
    assert read_commitment(text, Span(0, len(text)), trigger).level
