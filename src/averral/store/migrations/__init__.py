"""Alembic migrations, shipped with the package and run when a casefile is opened."""

from __future__ import annotations

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

__all__ = ["make_config", "migrate"]


def make_config() -> Config:
    """Where Alembic finds the migrations; also for `alembic` itself, when a new one is written."""
    config = Config()
    config.set_main_option("script_location", "averral.store:migrations")
    config.set_main_option("path_separator", "os")
    return config


def migrate(connection: Connection) -> None:
    """Run what is missing inside the caller's transaction, so that a casefile is never left half-way."""
    config = make_config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
