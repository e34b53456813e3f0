"""Opens the doors: one TCP port for pages, API and live socket, and the unix socket."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import json
import os
import ssl
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from server.errors import lang_of, words
from server.net.application import make_application
from server.net.front import Doors, Entrance
from server.net.live import LiveDoor, Refusal, UpgradeInfo
from server.net.live_gate import ParkGate
from server.run.park import Park
from server.run.secrets import short_id

GOODBYE_SECONDS = 3.0


class PortTakenError(Exception):
    """Somebody else listens on the port."""


@dataclass(slots=True)
class OpenDoors:
    """The park's listening sockets. ``port`` is the one that was really taken."""

    port: int
    _server: asyncio.Server
    _live: LiveDoor
    _gate: ParkGate
    _runners: list[web.AppRunner]
    _socket: Path

    async def close(self) -> None:
        """Take no more visitors, say goodbye to those inside, end what remains."""
        self._server.close()
        self._live.stop()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._gate.empty.wait(), GOODBYE_SECONDS)
        self._live.cut()
        for runner in self._runners:
            await runner.cleanup()
        await asyncio.to_thread(self._socket.unlink, missing_ok=True)


async def open_doors(park: Park, tls: ssl.SSLContext | None) -> OpenDoors:
    """Listen as the settings say; raises PortTakenError."""
    settings = park.settings
    pages = await _runner(park, local=False)
    local = await _runner(park, local=True)
    gate = ParkGate(park)
    live = LiveDoor(gate, short_id, render=_render)
    assert pages.server is not None
    doors = Doors(live.protocol, pages.server)
    entrance = Entrance(doors, settings.max_per_address)
    host = None if settings.lan and settings.host == "127.0.0.1" else settings.host
    loop = asyncio.get_running_loop()
    try:
        server = await loop.create_server(
            entrance, host, settings.port, ssl=tls, backlog=1024, reuse_address=True
        )
    except OSError as error:
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            raise PortTakenError(str(settings.port)) from error
        raise
    live.start()
    await _open_socket(local, settings.socket)
    port = int(server.sockets[0].getsockname()[1])
    return OpenDoors(port, server, live, gate, [pages, local], settings.socket)


async def _runner(park: Park, *, local: bool) -> web.AppRunner:
    """aiohttp's side of a door. It inflates no bodies (a small one can become a huge one)."""
    runner = web.AppRunner(
        make_application(park, local=local),
        access_log=None,
        auto_decompress=False,
        keepalive_timeout=30.0,
        max_line_size=8190,
        max_field_size=8190,
    )
    await runner.setup()
    return runner


async def _open_socket(runner: web.AppRunner, path: Path) -> None:
    """The unix socket: whoever can open it owns the park, so only its owner can."""
    await asyncio.to_thread(path.unlink, missing_ok=True)
    before = os.umask(0o177)
    try:
        await web.UnixSite(runner, str(path)).start()
    finally:
        os.umask(before)


def _render(refusal: Refusal, request: UpgradeInfo) -> bytes:
    told = words(refusal.code, lang_of(request.headers.get("accept-language")))
    body = {"code": refusal.code, "message": told, "details": [], "request_id": request.id}
    return json.dumps(body, ensure_ascii=False).encode()
