"""Presence frames are read whole or refused."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clients.headless.errors import ProtocolError
from clients.headless.presence import read_presence


def test_full_records_come_before_heads() -> None:
    data = bytes.fromhex("0200010002002c01ff000000")
    data += b"\x05\x00" + b"f" * 30 + b"\x06\x00" + b"h" * 12 + b"\x07\x01" + b"i" * 12
    presence = read_presence(data)
    assert presence.bodies == {5: b"f" * 30, 6: b"h" * 12, 263: b"i" * 12}
    assert (presence.total, presence.time) == (300, 255)


@pytest.mark.parametrize(
    "data",
    [
        b"\x02",
        b"\x02" + bytes(10),
        b"\x01" + bytes(11),
        b"\x02\x00\x01" + bytes(9),
        b"\x02" + bytes(12),
    ],
)
def test_a_frame_of_the_wrong_length_is_refused(data: bytes) -> None:
    with pytest.raises(ProtocolError):
        read_presence(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_frame_or_a_protocol_error(data: bytes) -> None:
    with suppress(ProtocolError):
        read_presence(b"\x02" + data)
