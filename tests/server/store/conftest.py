"""An archive in a folder of its own, on each engine."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from server.store import Archive
from tests.postgres import Server, postgres

__all__ = ["postgres"]


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a park's database for the folder ``data``: none, or one on a server."""
    if request.param == "sqlite":
        return ""
    server: Server = request.getfixturevalue("postgres")
    return server.park(tmp_path / "data")


@pytest.fixture
async def archive(tmp_path: Path, database: str) -> AsyncIterator[Archive]:
    opened = await Archive.open(tmp_path / "data", database)
    yield opened
    await opened.close()
