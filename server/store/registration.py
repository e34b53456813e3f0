"""Applications with their history, papers and comments, as statements on one connection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import asdict, fields, replace
from typing import Any, Final

from sqlalchemy import (
    Connection,
    Select,
    Text,
    delete,
    func,
    insert,
    or_,
    select,
    type_coerce,
    update,
)
from sqlalchemy.exc import IntegrityError

from server.store.errors import StoreError
from server.store.registration_effects import owe
from server.store.registration_records import (
    Counts,
    Move,
    StoredApplication,
    StoredComment,
    StoredEntry,
    StoredPaper,
)
from server.store.registration_space import free_space, take_space
from server.store.schema.registration import (
    application_comments,
    application_documents,
    application_history,
    applications,
    booth_leases,
    seats,
)

LIVE: Final = ("submitted", "in_review", "changes_requested", "approved", "awaiting_licence",
               "active", "suspended", "exiting")  # fmt: skip
_APPLICATION = [applications.c[each.name] for each in fields(StoredApplication)]
_PAPER = [application_documents.c[name] for name in StoredPaper._fields]
_ENTRY = [application_history.c[name] for name in StoredEntry._fields]
_COMMENT = [application_comments.c[name] for name in StoredComment._fields]


# --- reading --------------------------------------------------------------------------------------


def one(connection: Connection, id: str) -> StoredApplication:
    """An application; raises `application_unknown`."""
    row = connection.execute(select(*_APPLICATION).where(applications.c.id == id)).one_or_none()
    if row is None:
        raise StoreError("application_unknown", f"there is no application {id}")
    return StoredApplication(**row._mapping)


def page(
    connection: Connection,
    limit: int,
    before: str | None,
    ids: Collection[str] | None,
    where: Mapping[str, str],
) -> list[StoredApplication]:
    """Applications, newest first; ``where`` narrows by ``state``, ``flag``, ``clerk``, ``q``...."""
    wanted = select(*_APPLICATION).order_by(applications.c.serial.desc()).limit(limit)
    if ids is not None:
        wanted = wanted.where(applications.c.id.in_(sorted(ids)))
    for name, value in where.items():
        wanted = _narrowed(wanted, name, value)
    if before is not None:
        named = select(applications.c.serial).where(applications.c.id == before).scalar_subquery()
        wanted = wanted.where(applications.c.serial < named)
    return [StoredApplication(**row._mapping) for row in connection.execute(wanted)]


def _narrowed(wanted: Select[Any], name: str, value: str) -> Select[Any]:
    if name == "state":
        return wanted.where(applications.c.state.in_(value.split(",")))
    if name == "flag":
        return wanted.where(type_coerce(applications.c.flags, Text).contains(f'"{value}"'))
    if name == "q":
        return wanted.where(
            or_(
                applications.c.title.contains(value, autoescape=True),
                applications.c.credit_code.contains(value.upper(), autoescape=True),
                applications.c.id == value,
            )
        )
    return wanted.where(applications.c[name] == value)


def of_states(connection: Connection, states: Collection[str]) -> list[StoredApplication]:
    """Every application in one of these states, oldest first."""
    wanted = select(*_APPLICATION).where(applications.c.state.in_(sorted(states)))
    ordered = wanted.order_by(applications.c.serial)
    return [StoredApplication(**row._mapping) for row in connection.execute(ordered)]


def of_submitter(connection: Connection, account: str) -> list[StoredApplication]:
    """What somebody has begun, newest first."""
    wanted = select(*_APPLICATION).where(applications.c.submitter == account)
    ordered = wanted.order_by(applications.c.serial.desc())
    return [StoredApplication(**row._mapping) for row in connection.execute(ordered)]


def alike(connection: Connection, row: StoredApplication) -> list[StoredApplication]:
    """Living applications that may be of the same company or person, oldest first."""
    keys = {name: getattr(row, name) for name in ("credit_code", "folded", "id_index")}
    same = [applications.c[name] == value for name, value in keys.items() if value]
    if not same:
        return []
    wanted = select(*_APPLICATION).where(
        or_(*same), applications.c.id != row.id, applications.c.state.in_(LIVE)
    )
    ordered = wanted.order_by(applications.c.serial)
    return [StoredApplication(**found._mapping) for found in connection.execute(ordered)]


def named_alike(connection: Connection, prefix: str, id: str) -> list[tuple[str, str]]:
    """Ids and names of living applications whose folded name holds a text."""
    wanted = select(applications.c.id, applications.c.title).where(
        applications.c.folded.contains(prefix, autoescape=True),
        applications.c.id != id,
        applications.c.state.in_(LIVE),
    )
    return [(row.id, row.title) for row in connection.execute(wanted.limit(50))]


def history(connection: Connection, id: str) -> list[StoredEntry]:
    """What was done to an application, oldest first."""
    wanted = select(*_ENTRY).where(application_history.c.application == id)
    rows = connection.execute(wanted.order_by(application_history.c.serial))
    return [StoredEntry(*row) for row in rows]


def comments(connection: Connection, id: str) -> list[StoredComment]:
    """What was asked to be changed, oldest first."""
    wanted = select(*_COMMENT).where(application_comments.c.application == id)
    rows = connection.execute(wanted.order_by(application_comments.c.serial))
    return [StoredComment(*row) for row in rows]


def papers(connection: Connection, id: str) -> list[StoredPaper]:
    """The documents of an application, oldest first."""
    wanted = select(*_PAPER).where(application_documents.c.application == id)
    rows = connection.execute(wanted.order_by(application_documents.c.serial))
    return [StoredPaper(*row) for row in rows]


def paper_ids(connection: Connection) -> set[str]:
    """The ids of all documents."""
    return set(connection.execute(select(application_documents.c.id)).scalars())


def counts(connection: Connection) -> Counts:
    """What the registry is busy with."""
    state, division = applications.c.state, applications.c.division
    states = dict(_pairs(connection, select(state, func.count()).group_by(state)))
    residents = state.in_(("active", "suspended", "exiting"))
    by_division = select(division, func.count()).where(residents).group_by(division)
    flags: Counter[str] = Counter()
    for found in connection.execute(select(applications.c.flags).where(state.in_(LIVE))).scalars():
        flags.update(found)
    now_leased = select(func.count()).where(seats.c.application.is_not(None))
    every = select(func.count()).select_from(seats)
    booths = select(func.count()).where(booth_leases.c.ended.is_(None))
    decided = list(connection.execute(_decisions()))
    spans = [row.at - row.submitted for row in decided if row.submitted]
    return Counts(
        states,
        dict(_pairs(connection, by_division)),
        dict(flags),
        connection.execute(every).scalar() or 0,
        connection.execute(now_leased).scalar() or 0,
        0,
        connection.execute(booths).scalar() or 0,
        sum(count for name, count in states.items() if name != "draft"),
        len(decided),
        sum(spans) / len(spans) if spans else 0.0,
    )


def _decisions() -> Select[Any]:
    joined = application_history.join(
        applications, applications.c.id == application_history.c.application
    )
    decided = application_history.c.verb.in_(("approve", "reject", "await"))
    return (
        select(application_history.c.at, applications.c.submitted).select_from(joined)
        .where(decided)
    )  # fmt: skip


def _pairs(connection: Connection, wanted: Select[Any]) -> list[tuple[str, int]]:
    return [(str(name), int(count)) for name, count in connection.execute(wanted)]


# --- changing -------------------------------------------------------------------------------------


def add(connection: Connection, row: StoredApplication, entry: StoredEntry) -> None:
    """Keep a new application."""
    connection.execute(insert(applications).values(asdict(row)))
    connection.execute(insert(application_history).values(entry._asdict()))


def save(connection: Connection, after: StoredApplication, expected: int) -> None:
    """Keep an application as it is now; raises `application_stale`, `code_taken`."""
    same = (applications.c.id == after.id) & (applications.c.version == expected)
    try:
        with connection.begin_nested():
            done = connection.execute(update(applications).where(same).values(asdict(after)))
    except IntegrityError as error:
        raise StoreError("code_taken", "this credit code has a residency already") from error
    if done.rowcount == 0:
        found = one(connection, after.id)
        raise StaleApplicationError(found.version)


class StaleApplicationError(StoreError):
    """`application_stale`: it has been changed since; ``version`` is what it has now."""

    def __init__(self, version: int) -> None:
        super().__init__("application_stale", f"version {version} is the newest")
        self.version = version


def move(connection: Connection, step: Move) -> StoredApplication:
    """Carry out one transition.

    Raises `application_stale`, `code_taken`, `no_free_seat`, `no_free_booth`.
    """
    save(connection, step.after, step.expected)
    if step.lease is not None:
        take_space(connection, step.after.id, step.lease, step.after.changed)
    if step.seat_free_from is not None:
        free_space(connection, step.after.id, step.after.changed, step.seat_free_from)
    if step.resolves:
        open_ones = application_comments.c.resolved.is_(None)
        mine = application_comments.c.application == step.after.id
        at = step.after.changed
        connection.execute(update(application_comments).where(mine & open_ones).values(resolved=at))
    for comment in step.comments:
        connection.execute(insert(application_comments).values(comment._asdict()))
    if step.entry is not None:
        connection.execute(insert(application_history).values(step.entry._asdict()))
    owe(connection, step.after.id, step.effects, step.after.changed)
    return step.after


def note_told(connection: Connection, id: str, told: Collection[str], flags: list[str]) -> None:
    """Remember what people were told and what is said of an application; its version stays."""
    row = one(connection, id)
    values = {"told": sorted({*row.told, *told}), "flags": flags}
    connection.execute(update(applications).where(applications.c.id == id).values(**values))


def note_course(connection: Connection, id: str, changes: Mapping[str, Any]) -> None:
    """Remember more of an application's course; its version stays."""
    row = one(connection, id)
    values = {"course": {**row.course, **changes}}
    connection.execute(update(applications).where(applications.c.id == id).values(**values))


def remove(connection: Connection, id: str) -> None:
    """Take an application away with all that hangs on it; raises `application_unknown`."""
    one(connection, id)
    connection.execute(delete(applications).where(applications.c.id == id))


def add_paper(
    connection: Connection, paper: StoredPaper, most: int, changed: float, expected_states: Any
) -> None:
    """Keep a document; raises `too_many_documents`, `application_locked`."""
    row = one(connection, paper.application)
    if row.state not in expected_states:
        raise StoreError("application_locked", "its documents cannot be changed now")
    mine = application_documents.c.application == paper.application
    count = connection.execute(select(func.count()).where(mine)).scalar() or 0
    if count >= most:
        raise StoreError("too_many_documents", f"{most} documents are the most")
    connection.execute(insert(application_documents).values(paper._asdict()))
    save(connection, replace(row, version=row.version + 1, changed=changed), row.version)


def drop_paper(
    connection: Connection, application: str, id: str, changed: float, expected_states: Any
) -> None:
    """Take a document away; raises `document_unknown`, `application_locked`."""
    row = one(connection, application)
    if row.state not in expected_states:
        raise StoreError("application_locked", "its documents cannot be changed now")
    mine = application_documents.c.application == application
    gone = connection.execute(
        delete(application_documents).where(mine, application_documents.c.id == id)
    )
    if gone.rowcount == 0:
        raise StoreError("document_unknown", f"there is no document {id}")
    save(connection, replace(row, version=row.version + 1, changed=changed), row.version)
