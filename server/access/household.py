"""What one subscriber of a network has: the unit that limits count by and sessions remember."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address


def household(address: str) -> str:
    """An IPv4 address, or the 64 leading bits of an IPv6 one; other text stays as it is."""
    try:
        known = ip_address(address.partition("%")[0])
    except ValueError:
        return address[:64]
    if isinstance(known, IPv4Address):
        return str(known)
    if known.ipv4_mapped is not None:
        return str(known.ipv4_mapped)
    return str(IPv6Address(int(known) >> 64 << 64))
