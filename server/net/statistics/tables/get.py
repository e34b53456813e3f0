"""A table as a file over HTTP: CSV or Excel, of what one may read, filtered as the list is."""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.parse import quote

from aiohttp import web

from server.errors import RequestError, lang_of
from server.net.gate import LANG, SECURITY_HEADERS
from server.net.route import Asked
from server.net.statistics.spans import span_of
from server.net.statistics.tables.cells import csv_lines
from server.net.statistics.tables.registry import TABLES
from server.net.statistics.tables.table import Table
from server.outside.spreadsheet import Cell, Workbook

TYPES: Final = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
MARK: Final = b"\xef\xbb\xbf"
"""Tells Excel that a CSV file is UTF-8."""
PIECE: Final = 1 << 16
QUERY: Final = {
    "lang": "zh-CN or en: the language of heads and words",
    "offset": "minutes that the reader's clock is ahead of UTC",
}


async def get_table(asked: Asked) -> web.StreamResponse:
    """A whole table, written to a file first: whatever is wrong is known before the answer."""
    table = TABLES.get(asked.request.match_info["table"])
    if table is None:
        raise RequestError("not_found")
    kind = asked.request.match_info["kind"]
    lang = lang_of(asked.request.query.get("lang"), asked.request[LANG])
    with tempfile.TemporaryDirectory(prefix="lingjing-") as folder:
        path = Path(folder) / f"table.{kind}"
        write = _write_csv if kind == "csv" else _write_workbook
        await write(path, table, lang, _cells(asked, table, lang))
        return await _send(asked, path, f"{table.title(lang)}-{_today(asked)}.{kind}", TYPES[kind])


async def _cells(asked: Asked, table: Table, lang: str) -> AsyncIterator[list[list[Cell]]]:
    ahead = span_of(asked).ahead // 60
    async for page in table.pages(asked):
        yield [[column.cell(row, lang, ahead) for column in table.columns] for row in page]


async def _write_csv(
    path: Path, table: Table, lang: str, pages: AsyncIterator[list[list[Cell]]]
) -> None:
    head = csv_lines([[column.title(lang) for column in table.columns]])
    with await asyncio.to_thread(path.open, "wb") as file:
        await asyncio.to_thread(file.write, MARK + head)
        async for rows in pages:
            await asyncio.to_thread(file.write, csv_lines(rows))


async def _write_workbook(
    path: Path, table: Table, lang: str, pages: AsyncIterator[list[list[Cell]]]
) -> None:
    head = [column.title(lang) for column in table.columns]
    book = await asyncio.to_thread(Workbook, path, table.title(lang), head)
    try:
        async for rows in pages:
            await asyncio.to_thread(book.add, rows)
    finally:
        await asyncio.to_thread(book.close)


async def _send(asked: Asked, path: Path, name: str, media: str) -> web.StreamResponse:
    plain = f"table{path.suffix}"
    answer = web.StreamResponse(
        headers={
            **SECURITY_HEADERS,
            "Content-Type": media,
            "Content-Disposition": f"attachment; filename={plain}; filename*=UTF-8''{quote(name)}",
            "Cache-Control": "no-store",
        }
    )
    answer.content_length = (await asyncio.to_thread(path.stat)).st_size
    await answer.prepare(asked.request)
    with contextlib.suppress(ConnectionError), path.open("rb") as file:
        while piece := await asyncio.to_thread(file.read, PIECE):
            await answer.write(piece)
        await answer.write_eof()
    return answer


def _today(asked: Asked) -> str:
    now = asked.park.clock.now() + span_of(asked).ahead
    return datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%d")
