"""Who owns what, asked and changed from the event loop."""

from __future__ import annotations

from functools import partial

from server.store import owners
from server.store.exhibit_book import Run
from server.store.owners import DataClass, Holding, Kind, Transfer


class OwnerBook:
    """Owners, data classes and the log of transfers. What is changed is durable on return."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    async def holding(self, kind: Kind, thing: str) -> Holding | None:
        """Whose a thing is, or None when there is no such thing."""
        return await self._read(partial(owners.holding, kind=kind, thing=thing))

    async def transfer(self, kind: Kind, thing: str, passed: Transfer) -> Transfer:
        """Give a thing to another owner; raises `exhibit_unknown`, `media_unknown`."""
        return await self._write(partial(owners.transfer, kind=kind, thing=thing, passed=passed))

    async def reclass(self, kind: Kind, thing: str, data_class: DataClass) -> None:
        """Say of which class a thing's data is; raises `exhibit_unknown`, `media_unknown`."""
        await self._write(partial(owners.reclass, kind=kind, thing=thing, data_class=data_class))

    async def transfers_of(self, kind: Kind, thing: str) -> list[Transfer]:
        """How a thing passed on, the last first."""
        return await self._read(partial(owners.transfers_of, kind=kind, thing=thing))

    async def owned_by(self, owner: str) -> list[tuple[Kind, str]]:
        """Every exhibit and medium that somebody owns."""
        return await self._read(partial(owners.owned_by, owner=owner))
