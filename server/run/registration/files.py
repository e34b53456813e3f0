"""An application between archive and workflow: its row, its case, and its fields opened.

What tells of persons is kept as one sealed text; everything else stands in the row as it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final, Protocol, cast

from server.registration import company_name, credit_code, form
from server.registration.case import Case
from server.registration.identity_number import masked as masked_identity
from server.registration.states import Flag, State
from server.run.notices.notices import mask
from server.store.registration_records import StoredApplication

Values = dict[str, Any]
PERSONAL: Final = frozenset(field.name for field in form.FIELDS if field.personal or field.sealed)
"""Fields that are sealed."""
IDENTITY: Final = "id_number"
REACHED: Final = frozenset({"phone", "email"})
COURSE: Final = ("begun", "since", "hold_until", "active_from", "term_until", "exit_at")
"""Moments of a case that stand in the row's ``course``."""


class Sealer(Protocol):
    """The vault, as far as files use it."""

    def seal(self, person: str, text: str) -> str:
        """The text, readable for that person's key alone."""

    def open(self, person: str, sealed: str) -> str | None:
        """What was sealed; None when the key is destroyed."""

    def index(self, text: str) -> str:
        """What a text is found by."""


def opened(vault: Sealer, row: StoredApplication) -> Values:
    """Every field; personal ones are missing once the key is destroyed."""
    sealed = vault.open(row.person, row.sealed) if row.sealed else None
    return {**row.fields, **(json.loads(sealed) if sealed else {})}


def closed(vault: Sealer, row: StoredApplication, values: Mapping[str, Any]) -> StoredApplication:
    """The row with these fields, sealed and indexed as they must be."""
    filled = {name: value for name, value in values.items() if value not in (None, "")}
    values = {**filled, **form.normalised(filled)}
    personal = {name: value for name, value in values.items() if name in PERSONAL}
    plain = {name: value for name, value in values.items() if name not in PERSONAL}
    verdict = credit_code.check(str(values.get("credit_code", "")))
    title = str(values.get("name", ""))
    return replace(
        row,
        fields=plain,
        sealed=vault.seal(row.person, json.dumps(personal, ensure_ascii=False)) if personal else "",
        credit_code=verdict.canonical,
        title=title,
        folded=company_name.folded(title) if title else "",
        division=str(values.get("industry", ""))[:8],
        id_index=_index(vault, "identity", personal.get(IDENTITY)),
        phone_index=_index(vault, "contact", personal.get("phone")),
    )


def shown(values: Mapping[str, Any], *, own: bool) -> Values:
    """Fields as somebody may read them: the identity number is masked for everybody, and how to
    reach people for all but the enterprise's ``own``."""
    told = dict(values)
    if told.get(IDENTITY):
        told[IDENTITY] = masked_identity(str(told[IDENTITY]))
    for name in () if own else REACHED & told.keys():
        told[name] = mask(str(told[name]))
    return told


def merged(before: Mapping[str, Any], sent: Mapping[str, Any]) -> Values:
    """The fields after some were sent; one that comes back masked stays as it was."""
    masks = {**shown(before, own=True), **{n: shown(before, own=False).get(n) for n in REACHED}}
    kept = {
        name: value
        for name, value in sent.items()
        if not (name in (IDENTITY, *REACHED) and value and value == masks.get(name))
    }
    return {**before, **kept}


def marks_of(vault: Sealer, values: Mapping[str, Any], papers: Mapping[str, Iterable[str]]) -> Any:
    """By what to tell later which fields and documents have changed; tells nothing itself."""
    told = {f"/fields/{name}": str(value) for name, value in values.items()}
    told |= {f"/documents/{kind}": " ".join(sorted(shas)) for kind, shas in papers.items()}
    return {pointer: vault.index(f"mark:{pointer}:{text}")[:16] for pointer, text in told.items()}


def changed_since(before: Mapping[str, str], now: Mapping[str, str]) -> frozenset[str]:
    """The pointers whose marks differ."""
    every = before.keys() | now.keys()
    return frozenset(pointer for pointer in every if before.get(pointer) != now.get(pointer))


# --- case and row ---------------------------------------------------------------------------------


def case_of(row: StoredApplication, people: Iterable[str]) -> Case:
    """The application as the workflow sees it."""
    course = row.course
    return Case(
        id=row.id,
        state=cast(State, row.state),
        version=row.version,
        flags=frozenset(cast("list[Flag]", row.flags)),
        is_new_firm=row.fields.get("case") == "new_firm",
        credit_code=row.credit_code,
        submitter=row.submitter,
        people=frozenset(people),
        clerk=row.clerk,
        custodian=row.custodian,
        agreement=row.agreement,
        rounds=row.asked_changes,
        asked=tuple(course.get("asked", ())),
        reopened=frozenset(course.get("reopened", ())),
        submitted=row.submitted,
        due=row.due,
        ended=row.ended,
        told=frozenset(row.told),
        begun=course.get("begun") or row.created,
        since=course.get("since") or row.created,
        hidden=bool(course.get("hidden")),
        hands=frozenset(course.get("hands", ())),
        **{name: course.get(name) for name in COURSE[2:]},
    )


def row_after(row: StoredApplication, case: Case, now: float) -> StoredApplication:
    """The row once the workflow has made this of its case."""
    course = {
        **row.course,
        **{name: getattr(case, name) for name in COURSE},
        "asked": list(case.asked),
        "reopened": sorted(case.reopened),
        "hidden": case.hidden,
        "hands": sorted(case.hands),
    }
    return replace(
        row,
        state=case.state,
        version=case.version,
        flags=sorted(case.flags),
        submitter=case.submitter or row.submitter,
        clerk=case.clerk,
        custodian=case.custodian,
        asked_changes=case.rounds,
        agreement=case.agreement,
        told=sorted(case.told),
        course=course,
        submitted=case.submitted,
        due=case.due,
        ended=case.ended,
        changed=now,
    )


def _index(vault: Sealer, kind: str, value: Any) -> str:
    text = str(value or "").strip().upper()
    return vault.index(f"{kind}:{text}") if text else ""
