"""Links and sessions."""

from __future__ import annotations

from pathlib import Path

from server.run.clock import Clock
from server.run.sessions import LINK_SECONDS, SESSION_SECONDS, Sessions
from server.store.archive import Archive


class MovedClock(Clock):
    """A clock that a test can put forward."""

    ahead = 0.0

    def now(self) -> float:
        return super().now() + self.ahead


def everything_in(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file())


async def test_a_link_works_once_and_not_after_its_time(tmp_path: Path) -> None:
    archive, clock = await Archive.open(tmp_path), MovedClock()
    sessions = Sessions(archive, clock)
    secret = await sessions.make_link()
    late = await sessions.make_link()
    opened = await sessions.redeem(secret)
    assert opened is not None and sessions.actor(opened[0]).role == "operator"
    assert await sessions.redeem(secret) is None
    clock.ahead = LINK_SECONDS + 1
    assert await sessions.redeem(late) is None
    clock.ahead = SESSION_SECONDS + 1
    assert sessions.actor(opened[0]).role == "visitor"
    await archive.close()


async def test_a_session_outlives_a_restart_and_ends_when_told(tmp_path: Path) -> None:
    archive = await Archive.open(tmp_path)
    first = Sessions(archive, Clock())
    opened = await first.redeem(await first.make_link())
    assert opened is not None
    second = Sessions(archive, Clock())
    assert second.actor(opened[0]).role == "visitor"
    await second.load()
    assert second.actor(opened[0]).role == "operator"
    await second.end(opened[0])
    third = Sessions(archive, Clock())
    await third.load()
    assert second.actor(opened[0]).role == third.actor(opened[0]).role == "visitor"
    assert third.actor(None).role == third.actor("").role == "visitor"
    await archive.close()


async def test_no_secret_is_stored(tmp_path: Path) -> None:
    archive = await Archive.open(tmp_path)
    sessions = Sessions(archive, Clock())
    secret = await sessions.make_link()
    opened = await sessions.redeem(secret)
    assert opened is not None
    await archive.close()
    stored = everything_in(tmp_path)
    assert secret.encode() not in stored and opened[0].encode() not in stored


async def test_what_is_over_is_forgotten(tmp_path: Path) -> None:
    archive, clock = await Archive.open(tmp_path / "data"), MovedClock()
    sessions = Sessions(archive, clock)
    opened = await sessions.redeem(await sessions.make_link())
    assert opened is not None and sessions.actor(opened[0]).role == "operator"
    clock.ahead = SESSION_SECONDS + 1
    await sessions.make_link()
    assert (await archive.sessions(), len(sessions)) == ([], 0)
    await archive.close()
