"""Administrative divisions (GB/T 2260), those abolished since 1980 among them.

The table is python-stdnum's ``cn/loc``. It holds history, and like every list it lacks codes that
stand on real licences (development zones have their own): so it tells what it knows, and the
absence of a county is no proof of anything.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from stdnum.numdb import NumDB

COUNTRY: Final = "100000"
"""The country as a whole: licences that the State's own authority gave."""
PROVINCES: Final = frozenset(
    (
        *("11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36"),
        *("37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62"),
        *("63", "64", "65", "71", "81", "82"),
    )
)
"""The first two digits of every province, region, municipality and special region."""


@cache
def _table() -> NumDB:
    from stdnum import numdb  # read when the first code is looked at, not when a park starts

    return numdb.get("cn/loc")


@cache
def is_listed(region: str) -> bool:
    """Whether six digits name a division that is, or once was, in the list."""
    return region == COUNTRY or any("county" in about for _, about in _table().info(region))


def is_of_a_province(region: str) -> bool:
    """Whether six digits begin as a province's do, or are the country's."""
    return region == COUNTRY or region[:2] in PROVINCES
