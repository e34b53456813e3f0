"""`lingjing registration check-code`: what it prints, and its exit code."""

from __future__ import annotations

import io
import json
import sys

import pytest

from server.commands import main

GOOD, BAD = "9144 0300-1922 0382 16", "914403001922038203"


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_one_json_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["registration", "check-code", GOOD, BAD, "--json"]) == 1
    assert lines(capsys) == [
        {
            "code": GOOD,
            "valid": True,
            "reason": "ok",
            "canonical": "914403001922038216",
            "eligible": True,
        },
        {"code": BAD, "valid": False, "reason": "org_check", "canonical": "", "eligible": False},
    ]


def test_all_valid_is_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["registration", "check-code", GOOD, "11100000000013127D"]) == 0
    resident, court = capsys.readouterr().out.splitlines()
    assert "可以入驻" in resident and "may be a resident" in resident
    assert "不能入驻" in court and "no resident" in court


def test_words_say_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["registration", "check-code", "\x1b[2J9144"]) == 1
    told = capsys.readouterr().out
    assert "length" in told and "18 位" in told and "18 characters" in told
    assert "\x1b" not in told


def test_a_county_in_no_list_is_pointed_out(capsys: pytest.CaptureFixture[str]) -> None:
    from tests.server.registration.codes import code

    assert main(["registration", "check-code", code(region="320594")]) == 0
    assert "区县不在名录中" in capsys.readouterr().out


@pytest.mark.parametrize("argument", [[], ["-"]])
def test_codes_come_a_line_from_stdin(
    argument: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = f"\ufeff{GOOD}\r\n\n{BAD}\n\xff".encode("utf-8", "surrogateescape")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed)))
    assert main(["registration", "check-code", "--json", *argument]) == 1
    told = lines(capsys)
    assert [each["reason"] for each in told] == ["ok", "org_check", "length"]
    assert told[0]["code"] == GOOD


def test_stdin_may_be_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(GOOD))
    assert main(["registration", "check-code", "--json", "-"]) == 0
    assert lines(capsys)[0]["valid"] is True
