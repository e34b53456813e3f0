"""Asks other hosts over HTTP: no redirects, private networks only where allowed, bounded.

Who sets up a webhook names an address that *the server* then goes to (server-side request forgery,
OWASP SSRF). What is checked is therefore the address that a socket is made for, after every look-up
and however the address was written. Proxies of the environment are not used.
"""

from __future__ import annotations

import errno
import ipaddress
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import aiohttp

from server.outside.delivery import UndeliveredError
from server.version import VERSION

LARGEST: Final = 64 * 1024
"""Bytes that are read of an answer."""
GIVEN_OUT: Final = ipaddress.ip_network("2000::/3")
"""Global unicast addresses of IPv6 (RFC 4291, 2.4; the registry of IANA)."""
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, cut off where the one who asked wanted no more."""

    status: int
    body: bytes

    @property
    def text(self) -> str:
        """The body as text, as well as it can be read."""
        return self.body.decode("utf-8", "replace")


def is_public(address: str) -> bool:
    """Whether an address lies in the open internet, whatever it is wrapped in."""
    try:
        found: Address = ipaddress.ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    return all(_is_open(one) for one in _meant(found))


def _is_open(address: Address) -> bool:
    """IPv6: of what is given out to networks alone, as the rest holds old private forms too
    (site-local, IPv4-compatible and translated addresses; RFC 3879, 4291, 7915, 8215)."""
    given = isinstance(address, ipaddress.IPv4Address) or address in GIVEN_OUT
    return given and address.is_global and not address.is_multicast


def _meant(address: Address) -> list[Address]:
    """An address, and those inside it: mapped, 6to4 and NAT64 ones (RFC 4291, 3056, 6052)."""
    if isinstance(address, ipaddress.IPv4Address):
        return [address]
    inside = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in ipaddress.ip_network("64:ff9b::/96"):
        inside.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    found = [one for one in inside if one is not None]
    return list(found) or [address]


class _Guard:
    """Makes the sockets of one request, and remembers whether it refused an address."""

    def __init__(self) -> None:
        self.refused = False

    def __call__(self, found: aiohttp.AddrInfoType) -> socket.socket:
        family, kind, protocol, _, address = found
        if not is_public(str(address[0])):
            self.refused = True
            raise OSError(errno.EACCES, "a private address")
        return socket.socket(family, kind, protocol)


@dataclass(frozen=True, slots=True)
class Http:
    """How other hosts are asked: for how many seconds, whether private ones may be, and how many
    bytes of an answer are read."""

    seconds: float
    private: bool = False
    largest: int = LARGEST

    async def ask(
        self, method: str, url: str, headers: Mapping[str, str], body: bytes | None
    ) -> Answer:
        """Ask once. Raises UndeliveredError ``unreached``, ``late``, ``private_address``,
        ``bad_address``.
        """
        _check(url)
        guard = _Guard()
        patience = aiohttp.ClientTimeout(total=self.seconds)
        factory = None if self.private else guard
        connector = aiohttp.TCPConnector(socket_factory=factory, force_close=True)
        try:
            async with (
                aiohttp.ClientSession(connector=connector, timeout=patience) as session,
                session.request(
                    method,
                    url,
                    headers={"User-Agent": f"Lingjing/{VERSION}", **headers},
                    data=body,
                    allow_redirects=False,
                ) as answer,
            ):
                return Answer(answer.status, await _read(answer, self.largest))
        except TimeoutError:
            raise UndeliveredError("late") from None
        except aiohttp.InvalidURL:
            raise UndeliveredError("bad_address", final=True) from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            if guard.refused:
                raise UndeliveredError("private_address", final=True) from None
            # Not its words: they tell of our own network.
            raise UndeliveredError("unreached", type(error).__name__) from None


async def _read(answer: aiohttp.ClientResponse, largest: int) -> bytes:
    """How the answer begins; a longer one is cut off with its connection."""
    body = bytearray()
    async for piece in answer.content.iter_chunked(8192):
        body += piece
        if len(body) >= largest:
            break
    return bytes(body[:largest])


def _check(url: str) -> None:
    try:
        told = urlsplit(url)
        fine = told.scheme in ("http", "https") and told.hostname and told.port != 0
    except ValueError:
        fine = False
    if not fine or told.username:
        raise UndeliveredError("bad_address", final=True)
