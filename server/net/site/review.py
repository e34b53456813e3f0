"""Texts that others will read are looked at before they are taken in, whoever may send them.

Managers and operators answer for the park themselves and write what they like.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from pydantic import BaseModel

from server.errors import RequestError
from server.net.route import Asked

TRUSTED: Final = frozenset({"manager", "operator"})
REVIEWED: Final = frozenset(
    {
        ("POST", "/api/v1/exhibits"),
        ("PATCH", "/api/v1/exhibits/{exhibit}"),
        ("POST", "/api/v1/media"),
        ("PATCH", "/api/v1/media/{media}"),
        ("PATCH", "/api/v1/halls/{hall}/scene"),
        ("POST", "/api/v1/halls/{hall}/tickets"),
    }
)
"""Requests whose texts are shown to others."""
UNSHOWN: Final = frozenset({"upload", "uploads", "exhibit", "hall", "op", "path", "layer", "id"})
"""Fields that nobody reads."""


async def review(asked: Asked, body: BaseModel | None) -> None:
    """Raises RequestError ``invalid`` with a ``words_refused`` for each text that may not be."""
    route = asked.route
    if (route.method, route.path) not in REVIEWED or asked.actor.role in TRUSTED:
        return
    texts = dict(_texts(body.model_dump(exclude_unset=True) if body else {}, ""))
    if title := asked.request.query.get("title"):
        texts["/title"] = title
    found = await asked.park.words.check_all(texts)
    if found:
        raise RequestError("invalid", found)


def _texts(value: Any, at: str) -> Iterator[tuple[str, str]]:
    """Every text that people will read, by its JSON pointer."""
    if isinstance(value, str) and value.strip():
        yield at, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in UNSHOWN:
                yield from _texts(inner, f"{at}/{name}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _texts(inner, f"{at}/{place}")
