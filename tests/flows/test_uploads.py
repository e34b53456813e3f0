"""Uploads and jobs across kill -9, in each step: finished or failed cleanly, nothing half done."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path
from typing import Any

import pytest

from clients.headless.bundle import Member
from clients.headless.errors import FetchFailed
from clients.headless.uploads import Progress
from tests.flows.served import Served
from tests.server.house import open_house
from tools.places import ROOT

DEEDS, QUICK = "tests.server.run.jobs.deeds", "tests.server.run.jobs.quick"
REAL = "server.run.worker.tasks"
FOX = ROOT.parent / "shared" / "assets" / "Fox" / "Fox.glb"
GLB = b"glTF" + bytes(range(256)) * 8
STEPS = ("gate", "check", "normalise", "derive", "prove", "poster")


@pytest.fixture
async def data(tmp_path: Path) -> Path:
    """A park of one hall with a free plinth."""
    async with open_house(tmp_path / "data"):
        return tmp_path / "data"


def model(folder: Path, name: str, data: bytes = GLB) -> Member:
    path = folder / name
    path.write_bytes(data)
    return Member(name, path)


def assert_sound(park: Served) -> None:
    """Nothing is left in quarantine, and all that anything refers to is there and whole."""
    quarantine = park.data / "quarantine"
    assert [path for path in quarantine.iterdir() if path.is_file()] == []
    work = quarantine / "work"
    assert not work.exists() or list(work.iterdir()) == []
    for exhibit in park.json("/api/v1/exhibits")["exhibits"]:
        for revision in exhibit["revisions"]:
            for level in revision["model"]["levels"]:
                answer = park.ask("GET", f"/assets/{level['asset']}")
                assert answer.status == 200
                assert hashlib.sha256(answer.body).hexdigest() == level["asset"]


def placed(park: Served) -> list[dict[str, Any]]:
    """The exhibits in the hall that uploads have made."""
    nodes = park.json("/api/v1/halls/gallery/scene")["nodes"].values()
    return [node for node in nodes if "exhibit" in node]


def ended(park: Served, job: dict[str, Any]) -> dict[str, Any]:
    return park.uploads().follow(job)


def test_jobs_killed_in_every_step_are_done_again_and_once(data: Path, tmp_path: Path) -> None:
    with Served(data, DEEDS, LINGJING_WORKERS=str(len(STEPS))) as park:
        asking = []
        for step in STEPS:
            uploads = park.uploads().send(
                [model(tmp_path, f"slow-{step}.glb", GLB + step.encode())]
            )
            hall = "gallery" if step == "derive" else None
            asking.append(threading.Thread(target=_submit, args=(park, uploads, hall)))
            asking[-1].start()
        before = [_at(park, step, f"slow-{step}.glb") for step in STEPS]
        park.kill()
        for thread in asking:
            thread.join()
        park.start(QUICK)
        after = [ended(park, job) for job in before]
        assert {(job["state"], job["revision"]) for job in after} == {("done", 1)}
        assert {row["state"] for job in after for row in job["steps"]} == {"done"}
        (node,) = placed(park)
        assert node["exhibit"]["id"] == after[STEPS.index("derive")]["exhibit"]
        assert len(park.json("/api/v1/exhibits")["exhibits"]) == len(STEPS)
        assert_sound(park)


def _submit(park: Served, uploads: list[str], hall: str | None) -> None:
    """Ask for an exhibit; the server may die before it answers."""
    try:
        words = {"hall": hall} if hall else {"publish": True}
        park.uploads().submit(uploads, **words)
    except FetchFailed as fault:
        assert fault.code == "connection_failed"


def _at(park: Served, step: str, name: str) -> dict[str, Any]:
    """The job of a file, once it is in this step."""
    while True:
        jobs = [job for job in park.json("/api/v1/jobs")["jobs"] if job["source"]["name"] == name]
        for job in jobs:
            assert job["ended"] is None
            if {row["name"]: row["state"] for row in job["steps"]}[step] == "running":
                return dict(job)
            park.json(f"/api/v1/jobs/{job['id']}?wait=1")


def test_a_job_that_the_server_never_survives_is_given_up(data: Path, tmp_path: Path) -> None:
    with Served(data, DEEDS) as park:
        uploads = park.uploads().send([model(tmp_path, "slow-derive.glb")])
        job = park.uploads().submit(uploads, hall="gallery")
        for _ in range(3):
            _at(park, "derive", "slow-derive.glb")
            park.kill()
            park.start()
        job = ended(park, job)
        assert (job["state"], job["code"]) == ("failed", "job_interrupted")
        assert placed(park) == []
        assert_sound(park)


def test_jobs_killed_while_they_are_published_are_published_once(
    data: Path, tmp_path: Path
) -> None:
    with Served(data, QUICK) as park:
        for number, milliseconds in enumerate((0, 10, 30, 90), 1):
            uploads = park.uploads().send([model(tmp_path, "泵.glb", GLB + bytes([number]))])
            hall = "gallery" if number == 1 else None
            asking = threading.Thread(target=_submit, args=(park, uploads, hall))
            asking.start()
            _soon(milliseconds, lambda n=number: len(park.json("/api/v1/jobs")["jobs"]) == n)
            park.kill()
            asking.join()
            park.start()
            job = ended(park, park.json("/api/v1/jobs")["jobs"][0])
            assert job["state"] == "done"
            assert len(placed(park)) == 1
            exhibits = park.json("/api/v1/exhibits")["exhibits"]
            assert [(e["published"], e["latest"]) for e in exhibits] == [(1, 1)] * number
            assert_sound(park)


def _soon(milliseconds: int, there: Any) -> None:
    """Once it is there, so much later: where a kill then meets the job is left to chance."""
    while not there():
        pass
    threading.Event().wait(milliseconds / 1000)


def test_a_file_goes_on_where_it_stopped_when_the_server_is_killed(
    data: Path, tmp_path: Path
) -> None:
    whole = GLB * 2000
    file = model(tmp_path, "大 件.glb", whole)
    seen: list[int] = []
    with Served(data, QUICK) as park:

        def tell(progress: Progress) -> None:
            seen.append(progress.sent)
            if len(seen) in (3, 6):
                park.kill()
                park.start()

        (upload,) = park.uploads(piece=2**18).send([file], tell)
        told = park.json(f"/api/v1/uploads/{upload}")
        assert told["sha256"] == hashlib.sha256(whole).hexdigest()
        assert told["name"] == "大 件.glb"
    assert seen == sorted(seen) and seen[-1] == len(whole)
    assert seen.count(0) == 1, "it never began anew"


def test_a_file_killed_in_the_middle_of_a_piece_loses_nothing_acknowledged(
    data: Path, tmp_path: Path
) -> None:
    whole = GLB * 8000
    file = model(tmp_path, "x.glb", whole)
    with Served(data, QUICK) as park:
        begun, stop = threading.Event(), threading.Event()

        def killer() -> None:
            begun.wait()
            for pause in (0.05, 0.1, 0.15):
                if stop.wait(pause):
                    return
                park.kill()
                park.start()

        thread = threading.Thread(target=killer)
        thread.start()
        try:
            # A server that never answered is not waited for: it dies once the file has begun.
            (upload,) = park.uploads(piece=2**20).send([file], lambda _: begun.set())
        finally:
            begun.set()
            stop.set()
            thread.join()
        told = park.json(f"/api/v1/uploads/{upload}")
        assert told["sha256"] == hashlib.sha256(whole).hexdigest()


def test_the_same_file_twice_keeps_no_second_copy(data: Path, tmp_path: Path) -> None:
    with Served(data, QUICK) as park:
        sender = park.uploads()
        for _ in range(2):
            job = sender.add([model(tmp_path, "x.glb", GLB * 500)], publish=False)
            assert job["state"] == "done"
        blobs = {path for path in (data / "blobs").rglob("*") if path.is_file()}
        size = sum(path.stat().st_size for path in blobs if path.stat().st_size > 10_000)
        assert size == len(GLB) * 500
        assert_sound(park)


@pytest.mark.skipif(not FOX.is_file(), reason="the shared models are not here")
def test_a_real_model_is_built_again_after_a_kill_and_a_bad_one_is_refused(
    data: Path, tmp_path: Path
) -> None:
    with Served(data, REAL) as park:
        uploads = park.uploads().send([Member("Fox.glb", FOX)])
        asking = threading.Thread(target=_submit, args=(park, uploads, "gallery"))
        asking.start()
        job = _past(park, "check")
        park.kill()
        asking.join()
        park.start()
        job = ended(park, job)
        assert (job["state"], job["revision"]) == ("done", 1)
        (node,) = placed(park)
        assert len(node["model"]["levels"]) == 4
        assert node["model"]["clips"] == ["Survey", "Walk", "Run"]
        with pytest.raises(FetchFailed) as refused:
            park.uploads().add([model(tmp_path, "x.glb", GLB)])
        assert refused.value.code == "exhibit_refused"
        assert {d["code"] for d in refused.value.details} >= {"GLB_INVALID_VERSION"}
        assert_sound(park)


def _past(park: Served, step: str) -> dict[str, Any]:
    """The one job, once this step is done."""
    while True:
        for job in park.json("/api/v1/jobs")["jobs"]:
            if {row["name"]: row["state"] for row in job["steps"]}[step] == "done":
                return dict(job)
            park.json(f"/api/v1/jobs/{job['id']}?wait=1")
