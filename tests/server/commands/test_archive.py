"""`lingjing archive move`: on a folder that no server has open."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from server.commands import main
from server.store import Archive
from tests.postgres import Server, postgres

__all__ = ["postgres"]


async def _made(folder: Path) -> None:
    await (await Archive.open(folder)).close()


def test_records_are_moved_and_counted(
    tmp_path: Path,
    postgres: Server,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asyncio.run(_made(tmp_path))
    words = ["archive", "move", "--data", str(tmp_path)]
    assert main(words) == 1
    assert "LINGJING_DATABASE" in capsys.readouterr().err
    monkeypatch.setenv("LINGJING_DATABASE", postgres.empty())
    assert main(words) == 0
    assert "rows are in PostgreSQL" in capsys.readouterr().out
    assert main(words) == 1
    assert capsys.readouterr().err.startswith("archive_unknown: ")
