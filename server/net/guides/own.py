"""A visitor's own talk with a guide on a page: asked, stopped, read, rated, deleted."""

from __future__ import annotations

from dataclasses import asdict

from aiohttp import web

from avatars.guides.safety import labels
from server.errors import RequestError
from server.net.gate import address_of
from server.net.guides.event_stream import EventStream
from server.net.guides.talk_bodies import (
    DialogueBegin,
    DialogueHush,
    DialogueQuestion,
    DialogueRating,
)
from server.net.route import Asked
from server.run.guides.dialogues import Dialogue
from server.run.guides.records import ReadDialogue, ReadTurn
from server.run.guides.thinking import audience_of, short
from server.run.site.review import is_reviewed

DAY = 86_400.0


async def post_dialogue(asked: Asked) -> web.Response:
    """Begin a talk; nothing is kept before the first question."""
    body: DialogueBegin = asked.body
    begun = asked.park.guides.private.begin(body.persona, body.lang, asked.actor)
    return web.json_response({"dialogue": begun.id, "token": begun.token}, status=201)


async def post_question(asked: Asked) -> web.StreamResponse:
    """Ask; the answer comes as events, each a message of the live socket as JSON."""
    body: DialogueQuestion = asked.body
    guides, dialogue = asked.park.guides, live_of(asked)
    if is_reviewed(asked.actor) and (found := await asked.park.words.check(body.text, "/text")):
        raise RequestError("invalid", found)
    told = await guides.private.ask(
        dialogue, body.text, body.lang, address_of(asked.request), audience_of(asked.actor)
    )
    stream = EventStream(asked)
    try:
        await stream.begin()
        await stream.relay(told)
    except ConnectionError:
        pass  # whoever asked has gone; what they heard, the page may still say
    finally:
        await told.aclose()  # type: ignore[attr-defined]
    return stream.answer


async def delete_question(asked: Asked) -> web.Response:
    """Stop the answer that is under way, or that is still heard."""
    body: DialogueHush | None = asked.body
    heard = None if body is None else (body.heard, body.ms)
    turn = None if body is None else body.turn
    asked.park.guides.private.hush(live_of(asked), heard, turn)
    return web.Response(status=204)


async def get_own_dialogue(asked: Asked) -> web.Response:
    """What was said, with its sources."""
    return web.json_response(own_answer(asked, await own_of(asked)))


async def post_own_rating(asked: Asked) -> web.Response:
    """Say whether an answer helped; staff read it."""
    body: DialogueRating = asked.body
    found = await own_of(asked)
    await asked.park.guides.records.rate(found.stored.id, body.turn, body.value, body.words)
    live = asked.park.guides.dialogues.get(found.stored.id)
    if live is not None:
        live.rating = (await asked.park.archive.dialogues.get(live.id)).rating
    return web.Response(status=204)


async def delete_own_dialogue(asked: Asked) -> web.Response:
    """Delete the talk for good."""
    guides, token = asked.park.guides, _token(asked)
    live = guides.dialogues.by_token(token)
    if live is not None:
        await guides.forget(live)
    else:
        found = await guides.records.own(token)
        await guides.records.forget(found.stored.id)
    return web.Response(status=204)


async def own_of(asked: Asked) -> ReadDialogue:
    """The talk that the path's token opens, with all that was said so far.

    Raises RequestError ``dialogue_unknown``.
    """
    await asked.park.guides.scribe.written()
    return await asked.park.guides.records.own(_token(asked))


def own_answer(asked: Asked, found: ReadDialogue) -> dict[str, object]:
    """A talk as its visitor reads it."""
    stored = found.stored
    return {
        "dialogue": stored.id,
        "persona": stored.persona,
        "lang": stored.lang,
        "began": stored.began,
        "expires": stored.last + asked.park.settings.guide_days * DAY,
        "label": labels.TALK[short(stored.lang) or "zh"],
        "turns": [_turn(turn) for turn in found.turns],
    }


def _turn(turn: ReadTurn) -> dict[str, object]:
    return {
        "turn": turn.stored.turn,
        "at": turn.stored.at,
        "question": turn.question,
        "heard": turn.heard,
        "rating": turn.stored.rating,
        "clauses": [
            {
                "text": clause.text,
                "lang": clause.lang,
                "kind": clause.kind,
                "by": clause.by,
                "citations": [asdict(cited) for cited in clause.citations],
            }
            for clause in turn.clauses
        ],
    }


def _token(asked: Asked) -> str:
    return str(asked.request.match_info["token"])[:256]


def live_of(asked: Asked) -> Dialogue:
    """The talk of the path's token, which must go on; raises RequestError."""
    found = asked.park.guides.dialogues.by_token(_token(asked))
    if found is None or not found.is_page:
        raise RequestError("dialogue_unknown")
    return found
