"""The audit trail over HTTP: looked through, proven whole, taken along."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from dataclasses import asdict
from typing import Any, Final

from aiohttp import web

from scenes.findings import Finding
from server.errors import RequestError
from server.net.originals import attachment
from server.net.route import Asked
from server.store.audit import Wanted
from server.store.audit_print import as_csv, as_json, side
from server.store.audit_records import COLUMNS, AuditRow
from server.store.privacy_records import NetworkEvent

USUAL, MOST = 50, 200
PIECE: Final = 1 << 16
FILTERS: Final = {
    "actor": "an account's id",
    "action": "an action, or how it begins",
    "target": "what was acted on, or how it begins",
    "request": "the id of a request",
    "since": "Unix time in seconds",
    "until": "Unix time in seconds",
}
PAGED: Final = {**FILTERS, "limit": "how many, at most 200", "before": "a number: older lines"}
EXPORTED: Final = {**FILTERS, "format": "jsonl or csv"}


async def get_audit(asked: Asked) -> web.Response:
    """Lines of the trail, newest first, a page at a time."""
    limit = int(_number(asked, "limit", USUAL, 1, MOST) or USUAL)
    before = _number(asked, "before", None, 1, 2**62)
    wanted = wanted_by(asked)
    book = asked.park.archive.audit
    found = await book.page(wanted, limit + 1, None if before is None else int(before))
    page = found[:limit]
    return web.json_response(
        {
            "rows": [told(asked, row) for row in page],
            "next": page[-1].seq if len(found) > limit else None,
        }
    )


async def get_actions(asked: Asked) -> web.Response:
    """Every action that the trail speaks of."""
    return web.json_response({"actions": await asked.park.archive.audit.actions()})


async def get_verification(asked: Asked) -> web.Response:
    """Read the whole trail again and say whether it is whole."""
    found = await asked.park.archive.audit.verify()
    return web.json_response(
        {
            "whole": found.is_whole,
            "fault": found.fault,
            "seq": found.seq,
            "rows": found.rows,
            "first": found.first,
            "head": found.head.seq,
            "hash": found.head.hash,
        }
    )


async def get_export(asked: Asked) -> web.StreamResponse:
    """Lines, oldest first, as JSON lines or CSV."""
    form = asked.request.query.get("format", "jsonl")
    if form not in ("jsonl", "csv"):
        raise RequestError("invalid", [Finding("/format", "not_a_choice")])
    rows = asked.park.archive.audit.run(wanted_by(asked))
    if form == "csv":
        return await _send(asked, "audit.csv", "text/csv", _csv(COLUMNS, _fields(rows)))
    return await _send(asked, "audit.jsonl", "application/jsonl", _lines(rows))


async def get_network_log(asked: Asked) -> web.StreamResponse:
    """Network events of a time as CSV, oldest first."""
    since = _number(asked, "since", 0.0, 0, 1e12) or 0.0
    until = _number(asked, "until", 1e12, 0, 1e12) or 1e12
    events = asked.park.archive.privacy.network_events(since, until)

    async def fields() -> AsyncIterator[Iterable[Any]]:
        async for event in events:
            yield event._replace(address=asked.park.network.address(event))

    return await _send(asked, "network-log.csv", "text/csv", _csv(NetworkEvent._fields, fields()))


def wanted_by(asked: Asked) -> Wanted:
    """The lines that a query asks for; raises RequestError ``invalid``."""
    query = asked.request.query
    texts = {name: query.get(name, "")[:200] for name in ("actor", "action", "target", "request")}
    since, until = (_number(asked, name, None, 0, 1e12) for name in ("since", "until"))
    return Wanted(**texts, since=since, until=until)


def told(asked: Asked, row: AuditRow) -> dict[str, Any]:
    """A line as the API tells it: sides as JSON, the address opened while its key is there."""
    address = asked.park.vault.open(row.actor, row.address) if row.address else None
    return {
        **asdict(row),
        "name": asked.park.accounts.name_of(row.actor),
        "address": address,
        "before": side(row.before),
        "after": side(row.after),
    }


async def _lines(rows: AsyncIterator[AuditRow]) -> AsyncIterator[str]:
    async for row in rows:
        yield as_json(row)


async def _fields(rows: AsyncIterator[AuditRow]) -> AsyncIterator[Iterable[Any]]:
    async for row in rows:
        yield asdict(row).values()


async def _csv(head: Iterable[str], rows: AsyncIterator[Iterable[Any]]) -> AsyncIterator[str]:
    yield as_csv(head)
    async for row in rows:
        yield as_csv(row)


async def _send(
    asked: Asked, name: str, media: str, pieces: AsyncIterator[str]
) -> web.StreamResponse:
    headers = {**attachment(name), "Content-Type": f"{media}; charset=utf-8"}
    answer = web.StreamResponse(headers=headers)
    await answer.prepare(asked.request)
    waiting = ""
    async for piece in pieces:
        waiting += piece
        if len(waiting) > PIECE:
            await answer.write(waiting.encode("utf-8", "replace"))
            waiting = ""
    await answer.write(waiting.encode("utf-8", "replace"))
    await answer.write_eof()
    return answer


def _number(asked: Asked, name: str, usual: float | None, low: float, high: float) -> float | None:
    text = asked.request.query.get(name)
    if not text:
        return usual
    try:
        value = float(text[:24])
    except ValueError:
        raise RequestError("invalid", [Finding(f"/{name}", "not_a_number")]) from None
    if not low <= value <= high:
        raise RequestError("invalid", [Finding(f"/{name}", "out_of_range")])
    return value
