"""Takes pictures of exhibits and of films with a browser that nobody sees."""

from __future__ import annotations

import asyncio
import base64
import binascii
from pathlib import Path
from typing import Any, Final

from server.log import logger
from server.outside.browser.errors import BrowserError, PageError
from server.outside.browser.page import Answer, Page
from server.outside.browser.process import RENDERERS, Process, start

__all__ = ["Photographer"]

log = logger("browser")
PAGE: Final = "/client/poster.html"
PIECE: Final = 4 * 2**20
"""Bytes that the page gets by one request."""
MOST_BYTES: Final = 256 * 2**20
IDLE_SECONDS: Final = 60.0
"""How long the browser is kept for a next picture."""
LEAST_CONTRAST: Final = 10.0
"""Of 255: the least difference within a row of a picture that shows something."""
KINDS: Final = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
}


class Photographer:
    """One browser: started for the first picture, ended when none has been taken for long.

    ``program`` is the browser, ``pages`` the folder of the built client.
    """

    def __init__(self, program: Path | None, pages: Path) -> None:
        self._program = program
        self._pages = pages
        self._process: Process | None = None
        self._renderer = 0
        self._draws = False
        self._turn = asyncio.Lock()
        self._ending: asyncio.TimerHandle | None = None
        self._chores: set[asyncio.Task[None]] = set()

    @property
    def ready(self) -> bool:
        """Whether there is anything to take pictures with."""
        return self._program is not None and (self._pages / "poster.html").is_file()

    async def picture(
        self, glb: bytes, *, width: int = 1024, height: int = 768, seconds: float = 20.0
    ) -> bytes | None:
        """A WebP picture of a GLB, three-quarters from the front; None when there can be none.

        Never raises for a bad file, a browser that is not there or one that dies.
        """
        return await self._take(
            glb, (width, height), seconds, "poster.picture", width, height, "image/webp"
        )

    async def frame(
        self, video: bytes, mime: str, *, width: int = 1280, seconds: float = 20.0
    ) -> bytes | None:
        """A WebP picture of a film a moment after its beginning; None when there can be none."""
        return await self._take(
            video, (640, 360), seconds, "poster.frame", mime, width, "image/webp"
        )

    async def wake(self) -> None:
        """Have the browser running: somebody will want a picture in a moment."""
        if not self.ready or self._process is not None:
            return
        async with self._turn:
            try:
                await self._running()
            except (BrowserError, OSError) as error:
                log.warning("no_browser", error=type(error).__name__, about=str(error)[:200])
                await self._end()
            finally:
                self._end_when_idle()

    async def close(self) -> None:
        """End the browser."""
        if self._ending is not None:
            self._ending.cancel()
        async with self._turn:
            await self._end()

    async def _take(
        self, data: bytes, size: tuple[int, int], seconds: float, function: str, *words: Any
    ) -> bytes | None:
        if not self.ready or not data or len(data) > MOST_BYTES:
            return None
        async with self._turn:
            try:
                async with asyncio.timeout(seconds):
                    return await self._photograph(data, size, function, *words)
            except PageError as error:
                log.info("no_picture", about=str(error).partition("\n")[0])
                return None
            except (BrowserError, TimeoutError, OSError) as error:
                log.warning("no_picture", error=type(error).__name__, about=str(error)[:200])
                await self._end()
                return None
            except asyncio.CancelledError:
                await self._end()
                raise
            finally:
                self._end_when_idle()

    async def _photograph(
        self, data: bytes, size: tuple[int, int], function: str, *words: Any
    ) -> bytes | None:
        pieces = -(-len(data) // PIECE)
        page = await self._open(data, size)
        try:
            return _developed(await page.call(function, pieces, *words))
        finally:
            await page.close()

    async def _open(self, data: bytes, size: tuple[int, int]) -> Page:
        """A page that can draw; the next way to draw is tried when this one cannot."""
        while True:
            process = await self._running()
            page = await Page.open(process.wire, PAGE, lambda path: self._answer(path, data), size)
            if self._draws or await page.call("poster.canDraw"):
                self._draws = True
                return page
            await self._end()
            self._renderer += 1
            if self._renderer >= len(RENDERERS):
                self._renderer = 0
                raise BrowserError("no WebGL 2")

    async def _running(self) -> Process:
        if self._process is None or not self._process.alive:
            await self._end()
            assert self._program is not None
            self._process = await start(self._program, RENDERERS[self._renderer])
        return self._process

    async def _end(self) -> None:
        process, self._process, self._draws = self._process, None, False
        if process is not None:
            await process.close()

    def _end_when_idle(self) -> None:
        if self._ending is not None:
            self._ending.cancel()
        self._ending = asyncio.get_running_loop().call_later(IDLE_SECONDS, self._retire)

    def _retire(self) -> None:
        chore = asyncio.create_task(self.close())
        self._chores.add(chore)
        chore.add_done_callback(self._chores.discard)

    def _answer(self, path: str, data: bytes) -> Answer | None:
        """A file of the built client, or a piece of what is photographed."""
        if path.startswith("/piece/"):
            at = int(path.removeprefix("/piece/")) * PIECE
            return Answer(data[at : at + PIECE], "application/octet-stream")
        file = (self._pages / path.removeprefix("/client/")).resolve()
        if not file.is_relative_to(self._pages.resolve()) or not file.is_file():
            return None
        return Answer(file.read_bytes(), KINDS.get(file.suffix, "application/octet-stream"))


def _developed(told: Any) -> bytes | None:
    """The picture that the page hands over, unless nothing is on it."""
    try:
        if float(told["contrast"]) < LEAST_CONTRAST:
            log.warning("no_picture", about="blank")
            return None
        return base64.b64decode(told["data"], validate=True)
    except (KeyError, TypeError, ValueError, binascii.Error) as error:
        raise PageError("the page answered strangely") from error
