"""What a hall sends: records of many people in one WebSocket frame, header included.

Payload: ``0x02, flags u8 (0), n_full u16, n_head u16, total u16, time u32`` (12 bytes), then
``n_full`` full records and ``n_head`` head records. ``total`` is how many people are in the hall,
``time`` the server's milliseconds modulo 2**32. See avatars/pose.py for the records.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from avatars.pose import FULL_RECORD, HEAD_RECORD, Pose, PoseError, decode_pose
from avatars.records import FULL, HEAD, Ints, Raw

PRESENCE = 0x02
"""First byte of a presence frame."""
FRAME_HEADER = 12
LARGEST_OVERHEAD = 10 + FRAME_HEADER
"""The most bytes that a frame has around its records, WebSocket header included."""

_FRAME = struct.Struct("<BBHHHI")
_BINARY = 0x82
_HEADER = np.dtype(f"V{FRAME_HEADER}")
_HEADER_FIELDS = np.dtype(
    [("kind", "u1"), ("flags", "u1"), ("full", "<u2"), ("head", "<u2"), ("total", "<u2"),
     ("time", "<u4")]
)  # fmt: skip


class PresenceFrame(NamedTuple):
    """A decoded presence frame: who is where, hands only in ``full``."""

    total: int
    time: int
    full: list[tuple[int, Pose]]
    head: list[tuple[int, Pose]]


class ReceiverFrames(NamedTuple):
    """Frames of several receivers in one buffer: receiver ``i`` gets ``starts[i]:ends[i]``."""

    buffer: bytes
    starts: list[int]
    ends: list[int]


def websocket_header(size: int) -> bytes:
    """Return the header of an unmasked, final, binary frame of ``size`` bytes (RFC 6455, 5.2)."""
    if size < 126:
        return bytes((_BINARY, size))
    if size < 65536:
        return struct.pack(">BBH", _BINARY, 126, size)
    return struct.pack(">BBQ", _BINARY, 127, size)


def shared_frame(full: Raw, head: Raw, total: int, now_ms: int) -> bytes:
    """Return one frame of these full and head rows for everybody who may see the same."""
    records = full.tobytes() + head.tobytes()
    header = _FRAME.pack(PRESENCE, 0, len(full), len(head), total, now_ms & 0xFFFFFFFF)
    return websocket_header(FRAME_HEADER + len(records)) + header + records


def receiver_frames(
    full: Raw, n_full: Ints, head: Raw, n_head: Ints, total: int, now_ms: int
) -> ReceiverFrames:
    """Lay out one frame a receiver: the first takes ``n_full[0]`` of ``full``, and so on."""
    payload = FRAME_HEADER + FULL_RECORD * n_full + HEAD_RECORD * n_head
    prefix = 2 + 2 * (payload >= 126) + 6 * (payload >= 65536)
    ends = np.cumsum(prefix + payload)
    bodies = ends - payload
    out = np.empty(int(ends[-1]) if len(ends) else 0, np.uint8)
    _put_websocket_headers(out, bodies - prefix, prefix, payload)
    _put(out, _HEADER, bodies, _headers(n_full, n_head, total, now_ms))
    records = bodies + FRAME_HEADER
    _put_records(out, FULL, records, n_full, full)
    _put_records(out, HEAD, records + FULL_RECORD * n_full, n_head, head)
    return ReceiverFrames(out.tobytes(), (bodies - prefix).tolist(), ends.tolist())


def decode_frame(payload: bytes | memoryview) -> PresenceFrame:
    """Return what a presence frame says (the WebSocket header is gone); raise PoseError."""
    if len(payload) < FRAME_HEADER:
        raise PoseError("a presence frame has at least 12 bytes")
    kind, flags, n_full, n_head, total, time = _FRAME.unpack_from(payload)
    middle = FRAME_HEADER + n_full * FULL_RECORD
    if kind != PRESENCE or flags or len(payload) != middle + n_head * HEAD_RECORD:
        raise PoseError("this is not a whole presence frame")
    return PresenceFrame(
        total,
        time,
        _decode_records(payload[FRAME_HEADER:middle], FULL_RECORD),
        _decode_records(payload[middle:], HEAD_RECORD),
    )


def _decode_records(data: bytes | memoryview, size: int) -> list[tuple[int, Pose]]:
    return [
        (int.from_bytes(data[at : at + 2], "little"), decode_pose(data[at + 2 : at + size]))
        for at in range(0, len(data), size)
    ]


def _headers(n_full: Ints, n_head: Ints, total: int, now_ms: int) -> Raw:
    fields = np.zeros(len(n_full), _HEADER_FIELDS)
    fields["kind"] = PRESENCE
    fields["full"], fields["head"] = n_full, n_head
    fields["total"], fields["time"] = total, now_ms & 0xFFFFFFFF
    return fields.view(_HEADER)


def _put_websocket_headers(
    out: NDArray[np.uint8], starts: Ints, prefix: Ints, payload: Ints
) -> None:
    out[starts] = _BINARY
    out[starts + 1] = np.where(prefix == 2, payload, np.where(prefix == 4, 126, 127))
    for width in (4, 10):
        chosen = np.flatnonzero(prefix == width)
        at, size = starts.take(chosen), payload.take(chosen)
        if not len(chosen):
            continue
        for byte in range(2, width):
            out[at + byte] = size >> 8 * (width - 1 - byte) & 0xFF


def _put_records(
    out: NDArray[np.uint8], kind: np.dtype[np.void], starts: Ints, counts: Ints, rows: Raw
) -> None:
    if not len(rows):
        return
    before = np.cumsum(counts) - counts
    first = np.repeat(starts - kind.itemsize * before, counts)
    _put(out, kind, first + kind.itemsize * np.arange(len(rows)), rows)


def _put(out: NDArray[np.uint8], kind: np.dtype[np.void], starts: Ints, rows: Raw) -> None:
    """Copy each row to its byte offset, through overlapping windows one byte apart."""
    if not len(rows):
        return
    windows = np.ndarray((out.size - kind.itemsize + 1,), kind, buffer=out, strides=(1,))
    windows[starts] = rows
