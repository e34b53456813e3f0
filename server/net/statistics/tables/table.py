"""A table that can be had as a file: which list of the API it is, and its columns."""

from __future__ import annotations

import copy
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from aiohttp import web

from scenes.findings import Finding
from server.errors import RequestError, lang_of
from server.net.gate import LANG, ROUTE_TABLE
from server.net.route import Asked, Route
from server.net.statistics.tables.cells import Column
from server.net.things import thing_of

PAGE: Final = 200
MOST_ROWS: Final = 200_000
"""Rows of one file, at most."""
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """A list of the API as a file. Whoever may read the list may have it, filtered alike.

    ``source`` is the list's path, whose parts in braces come from the query; ``rows`` the property
    of the answer that has the items, ``each`` that of an item when the rows are within it.
    ``cursor`` is the query's name for where a page begins; ``usual`` what is asked for where the
    reader asks for nothing else.
    """

    name: str
    zh: str
    en: str
    source: str
    rows: str
    columns: tuple[Column, ...]
    each: str = ""
    paged: bool = False
    cursor: str = "before"
    usual: Mapping[str, str] = field(default_factory=dict)

    def title(self, lang: str) -> str:
        """What the file is called."""
        return self.en if lang == "en" else self.zh

    async def pages(self, asked: Asked) -> AsyncIterator[list[Row]]:
        """All of it, a page at a time; raises RequestError when the list may not be read."""
        route = _route(asked.request.app[ROUTE_TABLE], self.source)
        query, begin = {**self.usual, **asked.request.query}, asked.request.query.get(self.cursor)
        total = 0
        while total < MOST_ROWS:
            told = await _asked_again(asked, route, self._page(query, begin))
            found = told.get(self.rows) or []
            rows = (
                [{**item, **row} for item in found for row in item[self.each]]
                if self.each
                else found
            )
            total += len(rows)
            yield rows
            after = told.get("next")
            if not self.paged or after is None or str(after) == begin:
                return
            begin = str(after)

    def _page(self, query: Mapping[str, str], begin: str | None) -> Mapping[str, str]:
        if not self.paged:
            return query
        return {**query, "limit": str(PAGE), **({self.cursor: begin} if begin else {})}


async def _asked_again(asked: Asked, route: Route, query: Mapping[str, str]) -> Any:
    """What the list answers to the same person, asked as if by itself."""
    request = asked.request
    inner = request.clone(rel_url=request.rel_url.with_query(query))
    match = copy.copy(request.match_info)
    match.clear()
    match.update({name: _named(query, name) for name in _names(route.path)})
    inner._match_info = match
    inner[LANG] = lang_of(query.get("lang"), request[LANG])
    again = replace(asked, request=inner, route=route, body=None)
    if not again.actor.may(route.action) or not again.actor.may(
        route.action, await thing_of(again)
    ):
        raise RequestError("forbidden")
    answer = await route.handler(again)
    assert isinstance(answer, web.Response)
    return json.loads(answer.text or "{}")


def _named(query: Mapping[str, str], name: str) -> str:
    if not query.get(name):
        raise RequestError("invalid", [Finding(f"/{name}", "missing")])
    return query[name]


def _names(path: str) -> list[str]:
    return [part[1:-1] for part in path.split("/") if part.startswith("{")]


def _route(routes: tuple[Route, ...], path: str) -> Route:
    """The list's own row of the route table."""
    return next(one for one in routes if one.method == "GET" and one.path == f"/api/v1{path}")
