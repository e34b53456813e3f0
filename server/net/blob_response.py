"""A blob as an answer: its tag is its address, and a range is a range of its plain bytes.

aiohttp's file answer brings ``sendfile``, ranges and the Brotli sibling beside a blob; on its own
it would tag a file by its time and cut ranges out of the packed bytes.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from aiohttp import ETag, hdrs, web
from aiohttp.abc import AbstractStreamWriter

SANDBOX: Final = {
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""What was uploaded is never a page, whatever it says it is."""
_TAG: Final = re.compile(r'\s*"([^"]*)"\s*')
_SEEN: Final = frozenset(
    {"if-range", "if-none-match", "if-modified-since", "if-match", "if-unmodified-since"}
)
"""Conditions that are looked at here, or that say nothing of what never changes."""


class BlobResponse(web.FileResponse):
    """Serves the blob at ``path``, whose address is ``sha``."""

    def __init__(self, path: Path, sha: str, headers: dict[str, str]) -> None:
        super().__init__(path, headers=headers)
        self._sha = sha

    @property
    def etag(self) -> ETag | None:
        """The address; packed bytes have a tag of their own (RFC 9110, 8.8.3)."""
        return web.FileResponse.etag.fget(self)  # type: ignore[attr-defined, no-any-return]

    @etag.setter
    def etag(self, value: Any) -> None:
        packed = "-br" if hdrs.CONTENT_ENCODING in self.headers else ""
        web.FileResponse.etag.fset(self, self._sha + packed)  # type: ignore[attr-defined]

    async def prepare(self, request: web.BaseRequest) -> AbstractStreamWriter | None:
        """Answer 200, 206, 304 or 416."""
        tags = request.if_none_match or ()
        if any(tag.value in ("*", self._sha, f"{self._sha}-br") for tag in tags):
            return await self._not_modified(request, self._sha, 0.0)
        return await super().prepare(request.clone(headers=self._plain(request)))

    def _plain(self, request: web.BaseRequest) -> dict[str, str]:
        """The request's headers without conditions; for a range, of the plain bytes."""
        gone = set(_SEEN)
        if hdrs.RANGE in request.headers:
            other = self._is_other(request.headers.get(hdrs.IF_RANGE))
            gone.add("range" if other else "accept-encoding")
        return {name: v for name, v in request.headers.items() if name.lower() not in gone}

    def _is_other(self, condition: str | None) -> bool:
        """Whether a client has a part of something else: a tag not ours, or any date."""
        if condition is None:
            return False
        tag = _TAG.fullmatch(condition)
        return tag is None or tag.group(1) != self._sha
