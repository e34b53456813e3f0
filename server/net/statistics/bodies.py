"""What the overview and the statistics answer, as pydantic models."""

from __future__ import annotations

from pydantic import BaseModel


class VisitSum(BaseModel):
    """Visits begun in a span of time that starts at ``at`` (Unix time), and seconds stayed.

    null: made of too few visits to be told.
    """

    at: int
    hall: str
    visits: int | None
    seconds: int | None


class VisitsAnswer(BaseModel):
    """Visits by hall and hour or day; ``least`` is the number that counts are rounded to."""

    since: int
    until: int
    step: int
    least: int
    total: int | None
    sums: list[VisitSum]


class DwellSum(BaseModel):
    """How long one exhibit was looked at in one hall; ``mean`` seconds a visit."""

    hall: str
    node: str
    exhibit: str | None
    title: dict[str, str]
    visits: int | None
    seconds: int | None
    mean: int | None


class DwellAnswer(BaseModel):
    """What was looked at, longest first."""

    since: int
    until: int
    least: int
    sums: list[DwellSum]


class HeatSum(BaseModel):
    """A square of the floor: its corner with the least x and z, in metres."""

    x: float
    z: float
    seconds: int


class HeatAnswer(BaseModel):
    """Where in a hall visitors were, in squares of ``size`` metres; the rest is untold."""

    hall: str
    since: int
    until: int
    size: float
    least: int
    squares: list[HeatSum]


class DeskDay(BaseModel):
    """A day of the registry desk: when it begins (Unix seconds), and what was done on it."""

    at: int
    submitted: int
    approved: int
    returned: int
    rejected: int


class DeskAnswer(BaseModel):
    """How the registry desk keeps up. ``median_days`` are working days from handing in to answer,
    None without answers; ``kept`` of the ``answered`` came within ``promised`` working days,
    ``late`` after ``longest``. ``waiting`` and ``overdue`` are applications that wait now."""

    since: int
    until: int
    answered: int
    median_days: float | None
    kept: int
    late: int
    promised: int
    longest: int
    waiting: int
    overdue: int
    days: list[DeskDay]


class WaitingItem(BaseModel):
    """One thing that waits for work."""

    id: str
    title: dict[str, str]
    at: float
    code: str


class WaitingPile(BaseModel):
    """The newest of one kind, and how many there are."""

    count: int
    items: list[WaitingItem]


class Health(BaseModel):
    """How the server is: seconds, bytes, milliseconds; counts since it started."""

    version: str
    uptime: float
    connections: int
    tick_p99_ms: float
    tick_hz: int
    disk_free: int
    disk_total: int
    archive_bytes: int
    jobs: int
    errors: int
    notices_waiting: int | None
    notices_failed: int | None


class OverviewAnswer(BaseModel):
    """What waits for work, and how the server is (null without ``figures.read``)."""

    drafts: WaitingPile
    newer: WaitingPile
    blocked: WaitingPile
    failed: WaitingPile
    health: Health | None
