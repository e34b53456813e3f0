"""One visitor's pose as packed bytes: a head, and two hands when there are any.

All integers are little-endian. A client sends ``0x01`` and a body; the server puts the visitor's
id (u16) in front of the same body and calls that a record. Bodies are opaque to whoever relays
them: the client quantises, and nothing is decoded on the way.

Head body, 12 bytes::

    px u16, py u16, pz u16   millimetres inside the cell; py = round((y + 16) * 1000)
    cx u8, cz u8             cell = floor(x / 65.536) + 128, so x and z reach about 8.3 km
    q u32                    smallest three, 10 bits each (see avatars/quaternion.py)

Hands body, 18 bytes after the head::

    flags u8                 bit 0 left tracked, 1 right tracked, 2 bare hands, 3 seated, 4 talking
    grip u8                  0..15, left in the low nibble, right in the high one
    left, right: lo u32, hi u32
        lo = x | y << 11 | (z & 0x3ff) << 22      x, y, z = round((v + 1.024) * 1000) in 0..2047
        hi = z >> 10 | quaternion << 1            smallest three, 9 bits each; bits 30, 31 are 0

Hand positions are relative to the head's centre, along the world's axes.
Errors: a position is off by at most 1 mm an axis, a head's rotation by 0.28 degrees, a hand's by
0.55 (a hand further than 1.023 m along an axis is drawn in to that).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from math import floor, isfinite

from avatars import quaternion
from avatars.quaternion import IDENTITY, Quaternion, QuaternionError

Vector = tuple[float, float, float]

HEAD_BODY = 12
HANDS_BODY = 18
FULL_BODY = HEAD_BODY + HANDS_BODY
HEAD_RECORD = 2 + HEAD_BODY
FULL_RECORD = 2 + FULL_BODY
POSE = 0x01
"""First byte of a client's pose frame."""

CELL = 65.536
"""Metres along one side of a cell."""
CELL_ORIGIN = 128
FLOOR = -16.0
"""The lowest height, in metres, that a head can have."""
HAND_REACH = 1.024

LEFT, RIGHT, BARE, SEATED, TALKING = 1, 2, 4, 8, 16
KNOWN_FLAGS = LEFT | RIGHT | BARE | SEATED | TALKING
HAND_HIGH_BITS = 0x3FFFFFFF

_HEAD = struct.Struct("<HHHBBI")
_HANDS = struct.Struct("<BBIIII")


class PoseError(ValueError):
    """These bytes or numbers are not a pose."""


@dataclass(frozen=True, slots=True)
class Hand:
    """A tracked hand: metres from the head's centre along the world's axes, and a rotation."""

    position: Vector
    rotation: Quaternion = IDENTITY


@dataclass(frozen=True, slots=True)
class Hands:
    """What is known beside the head; ``grip`` is how far each hand is closed, 0..15."""

    left: Hand | None = None
    right: Hand | None = None
    grip: tuple[int, int] = (0, 0)
    bare: bool = False
    seated: bool = False
    talking: bool = False


@dataclass(frozen=True, slots=True)
class Pose:
    """A head in the hall, in metres, and hands when the visitor has any."""

    position: Vector
    rotation: Quaternion = IDENTITY
    hands: Hands | None = None


def encode_pose(pose: Pose) -> bytes:
    """Return the body: 12 bytes, or 30 with hands; raise PoseError when it cannot be said."""
    try:
        head = _encode_head(pose.position, pose.rotation)
        return head if pose.hands is None else head + _encode_hands(pose.hands)
    except QuaternionError as error:
        raise PoseError(str(error)) from None


def decode_pose(body: bytes | bytearray | memoryview) -> Pose:
    """Return the pose in a body of 12 or 30 bytes; raise PoseError when there is none."""
    if len(body) not in (HEAD_BODY, FULL_BODY):
        raise PoseError(f"a body has {HEAD_BODY} or {FULL_BODY} bytes, not {len(body)}")
    px, py, pz, cx, cz, q = _HEAD.unpack_from(body)
    position = (_from_cell(px, cx), py / 1000.0 + FLOOR, _from_cell(pz, cz))
    try:
        hands = _decode_hands(body) if len(body) == FULL_BODY else None
        return Pose(position, quaternion.unpack(q, 10), hands)
    except QuaternionError as error:
        raise PoseError(str(error)) from None


def _encode_head(position: Vector, rotation: Quaternion) -> bytes:
    if not all(isfinite(v) for v in position):
        raise PoseError("a position needs three finite numbers")
    x, y, z = position
    px, cx = _to_cell(x)
    pz, cz = _to_cell(z)
    py = floor((y - FLOOR) * 1000.0 + 0.5)
    if not 0 <= py <= 0xFFFF:
        raise PoseError(f"a height of {y} m is outside what a pose can say")
    return _HEAD.pack(px, py, pz, cx, cz, quaternion.pack(rotation, 10))


def _to_cell(v: float) -> tuple[int, int]:
    cell = floor(v / CELL) + CELL_ORIGIN
    if not 0 <= cell <= 0xFF:
        raise PoseError(f"{v} m is outside what a pose can say")
    inside = floor((v - (cell - CELL_ORIGIN) * CELL) * 1000.0 + 0.5)
    return min(max(inside, 0), 0xFFFF), cell


def _from_cell(inside: int, cell: int) -> float:
    return (cell - CELL_ORIGIN) * CELL + inside / 1000.0


def _encode_hands(hands: Hands) -> bytes:
    flags = LEFT * (hands.left is not None) | RIGHT * (hands.right is not None)
    flags |= BARE * hands.bare | SEATED * hands.seated | TALKING * hands.talking
    left, right = hands.grip
    if not (0 <= left <= 15 and 0 <= right <= 15):
        raise PoseError("a grip is 0 to 15")
    return _HANDS.pack(
        flags, left | right << 4, *_encode_hand(hands.left), *_encode_hand(hands.right)
    )


def _encode_hand(hand: Hand | None) -> tuple[int, int]:
    if hand is None:
        return 0, 0
    x, y, z = (_reach(v) for v in hand.position)
    rotation = quaternion.pack(hand.rotation, 9)
    return x | y << 11 | (z & 0x3FF) << 22, z >> 10 | rotation << 1


def _reach(v: float) -> int:
    if not isfinite(v):
        raise PoseError("a hand's position needs three finite numbers")
    return floor((min(max(v, -HAND_REACH), HAND_REACH - 0.001) + HAND_REACH) * 1000.0 + 0.5)


def _decode_hands(body: bytes | bytearray | memoryview) -> Hands:
    flags, grip, left_lo, left_hi, right_lo, right_hi = _HANDS.unpack_from(body, HEAD_BODY)
    if flags & ~KNOWN_FLAGS or (left_hi | right_hi) & ~HAND_HIGH_BITS:
        raise PoseError("reserved bits are set")
    return Hands(
        left=_decode_hand(left_lo, left_hi) if flags & LEFT else None,
        right=_decode_hand(right_lo, right_hi) if flags & RIGHT else None,
        grip=(grip & 15, grip >> 4),
        bare=bool(flags & BARE),
        seated=bool(flags & SEATED),
        talking=bool(flags & TALKING),
    )


def _decode_hand(lo: int, hi: int) -> Hand:
    levels = (lo & 0x7FF, lo >> 11 & 0x7FF, lo >> 22 | (hi & 1) << 10)
    x, y, z = (level / 1000.0 - HAND_REACH for level in levels)
    return Hand((x, y, z), quaternion.unpack(hi >> 1 & 0x1FFFFFFF, 9))
