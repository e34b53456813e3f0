"""What the archive knows of jobs, and that they and their uploads change together."""

from __future__ import annotations

from pathlib import Path

from server.store import Archive
from server.store.jobs import StoredJob
from tests.server.store.test_uploads import upload


def job(id: str) -> StoredJob:
    return StoredJob(
        id,
        "exhibit",
        "waiting",
        {"title": {"zh": "泵"}},
        {"name": "水泵.glb"},
        [{"name": "gate"}],
        5.0,
    )


async def test_a_job_takes_its_uploads_and_lets_them_go(archive: Archive) -> None:
    for id in ("a", "b", "c"):
        await archive.uploads.add(upload(id))
    kept = job("j")
    await archive.jobs.add(kept, ["a", "b"])
    assert [each.job for each in await archive.uploads.all()] == ["j", "j", None]
    assert await archive.jobs.unfinished() == [kept]
    kept.state, kept.ended, kept.code = "failed", 9.0, "worker_crashed"
    kept.findings = [{"code": "X"}]
    kept.results["exhibit"] = "pump"
    await archive.jobs.save(kept, ["a", "b"])
    assert [each.id for each in await archive.uploads.all()] == ["c"]
    assert await archive.jobs.unfinished() == []
    assert await archive.jobs.get("j") == kept
    assert kept.is_over


async def test_what_changes_while_it_is_kept_is_kept_as_it_was(archive: Archive) -> None:
    kept = job("j")
    await archive.jobs.add(kept, [])
    saving = archive.jobs.save(kept)
    await saving
    kept.steps[0]["name"] = "later"
    found = await archive.jobs.get("j")
    assert found is not None and found.steps == [{"name": "gate"}]


async def test_the_newest_come_first_and_the_oldest_go(archive: Archive) -> None:
    for number in range(6):
        kept = job(f"j{number}")
        await archive.jobs.add(kept, [])
        if number != 1:
            kept.state, kept.ended = "done", 9.0
            await archive.jobs.save(kept)
    assert [each.id for each in await archive.jobs.newest(3)] == ["j5", "j4", "j3"]
    await archive.jobs.trim(2)
    left = [each.id for each in await archive.jobs.newest(10)]
    assert left == ["j5", "j4", "j1"], "what is under way stays"
    await archive.jobs.trim(2)
    assert await archive.jobs.get("j0") is None


async def test_jobs_outlive_the_archive_s_closing(tmp_path: Path, database: str) -> None:
    first = await Archive.open(tmp_path / "data", database)
    await first.jobs.add(job("j"), [])
    await first.close()
    second = await Archive.open(tmp_path / "data", database)
    assert [each.id for each in await second.jobs.unfinished()] == ["j"]
    await second.close()
