"""The document's buffers with their bytes (glTF 2.0, sections 3.6.1 and 4.4.3)."""

from __future__ import annotations

from typing import Any

from scenes.exhibits.gate.report import Report
from scenes.exhibits.gate.resources import Resource, Resources
from scenes.exhibits.gate.tables import Json, count_of, items, text_of

__all__ = ["resolve_buffers"]

MIMES = ("application/octet-stream", "application/gltf-buffer")
FALLBACKS = ("EXT_meshopt_compression", "KHR_meshopt_compression")


def resolve_buffers(
    json: Json, binary: memoryview | None, *, in_glb: bool, resources: Resources, report: Report
) -> tuple[memoryview | None, ...]:
    """Each buffer's bytes, cut to its declared length; None for one that has no bytes."""
    buffers = _Buffers(resources, report)
    found: list[memoryview | None] = []
    for index, item in enumerate(items(json, "buffers")):
        if item is None:
            found.append(None)
        elif index == 0 and in_glb and "uri" not in item:
            found.append(buffers.stored(item, binary))
        else:
            found.append(buffers.named(item, f"/buffers/{index}"))
    return tuple(found)


class _Buffers:
    def __init__(self, resources: Resources, report: Report) -> None:
        self._resources = resources
        self._report = report

    def stored(self, item: Json, binary: memoryview | None) -> memoryview | None:
        """The first buffer of a GLB, which its binary chunk holds."""
        if binary is None:
            self._report.error("BUFFER_MISSING_GLB_DATA", "/buffers/0")
            return None
        data = self._cut(item, binary, "/buffers/0")
        length = count_of(item, "byteLength")
        if length and len(binary) > -(-length // 4) * 4:
            extra = len(binary) - -(-length // 4) * 4
            self._report.warning("BUFFER_GLB_CHUNK_TOO_BIG", "/buffers/0", str(extra))
        return data

    def named(self, item: Json, pointer: str) -> memoryview | None:
        """A buffer whose bytes a URI gives."""
        uri = text_of(item, "uri")
        if uri is None:
            if "uri" not in item and not _is_fallback(item):
                self._report.warning("BUFFER_WITHOUT_DATA", pointer)
            return None
        resource = self._resources.get(uri, f"{pointer}/uri")
        if resource is None or not self._is_buffer(resource, pointer):
            return None
        return self._cut(item, resource.data, pointer)

    def _is_buffer(self, resource: Resource, pointer: str) -> bool:
        good = not resource.mime or resource.mime in MIMES
        if not good:
            self._report.error("BUFFER_DATA_URI_MIME_TYPE_INVALID", f"{pointer}/uri", resource.mime)
        return good

    def _cut(self, item: Json, data: memoryview, pointer: str) -> memoryview | None:
        length = count_of(item, "byteLength")
        if length is None:
            return data
        if len(data) < length:
            self._report.error("BUFFER_BYTE_LENGTH_MISMATCH", pointer, f"{len(data)} < {length}")
            return None
        return data[:length]


def _is_fallback(item: Json) -> bool:
    """Whether a buffer only reserves room for what is unpacked (EXT_meshopt_compression)."""
    extensions: Any = item.get("extensions")
    if not isinstance(extensions, dict):
        return False
    said = (extensions.get(name) for name in FALLBACKS)
    return any(isinstance(one, dict) and one.get("fallback") is True for one in said)
