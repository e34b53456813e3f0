from __future__ import annotations

from pathlib import Path

from tools import chromium


def program(path: Path) -> Path:
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_the_one_that_is_named_comes_first(tmp_path: Path) -> None:
    program(tmp_path / "chromium")
    environ = {"CHROMIUM": "/opt/browser", "PATH": str(tmp_path)}
    assert chromium.executable(environ) == Path("/opt/browser")


def test_the_systems_own_is_found_on_the_path(tmp_path: Path) -> None:
    there = program(tmp_path / "chromium")
    assert chromium.own({"PATH": str(tmp_path)}) == there


def test_the_starter_brings_libraries_along(tmp_path: Path) -> None:
    words = chromium.starter(tmp_path)
    assert words.startswith("#!/bin/sh\n")
    assert f"{tmp_path}/al2023/lib" in words
    assert f'exec "{tmp_path}/chromium" "$@"' in words
