"""Small real servers on loopback that notices are sent to: they keep what they are told."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

Answers = Callable[["Said"], tuple[int, bytes]]


@dataclass(frozen=True, slots=True)
class Said:
    """One request as it came."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(slots=True)
class HttpPeer:
    """Answers every request and keeps it."""

    url: str = ""
    heard: list[Said] = field(default_factory=list)
    answer: Answers = lambda said: (200, b"ok")
    extra: str = ""
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            first, *lines = head.strip().split("\r\n")
            method, path, _ = first.split(" ")
            headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines)}
            body = await reader.readexactly(int(headers.get("content-length", "0")))
            self.heard.append(Said(method, path, headers, body))
            self.news.set()
            status, told = self.answer(self.heard[-1])
            head = f"HTTP/1.1 {status} x\r\nContent-Length: {len(told)}\r\n{self.extra}\r\n"
            writer.write(head.encode() + told)
            await writer.drain()
        writer.close()


@contextlib.asynccontextmanager
async def http_peer(answer: Answers = lambda said: (200, b"ok")) -> AsyncIterator[HttpPeer]:
    """A receiver of webhooks, or a provider of text messages."""
    peer = HttpPeer(answer=answer)
    server = await asyncio.start_server(peer.serve, "127.0.0.1", 0)
    peer.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server:
        yield peer


@dataclass(slots=True)
class MailPeer:
    """A mail server, as far as RFC 5321 asks for one; ``refuse`` answers these verbs so."""

    port: int = 0
    letters: list[str] = field(default_factory=list)
    verbs: list[str] = field(default_factory=list)
    refuse: dict[str, str] = field(default_factory=dict)
    logins: bool = False

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            await self._talk(reader, writer)
        writer.close()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        def say(line: str) -> None:
            writer.write(f"{line}\r\n".encode())

        say("220 peer")
        while line := (await reader.readline()).decode().strip():
            verb = line.split(" ")[0].upper()
            self.verbs.append(line)
            if verb in self.refuse:
                say(self.refuse[verb])
            elif verb == "EHLO":
                say("250-peer")
                say("250 AUTH PLAIN LOGIN" if self.logins else "250 SIZE 1000000")
            elif verb == "AUTH":
                say("235 come in")
            elif verb == "DATA":
                say("354 go on")
                self.letters.append((await reader.readuntil(b"\r\n.\r\n")).decode())
                say("250 kept as 42")
            elif verb == "QUIT":
                say("221 bye")
                return
            else:
                say("250 fine")


@contextlib.asynccontextmanager
async def mail_peer(**options: object) -> AsyncIterator[MailPeer]:
    """A mail server on loopback."""
    peer = MailPeer(**options)  # type: ignore[arg-type]
    server = await asyncio.start_server(peer.serve, "127.0.0.1", 0)
    peer.port = server.sockets[0].getsockname()[1]
    async with server:
        yield peer
