"""Which browser is taken."""

from __future__ import annotations

from pathlib import Path

from server.outside.browser import find_browser


def program(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_the_setting_comes_before_what_is_found(tmp_path: Path) -> None:
    found, named = program(tmp_path, "chromium"), program(tmp_path, "mine")
    environ = {"PATH": str(tmp_path)}
    assert find_browser("", environ) == found
    assert find_browser("mine", environ) == named
    assert find_browser(str(named), {}) == named


def test_a_setting_may_want_none(tmp_path: Path) -> None:
    program(tmp_path, "chromium")
    assert find_browser("none", {"PATH": str(tmp_path)}) is None
    assert find_browser("not-there", {"PATH": str(tmp_path)}) is None
