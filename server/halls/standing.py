"""What somebody may do in a hall and is called there: changed while they are in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from server.access.actor import Actor
from server.access.live import UNSEEN
from server.halls.drafts import Drafts
from server.halls.effects import Effect, Send, SendAway
from server.halls.news import News
from server.halls.rights import RightsBook
from server.halls.selections import SelectionBook
from server.halls.visitor import Visitor


@dataclass(slots=True)
class Standing:
    """The rights and names of one hall's visitors."""

    news: News
    rights: RightsBook
    drafts: Drafts
    selections: SelectionBook
    may: Callable[[Actor, str], bool]
    admits: Callable[[Actor], bool]

    def entitle(self, visitor: Visitor, actor: Actor, name: str, *, proven: bool) -> list[Effect]:
        """Somebody may do other things from now on, or is called otherwise."""
        visitor.newcomer = replace(visitor.newcomer, actor=actor, proven=proven)
        self.rename(visitor, name)
        if not self.may(actor, "draft.read"):
            self.drafts.forget(visitor)
        if not self.may(actor, "draft.edit"):
            self.selections.forget(visitor)
        effects: list[Effect] = [
            Send([visitor], self.rights.of(actor)),
            *self.selections.welcome(visitor),
        ]
        if visitor.unseen and not self.may(actor, UNSEEN):
            effects.append(SendAway([visitor], "forbidden"))
        elif not self.admits(actor):
            effects.append(SendAway([visitor], "hall_closed"))
        return effects

    def rename(self, visitor: Visitor, name: str) -> None:
        """Call somebody otherwise: others see it at the next tick."""
        visitor.name = name
        self.news.changed(visitor)
        self.selections.renamed(visitor)

    def mute(self, visitor: Visitor, *, muted: bool) -> None:
        """Take somebody's voice, or give it back: others see it at the next tick."""
        visitor.muted = muted
        self.news.changed(visitor)
