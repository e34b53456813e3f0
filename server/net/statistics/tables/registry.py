"""Every table that can be had as a file, by its name in the address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from server.net.statistics.tables.content import CONTENT
from server.net.statistics.tables.counted import COUNTED
from server.net.statistics.tables.guides import GUIDES
from server.net.statistics.tables.persons import PERSONS
from server.net.statistics.tables.promotion import PROMOTION
from server.net.statistics.tables.records import RECORDS
from server.net.statistics.tables.registration import REGISTRATION
from server.net.statistics.tables.table import Table

TABLES: Final[Mapping[str, Table]] = {
    table.name: table
    for table in (*CONTENT, *COUNTED, *PERSONS, *RECORDS, *PROMOTION, *REGISTRATION, *GUIDES)
}
