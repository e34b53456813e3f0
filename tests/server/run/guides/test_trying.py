"""A trial asks the brain that visitors get, sees what they see, and is kept nowhere."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest

from avatars.guides.brain import ActionCall, Clause, Finish, Piece, Question
from server.run.guides.trying import MOST_PIECES, Wanted, tried
from tests.server.house import House

WANTED = Wanted("带我去看狐狸", "", "zh", "public", "")


class Talker:
    """A brain that has something done and never ends; what it was asked is noted."""

    def __init__(self) -> None:
        self.asked: list[Question] = []
        self.states: list[str] = []
        self.closed = False

    async def answer(self, question: Question, library: Any, acted: Any) -> AsyncIterator[Piece]:
        self.asked.append(question)
        call = ActionCall("lead_to", {"node": "fox"}, "1")
        yield call
        self.states.append((await acted(call)).state)
        try:
            for number in range(1000):
                yield Clause(f"第 {number} 句", "zh")
        finally:
            self.closed = True


async def test_it_is_asked_as_by_a_visitor_and_stopped(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    talker = Talker()
    monkeypatch.setattr(house.park.guides, "brains", talker)
    trial = await tried(house.park, WANTED)
    assert len(trial.pieces) == MOST_PIECES
    assert trial.ms > 0
    assert (talker.states, talker.closed) == (["done"], True)
    [question] = talker.asked
    assert question.persona.id == "xiaojing"
    assert "fox" in [sight.node for sight in question.near]
    assert "lead_to" in question.actions


async def test_the_brain_without_a_model_can_be_asked_for(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house.park.guides, "brains", None)
    trial = await tried(house.park, WANTED._replace(question="火星有分园吗", brain="extractive"))
    assert trial.pieces[-1] == Finish("unknown")
    assert await house.park.archive.dialogues.page() == []
