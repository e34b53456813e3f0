"""What somebody may do in a hall and is called there: changed while they are in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from server.access.actor import Actor
from server.halls.drafts import Drafts
from server.halls.effects import Effect, Send, SendAway
from server.halls.entitled import Entitled
from server.halls.news import News
from server.halls.rights import RightsBook
from server.halls.selections import SelectionBook
from server.halls.visitor import Visitor

Held = Mapping[str, frozenset[str]]
"""Booths by the enterprise that has them."""


@dataclass(slots=True)
class Standing:
    """The rights and names of one hall's visitors."""

    news: News
    rights: RightsBook
    drafts: Drafts
    selections: SelectionBook
    entitled: Entitled
    admits: Callable[[Actor], bool]
    held: Held

    def entitle(self, visitor: Visitor, actor: Actor, name: str, *, proven: bool) -> list[Effect]:
        """Somebody may do other things from now on, or is called otherwise."""
        visitor.newcomer = replace(visitor.newcomer, actor=actor, proven=proven)
        self.rename(visitor, name)
        if not self.entitled.may(actor, "draft.read"):
            self.drafts.forget(visitor)
        if not self.entitled.may(actor, "draft.edit"):
            self.selections.forget(visitor)
        return self._tell(visitor)

    def _tell(self, visitor: Visitor) -> list[Effect]:
        """What somebody may do now; who may not stay so is sent away."""
        actor = visitor.actor
        effects: list[Effect] = [
            Send([visitor], self.rights.of(actor)),
            *self.selections.welcome(visitor),
        ]
        if visitor.unseen and not self.entitled.may_hide(actor):
            effects.append(SendAway([visitor], "forbidden"))
        elif not self.admits(actor):
            effects.append(SendAway([visitor], "hall_closed"))
        return effects

    def follow(self, visitors: Iterable[Visitor], held: Held) -> list[Effect]:
        """Booths have other tenants now: their people may do other things from here on."""
        if held == self.held:
            return []
        concerned = {each for each in {*held, *self.held} if held.get(each) != self.held.get(each)}
        self.held = held
        return [
            effect
            for visitor in list(visitors)
            if not concerned.isdisjoint(grant.enterprise for grant in visitor.actor.grants)
            for effect in self._tell(visitor)
        ]

    def rename(self, visitor: Visitor, name: str) -> None:
        """Call somebody otherwise: others see it at the next tick."""
        visitor.name = name
        self.news.changed(visitor)
        self.selections.renamed(visitor)

    def mute(self, visitor: Visitor, *, muted: bool) -> None:
        """Take somebody's voice, or give it back: others see it at the next tick."""
        visitor.muted = muted
        self.news.changed(visitor)
