"""The server reads and writes the golden vectors byte for byte."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from server.wire import WireError, decode_client, encode
from server.wire.messages import AnyClientMessage, AnyServerMessage
from server.wire.printed.shape import wire_shape
from tests.server.wire import golden_cases

GOLDEN: dict[str, Any] = json.loads(golden_cases.FILE.read_text(encoding="utf-8"))


def named(side: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("entry", GOLDEN[side], ids=lambda entry: entry["name"])


def plain(message: AnyClientMessage) -> Any:
    return json.loads(msgspec.json.encode(message))


def test_the_file_is_what_the_cases_say() -> None:
    assert golden_cases.FILE.read_text(encoding="utf-8") == golden_cases.text()


def test_every_message_has_a_vector() -> None:
    shape = wire_shape()
    for side, declared in (("client", shape.client), ("server", shape.server)):
        assert {entry["json"]["t"] for entry in GOLDEN[side]} == {one.tag for one in declared}


@named("client")
def test_the_server_reads_what_clients_say(entry: dict[str, Any]) -> None:
    data = bytes.fromhex(entry["hex"])
    message = decode_client(data)
    assert plain(message) == entry["json"]
    assert encode(message) == data


@named("server")
def test_the_servers_words_have_one_form(entry: dict[str, Any]) -> None:
    data = bytes.fromhex(entry["hex"])
    decoder: msgspec.msgpack.Decoder[AnyServerMessage] = msgspec.msgpack.Decoder(AnyServerMessage)
    assert encode(decoder.decode(data)) == data


@named("accepted")
def test_the_server_reads_what_other_encoders_write(entry: dict[str, Any]) -> None:
    message = decode_client(bytes.fromhex(entry["hex"]))
    assert plain(message) == entry["json"]


@named("refused")
def test_the_server_refuses_with_a_code_and_a_place(entry: dict[str, Any]) -> None:
    with pytest.raises(WireError) as caught:
        decode_client(bytes.fromhex(entry["hex"]))
    assert (caught.value.code, caught.value.pointer) == (entry["code"], entry["pointer"])
