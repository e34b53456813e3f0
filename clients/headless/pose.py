"""Poses as they travel: quantised heads and hands.

A head takes 12 bytes: millimetres inside a cell of 65.536 m, a height, the cell, and a rotation
whose largest component is left out. Two hands take 18 more, relative to the head. The layout is
in ``docs/reference/PROTOCOL.md``; this is an implementation of its own.
"""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass, replace

from clients.headless.geometry import IDENTITY, Quat, Vec3
from clients.headless.messages import FULL_BODY, HEAD_BODY
from clients.headless.quaternion import clamped, pack_rotation, unpack_rotation

CELL = 65.536
FLOOR = -16.0
REACH = 1.024
HEAD_FORM = struct.Struct("<HHHBBI")
HANDS_FORM = struct.Struct("<BBIIII")
LEFT, RIGHT, HANDS, SEATED, TALKING = 1, 2, 4, 8, 16
UNKNOWN_FLAGS = 0xE0
RESERVED = 0xC0000000
"""The bits of a hand's second word that are always 0."""


@dataclass(frozen=True, slots=True)
class Hand:
    """A hand: metres from the head's centre along the world's axes, and its rotation."""

    position: Vec3 = (0.0, -0.6, 0.0)
    rotation: Quat = IDENTITY


@dataclass(frozen=True, slots=True)
class Pose:
    """A head in the hall and, when ``full``, two hands and what else is known.

    ``grip`` says how closed the left and the right hand are, 0..15; ``hands`` that these are
    hands rather than controllers.
    """

    position: Vec3
    rotation: Quat = IDENTITY
    full: bool = False
    left: Hand | None = None
    right: Hand | None = None
    grip: tuple[int, int] = (0, 0)
    hands: bool = False
    seated: bool = False
    talking: bool = False


def encode_pose(pose: Pose) -> bytes:
    """A pose as 12 bytes, or 30 when it is full; raises ValueError when a rotation is none."""
    head = _encode_head(pose.position, pose.rotation)
    return head + _encode_hands(pose) if pose.full else head


def decode_pose(body: bytes) -> Pose:
    """Read 12 or 30 bytes; raises ValueError for what is no pose."""
    if len(body) not in (HEAD_BODY, FULL_BODY):
        raise ValueError(f"a pose of {len(body)} bytes")
    px, py, pz, cx, cz, q = HEAD_FORM.unpack_from(body)
    position = ((cx - 128) * CELL + px / 1000, py / 1000 + FLOOR, (cz - 128) * CELL + pz / 1000)
    head = Pose(position, unpack_rotation(q, 10))
    return head if len(body) == HEAD_BODY else _with_hands(head, body)


def _encode_head(position: Vec3, rotation: Quat) -> bytes:
    x, y, z = position
    cx, cz = _cell(x), _cell(z)
    return HEAD_FORM.pack(
        clamped((x - (cx - 128) * CELL) * 1000, 65535),
        clamped((y - FLOOR) * 1000, 65535),
        clamped((z - (cz - 128) * CELL) * 1000, 65535),
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
    grip = (pose.grip[0] & 15) | (pose.grip[1] & 15) << 4
    return HANDS_FORM.pack(flags, grip, *_encode_hand(pose.left), *_encode_hand(pose.right))


def _encode_hand(hand: Hand | None) -> tuple[int, int]:
    if hand is None:
        return 0, 0
    x, y, z = (clamped((along + REACH) * 1000, 2047) for along in hand.position)
    low = x | y << 11 | (z & 0x3FF) << 22
    return low, z >> 10 | pack_rotation(hand.rotation, 9) << 1


def _decode_hand(low: int, high: int) -> Hand:
    if high & RESERVED:
        raise ValueError("reserved bits are set")
    steps = (low & 0x7FF, low >> 11 & 0x7FF, low >> 22 | (high & 1) << 10)
    x, y, z = (step / 1000 - REACH for step in steps)
    return Hand((x, y, z), unpack_rotation(high >> 1, 9))


def _with_hands(head: Pose, body: bytes) -> Pose:
    flags, grip, *words = HANDS_FORM.unpack_from(body, HEAD_BODY)
    if flags & UNKNOWN_FLAGS:
        raise ValueError("unknown flags are set")
    return replace(
        head,
        full=True,
        left=_decode_hand(words[0], words[1]) if flags & LEFT else None,
        right=_decode_hand(words[2], words[3]) if flags & RIGHT else None,
        grip=(grip & 15, grip >> 4),
        hands=bool(flags & HANDS),
        seated=bool(flags & SEATED),
        talking=bool(flags & TALKING),
    )
