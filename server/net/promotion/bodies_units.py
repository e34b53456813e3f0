"""Bodies of space to let and of holds."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from server.net.bodies import Strict
from server.promotion.holds import HoldState
from server.promotion.units import UnitStatus


class HoldAnswer(BaseModel):
    """A hold: of which unit, until when (Unix time; null: for good), and what may be done."""

    id: str
    hall: str
    unit: str
    no: str
    state: HoldState
    mine: bool
    lead: str
    lead_name: str
    owner: str
    owner_name: str
    author: str
    author_name: str
    starts: float
    until: float | None
    extended: bool
    ended: float | None
    extendable: bool


class UnitAnswer(BaseModel):
    """Space to let: m², kN/m², kW, metres; rent in fen per m² and month; ``since``: from when.

    ``hold`` is there for whoever may know of it: its holder and staff.
    """

    hall: str
    hall_name: dict[str, str]
    unit: str
    no: str
    name: str
    name_en: str
    use: str
    area: float
    rent: int
    since: str
    floor_load: float
    power: float
    height: float
    terms: dict[str, str]
    size: list[float]
    position: list[float]
    status: UnitStatus
    held_until: float | None
    hold: HoldAnswer | None


class UnitList(BaseModel):
    """Space to let, the best fit first; how many there are of each status and use.

    ``hold_days``: how long a hold lasts.
    """

    units: list[UnitAnswer]
    uses: dict[str, int]
    statuses: dict[str, int]
    total_area: float
    free_area: float
    hold_days: int


class HoldNew(Strict):
    """For which lead (staff), and for how many days."""

    lead: str = Field(default="", max_length=64)
    days: int | None = Field(default=None, ge=1, le=180)


class HoldList(BaseModel):
    """Holds, newest first; ``next`` names the last one when there may be more."""

    holds: list[HoldAnswer]
    next: str | None


class StatusBody(Strict):
    """Whether a unit is let (perhaps to a lead) or free."""

    status: Literal["let", "free"]
    lead: str = Field(default="", max_length=64)
