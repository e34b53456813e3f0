"""The client reads and writes the golden vectors, and refuses what is no message."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, get_args

import msgpack  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clients.headless import messages
from clients.headless.errors import ProtocolError
from clients.headless.packing import pack, plain, reader_of, unpack

FILE = Path(__file__).parents[2] / "data/golden/messages.json"
GOLDEN: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
CLIENT = {kind.t: kind for kind in get_args(messages.ClientMessage)}


def named(side: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("entry", GOLDEN[side], ids=lambda entry: entry["name"])


def test_the_library_speaks_the_same_version() -> None:
    assert GOLDEN["version"] == messages.VERSION


@named("server")
def test_the_servers_words_are_understood(entry: dict[str, Any]) -> None:
    message = unpack(bytes.fromhex(entry["hex"]))
    assert message is not None
    expected = {key: value for key, value in entry["json"].items() if key != "t"}
    for patch in expected.get("patches") or ():
        del patch["t"]
    assert message.t == entry["json"]["t"]
    assert plain(message) == expected


@named("client")
def test_the_clients_words_are_the_golden_bytes(entry: dict[str, Any]) -> None:
    message = reader_of(CLIENT[entry["json"]["t"]])(entry["json"])
    assert pack(message) == bytes.fromhex(entry["hex"])


@given(st.binary(max_size=100))
def test_any_bytes_are_a_message_or_a_protocol_error(data: bytes) -> None:
    with suppress(ProtocolError):
        unpack(data)


@given(st.sampled_from(GOLDEN["server"]), st.data())
def test_damaged_messages_are_messages_or_a_protocol_error(
    entry: dict[str, Any], data: st.DataObject
) -> None:
    damaged = bytearray.fromhex(entry["hex"])
    damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    with suppress(ProtocolError):
        unpack(bytes(damaged))


def test_a_newer_server_is_understood() -> None:
    done = {"t": "done", "id": 1, "revision": 2, "news": [1, 2]}
    assert unpack(msgpack.packb(done)) == messages.Done(1, 2)
    assert unpack(msgpack.packb({"t": "unheard_of", "id": 1})) is None


@pytest.mark.parametrize(
    "sent",
    [
        [],
        {"id": 1},
        {"t": "done", "id": 1},
        {"t": "done", "id": "1", "revision": 2},
        {"t": "pong", "at": None, "time": 1},
        {"t": "people", "here": {}, "total": 1},
        {"t": "path", "id": 1, "points": [[1, 2]]},
    ],
)
def test_what_is_no_message_is_refused(sent: Any) -> None:
    with pytest.raises(ProtocolError):
        unpack(msgpack.packb(sent))
