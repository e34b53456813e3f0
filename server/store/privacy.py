"""Consents, requests, erasures and network events, as statements on one connection."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, insert, select, update

from server.store.errors import StoreError
from server.store.privacy_records import Consent, Erasure, NetworkEvent, PrivacyRequest
from server.store.schema.privacy import consents, erasures, network_log, privacy_requests

_CONSENT = [consents.c[name] for name in Consent._fields]
_REQUEST = [privacy_requests.c[name] for name in PrivacyRequest._fields]
_ERASURE = [erasures.c[name] for name in Erasure._fields]
_EVENT = [network_log.c[name] for name in NetworkEvent._fields]

# --- consents -------------------------------------------------------------------------------------


def give(connection: Connection, person: str, purpose: str, document: str, at: float) -> Consent:
    """Note a consent; one that stands for the same version of the document stays as it is."""
    standing = select(*_CONSENT).where(
        consents.c.person == person,
        consents.c.purpose == purpose,
        consents.c.document == document,
        consents.c.withdrawn.is_(None),
    )
    row = connection.execute(standing).first()
    if row is None:
        withdraw(connection, person, purpose, at)
        connection.execute(
            insert(consents).values(person=person, purpose=purpose, document=document, given=at)
        )
        row = connection.execute(standing).one()
    return Consent(**row._mapping)


def withdraw(connection: Connection, person: str, purpose: str, at: float) -> int:
    """Note that somebody agrees no longer; how many consents that ends."""
    standing = (
        (consents.c.person == person)
        & (consents.c.purpose == purpose)
        & consents.c.withdrawn.is_(None)
    )
    return connection.execute(update(consents).where(standing).values(withdrawn=at)).rowcount


def consents_of(connection: Connection, person: str) -> list[Consent]:
    """Everything that somebody agreed to, oldest first."""
    wanted = select(*_CONSENT).where(consents.c.person == person).order_by(consents.c.serial)
    return [Consent(**row._mapping) for row in connection.execute(wanted)]


def consent_counts(connection: Connection) -> dict[str, tuple[int, int]]:
    """For each purpose, how many consents stand and how many were withdrawn."""
    stands = func.count().filter(consents.c.withdrawn.is_(None))
    rows = connection.execute(
        select(consents.c.purpose, stands, func.count()).group_by(consents.c.purpose)
    )
    return {purpose: (int(stand), int(every) - int(stand)) for purpose, stand, every in rows}


# --- requests -------------------------------------------------------------------------------------


def ask(connection: Connection, request: PrivacyRequest) -> None:
    """Note a request."""
    connection.execute(insert(privacy_requests).values(**request._asdict()))


def requests(connection: Connection, person: str | None, limit: int) -> list[PrivacyRequest]:
    """Requests, of somebody or all, the most urgent open ones first, then the newest."""
    wanted = select(*_REQUEST)
    if person is not None:
        wanted = wanted.where(privacy_requests.c.person == person)
    open_first = (privacy_requests.c.state != "open").asc()
    ordered = wanted.order_by(open_first, privacy_requests.c.due, privacy_requests.c.id)
    return [PrivacyRequest(**row._mapping) for row in connection.execute(ordered.limit(limit))]


def end(connection: Connection, id: str, state: str, by: str, at: float) -> PrivacyRequest:
    """Close a request; raise `request_unknown`, `request_closed`."""
    row = connection.execute(select(*_REQUEST).where(privacy_requests.c.id == id)).one_or_none()
    if row is None:
        raise StoreError("request_unknown", f"there is no request {id}")
    found = PrivacyRequest(**row._mapping)
    if found.state != "open":
        raise StoreError("request_closed", f"request {id} is closed")
    values = {"state": state, "ended": at, "ended_by": by}
    connection.execute(update(privacy_requests).where(privacy_requests.c.id == id).values(**values))
    return PrivacyRequest(**{**found._asdict(), **values})


# --- erasures -------------------------------------------------------------------------------------


def begin_erasure(connection: Connection, person: str, by: str, at: float) -> None:
    """Note that somebody is being deleted, before anything of theirs goes."""
    known = connection.execute(select(erasures.c.at).where(erasures.c.person == person)).first()
    if known is None:
        connection.execute(insert(erasures).values(person=person, at=at, by=by, done=False))
    else:
        connection.execute(update(erasures).where(erasures.c.person == person).values(done=False))


def forget_erasure(connection: Connection, person: str) -> None:
    """Note that somebody is not to be deleted after all."""
    connection.execute(delete(erasures).where(erasures.c.person == person))


def end_erasure(connection: Connection, person: str) -> None:
    """Note that nothing of somebody is left."""
    connection.execute(update(erasures).where(erasures.c.person == person).values(done=True))


def erased(connection: Connection) -> list[Erasure]:
    """Everybody who was deleted, oldest first."""
    wanted = select(*_ERASURE).order_by(erasures.c.at, erasures.c.person)
    return [Erasure(**row._mapping) for row in connection.execute(wanted)]


# --- network events -------------------------------------------------------------------------------


def log_events(connection: Connection, events: Sequence[NetworkEvent]) -> None:
    """Add network events."""
    if events:
        connection.execute(insert(network_log), [event._asdict() for event in events])


def network_events(
    connection: Connection, since: float, until: float, after: int, limit: int
) -> list[tuple[int, NetworkEvent]]:
    """Network events of a time with their serial numbers, oldest first, after one of them."""
    wanted = select(network_log.c.serial, *_EVENT).where(
        network_log.c.at >= since, network_log.c.at < until, network_log.c.serial > after
    )
    rows = connection.execute(wanted.order_by(network_log.c.serial).limit(limit))
    return [(serial, NetworkEvent(*event)) for serial, *event in rows]


def cut_network_log(connection: Connection, older: float) -> int:
    """Forget network events older than a time; how many."""
    return connection.execute(delete(network_log).where(network_log.c.at < older)).rowcount
