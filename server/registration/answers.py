"""One answer of the form by itself: in the form that is kept, and what is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from server.access.naming import clean_name
from server.registration import capital, contact, credit_code
from server.registration import company_name as names
from server.registration import identity_number as ids
from server.registration.documents import is_new_firm
from server.registration.errors import Finding
from server.registration.field import Field, FieldKind, Values
from server.registration.legal_forms import FREE

EARLIEST: Final = date(1840, 1, 1)
"""No firm that is registered today is older."""
_PERSON: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .·・'’-]){0,58}[^\W\d_.]\.?")
_DAY: Final = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?", re.ASCII)
_HOST: Final = re.compile(r"[^\s/?#@]+\.[^\s/?#@.]{2,}")
_LATIN: Final = re.compile(r"[^\u3000-\u303f\u3400-\u9fff\U00020000-\U000323af]*")


class Answer(NamedTuple):
    """An answer, the question it belongs to, all the others, and the day it is given."""

    field: Field
    value: Any
    values: Values
    today: date

    def wrong(self, code: str, about: str = "") -> list[Finding]:
        """One error about it."""
        return [Finding(f"/fields/{self.field.name}", code, "error", about)]


def is_empty(value: object) -> bool:
    """Whether nothing was answered."""
    return value is None or (isinstance(value, str) and not value.strip())


def normalise(field: Field, value: Any) -> Any:
    """An answer as it is kept; one that cannot be understood stays as it came."""
    if not isinstance(value, str) or len(value) > field.longest * 4 + 64:
        return value
    return NORMALISERS.get(field.name, NORMALISERS_OF_KIND.get(field.kind, plain))(value)


def findings(answer: Answer) -> list[Finding]:
    """What is wrong with an answer that is there."""
    field, value = answer.field, answer.value
    if field.kind in ("yes_no", "consent"):
        return [] if isinstance(value, bool) else answer.wrong("not_a_boolean")
    if field.kind == "money":
        found = capital.parse(value)
        return [found] if isinstance(found, Finding) else []
    if not isinstance(value, str):
        return answer.wrong("not_a_string")
    if len(value) > field.longest:
        return answer.wrong("too_long", f"≤ {field.longest}")
    return CHECKS.get(field.name, CHECKS_OF_KIND.get(field.kind, _nothing))(answer)


def plain(text: str) -> str:
    """Text as others may see it: one line, NFC, nothing hidden in it."""
    return clean_name(text)


def _lines(text: str) -> str:
    lines = (plain(line) for line in unicodedata.normalize("NFC", text).splitlines())
    return "\n".join(line for line in lines if line)


def _code(text: str) -> str:
    return credit_code.normalised(text)


def _day(text: str) -> str:
    found = _DAY.fullmatch(unicodedata.normalize("NFKC", text).strip())
    try:
        return date(*map(int, found.groups())).isoformat() if found else text.strip()
    except ValueError:
        return text.strip()


def _money(text: str) -> Any:
    found = capital.parse(text)
    return text if isinstance(found, Finding) else found


def _nothing(answer: Answer) -> list[Finding]:
    return []


def _check_choice(answer: Answer) -> list[Finding]:
    known = {choice.value for choice in answer.field.choices}
    return [] if answer.value.strip() in known else answer.wrong("not_a_choice")


def _check_code(answer: Answer) -> list[Finding]:
    verdict = credit_code.check(answer.value)
    if not verdict.valid:
        return answer.wrong(verdict.reason)
    return [] if verdict.eligible else answer.wrong("not_eligible")


def _check_name(answer: Answer) -> list[Finding]:
    is_free = answer.values.get("legal_form") in tuple(FREE)
    return names.check(answer.value, is_new=is_new_firm(answer.values), is_free=is_free)


def _check_person(answer: Answer) -> list[Finding]:
    return [] if _PERSON.fullmatch(plain(answer.value)) else answer.wrong("not_a_person")


def _check_id(answer: Answer) -> list[Finding]:
    kind = answer.values.get("id_kind")
    kind = kind if kind in ids.KINDS else "resident_id"
    reason = ids.check(answer.value, answer.today, str(kind))
    return [] if reason == "ok" else answer.wrong(f"id_{reason}")


def _check_phone(answer: Answer) -> list[Finding]:
    return [] if contact.phone(answer.value) else answer.wrong("bad_phone")


def _check_email(answer: Answer) -> list[Finding]:
    return [] if contact.email(answer.value) else answer.wrong("bad_email")


def _check_day(answer: Answer) -> list[Finding]:
    try:
        day = date.fromisoformat(_day(answer.value))
    except ValueError:
        return answer.wrong("not_a_date")
    return [] if EARLIEST <= day <= answer.today else answer.wrong("date_outside")


def _check_url(answer: Answer) -> list[Finding]:
    text = answer.value.strip()
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        fits = parts.scheme in ("http", "https") and "@" not in parts.netloc
        fits = fits and (parts.port is None or parts.port > 0)
    except ValueError:
        return answer.wrong("bad_url")
    return [] if fits and _HOST.fullmatch(host) and text.isprintable() else answer.wrong("bad_url")


def _check_english(answer: Answer) -> list[Finding]:
    turned = any(unicodedata.category(sign) == "Cf" for sign in answer.value)
    fine = _LATIN.fullmatch(answer.value) and not turned  # what is read is what was typed
    return [] if fine else answer.wrong("not_english")


def _check_address(answer: Answer) -> list[Finding]:
    return [] if len(plain(answer.value)) >= 5 else answer.wrong("too_short", "≥ 5")


def _check_scope(answer: Answer) -> list[Finding]:
    return [] if len(plain(answer.value)) >= 2 else answer.wrong("too_short", "≥ 2")


NORMALISERS: Final[Mapping[str, Callable[[str], Any]]] = {
    "name": names.normalised,
    "id_number": ids.normalised,
}
NORMALISERS_OF_KIND: Final[Mapping[FieldKind, Callable[[str], Any]]] = {
    "code": _code,
    "date": _day,
    "money": _money,
    "phone": lambda text: contact.phone(text) or text.strip(),
    "email": lambda text: contact.email(text) or text.strip(),
    "long_text": _lines,
    "url": str.strip,
    "choice": str.strip,
}
CHECKS: Final[Mapping[str, Callable[[Answer], list[Finding]]]] = {
    "name": _check_name,
    "name_en": _check_english,
    "brief_en": _check_english,
    "scope": _check_scope,
    "registered_address": _check_address,
    "legal_rep": _check_person,
    "contact_name": _check_person,
}
CHECKS_OF_KIND: Final[Mapping[FieldKind, Callable[[Answer], list[Finding]]]] = {
    "choice": _check_choice,
    "code": _check_code,
    "number": _check_id,
    "phone": _check_phone,
    "email": _check_email,
    "date": _check_day,
    "url": _check_url,
}
