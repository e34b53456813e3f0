"""Whose request this is: the peer's address, or what a trusted proxy says of it.

A proxy adds the address that it saw to the right end of ``X-Forwarded-For``. Whatever stands left
of the first address that is not a trusted proxy's was written by somebody whom nobody vouches for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Protocol

Network = IPv4Network | IPv6Network
MOST_HOPS = 32
"""Proxies in a row that are looked at."""


class Fields(Protocol):
    """Header fields by name; a name may be there several times."""

    def getall(self, key: str, default: list[str], /) -> list[str]:
        """All values of one name, in their order."""


def peer_of(remote: str, headers: Fields, trusted: Sequence[Network]) -> str:
    """The client's address: the right-most one in the chain that is no trusted proxy's.

    ``remote`` is the other end of the connection; without trust in it, it is the answer.
    """
    if not trusted or not is_trusted(remote, tuple(trusted)):
        return remote
    hops = [hop for line in headers.getall("X-Forwarded-For", []) for hop in line.split(",")]
    for hop in reversed(hops[-MOST_HOPS:]):
        address = _address(hop)
        if address is None:
            return remote  # what it says cannot be read, so all that is known is who says it
        remote = str(address)
        if not is_trusted(remote, tuple(trusted)):
            return remote
    return remote


def is_secure(remote: str, headers: Fields, trusted: Sequence[Network], *, secure: bool) -> bool:
    """Whether the client speaks TLS: to us, or to a trusted proxy that says so."""
    if secure or not trusted or not is_trusted(remote, tuple(trusted)):
        return secure
    said = headers.getall("X-Forwarded-Proto", [])
    return bool(said) and said[-1].rpartition(",")[2].strip().lower() == "https"


@lru_cache(maxsize=4096)
def is_trusted(remote: str, trusted: tuple[Network, ...]) -> bool:
    """Whether an address is one of our proxies'."""
    address = _address(remote)
    return address is not None and any(
        address in network for network in trusted if network.version == address.version
    )


def _address(text: str) -> IPv4Address | IPv6Address | None:
    """An address as it stands in a header: perhaps with a port, in brackets, or mapped."""
    text = text.strip().strip('"').partition("%")[0]
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        known = ip_address(text)
    except ValueError:
        return None
    mapped = known.ipv4_mapped if isinstance(known, IPv6Address) else None
    return mapped or known
