"""The application form: every mistake at once, while it is typed and when it is handed in.

``normalised`` brings answers into the form that is kept; ``check`` tells everything wrong with
them, ``missing`` what is not there yet. Pointers are ``/fields/<name>`` and ``/documents/<kind>``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from server.registration import credit_code, documents
from server.registration import identity_number as ids
from server.registration.answers import Answer, findings, is_empty, normalise
from server.registration.crossing import cross_findings
from server.registration.errors import Finding
from server.registration.field import Field, Missing, Values
from server.registration.fields import BY_NAME, FIELDS, GROUPS, NAMES
from server.registration.states import Flag

__all__ = ["FIELDS", "GROUPS", "check", "flags", "masked", "missing", "normalised"]

STRANGERS: int = 20
"""Unknown fields that are named in one answer."""


def normalised(values: Values) -> dict[str, Any]:
    """The answers as they are kept; what cannot be understood stays as it is."""
    return {name: normalise(BY_NAME[name], values[name]) for name in BY_NAME if name in values}


def check(values: Values, today: date, *, partial: bool = False) -> list[Finding]:
    """Everything wrong with the answers; ``partial`` looks only at what is filled in."""
    strangers = sorted(str(name) for name in values if name not in NAMES)[:STRANGERS]
    found = [Finding(_pointer(name), "unknown_field") for name in strangers]
    for field in FIELDS:
        value = values.get(field.name)
        if not _is_lacking(field, values):
            found += findings(Answer(field, value, values, today))
        elif not partial and field.required(values):
            found.append(_lacking(field))
    return _once([*found, *cross_findings(values)])


def missing(values: Values, there: Mapping[str, Any]) -> list[Missing]:
    """What is not there yet: answers and documents, in the order in which they are asked for."""
    fields = [
        Missing(f"/fields/{field.name}", _lacking(field).code, field.label)
        for field in FIELDS
        if field.required(values) and _is_lacking(field, values)
    ]
    return [*fields, *documents.missing(values, there)]


def flags(values: Values) -> frozenset[Flag]:
    """What the answers by themselves call for a manager to look at."""
    found: set[Flag] = set()
    if "region_unlisted" in credit_code.check(_text(values, "credit_code")).flags:
        found.add("region_unlisted")
    if any(each.severity == "warning" for each in cross_findings(values)):
        found.add("restricted")
    return frozenset(found)


def masked(values: Values) -> dict[str, Any]:
    """The answers with what is sealed hidden but for its last characters."""
    sealed = {field.name for field in FIELDS if field.sealed}
    return {
        name: ids.masked(value) if name in sealed and isinstance(value, str) else value
        for name, value in values.items()
    }


def _is_lacking(field: Field, values: Values) -> bool:
    """Whether an answer is not there; a consent that was not given is none, and so is an answer
    to a question that is not asked."""
    value = values.get(field.name)
    not_given = field.kind == "consent" and value is False
    return is_empty(value) or not_given or not field.shown(values)


def _lacking(field: Field) -> Finding:
    return Finding(
        _pointer(field.name), "consent_missing" if field.kind == "consent" else "missing"
    )


def _once(found: list[Finding]) -> list[Finding]:
    return list(dict.fromkeys(found))


def _pointer(name: str) -> str:
    return "/fields/" + name[:60].replace("~", "~0").replace("/", "~1")


def _text(values: Values, name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""
