"""Talk on a page without any socket: pieces, barge-in, failures, and nothing that piles up."""

from __future__ import annotations

import asyncio
import gc
from collections import deque
from collections.abc import AsyncIterator
from datetime import date
from typing import Any

from msgspec.structs import replace

from avatars.guides.brain import ActionCall, Clause, Finish, Question
from avatars.guides.persona import Persona
from server.access.actor import ANYBODY
from server.halls.guides.turn import Line, Spoken
from server.run.figures import Figures
from server.run.guides.dialogues import Dialogue, Dialogues
from server.run.guides.feed import Feed
from server.run.guides.limits import Allowance, Limits
from server.run.guides.notes import Notes
from server.run.guides.private import Private
from server.run.guides.scribe import Scribe
from server.run.guides.thinking import Thinking
from server.wire import messages as wire
from tests.scenes.samples import both
from tests.server.guided import Brain, Quick, broken
from tests.server.run.guides.test_notes import Kept


class Known:
    """A library that nobody asks."""

    now = None


class Called:
    """A desk that counts."""

    calls: int = 0

    async def call(self, dialogue: Dialogue, why: str) -> None:
        self.calls += 1


class Room:
    """Everything that talk on pages needs, and a clock of the test's."""

    def __init__(self) -> None:
        self.time, self.brain, self.desk = 0.0, Brain(), Called()
        self.scribe, self.kept = Scribe(), Kept()
        limits = Limits(Allowance(10**6, 10**6, 64, 0))
        notes = Notes(Feed(), self.scribe, self.kept, Figures())
        persona = Persona("p", both("p"), both("hello"))
        thinking = Thinking(
            self.brain, Quick(), Known(), lambda _: persona, lambda: date(2026, 1, 1), limits
        )
        self.dialogues = Dialogues(str, self._over)
        desk: Any = self.desk
        self.private = Private(lambda: self.time, self.dialogues, thinking, notes, desk, limits)
        self.talk = self.private.begin("", "en", ANYBODY)

    def _over(self, dialogue: Dialogue) -> None:
        self.private.forget(dialogue)

    async def ask(self, text: str = "?") -> AsyncIterator[Any]:
        return await self.private.ask(self.talk, text, "en", "127.0.0.1", "public")

    async def all(self, text: str = "?") -> list[Any]:
        return [told async for told in await self.ask(text)]


async def test_hundreds_of_questions_leave_no_more_than_a_few() -> None:
    room = Room()
    room.scribe.start()

    async def many(count: int) -> int:
        for n in range(count):
            room.time += 60
            assert (await room.all(f"{n}"))[-1].state == "done"
        await room.scribe.written()
        room.kept.calls.clear()
        gc.collect()
        kinds = (wire.Say, wire.Turn, Clause, Question, asyncio.Task)
        return sum(isinstance(each, kinds) for each in gc.get_objects())

    room.brain.asked = deque_of(1)
    before = await many(30)
    assert await many(300) <= before + 5
    assert len(room.talk.history) == 12 and not room.talk.turns and len(room.private) == 0
    await room.scribe.stop()


def deque_of(most: int) -> Any:
    return deque(maxlen=most)


async def test_clauses_follow_one_another_on_the_clock() -> None:
    room = Room()
    room.brain.says = lambda _: (Clause("a.", "en"), Clause("b.", "en"), Finish("answered"))
    first, second = [told for told in await room.all() if isinstance(told, wire.Say)]
    assert second.at > first.at + first.ms / 1000 and (first.n, second.n) == (0, 1)


async def test_asking_again_stops_what_is_still_thought_of() -> None:
    room = Room()
    room.brain.holding = asyncio.Event()
    told = await room.ask("one")
    assert isinstance(await anext(told), wire.Turn)
    room.brain.holding = None
    again = await room.all("two")
    assert [t.state async for t in told if isinstance(t, wire.Turn)][-1] == "stopped"
    assert again[-1].state == "done" and again[-1].turn == 2


async def test_a_brain_that_fails_says_so_and_is_asked_again() -> None:
    room = Room()
    room.brain.says = broken
    last = (await room.all())[-1]
    assert (last.state, last.code) == ("failed", "guide_failed")
    room.brain.says = lambda _: (Finish("answered"),)
    assert (await room.all())[-1].state == "done"


async def test_a_page_does_what_pages_can_and_each_thing_once() -> None:
    room = Room()
    room.brain.says = lambda _: (
        ActionCall("call_staff", {}, "1"),
        ActionCall("go_to", {"node": "fox"}, "2"),
        *(ActionCall("open_page", {"page": "units"}, f"p{n}") for n in range(6)),
        Finish("answered"),
    )
    acts = [told for told in await room.all() if isinstance(told, wire.Act)]
    assert [act.code for act in acts] == [
        "",
        "not_on_pages",
        "",
        "",
        "",
        "",
        *["too_many_actions"] * 2,
    ]
    assert room.desk.calls == 1 and len(room.brain.verdicts) == 8


async def test_a_stop_during_play_shortens_what_is_remembered() -> None:
    room = Room()
    room.brain.says = lambda _: [Clause(f"{n}.", "en") for n in "abc"] + [Finish("answered")]
    await room.all("one")
    assert room.talk.history[-1].answer == "a. b. c."
    assert room.private.hush(room.talk, (1, 0), turn=9) is False
    assert room.private.hush(room.talk, (1, 0), turn=1)
    assert [each.answer for each in room.talk.history] == ["a."]
    assert room.private.hush(room.talk, (1, 0)) is False


async def test_what_is_shown_without_a_sound_is_heard_when_asked_again_at_once() -> None:
    room = Room()
    room.brain.says = lambda _: [Clause(f"{n}.", "en") for n in "abc"] + [Finish("answered")]
    room.scribe.start()
    await room.all("one")
    await room.all("two")
    assert room.private.hush(room.talk, (3, 0)) is False
    assert [each.answer for each in room.talk.history] == ["a. b. c."] * 2
    await room.scribe.written()
    assert "cut" not in str(room.kept.calls)
    await room.scribe.stop()


async def test_a_clause_with_a_sound_is_heard_by_the_clock() -> None:
    room = Room()
    room.brain.says = lambda _: [Clause(f"{n}.", "en") for n in "abc"] + [Finish("answered")]
    says = [told for told in await room.all("one") if isinstance(told, wire.Say)]
    answer = room.private._open[room.talk.id]
    sound = wire.Sound("v", "audio/wav")
    answer.said[:] = [replace(say, sound=sound) for say in says]
    room.time = says[1].at
    assert room.private.hush(room.talk, None)
    assert [each.answer for each in room.talk.history] == ["a."]


async def test_what_staff_say_to_a_closed_page_comes_with_the_next_answer() -> None:
    room = Room()
    line = Line(Clause("Hello, I am Li.", "en"), Spoken(10), "human")
    for _ in range(40):
        room.private.speak(room.talk, line)
    told = [t for t in await room.all() if isinstance(t, wire.Say)]
    assert [t.by for t in told] == ["human"] * 32 + ["ai"]
    room.dialogues.end(room.talk)
    assert room.private.unread(room.talk) == []
