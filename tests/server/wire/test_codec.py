"""The codec: messages survive both ways, and bad bytes get a code and a place."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import msgpack  # type: ignore[import-untyped]
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.wire import WireError, decode_client, encode, frame
from server.wire.limits import CLIENT_BYTES
from server.wire.messages import (
    AnyClientMessage,
    AnyServerMessage,
    Auth,
    Body,
    Done,
    Edit,
    Leave,
    Need,
    Operation,
    Ping,
    Sit,
)
from tests.server.wire.strategies import client_messages, server_messages

OTHER_READER: msgspec.msgpack.Decoder[AnyServerMessage] = msgspec.msgpack.Decoder(AnyServerMessage)


def refusal(value: Any) -> WireError:
    data = value if isinstance(value, bytes) else msgpack.packb(value)
    with pytest.raises(WireError) as caught:
        decode_client(data)
    return caught.value


def edit(value: Any, **more: Any) -> dict[str, Any]:
    op = {"op": "set", "path": "/nodes/a/explode", "value": value}
    return {"t": "edit", "id": 7, "layer": "shared", "base": 0, "ops": [op], **more}


@given(client_messages)
def test_every_client_message_survives_the_way_there(message: AnyClientMessage) -> None:
    assert decode_client(encode(message)) == message


@given(server_messages)
def test_every_server_message_survives_the_way_back(message: AnyServerMessage) -> None:
    assert OTHER_READER.decode(encode(message)) == message


@given(client_messages)
def test_another_encoder_is_understood(message: AnyClientMessage) -> None:
    rewritten = msgpack.packb(msgpack.unpackb(encode(message)))
    assert decode_client(rewritten) == message


@given(st.binary(max_size=200))
def test_arbitrary_bytes_raise_nothing_but_the_wires_own_error(data: bytes) -> None:
    with suppress(WireError):
        decode_client(data)


@settings(max_examples=300)
@given(client_messages, st.data())
def test_damaged_messages_raise_nothing_but_the_wires_own_error(
    message: AnyClientMessage, data: st.DataObject
) -> None:
    damaged = bytearray(encode(message))
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(damaged)))
    for bytes_seen in (bytes(damaged), bytes(damaged[:cut]), bytes(damaged) + b"\x00"):
        with suppress(WireError):
            decode_client(bytes_seen)


def test_whole_numbers_are_read_where_fractions_are_declared() -> None:
    message = decode_client(msgpack.packb({"t": "need", "id": 1, "at": [1, -2, 3]}))
    assert message == Need(1, (1.0, -2.0, 3.0))
    assert isinstance(message, Need)
    assert [type(number) for number in message.at] == [float] * 3


def test_single_precision_numbers_are_read() -> None:
    assert decode_client(msgpack.packb({"t": "ping", "at": 1.5}, use_single_float=True)) == Ping(
        1.5
    )


def test_long_forms_of_short_values_are_read() -> None:
    longer = b"\xdf\0\0\0\2" + b"\xdb\0\0\0\1t" + b"\xd9\4ping" + b"\xda\0\2at" + b"\xd3" + bytes(8)
    assert decode_client(longer) == Ping(0.0)


def test_left_out_fields_take_their_defaults() -> None:
    assert decode_client(msgpack.packb({"t": "auth", "version": 1})) == Auth(1, body=Body())
    assert decode_client(msgpack.packb({"t": "leave"})) == Leave()


def test_a_missing_value_differs_from_null() -> None:
    missing = decode_client(msgpack.packb(edit(None) | {"ops": [{"op": "unset", "path": "/a"}]}))
    null = decode_client(msgpack.packb(edit(None)))
    assert isinstance(missing, Edit)
    assert isinstance(null, Edit)
    assert missing.ops[0].value is msgspec.UNSET
    assert null.ops[0].value is None
    assert "value" not in msgpack.unpackb(encode(Operation("unset", "/a")))  # type: ignore[arg-type]
    assert decode_client(msgpack.packb({"t": "sit", "id": 1, "seat": None})) == Sit(1, None)


@pytest.mark.parametrize(
    ("sent", "code", "pointer"),
    [
        ({"t": "nothing"}, "unknown_message", "/t"),
        ({"t": 5}, "wrong_type", "/t"),
        ({"at": 1}, "missing_field", "/t"),
        ({"t": "ping"}, "missing_field", "/at"),
        ({"t": "ping", "at": 1, "a/b~": 2}, "unknown_field", "/a~1b~0"),
        ({"t": "ping", "at": "1"}, "wrong_type", "/at"),
        ({"t": "need", "id": 1, "at": [1, 2]}, "wrong_length", "/at"),
        ({"t": "need", "id": 1, "at": [1, 2, 9e9]}, "out_of_range", "/at/2"),
        ({"t": "need", "id": -1, "at": [1, 2, 3]}, "out_of_range", "/id"),
        ({"t": "who", "ids": []}, "wrong_length", "/ids"),
        ({"t": "who", "ids": [1, 70000]}, "out_of_range", "/ids/1"),
        ({"t": "join", "hall": "Hall"}, "wrong_form", "/hall"),
        ({"t": "join", "hall": "hall\n"}, "wrong_form", "/hall"),
        ({"t": "join", "hall": b"hall"}, "bytes_refused", "/hall"),
        ({"t": "auth", "version": 1, "lang": "fr"}, "not_a_choice", "/lang"),
        ({"t": "auth", "version": 1, "name": "n" * 65}, "wrong_length", "/name"),
        ({"t": "auth", "version": 1, "body": {"color": "red"}}, "wrong_form", "/body/color"),
        (edit(1, ops=[]), "wrong_length", "/ops"),
        (edit(float("nan")), "not_finite", "/ops/0/value"),
        (edit({"x": [0, float("inf")]}), "not_finite", "/ops/0/value/x/1"),
        (edit(b"bytes"), "bytes_refused", "/ops/0/value"),
        (edit(msgpack.ExtType(5, b"x")), "extension_refused", "/ops/0/value"),
        (edit(msgpack.Timestamp(1)), "extension_refused", "/ops/0/value"),
        (edit({1: 2}), "key_not_text", "/ops/0/value"),
        (edit(2**60), "out_of_range", "/ops/0/value"),
        (edit(-(2**60)), "out_of_range", "/ops/0/value"),
        ([], "wrong_type", ""),
        (b"", "message_malformed", ""),
        (b"\xc1", "message_malformed", ""),
        (b"\xc0\xc0", "message_malformed", ""),
    ],
)
def test_each_fault_has_a_code_and_a_place(sent: Any, code: str, pointer: str) -> None:
    fault = refusal(sent)
    assert (fault.code, fault.pointer) == (code, pointer)


def test_an_oversize_message_is_refused_by_its_length_alone() -> None:
    assert refusal(b"\xc1" * (CLIENT_BYTES + 1)).code == "message_too_large"


def test_the_fault_names_the_request_when_it_had_one() -> None:
    assert refusal(edit(1, layer="nowhere")).request == 7
    assert refusal(edit(1, layer="nowhere", id="x")).request is None
    assert refusal({"t": "ping"}).request is None
    assert refusal([1]).request is None


@pytest.mark.parametrize(
    ("length", "header"), [(0, 2), (125, 2), (126, 4), (65535, 4), (65536, 10)]
)
def test_a_frame_says_its_length(length: int, header: int) -> None:
    framed = frame(b"x" * length)
    assert framed[0] == 0x82
    assert len(framed) == header + length
    said = framed[1] if header == 2 else int.from_bytes(framed[2:header], "big")
    assert said == length


def test_a_message_carries_its_name() -> None:
    assert msgpack.unpackb(encode(Done(3, 9))) == {"t": "done", "id": 3, "revision": 9}
