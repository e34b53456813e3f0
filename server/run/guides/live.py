"""Guides in halls at work: questions go to the brain, pieces come back into the hall.

A hall says ``Think``; a task asks the brain and hands each clause, with its sound, to the hall,
which decides when it is said. ``TurnOver`` ends the task: whoever works on an answer that nobody
hears any more is stopped at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from avatars.guides.brain import ActionCall, Clause, Finish, Sight
from avatars.guides.dialogue import heard as heard_of
from avatars.guides.knowledge import language
from scenes.interest import is_shown
from server.access.household import household
from server.halls.effects import Effect, Think, TurnOver
from server.halls.errors import HallError
from server.halls.guides.sights import sight_of
from server.halls.guides.turn import Line
from server.halls.hall import Hall
from server.log import logger
from server.run.guides.dialogues import Dialogue, Dialogues, OpenTurn
from server.run.guides.faults import trace
from server.run.guides.handover import Handover
from server.run.guides.limits import Limits
from server.run.guides.notes import Notes
from server.run.guides.thinking import Acted, Thinking, audience_of, exchange, short
from server.run.talk import Talk
from server.wire import messages as wire

log = logger("guides")
MOST_ELSEWHERE: Final = 40
"""Exhibits of other halls that a brain is told of."""
STAFF_SECONDS: Final = 120.0
"""How long a question waits for a member of staff who has taken the talk over."""
Perform = Callable[[Hall, Iterable[Effect]], None]


class Live:
    """The tasks behind the guides of all halls."""

    def __init__(  # noqa: PLR0917 - each is another part of the office
        self,
        halls: Mapping[str, Hall],
        now: Callable[[], float],
        perform: Perform,
        dialogues: Dialogues,
        thinking: Thinking,
        notes: Notes,
        handover: Handover,
        limits: Limits,
    ) -> None:
        self._halls = halls
        self._now = now
        self._perform = perform
        self._dialogues = dialogues
        self._thinking = thinking
        self._notes = notes
        self._handover = handover
        self._limits = limits
        self._tasks: dict[tuple[str, int], asyncio.Task[None]] = {}

    def __len__(self) -> int:
        return len(self._tasks)

    def admit(self, talk: Talk, message: wire.Ask) -> str:
        """The token of the talk that a question belongs to; raises HallError if it is too many."""
        hall, visitor = talk.hall, talk.visitor
        if hall is None or visitor is None:
            raise HallError("join_required")
        now = self._now()
        key = talk.actor.id if talk.actor.is_known else talk.line.id
        self._limits.ask(key, household(talk.address), now)
        dialogue = self._dialogues.of(visitor, key, hall.id, message.guide)
        if dialogue is None:
            dialogue = self._dialogues.add(self._begun(talk, key, message, now))
        # What is said aloud everybody near hears: it rests on what everybody may know.
        dialogue.whisper = message.whisper
        dialogue.hears(audience_of(talk.actor) if message.whisper else "public")
        dialogue.lang = short(message.lang) or dialogue.lang
        self._dialogues.touch(dialogue, now)
        return dialogue.token

    def think(self, hall: Hall, effect: Think) -> None:
        """Begin to answer, or have a member of staff do it who has taken the talk over."""
        now = self._now()
        dialogue = self._dialogues.by_token(effect.dialogue)
        if dialogue is None:
            self._perform(hall, hall.guides.fail(effect.turn, "dialogue_unknown", now))
            return
        lang = short(effect.lang) or language.of(effect.question)
        turn = OpenTurn(effect.turn, effect.question, now, lang)
        dialogue.turns[effect.turn] = turn
        dialogue.persona, dialogue.whisper = effect.persona, effect.whisper
        turn.human = bool(dialogue.officer)
        self._notes.asked(dialogue, turn)
        work = self._wait if turn.human else self._answer
        task = asyncio.get_running_loop().create_task(work(hall, effect, dialogue, turn))
        self._tasks[(hall.id, effect.turn)] = task
        task.add_done_callback(lambda done: self._drop((hall.id, effect.turn), done))

    def over(self, hall: Hall, effect: TurnOver) -> None:
        """An answer has ended: nobody works on it any more, and what was heard is remembered."""
        task = self._tasks.pop((hall.id, effect.turn), None)
        if task is not None and task is not asyncio.current_task():
            task.cancel()
        dialogue = self._dialogues.by_token(effect.dialogue)
        turn = dialogue.turns.pop(effect.turn, None) if dialogue is not None else None
        if dialogue is None or turn is None:
            return
        heard = heard_of(turn.clauses, effect.whole, effect.ms)
        if heard and turn.question:
            dialogue.history.append(exchange(turn, heard))
        whole = effect.state == "done"
        self._notes.ended(dialogue, turn, turn.why if whole else "cut", None if whole else heard)

    async def stop(self) -> None:
        """End everything."""
        tasks = list(self._tasks.values())
        for hall in self._halls.values():
            for turn in hall.guides.turns:
                self._perform(hall, hall.guides.stop(turn.number, self._now()))
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # --- inside -------------------------------------------------------------------------------

    def _begun(self, talk: Talk, key: str, message: wire.Ask, now: float) -> Dialogue:
        assert talk.hall is not None
        id, lang = self._dialogues.fresh_id(), short(message.lang or talk.lang)
        return Dialogue(
            id, self._dialogues.token_of(id), "", lang, "public", now, now,
            account=talk.actor.id if talk.actor.is_known else "", key=key,
            hall=talk.hall.id, guide=message.guide, visitor=talk.visitor,
        )  # fmt: skip

    async def _answer(self, hall: Hall, effect: Think, dialogue: Dialogue, turn: OpenTurn) -> None:
        try:
            near = [*effect.sights, *self._elsewhere(hall)]
            question = self._thinking.question(
                dialogue, effect.question, effect.lang, near, effect.actions
            )
            acting = Acting(self, hall, dialogue, turn)
            async for piece in self._thinking.pieces(question, acting.act):
                match piece:
                    case Clause():
                        spoken = await self._thinking.spoken(piece, question.persona)
                        self._say(hall, dialogue, turn, Line(piece, spoken))
                    case ActionCall():
                        await acting.act(piece)
                    case Finish():
                        turn.why, turn.brain = piece.why, piece.brain
        except Exception as error:  # noqa: BLE001 - one answer's trouble must not reach the hall
            log.error("guide_failed", hall=hall.id, error=trace(error))
            self._perform(hall, hall.guides.fail(effect.turn, "guide_failed", self._now()))
        else:
            self._perform(hall, hall.guides.finish(effect.turn, self._now()))

    async def _wait(self, hall: Hall, effect: Think, dialogue: Dialogue, turn: OpenTurn) -> None:
        """Whoever has taken the talk over answers by ``speak``, or it ends without them."""
        await asyncio.sleep(STAFF_SECONDS)
        if not turn.clauses:
            self._perform(hall, hall.guides.fail(effect.turn, "staff_late", self._now()))

    def _say(self, hall: Hall, dialogue: Dialogue, turn: OpenTurn, line: Line) -> None:
        now = self._now()
        turn.first = turn.first or now
        turn.clauses.append(line.clause)
        self._dialogues.touch(dialogue, now)
        self._notes.said(dialogue, turn, line.clause, line.by)
        self._perform(hall, hall.guides.say(turn.number, line, now))

    def do(self, hall: Hall, turn: int, call: ActionCall) -> str:
        """Have the hall do something; why it is refused, empty when it is not."""
        code, effects = hall.guides.do(turn, call, self._now())
        self._perform(hall, effects)
        return code

    async def call_staff(self, dialogue: Dialogue, why: str) -> None:
        """A visitor wants a human."""
        await self._handover.call(dialogue, why)

    # --- a member of staff speaks -------------------------------------------------------------

    def speak(self, dialogue: Dialogue, line: Line) -> None:
        """Say what a member of staff wrote, through the guide; raises HallError."""
        hall = self._halls.get(dialogue.hall)
        if hall is None or dialogue.visitor is None:
            raise HallError("dialogue_unknown")
        now = self._now()
        number, effects = hall.guides.speak_up(
            dialogue.visitor, dialogue.guide, dialogue.token, line, now, whisper=dialogue.whisper
        )
        turn = dialogue.turns.get(number)
        if turn is None:
            turn = OpenTurn(number, "", now, line.clause.lang, human=True, why="answered")
            dialogue.turns[number] = turn
            self._notes.asked(dialogue, turn)
        turn.first, turn.why = turn.first or now, "answered"
        turn.clauses.append(line.clause)
        self._dialogues.touch(dialogue, now)
        self._notes.said(dialogue, turn, line.clause, "human")
        self._perform(hall, effects)

    def told(self, dialogue: Dialogue) -> None:
        """Who speaks has changed: people near see it, and the AI falls silent in this talk."""
        hall = self._halls.get(dialogue.hall)
        if hall is None:
            return
        if dialogue.officer:
            for number in list(dialogue.turns):
                self._perform(hall, hall.guides.stop(number, self._now()))
        self._perform(hall, hall.guides.take_over(dialogue.token, dialogue.officer_name))

    def _elsewhere(self, hall: Hall) -> list[Sight]:
        """Exhibits of other halls, so that a brain can say where they are."""
        others = [other for other in self._halls.values() if other is not hall and other.is_open]
        hall.guides.elsewhere = frozenset(
            id for other in others for id in other.editing.layers.published.nodes
        )
        found = [
            sight_of(id, node, other.id)
            for other in others
            for id, node in other.editing.layers.published.nodes.items()
            if node["kind"] == "exhibit" and is_shown(other.editing.layers.published.nodes, id)
        ]
        return found[:MOST_ELSEWHERE]

    def _drop(self, key: tuple[str, int], task: asyncio.Task[None]) -> None:
        if self._tasks.get(key) is task:
            del self._tasks[key]


class Acting:
    """What one answer has had done: each call once, whether it comes as a piece or is awaited."""

    def __init__(self, live: Live, hall: Hall, dialogue: Dialogue, turn: OpenTurn) -> None:
        self._live = live
        self._hall = hall
        self._dialogue = dialogue
        self._turn = turn
        self._done: dict[Any, Acted] = {}

    async def act(self, call: ActionCall) -> Acted:
        """Do it, unless it is done already."""
        key = call.id or id(call)
        if key not in self._done:
            code = self._live.do(self._hall, self._turn.number, call)
            self._done[key] = Acted("refused" if code else "begun", code)
            if not code and call.name == "call_staff":
                await self._live.call_staff(self._dialogue, str(call.args.get("why", "")))
        return self._done[key]
