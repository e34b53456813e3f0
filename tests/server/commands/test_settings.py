"""`lingjing settings` tells every setting, and no secret."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from server.commands import main
from server.settings import TABLE

LOOKS = {"database": "postgresql://park:swordfish@db.example/park"}
"""Secrets that must look like something."""


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["settings", *words]) == 0
    return capsys.readouterr().out


def test_every_setting_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LINGJING_DATA", str(tmp_path))
    monkeypatch.setenv("LINGJING_TRUSTED_PROXIES", "10.0.0.0/8, 192.0.2.1")
    values = json.loads(told(capsys, "--json"))
    assert values.keys() == {setting.name for setting in TABLE}
    assert values["trusted_proxies"] == ["10.0.0.0/8", "192.0.2.1/32"]
    words = told(capsys)
    assert all(f"LINGJING_{setting.name.upper()}" in words for setting in TABLE)


@pytest.mark.parametrize("name", [setting.name for setting in TABLE if setting.secret])
def test_a_secret_is_not(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LINGJING_DATA", str(tmp_path))
    file = tmp_path / "secret"
    file.write_text(LOOKS.get(name, "swordfish") + "\n")
    monkeypatch.setenv(f"LINGJING_{name.upper()}_FILE", str(file))
    assert json.loads(told(capsys, "--json"))[name] == "***"
    assert "swordfish" not in told(capsys)
