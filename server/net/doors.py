"""Opens the doors: one TCP port for pages, API and live socket, and the unix socket."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import json
import os
import resource
import socket
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from aiohttp import web

from server.errors import lang_of, words
from server.net.application import make_application
from server.net.front import IN_ALL, Doors, Entrance
from server.net.listening import port_taken
from server.net.live import LiveDoor, Refusal, UpgradeInfo
from server.net.live_gate import ParkGate
from server.net.patience import LIMITS, UNREAD_SECONDS, PatientHandler
from server.run.park import Park
from server.run.secrets import short_id

GOODBYE_SECONDS = 3.0
TLS_SECONDS = 10.0
OWN_FILES = 128
"""Open files that are kept back for databases, blobs and pages."""


@dataclass(slots=True)
class OpenDoors:
    """The park's listening sockets. ``port`` is the one that was really taken."""

    port: int
    _servers: list[asyncio.Server]
    _live: LiveDoor
    _gate: ParkGate
    _runners: list[web.AppRunner]
    _socket: Path

    async def close(self) -> None:
        """Take no more visitors, say goodbye to those inside, end what remains."""
        for server in self._servers:
            server.close()
        self._live.stop()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._gate.empty.wait(), GOODBYE_SECONDS)
        self._live.cut()
        for runner in self._runners:
            await runner.cleanup()
        await asyncio.to_thread(self._socket.unlink, missing_ok=True)


async def open_doors(
    park: Park, sockets: Sequence[socket.socket], tls: ssl.SSLContext | None
) -> OpenDoors:
    """Listen on bound sockets; raises PortTakenError."""
    settings = park.settings
    pages = await _runner(park, local=False)
    local = await _runner(park, local=True)
    gate = ParkGate(park)
    live = LiveDoor(gate, short_id, render=_render)
    assert pages.server is not None
    doors = Doors(live.protocol, partial(PatientHandler, pages.server, UNREAD_SECONDS))
    entrance = Entrance(
        doors,
        settings.max_per_address,
        in_all=_most_connections(),
        trusted=settings.trusted_proxies,
    )
    port = int(sockets[0].getsockname()[1])
    opened = OpenDoors(port, [], live, gate, [pages, local], settings.socket)
    try:
        for one in sockets:
            opened._servers.append(await _listen(entrance, one, tls))
        await _open_socket(local, settings.socket)
    except BaseException:
        await opened.close()
        raise
    live.start()
    return opened


async def _listen(
    entrance: Entrance, bound: socket.socket, tls: ssl.SSLContext | None
) -> asyncio.Server:
    """A peer that does not get on with its TLS handshake is not waited for."""
    seconds = TLS_SECONDS if tls else None
    loop = asyncio.get_running_loop()
    try:
        return await loop.create_server(
            entrance,
            sock=bound,
            ssl=tls,
            backlog=1024,
            ssl_handshake_timeout=seconds,
            ssl_shutdown_timeout=seconds,
        )
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise port_taken(bound.getsockname()[1]) from error
        raise


def _most_connections() -> int:
    """Every connection is an open file, and the archive needs some of them too."""
    files = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    return IN_ALL if files == resource.RLIM_INFINITY else max(files - OWN_FILES, OWN_FILES)


async def _runner(park: Park, *, local: bool) -> web.AppRunner:
    """aiohttp's side of a door."""
    application = make_application(park, local=local)
    runner = web.AppRunner(application, shutdown_timeout=GOODBYE_SECONDS, **LIMITS)
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
