"""Poses as they travel: quantised heads and hands.

A head takes 12 bytes: millimetres inside a cell of 65.536 m, a height, the cell, and a rotation
whose largest component is left out. Two hands take 18 more, relative to the head. The layout is
in ``docs/reference/PROTOCOL.md``; this is an implementation of its own.
"""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass

from clients.headless.geometry import IDENTITY, Quat, Vec3
from clients.headless.messages import FULL_BODY, HEAD_BODY

CELL = 65.536
FLOOR = -16.0
REACH = 1.024
HALF = math.sqrt(0.5)
HEAD_FORM = struct.Struct("<HHHBBI")
HANDS_FORM = struct.Struct("<BBIIII")
LEFT, RIGHT, HANDS, SEATED, TALKING = 1, 2, 4, 8, 16


@dataclass(frozen=True, slots=True)
class Hand:
    """A hand: metres from the head's centre along the world's axes, and its rotation."""

    position: Vec3 = (0.0, -0.6, 0.0)
    rotation: Quat = IDENTITY
    grip: int = 0


@dataclass(frozen=True, slots=True)
class Pose:
    """A head in the hall and, for some, two hands. ``full`` poses carry hands and flags."""

    position: Vec3
    rotation: Quat = IDENTITY
    full: bool = False
    left: Hand | None = None
    right: Hand | None = None
    hands: bool = False
    seated: bool = False
    talking: bool = False


def encode_pose(pose: Pose) -> bytes:
    """A pose as 12 bytes, or 30 when it is full."""
    head = _encode_head(pose.position, pose.rotation)
    return head + _encode_hands(pose) if pose.full else head


def decode_pose(body: bytes) -> Pose:
    """Read 12 or 30 bytes; raises ValueError for any other length."""
    if len(body) not in (HEAD_BODY, FULL_BODY):
        raise ValueError(f"a pose of {len(body)} bytes")
    px, py, pz, cx, cz, q = HEAD_FORM.unpack_from(body)
    position = ((cx - 128) * CELL + px / 1000, py / 1000 + FLOOR, (cz - 128) * CELL + pz / 1000)
    head = Pose(position, unpack_rotation(q, 10))
    return head if len(body) == HEAD_BODY else _with_hands(head, body)


def pack_rotation(rotation: Quat, bits: int) -> int:
    """Smallest three: the index of the largest component, then the others in ``bits`` each."""
    largest = max(range(4), key=lambda index: abs(rotation[index]))
    sign = -1.0 if rotation[largest] < 0 else 1.0
    length = math.hypot(*rotation) or 1.0
    packed, top = largest, 2**bits - 1
    for index, component in enumerate(rotation):
        if index != largest:
            share = (sign * component / length / HALF + 1) / 2
            packed = packed << bits | _clamped(share * top, top)
    return packed


def unpack_rotation(packed: int, bits: int) -> Quat:
    """The rotation of ``pack_rotation``, of length 1."""
    top = 2**bits - 1
    three = [((packed >> bits * place & top) / top * 2 - 1) * HALF for place in (2, 1, 0)]
    three.insert(packed >> 3 * bits, math.sqrt(max(0.0, 1 - sum(c * c for c in three))))
    length = math.hypot(*three)
    x, y, z, w = (component / length for component in three)
    return (x, y, z, w)


def _clamped(value: float, top: int) -> int:
    return min(top, max(0, math.floor(value + 0.5)))


def _encode_head(position: Vec3, rotation: Quat) -> bytes:
    x, y, z = position
    cx, cz = _cell(x), _cell(z)
    return HEAD_FORM.pack(
        _clamped((x - (cx - 128) * CELL) * 1000, 65535),
        _clamped((y - FLOOR) * 1000, 65535),
        _clamped((z - (cz - 128) * CELL) * 1000, 65535),
        cx,
        cz,
        pack_rotation(rotation, 10),
    )


def _cell(along: float) -> int:
    return min(255, max(0, math.floor(along / CELL) + 128))


def _encode_hands(pose: Pose) -> bytes:
    flags = (
        LEFT * (pose.left is not None)
        | RIGHT * (pose.right is not None)
        | HANDS * pose.hands
        | SEATED * pose.seated
        | TALKING * pose.talking
    )
    left, right = pose.left or Hand(), pose.right or Hand()
    grip = (left.grip & 15) | (right.grip & 15) << 4
    return HANDS_FORM.pack(flags, grip, *_encode_hand(left), *_encode_hand(right))


def _encode_hand(hand: Hand) -> tuple[int, int]:
    x, y, z = (_clamped((along + REACH) * 1000, 2047) for along in hand.position)
    low = x | y << 11 | (z & 0x3FF) << 22
    return low, z >> 10 | pack_rotation(hand.rotation, 9) << 1


def _decode_hand(low: int, high: int, grip: int) -> Hand:
    steps = (low & 0x7FF, low >> 11 & 0x7FF, low >> 22 | (high & 1) << 10)
    x, y, z = (step / 1000 - REACH for step in steps)
    return Hand((x, y, z), unpack_rotation(high >> 1 & 0x1FFFFFFF, 9), grip)


def _with_hands(head: Pose, body: bytes) -> Pose:
    flags, grip, *words = HANDS_FORM.unpack_from(body, HEAD_BODY)
    left = _decode_hand(words[0], words[1], grip & 15) if flags & LEFT else None
    right = _decode_hand(words[2], words[3], grip >> 4) if flags & RIGHT else None
    return Pose(
        head.position,
        head.rotation,
        full=True,
        left=left,
        right=right,
        hands=bool(flags & HANDS),
        seated=bool(flags & SEATED),
        talking=bool(flags & TALKING),
    )
