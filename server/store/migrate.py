"""Brings a database to the tables this program knows; the steps travel with the package."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from server.store.errors import StoreError

STEPS = Path(__file__).with_name("migrations")


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's settings, from code: no file beside the package is read."""
    config = Config()
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def known_revisions() -> list[str]:
    """Every migration this program has, oldest first."""
    scripts = ScriptDirectory.from_config(configuration())
    return [script.revision for script in scripts.walk_revisions()][::-1]


def refuse_newer(revision: str | None) -> None:
    """Raise `archive_newer` when the database stands at a step that this program does not have."""
    if revision is not None and revision not in known_revisions():
        raise StoreError(
            "archive_newer",
            f"the archive was written by a newer program (migration {revision}); it was left alone",
        )


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Run what is missing, in one transaction with everything else on `connection`."""
    command.upgrade(configuration(connection), revision)
