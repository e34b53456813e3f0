"""Phone numbers as the world's tables know them (ITU-T E.164)."""

from __future__ import annotations

import phonenumbers

HOME = "CN"
"""Where numbers without a country code belong."""


def canonical_phone(text: str) -> str | None:
    """A number in the form ``+8613800138000``; None when there can be no such number."""
    try:
        number = phonenumbers.parse(text[:40], HOME)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
