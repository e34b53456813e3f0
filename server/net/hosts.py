"""By which names a park without TLS may be addressed.

A page of another site can have its own name point to this machine (DNS rebinding); the browser
then takes our answers for that site's. It still sends the foreign name in ``Host``, and there it is
refused. With TLS no such check is needed: the certificate is not that site's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

OUR_ENDINGS = (".localhost", ".local")
"""Names that no public name server answers for (RFC 6761, RFC 6762)."""


def name_in(host: str) -> str:
    """The name in a ``Host`` field, without its port; empty when there is none to be read."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def names_in(urls: Iterable[str]) -> set[str]:
    """The names in some URLs."""
    return {name_in(urlsplit(url).netloc) for url in urls} - {""}


def is_own(host: str, names: Collection[str]) -> bool:
    """Whether a ``Host`` can be ours: an address, a bare name, a local one, or one of ``names``."""
    name = name_in(host)
    return "." not in name or name in names or name.endswith(OUR_ENDINGS) or _is_address(name)


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
