"""Staff in live talks: watch what goes on, take one over, speak, give it back."""

from __future__ import annotations

from typing import Final

from aiohttp import web

from server.errors import RequestError
from server.net.gate import LOCAL, session_of
from server.net.guides.event_stream import LONGEST_SECONDS, PULSE_SECONDS, EventStream
from server.net.guides.talk_bodies import DialogueWords
from server.net.route import Asked
from server.run.guides.feed import Stream
from server.run.guides.notes import told_of
from server.store.doing import DOING

EVENTS: Final = "text/event-stream"


async def get_live_dialogues(asked: Asked) -> web.StreamResponse:
    """Talks that go on: first all of them, then whatever is said, as it is said.

    Whoever does not want events is told once which talks there are.
    """
    guides = asked.park.guides
    wanted = asked.request.headers.get("Accept", "")
    if EVENTS not in wanted or asked.request.method == "HEAD":
        return web.json_response({"dialogues": [told_of(e) for e in guides.dialogues if e.begun]})
    if guides.feed.is_full:
        raise RequestError("too_many_requests")
    await _note_reading(asked)
    stream = EventStream(asked)
    with guides.feed.watch() as watched:
        try:
            await stream.begin()
            going_on = [told_of(each) for each in guides.dialogues if each.begun]
            await stream.send({"dialogues": going_on}, "dialogues")
            await _pass_on(asked, watched, stream)
        except ConnectionError:
            pass  # nobody looks any more
    return stream.answer


async def _pass_on(asked: Asked, watched: Stream, stream: EventStream) -> None:
    """Until the watcher is gone, may not look any more, or has looked for long enough."""
    until = asked.park.clock.now() + LONGEST_SECONDS
    async for event in watched.events(PULSE_SECONDS):
        # Before each event: where much is said there is never a pause.
        if asked.park.clock.now() > until or not _may_still(asked):
            return
        if event is None:
            await stream.pulse()
        else:
            await stream.send(event.data, event.name)


async def _note_reading(asked: Asked) -> None:
    """The trail says that somebody reads along before they do."""
    act = DOING.get()
    if act is not None and not act.written:
        await asked.park.archive.audit.append(act)


def _may_still(asked: Asked) -> bool:
    """Whether the session that the stream rests on still gives the right to it."""
    if asked.request.app.get(LOCAL, False):
        return True
    return asked.park.sessions.actor(session_of(asked.request)).may(asked.route.action)


async def post_take(asked: Asked) -> web.Response:
    """Speak through the guide from now on; the AI falls silent in this talk."""
    actor = asked.actor
    await asked.park.guides.handover.take(
        _id(asked), actor.id, asked.park.accounts.name_of(actor.id)
    )
    return web.Response(status=204)


async def post_words(asked: Asked) -> web.Response:
    """Say something through the guide."""
    body: DialogueWords = asked.body
    guides = asked.park.guides
    await guides.handover.words(_id(asked), asked.actor.id, body.text, body.lang)
    await guides.scribe.written()
    return web.Response(status=204)


async def post_give_back(asked: Asked) -> web.Response:
    """Let the AI answer again."""
    await asked.park.guides.handover.give_back(_id(asked), asked.actor.id)
    return web.Response(status=204)


def _id(asked: Asked) -> str:
    return str(asked.request.match_info["dialogue"])[:64]
