import pytest

from averral.extract.quotes import iter_quotations, kind_of
from averral.records import Span
from tests.builders import span_of


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ("He said the road was mined.", "the road was mined", "indirect"),
        ('"The road was mined," he said.', '"The road was mined,"', "direct"),
        ("“The road was mined”, he said.", "“The road was mined”", "direct"),
        ('He said: "The road was mined."', "The road was mined.", "direct"),
        ("He said ''it was mined.''", "''it was mined.''", "direct"),
        ('He said the road was "mined by pros".', 'the road was "mined by pros"', "mixed"),
        ('He said that "the road was mined" by then.', 'that "the road was mined" by then', "mixed"),
        ("«The road was mined», he said.", "«The road was mined»", "direct"),
        ("The road wasn't mined, he said.", "The road wasn't mined", "indirect"),
    ],
)
def test_kind(text: str, content: str, kind: str):
    assert kind_of(text, (span_of(text, content),)) == kind


def test_kind_of_pieces_on_both_sides_of_the_cue():
    text = '"We left," she said, "at noon."'
    assert kind_of(text, (Span(0, 10), Span(21, 31))) == "direct"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We left,” he said. “They fired.”", ["“We left,”", "“They fired.”"]),
        ('"We left," he said. "They fired."', ['"We left,"', '"They fired."']),
        ('He called it "a trap" and left.', ['"a trap"']),
        ("“We left. Nobody came back", ["“We left. Nobody came back"]),
        ('"We left. Nobody came back', ['"We left. Nobody came back']),
        ('The 12" pipe burst.', []),
        ("He said “we left and", []),
        ("«We left», he said.", ["«We left»"]),
        ("„We left“, he said.", ["„We left“"]),
        ("Nothing was said.", []),
    ],
)
def test_quotations_of_a_block(text: str, quoted: list[str]):
    assert [text[s.start : s.end] for s in iter_quotations(text, 0, len(text))] == quoted
    padded = f"xx {text} yy"
    moved = [padded[s.start : s.end] for s in iter_quotations(padded, 3, 3 + len(text))]
    assert moved == quoted


def test_a_quotation_that_the_next_block_goes_on_with_runs_to_the_end():
    text = "She said: “We left at six. Nobody came"
    assert [text[s.start : s.end] for s in iter_quotations(text, 0, len(text), goes_on=True)] == [
        text[text.index("“") :]
    ]
    assert list(iter_quotations(text, 0, len(text))) == []
