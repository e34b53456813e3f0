"""Thirty visitors talk with guides at once, aloud in halls, in whispers and on pages; what is
private is heard by nobody else."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable
from pathlib import Path

from avatars.guides.brain import Clause, Finish, Piece, Question
from clients.headless import Visitor
from tests.server.guided import guided, visitors
from tests.server.house import House


def two(question: Question) -> Iterable[Piece]:
    """Two clauses that name the question."""
    yield Clause(f"first {question.text}.", "en")
    yield Clause(f"second {question.text}.", "en")
    yield Finish("answered")


def wanted(secret: str) -> list[str]:
    return [f"first {secret}.", f"second {secret}."]


async def in_hall(visitor: Visitor, guide: str, secret: str, *, whisper: bool) -> None:
    answer = await visitor.ask(guide, secret, whisper=whisper)
    await visitor.listen(answer)
    assert [say.text for say in answer.said] == wanted(secret)


async def on_page(house: House, secret: str) -> str:
    _, begun = await post(house, "/api/v1/dialogues", {"lang": "en"})
    path = f"/api/v1/dialogues/own/{begun['token']}/questions"
    async with house.visitor.post(house.url + path, json={"text": secret}) as answer:
        told = (await answer.read()).decode()
    assert answer.status == 200 and answer.content_type == "text/event-stream"
    events = [json.loads(line[6:]) for line in told.splitlines() if line.startswith("data: ")]
    assert [event["text"] for event in events if event["t"] == "say"] == wanted(secret)
    return told


async def post(house: House, path: str, body: object) -> tuple[int, dict[str, str]]:
    async with house.visitor.post(house.url + path, json=body) as answer:
        return answer.status, await answer.json()


async def test_thirty_visitors_and_nobody_hears_what_is_private(tmp_path: Path) -> None:
    async with (
        guided(tmp_path / "data", "gallery", "tower") as (house, brain),
        visitors(house, 10) as here,
        visitors(house, 10, hall="tower") as there,
    ):
        brain.says = two
        async with asyncio.timeout(60), asyncio.TaskGroup() as group:
            for hall, people in (("g", here), ("t", there)):
                for n, one in enumerate(people[:5]):
                    guide = f"guide-{1 + n % 2}"
                    group.create_task(in_hall(one, guide, f"{hall}aloud{n}", whisper=False))
                for n, one in enumerate(people[5:]):
                    secret = f"{hall}secret{n}"
                    group.create_task(in_hall(one, "guide-1", secret, whisper=True))
            pages = [group.create_task(on_page(house, f"psecret{n}")) for n in range(10)]
        for n, page in enumerate(pages):
            assert page.result().count("secret") == page.result().count(f"psecret{n}")
        for hall, people in (("g", here), ("t", there)):
            for n, one in enumerate(people):
                heard = [say.text for a in one.world.guides.answers.values() for say in a.said]
                own = f"{hall}secret{n - 5}"
                assert not any("secret" in text and own not in text for text in heard)
                assert not any("aloud" in text and f" {hall}aloud" not in text for text in heard)
        assert len(brain.asked) == 30 and house.park.guides.limits.running == 0
        assert {len(question.history) for question in brain.asked} == {0}
