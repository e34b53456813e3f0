"""The registry of the park's companies, put together."""

from __future__ import annotations

from typing import Any

from server.run.registration.cards import Cards
from server.run.registration.certificates import Certificates as Issued
from server.run.registration.copying import Copying
from server.run.registration.documents import Documents
from server.run.registration.effects import Effects, Parts
from server.run.registration.house import House, Space
from server.run.registration.office import Office
from server.run.registration.people import People
from server.run.registration.scheduler import Scheduler
from server.run.registration.seats import Seats
from server.run.registration.signup import SignUp
from server.run.registration.space import Space as Booths


class Registry:
    """Applications, seats, booths and certificates of one park."""

    def __init__(self, house: Any) -> None:
        self._house: House = house
        self._certificates = Issued(house)
        self.parts = Parts(Booths(house), self._certificates)
        self.seats = Seats(house)
        self.documents = Documents(house)
        self.effects = Effects(house, self.parts)
        self.office = Office(house, self.documents, self.effects, self.seats)
        self.signup = SignUp(house, self.office)
        self.people = People(house, self.office)
        self.copying = Copying(house, self.office)
        self.cards = Cards(house, self.office)
        self.scheduler = Scheduler(house, self.office)

    @property
    def space(self) -> Space:
        """The booths of the scene."""
        return self.parts.space

    @property
    def certificates(self) -> Issued:
        """Certificates of residence."""
        return self._certificates

    async def start(self) -> None:
        """Make good what a kill left; from then on pay what is owed and look at the clock.

        Halls must be open: signs are put up in them.
        """
        await self._certificates.start()
        await self.documents.start()
        await self.parts.space.reconcile()
        await self.effects.start()
        await self.scheduler.start()

    async def stop(self) -> None:
        """Stop; what is owed and what is due is seen to after the next start."""
        await self.scheduler.stop()
        await self.effects.stop()
