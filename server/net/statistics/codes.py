"""QR codes over HTTP, for pages of this park alone."""

from __future__ import annotations

import re
from typing import Final

from aiohttp import web

from scenes.findings import Finding
from server.errors import RequestError
from server.net.route import Asked
from server.outside.qr import file_qr

PATH: Final = re.compile(
    r"/(h/[a-z0-9][a-z0-9_-]{0,63}|verify/[A-Za-z0-9-]{1,40})?(\?[A-Za-z0-9_.,=&%~-]{0,200})?"
)
"""The park, one of its halls, perhaps at a place in it, or the page of a certificate."""


async def get_qr(asked: Asked) -> web.Response:
    """A QR code that leads to a page of this park."""
    path = asked.request.query.get("path", "/")
    if not PATH.fullmatch(path):
        raise RequestError("invalid", [Finding("/path", "bad_path")])
    return web.Response(
        body=file_qr(asked.park.address + path),
        content_type="image/svg+xml",
        headers={
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Cache-Control": "private, max-age=300",
        },
    )
