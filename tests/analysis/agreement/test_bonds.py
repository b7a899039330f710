"""Ties that words assert or deny, and whom "we", "the group" and "members of" mean."""

from __future__ import annotations

import pytest

from averral.analysis.agreement import make_testimony
from tests.analysis.agreement.marked import read


def ties(text: str, **document):
    return {
        (one.actor, one.predicate, one.other, one.against)
        for one in make_testimony(read(text, **document)).stances
        if one.kind == "relation"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Orn/GPE] funds [the Salt Front/ORG].", ("orn", "supports", "salt front", False)),
        ("[the Salt Front/ORG] is paid by [Orn/GPE].", ("orn", "supports", "salt front", False)),
        ("[the Salt Front/ORG] took money from [Orn/GPE].", ("orn", "supports", "salt front", False)),
        ("[Orn/GPE] never gave rifles to [the Salt Front/ORG].", ("orn", "supports", "salt front", True)),
        ("[the Salt Front/ORG] takes orders from [Orn/GPE].", ("orn", "leads", "salt front", False)),
        ("It is false that [Orn/GPE] commands [the Salt Front/ORG].", ("orn", "leads", "salt front", True)),
        ("[the Salt Front/ORG] is a branch of [the Coast League/ORG].",
         ("salt front", "member_of", "coast league", False)),
        ("Rifles were delivered to [the Salt Front/ORG] in crates by [Orn/GPE].",
         ("orn", "supports", "salt front", False)),
        ("«Salt Front|direct|We take no money from [Orn/GPE],» said [the Salt Front/ORG].",
         ("orn", "supports", "salt front", True)),
    ],
)  # fmt: skip
def test_ties_in_words(text, expected):
    assert expected in ties(text)


def test_us_of_a_statement_is_its_issuer():
    text = "[the Salt Front/ORG] speaks. Nobody pays us, least of all [Orn/GPE]. [Orn/GPE] does not arm us."
    assert ("orn", "supports", "salt front", True) in ties(text, publisher="Salt Front")


def test_the_group_is_the_body_that_was_named_last():
    assert ties("[the Salt Front/ORG] met. [Orn/GPE] funds [the group/ORG].") == {
        ("orn", "supports", "salt front", False)
    }


def test_parts_of_bodies_are_kept_and_who_put_a_document_out():
    text = "[the Coast Guard/ORG] of [Ornland/GPE] saw [Ornland/GPE]'s [Third Bureau/ORG]."
    testimony = make_testimony(read(text, publisher="Ministry of the Interior of Ornland"))
    assert set(testimony.parts) == {("coast guard", "ornland"), ("third bureau", "ornland")}
    assert testimony.issuer == "ornland"
    assert make_testimony(read(text, publisher="The Lamp")).issuer is None
