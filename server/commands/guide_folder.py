"""A folder of documents as a guide's records; what cannot be read is told and passed over."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from avatars.guides.knowledge.document import Document
from avatars.guides.knowledge.plain import document_of
from server.errors import words
from server.run.guides.errors import GuideError
from server.run.guides.formats.found import MOST_BYTES, MOST_CHARACTERS, FormatError
from server.run.guides.formats.kinds import kind_of
from server.run.guides.formats.plain import decoded

Tell = Callable[[str], None]
ENDINGS: Final = (".md", ".markdown", ".txt", ".text", ".csv", ".pdf", ".docx")
BOM: Final = b"\xef\xbb\xbf"


def documents(folder: Path, tell: Tell) -> list[Document]:
    """Every document below a folder, its id the path from there; hidden files are left out."""
    paths = [path for path in sorted(folder.rglob("*")) if _is_ours(path, folder)]
    texts = {path: _read(path, tell) for path in paths if not _needs_worker(path)}
    texts |= _from_worker([path for path in paths if path not in texts], tell)
    return [
        document_of(path.relative_to(folder).as_posix(), text)
        for path in paths
        if (text := texts.get(path)) is not None and text.strip()
    ]


def _is_ours(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    return not hidden and path.suffix.lower() in ENDINGS and path.is_file()


def _needs_worker(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return kind_of(path.name, file.read(2048)) in ("pdf", "docx")
    except (OSError, FormatError):
        return path.suffix.lower() in (".pdf", ".docx")


def _read(path: Path, tell: Tell) -> str | None:
    """A plain file's text as Python reads text: line ends are ``\\n``, a byte order mark stays."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FormatError("document_too_large")
        data = path.read_bytes()
        text = ("\ufeff" if data.startswith(BOM) else "") + decoded(data)
    except OSError as error:
        tell(f"{path.name}: {error.strerror}")
        return None
    except FormatError as error:
        tell(f"{path.name}: {_words(error.code)}")
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")[:MOST_CHARACTERS]


def _from_worker(paths: list[Path], tell: Tell) -> dict[Path, str]:
    return asyncio.run(_all(paths, tell)) if paths else {}


async def _all(paths: Iterable[Path], tell: Tell) -> dict[Path, str]:
    from server.run.guides.reading import read_text
    from server.run.worker import Workers

    workers, found = Workers(1), {}
    try:
        for path in paths:
            try:
                found[path] = (await read_text(workers, path, path.name)).text
            except GuideError as error:
                tell(f"{path.name}: {_words(error.code)}")
            except OSError as error:
                tell(f"{path.name}: {error.strerror}")
    finally:
        await workers.close()
    return found


def _words(code: str) -> str:
    return f"{code}: {words(code, 'zh')} / {words(code, 'en')}"
