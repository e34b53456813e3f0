"""Promotion of one park: leads, visits, space to let, and what time does to them."""

from __future__ import annotations

from server.run.promotion.bookings import Bookings
from server.run.promotion.house import House
from server.run.promotion.landing import Landing
from server.run.promotion.leads import Leads
from server.run.promotion.letters import Letters
from server.run.promotion.pace import LeavingPace
from server.run.promotion.rounds import Rounds
from server.run.promotion.units import Units


class Promotion:
    """Begun and stopped together."""

    def __init__(self, house: House) -> None:
        self.letters = Letters(house)
        self.leads = Leads(house)
        self.landing = Landing(house, self.leads)
        self.bookings = Bookings(house, self.leads, self.letters)
        self.units = Units(house, self.leads)
        self.pace = LeavingPace()
        self.rounds = Rounds(
            house, self.leads, self.bookings, self.units, self.letters, self.landing
        )

    async def start(self) -> None:
        """Read what was kept, have the scene show it, and begin to look at the clock."""
        await self.bookings.start()
        await self.units.start()
        self.rounds.start()

    async def stop(self) -> None:
        """Stop looking; what is due is done after the next start."""
        await self.rounds.stop()
