"""A human comes into a talk: called by the visitor, they take it over, speak, and give it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Protocol

from avatars.guides.brain import Clause
from avatars.guides.knowledge.document import Lang
from server.access.limits import Bucket
from server.halls.errors import HallError
from server.halls.guides.turn import Line, Spoken
from server.log import logger
from server.run.guides.dialogues import Dialogue, Dialogues
from server.run.guides.notes import Notes
from server.run.notices.notice import Address, Notice
from server.run.site.inbox import address_of
from server.store.errors import StoreError

log = logger("guides")
IDLE_SECONDS: Final = 900.0
"""After which a member of staff who says nothing has given the talk back."""
LETTERS: Final = (1 / 60, 20.0)
"""Calls that whoever is on duty is written of: so many a second, so many at once. Every call waits
in the inbox; a household of strangers must not fill somebody's mail."""
STAFF: Final[dict[str, str]] = {"zh": "园区工作人员", "en": "Park staff"}
"""Who speaks, when their account has no name to show."""
WORDS: Final = {"zh": "有访客请求人工接待", "en": "A visitor asks for a human"}


class Stage(Protocol):
    """Where a dialogue goes on: in a hall, or on a page."""

    def speak(self, dialogue: Dialogue, line: Line) -> None:
        """Have the guide say it."""

    def told(self, dialogue: Dialogue) -> None:
        """Who speaks has changed."""


class Mouth(Protocol):
    """How written words move a mouth."""

    async def speak(self, clause: Clause, persona: Any) -> Any:
        """Length and marks."""


class Handover:
    """The desk's hand in dialogues."""

    def __init__(
        self, park: Any, dialogues: Dialogues, notes: Notes, mouth: Mouth,
        stage_of: Callable[[Dialogue], Stage],
    ) -> None:  # fmt: skip
        self._park = park
        self._dialogues = dialogues
        self._notes = notes
        self._mouth = mouth
        self._stage_of = stage_of
        self._spoke: dict[str, float] = {}
        self._letters = Bucket(*LETTERS)

    async def call(self, dialogue: Dialogue, why: str) -> None:
        """Have it wait in the staff inbox, and tell whoever is on duty; once a dialogue."""
        if dialogue.handed:
            return
        dialogue.handed = True
        self._notes.changed(dialogue)
        title = {lang: f"{words}（{why[:80]}）" if why and lang == "zh" else words
                 for lang, words in WORDS.items()}  # fmt: skip
        link = f"/dialogues/{dialogue.id}"
        try:
            await self._park.inbox.put("handover", dialogue.id, title, link=link)
            if self._letters.take(self._park.clock.now()):
                await self._tell_duty(dialogue)
        except StoreError as error:
            log.error("handover_untold", dialogue=dialogue.id, code=error.code)

    async def take(self, id: str, account: str, name: str) -> Dialogue:
        """Speak through the guide from now on; raises HallError."""
        dialogue = self._live(id)
        if dialogue.officer not in ("", account):
            raise HallError("dialogue_taken")
        dialogue.officer, dialogue.officer_name = account, name or STAFF[dialogue.lang or "zh"]
        self._spoke[id] = self._park.clock.now()
        self._stage_of(dialogue).told(dialogue)
        self._notes.changed(dialogue)
        await self._park.inbox.close("handover", id)
        return dialogue

    async def words(self, id: str, account: str, text: str, lang: Lang) -> Dialogue:
        """Say something; raises HallError ``dialogue_unknown``, ``dialogue_taken``."""
        dialogue = self._mine(id, account)
        self._spoke[id] = self._park.clock.now()
        clause = Clause(text, lang)
        made = await self._mouth.speak(clause, None)
        spoken = Spoken(int(made.ms), [tuple(mark) for mark in made.marks])
        self._stage_of(dialogue).speak(dialogue, Line(clause, spoken, "human"))
        return dialogue

    async def give_back(self, id: str, account: str) -> Dialogue:
        """Let the AI answer again; raises HallError."""
        dialogue = self._mine(id, account)
        self._release(dialogue)
        return dialogue

    def sweep(self, now: float) -> None:
        """Give back what was taken over and forgotten."""
        for id, spoke in list(self._spoke.items()):
            dialogue = self._dialogues.get(id)
            if dialogue is None or not dialogue.officer:
                del self._spoke[id]
            elif now - max(spoke, dialogue.last) > IDLE_SECONDS:
                self._release(dialogue)

    def _release(self, dialogue: Dialogue) -> None:
        dialogue.officer = dialogue.officer_name = ""
        dialogue.handed = False
        self._spoke.pop(dialogue.id, None)
        self._stage_of(dialogue).told(dialogue)
        self._notes.changed(dialogue)

    def _live(self, id: str) -> Dialogue:
        dialogue = self._dialogues.get(id)
        if dialogue is None:
            raise HallError("dialogue_unknown")
        return dialogue

    def _mine(self, id: str, account: str) -> Dialogue:
        dialogue = self._live(id)
        if dialogue.officer != account:
            raise HallError("dialogue_taken" if dialogue.officer else "dialogue_unknown")
        return dialogue

    async def _tell_duty(self, dialogue: Dialogue) -> None:
        park = self._park
        for person in park.inbox.duty.on_duty(park.clock.now()):
            email, lang = address_of(park.accounts, person)
            if email:
                to, link = Address(email=email), f"{park.address}/desk/dialogues/{dialogue.id}"
                notice = Notice("handover", to, lang, person=person, ref=dialogue.id, link=link)
                await park.notices.send(notice)
