"""The whole way of an image, a film or a document: judged, then made into what boards show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.document import Source
from scenes.exhibits.pictures import encode_webp, is_picture, raster, shrunk, size_of
from scenes.findings import Finding
from scenes.media.documents import check_document, is_pdf, pages
from scenes.media.found import Kind, MediaError, Video
from scenes.media.mp4 import is_mp4, read_mp4
from scenes.media.placeholder import placeholder
from scenes.media.policy import MediaPolicy
from scenes.media.webm import is_webm, read_webm

__all__ = ["Built", "Judged", "build", "judge"]

DECODED_AT_ONCE = 16 * 2**20
"""Pixels of a picture that is decoded to judge it; a larger one is judged by its header."""
Raster = NDArray[np.uint8]
Tell = Callable[[str, float], None]


class Judged(NamedTuple):
    """What the gate says: ``code`` is None when the file may come in."""

    source: Source
    kind: Kind | None
    code: str | None
    findings: tuple[Finding, ...] = ()
    video: Video | None = None
    pages: int = 1


class Built(NamedTuple):
    """What is shown: files by name, and the manifest that speaks of them."""

    files: dict[str, bytes]
    manifest: dict[str, Any]


def judge(source: Source, policy: MediaPolicy) -> Judged:
    """Look at a file: at the headers of a film, the pages of a PDF, all of a picture that is not
    very large."""
    kind = _kind(source.data)
    try:
        if not len(source.data):
            raise MediaError("MEDIA_EMPTY")
        if len(source.data) > policy.max_bytes:
            return _refused(source, kind, "too_large", MediaError("MEDIA_TOO_LARGE"))
        if kind is None:
            return _refused(source, kind, "unsupported_media", MediaError("MEDIA_FOREIGN_FORMAT"))
        return _judged(source, kind, policy)
    except MediaError as error:
        return _refused(source, kind, "media_refused", error)


def build(judged: Judged, policy: MediaPolicy, tell: Tell = lambda step, share: None) -> Built:
    """Pictures of an accepted file; raises MediaError where its content cannot be decoded."""
    files: dict[str, bytes] = {}
    shown = []
    small = b""
    total = max(1, judged.pages)
    for number, page in enumerate(_shown(judged, policy)):
        name = f"page-{number + 1:03}.webp"
        files[name] = encode_webp(page, quality=84)
        small = small or encode_webp(shrunk(page, policy.small_side), quality=78)
        shown.append(_entry(name, files[name], page))
        tell("pages", (number + 1) / total)
    if judged.video is not None:
        cover = placeholder(640, max(1, round(640 * judged.video.height / judged.video.width)))
        small = encode_webp(cover, quality=80)
    files["poster.webp"] = small
    return Built(files, _manifest(judged, shown, small))


def _kind(data: memoryview) -> Kind | None:
    if is_picture(data):
        return "image"
    if is_mp4(data) or is_webm(data):
        return "video"
    return "document" if is_pdf(data) else None


def _judged(source: Source, kind: Kind, policy: MediaPolicy) -> Judged:
    if kind == "image":
        width, height = size_of(source.data)
        if width * height > policy.max_pixels:
            raise MediaError("PICTURE_TOO_LARGE", f"{width} × {height}")
        small = width * height <= DECODED_AT_ONCE
        if not width * height or (small and _upright(source.data, DECODED_AT_ONCE) is None):
            raise MediaError("PICTURE_INVALID")
        return Judged(source, kind, None)
    if kind == "document":
        return Judged(source, kind, None, pages=check_document(source.data, policy))
    read = read_mp4 if is_mp4(source.data) else read_webm
    return Judged(source, kind, None, video=read(source.data, policy))


def _refused(source: Source, kind: Kind | None, code: str, error: MediaError) -> Judged:
    return Judged(source, kind, code, error.findings)


def _shown(judged: Judged, policy: MediaPolicy) -> Iterator[Raster]:
    if judged.kind == "document":
        yield from pages(judged.source.data, policy)
    elif judged.kind == "image":
        whole = _upright(judged.source.data, policy.max_pixels)
        if whole is None:
            raise MediaError("PICTURE_INVALID")
        yield shrunk(whole, policy.shown_side)


def _upright(data: memoryview, most_pixels: int) -> Raster | None:
    return raster(data, most_pixels, upright=True)


def _entry(name: str, data: bytes, raster: Raster) -> dict[str, Any]:
    size = {"width": raster.shape[1], "height": raster.shape[0]}
    return {"file": name, "sha256": sha256(data).hexdigest(), "bytes": len(data), **size}


def _manifest(judged: Judged, shown: list[dict[str, Any]], poster: bytes) -> dict[str, Any]:
    source, video = judged.source, judged.video
    return {
        "format": "lingjing.media",
        "version": 1,
        "kind": judged.kind,
        "source": {
            "name": source.name,
            "sha256": sha256(source.data).hexdigest(),
            "bytes": len(source.data),
        },
        "pages": shown,
        "video": video
        and {
            "mime": video.mime,
            "width": video.width,
            "height": video.height,
            "seconds": video.seconds,
            "codecs": list(video.codecs),
        },
        "poster": {
            "file": "poster.webp",
            "sha256": sha256(poster).hexdigest(),
            "bytes": len(poster),
        },
    }
