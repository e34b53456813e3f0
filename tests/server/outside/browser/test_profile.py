"""Folders of browsers: made, dropped, and swept up after servers that died."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from server.outside.browser.profile import MARK, drop_profile, make_profile, sweep


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def dead_process() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        child.wait()
        return child.pid


def test_what_a_dead_server_left_is_swept_up_at_the_next_start(tmp_path: Path) -> None:
    left = tmp_path / f"{MARK}{dead_process()}-abc"
    (left / "Default").mkdir(parents=True)
    (left / "Default" / "History").write_text("x")
    mine = make_profile()
    assert mine.is_dir()
    assert not left.exists()
    drop_profile(mine)
    assert not mine.exists()
    drop_profile(mine)


def test_what_lives_or_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    names = (f"{MARK}{os.getpid()}-live", f"{MARK}other", "somebody-else")
    kept = [tmp_path / name for name in names]
    for folder in kept:
        folder.mkdir()
    target = tmp_path / "target"
    target.mkdir()
    link = tmp_path / f"{MARK}{dead_process()}-link"
    link.symlink_to(target)
    sweep(tmp_path)
    assert all(folder.is_dir() for folder in (*kept, link, target))
