"""Talk with a guide on a page: the same answers as in a hall, for one visitor alone."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Final

from avatars.guides.actions import RULES
from avatars.guides.brain import ActionCall, Clause, Finish
from avatars.guides.dialogue import heard as heard_of
from avatars.guides.knowledge import language
from avatars.guides.knowledge.document import Visibility
from server.access.actor import Actor
from server.access.household import household
from server.halls.guides.actions import RefusalError, planned
from server.halls.guides.turn import BREATH, MOST_ACTIONS, MOST_CUES, Line, said
from server.log import logger
from server.run.guides.between import Between, Heard, Officer
from server.run.guides.dialogues import Dialogue, Dialogues, OpenTurn
from server.run.guides.faults import trace
from server.run.guides.handover import Handover
from server.run.guides.limits import Limits
from server.run.guides.notes import Notes
from server.run.guides.thinking import ON_PAGES, Acted, Thinking, audience_of, exchange, short
from server.wire import messages as wire

log = logger("guides")
STAFF_SECONDS: Final = 120.0
MOST_UNREAD: Final = 32
"""Words of staff that wait for somebody who is not listening."""
Told = wire.Turn | wire.Say | wire.Act | wire.Hushed | Officer


@dataclass(slots=True, eq=False)
class Answer:
    """One answer on a page. ``said`` has its clauses with their times, as the page plays them."""

    dialogue: Dialogue
    turn: OpenTurn
    out: asyncio.Queue[Told | None] = field(default_factory=asyncio.Queue)
    said: list[wire.Say] = field(default_factory=list)
    acts: int = 0
    remembered: bool = False
    """Whether what was heard of it is in the dialogue's history."""
    free_at: float = 0.0
    task: asyncio.Task[None] | None = None
    state: str = "thinking"
    code: str = ""


def awaits_staff(dialogue: Dialogue) -> bool:
    """Whether staff were called into a talk, or speak in it."""
    return dialogue.handed or bool(dialogue.officer)


class Private:
    """Talks on pages."""

    def __init__(
        self,
        now: Callable[[], float],
        dialogues: Dialogues,
        thinking: Thinking,
        notes: Notes,
        handover: Handover,
        limits: Limits,
    ) -> None:
        self._now = now
        self._dialogues = dialogues
        self._thinking = thinking
        self._notes = notes
        self._handover = handover
        self._limits = limits
        self._open: dict[str, Answer] = {}
        self._unread: dict[str, deque[Line]] = {}
        self.between = Between()

    def __len__(self) -> int:
        return sum(answer.task is not None for answer in self._open.values())

    def begin(self, persona: str, lang: str, actor: Actor) -> Dialogue:
        """Open a talk."""
        id, now = self._dialogues.fresh_id(), self._now()
        return self._dialogues.add(
            Dialogue(
                id, self._dialogues.token_of(id), self._thinking.persona(persona).id, short(lang),
                audience_of(actor), now, now, account=actor.id if actor.is_known else "", key=id,
            )
        )  # fmt: skip

    async def ask(
        self, dialogue: Dialogue, text: str, lang: str, address: str, audience: Visibility
    ) -> AsyncIterator[Told]:
        """Answer a question; what is told comes as it is ready. Raises HallError before anything.

        ``audience`` is what whoever asks may know now: a talk outlives a session and its rights.

        An answer that is under way is stopped first; so is this one when nobody listens any more.
        """
        now = self._now()
        self._limits.ask(dialogue.account or dialogue.id, household(address), now)
        self.hush(dialogue, None)
        dialogue.hears(audience)
        answer = self._begin(dialogue, text, lang, now)
        return self._told(answer)

    def hush(
        self, dialogue: Dialogue, heard: tuple[int, int] | None, turn: int | None = None
    ) -> bool:
        """Stop the answer that is under way or still heard; whether there was any.

        ``heard``: how many clauses were heard whole, and milliseconds of the next; None: by the
        clock. ``turn``: only if it is this one. An answer that was given and heard to its end is
        not cut.
        """
        answer = self._open.get(dialogue.id)
        if answer is None or turn not in (None, answer.turn.number):
            return False
        del self._open[dialogue.id]
        if answer.task is None and (heard or self._clock(answer))[0] >= len(answer.said):
            return False
        if answer.task is not None and answer.task is not asyncio.current_task():
            answer.task.cancel()
        self._end(answer, "stopped", heard)
        return True

    # --- a member of staff speaks -------------------------------------------------------------

    def speak(self, dialogue: Dialogue, line: Line) -> None:
        """Say what a member of staff wrote: in the answer that waits for it, else with the next."""
        answer = self._open.get(dialogue.id)
        if answer is not None and answer.turn.human and answer.task is not None:
            answer.turn.why = "answered"
            self._say(answer, line)
            answer.task.cancel()
            self._end(answer, "done", None)
            return
        number = dialogue.asked + 1
        if self.between.has(dialogue.id):
            self.between.tell(dialogue.id, *self._unasked(dialogue, number, [line]))
        else:
            unread = self._unread.setdefault(dialogue.id, deque(maxlen=MOST_UNREAD))
            unread.append(line)
        self._dialogues.touch(dialogue, self._now())
        lang = line.clause.lang
        turn = OpenTurn(number, "", self._now(), lang, human=True, why="answered")
        self._notes.asked(dialogue, turn)
        self._notes.said(dialogue, turn, line.clause, "human")
        self._notes.ended(dialogue, turn, "answered", None)

    async def listen(self, dialogue: Dialogue) -> AsyncGenerator[Heard, None]:
        """What staff say between two questions, from the first step on, and first what was missed.

        It ends when the talk is over or given back, or when it is not staff's (``awaits_staff``).
        """
        first: list[Heard] = [Officer(dialogue.officer_name)]
        if missed := self.unread(dialogue):
            # Told under the number of the last of them: each was kept as an answer of its own.
            first += self._unasked(dialogue, dialogue.asked, missed)
        async with aclosing(self.between.listen(dialogue.id, first)) as told:
            async for heard in told:
                yield heard
                if isinstance(heard, Officer) and not awaits_staff(dialogue):
                    return

    def told(self, dialogue: Dialogue) -> None:
        """Who speaks has changed: the AI falls silent, and whoever listens learns the name."""
        if dialogue.officer:
            self.hush(dialogue, None)
        self.between.tell(dialogue.id, Officer(dialogue.officer_name))
        if not awaits_staff(dialogue):
            self.between.end(dialogue.id)

    def unread(self, dialogue: Dialogue) -> list[Line]:
        """What staff said while the page was not listening; once."""
        return list(self._unread.pop(dialogue.id, ()))

    def forget(self, dialogue: Dialogue) -> None:
        """The talk is over."""
        self.hush(dialogue, None)
        self.between.end(dialogue.id)
        self._unread.pop(dialogue.id, None)

    async def stop(self) -> None:
        """End everything."""
        self.between.end_all()
        tasks = [answer.task for answer in self._open.values() if answer.task is not None]
        for answer in list(self._open.values()):
            self.hush(answer.dialogue, None)
        await asyncio.gather(*tasks, return_exceptions=True)

    # --- inside -------------------------------------------------------------------------------

    def _begin(self, dialogue: Dialogue, text: str, lang: str, now: float) -> Answer:
        turn = OpenTurn(dialogue.asked + 1, text, now, short(lang) or language.of(text))
        turn.human = bool(dialogue.officer)
        dialogue.turns[turn.number] = turn
        answer = self._open[dialogue.id] = Answer(dialogue, turn, free_at=now)
        self._dialogues.touch(dialogue, now)
        self._notes.asked(dialogue, turn)
        answer.out.put_nowait(self._state(answer))
        if dialogue.officer:
            answer.out.put_nowait(Officer(dialogue.officer_name))
        for line in self.unread(dialogue):
            self._put(answer, line)
        work = self._wait if turn.human else self._answer
        answer.task = asyncio.get_running_loop().create_task(work(answer, lang))
        return answer

    async def _told(self, answer: Answer) -> AsyncIterator[Told]:
        try:
            while (told := await answer.out.get()) is not None:
                yield told
        finally:
            # Nobody listens any more. How much they heard, the page may still tell (``hush``).
            if answer.task is not None:
                answer.task.cancel()
                self._end(answer, "stopped", None)

    async def _answer(self, answer: Answer, lang: str) -> None:
        dialogue, turn = answer.dialogue, answer.turn
        try:
            question = self._thinking.question(dialogue, turn.question, lang)
            done: dict[object, Acted] = {}

            async def act(call: ActionCall) -> Acted:
                key = call.id or id(call)
                if key not in done:
                    done[key] = await self._act(answer, call)
                return done[key]

            async for piece in self._thinking.pieces(question, act):
                match piece:
                    case Clause() if len(answer.said) < MOST_CUES:
                        spoken = await self._thinking.spoken(piece, question.persona)
                        self._say(answer, Line(piece, spoken))
                    case ActionCall():
                        await act(piece)
                    case Finish():
                        turn.why, turn.brain = piece.why, piece.brain
        except Exception as error:  # noqa: BLE001 - it is told; the next is answered as ever
            log.error("guide_failed", dialogue=dialogue.id, error=trace(error))
            answer.code = "guide_failed"
            self._end(answer, "failed", None)
        else:
            self._end(answer, "done", None)

    async def _wait(self, answer: Answer, _: str) -> None:
        await asyncio.sleep(STAFF_SECONDS)
        answer.code = "staff_late"
        self._end(answer, "failed", None)

    async def _act(self, answer: Answer, call: ActionCall) -> Acted:
        """What a page can do it is asked to do; everything else is refused."""
        code, args = "", {}
        if call.name in RULES and call.name not in ON_PAGES:
            code = "not_on_pages"
        elif answer.acts >= MOST_ACTIONS:
            code = "too_many_actions"
        else:
            try:
                args = dict(planned(call, None, self._now(), frozenset()).args)
            except RefusalError as refusal:
                code = refusal.code
        state = "refused" if code else "done"
        number = answer.acts
        answer.acts += 1
        answer.out.put_nowait(
            wire.Act(answer.turn.number, "", number, call.name[:64], args, state, code)  # type: ignore[arg-type]
        )
        if not code and call.name == "call_staff":
            await self._handover.call(answer.dialogue, str(args.get("why", "")))
        return Acted(state, code)

    def _say(self, answer: Answer, line: Line) -> None:
        answer.turn.first = answer.turn.first or self._now()
        answer.turn.clauses.append(line.clause)
        self._notes.said(answer.dialogue, answer.turn, line.clause, line.by)
        if answer.state != "speaking":
            answer.state = "speaking"
            answer.out.put_nowait(self._state(answer))
        self._put(answer, line)

    def _put(self, answer: Answer, line: Line) -> None:
        at = max(self._now(), answer.free_at)
        answer.free_at = at + line.spoken.ms / 1000 + BREATH
        say = said(answer.turn.number, "", len(answer.said), line, at, whisper=True)
        answer.said.append(say)
        answer.out.put_nowait(say)

    def _unasked(self, dialogue: Dialogue, number: int, lines: Sequence[Line]) -> list[Heard]:
        """What nobody asked for, as an answer without a question."""
        at, says = self._now(), list[Heard]()
        for n, line in enumerate(lines):
            says.append(said(number, "", n, line, at, whisper=True))
            at += line.spoken.ms / 1000 + BREATH
        token = dialogue.token
        begun = wire.Turn(None, number, "", 0, "", True, "speaking", 0, "", token)
        return [begun, *says, wire.Turn(None, number, "", 0, "", True, "done", 0, "", token)]

    def _end(self, answer: Answer, state: str, heard: tuple[int, int] | None) -> None:
        """Nothing more is said; what was heard is remembered, now or when it was cut later."""
        dialogue, turn = answer.dialogue, answer.turn
        again = answer.task is None
        answer.task, answer.state = None, state
        whole, ms = (len(turn.clauses), 0) if state == "done" else heard or self._clock(answer)
        words = heard_of(turn.clauses, whole, ms)
        if answer.remembered and dialogue.history:
            dialogue.history.pop()
        answer.remembered = bool(words and turn.question)
        if answer.remembered:
            dialogue.history.append(exchange(turn, words))
        dialogue.turns.pop(turn.number, None)
        cut = state != "done"
        self._notes.ended(dialogue, turn, "cut" if cut else turn.why, words if cut else None)
        if not again:
            answer.out.put_nowait(self._state(answer))
            answer.out.put_nowait(None)

    def _clock(self, answer: Answer) -> tuple[int, int]:
        """What was heard by now. A clause without a sound is read: shown is heard, on a page."""
        now, whole = self._now(), 0
        for say in answer.said:
            if say.sound is not None and now < say.at + say.ms / 1000:
                return whole, max(0, int((now - say.at) * 1000))
            whole += 1
        return whole, 0

    def _state(self, answer: Answer) -> wire.Turn:
        dialogue, turn = answer.dialogue, answer.turn
        return wire.Turn(
            None, turn.number, "", 0, turn.question, True, answer.state, 0, answer.code,  # type: ignore[arg-type]
            dialogue.token,
        )  # fmt: skip
