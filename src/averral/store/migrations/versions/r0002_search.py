"""Full-text search (FTS5) over claims and documents, and the views that people read."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

SEARCH = (
    # External content: the index holds no second copy of the text (https://www.sqlite.org/fts5.html#external_content_tables).
    """CREATE VIRTUAL TABLE claims_fts USING fts5(
        text, content="claims", content_rowid="id", tokenize="unicode61 remove_diacritics 2")""",
    """CREATE VIRTUAL TABLE documents_fts USING fts5(
        title, text, content="documents", content_rowid="id", tokenize="unicode61 remove_diacritics 2")""",
    """CREATE TRIGGER claims_are_searchable AFTER INSERT ON claims BEGIN
        INSERT INTO claims_fts (rowid, text) VALUES (new.id, new.text);
    END""",
    """CREATE TRIGGER documents_are_searchable AFTER INSERT ON documents BEGIN
        INSERT INTO documents_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
    END""",
)

VIEWS = (
    # The permalink is the place, and the stretch of its text as RFC 5147 writes it.
    """CREATE VIEW who_says_what AS
    SELECT
        attributions.source AS source,
        attributions.cue AS cue,
        (SELECT group_concat(text, ' … ') FROM
            (SELECT text FROM contents WHERE attribution = attributions.id ORDER BY position)) AS content,
        claims.chain AS chain,
        attributions.kind AS kind,
        attributions.basis AS basis,
        claims.probability AS probability,
        documents.name AS document,
        documents.published AS published,
        documents.uri || '#char=' || claims.start || ',' || claims."end" AS permalink
    FROM attributions
    JOIN documents ON documents.id = attributions.document
    LEFT JOIN claims ON claims.attribution = attributions.id
    ORDER BY documents.id, claims.start, attributions.depth""",
    """CREATE VIEW author_says AS
    SELECT
        claims.text AS content,
        documents.byline AS author,
        claims.probability AS probability,
        documents.name AS document,
        documents.published AS published,
        documents.uri || '#char=' || claims.start || ',' || claims."end" AS permalink
    FROM claims
    JOIN documents ON documents.id = claims.document
    WHERE claims.attribution IS NULL
    ORDER BY documents.id, claims.start""",
    # Somebody speaks directly at the end of a chain of two (the author, then they), through others where it is longer.
    """CREATE VIEW speakers AS
    WITH lengths AS (SELECT claim, max(position) AS last FROM chains GROUP BY claim)
    SELECT
        chains.name AS speaker,
        sum(chains.position = lengths.last AND lengths.last = 1) AS directly,
        sum(chains.position = lengths.last AND lengths.last > 1) AS through_others,
        sum(chains.position < lengths.last) AS relays_others,
        count(DISTINCT claims.document) AS documents
    FROM chains
    JOIN lengths ON lengths.claim = chains.claim
    JOIN claims ON claims.id = chains.claim
    WHERE chains.position > 0
    GROUP BY chains.name
    ORDER BY directly + through_others DESC, chains.name""",
    """CREATE VIEW sentences_with_text AS
    SELECT
        sentences.id AS id,
        documents.name AS document,
        sentences.start AS start,
        sentences."end" AS "end",
        substr(documents.text, sentences.start + 1, sentences."end" - sentences.start) AS text
    FROM sentences
    JOIN documents ON documents.id = sentences.document
    ORDER BY sentences.id""",
)


def upgrade() -> None:
    """Make the indexes and views."""
    for statement in (*SEARCH, *VIEWS):
        op.execute(statement)


def downgrade() -> None:
    """Casefiles only go forward."""
    raise NotImplementedError
