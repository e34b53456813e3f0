"""Pages of a PDF that somebody handed in, as pictures: the document itself is never opened by a
reader's program, whose PDF viewer may run what is in it, and phones show only its first page.

Drawn in a walled child for each look; nothing of it is kept.
"""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Final, NamedTuple

from scenes.media.policy import MediaPolicy
from server.registration.errors import RegistrationError
from server.run.budgets import limits_of
from server.run.worker import Input, Job, Workers
from server.settings import Settings

MOST_PAGES: Final = 100
SIDE: Final = 1800
"""Longer side of a page's picture, pixels: a licence's small print can be read at this size."""
POLICY: Final = MediaPolicy(max_pages=MOST_PAGES, page_side=SIDE)


class PageSize(NamedTuple):
    """A page's picture, pixels."""

    width: int
    height: int


async def page_sizes(workers: Workers, settings: Settings, data: bytes) -> list[PageSize]:
    """How large each page is; raises RegistrationError ``document_broken``."""
    sizes, _ = await _ask(workers, settings, data, 0)
    return sizes


async def draw_page(workers: Workers, settings: Settings, data: bytes, number: int) -> bytes:
    """One page as WebP, counted from 1; raises RegistrationError ``document_broken``."""
    _, picture = await _ask(workers, settings, data, number)
    if not picture:
        raise RegistrationError("document_broken")
    return picture


async def _ask(
    workers: Workers, settings: Settings, data: bytes, number: int
) -> tuple[list[PageSize], bytes]:
    with tempfile.TemporaryDirectory(prefix="lingjing-") as folder:
        source, out = Path(folder) / "source", Path(folder) / "out"
        await asyncio.to_thread(_lay, source, out, data)
        job = Job(
            "document.page",
            (Input("document.pdf", source),),
            out,
            {"policy": asdict(POLICY), "page": number},
            limits_of(settings),
        )
        outcome = await workers.run(job, short=True)
        if outcome.state != "done" or outcome.verdict != "accept":
            raise RegistrationError("document_broken")
        sizes = [PageSize(*size) for size in outcome.facts["pages"]]
        drawn = outcome.outputs.get("page.webp")
        return sizes, await asyncio.to_thread(drawn.read_bytes) if drawn else b""


def _lay(source: Path, out: Path, data: bytes) -> None:
    source.write_bytes(data)
    out.mkdir()
