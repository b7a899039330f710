"""All decisions of people in one list, to which undoing and redoing are added; what an analysis keeps of a document."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables, move what people decided, drop the tables it was in."""
    decisions = op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("target", sa.Integer()),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["target"], ["decisions.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_decisions_kind", "decisions", ["kind"])
    op.create_index("ix_decisions_target", "decisions", ["target"])
    op.create_table(
        "traces",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("revised", sa.Text(), nullable=False),
        sa.Column("json", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.id"]),
        sa.PrimaryKeyConstraint("document", "part"),
    )
    op.create_table(
        "origin_ties",
        sa.Column("a", sa.Integer(), nullable=False),
        sa.Column("b", sa.Integer(), nullable=False),
        sa.Column("json", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["a"], ["documents.id"]),
        sa.ForeignKeyConstraint(["b"], ["documents.id"]),
        sa.PrimaryKeyConstraint("a", "b"),
    )
    op.create_index("ix_origin_ties_b", "origin_ties", ["b"])
    op.create_table(
        "results",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("json", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind"),
    )
    assert decisions is not None
    connection = op.get_bind()
    rows = [*_list_judgements(connection), *_list_grades(connection)]
    for row in rows:
        connection.execute(decisions.insert().values(**row))
    for number, made, user in connection.execute(
        sa.text("SELECT id, withdrawn, withdrawn_by FROM judgements WHERE withdrawn IS NOT NULL ORDER BY withdrawn, id")
    ).all():
        values = {"kind": "undo", "body": "{}", "target": number, "user": user or "", "made": made, "reason": ""}
        connection.execute(decisions.insert().values(**values))
    for name in ("judged_entities", "judgements", "source_grades"):
        op.drop_table(name)


def _list_judgements(connection: sa.Connection) -> list[dict[str, object]]:
    """They keep their numbers."""
    sides: dict[tuple[int, str], list[str]] = {}
    for number, side, digest, label in connection.execute(
        sa.text(
            "SELECT j.judgement, j.side, d.digest, e.label FROM judged_entities j "
            "JOIN entities e ON e.id = j.entity JOIN documents d ON d.id = e.document ORDER BY e.id"
        )
    ).all():
        sides.setdefault((number, side), []).append(f"{digest}#{label}")
    return [
        {
            "id": row.id, "kind": row.kind, "user": row.user, "made": row.made, "reason": row.reason,
            "body": json.dumps({side: sides.get((row.id, side), []) for side in ("left", "right")}),
        }
        for row in connection.execute(sa.text("SELECT * FROM judgements ORDER BY id"))
    ]  # fmt: skip


def _list_grades(connection: sa.Connection) -> list[dict[str, object]]:
    """They are numbered behind the judgements."""
    first = connection.execute(sa.text("SELECT coalesce(max(id), 0) FROM judgements")).scalar_one()
    rows = connection.execute(
        sa.text(
            "SELECT g.*, d.digest, e.label FROM source_grades g "
            "LEFT JOIN entities e ON e.id = g.entity LEFT JOIN documents d ON d.id = e.document ORDER BY g.id"
        )
    ).all()
    return [
        {
            "id": first + place, "kind": "grade_source", "user": row.user, "made": row.made, "reason": row.reason,
            "body": json.dumps(
                {
                    "name": row.name, "letter": row.letter, "date": row.date, "gazetteer": row.gazetteer,
                    "sighting": f"{row.digest}#{row.label}" if row.digest else None,
                }
            ),
        }
        for place, row in enumerate(rows, start=1)
    ]  # fmt: skip


def downgrade() -> None:
    """Casefiles only go forward: going back would throw away what people decided."""
    raise NotImplementedError
