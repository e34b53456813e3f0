"""Certificates as statements on one connection, and the book that the event loop asks."""

from __future__ import annotations

from functools import partial

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from server.registration.certificate import Standing
from server.store.certificate_records import StoredCertificate
from server.store.errors import StoreError
from server.store.exhibit_book import Run
from server.store.schema.certificates import certificates

_COLUMNS = [certificates.c[name] for name in StoredCertificate._fields]


class CertificateBook:
    """Certificates of residence. Whatever writes returns once it is durable."""

    def __init__(self, read: Run, write: Run) -> None:
        self._read = read
        self._write = write

    async def add(self, new: StoredCertificate) -> None:
        """Keep a new one; the one before is revoked as ``replaced`` in the same moment.

        Raises ``certificate_exists`` for a number that is known.
        """
        await self._write(partial(add, new=new))

    async def get(self, number: str) -> StoredCertificate | None:
        """One, by its number."""
        return await self._read(partial(one, number=number))

    async def newest(self, company: str) -> StoredCertificate | None:
        """The newest of a company."""
        return await self._read(partial(newest, company=company))

    async def any(self) -> bool:
        """Whether one was ever issued."""
        return await self._read(any_)

    async def standing(self) -> list[StoredCertificate]:
        """Every one that is not revoked, oldest first."""
        return await self._read(standing)

    async def decide(self, company: str, to: Standing, reason: str, now: float) -> bool:
        """Change how a company's certificate stands; False when none stands, or it stands so."""
        return await self._write(partial(decide, company=company, to=to, reason=reason, now=now))

    async def sign_anew(self, signed: list[StoredCertificate]) -> None:
        """Keep the same certificates under another key's signature."""
        await self._write(partial(sign_anew, signed=signed))


def add(connection: Connection, new: StoredCertificate) -> None:
    """Keep a new one instead of the one that stands."""
    decide(connection, new.company, "revoked", "replaced", new.issued)
    try:
        connection.execute(insert(certificates).values(new._asdict()))
    except IntegrityError as error:
        raise StoreError("certificate_exists", new.number) from error


def one(connection: Connection, number: str) -> StoredCertificate | None:
    """One, by its number."""
    row = connection.execute(select(*_COLUMNS).where(certificates.c.number == number)).one_or_none()
    return None if row is None else StoredCertificate(*row)


def any_(connection: Connection) -> bool:
    """Whether there is one."""
    return connection.execute(select(certificates.c.serial).limit(1)).first() is not None


def newest(connection: Connection, company: str) -> StoredCertificate | None:
    """The newest of a company."""
    mine = select(*_COLUMNS).where(certificates.c.company == company)
    row = connection.execute(mine.order_by(certificates.c.serial.desc()).limit(1)).one_or_none()
    return None if row is None else StoredCertificate(*row)


def standing(connection: Connection) -> list[StoredCertificate]:
    """Every one that is not revoked."""
    those = select(*_COLUMNS).where(certificates.c.standing != "revoked")
    found = connection.execute(those.order_by(certificates.c.serial))
    return [StoredCertificate(*row) for row in found]


def decide(connection: Connection, company: str, to: Standing, reason: str, now: float) -> bool:
    """Change how the one that is not revoked stands."""
    mine = (certificates.c.company == company) & (certificates.c.standing != "revoked")
    changed = update(certificates).where(mine, certificates.c.standing != to)
    values = {"standing": to, "reason": reason, "changed": now}
    return connection.execute(changed.values(values)).rowcount > 0


def sign_anew(connection: Connection, signed: list[StoredCertificate]) -> None:
    """Keep other signatures of the same statements."""
    for each in signed:
        same = certificates.c.number == each.number
        values = {"claims": each.claims, "token": each.token, "key": each.key}
        connection.execute(update(certificates).where(same).values(values))
