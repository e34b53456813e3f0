"""Immutable bytes by content address: ``/assets/<sha256>``.

aiohttp's file answers bring ranges, conditional requests, ``sendfile`` and the Brotli sibling that
the blob store keeps beside a blob.
"""

from __future__ import annotations

from aiohttp import web

from scenes.names import ASSET
from server.errors import RequestError
from server.net.route import Asked

IMMUTABLE = "public, max-age=31536000, immutable"


async def get_asset(asked: Asked) -> web.StreamResponse:
    """One asset. What is named by its hash never changes, so it may be kept for ever."""
    sha = asked.request.match_info["sha"]
    blobs = asked.park.blobs
    if not ASSET.fullmatch(sha) or not blobs.has(sha):
        raise RequestError("not_found")
    headers = {
        "Cache-Control": IMMUTABLE,
        "Content-Type": "model/gltf-binary",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Content-Disposition": "attachment",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    return web.FileResponse(blobs.path(sha), headers=headers)
