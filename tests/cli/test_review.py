"""Going through pairs that may be one: what is answered is kept at once, with its reason, and can be undone."""

from __future__ import annotations

import msgspec
import pytest

from averral.casefile import Casefile
from averral.records import Entity, Mention
from tests.builders import make_document, make_ingested, make_reading

NAMES = ("T. Obel", "Tarn Obel", "Tora Obel")


@pytest.fixture
def pairs(tmp_path):
    """Somebody whose initial fits two."""
    with Casefile.open(tmp_path / "pairs.db", create=True) as casefile:
        for number, name in enumerate(NAMES):
            text = f"{name} spoke in Marn."
            document = make_document(text, uri=f"reports/{number}.txt")
            reading = msgspec.structs.replace(
                make_reading(text, document=document),
                entities=(Entity(id="e1", name=name, type="person"),),
                mentions=(Mention(id="m1", start=0, end=len(name), type="PER", entity="e1"),),
                sentences=((0, len(text)),),
            )
            casefile.add(make_ingested(document), reading)
        assert casefile.actors.list_proposals()
    return "pairs.db"


def flatten(text):
    return " ".join(text.split())


def read_judgements(case):
    with Casefile.open(case) as casefile:
        return [(j.kind, j.user, j.reason, j.withdrawn is None) for j in casefile.actors.list_judgements()]


def test_a_pair_is_shown_with_its_reasons_and_two_quotations(averral, pairs):
    shown = averral("entities", pairs, "--review", input="q\n").stdout
    assert shown.count("spoke in Marn.”") == 2
    assert "initial fits" in flatten(shown)
    assert read_judgements(pairs) == []


def test_answers_are_kept_with_user_and_reason(averral, pairs):
    result = averral("entities", pairs, "--review", "--user", "ann", input="what\nn another man\nq\n")
    assert result.exit_code == 0
    assert read_judgements(pairs) == [("never_merge", "ann", "another man", True)]
    assert "y the same" in result.stderr


def test_without_words_the_reason_is_that_of_the_proposal(averral, pairs):
    averral("entities", pairs, "--review", "--user", "ann", input="y\nq\n")
    ((kind, _, reason, _),) = read_judgements(pairs)
    assert kind == "merge"
    assert reason.startswith("reviewed; proposed because ")


def test_the_last_answer_is_undone_and_its_pair_comes_again(averral, pairs):
    result = averral("entities", pairs, "--review", "--user", "ann", input="u\nn\nu\nq\n")
    assert read_judgements(pairs)[0][3] is False
    assert "nothing to undo" in result.stderr


def test_the_end_of_the_input_quits(averral, pairs):
    assert averral("entities", pairs, "--review", "--user", "ann", input="").exit_code == 0
    assert averral("entities", pairs, "--review", "--user", "ann", input="s\ns\ns\ns\n").exit_code == 0
    assert read_judgements(pairs) == []


def test_pairs_as_json(averral, pairs):
    line = averral("entities", pairs, "--review", "--json").stdout.splitlines()[0]
    assert msgspec.json.decode(line)["a"]["name"] in NAMES
