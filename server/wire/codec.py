"""Bytes to messages and back: the only door through which a client's words come in.

``decode_client`` raises nothing but ``WireError``, on any bytes at all. First the bytes are
scanned (bounds, text, finite numbers), then msgspec decodes and checks them against
``messages.py``; what it finds is given a stable code.
"""

from __future__ import annotations

from typing import Any, Final

import msgspec

from server.wire.errors import WireError
from server.wire.faults import fault_from
from server.wire.limits import CLIENT_BYTES
from server.wire.messages import AnyClientMessage, AnyServerMessage
from server.wire.scan import scan


class _Envelope(msgspec.Struct):
    id: Any = None


_decoder: Final[msgspec.msgpack.Decoder[AnyClientMessage]] = msgspec.msgpack.Decoder(
    AnyClientMessage
)
_envelope: Final = msgspec.msgpack.Decoder(_Envelope)
_encoder: Final = msgspec.msgpack.Encoder()


def decode_client(data: bytes) -> AnyClientMessage:
    """Read one message of a client; raises WireError with a code and a JSON pointer."""
    if len(data) > CLIENT_BYTES:
        raise WireError("message_too_large")
    scan(data)
    try:
        return _decoder.decode(data)
    except msgspec.ValidationError as finding:
        fault = fault_from(str(finding))
    fault.request = _request_in(data)
    raise fault


def _request_in(data: bytes) -> int | None:
    """The ``id`` of a message that is otherwise faulty."""
    try:
        found = _envelope.decode(data).id
    except msgspec.ValidationError:
        return None
    return found if type(found) is int and 0 <= found < 2**32 else None


def encode(message: AnyServerMessage | AnyClientMessage) -> bytes:
    """Write one message as MessagePack."""
    return _encoder.encode(message)


def frame(payload: bytes) -> bytes:
    """One whole binary WebSocket frame from server to client (RFC 6455 section 5.2).

    A server's frames are not masked, so one frame serves every receiver.
    """
    length = len(payload)
    if length < 126:
        return bytes((0x82, length)) + payload
    if length < 65536:
        return b"\x82\x7e" + length.to_bytes(2, "big") + payload
    return b"\x82\x7f" + length.to_bytes(8, "big") + payload
