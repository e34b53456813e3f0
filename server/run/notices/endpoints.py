"""Where webhooks and robots' messages go, as staff set it up."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Any, Final
from urllib.parse import urlsplit

from scenes.findings import Finding, SceneError
from server.outside.webhook import new_secret
from server.run.notices.events import EVENTS
from server.run.notices.house import House
from server.run.notices.signing import Signing
from server.run.secrets import short_id
from server.store.errors import StoreError
from server.store.notice_records import EndpointKind, StoredEndpoint

KEY: Final = "park:endpoints"
"""Whose key seals addresses and secrets of endpoints: the park's own."""
MOST: Final = 50
ALL: Final = "*"


@dataclass(frozen=True, slots=True)
class Opened:
    """An endpoint with its address and secret readable."""

    id: str
    kind: EndpointKind
    url: str
    secrets: tuple[str, ...] = field(repr=False)
    """What it is signed with: two while a webhook's secret is being changed."""

    @property
    def secret(self) -> str:
        """The one in force."""
        return self.secrets[0]


class Endpoints:
    """All of them, known in memory: an event must find its endpoints at once."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._known: dict[str, StoredEndpoint] = {}

    async def load(self) -> None:
        """Read them from the archive."""
        self._known = {each.id: each for each in await self._house.archive.notices.endpoints()}

    def all(self) -> list[StoredEndpoint]:
        """Every endpoint, oldest first."""
        return list(self._known.values())

    def get(self, id: str) -> StoredEndpoint:
        """One of them; raises StoreError ``endpoint_unknown``."""
        found = self._known.get(id)
        if found is None:
            raise StoreError("endpoint_unknown", f"there is no endpoint {id}")
        return found

    def listening(self, event: str) -> list[StoredEndpoint]:
        """Those that are on and want to hear of an event."""
        return [
            each
            for each in self._known.values()
            if each.state == "on" and (event in each.events or ALL in each.events)
        ]

    def opened(self, id: str) -> Opened | None:
        """One with its address; None when it is gone or its seal cannot be opened."""
        found = self._known.get(id)
        if found is None:
            return None
        url = self._house.vault.open(KEY, found.url)
        secret = self._house.vault.open(KEY, found.secret)
        if url is None or secret is None:
            return None
        if found.kind != "webhook":
            return Opened(id, found.kind, url, (secret,))
        return Opened(id, found.kind, url, Signing.read(secret).valid(self._house.clock.now()))

    async def add(
        self, kind: EndpointKind, title: str, url: str, secret: str, events: list[str], author: str
    ) -> tuple[StoredEndpoint, str]:
        """Set one up; with it its secret, which is told this once.

        Raises SceneError ``endpoint_invalid`` with every finding, StoreError ``endpoint_limit``.
        """
        if len(self._known) >= MOST:
            raise StoreError("endpoint_limit", f"{MOST} endpoints are the most")
        _check(kind, url, events, private=self._house.settings.private_webhooks)
        chosen = new_secret() if kind == "webhook" else secret
        new = StoredEndpoint(
            id=f"e_{short_id()}",
            kind=kind,
            title=title,
            url=self._house.vault.seal(KEY, url),
            shown=shown(kind, url),
            secret=self._house.vault.seal(KEY, chosen),
            events=sorted(set(events)),
            state="on",
            author=author,
            at=self._house.clock.now(),
        )
        await self._house.archive.notices.add_endpoint(new)
        self._known[new.id] = new
        return new, chosen

    async def change(self, id: str, **changes: Any) -> StoredEndpoint:
        """Change title, url, events, state; raises ``endpoint_unknown``, ``endpoint_invalid``."""
        found = self.get(id)
        url = changes.get("url")
        events = changes.get("events", found.events)
        private = self._house.settings.private_webhooks
        _check(found.kind, url or "https://example.org/", events, private=private)
        if url is not None:
            changes |= {"url": self._house.vault.seal(KEY, url), "shown": shown(found.kind, url)}
        await self._house.archive.notices.change_endpoint(id, changes)
        self._known[id] = replace(found, **changes)
        return self._known[id]

    async def rotate(self, id: str) -> str:
        """Give a webhook another secret, told this once; the one before it counts for a day."""
        found = self.get(id)
        kept = self._house.vault.open(KEY, found.secret)
        if found.kind != "webhook" or kept is None:
            raise StoreError("endpoint_unknown", "only webhooks have a secret of ours")
        secret = new_secret()
        signing = Signing.read(kept).followed(secret, self._house.clock.now())
        await self.change(id, secret=self._house.vault.seal(KEY, signing.text()))
        return secret

    def older_until(self, id: str) -> float | None:
        """Until when the secret before this one counts (Unix seconds), if it still does."""
        found = self.get(id)
        kept = self._house.vault.open(KEY, found.secret) if found.kind == "webhook" else None
        signing = Signing.read(kept or "")
        return signing.until if len(signing.valid(self._house.clock.now())) > 1 else None

    async def retire(self, id: str) -> StoredEndpoint | None:
        """Switch off one that has answered that it is gone; None when that was done before."""
        found = self._known.get(id)
        return await self.change(id, state="gone") if found and found.state == "on" else None

    async def remove(self, id: str) -> None:
        """Take one away and stop what was on its way to it; raises ``endpoint_unknown``."""
        await self._house.archive.notices.remove_endpoint(id, self._house.clock.now())
        self._known.pop(id, None)


def shown(kind: str, url: str) -> str:
    """As much of an address as staff may read: a robot's holds its key, a webhook's may."""
    told = urlsplit(url)
    host = f"{told.scheme}://{told.netloc}"
    return f"{host}{told.path}" if kind == "webhook" and not told.query else f"{host}/…"


def _check(kind: str, url: str, events: list[str], *, private: bool) -> None:
    found = []
    told = urlsplit(url) if url.isprintable() else urlsplit("")
    secure = told.scheme == "https" or (told.scheme == "http" and private)
    if not secure or not told.hostname or told.username:
        found.append(Finding("/url", "bad_url", "error", json.dumps(kind)))
    for place, event in enumerate(events):
        if event not in EVENTS and event != ALL:
            found.append(Finding(f"/events/{place}", "not_a_choice", "error", event[:64]))
    if found:
        raise SceneError("endpoint_invalid", found)
