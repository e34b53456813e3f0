"""Mutes, removals and blocks: in memory for the doors that ask, in the archive to last.

A mute takes somebody's voice: they change nothing that others see. A removal ends the stay and
lets nobody back for a few minutes; a block does so for long, by account, by household, or both.
Households are kept as keyed hashes alone. Staff are never kept out by an address.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from server.access.actor import Actor, Thing
from server.halls.errors import HallError
from server.run.moderation import words
from server.run.moderation.house import House, Place
from server.run.moderation.subjects import (
    address_subject,
    outranks,
    person_subject,
    subjects_of,
)
from server.run.secrets import short_id
from server.run.talk import Talk
from server.store.moderation_records import By, Kind, Restraint
from server.wire import messages as wire

KEPT_SECONDS: Final = 180 * 86_400.0
"""How long what is over is remembered."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a moderator decides: why, in their own words too, and for how many seconds."""

    reason: str
    words: str
    seconds: float | None


@dataclass(slots=True)
class Moderation:
    """The restraints in force, by whom they are about."""

    house: House
    _held: dict[str, Restraint] = field(default_factory=dict)
    _about: dict[str, dict[str, Restraint]] = field(default_factory=dict)
    _muted: dict[str, Restraint] = field(default_factory=dict)
    """Connections whose visitors are muted, and until when."""

    async def start(self) -> None:
        """Remember what is in force, and forget what is long over."""
        book, now = self.house.archive.moderation, self.house.clock.now()
        await book.forget(now - KEPT_SECONDS)
        for restraint in await book.holding(now):
            self._hold(restraint)

    # --- the doors ask ------------------------------------------------------------------------

    def keeps_out(self, actor: Actor, address: str) -> Restraint | None:
        """The block or removal that keeps somebody out, the longest first."""
        now = self.house.clock.now()
        found = [
            restraint
            for subject in subjects_of(self.house.vault, actor, address)
            for restraint in self._holding(subject, now)
            if restraint.kind != "mute"
        ]
        return max(found, key=lambda r: (r.kind == "block", r.until or float("inf")), default=None)

    def mute_of(self, actor: Actor, address: str, name: str) -> Restraint | None:
        """The mute that lies on somebody who comes in under this name."""
        vault, now = self.house.vault, self.house.clock.now()
        subject = actor.id if actor.is_known else person_subject(vault, address, name)
        return next((r for r in self._holding(subject, now) if r.kind == "mute"), None)

    def told(self, restraint: Restraint, lang: str) -> str:
        """A restraint in the words of whoever it lies on."""
        now = self.house.clock.now()
        left = None if restraint.until is None else restraint.until - now
        note = self.house.vault.open(restraint.person, restraint.words) or ""
        match restraint.kind:
            case "block":
                return words.blocked(restraint.reason, note, left, lang)
            case "remove":
                return words.removed(restraint.reason, note, left or 0.0, lang)
            case _:
                return words.muted(restraint.reason, note, left or 0.0, lang)

    def came(self, talk: Talk, mute: Restraint | None) -> None:
        """Somebody is in a hall; a mute that lies on them comes along, and they are told."""
        if mute is not None:
            self._muted[talk.line.id] = mute
            self._tell(talk, wire.Notice("muted", self.told(mute, talk.lang), "warning"))

    def tick(self, now: float) -> None:
        """Give back their voice to whose mutes are over."""
        for connection, mute in list(self._muted.items()):
            if connection not in self.house.talks:
                del self._muted[connection]
            elif not mute.holds(now):
                self._unmute(connection)

    # --- moderators do ------------------------------------------------------------------------

    def place(self, connection: str, moderator: Actor) -> Place:
        """Who is on a connection; raises ``visitor_gone``, ``forbidden``, ``outranked``."""
        talk = self.house.talks.get(connection)
        if talk is None or talk.hall is None or talk.visitor is None:
            raise HallError("visitor_gone")
        if not moderator.may("visitor.moderate", Thing(hall=talk.hall.id)):
            raise HallError("forbidden")
        if not outranks(moderator, talk.actor, talk.hall.id):
            raise HallError("outranked")
        return talk, talk.hall, talk.visitor

    async def mute(self, connection: str, moderator: Actor, verdict: Verdict) -> Restraint:
        """Take somebody's voice."""
        talk, _, visitor = self.place(connection, moderator)
        subject = person_subject(self.house.vault, talk.address, visitor.name)
        mute = self._made("mute", talk, subject, moderator, verdict)
        await self._keep(mute)
        if talk.visitor is visitor and talk.hall is not None:
            talk.hall.standing.mute(visitor, muted=True)
            self.came(talk, mute)
        return mute

    async def unmute(self, connection: str, moderator: Actor) -> None:
        """Give it back."""
        self.place(connection, moderator)
        mute = self._muted.get(connection)
        if mute is None:
            raise HallError("block_unknown")
        await self.lift(mute.id, moderator)

    async def remove(self, connection: str, moderator: Actor, verdict: Verdict) -> Restraint:
        """End somebody's stay; they may come back after a while."""
        talk, _, _ = self.place(connection, moderator)
        subject = address_subject(self.house.vault, talk.address)
        removal = self._made("remove", talk, subject, moderator, verdict)
        await self._keep(removal)
        self._show_out(talk, removal)
        return removal

    async def block(
        self, connection: str, moderator: Actor, verdict: Verdict, by: frozenset[By]
    ) -> list[Restraint]:
        """Keep somebody out of the whole park, and show them out; raises ``forbidden`` to whoever
        may moderate in one hall alone."""
        talk, _, _ = self.place(connection, moderator)
        if not moderator.may("visitor.moderate", Thing()):
            raise HallError("forbidden")
        address = address_subject(self.house.vault, talk.address)
        subjects: list[tuple[By, str]] = []
        if "account" in by and talk.actor.is_known:
            subjects.append(("account", talk.actor.id))
        if "address" in by or not subjects:
            subjects.append(("address", address))
        blocks = [self._made("block", talk, subject, moderator, verdict, by=how)
                  for how, subject in subjects]  # fmt: skip
        for restraint in blocks:
            await self._keep(restraint)
        for other in list(self.house.talks.values()):
            about = self.keeps_out(other.actor, other.address)
            lower = other.hall is not None and outranks(moderator, other.actor, other.hall.id)
            if about in blocks and (other is talk or lower):
                self._show_out(other, about)
        return blocks

    async def lift(self, id: str, moderator: Actor) -> Restraint:
        """End a restraint before its time; raises ``block_unknown``."""
        lifted = await self.house.archive.moderation.lift(id, self.house.clock.now(), moderator.id)
        self._held.pop(id, None)
        self._about.get(lifted.subject, {}).pop(id, None)
        for connection, mute in list(self._muted.items()):
            if mute.id == id:
                self._unmute(connection)
        return lifted

    # --- inside -------------------------------------------------------------------------------

    def _made(
        self, kind: Kind, talk: Talk, subject: str, moderator: Actor, verdict: Verdict,
        by: By | None = None,
    ) -> Restraint:  # fmt: skip
        id, now, vault = f"b_{short_id()}", self.house.clock.now(), self.house.vault
        known = talk.actor.is_known
        how: By = by or ("account" if known else "address")
        person = talk.actor.id if known else id
        name = "" if talk.visitor is None else talk.visitor.name
        return Restraint(
            id=id,
            kind=kind,
            by=how,
            subject=talk.actor.id if how == "account" else subject,
            person=person,
            name=vault.seal(person, name),
            reason=verdict.reason,
            words=vault.seal(person, verdict.words),
            author=moderator.id,
            at=now,
            until=None if verdict.seconds is None else now + verdict.seconds,
        )

    async def _keep(self, restraint: Restraint) -> None:
        await self.house.archive.moderation.restrain(restraint)
        self._hold(restraint)

    def _hold(self, restraint: Restraint) -> None:
        self._held[restraint.id] = restraint
        self._about.setdefault(restraint.subject, {})[restraint.id] = restraint

    def _holding(self, subject: str, now: float) -> list[Restraint]:
        """Restraints about a subject that are in force; those that are over are forgotten."""
        about = self._about.get(subject)
        if not about:
            return []
        for id in [id for id, restraint in about.items() if not restraint.holds(now)]:
            del about[id]
            self._held.pop(id, None)
        if not about:
            del self._about[subject]
        return list(about.values())

    def _unmute(self, connection: str) -> None:
        self._muted.pop(connection, None)
        talk = self.house.talks.get(connection)
        if talk is not None and talk.hall is not None and talk.visitor is not None:
            talk.hall.standing.mute(talk.visitor, muted=False)
            self._tell(talk, wire.Notice("unmuted", words.unmuted(talk.lang)))

    def _show_out(self, talk: Talk, restraint: Restraint) -> None:
        told = self.told(restraint, talk.lang)
        self.house.conversation.part(talk)
        if restraint.kind == "block":
            self.house.conversation.end(talk, "blocked", told)
        else:
            self.house.conversation.end(talk, "removed", told)

    def _tell(self, talk: Talk, notice: wire.Notice) -> None:
        self.house.performer.tell(talk, notice)
