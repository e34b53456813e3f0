"""Immutable bytes by content address: ``/assets/<sha256>``.

Visitors may fetch what halls show and have shown. What an exhibit's staff alone have seen so far,
drafts and the files that were uploaded, is not there for anybody else.
"""

from __future__ import annotations

from typing import Final

from aiohttp import web

from scenes.names import ASSET
from server.errors import RequestError
from server.net.blob_response import SANDBOX, BlobResponse
from server.net.route import Asked

IMMUTABLE: Final = "max-age=31536000, immutable"
INLINE: Final = frozenset(
    {"image/webp", "image/png", "image/jpeg", "video/mp4", "video/webm", "audio/mpeg"}
)
"""What a browser draws without running anything in it."""
TOLD: Final = INLINE | {"model/gltf-binary", "application/pdf", "application/zip"}
"""Media types that are told; everything else is bytes."""
BYTES: Final = "application/octet-stream"


async def get_asset(asked: Asked) -> web.StreamResponse:
    """One asset. What is named by its hash never changes, so it may be kept for ever."""
    sha = asked.request.match_info["sha"]
    blobs = asked.park.blobs
    if not ASSET.fullmatch(sha) or not blobs.has(sha):
        raise RequestError("not_found")
    served = await asked.park.exhibits.shelf.served(sha)
    if served.hidden and not asked.actor.may("exhibit.read"):
        raise RequestError("not_found")
    media = served.media_type if served.media_type in TOLD else BYTES
    headers = {
        **SANDBOX,
        "Cache-Control": f"{'private' if served.hidden else 'public'}, {IMMUTABLE}",
        "Content-Type": media,
    }
    if media not in INLINE:
        headers["Content-Disposition"] = "attachment"
    return BlobResponse(blobs.path(sha), sha, headers)
