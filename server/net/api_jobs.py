"""Jobs over HTTP: what they are doing, what came of them, and an end to them."""

from __future__ import annotations

from typing import Any, Final

from aiohttp import web

from scenes.findings import Finding
from server.access.naming import clean_name
from server.access.reach import owners_within
from server.errors import RequestError, told_of, words
from server.net.gate import LANG
from server.net.route import Asked
from server.run.jobs.steps import words_of
from server.store.jobs import StoredJob

__all__ = ["delete_job", "get_job", "get_jobs", "shown"]

USUAL, MOST = 50, 200
LONGEST_WAIT: Final = 30.0


def shown(job: StoredJob, lang: str) -> dict[str, Any]:
    """A job as the API tells it."""
    steps = [{**step, "words": words_of(step["name"], step["state"])} for step in job.steps]
    return {
        "id": job.id,
        "kind": job.kind,
        "state": job.state,
        "steps": steps,
        "code": job.code,
        "message": words(job.code, lang) if job.code else None,
        "findings": [told_of(Finding(**finding), lang) for finding in job.findings],
        "source": {**job.source, "name": clean_name(job.source["name"])},
        "exhibit": job.results.get("exhibit"),
        "revision": job.results.get("revision"),
        "placed": job.results.get("placed"),
        "media": job.results.get("media"),
        "at": job.at,
        "ended": job.ended,
    }


async def get_jobs(asked: Asked) -> web.Response:
    """The newest jobs."""
    limit = _within(asked, "limit", USUAL, 1, MOST)
    owners = owners_within(asked.actor, asked.route.action)
    jobs = await asked.park.jobs.newest(int(limit), owners)
    lang = asked.request[LANG]
    return web.json_response({"jobs": [shown(job, lang) for job in jobs]})


async def get_job(asked: Asked) -> web.Response:
    """One job; with ``wait``, when there is news of it."""
    job = asked.request.match_info["job"]
    seconds = _within(asked, "wait", 0.0, 0.0, LONGEST_WAIT)
    kept = await asked.park.jobs.wait(job, seconds) if seconds else await asked.park.jobs.get(job)
    return web.json_response(shown(kept, asked.request[LANG]))


async def delete_job(asked: Asked) -> web.Response:
    """Stop a job and throw away what it worked on."""
    kept = await asked.park.jobs.cancel(asked.request.match_info["job"])
    return web.json_response(shown(kept, asked.request[LANG]))


def _within(asked: Asked, name: str, usual: float, low: float, high: float) -> float:
    text = asked.request.query.get(name)
    if text is None:
        return usual
    try:
        value = float(text[:20])
    except ValueError:
        raise RequestError("invalid", [Finding(f"/{name}", "not_a_number")]) from None
    if not low <= value <= high:
        raise RequestError("invalid", [Finding(f"/{name}", "out_of_range")])
    return value
