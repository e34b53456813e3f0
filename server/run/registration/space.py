"""Companies in the scene: signs go up, are hidden and come down, as the archive's leases have it.

A lease is the truth, a sign is its picture. Signs are edits of halls by the house itself: durable
before they are told, and told to everybody there at once. What a kill leaves between a lease and
its sign is made good at the next start.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from scenes.furnishing import below
from scenes.operations import Operation
from scenes.places import Vector, place_of
from server.halls.errors import HallError
from server.halls.hall import Hall
from server.log import logger
from server.run.exhibits.house import House, edit
from server.run.exhibits.swap import Nodes
from server.run.registration.companies import company_of
from server.run.registration.house import Company
from server.run.registration.house import House as Registering
from server.store.registration_records import Place, StoredLease

log = logger("registration")
AUTHOR: Final = "registry"
"""As whom the house edits: signs are no single person's, and nobody's undo takes one away."""
LONGEST_NAME, LONGEST_BRIEF = 200, 1000


class BoothPlace(NamedTuple):
    """A booth of an open hall."""

    hall: str
    node: str
    no: str
    position: Vector


class Space:
    """The booths of all halls."""

    def __init__(self, house: Any) -> None:
        self._house: House = house
        self._registering: Registering = house

    def candidates(self, wish: Place | None) -> Sequence[BoothPlace]:
        """Booths without a tenant in open halls: the wished one, then as they are numbered."""
        free = sorted(
            (booth for hall in self._house.halls.values() if hall.is_open for booth in _free(hall)),
            key=lambda booth: (booth.hall, booth.no, booth.node),
        )
        wished = None if wish is None else (wish.hall, wish.node)
        return sorted(free, key=lambda booth: (booth.hall, booth.node) != wished)

    async def show(self, lease: StoredLease, company: Company) -> None:
        """Put the company's sign up, or bring it up to date, and show what stands in the booth.

        In a booth that had another tenant nothing is left of what that one put there.
        """

        def change(nodes: Nodes) -> list[Operation]:
            booth = nodes.get(lease.node)
            if booth is None or booth["kind"] != "booth":
                return []
            wanted = tenant_for(company, lease)
            had = booth.get("tenant")
            ops = [] if had is None or had["enterprise"] == company.id else _emptied(nodes, lease)
            if had != wanted:
                ops.append(_set(lease, "tenant", wanted))
            if booth.get("visible") is False:
                ops.append(_set(lease, "visible", True))
            return ops

        await self._edit(lease, change)

    async def hide(self, lease: StoredLease) -> None:
        """Hide the booth with all that stands in it; nothing is lost."""

        def change(nodes: Nodes) -> list[Operation]:
            mine = _has(nodes, lease) and nodes[lease.node].get("visible") is not False
            return [_set(lease, "visible", False)] if mine else []

        await self._edit(lease, change)

    async def clear(self, lease: StoredLease) -> None:
        """Take the tenant and all that stands in the booth away: it is free again.

        The company's exhibits stay on its shelf. A booth that somebody else has by now is left.
        """
        await self._edit(lease, lambda nodes: _cleared(nodes, lease) if _has(nodes, lease) else [])

    async def reconcile(self) -> None:
        """Make good what a kill left between the archive and the scene."""
        book = self._registering.archive.registration
        leases = {(lease.hall, lease.node): lease for lease in await book.leases()}
        for hall in list(self._house.halls.values()):
            for node, enterprise in _tenants(hall):
                lease = leases.get((hall.id, node))
                if lease is None or lease.application != enterprise:
                    await self.clear(StoredLease(enterprise, hall.id, node, 0.0))
        for lease in leases.values():
            row = await book.get(lease.application)
            if row.state in ("active", "exiting") and not row.course.get("hidden"):
                await self.show(lease, await company_of(self._registering, row))
            else:
                await self.hide(lease)

    async def _edit(self, lease: StoredLease, change: Any) -> None:
        """One edit of the hall of a lease; a hall or a booth that is gone shows nobody."""
        try:
            await edit(self._house, self._house.hall(lease.hall), change, AUTHOR)
        except HallError as error:
            if error.code != "hall_unknown":
                raise
            log.warning("booth_gone", hall=lease.hall, node=lease.node)


def tenant_for(company: Company, lease: StoredLease) -> dict[str, Any]:
    """What a booth says of the company that has it."""
    return {
        "enterprise": company.id,
        "name": _both(company.name, LONGEST_NAME),
        "brief": _both(company.brief, LONGEST_BRIEF),
        "logo": company.logo,
        "since": float(int(lease.at)),
    }


def _both(words: Mapping[str, str], longest: int) -> dict[str, str]:
    return {lang: str(words.get(lang, ""))[:longest] for lang in ("zh", "en")}


def _free(hall: Hall) -> Iterator[BoothPlace]:
    nodes = hall.editing.layers.head.nodes
    for name, node in nodes.items():
        if node["kind"] == "booth" and node.get("tenant") is None and node.get("booth"):
            position = place_of(nodes, name).position
            yield BoothPlace(hall.id, name, str(node["booth"]["no"]), position)


def _tenants(hall: Hall) -> list[tuple[str, str]]:
    nodes = hall.editing.layers.head.nodes
    return [
        (name, str(node["tenant"]["enterprise"]))
        for name, node in nodes.items()
        if node["kind"] == "booth" and node.get("tenant") is not None
    ]


def _has(nodes: Nodes, lease: StoredLease) -> bool:
    """Whether the booth still is the lessee's."""
    tenant = nodes.get(lease.node, {}).get("tenant")
    return tenant is not None and tenant["enterprise"] == lease.application


def _cleared(nodes: Nodes, lease: StoredLease) -> list[Operation]:
    shown = [_set(lease, "visible", True)] if nodes[lease.node].get("visible") is False else []
    return [*_emptied(nodes, lease), _set(lease, "tenant", None), *shown]


def _emptied(nodes: Nodes, lease: StoredLease) -> list[Operation]:
    """Take away what hangs right below a booth; all else goes with it."""
    return [
        {"op": "remove", "path": f"/nodes/{name}"}
        for name in below(nodes, lease.node)
        if nodes[name].get("parent") == lease.node
    ]


def _set(lease: StoredLease, key: str, value: Any) -> Operation:
    return {"op": "set", "path": f"/nodes/{lease.node}/{key}", "value": value}
