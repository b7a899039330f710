"""Run by Alembic: the migrations on the connection, and in the transaction, of whoever opens the casefile."""

from __future__ import annotations

from alembic import context

from averral.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
