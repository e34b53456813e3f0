"""The sums of visits that go into the archive and come out of it."""

from __future__ import annotations

from typing import NamedTuple

HOUR, DAY = 3600, 86_400
"""Seconds."""


class VisitHour(NamedTuple):
    """A hall in one hour (its number since 1970): visits begun, seconds stayed."""

    hall: str
    hour: int
    visits: int
    seconds: float


class DwellHour(NamedTuple):
    """What was looked at in one hour; ``exhibit`` is empty for what is no kept exhibit."""

    hall: str
    node: str
    hour: int
    exhibit: str
    visits: int
    seconds: float


class HeatDay(NamedTuple):
    """A square of a hall's floor on one day: ``x`` and ``z`` count squares of ``size`` metres."""

    hall: str
    day: int
    size: float
    x: int
    z: int
    visits: int
    seconds: float


class Sums(NamedTuple):
    """What was counted since the sums were last kept."""

    visits: tuple[VisitHour, ...] = ()
    dwell: tuple[DwellHour, ...] = ()
    heat: tuple[HeatDay, ...] = ()
