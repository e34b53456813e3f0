from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tools.places import BIN
from tools.running import SetupError, environment, run


def test_words_of_a_program_go_to_the_log(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "build" / "setup.log"
    run([sys.executable, "-c", "print('made')"], "making", log=log)
    run([sys.executable, "-c", "print('again')"], "making", log=log)
    assert "made" in log.read_text()
    assert "again" in log.read_text()
    assert capfd.readouterr().out == ""


def test_a_failure_shows_what_failed_and_its_last_words(tmp_path: Path) -> None:
    script = "print('\\n'.join(map(str, range(99)))); raise SystemExit(3)"
    with pytest.raises(SetupError) as caught:
        run([sys.executable, "-c", script], "counting", log=tmp_path / "log")
    words = str(caught.value).splitlines()
    assert words[0] == "counting (exit 3):"
    assert "  98" in words
    assert "  10" not in words


def test_a_program_that_is_not_there_is_a_setup_error(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="absent"):
        run([tmp_path / "absent"], "starting", log=tmp_path / "log")


def test_a_program_that_never_ends_is_stopped(tmp_path: Path) -> None:
    endless = [sys.executable, "-c", "import threading; threading.Event().wait()"]
    with pytest.raises(SetupError, match="waiting"):
        run(endless, "waiting", seconds=0.01, log=tmp_path / "log")


def test_our_own_programs_come_first_on_the_path() -> None:
    assert environment()["PATH"].split(os.pathsep)[0] == str(BIN)
    assert environment({"A": "1"})["A"] == "1"


def test_a_program_that_a_person_stops_stops_us_too(tmp_path: Path) -> None:
    # A program that was started in the background is born deaf to this signal.
    script = "import os, signal; signal.signal(2, signal.SIG_DFL); os.kill(os.getpid(), 2)"
    with pytest.raises(KeyboardInterrupt):
        run([sys.executable, "-c", script], "waiting", log=tmp_path / "log")
