"""The sockets that the park listens on: bound early, so that a taken port is said at once."""

from __future__ import annotations

import errno
import socket
from collections.abc import Iterator

LOOPBACK = "127.0.0.1"
ABSENT = (errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL)


class CannotListenError(Exception):
    """An address that cannot be listened on; the text is one line for the operator."""


class PortTakenError(CannotListenError):
    """Somebody else listens on the port."""


def bind(host: str, port: int, *, everywhere: bool) -> list[socket.socket]:
    """Sockets on one port, not listening yet; raises CannotListenError.

    On this machine alone that is both addresses of ``localhost``: whoever had the other one would
    be visited in our place. ``everywhere`` means every address of both families.
    """
    wanted = list(_addresses(host, everywhere))
    bound: list[socket.socket] = []
    try:
        for number, (family, address) in enumerate(wanted):
            try:
                bound.append(_bind(family, address, bound[0].getsockname()[1] if bound else port))
            except OSError as error:
                if number == 0 or not _may_be_missing(error, port):
                    raise _refusal(error, host, port) from error
    except CannotListenError:
        for opened in bound:
            opened.close()
        raise
    return bound


def _may_be_missing(error: OSError, port: int) -> bool:
    """IPv6 may be switched off; and a free port of the first family may be taken in the second."""
    return error.errno in ABSENT or (port == 0 and error.errno == errno.EADDRINUSE)


def _addresses(host: str, everywhere: bool) -> Iterator[tuple[int, str]]:
    if everywhere:
        yield socket.AF_INET, "0.0.0.0"
        yield socket.AF_INET6, "::"
    elif host in (LOOPBACK, "localhost"):
        yield socket.AF_INET, LOOPBACK
        yield socket.AF_INET6, "::1"
    else:
        try:
            found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        except OSError as error:
            raise _unknown(host) from error
        yield from dict.fromkeys((int(family), str(at[0])) for family, _, _, _, at in found)


def _bind(family: int, address: str, port: int) -> socket.socket:
    opened = socket.socket(family, socket.SOCK_STREAM)
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        opened.bind((address, port))
    except OSError:
        opened.close()
        raise
    return opened


def _refusal(error: OSError, host: str, port: int) -> CannotListenError:
    if error.errno == errno.EADDRINUSE:
        return port_taken(port)
    if error.errno == errno.EACCES:
        return CannotListenError(
            f"不允许使用端口 {port}，请设置 LINGJING_PORT / "
            f"port {port} is not allowed: set LINGJING_PORT to another, 1024 or higher"
        )
    return _unknown(host)


def port_taken(port: int) -> PortTakenError:
    """What the operator is told of a port that somebody else has."""
    return PortTakenError(
        f"端口 {port} 已被占用，请设置 LINGJING_PORT / port {port} is taken: "
        "set LINGJING_PORT to another"
    )


def _unknown(host: str) -> CannotListenError:
    return CannotListenError(
        f"本机没有地址 {host}，请检查 LINGJING_HOST / "
        f"{host} is no address of this machine: check LINGJING_HOST"
    )
