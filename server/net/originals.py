"""What was uploaded, byte for byte, as an attachment: the one file, or the several in a zip."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final
from urllib.parse import quote
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from aiohttp import web

from server.errors import RequestError
from server.net.blob_response import SANDBOX, BlobResponse
from server.net.route import Asked
from server.store.exhibit_records import ExhibitFile, StoredRevision

PIECE: Final = 1 << 20
LONGEST_NAME: Final = 150


async def get_original(asked: Asked) -> web.StreamResponse:
    """The upload that a revision was made of."""
    exhibit, number = asked.request.match_info["exhibit"], int(asked.request.match_info["number"])
    revision = await asked.park.archive.exhibits.revision(exhibit, number)
    files = [file for file in revision.files if file.role == "original"]
    if not files or not all(asked.park.blobs.has(file.sha) for file in files):
        raise RequestError("not_found")
    if len(files) == 1:
        return original_answer(asked, files[0].sha, files[0].name)
    return await _send_zip(asked, revision, files)


UNTOLD: Final = "application/octet-stream"


def original_answer(asked: Asked, sha: str, name: str) -> web.StreamResponse:
    """One file that was uploaded, to be kept under its name; raises RequestError ``not_found``."""
    if not asked.park.blobs.has(sha):
        raise RequestError("not_found")
    headers = {**SANDBOX, **attachment(name), "Content-Type": UNTOLD}
    return BlobResponse(asked.park.blobs.path(sha), sha, headers)


def attachment(name: str) -> dict[str, str]:
    """The header that has a browser keep a file under its name (RFC 6266, RFC 8187)."""
    name = safe_name(name).rpartition("/")[2] or "file"
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "._- ") else "_" for c in name)
    value = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    return {"Content-Disposition": value}


def safe_name(name: str) -> str:
    """A relative path that leads nowhere else, without what would upset a terminal or a shell."""
    parts = name.replace("\\", "/").split("/")
    kept = [part for part in parts if part.strip(". ")]
    clean = "/".join("".join(c if c.isprintable() else "_" for c in part) for part in kept)
    return clean[-LONGEST_NAME:].lstrip("/")


async def _send_zip(
    asked: Asked, revision: StoredRevision, files: Iterable[ExhibitFile]
) -> web.StreamResponse:
    name = f"{revision.exhibit}-{revision.number}.zip"
    headers = {**SANDBOX, **attachment(name), "Content-Type": "application/zip"}
    answer = web.StreamResponse(headers=headers)
    await answer.prepare(asked.request)
    pieces = zipped((file.name, asked.park.blobs.path(file.sha)) for file in files)
    while (piece := await asyncio.to_thread(next, pieces, None)) is not None:
        if piece:
            await answer.write(piece)
    await answer.write_eof()
    return answer


def zipped(files: Iterable[tuple[str, Path]]) -> Iterator[bytes]:
    """A zip of files as they are, piece by piece; the same files give the same bytes."""
    sink = Sink()
    taken: set[str] = set()
    with ZipFile(sink, "w", ZIP_STORED) as archive:
        for place, (name, path) in enumerate(files):
            inside = safe_name(name)
            if not inside or inside in taken:
                inside = f"{place}-{inside or 'file'}"
            taken.add(inside)
            with path.open("rb") as source, archive.open(ZipInfo(inside), "w") as member:
                while piece := source.read(PIECE):
                    member.write(piece)
                    yield sink.take()
    yield sink.take()


class Sink(io.RawIOBase):
    """Takes what a zip writes and hands it on; nobody can seek in it."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        """It takes bytes."""
        return True

    def write(self, data: object) -> int:
        """Take a piece."""
        piece = bytes(data)  # type: ignore[call-overload]
        self._pieces.append(piece)
        return len(piece)

    def take(self) -> bytes:
        """What has come since the last time."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)
