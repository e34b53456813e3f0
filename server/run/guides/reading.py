"""Files that staff teach guides with, read in a child process that can be killed.

Archives and PDFs from anywhere may be made to harm whoever opens them: what unpacks or runs without
end dies in the child, which can open nothing and sees nothing else of the house.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Any, Final, NamedTuple

from scenes.findings import Finding
from server.run.guides.errors import GuideError
from server.run.guides.formats.found import MOST_BYTES, MOST_CHARACTERS
from server.run.worker import Input, Job, Limits, Outcome, Workers

__all__ = ["MOST_BYTES", "MOST_CHARACTERS", "ReadText", "read_bytes", "read_text"]

TASK: Final = "document.read"
OUTPUT: Final = "text.txt"
MIB: Final = 2**20
LIMITS: Final = Limits(
    judge_memory=700 * MIB, memory=700 * MIB, judge_seconds=30.0, seconds=45.0,
    file_bytes=4 * MIB, outputs=1,
)  # fmt: skip
TOO_MUCH: Final = frozenset({"worker_memory", "worker_timeout"})


class ReadText(NamedTuple):
    """A file's text; ``pages`` of a PDF; ``notes``: codes of what staff should know of it."""

    text: str
    pages: int | None = None
    notes: tuple[str, ...] = ()


async def read_text(workers: Workers, path: Path, name: str) -> ReadText:
    """The text of a file called ``name``.

    Raises GuideError: ``document_kind``, ``document_unreadable``, ``document_encrypted``,
    ``document_too_large``, ``document_too_long``, ``document_hostile`` when reading it took more
    time or memory than any honest file needs, and ``worker_crashed`` when no child could be had.
    """
    size = (await asyncio.to_thread(path.stat)).st_size
    if size > MOST_BYTES:
        raise GuideError("document_too_large")
    with tempfile.TemporaryDirectory(prefix="lingjing-") as folder:
        job = Job(TASK, (Input(name, path),), Path(folder), {}, LIMITS)
        outcome = await workers.run(job, short=True)
        _check(outcome)
        text = await asyncio.to_thread(_taken, outcome.outputs.get(OUTPUT))
    return _found(text, outcome.facts)


async def read_bytes(workers: Workers, data: bytes, name: str) -> ReadText:
    """The text of a file at hand; raises as ``read_text``."""
    with tempfile.TemporaryDirectory(prefix="lingjing-") as folder:
        path = Path(folder) / "file"
        await asyncio.to_thread(path.write_bytes, data)
        return await read_text(workers, path, name)


def _check(outcome: Outcome) -> None:
    if outcome.state != "done":
        code = outcome.code or "worker_crashed"
        raise GuideError("document_hostile" if code in TOO_MUCH else code)
    if outcome.verdict != "accept":
        about = outcome.findings[0].about[:200] if outcome.findings else ""
        code = outcome.refusal or "document_unreadable"
        raise GuideError(code, [Finding("/upload", code, "error", about)])


def _taken(path: Path | None) -> str:
    """What the child wrote: nothing that it says is believed unchecked."""
    try:
        text = path.read_bytes().decode("utf-8") if path is not None else ""
    except UnicodeDecodeError:
        text = ""
    if not text or len(text) > MOST_CHARACTERS or "\0" in text:
        raise GuideError("document_unreadable")
    return text


def _found(text: str, facts: Any) -> ReadText:
    pages, notes = facts.get("pages"), facts.get("notes")
    kept = [str(note)[:64] for note in notes[:8]] if isinstance(notes, list) else []
    return ReadText(text, pages if isinstance(pages, int) else None, tuple(kept))
