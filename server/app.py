"""Puts the house together and runs it until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import ssl
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import uvloop

from server.log import configure, logger
from server.net.doors import OpenDoors, open_doors
from server.outside.addresses import host_names, lan_address, local_addresses
from server.outside.certificates import local_certificate
from server.run.exhibits import keep_asset
from server.run.park import Park
from server.settings import Settings
from server.store.archive import Archive
from server.store.blobs import Blobs

log = logger("app")
Say = Callable[[str], None]
DEMO, BEGUN = "demo", "begun"
"""The archive remembers that a demo is being made, so that a cut-off one is made anew."""


@dataclass(frozen=True, slots=True)
class Running:
    """A park that serves: its objects, and the addresses that lead in."""

    park: Park
    doors: OpenDoors
    visitor_url: str
    lan_url: str | None

    def operator_url(self, secret: str) -> str:
        """The address that signs the operator in, once."""
        return f"{self.visitor_url}/operator?key={secret}"


def run(settings: Settings, ready: Callable[[Running, str], None], say: Say) -> None:
    """Serve until SIGINT or SIGTERM. ``ready`` is called once, with a one-time link's secret."""
    configure(settings.log_format, settings.log_level)
    uvloop.run(_serve(settings, ready, say))


async def _serve(settings: Settings, ready: Callable[[Running, str], None], say: Say) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with running(settings, say) as house:
        ready(house, await house.park.sessions.make_link())
        await stop.wait()
        say("正在停止 / stopping…")


@contextlib.asynccontextmanager
async def running(settings: Settings, say: Say = lambda words: None) -> AsyncIterator[Running]:
    """A park that serves as long as the context lasts.

    Raises StoreError when the data folder cannot be used, PortTakenError when the port cannot.
    """
    archive = await Archive.open(settings.data)
    try:
        blobs = Blobs(settings.data / "blobs")
        park = Park(settings, archive, blobs)
        if settings.demo and await wants_demo(archive):
            await make_demo(park, say)
        await park.start()
        doors = await open_doors(park, _tls(settings))
        try:
            yield _addresses(park, doors)
        finally:
            await park.stop()
            await doors.close()
            await blobs.close()
    finally:
        await archive.close()


async def wants_demo(archive: Archive) -> bool:
    """True when the archive is empty, or holds a demo park whose making was cut off."""
    return not await archive.halls() or await archive.meta(DEMO) == BEGUN


async def make_demo(park: Park, say: Say) -> None:
    """Build the demo park into an empty archive."""
    from scenes.demo import build_demo  # the builder is large, and most starts do not need it

    say("正在建造示范园区，首次约需半分钟 / building the demo park, once…")
    demo = await asyncio.to_thread(build_demo)
    await park.archive.set_meta(DEMO, BEGUN)
    for remains in await park.archive.halls():
        await park.archive.delete_hall(remains)
    # The smallest first: they are compressed in this order, and first views are made of them.
    for data in sorted(demo.assets.values(), key=len):
        await keep_asset(park, data)
    await park.archive.set_meta("park_name", dict(demo.name))
    for document in demo.halls.values():
        hall = {**document["hall"], "capacity": park.settings.capacity}
        await park.add_hall({**document, "hall": hall})
    park.halls.clear()
    await park.archive.set_meta(DEMO, "made")


def _addresses(park: Park, doors: OpenDoors) -> Running:
    settings = park.settings
    secure = settings.lan or bool(settings.tls_certificate)
    scheme = "https" if secure else "http"
    url = settings.public_url or f"{scheme}://localhost:{doors.port}"
    park.address = url
    address = lan_address() if settings.lan else None
    if address is not None and ":" in address:
        address = f"[{address}]"
    return Running(park, doors, url, f"{scheme}://{address}:{doors.port}" if address else None)


def _tls(settings: Settings) -> ssl.SSLContext | None:
    """The operator's certificate, else in LAN mode one of our own, else none."""
    if settings.tls_certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(settings.tls_certificate, settings.tls_key)
        return context
    if not settings.lan:
        return None
    folder = settings.data / "secrets"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = local_certificate(folder, [*host_names(), *local_addresses()], datetime.now(UTC))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(made.file)
    return context


__all__ = ["Running", "make_demo", "run", "running"]
