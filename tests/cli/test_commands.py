"""Each command, as a user meets it: data on standard output, the rest on standard error, exit codes 0, 1 and 2."""

from __future__ import annotations

import json

import msgspec
import pytest
from jsonschema import Draft202012Validator

from averral.casefile import Casefile
from averral.cli import COMMANDS
from averral.errors import InputError
from averral.records import decode_reading, reading_schema
from tests.builders import TEXT, span_of

QUOTE = span_of(TEXT, '"two men left a van"')


def test_extract_prints_one_line_for_each_document(averral, blast, tmp_path):
    (tmp_path / "empty.txt").touch()
    result = averral("extract", "blast.txt", "empty.txt")
    assert result.exit_code == 0
    first, second = map(decode_reading, result.stdout.splitlines())
    assert (first.document.uri, len(first.attributions)) == ("blast.txt", 2)
    assert [problem.kind for problem in second.problems] == ["empty"]
    assert result.stderr == "documents with problems: 1\n"


def test_extract_reads_standard_input(averral):
    result = averral("extract", "-", input=TEXT)
    assert decode_reading(result.stdout).document.text == TEXT


def test_extract_writes_to_a_file(averral, blast, tmp_path):
    result = averral("extract", "blast.txt", "-o", "out.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert decode_reading((tmp_path / "out.jsonl").read_bytes()).document.text == TEXT


def test_extract_twice_gives_the_same_bytes(averral, blast):
    assert averral("extract", "blast.txt").stdout_bytes == averral("extract", "blast.txt").stdout_bytes


def test_table_columns_can_be_named(averral, tmp_path):
    (tmp_path / "table.csv").write_text("body,headline,link\nTwo killed.,Toll,http://example.org/1\n")
    options = ("--text-column", "body", "--title-column", "headline", "--url-column", "link")
    reading = decode_reading(averral("extract", "table.csv", *options).stdout)
    assert reading.document.text.endswith("Two killed.")
    assert (reading.document.title, reading.document.uri) == ("Toll", "http://example.org/1")


def test_a_wrong_path_is_one_line_and_exit_1(averral):
    result = averral("extract", "nowhere\x1b[31m.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: ")
    assert result.stderr.count("\n") == 1
    assert "nowhere" in result.stderr
    assert "\x1b" not in result.stderr


def test_a_wrong_path_after_a_right_one_loses_nothing(averral, blast):
    result = averral("extract", "blast.txt", "nowhere.txt")
    assert result.exit_code == 1
    assert decode_reading(result.stdout).document.uri == "blast.txt"


@pytest.mark.parametrize("words", [("extract",), ("add", "case.db"), ("explode",), ("list",), ("schema", "none")])
def test_a_wrong_command_line_is_exit_2(words, averral):
    assert averral(*words).exit_code == 2


def test_a_wrong_setting_is_one_line_and_exit_1(averral, blast, monkeypatch):
    monkeypatch.setenv("AVERRAL_JOBS", "many")
    result = averral("extract", "blast.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: settings: ")


def test_add_counts_what_it_did(averral, blast, tmp_path):
    (tmp_path / "empty.txt").touch()
    result = averral("add", "case.db", "blast.txt", "empty.txt")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr.splitlines() == [
        "empty.txt: empty: there is no text in it",
        "2 added, 0 already there, 1 with problems",
    ]
    assert averral("add", "case.db", "blast.txt").stderr == "0 added, 1 already there, 0 with problems\n"


def test_add_does_not_read_again_what_is_there(averral, case, monkeypatch):
    monkeypatch.setattr("tests.builders.make_reading", None)
    assert averral("add", case, "blast.txt").stderr == "0 added, 1 already there, 0 with problems\n"


def test_add_makes_no_casefile_for_a_wrong_path(averral, tmp_path):
    assert averral("add", "case.db", "nowhere.txt").exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_add_keeps_what_was_finished_when_it_is_broken_off(averral, blast, monkeypatch, tmp_path):
    def pairs(sources, *_):
        from averral.reading_pool import map_sources
        from tests.builders import load_ingesting_reader

        yield from map_sources(sources, 1, load_ingesting_reader)
        raise KeyboardInterrupt

    monkeypatch.setattr("averral.reading_pool.iter_new_readings", pairs)
    result = averral("add", "case.db", "blast.txt")
    assert result.exit_code == 1
    assert "1 added" in result.stderr
    with Casefile.open(tmp_path / "case.db") as casefile:
        assert len(list(casefile.iter_documents())) == 1


def test_add_does_not_write_over_an_article(averral, blast, tmp_path):
    (tmp_path / "other.txt").write_text("Another article.")
    result = averral("add", "blast.txt", "other.txt")
    assert result.exit_code == 1
    assert "blast.txt is not a casefile" in result.stderr
    assert blast.read_text() == TEXT


def test_list_shows_documents(averral, case):
    result = averral("list", case)
    assert result.exit_code == 0
    assert "blast.txt" in result.stdout
    (row,) = map(json.loads, averral("list", case, "--json").stdout.splitlines())
    assert (row["uri"], row["attributions"], row["claims"], row["problems"]) == ("blast.txt", 2, 3, 0)


def test_list_without_a_casefile(averral):
    result = averral("list", "none.db")
    assert (result.exit_code, result.stderr) == (1, "Error: there is no casefile none.db\n")


def test_show_indents_by_who_relays_whom(averral, case):
    lines = averral("show", case, "blast.txt").stdout.splitlines()
    assert "The ministry · said (mixed, official statement)" in lines
    inner = lines.index("    a witness · told (direct, direct witness)")
    assert lines[inner + 1] == f'        [c2 {QUOTE.start}–{QUOTE.end} 0.80] "two men left a van"'
    assert lines.index("The author, in their own voice:") > inner
    assert "Nobody was charged." in lines[-1]


def test_show_as_json_is_the_reading(averral, case):
    assert averral("show", case, "blast.txt", "--json").stdout == averral("extract", "blast.txt").stdout


def test_show_opens_a_permalink(averral, case):
    shown = averral("show", case, f"blast.txt#char={QUOTE.start},{QUOTE.end}").stdout
    assert "a witness · told" in shown
    assert "The ministry · said" in shown
    assert "Nobody was charged" not in shown


def test_show_tells_problems(averral, case, tmp_path):
    (tmp_path / "empty.txt").touch()
    averral("add", case, "empty.txt")
    assert averral("show", case, "empty.txt").stdout.splitlines()[-2:] == [
        "Problems:",
        "    empty: there is no text in it",
    ]


def test_show_of_an_unknown_document(averral, case):
    result = averral("show", case, "nothing.txt")
    assert result.exit_code == 1
    assert "no document 'nothing.txt'" in result.stderr


def test_search_opens_at_the_claim(averral, case):
    head, shown = averral("search", case, '"two men left"').stdout.splitlines()
    assert head == f"blast.txt#char={QUOTE.start},{QUOTE.end}  c2: author → ministry → witness"
    assert '"«two men left» a van"' in shown
    assert "a witness · told" in averral("show", case, head.split()[0]).stdout
    (hit,) = map(json.loads, averral("search", case, "two", "men", "--json").stdout.splitlines())
    assert (hit["claim"], hit["claim_start"], hit["claim_end"]) == ("c2", QUOTE.start, QUOTE.end)


def test_search_that_finds_nothing(averral, case):
    result = averral("search", case, "submarine")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "nothing found\n")


def test_schema_is_valid_and_is_the_contract(averral):
    printed = json.loads(averral("schema", "reading").stdout)
    Draft202012Validator.check_schema(printed)
    assert printed == json.loads(json.dumps(reading_schema()))


def test_hostile_text_cannot_reach_the_terminal(averral, tmp_path):
    (tmp_path / "evil.txt").write_text("Title\n\nBlast \x1b]0;owned\x07\u202e van \x9b31m here.")
    averral("add", "case.db", "evil.txt")
    for command in (("list", "case.db"), ("show", "case.db", "evil.txt"), ("search", "case.db", "van")):
        printed = averral(*command).stdout
        assert "evil.txt" in printed
        assert not set(printed) & set("\x1b\x07\u202e\x9b")


def test_report_is_written(averral, case, tmp_path):
    result = averral("report", case, "-o", "report.html")
    assert (result.exit_code, result.stdout) == (0, "")
    page = (tmp_path / "report.html").read_text()
    assert "two men left a van" in page
    assert averral("report", case, "-o", "-").stdout == page


def test_an_error_keeps_its_cause_for_those_who_ask(averral, monkeypatch):
    def fail(*_):
        raise InputError("no such file")

    monkeypatch.setattr("averral.ingest.iter_sources", fail)
    assert isinstance(averral("extract", "x").exception, SystemExit)


class Speed(msgspec.Struct):
    """As averral.speed measures it."""

    documents: int
    words_per_second: float


@pytest.fixture
def measured(monkeypatch):
    """The sources that were measured."""
    sources = []

    def measure(given, bundle):
        sources.extend(source.uri for source in given)
        return Speed(len(sources), 4321.0)

    monkeypatch.setattr("averral.speed.measure_speed", measure)
    return sources


def test_bench_tells_words_a_second(averral, blast, measured):
    result = averral("bench", "blast.txt")
    assert result.stdout.split() == ["documents", "1", "words", "per", "second", "4,321.00"]
    assert measured == ["blast.txt"]


def test_bench_reads_the_demo_dossier_by_default(averral, measured):
    printed = json.loads(averral("bench", "--json").stdout)
    assert printed["documents"] == len(measured) > 10


def test_help_lists_the_commands_in_the_order_of_use(averral):
    printed = averral("--help").stdout
    places = [printed.index(f"\n  {command.name} ") for command in COMMANDS]
    assert places == sorted(places)
