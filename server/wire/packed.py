"""The packed frames of the live socket, described field by field for the printed pages.

Packed frames carry what changes many times a second. Their first byte is below 0x10, which no
MessagePack map begins with. ``avatars/pose.py`` packs and checks them; this is only what is said
about them to those who write clients. All integers are little-endian.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

POSE_FRAME: Final = 0x01
PRESENCE_FRAME: Final = 0x02
VOICE_FRAME: Final = 0x03

Number = Literal["u8", "u16", "u32"]
WIDTHS: Final[dict[Number, int]] = {"u8": 1, "u16": 2, "u32": 4}


class Part(NamedTuple):
    """Some bytes of a frame: its number type, its name, and what it means."""

    type: Number
    name: str
    words: str


class Packed(NamedTuple):
    """One packed layout, in the order of its bytes."""

    name: str
    words: str
    parts: tuple[Part, ...]

    @property
    def size(self) -> int:
        """Bytes that the parts take."""
        return sum(WIDTHS[part.type] for part in self.parts)


HEAD: Final = Packed(
    "head body",
    "Where a head is and how it is turned.",
    (
        Part("u16", "px", "millimetres inside the cell, along x"),
        Part("u16", "py", "round((y + 16) × 1000): height in millimetres above −16 m"),
        Part("u16", "pz", "millimetres inside the cell, along z"),
        Part("u8", "cx", "cell along x: floor(x / 65.536) + 128"),
        Part("u8", "cz", "cell along z: floor(z / 65.536) + 128"),
        Part("u32", "q", "rotation, smallest three with 10 bits a component"),
    ),
)
HANDS: Final = Packed(
    "hands body",
    "Where two hands are, seen from the head's centre along the world's axes.",
    (
        Part(
            "u8",
            "flags",
            "bit 0 left is tracked, 1 right is tracked, 2 hands rather than controllers, "
            "3 seated, 4 talking; the others are 0",
        ),
        Part("u8", "grip", "how closed each hand is, 0..15: low four bits left, high four right"),
        Part("u32", "left_lo", "x | y << 11 | (z & 0x3ff) << 22"),
        Part("u32", "left_hi", "z >> 10 | rotation << 1"),
        Part("u32", "right_lo", "as `left_lo`"),
        Part("u32", "right_hi", "as `left_hi`"),
    ),
)
PRESENCE: Final = Packed(
    "presence header",
    "Begins a frame that says where people are.",
    (
        Part("u8", "type", "0x02"),
        Part("u8", "flags", "0"),
        Part("u16", "n_full", "records with hands"),
        Part("u16", "n_head", "records of the head alone"),
        Part("u16", "total", "people in the hall"),
        Part("u32", "time", "the server's milliseconds, modulo 2³²"),
    ),
)
ID_BYTES: Final = WIDTHS["u16"]
LAYOUTS: Final = (HEAD, HANDS, PRESENCE)

SIZES: Final = {
    "HEAD_BODY": HEAD.size,
    "FULL_BODY": HEAD.size + HANDS.size,
    "HEAD_RECORD": ID_BYTES + HEAD.size,
    "FULL_RECORD": ID_BYTES + HEAD.size + HANDS.size,
    "PRESENCE_HEADER": PRESENCE.size,
}
"""Bytes of each body, of each record (an id and a body) and of the header."""

FRAMES: Final = {
    "POSE_FRAME": POSE_FRAME,
    "PRESENCE_FRAME": PRESENCE_FRAME,
    "VOICE_FRAME": VOICE_FRAME,
}
"""First bytes."""
