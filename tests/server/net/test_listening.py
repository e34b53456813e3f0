"""Where the park listens, and what is said when it cannot."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from server.net.listening import CannotListenError, PortTakenError, bind


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as opened:
        yield opened


def bound(stack: ExitStack, host: str, port: int = 0, *, everywhere: bool = False) -> list[str]:
    sockets = bind(host, port, everywhere=everywhere)
    for one in sockets:
        stack.callback(one.close)
        one.listen()
    assert len({one.getsockname()[1] for one in sockets}) == 1
    return [one.getsockname()[0] for one in sockets]


def test_both_addresses_of_this_machine_are_ours(stack: ExitStack) -> None:
    assert bound(stack, "127.0.0.1") in (["127.0.0.1", "::1"], ["127.0.0.1"])


def test_every_address_of_both_families(stack: ExitStack) -> None:
    assert bound(stack, "127.0.0.1", everywhere=True) in (["0.0.0.0", "::"], ["0.0.0.0"])


def test_one_address_when_one_is_named(stack: ExitStack) -> None:
    assert bound(stack, "127.0.0.2") == ["127.0.0.2"]


@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, "127.0.0.1"), (10, "::1")])
def test_a_port_that_is_taken_in_either_family_is_taken(
    stack: ExitStack, family: int, host: str
) -> None:
    other = stack.enter_context(socket.socket(family, socket.SOCK_STREAM))
    try:
        other.bind((host, 0))
    except OSError:
        pytest.skip("there is no such address here")
    other.listen()
    with pytest.raises(PortTakenError, match=str(other.getsockname()[1])):
        bind("127.0.0.1", other.getsockname()[1], everywhere=False)


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host"])
def test_a_foreign_address_is_said_plainly(host: str) -> None:
    with pytest.raises(CannotListenError, match="LINGJING_HOST"):
        bind(host, 0, everywhere=False)
