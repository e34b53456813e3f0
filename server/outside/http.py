"""Asks other hosts over HTTP, for notices and hooks: no redirects, no private networks, bounded.

Who sets up a webhook names an address that *the server* then goes to. A name is therefore looked up
once, by the connection itself, and each address that it has is checked there: no second look-up can
give another one (server-side request forgery, OWASP SSRF). Proxies of the environment are not used.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver
from yarl import URL

from server.outside.delivery import UndeliveredError
from server.version import VERSION

LARGEST: Final = 64 * 1024
"""Bytes that are read of an answer."""
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, cut off at ``LARGEST`` bytes."""

    status: int
    body: bytes

    @property
    def text(self) -> str:
        """The body as text, as well as it can be read."""
        return self.body.decode("utf-8", "replace")


class PrivateError(OSError):
    """A name leads into a private network."""


def is_public(address: str) -> bool:
    """Whether an address lies in the open internet, whatever it is wrapped in."""
    try:
        found: Address = ipaddress.ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    return all(one.is_global and not one.is_multicast for one in _meant(found))


def _meant(address: Address) -> list[Address]:
    """An address, and those inside it: mapped, 6to4 and NAT64 ones (RFC 4291, 3056, 6052)."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    inside = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in ipaddress.ip_network("64:ff9b::/96"):
        inside.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    found = [one for one in inside if one is not None]
    return list(found) or [address]


class PublicResolver(AbstractResolver):
    """Looks names up and refuses those that have a private address."""

    def __init__(self) -> None:
        self._real = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of a name; raises PrivateError."""
        found = await self._real.resolve(host, port, family)
        if not all(is_public(one["host"]) for one in found):
            raise PrivateError(f"{host} is in a private network")
        return found

    async def close(self) -> None:
        """Nothing is held."""


@dataclass(frozen=True, slots=True)
class Http:
    """How other hosts are asked: for how many seconds, and whether private ones may be."""

    seconds: float
    private: bool = False

    async def ask(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None
    ) -> Answer:
        """Ask once. Raises UndeliveredError ``unreached``, ``late``, ``private_address``,
        ``bad_address``.
        """
        target = _checked(url, private=self.private)
        patience = aiohttp.ClientTimeout(total=self.seconds)
        resolver = None if self.private else PublicResolver()
        connector = aiohttp.TCPConnector(resolver=resolver, force_close=True)
        try:
            async with (
                aiohttp.ClientSession(connector=connector, timeout=patience) as session,
                session.request(
                    method,
                    target,
                    headers={"User-Agent": f"Lingjing/{VERSION}", **headers},
                    data=body,
                    allow_redirects=False,
                ) as answer,
            ):
                return Answer(answer.status, await _read(answer))
        except TimeoutError:
            raise UndeliveredError("late") from None
        except (aiohttp.ClientError, OSError, ValueError, asyncio.IncompleteReadError) as error:
            raise _unreached(error) from None


async def _read(answer: aiohttp.ClientResponse) -> bytes:
    """How the answer begins; a longer one is cut off with its connection."""
    body = bytearray()
    async for piece in answer.content.iter_chunked(8192):
        body += piece
        if len(body) >= LARGEST:
            break
    return bytes(body[:LARGEST])


def _checked(url: str, *, private: bool) -> URL:
    try:
        target = URL(url)
        port_is_fine = target.port is not None
    except ValueError:
        raise UndeliveredError("bad_address", final=True) from None
    host = target.host or ""
    if target.scheme not in ("http", "https") or not host or not port_is_fine or target.user:
        raise UndeliveredError("bad_address", final=True)
    if _is_literal(host) and not private and not is_public(host):
        raise UndeliveredError("private_address", final=True)
    return target


def _is_literal(host: str) -> bool:
    """Whether this is an address, which nobody looks up."""
    try:
        ipaddress.ip_address(host.split("%", 1)[0])
    except ValueError:
        return False
    return True


def _unreached(error: Exception) -> UndeliveredError:
    """The reason, without what the system says of our own network."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, PrivateError):
            return UndeliveredError("private_address", final=True)
        cause = cause.__cause__ or cause.__context__ or getattr(cause, "os_error", None)
    return UndeliveredError("unreached", type(error).__name__)
