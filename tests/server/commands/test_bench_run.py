"""A run that cannot be measured is an error, not a figure."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from server.commands import bench_run
from server.commands.bench_programs import BenchError
from server.commands.bench_scenarios import Scenario

TINY = Scenario("tiny", 4, 20, 10.0, 0.0, ())


def crowd(folder: Path, *lines: str) -> Path:
    """Return a program that says these lines."""
    program = folder / "crowd"
    program.write_text("#!/bin/sh\n" + "".join(f"echo '{line}'\n" for line in lines))
    program.chmod(0o700)
    return program


def watch(program: Path, monkeypatch: pytest.MonkeyPatch) -> bench_run.Run:
    monkeypatch.setattr(bench_run, "pin", lambda process, core: None)
    return bench_run._watch(os.getpid(), program, TINY, 1, (0.0, 1.0))


def test_what_the_crowd_counted_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = watch(crowd(tmp_path, "READY", "BEGIN", "END", '{"inside": 4}'), monkeypatch)
    assert run.crowd == {"inside": 4}
    assert run.cpu >= 0
    assert run.megabytes > 0


def test_a_crowd_that_ends_early_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(BenchError, match="ended early"):
        watch(crowd(tmp_path, "READY"), monkeypatch)
