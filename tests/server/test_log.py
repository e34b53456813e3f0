"""Log lines: structured, and quiet when told so."""

from __future__ import annotations

import json

import pytest
import structlog

from server.log import configure, logger


@pytest.fixture(autouse=True)
def fresh() -> None:
    structlog.reset_defaults()


def test_each_line_is_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    configure("json", "info")
    logger("net").info("opened", connection="c1")
    logger("net").debug("too small to tell")
    (line,) = capsys.readouterr().err.splitlines()
    told = json.loads(line)
    assert (told["event"], told["room"], told["connection"], told["level"]) == (
        "opened",
        "net",
        "c1",
        "info",
    )


def test_people_read_text(capsys: pytest.CaptureFixture[str]) -> None:
    configure("text", "warning")
    logger("run").info("nothing")
    logger("run").warning("archive_failed", hall="gallery")
    told = capsys.readouterr().err
    assert "archive_failed" in told and "gallery" in told and "nothing" not in told


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_traceback_does_not_show_what_variables_hold(
    capsys: pytest.CaptureFixture[str], form: str
) -> None:
    configure(form, "info")
    _fail_with("a secret")
    told = capsys.readouterr().err
    assert "ZeroDivisionError" in told and "a secret" not in told


def _fail_with(token: str) -> None:
    try:
        assert token and 1 / 0
    except ZeroDivisionError:
        logger("net").exception("request_failed")
