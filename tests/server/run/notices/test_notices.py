"""The outbox: durable before it is told, tried until it is taken, given up in the open."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from server.run.notices import Address, Notice
from server.run.notices.notices import mask
from server.store.errors import StoreError
from tests.server.house import House, open_house
from tests.server.outside.peers import Said, http_peer, mail_peer
from tests.server.until import until
from tools.places import ROOT


async def states(house: House) -> dict[str, int]:
    return await house.park.archive.notices.counts()


async def eventually(condition: Callable[[], Awaitable[object]]) -> None:
    """Wait for what only the archive can tell."""
    async with asyncio.timeout(20):
        while not await condition():  # noqa: ASYNC110 - nothing tells of it
            await asyncio.sleep(0.01)


async def settled(house: House, **wanted: int) -> None:
    async def same() -> bool:
        return await states(house) == wanted

    await eventually(same)


async def given_up(house: House, id: str) -> None:
    async def so() -> bool:
        return (await house.park.archive.notices.get(id)).state == "dead"

    await eventually(so)


async def coded(house: House, id: str, code: str) -> None:
    """Wait until a notice was given up for this reason."""

    async def so() -> bool:
        return (await house.park.archive.notices.get(id)).code == code

    await eventually(so)


async def test_a_code_goes_out_by_mail_and_its_words_are_wiped(tmp_path: Path) -> None:
    async with mail_peer() as peer:
        mail: dict[str, Any] = {"mail": "smtp", "smtp_host": "127.0.0.1", "smtp_port": peer.port,
                "smtp_tls": "none", "mail_from": "park@example.org"}  # fmt: skip
        async with open_house(tmp_path, **mail) as house:
            code = Notice(
                "code", Address(email="zhang@example.cn"), data={"code": "987654", "minutes": "10"}
            )
            id = await house.park.notices.send(code)
            await settled(house, sent=1)
            stored = await house.park.archive.notices.get(id)
            assert stored.content == ""
            assert "zhang" not in stored.target
            assert house.park.notices.masked(stored) == "z***@example.cn"
            with pytest.raises(StoreError, match="secret") as caught:
                await house.park.notices.again(id)
            assert caught.value.code == "notice_spent"
    assert f"<{id}@example.org>" in peer.letters[0]


async def test_an_event_reaches_every_endpoint_that_listens_until_it_is_taken(
    tmp_path: Path,
) -> None:
    fails = iter([500, 503])

    def answer(said: Said) -> tuple[int, bytes]:
        return next(fails, 200), b"later"

    async with http_peer(answer) as peer, open_house(tmp_path, private_webhooks=True) as house:
        ends = house.park.notices.endpoints
        one, _ = await ends.add("webhook", "one", peer.url, "", ["exhibit.published"], "a")
        await ends.add("webhook", "other", peer.url + "/other", "", ["hall.made"], "a")
        off, _ = await ends.add("webhook", "off", peer.url + "/off", "", ["*"], "a")
        await ends.change(off.id, state="off")
        [id] = await house.park.notices.event("exhibit.published", {"exhibit": "fox"})
        book = house.park.archive.notices
        for tries in (1, 2):

            async def noted(tries: int = tries) -> bool:
                return len(await book.attempts(id)) == tries

            await eventually(noted)
            await house.park.notices.again(id)
        await settled(house, sent=1)
        attempts = await house.park.archive.notices.attempts(id)
        assert [a.status for a in attempts] == [200, 503, 500]
        assert attempts[1].excerpt == "later"
        assert house.park.notices.masked(await house.park.archive.notices.get(id)) == one.title
    assert {said.path for said in peer.heard} == {"/"}
    assert len({said.headers["webhook-id"] for said in peer.heard}) == 1
    told = json.loads(peer.heard[0].body)
    assert (told["type"], told["data"]) == ("exhibit.published", {"exhibit": "fox"})
    assert told["timestamp"].endswith("Z")


async def test_what_nobody_takes_is_left_for_a_person(tmp_path: Path) -> None:
    async with (
        http_peer(lambda said: (410, b"gone")) as peer,
        open_house(tmp_path, private_webhooks=True) as house,
    ):
        end, _ = await house.park.notices.endpoints.add("webhook", "x", peer.url, "", ["*"], "a")
        id = await house.park.notices.ping(end.id)
        await given_up(house, id)
        await eventually(lambda: house.park.archive.inbox.page(kind="notice_failed"))
        [item] = await house.park.archive.inbox.page(kind="notice_failed")
        assert item.ref == f"endpoint:{end.id}"
        before = len(peer.heard)
        await house.park.notices.again(id)
        await until(lambda: len(peer.heard) > before)


async def test_private_addresses_are_refused_unless_allowed(tmp_path: Path) -> None:
    async with http_peer() as peer, open_house(tmp_path) as house:
        ends = house.park.notices.endpoints
        url = peer.url.replace("http:", "https:")
        end, _ = await ends.add("webhook", "x", url, "", ["*"], "a")
        id = await house.park.notices.ping(end.id)
        await given_up(house, id)
        assert (await house.park.archive.notices.get(id)).code == "private_address"
        assert peer.heard == []


async def test_what_was_waiting_goes_out_after_a_restart(tmp_path: Path) -> None:
    async with http_peer(lambda said: (503, b"")) as peer:
        async with open_house(tmp_path, private_webhooks=True) as house:
            end, _ = await house.park.notices.endpoints.add(
                "webhook", "x", peer.url, "", ["*"], "a"
            )
            id = await house.park.notices.ping(end.id)
            await until(lambda: peer.heard)
        peer.answer = lambda said: (200, b"")
        async with open_house(tmp_path, private_webhooks=True) as house:
            await house.park.notices.again(id)
            await settled(house, sent=1)
    assert {said.headers["webhook-id"] for said in peer.heard} == {id}


SENDER = """
import asyncio, sys
from pathlib import Path
from typing import Any
from tests.server.house import open_house

async def main():
    async with open_house(Path(sys.argv[1]), private_webhooks=True) as house:
        end, _ = await house.park.notices.endpoints.add("webhook", "x", sys.argv[2], "", ["*"], "a")
        print(await house.park.notices.ping(end.id), flush=True)
        await asyncio.sleep(600)

asyncio.run(main())
"""


async def test_killed_between_sending_and_noting_it_is_sent_again_under_its_id(
    tmp_path: Path,
) -> None:
    """The receiver has it; the sender dies before it hears so."""
    taken = asyncio.Event()

    def answer(said: Said) -> tuple[int, bytes]:
        if not taken.is_set():
            os.kill(sender.pid, signal.SIGKILL)
            taken.set()
        return 200, b"kept"

    async with http_peer(answer) as peer:
        sender = await asyncio.create_subprocess_exec(
            sys.executable, "-c", SENDER, str(tmp_path / "p"), peer.url,
            cwd=ROOT, stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        assert sender.stdout is not None
        id = (await sender.stdout.readline()).decode().strip()
        await taken.wait()
        await sender.wait()
        async with open_house(tmp_path / "p", private_webhooks=True) as house:
            await settled(house, sent=1)
            assert (await house.park.archive.notices.get(id)).tries == 1
    assert [said.headers["webhook-id"] for said in peer.heard] == [id, id]


async def test_an_erased_recipient_gets_nothing(tmp_path: Path) -> None:
    async with open_house(tmp_path, mail="off") as house:
        to = Address(email="li@example.cn")
        id = await house.park.notices.send(Notice("security", to, person="a_1", data={"what": "x"}))
        await given_up(house, id)
        house.park.vault.destroy("a_1")
        stored = await house.park.archive.notices.get(id)
        assert house.park.notices.masked(stored) == ""
        await house.park.notices.again(id)
        await coded(house, id, "erased")


@pytest.mark.parametrize(
    ("address", "shown"),
    [("zhang@example.cn", "z***@example.cn"), ("+8613812345678", "+86***5678"), ("", "")],
)
def test_an_address_is_masked(address: str, shown: str) -> None:
    assert mask(address) == shown
