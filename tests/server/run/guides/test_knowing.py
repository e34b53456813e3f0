"""The parts of a park's guides that have to do with records begin and stop together."""

from __future__ import annotations

from server.run.guides.knowing import Knowing
from tests.server.house import House


async def test_another_one_reads_what_was_kept(house: House) -> None:
    await house.park.guides.knowing.questions.unanswered("有温泉吗", "zh")
    again = Knowing(house.park)
    await again.start()
    try:
        assert [each.id for each in again.personas.all()] == ["xiaojing", "xiaoling", "xiaoyun"]
        assert {"park", "park/en"} == set(again.library.now.documents)
        assert await again.questions.unanswered("请问有温泉吗", "zh")
        assert len(await house.park.archive.lessons.questions()) == 1
    finally:
        await again.stop()
        await again.stop()
