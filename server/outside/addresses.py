"""By which names and addresses this machine is reached in its own network."""

from __future__ import annotations

import fcntl
import ipaddress
import socket
import struct
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

SIOCGIFADDR = 0x8915
"""Linux: the IPv4 address of an interface (netdevice(7))."""
IPV6_TABLE = Path("/proc/net/if_inet6")
SOMEWHERE_ELSE = "192.0.2.1"
"""An address for documentation (RFC 5737): asked for the way to it, never sent anything."""


def local_addresses() -> list[str]:
    """Every address of this machine's interfaces, IPv4 first; loopback and link-local left out."""
    found = {ipaddress.ip_address(text) for text in (*_ipv4(), *_routed(), *_ipv6())}
    useful = [a for a in found if not (a.is_loopback or a.is_link_local or a.is_unspecified)]
    return [str(address) for address in sorted(useful, key=lambda a: (a.version, int(a)))]


def lan_address() -> str | None:
    """The address by which others in the network most likely reach this machine."""
    return next(_routed(), None) or next(iter(local_addresses()), None)


def host_names() -> list[str]:
    """The machine's own names: as it is called, and by multicast DNS."""
    name = socket.gethostname()
    plain = name.split(".")[0]
    names = (name, f"{plain}.local") if plain else ()
    return sorted({text.lower() for text in names if is_host_name(text)})


def is_host_name(text: str) -> bool:
    """Whether a text can stand in a certificate as a DNS name (RFC 1123)."""
    labels = text.split(".")
    fine = (0 < len(label) <= 63 and label.replace("-", "").isalnum() for label in labels)
    return text.isascii() and len(text) <= 253 and all(fine)


def _ipv4() -> Iterator[str]:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        for _, interface in socket.if_nameindex():
            request = struct.pack("256s", interface.encode()[:15])
            with suppress(OSError):
                answer = fcntl.ioctl(asking.fileno(), SIOCGIFADDR, request)
                yield socket.inet_ntoa(answer[20:24])


def _ipv6() -> Iterator[str]:
    with suppress(OSError):
        for line in IPV6_TABLE.read_text().splitlines():
            yield str(ipaddress.IPv6Address(int(line.split()[0], 16)))


def _routed() -> Iterator[str]:
    """The address that a packet leaving this machine would carry; connecting sends none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking, suppress(OSError):
        asking.connect((SOMEWHERE_ELSE, 9))
        address: str = asking.getsockname()[0]
        if not ipaddress.ip_address(address).is_loopback:
            yield address
