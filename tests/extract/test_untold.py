import pytest

from averral.extract.event import FoundEvent
from averral.extract.untold import is_untold
from tests.builders import span_of


def event(text: str, trigger: str, commitment: float) -> FoundEvent:
    return FoundEvent(span_of(text, trigger), "attack", (), "attack", commitment, "past", None, 1.0)


@pytest.mark.parametrize(
    ("text", "trigger", "commitment", "untold"),
    [
        ("Had the cake come, the army would have bombed the mill.", "bombed", 0.0, True),
        ("The army would have bombed the mill and killed forty cooks.", "killed", 0.0, True),
        ("Had the army bombed the moon, all would have died.", "bombed", 0.0, True),
        ("The army had bombed the mill.", "bombed", 2.0, False),
        ("They would surely have been shot.", "shot", 0.0, True),
        ("The guards would not have fired.", "fired", -2.0, True),
        ("They may have bombed the mill.", "bombed", 1.0, False),
        ("Nobody was arrested in Ost.", "arrested", -2.5, True),
        ("There was no attack on Ost.", "attack", -2.5, True),
        ("No one in the town was killed.", "killed", -2.5, True),
        ("No group has claimed the attack.", "attack", 2.5, False),
        ("The army denied that no one was killed.", "killed", -2.5, False),
        ("The army denied it bombed Ost.", "bombed", -2.5, False),
        ("They had no food. The guards fired.", "fired", 2.5, False),
        ("Nobody slept, and rebels attacked Ost.", "attacked", 2.0, False),
    ],
)
def test_what_nobody_says_was_done(text: str, trigger: str, commitment: float, untold: bool):
    assert is_untold(text, event(text, trigger, commitment)) is untold
