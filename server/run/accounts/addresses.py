"""E-mail addresses and phone numbers in the one form by which they are found again."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from server.outside.phones import canonical_phone

LONGEST: Final = 254
"""Characters of an e-mail address (RFC 5321, section 4.5.3.1.3)."""
_MARKS: Final = r"\s@,;:<>\"()\[\]\\"
_EMAIL: Final = re.compile(rf"[^{_MARKS}]{{1,64}}@(?:[^.{_MARKS}]{{1,63}}\.)+[^.{_MARKS}]{{2,63}}")


def email_of(text: str) -> str | None:
    """An e-mail address in small letters and NFC; None when it cannot be one."""
    plain = unicodedata.normalize("NFC", text.strip()).lower()
    if len(plain) > LONGEST or not _EMAIL.fullmatch(plain):
        return None
    return None if any(unicodedata.category(c).startswith("C") for c in plain) else plain


def phone_of(text: str) -> str | None:
    """A phone number in international form; None when it cannot be one."""
    return canonical_phone(text)


def hint_of(address: str) -> str:
    """Enough of an address for its owner to know it by: ``li***@park.example``, ``***8000``."""
    local, at, domain = address.partition("@")
    return f"{local[:2]}***@{domain}" if at else f"***{address[-4:]}"
