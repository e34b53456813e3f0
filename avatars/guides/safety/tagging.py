"""Puts the AIGC label inside sound files: WAV (LIST INFO), MP3 (ID3v2.3), Ogg Opus (OpusTags).

GB 45438-2025 wants the label among a file's metadata, under the key ``AIGC``. Files of other kinds
stay as they are; so does one that is broken.
"""

from __future__ import annotations

import struct
from typing import Final

from avatars.guides.safety.labels import KEY
from avatars.guides.speech.wav import chunks

VENDOR: Final = b"Lingjing"
_POLYNOMIAL: Final = 0x04C11DB7


def tagged(data: bytes, label: str) -> bytes:
    """The file with the label inside."""
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        return _wav(data, label)
    if data[:4] == b"OggS":
        return _ogg(data, label)
    if data[:3] == b"ID3" or (len(data) > 1 and data[0] == 0xFF and data[1] & 0xE0 == 0xE0):
        return _mp3(data, label)
    return data


def media_type(data: bytes) -> str:
    """What sort of sound it is, by its first bytes; empty when it is none that pages play."""
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        return "audio/wav"
    if data[:4] == b"OggS":
        return "audio/ogg"
    if data[:3] == b"ID3" or (len(data) > 1 and data[0] == 0xFF and data[1] & 0xE0 == 0xE0):
        return "audio/mpeg"
    return ""


def _wav(data: bytes, label: str) -> bytes:
    """The label as ``ICMT`` with its key before it, and as a chunk of its own name."""
    info = b"INFO" + _chunk(b"ICMT", f"{KEY}={label}".encode() + b"\0")
    info += _chunk(b"AIGC", label.encode() + b"\0")
    kept = b"".join(
        _chunk(name, data[start:end])
        for name, start, end in chunks(data)
        if name in (b"fmt ", b"data", b"fact")
    )
    body = b"WAVE" + kept + _chunk(b"LIST", info)
    return struct.pack("<4sI", b"RIFF", len(body)) + body


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack("<4sI", name, len(data)) + data + b"\0" * (len(data) % 2)


def _mp3(data: bytes, label: str) -> bytes:
    """A tag of ID3v2.3 with one frame ``TXXX``; one that was there goes (id3.org, ID3v2.3.0)."""
    if data[:3] == b"ID3" and len(data) >= 10:
        size = 0
        for part in data[6:10]:
            size = size << 7 | part & 0x7F
        data = data[10 + size :]
    text = b"\x01" + _utf16(KEY) + b"\0\0" + _utf16(label)
    frame = b"TXXX" + struct.pack(">IH", len(text), 0) + text
    length = len(frame)
    safe = bytes(length >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\0\0" + safe + frame + data


def _utf16(text: str) -> bytes:
    return b"\xff\xfe" + text.encode("utf-16-le")


def _ogg(data: bytes, label: str) -> bytes:
    """The page of ``OpusTags`` written anew (RFC 7845, 5.2), where it is a page alone."""
    first = _page(data, 0)
    second = _page(data, first[1]) if first else None
    if first is None or second is None:
        return data
    start, end = first[1], second[1]
    body = data[second[0] : end]
    if body[:8] != b"OpusTags" or data[start + 26] == 0 or len(label) > 8_000:
        return data
    comment = f"{KEY}={label}".encode()
    tags = b"OpusTags" + struct.pack("<I", len(VENDOR)) + VENDOR
    tags += struct.pack("<II", 1, len(comment)) + comment
    lacing = b"\xff" * (len(tags) // 255) + bytes([len(tags) % 255])
    if data[start + 26 + data[start + 26]] == 0xFF:
        return data
    head = data[start : start + 22] + b"\0\0\0\0" + bytes([len(lacing)]) + lacing
    page = head + tags
    page = page[:22] + struct.pack("<I", _crc(page)) + page[26:]
    return data[:start] + page + data[end:]


def _page(data: bytes, at: int) -> tuple[int, int] | None:
    """Where the body of an Ogg page at ``at`` begins and ends (RFC 3533 section 6)."""
    if data[at : at + 4] != b"OggS" or at + 27 > len(data):
        return None
    count = data[at + 26]
    start = at + 27 + count
    end = start + sum(data[at + 27 : start])
    return (start, end) if end <= len(data) else None


def _crc(data: bytes) -> int:
    """The checksum of an Ogg page: CRC-32, not reflected, without final inversion."""
    crc = 0
    for byte in data:
        crc ^= byte << 24
        for _ in range(8):
            crc = (crc << 1 ^ _POLYNOMIAL if crc & 0x80000000 else crc << 1) & 0xFFFFFFFF
    return crc
