"""By which of its own addresses somebody reached the park.

Passkeys belong to a domain, providers send people back to an address, headsets show one: it must be
the park's own, never whatever a `Host` field says.
"""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from server.errors import RequestError
from server.net.api_park import park_name
from server.net.gate import LANG, secure
from server.net.hosts import is_own, name_in
from server.net.route import Asked
from server.outside.webauthn_ceremonies import Party


def own_address(asked: Asked) -> str:
    """``https://park.example``, without a last slash; raises RequestError ``host_unknown``."""
    public = asked.park.settings.public_url
    host = asked.request.headers.get("Host", "").lower()
    if public and (not host or name_in(host) == name_in(urlsplit(public).netloc)):
        return public
    if not host or not is_own(host, asked.park.names):
        raise RequestError("host_unknown")
    return f"{'https' if secure(asked.request) else 'http'}://{host}"


async def party_of(asked: Asked) -> Party:
    """For whom passkeys are here; raises RequestError ``passkey_unavailable``, ``host_unknown``."""
    address = own_address(asked)
    domain = name_in(urlsplit(address).netloc)
    if _is_address(domain):
        raise RequestError("passkey_unavailable")
    name = await park_name(asked.park)
    return Party(name["en" if asked.request[LANG] == "en" else "zh"], domain, address)


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
