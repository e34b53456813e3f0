"""A park that is killed between the steps of an application loses nothing that was answered."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clients.headless.bundle import Member
from server.store import Archive
from tests.flows.served import Served
from tests.server.net.registration.firm import GOOD, PAPERS, png

TASKS = "tests.server.run.jobs.quick"
API = "/api/v1"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with Served(tmp_path / "data", TASKS) as park:
        yield park


def asked(park: Served, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
    """What the operator is answered."""
    answer = park.ask(method, API + path, body)
    assert answer.status < 300, answer.json()
    return answer.json() if answer.status != 204 else None


def do(park: Served, id: str, verb: str, **more: Any) -> Any:
    version = asked(park, "GET", f"/applications/{id}")["version"]
    body = {"verb": verb, "version": version, **more}
    return asked(park, "POST", f"/applications/{id}/transitions", body)


def hand_in(park: Served, id: str) -> None:
    for kind in PAPERS:
        path = park.data.parent / f"{kind}.png"
        path.write_bytes(png())
        (upload,) = park.uploads().send([Member(path.name, path)])
        asked(park, "POST", f"/applications/{id}/documents", {"upload": upload, "kind": kind})


def test_a_kill_after_every_step(served: Served) -> None:
    id = asked(served, "POST", "/applications", {})["id"]
    served.kill()
    served.start()
    fields = {**GOOD, "wants_booth": False}
    asked(served, "PATCH", f"/applications/{id}", {"version": 1, "fields": fields})
    hand_in(served, id)
    served.kill()
    served.start()
    told = asked(served, "GET", f"/applications/{id}")
    assert (told["state"], told["missing"], len(told["documents"])) == ("draft", [], 3)
    assert do(served, id, "submit")["state"] == "submitted"
    served.kill()
    served.start()
    waiting = asked(served, "GET", "/inbox")["items"]
    assert [item["ref"] for item in waiting if item["kind"] == "application"] == [id]


def test_what_a_commit_owes_is_paid_after_a_kill(tmp_path: Path) -> None:
    """The debts of a step are there when nothing of them was paid, and are paid at the start."""
    with Served(tmp_path / "data", TASKS) as park:
        id = asked(park, "POST", "/applications", {})["id"]
        park.kill()
        asyncio.run(_owe(tmp_path / "data", id))
        park.start()
        waiting: list[Any] = []
        for _ in range(100):
            waiting = [i for i in asked(park, "GET", "/inbox")["items"] if i["ref"] == id]
            if waiting:
                break
        assert [item["kind"] for item in waiting] == ["application"]


async def _owe(folder: Path, id: str) -> None:
    from server.store.registration_records import NewEffect

    archive = await Archive.open(folder)
    with contextlib.suppress(asyncio.CancelledError):
        await archive.registration.owe(id, [NewEffect("await", {"kind": "application"})], 1.0)
    await archive.close()
