"""The document's images, known by their headers and within the budget of pixels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scenes.exhibits.document import Picture
from scenes.exhibits.gate.headers import Header, HeaderError, read_header, sniff
from scenes.exhibits.gate.report import Report
from scenes.exhibits.gate.resources import Resource, Resources
from scenes.exhibits.gate.tables import Json, count_of, items, text_of
from scenes.exhibits.policy import Policy

__all__ = ["resolve_images"]

Buffers = Sequence[memoryview | None]

NEEDS = {
    "image/webp": "EXT_texture_webp",
    "image/ktx2": "KHR_texture_basisu",
    "image/avif": "EXT_texture_avif",
}
"""Formats that glTF knows only by an extension."""
ENDINGS = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
    "ktx2": "image/ktx2",
    "avif": "image/avif",
}
IMAGES_A_TEXTURE = 4
"""Images for each texture that a policy allows: more are not even looked at."""


def resolve_images(
    json: Json, buffers: Buffers, *, resources: Resources, policy: Policy, report: Report
) -> tuple[Picture | None, ...]:
    """Each image with its type and size; None for one that is missing or no picture."""
    listed = items(json, "images")
    if len(listed) > policy.max_textures * IMAGES_A_TEXTURE:
        report.error("TOO_MANY_IMAGES", "/images", str(len(listed)))
        return (None,) * len(listed)
    images = _Images(json, buffers, resources, policy, report)
    if images.overlap(listed):
        report.error("IMAGES_OVERLAP", "/images")
        return (None,) * len(listed)
    found = tuple(images.picture(item, f"/images/{index}") for index, item in enumerate(listed))
    pixels = sum(picture.width * picture.height for picture in found if picture)
    if pixels > policy.max_all_pixels:
        report.error("TOO_MANY_PIXELS", "/images", str(pixels))
    return found


class _Images:
    """Reads the images of one document; a header that several share is read once."""

    def __init__(
        self, json: Json, buffers: Buffers, resources: Resources, policy: Policy, report: Report
    ) -> None:
        self._views = items(json, "bufferViews")
        self._buffers = buffers
        self._resources = resources
        self._policy = policy
        self._report = report
        used = json.get("extensionsUsed")
        self._used = set(filter(_is_text, used)) if isinstance(used, list) else set()
        self._read: dict[str, Header | HeaderError | None] = {}

    def picture(self, item: Json | None, pointer: str) -> Picture | None:
        """One image; the report says why it is None, except where the layout's check does."""
        if item is None:
            return None
        resource = self._resource(item, pointer)
        if resource is None:
            return None
        header = self._header(resource, pointer)
        if header is None:
            return None
        self._check_type(item, resource, header, pointer)
        self._check_size(header, pointer)
        return Picture(resource.data, header.mime, header.width, header.height)

    def overlap(self, listed: list[Json | None]) -> bool:
        """Whether images use the same bytes again and again, each time from another place."""
        views = {count_of(item, "bufferView") for item in listed if item}
        sizes = (len(found.data) for view in views if (found := self._slice({"bufferView": view})))
        return sum(sizes) > 2 * sum(len(buffer) for buffer in self._buffers if buffer)

    def _resource(self, item: Json, pointer: str) -> Resource | None:
        uri = text_of(item, "uri")
        if uri is None:
            return self._slice(item)
        resource = self._resources.get(uri, f"{pointer}/uri")
        if resource and resource.mime and resource.mime != sniff(resource.data):
            self._report.error("INVALID_URI", f"{pointer}/uri", resource.mime)
            return None
        return resource

    def _slice(self, item: Json) -> Resource | None:
        """The bytes of an image's buffer view; nothing when its numbers do not fit."""
        view = _at(self._views, count_of(item, "bufferView"))
        buffer = _at(self._buffers, count_of(view, "buffer")) if view else None
        if view is None or buffer is None:
            return None
        start, size = count_of(view, "byteOffset", 0), count_of(view, "byteLength")
        if start is None or not size or start + size > len(buffer):
            return None
        name = f"bufferView {count_of(item, 'bufferView')}"
        return Resource(buffer[start : start + size], "", name)

    def _header(self, resource: Resource, pointer: str) -> Header | None:
        name = resource.name
        header = self._read[name] if name in self._read else _try(resource)
        if name:
            self._read[name] = header
        if isinstance(header, HeaderError):
            self._report.error(header.code, pointer, header.about)
            return None
        if header is None:
            self._report.warning("IMAGE_UNRECOGNIZED_FORMAT", pointer, name)
        return header

    def _check_type(self, item: Json, resource: Resource, header: Header, pointer: str) -> None:
        declared = text_of(item, "mimeType")
        if declared is not None and declared != header.mime:
            where = "uri" if "uri" in item else "bufferView"
            about = f"{header.mime}, {declared}"
            self._report.error("IMAGE_MIME_TYPE_INVALID", f"{pointer}/{where}", about)
        if NEEDS.get(header.mime, "") not in {"", *self._used}:
            self._report.error("IMAGE_NON_ENABLED_MIME_TYPE", pointer, header.mime)
        ending = resource.name.rpartition(".")[2].lower()
        if ENDINGS.get(ending, header.mime) != header.mime:
            self._report.warning("IMAGE_NAME_MISMATCH", pointer, f"{resource.name}: {header.mime}")
        if header.odd:
            self._report.warning("IMAGE_FEATURES_UNSUPPORTED", pointer)

    def _check_size(self, header: Header, pointer: str) -> None:
        size = f"{header.width} × {header.height}"
        if max(header.width, header.height) > self._policy.max_texture_side:
            self._report.error("TEXTURE_TOO_LARGE", pointer, size)
        elif header.width * header.height > self._policy.max_texture_pixels:
            self._report.error("TEXTURE_TOO_MANY_PIXELS", pointer, size)


def _try(resource: Resource) -> Header | HeaderError | None:
    try:
        return read_header(resource.data)
    except HeaderError as error:
        return error


def _at(things: Sequence[Any], index: int | None) -> Any:
    return things[index] if index is not None and index < len(things) else None


def _is_text(value: object) -> bool:
    return isinstance(value, str)
