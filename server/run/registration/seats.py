"""Hosting institutions (托管机构) with their addresses and seats."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from server.run.registration.house import SEAT, House
from server.run.secrets import short_id
from server.store.registration_records import StoredCustodian


class Pool(NamedTuple):
    """A host, and how its seats stand."""

    host: StoredCustodian
    seats: int
    taken: int
    resting: int

    @property
    def free(self) -> int:
        """Seats that can be given now."""
        return self.seats - self.taken - self.resting if self.host.state == "open" else 0


def seat_name(number: int) -> str:
    """How a seat is written in an address: ``云席-00042（集群注册）``."""
    return SEAT.format(number=number)


class Seats:
    """Every host and its pool."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def pools(self) -> list[Pool]:
        """Every host with its numbers, oldest first."""
        book = self._house.archive.registration
        counted = await book.pools(self._house.clock.now())
        return [Pool(host, *counted.get(host.id, (0, 0, 0))) for host in await book.hosts()]

    async def pool(self, id: str) -> Pool | None:
        """One of them."""
        return next((pool for pool in await self.pools() if pool.host.id == id), None)

    async def is_open(self, id: str) -> bool:
        """Whether a host is there, and still takes companies in."""
        pool = await self.pool(id)
        return pool is not None and pool.host.state == "open"

    async def free(self, id: str) -> int:
        """How many seats a host can give now; none of a host that there is not."""
        pool = await self.pool(id)
        return pool.free if pool is not None else 0

    async def add(
        self, title: Mapping[str, str], place: Mapping[str, str], credit_code: str, size: int
    ) -> Pool:
        """A new host with so many seats."""
        now, id = self._house.clock.now(), f"c_{short_id()}"
        new = StoredCustodian(id, dict(title), dict(place), credit_code, "open", now, now)
        await self._house.archive.registration.add_host(new, size)
        return Pool(new, size, 0, 0)

    async def change(self, id: str, changes: Mapping[str, Any], more: int) -> Pool:
        """Change a host, or give it more seats; raises StoreError ``custodian_unknown``."""
        now = self._house.clock.now()
        wanted = {**changes, "changed": now}
        host = await self._house.archive.registration.change_host(id, wanted, more)
        return await self.pool(id) or Pool(host, more, 0, 0)
