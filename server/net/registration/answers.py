"""Applications as answers tell them: whole to those who may read them, masked where it must be."""

from __future__ import annotations

from typing import Any, Final

from scenes.findings import Finding
from server.access.actor import Actor
from server.access.roles import WORDS as ROLE_WORDS
from server.access.roles import Role
from server.errors import told_of, words
from server.net.gate import LANG
from server.net.route import Asked
from server.registration import form
from server.registration.calendar import day_of
from server.registration.case import Offer
from server.registration.days_left import days_left
from server.registration.deadlines import ends_at, promised
from server.registration.transitions import TABLE
from server.run.registration.facts import kinds_of
from server.run.registration.files import shown
from server.run.registration.house import SEAT, is_told
from server.store.registration_records import (
    StoredApplication,
    StoredComment,
    StoredEntry,
    StoredLease,
    StoredPaper,
)

HIDDEN: Final = frozenset({"duplicate", "name_conflict", "overdue"})
"""Flags that tell of other firms, or by when they come how long a review has: applicants, who would
learn from that of other firms too, never see them."""
REVIEW: Final = "application.review"
READERS: Final = frozenset({"auditor", "regulator"})


def is_staff(actor: Actor) -> bool:
    """Whether somebody reads applications for the park."""
    return actor.may(REVIEW) or actor.role in READERS


def is_own(actor: Actor, id: str) -> bool:
    """Whether somebody is of an application's own enterprise."""
    return any(grant.enterprise == id for grant in actor.grants)


def detail_of(finding: Finding, lang: str) -> dict[str, Any]:
    """A finding with its field's name, and in both languages."""
    return {
        **told_of(finding, lang),
        "field": field_of(finding.pointer),
        "zh": words(finding.code, "zh-CN"),
        "en": words(finding.code, "en"),
    }


def field_of(pointer: str) -> str:
    """The field that a pointer names: ``/fields/<name>``; empty for others."""
    parts = pointer.split("/")
    return parts[2] if len(parts) > 2 and parts[1] == "fields" else ""


def row_shown(asked: Asked, row: StoredApplication) -> dict[str, Any]:
    """One line of the queue."""
    staff = is_staff(asked.actor)
    due = row.due if staff else promised(asked.park.registry.office.case(row))
    return {
        "id": row.id,
        "state": row.state,
        "version": row.version,
        "flags": [flag for flag in row.flags if staff or flag not in HIDDEN],
        "name": row.title,
        "credit_code": row.credit_code,
        "industry": row.division,
        "clerk": row.clerk if staff else "",
        "clerk_name": asked.park.accounts.name_of(row.clerk) if staff else "",
        "created": row.created,
        "updated": row.changed,
        "submitted": row.submitted,
        "due": due,
        "term_until": row.course.get("term_until"),
        "days_left": None if due is None else days_left(due, asked.park.clock.now()),
    }


async def application_answer(asked: Asked, row: StoredApplication) -> dict[str, Any]:
    """An application whole, as ``ApplicationAnswer``."""
    park, actor, lang = asked.park, asked.actor, asked.request[LANG]
    office, book = park.registry.office, park.archive.registration
    staff, own = is_staff(actor), is_own(actor, row.id)
    papers, values = await book.papers(row.id), office.values(row)
    case, today = office.case(row), day_of(park.clock.now())
    missing = form.missing(values, kinds_of(papers))
    findings = form.check(values, today, partial=True)
    certificate = await park.registry.certificates.of(row.id)
    return {
        **{k: v for k, v in row_shown(asked, row).items() if k in _PLAIN},
        "fields": shown(values, own=own),
        "documents": [paper_shown(asked, paper) for paper in papers],
        "missing": [
            {"pointer": m.pointer, "code": m.code, "zh": m.label.zh, "en": m.label.en}
            for m in missing
        ],
        "findings": [detail_of(finding, lang) for finding in findings],
        "may": [offer_shown(offer, row, lang) for offer in office.offers(row, actor)],
        "comments": [comment_shown(asked, c, staff=staff) for c in await book.comments(row.id)],
        "asked": list(case.asked) if row.state == "changes_requested" else [],
        "deadlines": {
            "submitted": case.submitted,
            "due": case.due if staff else promised(case),
            "hold_until": case.hold_until,
            "term_until": case.term_until,
            "exit_at": case.exit_at,
            "ends_at": ends_at(case),
        },
        "reason": row.reason,
        "custodian": row.custodian,
        "seat": await _seat(asked, row),
        "booth": booth_shown(asked, await book.lease_of(row.id)),
        "certificate": certificate_shown(certificate),
        "agreement": {
            "version": office.facts.in_force,
            "accepted": row.agreement,
            "at": row.accepted_at,
        },
        "history": [passage_shown(asked, e, staff=staff) for e in await book.history(row.id)],
        "told": [name for name in row.told if staff or not name.startswith("overdue:")],
    }


_PLAIN: Final = frozenset(
    {"id", "state", "version", "flags", "clerk", "clerk_name", "created", "updated", "days_left"}
)


def paper_shown(asked: Asked, paper: StoredPaper) -> dict[str, Any]:
    """A document, as ``PaperShown``."""
    return {
        "id": paper.id,
        "kind": paper.kind,
        "name": asked.park.registry.office.documents.label(paper),
        "bytes": paper.bytes,
        "media_type": paper.media_type,
        "sha256": paper.sha256,
        "at": paper.at,
    }


def offer_shown(offer: Offer, row: StoredApplication, lang: str) -> dict[str, Any]:
    """A verb, and why not."""
    transition = TABLE[row.state, offer.verb]  # type: ignore[index]
    why: list[Finding] = []
    for refusal in offer.refusals:
        why += refusal.findings or (Finding("", refusal.code),)
    return {
        "verb": offer.verb,
        "allowed": offer.allowed,
        "why": [detail_of(finding, lang) for finding in why],
        "label": {"zh": transition.zh, "en": transition.en},
        "asks": list(transition.asks),
    }


def comment_shown(asked: Asked, comment: StoredComment, *, staff: bool) -> dict[str, Any]:
    """What is to be changed."""
    return {
        "id": comment.id,
        "pointer": comment.pointer,
        "text": asked.park.vault.open(comment.person, comment.words) or "",
        "by": _by(asked, comment.by, "clerk", staff=staff),
        "at": comment.at,
        "resolved": comment.resolved is not None,
    }


def passage_shown(asked: Asked, entry: StoredEntry, *, staff: bool) -> dict[str, Any]:
    """One line of the history."""
    told = staff or is_told(entry)
    note = asked.park.vault.open(entry.person, entry.note) if entry.note and told else ""
    return {
        "at": entry.at,
        "verb": entry.verb,
        "state": entry.target,
        "by": _by(asked, entry.by, entry.role, staff=staff),
        "role": entry.role,
        "reason": entry.reason,
        "note": note or "",
    }


def booth_shown(asked: Asked, lease: StoredLease | None) -> dict[str, Any] | None:
    """Where a company stands, as ``BoothPlaceShown``."""
    if lease is None:
        return None
    hall = asked.park.halls.get(lease.hall)
    node = hall.editing.layers.published.nodes.get(lease.node) if hall is not None else None
    name = dict((node or {}).get("name") or {})
    no = str(((node or {}).get("booth") or {}).get("no", lease.node))
    position = (node or {}).get("translation")
    return {
        "hall": lease.hall,
        "node": lease.node,
        "name": {"zh": str(name.get("zh") or no), "en": str(name.get("en") or no)},
        "position": [float(each) for each in position] if position else None,
    }


def certificate_shown(certificate: Any) -> dict[str, Any] | None:
    """A certificate, as far as a list shows it."""
    if certificate is None:
        return None
    return {"number": certificate.number, "state": certificate.state}


async def _seat(asked: Asked, row: StoredApplication) -> dict[str, Any] | None:
    book = asked.park.archive.registration
    seat = await book.seat_of(row.id)
    if seat is None:
        return None
    host = await book.host(seat.custodian)
    return {
        "number": seat.number,
        "name": SEAT.format(number=seat.number),
        "address": host.place,
        "custodian": host.id,
        "custodian_name": host.title,
    }


def _by(asked: Asked, id: str, role: str, *, staff: bool) -> str:
    """Who it was: by name for staff; for applicants, who need no clerk's name, by role."""
    name = asked.park.accounts.name_of(id)
    if name and (staff or role.startswith("enterprise")):
        return name
    known: Role = role if role in ROLE_WORDS else "visitor"  # type: ignore[assignment]
    if role in ("", "visitor"):
        return "系统" if asked.request[LANG] != "en" else "The system"
    said = ROLE_WORDS[known]
    return said.en if asked.request[LANG] == "en" else said.zh
