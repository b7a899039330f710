from pathlib import Path

import pytest

from training.markup import MarkupError, Passage, main, read_passages

HEAD = "# topic: a fire\n# split: dev\n\n"


def write(folder: Path, body: str, *, basis: str = "= 1 none", opening: str = "## p1 | wire", head: str = HEAD) -> Path:
    path = folder / "fire.txt"
    path.write_text(f"{head}{opening}\n{body}\n{basis}\n", encoding="utf-8")
    return path


def read_one(folder: Path, body: str, basis: str = "= 1 none") -> Passage:
    (passage,) = read_passages(write(folder, body, basis=basis))
    return passage


def words(passage: Passage, *spans: tuple[int, int]) -> list[str]:
    return [passage.text[start:end] for start, end in spans]


def test_a_passage_with_one_attribution(tmp_path: Path):
    passage = read_one(tmp_path, "[s1 The {ORG Harbour Police}] [c1 said] [t1 {per they} had left].", "= 1 anonymous")
    assert (passage.id, passage.genre, passage.topic, passage.split) == ("p1", "wire", "a fire", "dev")
    assert passage.text == "The Harbour Police said they had left."
    (attribution,) = passage.attributions
    assert words(passage, *attribution.source) == ["The Harbour Police"]
    assert words(passage, *attribution.cue) == ["said"]
    assert words(passage, *attribution.content) == ["they had left"]
    assert (attribution.basis, attribution.parent, attribution.depth) == ("anonymous", None, 1)
    found = [(*words(passage, (m.start, m.end)), m.type, m.name) for m in passage.mentions]
    assert found == [("Harbour Police", "ORG", True), ("they", "PER", False)]


def test_lines_flow_into_paragraphs(tmp_path: Path):
    assert read_one(tmp_path, "\nOne\n  line.\n \nTwo  [c1 said]\n[t1 no].\n").text == "One line.\n\nTwo said no."


def test_depth_and_parent_follow_the_brackets(tmp_path: Path):
    body = "[s1 A] [c1 said] [t1 that [s2 B] [c2 said] [t2 that [s3 C] [c3 denied] [t3 [c4 reportedly] [t4 it all]]]]."
    passage = read_one(tmp_path, body, "= 1 none, 2 document, 3 imagery, 4 none")
    assert [(a.depth, a.parent, a.basis) for a in passage.attributions] == [
        (1, None, "none"),
        (2, 0, "document"),
        (3, 1, "imagery"),
        (4, 2, "none"),
    ]


def test_the_parent_may_have_a_higher_number(tmp_path: Path):
    passage = read_one(tmp_path, "[s9 A] [c9 said] [t9 that [s2 B] [c2 said] [t2 no]].", "= 2 none, 9 document")
    assert [(a.basis, a.parent, a.depth) for a in passage.attributions] == [("none", 1, 2), ("document", None, 1)]


def test_side_by_side_is_not_nested(tmp_path: Path):
    passage = read_one(tmp_path, "[s1,2 The mayor] [c1 said] [t1 yes] and [c2 added] [t2 no].", "= 1 none, 2 none")
    assert [a.parent for a in passage.attributions] == [None, None]
    assert [words(passage, *a.source) for a in passage.attributions] == [["The mayor"], ["The mayor"]]


def test_a_source_named_outside_does_not_hinder_nesting(tmp_path: Path):
    body = "[s2 Her] [c1 claim] [t1 that it [c2 reportedly] [t2 burned down]]."
    passage = read_one(tmp_path, body, "= 1 none, 2 none")
    assert [(a.parent, a.depth) for a in passage.attributions] == [(None, 1), (0, 2)]


def test_a_cue_outside_hinders_nesting(tmp_path: Path):
    passage = read_one(tmp_path, "[c2 He said] [c1 that] [t1 it [t2 burned] down].", "= 1 none, 2 none")
    assert [a.parent for a in passage.attributions] == [None, None]


def test_pieces_of_a_content_keep_the_order_of_the_text(tmp_path: Path):
    passage = read_one(
        tmp_path, '[t1 "We left,"] [s1 she] [c1 said]. [t1 "Then [c2 he says] [t2 no]."]', "= 1 none, 2 none"
    )
    outer, inner = passage.attributions
    assert words(passage, *outer.content) == ['"We left,"', '"Then he says no."']
    assert (inner.parent, inner.depth) == (0, 2)


def test_escaped_brackets_are_text(tmp_path: Path):
    passage = read_one(tmp_path, r"\[EXCERPT\] [s1 A] [c1 said] [t1 \{no\}] \[END\]")
    assert passage.text == "[EXCERPT] A said {no} [END]"
    assert words(passage, *passage.attributions[0].content) == ["{no}"]


def test_mentions_may_hold_mentions(tmp_path: Path):
    passage = read_one(tmp_path, "{per {ORG the Interior Ministry}'s spokesman} left.", "=")
    assert [words(passage, (m.start, m.end)) for m in passage.mentions] == [
        ["the Interior Ministry's spokesman"],
        ["the Interior Ministry"],
    ]
    assert passage.attributions == ()


@pytest.mark.parametrize(
    ("body", "basis", "message"),
    [
        ("{XYZ Ostral} burned.", "=", r"unknown mention type \{XYZ"),
        ("The end] came.", "=", "closing bracket without its opening one near"),
        ("{GPE Ostral] burned.", "=", "closing bracket without its opening one near"),
        ("[t1 Ostral} burned.", "=", "closing bracket without its opening one near"),
        ("[s1 A] [c1 ][t1 no].", "= 1 none", "empty bracket near"),
        ("[s1 A] [c1 said] [t1 no.", "= 1 none", "an opening bracket is never closed"),
        ("[s1 A] [c1 said] [t1 no] [END", "= 1 none", r"stray \[ at the end"),
        ("[s1 A] [c1 said] no.", "= 1 none", "attribution 1 has no content"),
        ("[s1 A] [c1 said] [c1 again] [t1 no].", "= 1 none", "attribution 1: source and cue are one stretch each"),
        ("[s1 A] and [s1 B] [c1 said] [t1 no].", "= 1 none", "attribution 1: source and cue are one stretch each"),
        ("[c1 said] [t1 no].", "= 1 hearsay", "unknown basis 'hearsay'"),
        ("[c1 said] [t1 no].", "= 1", "unknown basis ''"),
        ("[c1 said] [t1 no].", "=", r"basis line names \[\], the text has \[1\]"),
        ("[c1 said] [t1 no].", "= 1 none, 2 none", r"basis line names \[1, 2\], the text has \[1\]"),
    ],
)
def test_faults_of_a_passage_are_named(tmp_path: Path, body: str, basis: str, message: str):
    with pytest.raises(MarkupError, match=rf"^fire\.txt p1: {message}"):
        read_passages(write(tmp_path, body, basis=basis))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("## p1 | poem\nText.\n=\n", "p1: unknown genre 'poem'"),
        ("## p1\nText.\n=\n", "p1: unknown genre ''"),
        ("## p1 | wire\nText.\n=\nMore text.\n", r"text outside a passage \(missing '=' line\?\): 'More text\.'"),
        ("## p1 | wire\nText.\n", "p1: no closing '=' line"),
    ],
)
def test_faults_of_a_file_are_named(tmp_path: Path, text: str, message: str):
    path = tmp_path / "fire.txt"
    path.write_text(HEAD + text, encoding="utf-8")
    with pytest.raises(MarkupError, match=rf"^fire\.txt:? {message}"):
        read_passages(path)


def test_the_program_counts_and_reports_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    good = str(
        write(
            tmp_path, "[s1 A] [c1 said] [t1 [c2 reportedly] [t2 no, no]] to {gpe the town}.", basis="= 1 none, 2 none"
        )
    )
    assert main([good]) == 0
    assert "dev, 1 passages, 8 words, 2 attributions, deepest level {2: 1}, 1 mentions" in capsys.readouterr().out
    assert main([str(write(tmp_path, "{GPE Ostral"))]) == 1
    assert "FAULT fire.txt p1: an opening bracket" in capsys.readouterr().out
