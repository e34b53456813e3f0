"""Accessor formats, and which of them vertex attributes may have (glTF 2.0, section 3.7.2)."""

from __future__ import annotations

from typing import NamedTuple

__all__ = [
    "BOUNDS",
    "BYTE",
    "COMPONENTS",
    "FLOAT",
    "IBM",
    "INDICES",
    "SHORT",
    "SIZES",
    "TIMES",
    "UNSIGNED_BYTE",
    "UNSIGNED_INT",
    "UNSIGNED_SHORT",
    "Format",
    "Formats",
    "formats",
]

BYTE, UNSIGNED_BYTE, SHORT, UNSIGNED_SHORT = 5120, 5121, 5122, 5123
UNSIGNED_INT, FLOAT = 5125, 5126

SIZES = {BYTE: 1, UNSIGNED_BYTE: 1, SHORT: 2, UNSIGNED_SHORT: 2, UNSIGNED_INT: 4, FLOAT: 4}
"""Bytes of a component."""
COMPONENTS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT2": 4, "MAT3": 9, "MAT4": 16}
"""Components of an element."""
BOUNDS = {
    BYTE: (-128, 127),
    UNSIGNED_BYTE: (0, 255),
    SHORT: (-32768, 32767),
    UNSIGNED_SHORT: (0, 65535),
    UNSIGNED_INT: (0, 4294967295),
}
"""Least and greatest value of a component."""


class Format(NamedTuple):
    """What an accessor's elements are."""

    type: str | None
    component: int
    normalized: bool

    def __str__(self) -> str:
        return f"{self.type} {self.component}{' normalized' if self.normalized else ''}"


SIGNED = (BYTE, SHORT)
UNSIGNED = (UNSIGNED_BYTE, UNSIGNED_SHORT)
SMALL = (*SIGNED, *UNSIGNED)


def formats(type: str, *components: int, normalized: bool = False) -> frozenset[Format]:
    """Formats of one type."""
    return frozenset(Format(type, component, normalized) for component in components)


INDICES = formats("SCALAR", UNSIGNED_BYTE, UNSIGNED_SHORT, UNSIGNED_INT)
IBM = formats("MAT4", FLOAT)
TIMES = formats("SCALAR", FLOAT)

VERTEX = {
    "POSITION": formats("VEC3", FLOAT),
    "NORMAL": formats("VEC3", FLOAT),
    "TANGENT": formats("VEC4", FLOAT),
    "TEXCOORD": formats("VEC2", FLOAT) | formats("VEC2", *UNSIGNED, normalized=True),
    "COLOR": formats("VEC3", FLOAT)
    | formats("VEC4", FLOAT)
    | formats("VEC3", *UNSIGNED, normalized=True)
    | formats("VEC4", *UNSIGNED, normalized=True),
    "JOINTS": formats("VEC4", *UNSIGNED),
    "WEIGHTS": formats("VEC4", FLOAT) | formats("VEC4", *UNSIGNED, normalized=True),
}
TARGET = {
    "POSITION": formats("VEC3", FLOAT),
    "NORMAL": formats("VEC3", FLOAT),
    "TANGENT": formats("VEC3", FLOAT),
    "TEXCOORD": formats("VEC2", FLOAT) | formats("VEC2", *SMALL, normalized=True),
    "COLOR": formats("VEC3", FLOAT)
    | formats("VEC4", FLOAT)
    | formats("VEC3", *SMALL, normalized=True)
    | formats("VEC4", *SMALL, normalized=True),
}


class Formats:
    """Formats allowed for each attribute; KHR_mesh_quantization adds to them."""

    def __init__(self) -> None:
        self.vertex = dict(VERTEX)
        self.target = dict(TARGET)

    def quantize(self) -> None:
        """Allow what KHR_mesh_quantization allows besides."""
        both = formats("VEC3", *SIGNED, normalized=True)
        signed = formats("VEC3", *SIGNED)
        self.vertex["POSITION"] |= both | signed | formats("VEC3", *UNSIGNED)
        self.vertex["POSITION"] |= formats("VEC3", *UNSIGNED, normalized=True)
        self.vertex["NORMAL"] |= both
        self.vertex["TANGENT"] |= formats("VEC4", *SIGNED, normalized=True)
        self.vertex["TEXCOORD"] |= formats("VEC2", *SMALL)
        self.vertex["TEXCOORD"] |= formats("VEC2", *SIGNED, normalized=True)
        self.target["POSITION"] |= both | signed
        self.target["NORMAL"] |= both
        self.target["TANGENT"] |= both
        self.target["TEXCOORD"] |= formats("VEC2", *SIGNED)
