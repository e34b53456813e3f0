"""The command that prints the contract."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import print_wire


def test_what_is_stale_is_named_and_then_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(print_wire, "ROOT", tmp_path)
    assert print_wire.main(["--check"]) == 1
    assert "stale: clients/wire/messages.ts" in capsys.readouterr().out
    assert not list(tmp_path.iterdir())
    assert print_wire.main([]) == 0
    assert print_wire.main(["--check"]) == 0
    assert (tmp_path / "docs/reference/PROTOCOL.md").is_file()
