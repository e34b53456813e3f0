from __future__ import annotations

from pathlib import Path

from tools import postgres


def _version(debian: Path, name: str, *programs: str) -> Path:
    folder = debian / name / "bin"
    folder.mkdir(parents=True)
    for program in programs:
        (folder / program).write_text("#!/bin/sh\n")
        (folder / program).chmod(0o755)
    return folder


def test_the_newest_whole_version_is_taken(tmp_path: Path) -> None:
    _version(tmp_path, "9", *postgres.WANTED)
    newest = _version(tmp_path, "15", *postgres.WANTED)
    _version(tmp_path, "17", "initdb")
    _version(tmp_path, "extra", *postgres.WANTED)
    assert postgres.programs({"PATH": str(tmp_path)}, tmp_path) == newest


def test_what_is_named_comes_first_and_path_last(tmp_path: Path) -> None:
    alone = _version(tmp_path, "elsewhere", *postgres.WANTED)
    assert postgres.programs({"PATH": str(alone)}, tmp_path) == alone
    assert postgres.programs({"POSTGRES_BIN": "/opt/pg/bin"}, tmp_path) == Path("/opt/pg/bin")
    assert postgres.programs({"PATH": str(tmp_path)}, tmp_path) is None
