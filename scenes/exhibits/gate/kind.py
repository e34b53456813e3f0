"""What a file is, by its first bytes: a GLB, glTF's JSON, a zip, or something foreign."""

from __future__ import annotations

from typing import Literal, NamedTuple

from scenes.exhibits.gate.foreign import foreign_format
from scenes.exhibits.gate.framing import MAGIC

__all__ = ["Kind", "kind_by_head", "kind_of", "looks_like_model"]

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
SPACE = b" \t\r\n"
BOM = b"\xef\xbb\xbf"


class Kind(NamedTuple):
    """What a file is. `foreign` names a format that is not glTF, "" when nothing knows it."""

    is_: Literal["glb", "gltf", "zip", "foreign", "empty"]
    foreign: str = ""


def kind_of(name: str, data: memoryview) -> Kind:
    """What a file is; its name helps only where the bytes say nothing."""
    known = kind_by_head(bytes(data[:4096]))
    if known is not None:
        return known
    foreign = foreign_format(name, data)
    if foreign:
        return Kind("foreign", foreign)
    return _by_name(name)


def kind_by_head(head: bytes) -> Kind | None:
    """What the first bytes say; None when they are not glTF's, nor a zip's."""
    if not head:
        return Kind("empty")
    if head.startswith(MAGIC):
        return Kind("glb")
    if head.startswith(ZIP):
        return Kind("zip")
    text = head.removeprefix(BOM).lstrip(SPACE)
    return Kind("gltf") if text.startswith(b"{") else None


def looks_like_model(name: str) -> bool:
    """Whether a file of this name is meant to be the model among several files."""
    return name.lower().endswith((".glb", ".gltf", ".vrm"))


def _by_name(name: str) -> Kind:
    """A damaged start must not make a GLB something foreign."""
    ending = name.lower()
    if ending.endswith((".glb", ".vrm")):
        return Kind("glb")
    if ending.endswith(".gltf"):
        return Kind("gltf")
    return Kind("zip") if ending.endswith(".zip") else Kind("foreign")
