from __future__ import annotations

import pytest

from tools import setup
from tools.running import SetupError
from tools.setup import Step


def step(title: str, done: list[str], *, ready: bool = False) -> Step:
    return Step(title, lambda: ready, lambda: done.append(title))


def fail() -> str:
    raise SetupError("no network")


def test_steps_are_done_in_order_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    done: list[str] = []
    setup.prepare([step("first", done), step("second", done)])
    assert done == ["first", "second"]
    assert capsys.readouterr().out.splitlines() == ["· first … 0 s", "· second … 0 s"]


def test_what_is_ready_is_passed_over_in_silence(capsys: pytest.CaptureFixture[str]) -> None:
    done: list[str] = []
    setup.prepare([step("first", done, ready=True)])
    assert done == []
    assert capsys.readouterr().out == ""


def test_words_of_a_step_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    setup.prepare([Step("browser", lambda: False, lambda: "/usr/bin/chromium")])
    assert capsys.readouterr().out == "· browser … 0 s (/usr/bin/chromium)\n"


def test_the_first_failure_stops() -> None:
    done: list[str] = []
    with pytest.raises(SetupError):
        setup.prepare([Step("first", lambda: False, fail), step("second", done)])
    assert done == []


def test_a_test_level_needs_what_a_park_needs_a_browser_and_a_database() -> None:
    titles = [[each.title for each in setup.steps(level)] for level in ("run", "test")]
    assert titles[1][: len(titles[0])] == titles[0]
    assert len(titles[1]) == len(titles[0]) + 2


def test_reading_the_code_needs_python_alone() -> None:
    assert [each.title for each in setup.steps("code")] == [setup.steps("run")[0].title]


def test_an_unknown_level_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert setup.main(["everything"]) == 2
    assert "usage" in capsys.readouterr().err
