"""The registry's office: applications are begun, filled in, and moved on as the workflow says.

What a step writes is one transaction; what it owes the world outside is part of it, as rows that
``effects.py`` performs afterwards. A kill at any moment loses neither.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, cast

from scenes.findings import Finding
from server.access.actor import Actor, Grant
from server.registration import form
from server.registration.calendar import add_months, day_of, end_of
from server.registration.case import Case, Given, Item, Offer, Step
from server.registration.consents import CONSENTS
from server.registration.effects import FreeSpace, LeaseBooth, LeaseSpace
from server.registration.errors import RegistrationError
from server.registration.states import LIVE, RESIDENT, Verb
from server.registration.transitions import TABLE
from server.registration.workflow import advance, verbs
from server.run.accounts.account import Account
from server.run.registration.documents import CHANGEABLE, Documents
from server.run.registration.effects import Effects, owed_for
from server.run.registration.facts import Facts
from server.run.registration.files import (
    Values,
    case_of,
    changed_since,
    closed,
    marks_of,
    merged,
    opened,
    row_after,
)
from server.run.registration.house import House, Space
from server.run.registration.keepable import unkeepable
from server.run.registration.seats import Seats
from server.run.secrets import short_id
from server.store.doing import note
from server.store.registration import StaleApplicationError
from server.store.registration_records import (
    Lease,
    Move,
    Place,
    StoredApplication,
    StoredComment,
    StoredEntry,
)

MOST_OPEN: Final = 5
"""Applications that one account may have open at a time."""
REST_MONTHS: Final = 12
"""Months that a seat rests before it is given again."""
OWNER: Final = "enterprise_owner"
CONTACT: Final = frozenset({"contact_name", "phone", "email"})
"""What a resident may change of its file: how it is reached."""
SHOWN: Final = ("name", "name_en", "brief", "brief_en")
"""Fields that visitors will read."""
PURPOSES: Final = {"consent_privacy": "residence", "consent_identity": "sensitive"}
"""What each consent of the form is to."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What comes with a verb from outside; ``version`` is the one that whoever asks has seen."""

    verb: Verb
    version: int
    reason: str = ""
    note: str = ""
    items: tuple[Item, ...] = ()
    agreement: str = ""
    custodian: str = ""
    booth: Place | None = None
    without_booth: bool = False


class Office:
    """Applications of the park. One event loop; the archive decides who comes first."""

    def __init__(self, house: House, documents: Documents, effects: Effects, seats: Seats) -> None:
        self._house = house
        self._book = house.archive.registration
        self.documents = documents
        self.effects = effects
        self.seats = seats
        self.facts = Facts(house, seats)

    @property
    def space(self) -> Space:
        """The booths of the scene."""
        return self.effects.parts.space

    # --- beginning and filling in -------------------------------------------------------------

    async def begin(
        self, by: str, *, lang: str = "zh-CN", values: Mapping[str, Any] | None = None,
        lead: str = "",
    ) -> StoredApplication:  # fmt: skip
        """A new draft, whose enterprise ``by`` runs from now on, as far as they have an account.

        Raises RegistrationError ``too_many_applications``.
        """
        account, now = self._house.accounts.find_id(by), self._house.clock.now()
        begun = await self._book.of_submitter(by)
        for_itself = account is not None and account.kind != "staff"  # staff help walk-ins
        if for_itself and sum(each.state in (*LIVE, "draft") for each in begun) >= MOST_OPEN:
            raise RegistrationError("too_many_applications")
        id = f"e_{short_id()}"
        person = id if account is None or account.kind == "staff" else by
        row = StoredApplication(
            id=id, state="draft", version=1, person=person, submitter=by, created=now,
            changed=now, lang=lang, lead=lead, course={"begun": now, "since": now},
        )  # fmt: skip
        row = closed(self._house.vault, row, values or {})
        entry = StoredEntry(id, person, "begin", "", "draft", by, "", "", "", now)
        note(target=f"application/{id}")
        await self._book.add(row, entry)
        if account is not None:
            await self.admit(account, Grant(OWNER, enterprise=id))
        return row

    async def admit(self, account: Account, grant: Grant) -> Account:
        """Make somebody one of an enterprise's people."""
        grants = account.grants | {grant}
        return await self._house.accounts.regrant(account.id, frozenset(grants), "registration")

    async def own(self, account: Account) -> StoredApplication | None:
        """What somebody is at: their enterprise's newest application that is not over."""
        ids = [g.enterprise for g in account.grants if g.enterprise]
        rows = await self._book.page(20, ids=ids) if ids else []
        going = [row for row in rows if row.ended is None]
        return next(iter(going), next(iter(rows), None))

    async def save(self, id: str, version: int, sent: Mapping[str, Any]) -> StoredApplication:
        """Keep fields as far as they are filled in, right or wrong; the row as it is now.

        Raises RegistrationError ``application_stale`` (with the version it has now),
        ``application_locked``, ``invalid`` (a field that there is not, or not of its kind).
        """
        row = await self._book.get(id)
        reachable = row.state in RESIDENT and sent.keys() <= CONTACT
        if row.state not in CHANGEABLE and not reachable:
            raise RegistrationError("application_locked")
        _must_be(row, version)
        found = unkeepable(sent)
        if reachable:  # nobody reviews it any more, so it must be right at once
            found += form.check(dict(sent), day_of(self._house.clock.now()), partial=True)
        if found:
            raise RegistrationError("invalid", found)
        values = merged(opened(self._house.vault, row), sent)
        after = closed(self._house.vault, row, values)
        after = replace(after, version=row.version + 1, changed=self._house.clock.now())
        note(after={"fields": sorted(sent), "version": after.version})
        try:
            await self._book.save(after, row.version)
        except StaleApplicationError as error:
            raise _stale(error.version) from None
        return after

    async def discard(self, id: str) -> None:
        """Take a draft away with its documents; raises RegistrationError ``wrong_state``."""
        row = await self._book.get(id)
        if row.state != "draft":
            raise RegistrationError("wrong_state")
        papers = await self._book.papers(id)
        await self._book.remove(id)
        await self.documents.forget(papers)
        await self.dismiss(id)

    async def dismiss(self, id: str) -> None:
        """Take the enterprise's grants from all its people."""
        for account in self.people(id):
            kept = frozenset(grant for grant in account.grants if grant.enterprise != id)
            await self._house.accounts.regrant(account.id, kept, "registration")

    # --- the workflow -------------------------------------------------------------------------

    def people(self, id: str) -> list[Account]:
        """The accounts of an enterprise."""
        every = self._house.accounts
        return [a for a in every if any(grant.enterprise == id for grant in a.grants)]

    def case(self, row: StoredApplication) -> Case:
        """An application as the workflow sees it."""
        return case_of(row, (account.id for account in self.people(row.id)))

    def values(self, row: StoredApplication) -> Values:
        """Every field of an application, opened."""
        return opened(self._house.vault, row)

    def offers(self, row: StoredApplication, actor: Actor) -> list[Offer]:
        """What somebody could do now, and why not."""
        return verbs(self.case(row), actor, self._house.clock.now())

    async def transition(self, id: str, actor: Actor, wish: Wish) -> StoredApplication:
        """Do what a verb says, durably; what it owes outside is begun before this returns.

        Raises RegistrationError with the workflow's codes and ``application_stale``; StoreError
        ``no_free_seat``, ``no_free_booth``, ``code_taken``.
        """
        row = await self._book.get(id)
        given = await self._given(row, actor, wish)
        case = self.case(row)
        note(action=f"application.{wish.verb}", target=f"application/{id}", after=None)
        step = advance(case, wish.verb, actor, self._house.clock.now(), given)
        _must_be(row, wish.version)
        note(
            before={"state": row.state, "version": row.version},
            after={"state": step.case.state, "version": step.case.version, "reason": wish.reason},
        )
        after = await self.keep(row, step, actor, wish, given)
        if wish.verb == "submit":
            await self._agree(after, actor)
        await self.effects.soon(id)
        return after

    async def keep(
        self, row: StoredApplication, step: Step, actor: Actor, wish: Wish, given: Given
    ) -> StoredApplication:
        """Write one step, all or nothing."""
        now = step.entry.at
        after = row_after(row, step.case, now)
        if wish.verb == "submit":
            marks = await self._marks(row)
            agreed = {name: self._house.legal.in_force(kind) for name, kind in CONSENTS.items()}
            after = replace(after, course={**after.course, "marks": marks, "consents": agreed})
        if "agreement" in TABLE[step.entry.source, wish.verb].asks:
            after = replace(after, accepted_at=now, accepted_by=actor.id)
        if step.entry.reason:
            after = replace(after, reason=step.entry.reason)
        kinds = {type(effect) for effect in step.effects}
        move = Move(
            after=after,
            expected=row.version,
            entry=self._entry(row, step, actor),
            comments=self._comments(row, actor, given, now),
            resolves=wish.verb in ("submit", "withdraw", "approve", "reject"),
            effects=owed_for(step.effects),
            lease=self._lease(row, step.case, wish, kinds),
            seat_free_from=_rested(now) if FreeSpace in kinds else None,
        )
        try:
            return await self._book.move(move)
        except StaleApplicationError as error:
            raise _stale(error.version) from None

    # --- inside -------------------------------------------------------------------------------

    async def _given(self, row: StoredApplication, actor: Actor, wish: Wish) -> Given:
        values = self.values(row)
        papers = await self._book.papers(row.id)
        marks = changed_since(row.course.get("marks") or {}, await self._marks(row))
        given = await self.facts.of(
            row, values, papers, custodian=wish.custodian, staff=actor.may("application.review")
        )
        said = await self.unsaid(values) if wish.verb == "submit" else []
        return replace(
            given,
            findings=(*given.findings, *said),
            reason=wish.reason,
            note=wish.note,
            items=wish.items,
            agreement=wish.agreement,
            changed=marks,
        )

    async def unsaid(self, values: Values) -> list[Finding]:
        """What may not be shown of the words that visitors would read."""
        texts = {f"/fields/{n}": str(values[n]) for n in SHOWN if values.get(n)}
        found: list[Finding] = await self._house.words.check_all(texts)
        return found

    async def _agree(self, row: StoredApplication, actor: Actor) -> None:
        """Note what was agreed to by handing in, apart for each purpose, with its version."""
        if not actor.id.startswith("a_"):
            return
        agreed = row.course["consents"]
        for name, purpose in PURPOSES.items():
            document = f"{CONSENTS[name]} {agreed[name]}"
            book = self._house.archive.privacy
            await book.give(actor.id, purpose, document, self._house.clock.now())

    async def _marks(self, row: StoredApplication) -> dict[str, str]:
        shas: dict[str, list[str]] = {}
        for paper in await self._book.papers(row.id):
            shas.setdefault(paper.kind, []).append(paper.sha256)
        return cast("dict[str, str]", marks_of(self._house.vault, self.values(row), shas))

    def _lease(
        self, row: StoredApplication, case: Case, wish: Wish, kinds: Container[type]
    ) -> Lease | None:
        """What a step leases: seat and booth of who moves in, or the booth of a resident."""
        if LeaseBooth in kinds:
            free = self.space.candidates(wish.booth)
            return Lease(case.custodian, _places(free), wants_seat=False)
        if LeaseSpace not in kinds:
            return None
        wants = row.fields.get("wants_booth") is True or wish.booth is not None
        wants = wants and not wish.without_booth
        found = self.space.candidates(wish.booth) if wants else ()
        return Lease(case.custodian, _places(found), wants)

    def _entry(self, row: StoredApplication, step: Step, actor: Actor) -> StoredEntry:
        entry = step.entry
        words = self._house.vault.seal(row.person, entry.note) if entry.note else ""
        return StoredEntry(
            row.id, row.person, entry.verb, entry.source, entry.target, entry.by, actor.role,
            entry.reason, words, entry.at,
        )  # fmt: skip

    def _comments(
        self, row: StoredApplication, actor: Actor, given: Given, now: float
    ) -> tuple[StoredComment, ...]:
        seal = self._house.vault.seal
        return tuple(
            StoredComment(
                f"c_{short_id()}", row.id, row.person, item.pointer, seal(row.person, item.text),
                actor.id, now,
            )
            for item in given.items
        )  # fmt: skip


def _places(booths: Iterable[Any]) -> tuple[Place, ...]:
    return tuple(Place(booth.hall, booth.node) for booth in booths)


def _rested(now: float) -> float:
    return end_of(add_months(day_of(now), REST_MONTHS))


def _must_be(row: StoredApplication, version: int) -> None:
    if row.version != version:
        raise _stale(row.version)


def _stale(version: int) -> RegistrationError:
    return RegistrationError(
        "application_stale", [Finding("/version", "current_version", "error", str(version))]
    )
