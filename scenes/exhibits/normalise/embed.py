"""Images that lie beside a document, put into it."""

from __future__ import annotations

import struct
import zlib
from typing import Any, Final

import numpy as np

from scenes.exhibits.codecs.edit import Edit
from scenes.exhibits.document import Document

__all__ = ["embedded"]

Json = dict[str, Any]
NO_BOUND = 2**62
EXTENSIONS = {
    "image/ktx2": "KHR_texture_basisu",
    "image/webp": "EXT_texture_webp",
    "image/avif": "EXT_texture_avif",
}


def embedded(document: Document) -> Document:
    """The document with every image in a bufferView of its own."""
    if not any("uri" in image for image in document.json.get("images", ())):
        return document
    edit = Edit(document, NO_BOUND)
    for i, image in enumerate(edit.table("images")):
        if "uri" in image:
            picture = document.pictures[i]
            # A picture that nobody could recognise is drawn by nobody: white does not tint.
            data, mime = (WHITE, "image/png") if picture is None else (picture.data, picture.mime)
            view = edit.add("bufferViews", edit.buffer(np.frombuffer(data, np.uint8)))
            rest = {key: value for key, value in image.items() if key != "uri"}
            edit.json["images"][i] = {**rest, "bufferView": view, "mimeType": mime}
    for t, texture in enumerate(edit.json.get("textures", ())):
        edit.json["textures"][t] = _named_by_type(edit, texture)
    return edit.document()


def _named_by_type(edit: Edit, texture: Json) -> Json:
    """A texture's own source must be a PNG or JPEG; an image of another type has an extension.

    Beside a document, where its type was not written down, nothing said so.
    """
    source = texture.get("source")
    extension = (
        None if source is None else EXTENSIONS.get(edit.json["images"][source].get("mimeType"))
    )
    if extension is None:
        return texture
    plain = {key: value for key, value in texture.items() if key != "source"}
    known = texture.get("extensions", {})
    used = edit.json.get("extensionsUsed", [])
    edit.json["extensionsUsed"] = used if extension in used else [*used, extension]
    return {**plain, "extensions": {extension: {"source": source}, **known}}


def _white() -> bytes:
    """A PNG of one white pixel."""
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\x00\xff")),
        (b"IEND", b""),
    ]
    chunks = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


WHITE: Final = _white()
