"""Immutable bytes by content address: ``/assets/<sha256>``, with ranges, ETag and Brotli."""

from __future__ import annotations

from aiohttp import web

from scenes.names import ASSET
from server.errors import RequestError
from server.net.route import Asked

IMMUTABLE = "public, max-age=31536000, immutable"


def accepts_brotli(request: web.Request) -> bool:
    """True when the client takes Brotli (RFC 7932) and asks for no range."""
    encodings = request.headers.get("Accept-Encoding", "").lower()
    return "br" in [part.split(";")[0].strip() for part in encodings.split(",")] and (
        "Range" not in request.headers
    )


async def get_asset(asked: Asked) -> web.StreamResponse:
    """One asset. What is named by its hash never changes, so it may be kept for ever."""
    sha = asked.request.match_info["sha"]
    blobs = asked.park.blobs
    if not ASSET.fullmatch(sha) or not blobs.has(sha):
        raise RequestError("not_found")
    headers = {
        "Cache-Control": IMMUTABLE,
        "ETag": f'"{sha}"',
        "Vary": "Accept-Encoding",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Content-Disposition": "attachment",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    if asked.request.headers.get("If-None-Match") == headers["ETag"]:
        return web.Response(status=304, headers=headers)
    path = blobs.path(sha)
    small = blobs.brotli(sha) if accepts_brotli(asked.request) else None
    if small is not None:
        path = small
        headers["Content-Encoding"] = "br"
    headers["Content-Type"] = "model/gltf-binary"
    return web.FileResponse(path, headers=headers)
