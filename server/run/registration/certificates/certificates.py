"""Certificates of residence: issued, suspended, restored, revoked; proven with or without us."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from server.outside import jws
from server.registration.calendar import day_of
from server.registration.certificate import (
    ALPHABET,
    CHANCE,
    Standing,
    State,
    Statement,
    claims,
    normalised,
    number_of,
    same_matter,
    state_at,
    stated,
)
from server.run.registration.certificates.keys import Keys, SigningKey
from server.run.registration.certificates.sheet import Sheet, sheet_of
from server.run.registration.house import Company, House
from server.store.certificate_records import StoredCertificate

NOWHERE: Final[Mapping[str, str]] = {"zh": "", "en": ""}


@dataclass(frozen=True, slots=True)
class Proof:
    """A certificate as it stands now: what it states, whether it counts, and why not."""

    statement: Statement
    state: State
    reason: str
    key: str
    token: str

    @property
    def number(self) -> str:
        """The number by which it is found."""
        return self.statement.number


class Certificates:
    """The certificates of a park."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._book = house.archive.certificates
        self._keys = Keys(house.settings.data / "secrets")
        self._issuing = asyncio.Lock()

    async def start(self) -> None:
        """Have the keys ready; raises StoreError ``certificate_keys_broken``."""
        signed = await self._book.any()
        await asyncio.to_thread(self._keys.load, self._house.clock.now(), signed=signed)

    # --- what registration does with them -----------------------------------------------------

    async def issue(self, company: Company) -> StoredCertificate:
        """The certificate that says what is true of a company now; the one that stands if it does.

        Another one that stands is revoked as ``replaced`` in the same moment.
        """
        async with self._issuing:
            now = self._house.clock.now()
            standing = await self._book.newest(company.id)
            statement = _statement(company, self._new_number(now), now)
            counts = standing is not None and standing.standing != "revoked"
            if standing is not None and counts and same_matter(stated(standing.claims), statement):
                return standing
            new = self._signed(company.id, statement, now)
            await self._book.add(new)
            return new

    async def suspend(self, company: str, reason: str) -> None:
        """Say that it does not count for now, and why."""
        await self._decide(company, "suspended", reason)

    async def restore(self, company: str) -> None:
        """Let it count again."""
        await self._decide(company, "valid", "")

    async def revoke(self, company: str, reason: str) -> None:
        """End it for good."""
        await self._decide(company, "revoked", reason or "left")

    async def of(self, company: str) -> Proof | None:
        """The newest of a company; None when there is none."""
        kept = await self._book.newest(company)
        return None if kept is None else self._proof(kept)

    async def sheet(self, company: str) -> bytes | None:
        """The newest of a company as a PDF/A-3, in Chinese with English beside; or None.

        Raises NoFaceError when this machine has no Chinese typeface.
        """
        proof = await self.of(company)
        if proof is None:
            return None
        site = self._house.site
        park, issuer = site.name["zh"], site.profile.operator.get("zh", "")
        sheet = Sheet(park, issuer, self.link(proof.number), await self._booth(company))
        fonts = self._house.settings.fonts
        return await asyncio.to_thread(sheet_of, proof.statement, proof.token, sheet, fonts)

    def link(self, number: str) -> str:
        """The page where anybody sees whether it counts."""
        return f"{self._house.address}/verify/{number}"

    # --- what anybody may ask -----------------------------------------------------------------

    async def find(self, number: str) -> Proof | None:
        """A certificate by its number, however that is written."""
        known = normalised(number)
        kept = None if known is None else await self._book.get(known)
        return None if kept is None else self._proof(kept)

    async def prove(self, token: str) -> Proof | None:
        """A signed statement with how it stands here; None when we never issued it.

        Raises SignatureError, StoreError ``certificate_keys_lost``.
        """
        self._keys.must_be()
        told = jws.proven("".join(token.split()), self._keys.published)
        return await self.find(str(told.get("jti", "")))

    # --- keys ---------------------------------------------------------------------------------

    @property
    def published(self) -> list[dict[str, str]]:
        """The keys by which anybody proves a statement, as a JWK Set has them."""
        return self._keys.published

    @property
    def keys(self) -> tuple[SigningKey, ...]:
        """Every key with its life, the one that signs first."""
        return self._keys.all

    async def rotate(self, *, stolen: bool) -> int:
        """Sign with a new key from now on.

        ``stolen``: old keys prove nothing any more, and what stands is signed anew under the same
        numbers; how many these were: so keys that were lost are replaced, too, and without this
        StoreError ``certificate_keys_lost`` is raised. A kill in between leaves both keys; rotating
        again mends it.
        """
        async with self._issuing:
            now = self._house.clock.now()
            if not stolen:
                self._keys.must_be()
            await asyncio.to_thread(self._keys.rotate, now)
            if not stolen:
                return 0
            standing = await self._book.standing()
            signed = [self._again(each) for each in standing]
            await self._book.sign_anew(signed)
            await asyncio.to_thread(self._keys.disown, now)
            return len(signed)

    # --- inside -------------------------------------------------------------------------------

    async def _booth(self, company: str) -> str:
        """Where the company's booth stands, in words; empty without one."""
        lease = await self._house.archive.registration.lease_of(company)
        hall = self._house.halls.get(lease.hall) if lease is not None else None
        if lease is None or hall is None:
            return ""
        state = hall.editing.layers.published
        node = state.nodes.get(lease.node) or {}
        no = str((node.get("booth") or {}).get("no", lease.node))
        return f"{state.hall['name']['zh']} {no}"

    async def _decide(self, company: str, to: Standing, reason: str) -> None:
        await self._book.decide(company, to, reason, self._house.clock.now())

    def _signed(self, company: str, statement: Statement, now: float) -> StoredCertificate:
        told = claims(statement, self._house.address)
        token = jws.sign(told, self._keys.signing)
        key = self._keys.signing["kid"]
        return StoredCertificate(
            statement.number, company, "valid", "", told, token, key, now, statement.until, now
        )

    def _again(self, kept: StoredCertificate) -> StoredCertificate:
        told: dict[str, Any] = dict(kept.claims)
        key = self._keys.signing
        return kept._replace(claims=told, token=jws.sign(told, key), key=key["kid"])

    def _proof(self, kept: StoredCertificate) -> Proof:
        state = state_at(kept.standing, kept.until, self._house.clock.now())
        return Proof(stated(kept.claims), state, kept.reason, kept.key, kept.token)

    @staticmethod
    def _new_number(now: float) -> str:
        chance = "".join(secrets.choice(ALPHABET) for _ in range(CHANCE))
        return number_of(day_of(now).year, chance)


def _statement(company: Company, number: str, now: float) -> Statement:
    return Statement(
        number=number,
        company={"zh": company.name["zh"], "en": company.name["en"]},
        credit_code=company.credit_code,
        custodian=_both(company.custodian),
        address=_both(company.address),
        seat=company.seat,
        starts=company.since,
        until=company.until,
        issued=now,
    )


def _both(text: Mapping[str, str] | None) -> Mapping[str, str]:
    told = text or NOWHERE
    return {"zh": told.get("zh", ""), "en": told.get("en", "") or told.get("zh", "")}
