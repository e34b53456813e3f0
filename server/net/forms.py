"""Small forms that a page without script sends (URL-encoded, WHATWG URL 5.1)."""

from __future__ import annotations

from typing import Final
from urllib.parse import parse_qs

from aiohttp import web

from server.errors import RequestError
from server.net.reading import read_body

FORM: Final = "application/x-www-form-urlencoded"
SECONDS: Final = 10.0
MOST_FIELDS: Final = 4


async def read_form(request: web.Request, most: int) -> dict[str, str]:
    """The fields of a form of at most so many bytes, the first of each name.

    A body that is no form has none. Raises RequestError ``unsupported_media``, ``too_large``,
    ``body_late``.
    """
    if request.content_type != FORM:
        raise RequestError("unsupported_media")
    body = await read_body(request, most, SECONDS)
    try:
        found = parse_qs(body.decode(), max_num_fields=MOST_FIELDS)
    except ValueError:
        return {}
    return {name: values[0] for name, values in found.items()}
