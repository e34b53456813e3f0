"""Fields that cannot be kept even while a form is being filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scenes.findings import Finding
from server.registration import form


def unkeepable(sent: Mapping[str, Any]) -> list[Finding]:
    """Fields that the form has not, or that cannot be kept even for a while."""
    known = {field.name: field for field in form.FIELDS}
    found = []
    for name, value in sent.items():
        field = known.get(name)
        if field is None:
            found.append(Finding(f"/fields/{name[:64]}", "unknown_property"))
        elif isinstance(value, str) and len(value) > max(field.longest, 64) * 2:
            found.append(Finding(f"/fields/{name}", "wrong_length"))
        elif not (value is None or isinstance(value, str | bool | int | list)):
            found.append(Finding(f"/fields/{name}", "not_a_string"))
        elif isinstance(value, str) and _is_unstorable(value):
            found.append(Finding(f"/fields/{name}", "text_unstorable"))
        elif isinstance(value, list) and not _is_short(value):
            found.append(Finding(f"/fields/{name}", "wrong_length"))
        elif isinstance(value, list) and any(map(_is_unstorable, value)):
            found.append(Finding(f"/fields/{name}", "text_unstorable"))
    return found


def _is_unstorable(text: str) -> bool:
    """Whether no archive keeps it: NUL, and halves of signs."""
    return "\x00" in text or any("\ud800" <= sign <= "\udfff" for sign in text)


def _is_short(values: list[Any]) -> bool:
    return len(values) <= 50 and all(isinstance(v, str) and len(v) <= 64 for v in values)
