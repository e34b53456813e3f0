"""Copies as zips: of everything known of a person, of an exhibit, of a medium."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from aiohttp import web

from server.net.blob_response import SANDBOX
from server.net.originals import PIECE, Sink, attachment, safe_name
from server.net.route import Asked
from server.store.doing import DOING

Member = tuple[str, Path | bytes]
"""A name inside the zip, and what stands there."""


async def send_copy(asked: Asked, person: str) -> web.StreamResponse:
    """Everything that is known of a person, as a zip."""
    copy = await asked.park.privacy.copy(person)
    await told_first(asked)
    blobs = asked.park.blobs
    members: list[Member] = [("person.json", as_json(copy.told))]
    members += [
        (f"files/{file.name}", blobs.path(file.sha)) for file in copy.files if blobs.has(file.sha)
    ]
    return await send_zip(asked, f"person-{person}.zip", members)


async def told_first(asked: Asked) -> None:
    """Have a reading in the audit trail before its first byte goes out."""
    act = DOING.get()
    if act is not None and not act.written:
        await asked.park.archive.audit.append(act)


def as_json(value: Any) -> bytes:
    """JSON for people to read."""
    return json.dumps(value, ensure_ascii=False, indent=1, default=str).encode("utf-8", "replace")


async def send_zip(asked: Asked, name: str, members: Iterable[Member]) -> web.StreamResponse:
    """A zip, piece by piece."""
    headers = {**SANDBOX, **attachment(name), "Content-Type": "application/zip"}
    answer = web.StreamResponse(headers=headers)
    await answer.prepare(asked.request)
    pieces = zipped(members)
    while (piece := await asyncio.to_thread(next, pieces, None)) is not None:
        if piece:
            await answer.write(piece)
    await answer.write_eof()
    return answer


def zipped(members: Iterable[Member]) -> Iterator[bytes]:
    """A zip of files and texts, piece by piece; the same ones give the same bytes."""
    sink = Sink()
    taken: set[str] = set()
    with ZipFile(sink, "w", ZIP_STORED) as archive:
        for place, (name, content) in enumerate(members):
            inside = safe_name(name)
            if not inside or inside in taken:
                inside = f"{place}-{inside or 'file'}"
            taken.add(inside)
            with archive.open(ZipInfo(inside), "w") as member:
                for piece in _pieces(content):
                    member.write(piece)
                    yield sink.take()
    yield sink.take()


def _pieces(content: Path | bytes) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
        return
    with content.open("rb") as source:
        while piece := source.read(PIECE):
            yield piece
