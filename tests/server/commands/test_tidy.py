"""`lingjing tidy`: what it asks and what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from server.commands import main
from tests.server.commands.desk import answer, open_desk

FOUND = {"blobs": 3, "bytes": 2_500_000, "kept": 40, "dry_run": True}


def test_it_asks_and_says_what_would_go(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_desk(tmp_path, answer(200, FOUND)) as desk:
        assert main(["tidy", "--dry-run", "--hours", "2", "--data", str(tmp_path)]) == 0
    (asked,) = desk.asked
    assert asked.line.startswith("POST /api/v1/storage/collection ")
    assert json.loads(asked.body) == {"dry_run": True, "grace": 7200.0}
    assert "would take away 3 files, 2.5 MB; kept 40" in capsys.readouterr().out


def test_it_prints_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_desk(tmp_path, answer(200, FOUND)):
        assert main(["tidy", "--json", "--data", str(tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out) == FOUND


def test_a_refusal_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = {"code": "collecting", "message": "正在清理", "details": []}
    with open_desk(tmp_path, answer(409, told)):
        assert main(["tidy", "--data", str(tmp_path)]) == 1
    assert "collecting" in capsys.readouterr().err
