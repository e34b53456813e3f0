"""Trials, tests and open questions over HTTP: how staff see what a guide knows."""

from __future__ import annotations

from typing import Any, Final

from aiohttp import web

from avatars.guides.brain import ActionCall, Clause, Exchange, Piece
from avatars.guides.knowledge.document import Citation
from scenes.findings import Finding
from server.errors import RequestError
from server.net.api_exhibits import LARGEST_PAGE, PAGE, whole
from server.net.guides.knowledge import choice
from server.net.guides.knowledge_answers import hit
from server.net.guides.lesson_bodies import (
    OpenQuestionChange,
    TestChange,
    TestNew,
    TrialNew,
)
from server.net.route import Asked
from server.run.guides.lessons import Mark
from server.run.guides.trying import Wanted, tried
from server.store.doing import note
from server.store.guide_records import StoredQuestion, StoredRun, StoredTest

MOST_TESTS: Final = 1000
STATES: Final = ("open", "answered", "dismissed")


async def post_guide_trial(asked: Asked) -> web.Response:
    """What a guide would say just now; nothing of it is kept, and nobody hears it."""
    body: TrialNew = asked.body
    history = tuple(
        Exchange(e.question, e.answer, tuple(Citation(**c.model_dump()) for c in e.citations))
        for e in body.history
    )
    wanted = Wanted(body.question, body.persona, body.lang, body.audience, body.brain, history)
    trial = await tried(asked.park, wanted)
    return web.json_response(
        {
            "pieces": [piece(each) for each in trial.pieces],
            "hits": [hit(each) for each in trial.hits],
            "ms": trial.ms,
        }
    )


def piece(said: Piece) -> dict[str, Any]:
    """A piece of an answer, as ``PieceShown``."""
    if isinstance(said, Clause):
        cited = [citation(each) for each in said.citations]
        told = {"text": said.text, "lang": said.lang, "kind": said.kind, "citations": cited}
        return {"type": "clause", **told}
    if isinstance(said, ActionCall):
        return {"type": "action", "name": said.name, "args": dict(said.args)}
    return {"type": "finish", "why": said.why, "brain": said.brain}


def citation(cited: Citation) -> dict[str, Any]:
    """A citation as JSON."""
    return {
        "document": cited.document,
        "version": cited.version,
        "title": cited.title,
        "start": cited.start,
        "end": cited.end,
        "quote": cited.quote,
    }


async def get_guide_tests(asked: Asked) -> web.Response:
    """Every test, and how the last runs went."""
    book = asked.park.archive.lessons
    tests, runs = await book.tests(), await book.runs()
    return web.json_response(
        {"tests": [_test(each) for each in tests], "runs": [_run(each) for each in runs]}
    )


async def post_guide_test(asked: Asked) -> web.Response:
    """A new test."""
    body: TestNew = asked.body
    if len(await asked.park.archive.lessons.tests()) >= MOST_TESTS:
        raise RequestError("invalid", [Finding("", "too_many")])
    told = body.model_dump() | {"sources": tuple(body.sources), "facts": tuple(body.facts)}
    _check(asked, told)
    kept = await asked.park.guides.lessons.add(told, asked.actor.id)
    note(target=f"guide-test/{kept.id}")
    return web.json_response(_test(kept), status=201)


async def patch_guide_test(asked: Asked) -> web.Response:
    """Change a test; how it went before is forgotten."""
    body: TestChange = asked.body
    told = body.model_dump(exclude_none=True)
    _check(asked, told)
    id = asked.request.match_info["test"]
    kept = await asked.park.guides.lessons.change(id, told, asked.actor.id)
    return web.json_response(_test(kept))


async def delete_guide_test(asked: Asked) -> web.Response:
    """Take a test away."""
    await asked.park.archive.lessons.drop_test(asked.request.match_info["test"])
    return web.Response(status=204)


async def post_guide_test_run(asked: Asked) -> web.Response:
    """Ask every question of the tests against what guides know now."""
    run, marks = await asked.park.guides.lessons.run()
    note(after={"passed": run.passed, "failed": run.failed})
    return web.json_response({**_run(run), "results": [_mark(each) for each in marks]})


def _check(asked: Asked, told: dict[str, Any]) -> None:
    """See that the persona is there; raises GuideError ``persona_unknown``.

    Documents may be written after the test that asks for them.
    """
    if told.get("persona"):
        asked.park.guides.personas.of(told["persona"])


def _test(kept: StoredTest) -> dict[str, Any]:
    return {
        "id": kept.id,
        "question": kept.question,
        "lang": kept.lang,
        "persona": kept.persona,
        "sources": list(kept.sources),
        "facts": list(kept.facts),
        "last": kept.last,
    }


def _mark(mark: Mark) -> dict[str, Any]:
    return {**mark._asdict(), "reasons": list(mark.reasons)}


def _run(run: StoredRun) -> dict[str, Any]:
    return {"at": run.at, "passed": run.passed, "failed": run.failed}


async def get_open_questions(asked: Asked) -> web.Response:
    """Questions that the records do not answer, the latest first."""
    limit, book = whole(asked, "limit", PAGE, LARGEST_PAGE), asked.park.archive.lessons
    state = choice(asked, "state", STATES)
    found = await book.questions(limit + 1, state, asked.request.query.get("before"))
    return web.json_response(
        {
            "questions": [_question(asked, each) for each in found[:limit]],
            "next": found[limit - 1].id if len(found) > limit else None,
            "counts": await book.counts(),
        }
    )


async def patch_open_question(asked: Asked) -> web.Response:
    """Say what became of a question."""
    body: OpenQuestionChange = asked.body
    if body.document and asked.park.guides.library.get(body.document) is None:
        raise RequestError("invalid", [Finding("/document", "document_unknown")])
    id = asked.request.match_info["question"]
    kept = await asked.park.guides.knowing.questions.settle(
        id, body.state, body.document, asked.actor.id
    )
    return web.json_response(_question(asked, kept))


def _question(asked: Asked, kept: StoredQuestion) -> dict[str, Any]:
    return {
        "id": kept.id,
        "question": asked.park.guides.knowing.questions.text(kept),
        "lang": kept.lang,
        "count": kept.count,
        "state": kept.state,
        "first": kept.first,
        "last": kept.last,
        "document": kept.document,
        "dialogue": kept.dialogue,
        "settler": kept.settler,
        "settler_name": asked.park.accounts.name_of(kept.settler) if kept.settler else "",
    }
