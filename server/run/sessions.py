"""Operator links and sessions: who holds one has the operator's role.

Only hashes are stored. Living sessions are kept in memory too, so that the live socket's door can
know a role without waiting for the archive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from server.access.actor import ANYBODY, OWNER, Actor, Grant
from server.access.roles import Role
from server.run.clock import Clock
from server.run.secrets import fingerprint, token
from server.store.archive import Archive

LINK_SECONDS = 15 * 60
SESSION_SECONDS = 12 * 3600


@dataclass(slots=True)
class Sessions:
    """The keys that open the operator's doors."""

    archive: Archive
    clock: Clock
    _living: dict[str, tuple[Role, float]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._living)

    async def load(self) -> None:
        """Remember the sessions that outlived a restart, and forget those that are over."""
        await self._forget_old()
        for key, role, expires in await self.archive.sessions():
            self._living[key] = (cast(Role, role), expires)

    async def make_link(self) -> str:
        """A one-time secret for an operator link, good for fifteen minutes."""
        await self._forget_old()
        secret = token()
        expires = self.clock.now() + LINK_SECONDS
        await self.archive.put_link(fingerprint(secret), "operator", expires)
        return secret

    async def redeem(self, secret: str) -> tuple[str, int] | None:
        """Turn a link's secret into a session: its secret and its seconds; None when refused."""
        now = self.clock.now()
        role = await self.archive.take_link(fingerprint(secret), now)
        if role is None:
            return None
        session = token()
        key, expires = fingerprint(session), now + SESSION_SECONDS
        await self.archive.put_session(key, role, expires)
        self._living[key] = (cast(Role, role), expires)
        return session, SESSION_SECONDS

    async def _forget_old(self) -> None:
        """Nobody else would: a server may run for months."""
        now = self.clock.now()
        await self.archive.drop_expired(now)
        self._living = {key: kept for key, kept in self._living.items() if kept[1] > now}

    def actor(self, session: str | None) -> Actor:
        """Whoever shows this session secret."""
        if not session:
            return ANYBODY
        role, expires = self._living.get(fingerprint(session), ("visitor", 0.0))
        if role == "visitor" or expires <= self.clock.now():
            return ANYBODY
        return OWNER if role == "operator" else Actor("operator", frozenset({Grant(role)}))

    async def end(self, session: str) -> None:
        """End a session, for good."""
        key = fingerprint(session)
        self._living.pop(key, None)
        await self.archive.drop_session(key)
