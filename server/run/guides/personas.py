"""Personas: known in memory, durable in the archive."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from typing import Any, Final

from avatars.guides.persona import Persona
from server.run.guides.errors import GuideError
from server.run.guides.house import House
from server.run.guides.house_personas import PERSONAS
from server.run.secrets import short_id
from server.store.guide_records import StoredPersona

__all__ = ["Personas", "persona_of", "told_of"]

BEGUN: Final = "guides_begun"
"""The archive remembers that the first personas were made, so that none comes back."""


class Personas:
    """The personas of a park."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._kept: dict[str, StoredPersona] = {}
        self._known: dict[str, Persona] = {}
        self.changed: Callable[[], None] = lambda: None
        """Called when any of them is not what it was."""

    async def start(self) -> None:
        """Read what was kept; a park without any gets the house's own, once."""
        book, now = self._house.archive.knowledge, self._house.clock.now()
        if not await self._house.archive.meta(BEGUN):
            there = {each.id for each in await book.personas()}
            for persona in PERSONAS:
                if persona.id not in there:
                    await book.add_persona(
                        StoredPersona(persona.id, told_of(persona), "house", now)
                    )
            await self._house.archive.set_meta(BEGUN, True)
        for kept in await book.personas():
            self._take(kept)

    # --- who there is -------------------------------------------------------------------------

    def all(self) -> list[Persona]:
        """Every persona, oldest first."""
        return list(self._known.values())

    def of(self, id: str) -> Persona:
        """A persona; the first for an empty id. Raises GuideError ``persona_unknown``."""
        if not id and self._known:
            return next(iter(self._known.values()))
        found = self._known.get(id)
        if found is None:
            raise GuideError("persona_unknown")
        return found

    def kept(self, id: str) -> StoredPersona:
        """A persona with its version; raises GuideError ``persona_unknown``."""
        self.of(id or "-")
        return self._kept[id]

    def used(self, id: str) -> list[tuple[str, str]]:
        """Where guides of the park are this persona: halls and nodes."""
        return [
            (hall.id, name)
            for hall in self._house.halls.values()
            for name, node in hall.editing.layers.head.nodes.items()
            if node.get("kind") == "guide" and node.get("guide", {}).get("persona") == id
        ]

    # --- what staff do ------------------------------------------------------------------------

    async def add(self, told: Mapping[str, Any], author: str) -> StoredPersona:
        """Keep a new persona."""
        new = StoredPersona(f"p_{short_id()}", dict(told), author, self._house.clock.now())
        self._take(await self._house.archive.knowledge.add_persona(new))
        self.changed()
        return new

    async def change(
        self, id: str, base: int | None, changes: Mapping[str, Any], author: str
    ) -> StoredPersona:
        """Change some of what is told; raises ``persona_unknown``, ``persona_stale``."""
        told = {**self.kept(id).told, **changes}
        after = await self._house.archive.knowledge.change_persona(
            id, base, {"told": told, "author": author, "changed": self._house.clock.now()}
        )
        self._take(after)
        self.changed()
        return after

    async def remove(self, id: str) -> None:
        """Take a persona away that no guide is.

        Raises GuideError ``persona_unknown``, ``persona_in_use``, ``persona_last``.
        """
        self.kept(id)
        if self.used(id):
            raise GuideError("persona_in_use")
        if len(self._known) == 1:
            raise GuideError("persona_last")
        await self._house.archive.knowledge.drop_persona(id)
        del self._known[id], self._kept[id]
        self.changed()

    def _take(self, kept: StoredPersona) -> None:
        self._kept[kept.id] = kept
        self._known[kept.id] = persona_of(kept)


def told_of(persona: Persona) -> dict[str, Any]:
    """A persona as JSON, without its id."""
    told = asdict(persona)
    del told["id"]
    return {**told, "knowledge": sorted(persona.knowledge), "never": list(persona.never),
            "suggestions": [dict(each) for each in persona.suggestions]}  # fmt: skip


def persona_of(kept: StoredPersona) -> Persona:
    """A persona as it was kept; what it does not say is as usual."""
    known = {each.name for each in fields(Persona)}
    told = {name: value for name, value in kept.told.items() if name in known and name != "id"}
    for name, shape in (("knowledge", frozenset), ("never", tuple), ("suggestions", tuple)):
        if name in told:
            told[name] = shape(told[name])
    return Persona(id=kept.id, **told)
