"""What a step of the workflow depends on and only the archive knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from server.registration import company_name, documents, form
from server.registration.calendar import day_of
from server.registration.case import Given
from server.registration.consents import AGREEMENT
from server.registration.errors import Finding
from server.registration.states import Flag
from server.run.registration.files import Values
from server.run.registration.house import House
from server.run.registration.seats import Seats
from server.store.registration_records import StoredApplication, StoredPaper

HOLDING = frozenset({"approved", "active", "suspended", "exiting"})


class Facts:
    """Looks things up, always all of them: how long it takes says nothing of what was found."""

    def __init__(self, house: House, seats: Seats) -> None:
        self._house = house
        self._seats = seats

    async def of(
        self,
        row: StoredApplication,
        values: Values,
        papers: Sequence[StoredPaper],
        *,
        custodian: str,
        staff: bool,
    ) -> Given:
        """Everything that the workflow may ask about an application now."""
        today = day_of(self._house.clock.now())
        alike = await self._house.archive.registration.alike(row)
        resident = any(
            each.credit_code == row.credit_code and each.state in HOLDING
            for each in alike
            if row.credit_code
        )
        host = custodian or row.custodian
        return Given(
            custodian=custodian,
            findings=tuple(form.check(values, today)),
            missing=tuple(
                Finding(each.pointer, each.code)
                for each in documents.missing(values, kinds_of(papers))
            ),
            flags=await self._flags(row, values, alike),
            seats=await self._seats.free(host) if host else 0,
            in_force=self.in_force,
            resident=resident and staff,
            host_open=await self._seats.is_open(host) if host else False,
            has_booth=await self._house.archive.registration.lease_of(row.id) is not None,
            emptied=await self.is_empty(row.id),
            exported=has_copy(row),
        )

    @property
    def in_force(self) -> str:
        """The version of the residence agreement that counts now."""
        return str(self._house.legal.in_force(AGREEMENT))

    async def is_empty(self, id: str) -> bool:
        """Whether nothing of the company's stands in its booth."""
        lease = await self._house.archive.registration.lease_of(id)
        hall = self._house.halls.get(lease.hall) if lease is not None else None
        if lease is None or hall is None:
            return True
        nodes = hall.editing.layers.published.nodes
        return not any(node.get("parent") == lease.node for node in nodes.values())

    async def _flags(
        self, row: StoredApplication, values: Values, alike: Iterable[StoredApplication]
    ) -> frozenset[Flag]:
        flags: set[Flag] = set(form.flags(values))
        if any(_is_same(row, each) for each in alike):
            flags.add("duplicate")
        if await self.similar(row, values):
            flags.add("name_conflict")
        return frozenset(flags)

    async def similar(self, row: StoredApplication, values: Values) -> list[str]:
        """Applications whose names could be taken for this one's, by id."""
        name = str(values.get("name", ""))
        if not name:
            return []
        trade = company_name.folded(company_name.parts(name).trade_name or name)
        others = await self._house.archive.registration.named_alike(trade, row.id)
        return [id for id, title in others if company_name.similar(name, title)]


def has_copy(row: StoredApplication) -> bool:
    """Whether a copy was taken since the company gave notice; an earlier one may lack things."""
    taken = row.course.get("exported") or 0.0
    return bool(taken) and taken >= (row.course.get("since") or 0.0)


def kinds_of(papers: Iterable[StoredPaper]) -> dict[str, int]:
    """How many documents of each kind are there."""
    return dict(Counter(paper.kind for paper in papers))


def _is_same(row: StoredApplication, other: StoredApplication) -> bool:
    return bool(row.credit_code) and row.credit_code == other.credit_code
