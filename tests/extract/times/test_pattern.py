from averral.extract.times.pattern import Found, Recoded, apply_rules, rule
from averral.extract.times.tokens import list_tokens
from averral.records import Span


def read(text: str, *rules) -> list[tuple[str, object]]:
    tokens = list_tokens(text, Span(0, len(text)))
    return [(text[t.start : t.end], t.value) for t in apply_rules(tokens, rules) if t.code == "found"]


def day_of(found: Found) -> object:
    return found.one("day")


DAY = rule("found", "(?P<day><day>)", day_of)
MONTH_DAY = rule("found", "<anymonth>(?P<day><day>)(?P<year><year>)?", lambda f: (f.one("day"), f.one("year")))


def test_the_longest_match_wins_and_its_tokens_are_gone():
    assert read("May 14 2019 and 3", DAY, MONTH_DAY) == [("May 14 2019", (14, 2019)), ("3", 3)]


def test_the_leftmost_match_wins_over_a_longer_one_further_on():
    assert read("3 May 14", rule("found", "<day><anymonth>", lambda _: "left"), MONTH_DAY) == [("3 May", "left")]


def test_of_equal_matches_the_earlier_rule_wins():
    assert read("3", rule("found", "<day>", lambda _: "first"), DAY) == [("3", "first")]


def test_a_refused_match_gives_way_to_a_shorter_one():
    refuse = rule("found", "<anymonth><day>", lambda _: None)
    assert read("May 14", refuse, DAY) == [("14", 14)]


def test_a_builder_may_choose_the_category():
    other = rule("other", "<day>", lambda f: Recoded("found", f.inside()[0].value))
    assert read("14", other) == [("14", 14)]


def test_a_builder_sees_what_stands_around():
    around = rule("found", "<day>", lambda f: (f.before.value, f.after.value, f.code("none"), f.one("none")))
    assert read("on 14 men", around) == [("14", ("on", "men", "", None))]
    assert read("14", around) == [("14", (None, None, "", None))]
