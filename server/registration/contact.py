"""How somebody is reached: telephone and e-mail address. Syntax only; nobody is asked.

Mainland mobiles have eleven digits beginning with 13 to 19; landlines an area code with a leading
zero and seven or eight digits; 400 and 800 are service numbers. Anything else must be written
internationally (ITU-T E.164: ``+`` and at most 15 digits).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LONGEST_MAIL: Final = 254
LONGEST_PHONE: Final = 40
_MOBILE: Final = re.compile(r"1[3-9]\d{9}", re.ASCII)
_LANDLINE: Final = re.compile(r"0?(10\d{8}|2\d{9}|[3-9]\d{2}\d{7,8})", re.ASCII)
_SERVICE: Final = re.compile(r"[48]00\d{7}", re.ASCII)
_FOREIGN: Final = re.compile(r"\+(?!86)[1-9]\d{6,14}", re.ASCII)
_EXTENSION: Final = re.compile(r"(?:转|;?ext[.=]?|x|#)(\d{1,6})$", re.ASCII)
_NOISE: Final = re.compile(r"[\s\-‐‑–—()（）.·]")
_LOCAL: Final = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL: Final = re.compile(r"(?!-)[^\W_](?:[^\W_]|-){0,61}(?<!-)|[^\W_]")


def phone(text: str) -> str:
    """The number as E.164 has it, with ``;ext=`` after it when there is one; empty when it is none.

    Numbers without a country code are of the mainland.
    """
    if len(text) > LONGEST_PHONE:
        return ""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    found = _EXTENSION.search(plain)
    extension = f";ext={found[1]}" if found else ""
    bare = _NOISE.sub("", plain[: found.start()] if found else plain)
    if re.fullmatch(r"00[0-9]+", bare):
        bare = "+" + bare[2:]
    if _FOREIGN.fullmatch(bare):
        return bare + extension
    home = bare.removeprefix("+86")
    if _MOBILE.fullmatch(home):
        return "" if extension else f"+86{home}"
    if _LANDLINE.fullmatch(home) or _SERVICE.fullmatch(home):
        return f"+86{home.removeprefix('0')}{extension}"
    return ""


def email(text: str) -> str:
    """The address with its domain in lower case; empty when it is none (RFC 5321, unquoted)."""
    plain = unicodedata.normalize("NFKC", text).strip()
    local, at, domain = plain.rpartition("@")
    labels = domain.lower().split(".")
    fits = at and len(plain) <= LONGEST_MAIL and len(local) <= 64 and len(labels) > 1
    if not (fits and _LOCAL.fullmatch(local) and all(map(_LABEL.fullmatch, labels))):
        return ""
    return "" if labels[-1].isdigit() else f"{local}@{'.'.join(labels)}"
