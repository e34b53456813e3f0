"""`lingjing privacy`: what it asks and what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.commands import main
from tests.server.commands.desk import answer, open_desk

WORDS = {"zh": "网络日志", "en": "network log"}
ROUND = {"rules": [{"table": "network_log", "words": WORDS, "days": 180, "taken": 12}], "at": 1.0}


def test_a_copy_is_written_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_desk(tmp_path, answer(200, b"PK zip", "application/zip")) as desk:
        file = tmp_path / "anne.zip"
        assert main(["privacy", "export", "a_anne", str(file), "--data", str(tmp_path)]) == 0
        nowhere = str(tmp_path / "no" / "x.zip")
        assert main(["privacy", "export", "a_anne", nowhere, "--data", str(tmp_path)]) == 1
    assert file.read_bytes() == b"PK zip"
    assert desk.asked[0].line.startswith("GET /api/v1/privacy/people/a_anne/export ")
    assert "6 bytes" in capsys.readouterr().out


def test_somebody_is_deleted_after_a_yes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_desk(tmp_path, answer(204)) as desk:
        monkeypatch.setattr("builtins.input", lambda words: "n")
        assert main(["privacy", "erase", "a_anne", "--data", str(tmp_path)]) == 1
        assert desk.asked == []
        monkeypatch.setattr("builtins.input", lambda words: "Y")
        assert main(["privacy", "erase", "a_anne", "--data", str(tmp_path)]) == 0
        assert main(["privacy", "erase", "a_bert", "--yes", "--data", str(tmp_path)]) == 0
    assert [each.line.split()[:2] for each in desk.asked] == [
        ["DELETE", "/api/v1/privacy/people/a_anne"],
        ["DELETE", "/api/v1/privacy/people/a_bert"],
    ]


def test_a_round_says_what_went(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_desk(tmp_path, answer(200, ROUND)):
        assert main(["privacy", "sweep", "--data", str(tmp_path)]) == 0
    assert "12  网络日志 / network log" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words", [["export", "a_x", "x.zip"], ["erase", "a_x", "--yes"], ["sweep"]]
)
def test_a_refusal_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    told = {"code": "operator_last", "message": "…", "details": []}
    with open_desk(tmp_path, answer(409, told)):
        assert main(["privacy", *words, "--data", str(tmp_path)]) == 1
    assert "operator_last" in capsys.readouterr().err
