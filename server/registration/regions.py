"""Administrative divisions (GB/T 2260), those abolished since 1980 among them.

The table is python-stdnum's ``cn/loc``. It holds history, and like every list it lacks codes that
stand on real licences (development zones have their own): so it tells what it knows, and the
absence of a county is no proof of anything.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from stdnum.numdb import NumDB

COUNTRY: Final = "100000"
"""The country as a whole: licences that the State's own authority gave."""
NAMELESS: Final = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
_SUFFIX: Final = re.compile(
    r"(.{2,}?)(?:特别行政区|特別行政區|维吾尔自治区|壮族自治区|回族自治区|自治区|省|市)"
)
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


@lru_cache(4096)
def is_listed(region: str) -> bool:
    """Whether six digits name a division that is, or once was, in the list."""
    return region == COUNTRY or any("county" in about for _, about in _table().info(region))


@cache
def names() -> frozenset[str]:
    """What divisions are called, those abolished too; those above a county in short as well.

    In the script of the list, which has a few names in traditional characters.
    """
    long = {name for name, _ in _named()}
    short = {_short(name) for name, is_county in _named() if not is_county}
    return frozenset(long | {name for name in short if len(name) > 1})


@cache
def _named() -> frozenset[tuple[str, bool]]:
    found = set()
    for _, _, _, about, below in _table().prefixes:
        found.add((about["province"], False))
        for _, digits, _, county, _ in below:
            for part in county.get("county", "").split(","):
                found.add((part.partition("]")[2] or part, not digits.endswith("00")))
    return frozenset(each for each in found if each[0] not in NAMELESS)


def _short(name: str) -> str:
    found = _SUFFIX.fullmatch(name)
    return found[1] if found else name


def is_of_a_province(region: str) -> bool:
    """Whether six digits begin as a province's do, or are the country's."""
    return region == COUNTRY or region[:2] in PROVINCES
