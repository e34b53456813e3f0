"""One tree of errors, each with a stable code."""

from __future__ import annotations

import pytest

from clients.headless import errors
from clients.headless.messages import CLOSING, Bye, Detail, Error


@pytest.mark.parametrize(("close", "told"), CLOSING.items())
def test_a_close_code_says_why_and_whether_to_come_back(close: int, told: tuple[str, bool]) -> None:
    lost = errors.ConnectionLost.after(close, None)
    assert (lost.code, lost.retry) == told


def test_the_last_words_say_more_than_the_close_code() -> None:
    lost = errors.ConnectionLost.after(4003, Bye("too_many_errors", "错误消息过多"))
    assert str(lost) == "too_many_errors: 错误消息过多"


@pytest.mark.parametrize("close", [None, 1006, 4999])
def test_an_unknown_end_is_a_broken_network(close: int | None) -> None:
    lost = errors.ConnectionLost.after(close, None)
    assert (lost.code, lost.retry) == ("connection_lost", True)


def test_a_refusal_tells_the_current_revision_when_it_has_one() -> None:
    detail = Detail("/base", "current_revision", "error", "41")
    assert errors.Refused(Error("scene_stale", "", [detail], "r")).current_revision == 41
    assert errors.Refused(Error("forbidden", "", [], "r")).current_revision is None


def test_every_error_is_one_of_the_tree() -> None:
    kinds = [
        value
        for value in vars(errors).values()
        if isinstance(value, type) and issubclass(value, Exception)
    ]
    assert all(issubclass(kind, errors.LingjingError) for kind in kinds)
    assert errors.TimedOut().code == "timeout"
    assert errors.Unreachable().code == "unreachable"
    assert errors.ProtocolError("x").code == "protocol_error"
