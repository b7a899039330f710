"""The file itself: its tables match the migrations, and it reads naturally without averral."""

from __future__ import annotations

import json
import sqlite3
import zlib

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from averral.casefile import Casefile
from averral.records import encode_reading
from averral.store import tables
from averral.store.migrations import make_config
from averral.store.session import HEAD, open_session
from tests.builders import TEXT, make_document, make_ingested, make_problem, make_reading, span_of


@pytest.fixture
def rows(tmp_path):
    path = tmp_path / "case.db"
    reading = make_reading(
        problems=(make_problem(kind="charset"),), document=make_document(title="Blast", byline=("A", "B"))
    )
    with Casefile.open(path, create=True) as casefile:
        casefile.add(make_ingested(reading.document, *reading.problems), reading)
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    yield lambda query: [dict(row) for row in connection.execute(query)]
    connection.close()


def test_the_tables_are_those_that_the_migrations_make(tmp_path):
    session = open_session(tmp_path / "case.db", create=True)
    with session.read() as connection:

        def is_ours(name, kind, *_):
            return kind != "table" or "_fts" not in name

        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, kind, _: is_ours(name, kind)}
        )
        assert compare_metadata(context, tables.metadata) == []
    session.close()


def test_the_newest_migration_is_the_one_that_opening_expects():
    assert ScriptDirectory.from_config(make_config()).get_current_head() == HEAD


def test_migrations_only_go_forward():
    for revision in ScriptDirectory.from_config(make_config()).walk_revisions():
        with pytest.raises(NotImplementedError):
            revision.module.downgrade()


def test_a_casefile_of_the_first_migration_is_brought_up_to_date(tmp_path):
    path = tmp_path / "case.db"
    Casefile.open(path, create=True).close()
    connection = sqlite3.connect(path)
    objects = connection.execute("SELECT type, name FROM sqlite_master WHERE type IN ('view', 'trigger')").fetchall()
    newer = ("decisions", "traces", "origin_ties", "results", "actor_files", "claims_fts", "documents_fts")
    for kind, name in (*objects, *(("table", name) for name in newer)):
        connection.execute(f"DROP {kind} {name}")
    connection.execute("UPDATE alembic_version SET version_num = '0001'")
    connection.commit()
    connection.close()
    with Casefile.open(path) as casefile:
        casefile.add(make_ingested(make_document()), make_reading())
        assert len(casefile.search("van")) == 1
        assert {actor.name for actor in casefile.actors.list()} == {"ministry", "witness"}
        assert casefile.actors.list_judgements() == ()


def test_who_says_what_reads_as_sentences(rows):
    outer, inner = rows("SELECT * FROM who_says_what")
    assert (outer["source"], outer["cue"]) == ("The ministry", "said")
    assert outer["content"] == 'a witness told police that "two men left a van"'
    assert (inner["chain"], inner["kind"], inner["basis"]) == (
        "author → ministry → witness",
        "direct",
        "direct_witness",
    )
    quote = span_of(TEXT, '"two men left a van"')
    assert inner["permalink"] == f"reports/blast.txt#char={quote.start},{quote.end}"
    assert inner["document"] == "Blast"


def test_the_authors_own_words(rows):
    assert [(row["content"], row["author"]) for row in rows("SELECT * FROM author_says")] == [
        ("Nobody was charged.", "A; B")
    ]


def test_speakers_directly_and_through_others(rows):
    assert rows("SELECT * FROM speakers") == [
        {"speaker": "ministry", "directly": 1, "through_others": 0, "relays_others": 1, "documents": 1},
        {"speaker": "witness", "directly": 0, "through_others": 1, "relays_others": 0, "documents": 1},
    ]


def test_offsets_in_every_table_are_the_text_that_stands_beside_them(rows):
    for table in ("mentions", "contents", "claims", "sentences_with_text"):
        found = rows(f"SELECT * FROM {table}")
        assert found
        assert all(row["text"] == TEXT[row["start"] : row["end"]] for row in found), table
    for row in rows("SELECT * FROM attributions"):
        assert row["source"] == TEXT[row["source_start"] : row["source_end"]]
        assert row["cue"] == TEXT[row["cue_start"] : row["cue_end"]]


def test_nested_attributions_name_their_outer_one(rows):
    depths = rows(
        "SELECT a.label, a.depth, p.label AS outer FROM attributions a LEFT JOIN attributions p ON p.id = a.parent"
    )
    assert {(row["label"], row["depth"], row["outer"]) for row in depths} == {("a1", 1, None), ("a2", 2, "a1")}


def test_the_reading_and_the_bytes_can_be_had_without_averral(rows):
    (reading,) = rows("SELECT json FROM readings")
    assert json.loads(reading["json"])["schema"] == "averral.reading/1"
    (source,) = rows("SELECT * FROM source_bytes")
    assert zlib.decompress(source["zlib"]) == TEXT.encode()
    assert source["size"] == len(TEXT.encode())


def test_every_table_and_column_that_is_not_plain_has_a_comment():
    assert all(table.comment for table in tables.metadata.tables.values())
    assert {table.name for table in tables.metadata.tables.values()} <= set(tables.__all__)


def test_datasette_finds_labels_for_the_tables_that_others_refer_to(rows):
    """Datasette shows a foreign key by the `name` or `title` of the row (its documentation on label columns)."""
    for table in ("documents", "entities"):
        columns = [row["name"] for row in rows(f"PRAGMA table_info({table})")]
        assert "name" in columns[:4]


@pytest.mark.parametrize("table", ["claims", "documents"])
def test_datasette_finds_the_search_of_a_table(table, rows):
    """By this pattern, and no other way of writing it (detect_fts_sql in datasette.utils)."""
    pattern = f'%VIRTUAL TABLE%USING FTS%content="{table}"%'
    assert rows(f"SELECT name FROM sqlite_master WHERE sql LIKE '{pattern}'") == [{"name": f"{table}_fts"}]


def test_encoding_is_the_public_one(rows):
    (row,) = rows("SELECT json FROM readings")
    assert row["json"].encode().startswith(encode_reading(make_reading())[:30])
