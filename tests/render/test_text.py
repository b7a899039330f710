import pytest

from averral.records import BASES, BLOCK_ROLES
from averral.render.labels import BASIS_LABELS, label_basis, label_language, label_role
from averral.render.text import clip, count, percent, plain, show


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a < b & c", "a &lt; b &amp; c"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("tab\tand\nbreak", "tab\tand\nbreak"),
        ("\u200bzero\u200d", "\u200bzero\u200d"),
    ],
)
def test_words_are_escaped_and_otherwise_kept(words, shown):
    assert show(words) == shown


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x7f", "\x85", "\u202e", "\u2066", "\ud800"])
def test_what_must_not_act_on_the_page_is_named_instead(character):
    shown = show(f"<{character}>")
    assert character not in shown
    assert shown.startswith("&lt;<span")
    assert f"U+{ord(character):04X}" in shown


@pytest.mark.parametrize(
    ("words", "length", "clipped"),
    [
        ("short", 10, "short"),
        ("one two three four", 13, "one two…"),
        ("one two, three", 9, "one two…"),
        ("unbreakablewords", 8, "unbreaka…"),
    ],
)
def test_long_words_are_cut_at_a_space(words, length, clipped):
    assert clip(words, length) == clipped


def test_numbers_agree_with_their_nouns():
    assert [count(n, "source") for n in (0, 1, 2000)] == ["0 sources", "1 source", "2,000 sources"]
    assert count(2, "entry", "entries") == "2 entries"


def test_a_share_that_is_not_nothing_is_not_shown_as_nothing():
    assert [percent(share) for share in (0, 0.001, 0.914, 1)] == [
        "0\u202f%",
        "under 1\u202f%",
        "91\u202f%",
        "100\u202f%",
    ]


def test_every_basis_has_a_label():
    assert set(BASIS_LABELS) == set(BASES)
    assert not any("_" in label_basis(basis) for basis in BASES)


def test_every_role_can_be_counted():
    assert label_role("boilerplate", 2) == "2 pieces of page furniture"
    assert all(label_role(role, 1).startswith("1 ") for role in BLOCK_ROLES)


def test_a_language_without_a_label_is_shown_by_its_code():
    assert [label_language(code) for code in ("en", "xx", None)] == ["English", "xx", "language unknown"]


def test_an_attribute_names_them_too_and_has_no_elements():
    assert plain("a\u202e<b>\x00") == "aU+202E<b>U+0000"
