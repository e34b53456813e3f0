"""Stands between the live socket's door and the park: who may open one, and whose it is."""

from __future__ import annotations

import asyncio

from server.errors import lang_of
from server.net.gate import Limits, same_site
from server.net.hosts import is_own
from server.net.live_connection import Connection
from server.net.live_upgrade import UpgradeInfo
from server.net.peers import peer_of
from server.run.park import Park
from server.run.talk import Talk
from server.wire.codes import CodeName

ARRIVAL_SECONDS = 20.0
"""Within which one address may open as many connections as it may have at once."""


class ParkGate:
    """The park as the live socket's door sees it (``live_border.LiveGate``)."""

    def __init__(self, park: Park) -> None:
        self._park = park
        self._talks: dict[str, Talk] = {}
        self.empty = asyncio.Event()
        """Set while no connection is open."""
        self.empty.set()
        # Each connection that joins and is cut keeps a place for a while, so they come in measure.
        most = float(park.settings.max_per_address)
        self._arrivals = Limits(rate=most / ARRIVAL_SECONDS, burst=2.0 * most)

    def refuse(self, request: UpgradeInfo) -> str | None:
        """Pages of other sites may not connect; nor may anybody when the park is full."""
        settings = self._park.settings
        origin, host = request.headers.get("origin"), request.headers.get("host")
        if not same_site(origin, host, settings.allowed_origins):
            return "origin_refused"
        if not request.secure and not is_own(host or "", self._park.names):
            return "host_unknown"
        if self._arrivals.take(self._address(request), self._park.clock.now()) > 0:
            return "too_many_requests"
        if not self._park.ready or len(self._talks) >= settings.max_connections:
            return "server_full"
        return None

    def opened(self, connection: Connection, request: UpgradeInfo) -> None:
        """Greet a new connection. A browser's cookie says nothing here: tickets do."""
        lang = lang_of(request.headers.get("accept-language"), self._park.settings.language)
        self.empty.clear()
        address = self._address(request)
        talk = self._talks[connection.id] = self._park.opened(connection, lang, address)
        self._park.network.note("connect", talk.actor.id, address, connection.id)

    def message(self, connection: Connection, payload: bytes) -> None:
        """Hear one message."""
        self._park.conversation.hear(self._talks[connection.id], payload)

    def fault(self, connection: Connection, code: CodeName) -> None:
        """Hear of a frame that was dropped."""
        self._park.conversation.fault(self._talks[connection.id], code)

    def silent(self, connection: Connection) -> None:
        """Hide whoever fell silent."""
        self._park.silent(self._talks[connection.id])

    def heard(self, connection: Connection) -> None:
        """Show them again."""
        self._park.heard(self._talks[connection.id])

    def closed(self, connection: Connection, *, clean: bool) -> None:
        """Forget a connection; its place is kept when it broke."""
        talk = self._talks.pop(connection.id)
        self._park.network.note("disconnect", talk.actor.id, "", connection.id)
        self._park.closed(talk, clean=clean)
        if not self._talks:
            self.empty.set()

    def _address(self, request: UpgradeInfo) -> str:
        """Whose connection it is: the peer's, or what a trusted proxy says."""
        trusted = self._park.settings.trusted_proxies
        return peer_of(request.address, request.headers, trusted)
