"""Every setting of the server, in one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Final

from server.settings.areas.accounts import ACCOUNTS
from server.settings.areas.crowd import CROWD
from server.settings.areas.files import FILES
from server.settings.areas.guide import GUIDE
from server.settings.areas.house import HOUSE
from server.settings.areas.identity import IDENTITY
from server.settings.areas.notices import NOTICES
from server.settings.areas.privacy import PRIVACY
from server.settings.areas.promotion import PROMOTION
from server.settings.areas.registration import REGISTRATION
from server.settings.areas.site import SITE
from server.settings.areas.statistics import STATISTICS
from server.settings.row import Setting
from server.settings.value import Settings

AREAS: Final[Mapping[str, tuple[Setting, ...]]] = {
    "house": HOUSE,
    "crowd": CROWD,
    "files": FILES,
    "accounts": ACCOUNTS,
    "identity": IDENTITY,
    "notices": NOTICES,
    "site": SITE,
    "privacy": PRIVACY,
    "statistics": STATISTICS,
    "promotion": PROMOTION,
    "guide": GUIDE,
    "registration": REGISTRATION,
}
"""The rows by area; an area's name is how pages group them."""
TABLE: Final[tuple[Setting, ...]] = tuple(row for rows in AREAS.values() for row in rows)
ROWS: Final[Mapping[str, Setting]] = {row.name: row for row in TABLE}

assert {row.name for row in fields(Settings)} == ROWS.keys()
