"""What people decide about who is who, what they know beside the gazetteer, and the grades they give to sources."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Text()),
        sa.Column("withdrawn_by", sa.Text()),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "judged_entities",
        sa.Column("judgement", sa.Integer(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("entity", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["judgement"], ["judgements.id"]),
        sa.ForeignKeyConstraint(["entity"], ["entities.id"]),
        sa.PrimaryKeyConstraint("judgement", "side", "entity"),
    )
    op.create_index("ix_judged_entities_entity", "judged_entities", ["entity"])
    op.create_table(
        "actor_files",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("added", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("digest"),
    )
    op.create_table(
        "source_grades",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("entity", sa.Integer()),
        sa.Column("gazetteer", sa.Text()),
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("made", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entity"], ["entities.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_source_grades_entity", "source_grades", ["entity"])


def downgrade() -> None:
    """Casefiles only go forward: going back would throw away what people decided."""
    raise NotImplementedError
