"""Films of a few hundred bytes: the boxes and elements a gate looks at, and nothing to play."""

from __future__ import annotations

import struct


def box(kind: bytes, *inside: bytes) -> bytes:
    data = b"".join(inside)
    return struct.pack(">I4s", 8 + len(data), kind) + data


def full(kind: bytes, *inside: bytes, flags: int = 0) -> bytes:
    return box(kind, struct.pack(">I", flags), *inside)


AVCC = box(b"avcC", bytes([1, 0x64, 0x00, 0x1F, 0xFF, 0xE0, 0]))


def picture_entry(kind: bytes = b"avc1", width: int = 1280, height: int = 720) -> bytes:
    head = bytes(24) + struct.pack(">HH", width, height) + bytes(50)
    return box(kind, head, AVCC)


def sound_entry(kind: bytes = b"mp4a") -> bytes:
    return box(kind, bytes(28))


def track(
    handler: bytes, entry: bytes, *, chunks: tuple[int, ...] = (24,), here: bool = True
) -> bytes:
    table = box(
        b"stbl",
        full(b"stsd", struct.pack(">I", 1), entry),
        full(b"stco", struct.pack(f">I{len(chunks)}I", len(chunks), *chunks)),
    )
    reference = full(b"url ", flags=1) if here else full(b"url ", b"http://elsewhere/\0")
    references = box(b"dinf", full(b"dref", struct.pack(">I", 1), reference))
    told = full(b"hdlr", bytes(4), handler, bytes(12))
    return box(b"trak", box(b"mdia", told, box(b"minf", references, table)))


def mp4(*tracks: bytes, seconds: int = 12, brand: bytes = b"isom", media: bool = True) -> bytes:
    header = full(b"mvhd", struct.pack(">IIII", 0, 0, 1000, seconds * 1000), bytes(80))
    film = tracks or (track(b"vide", picture_entry()), track(b"soun", sound_entry()))
    parts = [box(b"ftyp", brand, bytes(4), b"isom"), box(b"moov", header, *film)]
    return b"".join([*parts, box(b"mdat", bytes(64))] if media else parts)


def element(name: int, *inside: bytes) -> bytes:
    data = b"".join(inside)
    width = (name.bit_length() + 7) // 8
    return name.to_bytes(width, "big") + struct.pack(">Q", len(data) | 1 << 56) + data


def webm_track(kind: int = 1, codec: bytes = b"V_VP9", *more: bytes) -> bytes:
    size = element(0xE0, element(0xB0, b"\x05\x00"), element(0xBA, b"\x02\xd0"))
    return element(0xAE, element(0x83, bytes([kind])), element(0x86, codec), size, *more)


def webm(*tracks: bytes, kind: bytes = b"webm", cluster: bool = True) -> bytes:
    info = element(
        0x1549A966, element(0x2AD7B1, b"\x0f\x42\x40"), element(0x4489, struct.pack(">d", 9500.0))
    )
    film = tracks or (webm_track(), webm_track(2, b"A_OPUS"))
    parts = [info, element(0x1654AE6B, *film)]
    if cluster:
        parts.append(element(0x1F43B675, bytes(32)))
    return element(0x1A45DFA3, element(0x4282, kind)) + element(0x18538067, *parts)
