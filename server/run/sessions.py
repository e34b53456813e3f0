"""Sessions and one-time links: who holds the secret of one is somebody.

Only hashes are stored. Living sessions are kept in memory too, so that every door can know who
somebody is without waiting for the archive; a session that has ended is refused at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from server.access.actor import ANYBODY, OWNER, Actor
from server.access.household import household
from server.run.clock import Clock
from server.run.secrets import fingerprint, short_id, token
from server.store.accounts_book import KeyBook
from server.store.accounts_records import StoredSession

LINK_SECONDS: Final = 15 * 60
OWNER_SECONDS: Final = 12 * 3600
"""How long whoever came by an operator link stays."""
ENTER: Final = "enter"
"""What an operator link is good for."""
AGENT_LENGTH: Final = 200
HOW_LENGTH: Final = 32


class Span(NamedTuple):
    """How long sessions last, in seconds: unused, and at most."""

    idle: float = 12 * 3600.0
    longest: float = 7 * 86_400.0


@dataclass(frozen=True, slots=True)
class Session:
    """A session as its owner may see it; times are Unix seconds."""

    id: str
    account: str
    created: float
    seen: float
    expires: float
    agent: str
    address: str
    how: str


@dataclass(slots=True)
class Sessions:
    """The keys that open doors. ``revision`` grows whenever what any of them opens changes."""

    book: KeyBook
    clock: Clock
    accounts: Callable[[str], Actor | None] = lambda account: None
    """Who an account is now."""
    rights: Callable[[], int] = lambda: 0
    """Grows whenever any account's rights change."""
    programs: Callable[[str], Actor | None] = lambda secret: None
    """Whose an API key is."""
    span: Span = field(default_factory=Span)
    _living: dict[str, StoredSession] = field(default_factory=dict)
    _seen: dict[str, float] = field(default_factory=dict)
    _ended: int = 0

    def __len__(self) -> int:
        return len(self._living)

    @property
    def revision(self) -> int:
        """Grows whenever somebody's rights may have changed, and whenever a session ends."""
        return self._ended + self.rights()

    async def load(self) -> None:
        """Remember the sessions that outlived a restart, and forget those that are over."""
        await self.book.drop_expired(self.clock.now())
        self._living = {session.hash: session for session in await self.book.sessions()}

    # --- links --------------------------------------------------------------------------------

    async def make_link(self) -> str:
        """A one-time secret for an operator link, good for fifteen minutes."""
        secret = token()
        expires = self.clock.now() + LINK_SECONDS
        await self.book.put_link(fingerprint(secret), OWNER.id, ENTER, expires)
        return secret

    async def redeem(
        self, secret: str, agent: str = "", address: str = ""
    ) -> tuple[str, int] | None:
        """Turn a link's secret into a session: its secret and its seconds; None when refused."""
        account = await self.book.take_link(fingerprint(secret), ENTER, self.clock.now())
        return None if account is None else await self.open(account, "link", agent, address)

    # --- sessions -----------------------------------------------------------------------------

    async def open(self, account: str, how: str, agent: str, address: str) -> tuple[str, int]:
        """Begin a session: its secret, and the seconds that it lasts at most.

        ``how`` says by what somebody proved who they are; ``address`` is kept as a household.
        """
        secret, now = token(), self.clock.now()
        seconds = OWNER_SECONDS if account == OWNER.id else self.span.longest
        session = StoredSession(
            hash=fingerprint(secret),
            id=f"s_{short_id()}",
            account=account,
            how=how[:HOW_LENGTH],
            agent="".join(c for c in agent if c.isprintable())[:AGENT_LENGTH],
            address=household(address),
            created=now,
            seen=now,
            expires=now + seconds,
        )
        await self.book.put_session(session)
        self._living[session.hash] = session
        return secret, int(seconds)

    def actor(self, secret: str | None) -> Actor:
        """Whoever shows this secret, of a session or an API key; anybody when it is none."""
        if not secret:
            return ANYBODY
        program = self.programs(secret)
        if program is not None:
            return program
        session = self._alive(secret)
        if session is None:
            return ANYBODY
        self._seen[session.hash] = self.clock.now()
        return OWNER if session.account == OWNER.id else self.accounts(session.account) or ANYBODY

    def session(self, secret: str | None) -> Session | None:
        """The living session that has this secret."""
        session = self._alive(secret) if secret else None
        return None if session is None else self._shown(session)

    def of(self, account: str) -> list[Session]:
        """An account's living sessions, the last used first."""
        mine = [s for s in self._living.values() if s.account == account and not self._is_over(s)]
        return sorted(map(self._shown, mine), key=lambda session: -session.seen)

    async def end(self, secret: str) -> None:
        """End a session, for good."""
        await self._end([fingerprint(secret)])

    async def end_one(self, account: str, id: str) -> bool:
        """End one of an account's sessions by its id; False when there is none."""
        mine = [s.hash for s in self._living.values() if (s.account, s.id) == (account, id)]
        await self._end(mine)
        return bool(mine)

    async def end_all(self, account: str, but: str | None = None) -> int:
        """End all of an account's sessions, but the one with this secret; how many there were."""
        spared = fingerprint(but) if but else ""
        mine = [s.hash for s in self._living.values() if s.account == account]
        doomed = [hash for hash in mine if hash != spared]
        await self._end(doomed)
        return len(doomed)

    async def tend(self) -> None:
        """Write down when sessions were used last, and end those whose time is over."""
        seen, self._seen = self._seen, {}
        for hash, at in seen.items():
            if hash in self._living:
                self._living[hash] = replace(self._living[hash], seen=at)
        await self.book.touch_sessions({h: at for h, at in seen.items() if h in self._living})
        await self._end([s.hash for s in self._living.values() if self._is_over(s)])
        await self.book.drop_expired(self.clock.now())

    # --- inside -------------------------------------------------------------------------------

    async def _end(self, hashes: list[str]) -> None:
        """Refused from now on; that is so even when the archive fails to hear of it."""
        for hash in hashes:
            self._living.pop(hash, None)
            self._seen.pop(hash, None)
        if hashes:
            self._ended += 1
            await self.book.drop_sessions(hashes)

    def _alive(self, secret: str) -> StoredSession | None:
        session = self._living.get(fingerprint(secret))
        return None if session is None or self._is_over(session) else session

    def _is_over(self, session: StoredSession) -> bool:
        now = self.clock.now()
        return session.expires <= now or now - self._seen_at(session) > self.span.idle

    def _seen_at(self, session: StoredSession) -> float:
        return max(session.seen, self._seen.get(session.hash, 0.0))

    def _shown(self, session: StoredSession) -> Session:
        return Session(
            session.id,
            session.account,
            session.created,
            self._seen_at(session),
            session.expires,
            session.agent,
            session.address,
            session.how,
        )
