"""One asset as an export reads it: its document, the bytes of its buffers, its scene."""

from __future__ import annotations

import base64
import binascii
from typing import Any, NamedTuple

from scenes.export.errors import AssetError
from scenes.glb import GlbError, read_glb

Json = dict[str, Any]


class Source(NamedTuple):
    """A parsed asset. `buffers[i]` is None for a buffer that only holds the place of others."""

    sha: str
    json: Json
    buffers: list[bytes | None]

    def table(self, name: str) -> list[Json]:
        """A table of the document, maybe empty; raises AssetError when it is none."""
        return _objects(self.json.get(name, []))

    def root_list(self, extension: str, name: str) -> list[Json]:
        """A table kept in a root extension, such as the lights."""
        extensions = self.json.get("extensions", {})
        if not isinstance(extensions, dict) or not isinstance(extensions.get(extension, {}), dict):
            raise AssetError("asset_unreadable", "extensions")
        return _objects(extensions.get(extension, {}).get(name, []))

    def roots(self) -> list[int]:
        """The root nodes of the scene to show; of all trees when there is no scene."""
        scenes = self.table("scenes")
        if scenes:
            shown = self.json.get("scene", 0)
            if not isinstance(shown, int) or not 0 <= shown < len(scenes):
                raise AssetError("index_out_of_range", "scene")
            return list(scenes[shown].get("nodes", []))
        nodes = self.table("nodes")
        children = {child for node in nodes for child in node.get("children", [])}
        return [number for number in range(len(nodes)) if number not in children]


def load_source(sha: str, data: bytes) -> Source:
    """Parse an asset; raises AssetError."""
    try:
        glb = read_glb(data)
    except GlbError as error:
        raise AssetError("asset_unreadable", error.code) from error
    rows = _objects(glb.json.get("buffers", []))
    return Source(sha, glb.json, [_bytes(i, row, glb.bin) for i, row in enumerate(rows)])


def _objects(value: Any) -> list[Json]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise AssetError("asset_unreadable", "a table is not a list of objects")
    return value


def _bytes(number: int, buffer: Json, chunk: bytes) -> bytes | None:
    uri, length = buffer.get("uri"), buffer.get("byteLength")
    if not isinstance(length, int):
        raise AssetError("asset_unreadable", "buffer")
    if uri is None and number > 0:
        return None
    data = chunk if uri is None else _embedded(uri)
    if length > len(data):
        raise AssetError("asset_unreadable", "a buffer is longer than its bytes")
    return data[:length]


def _embedded(uri: Any) -> bytes:
    head, _, body = str(uri).partition(",")
    if not head.startswith("data:") or not head.endswith(";base64"):
        raise AssetError("asset_external", "buffer")
    try:
        return base64.b64decode(body, validate=True)
    except binascii.Error as error:
        raise AssetError("asset_unreadable", "buffer") from error
