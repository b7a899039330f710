from pathlib import Path

from training.coreference import antecedents, read_gap

GAP = "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"


def test_each_mention_has_all_earlier_ones_of_its_chain():
    arcs = antecedents([[(20, 22), (0, 4), (10, 13)], [(5, 8)]])
    assert arcs == [((0, 4), ()), ((5, 8), ()), ((10, 13), ((0, 4),)), ((20, 22), ((0, 4), (10, 13)))]


def test_a_mention_inside_another_is_not_its_antecedent():
    assert antecedents([[(0, 10), (4, 7)]]) == [((0, 10), ()), ((4, 7), ())]


def test_a_row_of_gap(tmp_path: Path):
    (tmp_path / "gap").mkdir()
    text = "Dara Moss met Ilan Voss. He left."
    row = f"d-1\t{text}\tHe\t25\tDara Moss\t0\tFALSE\tIlan Voss\t14\tTRUE\thttp://example.org\n"
    (tmp_path / "gap/gap-development.tsv").write_text(GAP + row)
    (gold,) = read_gap(tmp_path)
    assert gold.arcs["mention_antecedent"] == [((0, 9), ()), ((14, 23), ()), ((25, 27), ((14, 23),))]
