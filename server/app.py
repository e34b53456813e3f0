"""Puts the house together and runs it until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import resource
import signal
import ssl
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import uvloop

from server.log import configure, logger
from server.net.doors import OpenDoors, open_doors
from server.net.hosts import names_in
from server.net.listening import LOOPBACK, bind
from server.net.pages import DIST
from server.outside.addresses import host_names, lan_address, local_addresses
from server.outside.browser import Photographer, find_browser
from server.outside.certificates import local_certificate
from server.run.jobs.poster import Photograph
from server.run.park import Park
from server.run.site.starting import build, wants_demo
from server.settings import Settings, SettingsError
from server.store.archive import Archive
from server.store.blobs import Blobs
from server.store.errors import StoreError

log = logger("app")
Say = Callable[[str], None]
OURS = frozenset({"park.db", "park.db.new", "park.lock", "blobs", "secrets", "quarantine"})
"""What a park's folder holds, from its first moment on."""
MOST_FILES = 65_536
POSTER = Photograph(b"", 1024, 768)
"""The size of an exhibit's picture."""


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
    _allow_many_files()
    uvloop.run(_serve(settings, ready, say))


def _allow_many_files() -> None:
    """Each connection is an open file, and many systems give a program few until it asks."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


async def _serve(settings: Settings, ready: Callable[[Running, str], None], say: Say) -> None:
    # Until the doors are open a signal ends the process at once: nothing is lost by that.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    async with running(settings, say) as house:
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop.set)
        ready(house, await house.park.sessions.make_link())
        house.park.workers_wanted()  # the first upload shall not wait for it
        await stop.wait()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)  # a second one does not wait
        say("正在停止 / stopping…")


@contextlib.asynccontextmanager
async def running(settings: Settings, say: Say = lambda words: None) -> AsyncIterator[Running]:
    """A park that serves as long as the context lasts.

    Raises StoreError when the data folder cannot be used, CannotListenError when the address
    cannot, SettingsError when the certificate cannot.
    """
    async with contextlib.AsyncExitStack() as stack:
        refuse_foreign(settings.data)
        archive = await Archive.open(settings.data, settings.database)
        stack.push_async_callback(archive.close)
        with _telling_of(settings.data):
            blobs = Blobs(settings.data / "blobs", settings.max_exhibit_bytes)
            stack.push_async_callback(blobs.close)
            tls = _tls(settings)
        # Before the demo is built: a port that is taken is said at once.
        sockets = bind(settings.host, settings.port, everywhere=_is_everywhere(settings))
        for one in sockets:
            stack.callback(one.close)
        park = Park(settings, archive, blobs)
        stack.callback(park.vault.close)
        park.names = _own_names(settings)
        stack.push_async_callback(_engage_photographer(park).close)
        if settings.demo and await wants_demo(archive):
            await make_demo(park, say)
        stack.push_async_callback(park.stop)
        await park.start()
        with _telling_of(settings.data):
            doors = await open_doors(park, sockets, tls)
        stack.push_async_callback(doors.close)
        stack.push_async_callback(park.stop)
        yield _addresses(park, doors)


def _engage_photographer(park: Park) -> Photographer:
    """Have uploads photographed where this machine has a browser. It is started when needed."""
    photographer = Photographer(find_browser(park.settings.browser), DIST)

    async def photograph(glb: bytes) -> Photograph | None:
        data = await photographer.picture(glb, width=POSTER.width, height=POSTER.height)
        return POSTER._replace(data=data) if data else None

    if photographer.ready:
        park.photographer = photograph
        park.wake_photographer = lambda: park.performer.start(photographer.wake())
        park.film_photographer = photographer.frame
    return photographer


def refuse_foreign(folder: Path) -> None:
    """Leave a folder alone that holds other things than a park: it would be closed to others.

    Raises StoreError ``archive_foreign``.
    """
    with _telling_of(folder):
        found = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    if found and not found & OURS:
        raise StoreError("archive_foreign", f"{folder} holds other things than a park's")


@contextlib.contextmanager
def _telling_of(folder: Path) -> Iterator[None]:
    """What the system says of files, in a code and one line."""
    try:
        yield
    except OSError as error:
        about = error.filename or folder
        raise StoreError("archive_failed", f"{about}: {error.strerror or error}") from error


def _is_everywhere(settings: Settings) -> bool:
    return settings.lan and settings.host == LOOPBACK


def _own_names(settings: Settings) -> frozenset[str]:
    """By which names, besides addresses and local ones, browsers may ask for this park."""
    urls = names_in([settings.public_url, *settings.allowed_origins])
    return frozenset(urls | set(host_names()) | {settings.host.lower()})


async def make_demo(park: Park, say: Say) -> None:
    """Build the demo park into an empty archive, before the park starts."""
    say("正在建造示范园区，首次约需半分钟 / building the demo park, once…")
    await build(park)
    park.halls.clear()


def _addresses(park: Park, doors: OpenDoors) -> Running:
    settings = park.settings
    url = settings.public_url or settings.local_url(doors.port)
    park.address = url
    address = lan_address() if settings.lan else None
    if address is not None and ":" in address:
        address = f"[{address}]"
    return Running(park, doors, url, f"https://{address}:{doors.port}" if address else None)


def _tls(settings: Settings) -> ssl.SSLContext | None:
    """The operator's certificate, else in LAN mode one of our own, else none."""
    if settings.tls_certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        try:
            # Without a password here, a key that wants one would ask for it at the terminal.
            context.load_cert_chain(settings.tls_certificate, settings.tls_key, password="")
        except OSError as error:
            words = f"LINGJING_TLS_CERTIFICATE, LINGJING_TLS_KEY: {error.strerror or error}"
            raise SettingsError(f"{words} ({settings.tls_certificate})") from error
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
