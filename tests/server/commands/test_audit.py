"""`lingjing audit`: on a folder that no server has open."""

from __future__ import annotations

import argparse
import asyncio
import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from server.commands import main
from server.commands.audit import moment
from server.store import Archive
from server.store.doing import Doing


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    async def fill() -> None:
        archive = await Archive.open(tmp_path)
        for number in range(3):
            await archive.audit.append(Doing("a_1", "manager", "hall.manage", f"hall/{number}"))
        await archive.close()

    asyncio.run(fill())
    return tmp_path


def test_a_whole_trail_is_said_to_be_whole(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit", "verify", "--data", str(folder)]) == 0
    assert "lines 1 to 3, 3 in all" in capsys.readouterr().out
    assert main(["audit", "verify", "--json", "--data", str(folder)]) == 0
    assert json.loads(capsys.readouterr().out)["whole"] is True


def test_the_first_bad_line_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(sqlite3.connect(folder / "park.db")) as database:
        database.execute("DROP TRIGGER audit_is_never_changed")
        database.execute("UPDATE audit SET actor = 'a_2' WHERE seq = 2")
        database.commit()
    assert main(["audit", "verify", "--data", str(folder)]) == 1
    assert "line 2 was changed" in capsys.readouterr().err


def test_lines_are_exported_in_either_form(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit", "export", "--since", "2020-01-01", "--data", str(folder)]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["target"] for line in lines] == ["hall/0", "hall/1", "hall/2"]
    assert main(["audit", "export", "--format", "csv", "--data", str(folder)]) == 0
    assert len(list(csv.DictReader(io.StringIO(capsys.readouterr().out)))) == 3
    assert main(["audit", "export", "--until", "2020-01-01", "--data", str(folder)]) == 0
    assert capsys.readouterr().out == ""


def test_where_no_park_is_nothing_is_proven(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for action in ("verify", "export"):
        assert main(["audit", action, "--data", str(tmp_path)]) == 1
        assert "no park's data" in capsys.readouterr().err
    (tmp_path / "park.db").touch()
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "audit.key").write_bytes(b"short")
    assert main(["audit", "verify", "--data", str(tmp_path)]) == 1


def test_times_are_dates_or_seconds() -> None:
    assert moment("12.5") == 12.5
    assert moment("2026-01-31T00:00:00+00:00") == 1769817600.0
    with pytest.raises((ValueError, argparse.ArgumentTypeError)):
        moment("yesterday")
