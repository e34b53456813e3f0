"""The tables that are read when first asked: places, scripts, the announced calendar."""

from __future__ import annotations

from server.registration import calendar, regions, script


def read() -> None:
    """Read them now, in some tenths of a second, so that the first who asks need not wait."""
    regions.names()
    script.simplified("騰")
    calendar.known_years()
