from __future__ import annotations

from pathlib import Path

import pytest

from tools import client_step


@pytest.fixture(autouse=True)
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Both clients in a folder of their own, built and stamped."""
    for name in ("web", "desk"):
        (tmp_path / name / "src").mkdir(parents=True)
        (tmp_path / name / "src" / "main.ts").write_text("let a = 1")
        (tmp_path / name / "dist").mkdir()
        (tmp_path / name / "dist" / "index.html").write_text("<html>")
    monkeypatch.setattr(client_step, "CLIENTS", tmp_path)
    monkeypatch.setattr(client_step, "CLIENT_PAGES", tmp_path / "web" / "dist")
    monkeypatch.setattr(client_step, "DESK_PAGES", tmp_path / "desk" / "dist")
    monkeypatch.setattr(client_step, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(client_step, "npm", lambda *words: None)
    client_step.make()
    return tmp_path


def test_what_was_built_is_ready() -> None:
    assert client_step.is_ready()


@pytest.mark.parametrize("name", ["web", "desk"])
def test_a_change_in_either_client_asks_for_a_build(built: Path, name: str) -> None:
    (built / name / "src" / "main.ts").write_text("let a = 2")
    assert not client_step.is_ready()


@pytest.mark.parametrize("name", ["web", "desk"])
def test_pages_that_are_gone_are_built_again(built: Path, name: str) -> None:
    (built / name / "dist" / "index.html").unlink()
    assert not client_step.is_ready()
