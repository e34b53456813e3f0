"""Landlock by itself, in a process of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

from server.run.worker import landlock
from tools.places import ROOT

TRIES = """
import os
from server.run.worker import landlock
kept = open(os.devnull)
assert landlock.take_paths_away()
for attempt in (
    lambda: open("/etc/passwd"),
    lambda: os.listdir("/"),
    lambda: os.mkdir("/tmp/lingjing-escaped"),
    lambda: os.execv("/bin/true", ["true"]),
):
    try:
        attempt()
    except PermissionError:
        continue
    raise SystemExit("got out")
assert kept.read() == ""
"""


@pytest.mark.skipif(landlock.version() == 0, reason="this kernel has no Landlock")
def test_no_path_is_left_and_what_is_open_stays_so() -> None:
    words = [sys.executable, "-c", TRIES]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_elsewhere_it_says_that_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert landlock.version() == 0
    assert not landlock.take_paths_away()
