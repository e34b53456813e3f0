"""What brains are told of a question, and who may hear what."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import pytest

from avatars.guides.brain import ActionCall, Clause, Exchange, Finish, Piece, Question
from avatars.guides.knowledge.document import Citation
from avatars.guides.persona import Persona
from server.access.actor import ANYBODY, OWNER, Actor, Grant
from server.access.roles import Role
from server.run.guides.dialogues import Dialogue, OpenTurn
from server.run.guides.limits import Allowance, Limits
from server.run.guides.thinking import Acted, Thinking, audience_of, exchange, short
from server.run.guides.voice import SoundClip, Spoken
from tests.scenes.samples import both

PERSONA = Persona("p", both("p"), both("hello"))


class Parts:
    """Brain, voice and library in one."""

    now = "library"
    closed = False

    async def answer(self, question: Question, library: Any, acted: Any) -> AsyncIterator[Piece]:
        assert library == "library"
        try:
            yield Clause("one.", "en")
            yield Finish("answered")
        finally:
            self.closed = True

    async def speak(self, clause: Clause, persona: Persona) -> Spoken:
        return Spoken(500, [(0, "aa", 1.0)], SoundClip("v1", "audio/wav", b"x"))


def thinking(parts: Parts) -> Thinking:
    limits = Limits(Allowance(1, 1, 1, 1))
    return Thinking(parts, parts, parts, lambda _: PERSONA, lambda: date(2026, 1, 2), limits)


async def act(call: ActionCall) -> Acted:
    return Acted("done")


async def test_pieces_come_one_by_one_and_leaving_stops_the_brain() -> None:
    parts = Parts()
    room = thinking(parts)
    talk = Dialogue("d", "t", "p", "zh-CN", "investors", 0.0, 0.0)
    talk.history.append(Exchange("a", "b"))
    question = room.question(talk, "what?", "en")
    assert (question.lang, question.audience, question.today) == (
        "en",
        "investors",
        date(2026, 1, 2),
    )
    assert question.history == (Exchange("a", "b"),) and "go_to" not in question.actions
    pieces = room.pieces(question, act)
    assert isinstance(await anext(pieces), Clause) and room.limits.running == 1
    await pieces.aclose()  # type: ignore[attr-defined]
    assert parts.closed and room.limits.running == 0
    spoken = await room.spoken(Clause("one.", "en"), PERSONA)
    assert spoken.sound is not None and spoken.sound.path == "/api/v1/guides/voices/v1"


@pytest.mark.parametrize(
    ("role", "audience"),
    [
        ("visitor", "public"),
        ("investor", "investors"),
        ("enterprise_agent", "investors"),
        ("host", "staff"),
        ("manager", "staff"),
    ],
)
def test_who_may_hear_what_goes_by_role(role: Role, audience: str) -> None:
    assert audience_of(Actor("a", frozenset({Grant(role)}))) == audience
    assert audience_of(OWNER) == "staff" and audience_of(ANYBODY) == "public"


def test_languages_are_two() -> None:
    assert (short("zh-CN"), short("en"), short("")) == ("zh", "en", "")


def test_what_is_remembered_is_what_was_heard_with_its_sources_once() -> None:
    source = Citation("d", 1, "t", 0, 4, "text")
    clause = Clause("x", "en", "answer", (source, source))
    turn = OpenTurn(1, "q", 0.0, clauses=[clause, clause])
    assert exchange(turn, "x") == Exchange("q", "x", (source,))
