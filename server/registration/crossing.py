"""Answers of the form held against each other: name, legal form, code, industry and scope."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from server.registration import company_name as names
from server.registration import credit_code, script
from server.registration.errors import Finding
from server.registration.field import Values
from server.registration.industry import restricted
from server.registration.legal_forms import COMPANY_WORDS, FORMS, FREE, FormName, ending

FORM: Final = "/fields/legal_form"
NEVER: Final[Mapping[FormName, tuple[FormName, ...]]] = {
    "limited": ("shares",),
    "enterprise": ("limited", "shares", "cooperative"),
}
"""Forms whose endings end in another's: 股份有限公司 in 有限公司, both in 公司."""


def cross_findings(values: Values) -> list[Finding]:
    """What answers that are each fine by themselves say against each other."""
    return [*_form_findings(values), *_scope_findings(values)]


def _form_findings(values: Values) -> list[Finding]:
    form = _text(values, "legal_form")
    if form not in FORMS:
        return []
    known: FormName = form  # type: ignore[assignment]
    name = script.simplified(names.normalised(_text(values, "name")))
    found = []
    if name and not _may_be_called(name, known):
        found.append(Finding(FORM, "form_differs_name"))
    verdict = credit_code.check(_text(values, "credit_code"))
    if verdict.eligible and verdict.canonical[:2] != FORMS[known].pair:
        found.append(Finding(FORM, "form_differs_code"))
    return found


def _may_be_called(name: str, form: FormName) -> bool:
    """Whether a name may end so in this form.

    Names of traders, sole proprietors and partnerships end in whatever their business calls
    itself, but never as a company's do.
    """
    as_printed = name.replace("(", "（").replace(")", "）")
    if form == "partnership" and ending(as_printed, form):
        return True
    if form in FREE or form == "partnership":
        return not any(word in as_printed for word in COMPANY_WORDS)
    others = NEVER.get(form, ())
    return bool(ending(as_printed, form)) and not any(ending(as_printed, each) for each in others)


def _scope_findings(values: Values) -> list[Finding]:
    found = restricted(_text(values, "industry"), _text(values, "scope"))
    return [] if found is None else [found]


def _text(values: Values, name: str) -> str:
    value = values.get(name)
    return value.strip() if isinstance(value, str) else ""
