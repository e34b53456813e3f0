"""`lingjing guide ask`: lines in, lines out."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from avatars.guides.brain import Exchange
from server.commands import main
from server.commands.guide_line import LineError, history, read

RENT = "楼栋,租金（元/平方米·月）\r\nB1,35\r\nB2,42\r\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "租金.csv").write_bytes(RENT.encode())
    (tmp_path / "gb.txt").write_bytes("停车每小时 5 元。".encode("gb18030"))
    (tmp_path / ".hidden.md").write_text("租金 1 元")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "broken.txt").write_bytes(b"\x00\x01\x02" * 50)
    return tmp_path


def ask(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    return main(["guide", "ask", "--knowledge", str(folder), "--today", "2026-06-01", *words])


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_each_line_gets_a_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [
        '{"id": "a", "q": "B2 租金多少？"}',
        "",
        "{no json",
        '{"id": 7}',
        '{"id": "b", "q": "停车多少钱一小时", "lang": "zh"}',
        '{"id": "c", "q": "董事长是谁？"}',
        '{"id": "d", "q": "B1呢？", "history": [{"role": "user", "content": "B2 租金多少？"}]}',
    ]
    assert ask(folder, "\n".join(asked) + "\n", monkeypatch, "--jsonl") == 0
    out, err = capsys.readouterr()
    rent, bad, missing, parking, unknown, follow = lines(out)
    assert rent["id"] == "a" and rent["answered"] and "42" in rent["answer"]
    (cited,) = rent["citations"]
    assert cited["document"] == "deep/租金.csv"
    whole = (folder / "deep" / "租金.csv").read_text("utf-8")
    assert whole[cited["start"] : cited["end"]] == cited["quote"] == "B2,42"
    assert bad == {"id": None, "error": {"code": "bad_json", "message": bad["error"]["message"]}}
    assert missing["id"] == 7 and missing["error"]["code"] == "question_missing"
    assert parking["citations"][0]["document"] == "gb.txt" and "5 元" in parking["answer"]
    assert not unknown["answered"] and unknown["citations"] == [] and unknown["ms"] >= 0
    assert "35" in follow["answer"]
    assert "broken.txt" in err and "photo" not in err


def test_people_ask_in_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(folder, "B2 租金多少？\n\n那 B1 呢？\n", monkeypatch) == 0
    out = capsys.readouterr().out
    assert "42" in out and "35" in out and "deep/租金.csv" in out


def test_a_folder_that_is_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guide", "ask", "--knowledge", str(tmp_path / "no")]) == 2
    assert "no such folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    "raw",
    [
        [{"q": "甲？", "a": "乙"}, {"question": "丙？", "answer": "丁"}],
        [{"role": "user", "content": "甲？"}, {"role": "assistant", "content": "乙"},
         {"role": "user", "content": "丙？"}, {"role": "assistant", "content": "丁"}],
        [["甲？", "乙"], ["丙？", "丁"]],
        ["甲？", "乙", "丙？", "丁"],
        {"messages": [{"q": "甲？", "a": "乙"}, {"q": "丙？", "a": "丁"}]},
        [{"user": "甲？", "assistant": "乙"}, {"user": "丙？", "assistant": "丁"}],
    ],
)  # fmt: skip
def test_histories_of_any_shape(raw: Any) -> None:
    assert history(raw) == (Exchange("甲？", "乙"), Exchange("丙？", "丁"))


@pytest.mark.parametrize("raw", [None, 5, "x", [], [5, None, {}], [[]], {"messages": 3}])
def test_no_history(raw: Any) -> None:
    assert history(raw) == ()


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        *(("[]", "bad_json"), ("[" * 100_000, "bad_json"), ('{"q": 5}', "question_missing")),
        ('{"id": NaN, "q": "?"}', "bad_json"),
        ('{"id": 1, "q": "' + "a" * 5000 + '"}', "question_too_long"),
    ],
)
def test_lines_that_cannot_be_answered(raw: str, code: str) -> None:
    with pytest.raises(LineError) as caught:
        read(raw)
    assert caught.value.code == code


def test_a_line_may_begin_as_files_of_some_systems_do() -> None:
    assert read('\ufeff{"id": 1, "q": "租金？"}').text == "租金？"


def test_who_reads_no_further_is_no_error(folder: Path) -> None:
    program = "from server.commands import main; import sys; sys.exit(main(sys.argv[1:]))"
    words = ["guide", "ask", "--knowledge", str(folder), "--jsonl"]
    asked = subprocess.Popen(
        [sys.executable, "-c", program, *words],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert asked.stdin is not None and asked.stdout is not None and asked.stderr is not None
    with asked, asked.stdout:
        asked.stdout.close()
        asked.stdin.write(b'{"id": 1, "q": "?"}\n')
        asked.stdin.close()
        told = asked.stderr.read().decode()
    assert asked.returncode == 0 and "Error" not in told
