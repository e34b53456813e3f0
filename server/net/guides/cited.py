"""Which questions a document has answered lately, over HTTP."""

from __future__ import annotations

from typing import Final

from aiohttp import web
from pydantic import BaseModel

from server.net.route import Asked

MOST: Final = 20


class CitedQuestion(BaseModel):
    """A question, and the turn of the dialogue in which it was asked. Unix seconds."""

    dialogue: str
    turn: int
    question: str
    at: float


class CitedQuestions(BaseModel):
    """Questions, the latest first."""

    questions: list[CitedQuestion]


async def get_knowledge_questions(asked: Asked) -> web.Response:
    """The latest questions whose answers rest on a document."""
    document = asked.request.match_info["document"][:160]
    found = await asked.park.guides.records.citing(document, MOST)
    return web.json_response(
        {
            "questions": [
                {
                    "dialogue": turn.dialogue,
                    "turn": turn.turn,
                    "question": question,
                    "at": turn.at,
                }
                for turn, question in found
            ]
        }
    )
