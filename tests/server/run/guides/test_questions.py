"""Open questions are folded by likeness, masked, counted, and forgotten."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from server.run.guides.questions import likeness, pairs
from tests.server.house import House, open_house


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_a_share(one: str, other: str) -> None:
    a, b = pairs(one), pairs(other)
    assert 0.0 <= likeness(a, b) == likeness(b, a) <= 1.0
    assert likeness(a, a) == (1.0 if a else 0.0)


async def test_the_same_question_is_counted(house: House) -> None:
    questions, book = house.park.guides.knowing.questions, house.park.archive.lessons
    first = await questions.unanswered("园区里有健身房吗？", "zh", "d_1")
    assert await questions.unanswered("请问园区里有健身房吗", "zh", "d_2") == first
    other = await questions.unanswered("Is there a gym in the park?", "en")
    assert await questions.unanswered("园区里有托儿所吗？", "zh") not in (first, other)
    assert await questions.unanswered(" …？ ", "zh") == ""
    assert (await book.question(first)).count == 2
    await questions.settle(first, "dismissed", "", "a_1")
    await questions.unanswered("园区里有健身房吗", "zh")
    assert (await book.question(first)).state == "dismissed"
    await questions.settle(first, "answered", "k_1", "a_1")
    await questions.unanswered("园区里有健身房吗", "zh")
    assert (await book.question(first)).state == "open"


async def test_what_people_tell_of_themselves_is_not_kept(house: House) -> None:
    questions = house.park.guides.knowing.questions
    id = await questions.unanswered(
        "我是王芳，电话 13800138000，邮箱 wang@a.example，能退租吗", "zh"
    )
    kept = await house.park.archive.lessons.question(id)
    text = questions.text(kept)
    assert "能退租吗" in text
    assert "13800138000" not in text
    assert "wang@a.example" not in text
    assert text not in kept.question


async def test_they_are_known_after_a_restart_and_go_with_time(tmp_path: Path) -> None:
    async with open_house(tmp_path) as house:
        id = await house.park.guides.knowing.questions.unanswered("有温泉吗", "zh")
    async with open_house(tmp_path) as house:
        questions = house.park.guides.knowing.questions
        assert await questions.unanswered("有温泉吗？", "zh") == id
        await questions.tidy(house.park.clock.now() + 1)
        assert await house.park.archive.lessons.questions() == []
        assert not house.park.vault.knows(id)
        assert await questions.unanswered("有温泉吗", "zh") != id
