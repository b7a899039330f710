from pathlib import Path

from training.corpora import PLACES
from training.gum import read_gum

SENTENCES = (
    # form, universal tag, tag, head, misc
    (
        ("Colonel", "PROPN", "NNP", 2, "Entity=(1-person-new-nn-cf1-1,2-coref"),
        ("Dara", "PROPN", "NNP", 4, "_"),
        ("Moss", "PROPN", "NNP", 2, "Entity=1)"),
        ("left", "VERB", "VBD", 0, "_"),
        ("the", "DET", "DT", 6, "Entity=(2-organization-new-nn-cf2-1-coref"),
        ("Ministry", "PROPN", "NNP", 4, "_"),
        ("of", "ADP", "IN", 8, "_"),
        ("Ports", "PROPN", "NNPS", 6, "_"),
        ("in", "ADP", "IN", 10, "_"),
        ("Ostral", "PROPN", "NNP", 6, "Entity=(3-place-new-nn-cf3-1-sgl-Ostral)2)|SpaceAfter=No"),
        (".", "PUNCT", ".", 4, "_"),
    ),
    (
        ("The", "DET", "DT", 2, "Entity=(4-person-new-nn-cf1-1-coref"),
        ("guards", "NOUN", "NNS", 4, "Entity=4)"),
        ("of", "ADP", "IN", 4, "_"),
        ("Kella", "PROPN", "NNP", 2, "_"),
        ("slept", "VERB", "VBD", 0, "_"),
    ),
)


def write_corpus(data: Path) -> None:
    folder = data / "gum/dep"
    folder.mkdir(parents=True)
    (data / "gum/splits.md").write_text("## dev\n * GUM_news_held\n## train\n * GUM_news_story\n")
    blocks = []
    for number, rows in enumerate(SENTENCES):
        lines = [f"# sent_id = {number}"] + (["# newpar"] if number else [])
        for index, (form, universal, tag, head, misc) in enumerate(rows, 1):
            lines.append("\t".join((str(index), form, form, universal, tag, "_", str(head), "dep", "_", misc)))
        blocks.append("\n".join(lines))
    for name in ("GUM_news_story", "GUM_news_held"):
        (folder / f"{name}.conllu").write_text("\n\n".join(blocks) + "\n\n")


def test_names_are_the_proper_nouns_around_a_head(tmp_path: Path):
    write_corpus(tmp_path)
    (gold,) = read_gum(tmp_path)
    assert gold.text == "Colonel Dara Moss left the Ministry of Ports in Ostral.\n\nThe guards of Kella slept"
    found = {gold.text[m.start : m.end]: m.types for m in gold.names or ()}
    assert found["Dara Moss"] == {"PER"}
    assert found["Ministry of Ports in Ostral"] == {"ORG"}
    assert "Ostral" not in found


def test_a_proper_noun_in_no_name_is_left_open(tmp_path: Path):
    write_corpus(tmp_path)
    (gold,) = read_gum(tmp_path)
    (kella,) = [m for m in gold.names or () if gold.text[m.start : m.end] == "Kella"]
    assert {"O", "PER", "ORG", *PLACES} <= kella.types


def test_held_out_documents_are_not_read(tmp_path: Path):
    write_corpus(tmp_path)
    assert len(list(read_gum(tmp_path))) == 1
