"""Texts that others will read are looked at before they are taken in over HTTP.

Those of live edits are looked at where the socket is heard (``server/run/reviewing.py``).
"""

from __future__ import annotations

from typing import Final

from pydantic import BaseModel

from server.errors import RequestError
from server.net.route import Asked
from server.run.site.review import is_reviewed, texts_in

REVIEWED: Final = frozenset(
    {
        ("POST", "/api/v1/exhibits"),
        ("PATCH", "/api/v1/exhibits/{exhibit}"),
        ("POST", "/api/v1/media"),
        ("PATCH", "/api/v1/media/{media}"),
        ("PATCH", "/api/v1/halls/{hall}/scene"),
        ("POST", "/api/v1/halls/{hall}/tickets"),
        ("PATCH", "/api/v1/booths/{hall}/{node}/scene"),
    }
)
"""Requests whose texts are shown to others."""


async def review(asked: Asked, body: BaseModel | None) -> None:
    """Raises RequestError ``invalid`` with a ``words_refused`` for each text that may not be."""
    route = asked.route
    if (route.method, route.path) not in REVIEWED or not is_reviewed(asked.actor):
        return
    texts = dict(texts_in(body.model_dump(exclude_unset=True) if body else {}))
    if title := asked.request.query.get("title"):
        texts["/title"] = title
    found = await asked.park.words.check_all(texts)
    if found:
        raise RequestError("invalid", found)
