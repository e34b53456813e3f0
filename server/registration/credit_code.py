"""Unified social credit codes (统一社会信用代码): GB 32100-2015 around GB 11714-1997.

A code is eighteen characters: registrar, sort, six digits of a region, nine of the organisation
(the last its own check character, modulo 11), and a check character over them all (modulo 31).
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from server.registration import regions
from server.registration.registrars import PAIRS, RESIDENT_PAIRS
from server.registration.typed import bare

Reason = Literal["ok", "length", "charset", "registrar_type", "region", "org_check", "checksum"]

LENGTH: Final = 18
ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""Digits and capitals without I, O, S, V and Z; a character's place is its value."""
WEIGHTS: Final = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
"""Powers of 3 modulo 31 (GB 32100-2015, 表 A.1)."""
ORG_ALPHABET: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ORG_WEIGHTS: Final = (3, 7, 9, 10, 5, 8, 4, 2)
"""GB 11714-1997, modulo 11. There letters count on from 10 with none left out."""


class CodeVerdict(NamedTuple):
    """What is to be said of a text that should be a code.

    ``code`` is the text as it came; ``canonical`` is empty unless it is valid. ``reason`` is the
    first that fails, in the order of ``Reason``. ``flags`` holds ``region_unlisted`` when the
    county stands in no list: the code is valid, and somebody should look at it.
    """

    code: str
    valid: bool
    reason: Reason
    canonical: str
    eligible: bool
    flags: frozenset[str] = frozenset()


def check(text: str) -> CodeVerdict:
    """Judge a text; it may be anything."""
    code = normalised(text)
    reason = fault(code)
    if reason != "ok":
        return CodeVerdict(text, False, reason, "", False)
    unlisted = not regions.is_listed(code[2:8])
    flags = frozenset({"region_unlisted"} if unlisted else ())
    return CodeVerdict(text, True, "ok", code, code[:2] in RESIDENT_PAIRS, flags)


def normalised(text: str) -> str:
    """The text in half width and capitals, without spaces and hyphens of whatever kind."""
    return bare(text)


def fault(code: str) -> Reason:
    """The first thing wrong with a normalised code; ``ok`` when nothing is."""
    if len(code) != LENGTH:
        return "length"
    if not set(code) <= set(ALPHABET):
        return "charset"
    if code[:2] not in PAIRS:
        return "registrar_type"
    if not (code[2:8].isdigit() and regions.is_of_a_province(code[2:8])):
        return "region"
    if code[16] != org_check_character(code[8:16]):
        return "org_check"
    return "ok" if code[17] == check_character(code[:17]) else "checksum"


def org_check_character(body: str) -> str:
    """The check character of an organisation's eight characters (GB 11714-1997)."""
    total = sum(ORG_ALPHABET.index(c) * w for c, w in zip(body, ORG_WEIGHTS, strict=True))
    return "0123456789X"[-total % 11]


def check_character(body: str) -> str:
    """The check character of a code's first seventeen (GB 32100-2015, 附录 A)."""
    total = sum(ALPHABET.index(c) * w for c, w in zip(body, WEIGHTS, strict=True))
    return ALPHABET[-total % 31]
