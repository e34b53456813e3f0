from __future__ import annotations

from server.registration import calendar, regions, tables


def test_tables_are_read_once() -> None:
    tables.read()
    assert regions.names() is regions.names()
    assert calendar.known_years() is calendar.known_years()
