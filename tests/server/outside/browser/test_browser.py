"""A real browser: answered from here alone, and gone with all its children when it is closed."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from server.outside.browser.errors import PageError
from server.outside.browser.page import Answer, Page
from server.outside.browser.process import RENDERERS, Process, start
from tools import chromium

PROGRAM = chromium.executable()
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="no Chromium on this machine")
HTML = b"""<!doctype html><script>
async function reach(url) {
  try { return (await fetch(url, { mode: 'no-cors' })).type; } catch { return 'blocked'; }
}
async function fail() { throw new Error('not today'); }
</script>"""
PATIENCE = 60.0


def answers(path: str) -> Answer | None:
    known = {"/page": Answer(HTML, "text/html"), "/data": Answer(b"x", "text/plain")}
    return known.get(path)


@asynccontextmanager
async def running() -> AsyncIterator[Process]:
    assert PROGRAM is not None
    process = await start(PROGRAM, RENDERERS[-1])
    try:
        yield process
    finally:
        await process.close()


async def test_a_page_reaches_us_and_nobody_else() -> None:
    knocks: list[bytes] = []

    async def knocked(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        knocks.append(await reader.read(100))
        writer.close()

    server = await asyncio.start_server(knocked, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with asyncio.timeout(PATIENCE), running() as process:
        page = await Page.open(process.wire, "/page", answers, (320, 200))
        assert await page.call("reach", "/data") == "basic"
        for url in (
            "/none",
            f"http://127.0.0.1:{port}/",
            "https://example.com/",
            "file:///etc/passwd",
        ):
            assert await page.call("reach", url) == "blocked"
        await page.close()
    server.close()
    await server.wait_closed()
    assert knocks == []


async def test_what_a_page_throws_is_its_own_fault() -> None:
    async with asyncio.timeout(PATIENCE), running() as process:
        page = await Page.open(process.wire, "/page", answers, (320, 200))
        with pytest.raises(PageError, match="not today"):
            await page.call("fail")
        assert process.alive


async def test_closing_ends_every_child_and_leaves_no_folder() -> None:
    async with asyncio.timeout(PATIENCE), running() as process:
        await process.wire.call("Browser.getVersion")
        group, profile = process._child.pid, process._profile
        assert profile in _folders(profile.parent)
    assert _members(group) == []
    assert profile not in _folders(profile.parent)


def _folders(parent: Path) -> set[Path]:
    return set(parent.iterdir())


def _members(group: int) -> list[int]:
    """Living processes of a group; the dead that nobody has buried yet do not count."""
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            _, _, rest = Path("/proc", name, "stat").read_text().rpartition(")")
        except OSError:
            continue
        state, _, their_group = rest.split()[:3]
        if int(their_group) == group and state != "Z":
            found.append(int(name))
    return found
