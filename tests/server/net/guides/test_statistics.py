"""Sums of dialogues: by day, by how they ended, by what they rested on."""

from __future__ import annotations

from server.net.guides.statistics import summed
from server.store.guide_records import Count, Told
from tests.server.house import House
from tests.server.net.guides.test_dialogues import talk


def test_sums() -> None:
    cited = ({"document": "k_1", "title": "租金"}, {"document": "k_1", "title": "租金"})
    told = Told(
        [
            Count(0, "answered", "zh", "extractive", 2, 1, 0),
            Count(1, "answered", "en", "model", 1, 0, 0),
            Count(1, "unknown", "zh", "extractive", 1, 0, 1),
            Count(2, "", "en", "", 1, 0, 0),
        ],
        [30.0, 200.0, 10.0],
        [cited, cited[:1], ({"document": "park", "title": "园区"},)],
        1,
        3,
    )
    found = summed(told, [0.0, 10.0, 20.0])
    assert [(day["at"], day["answered"], day["unknown"]) for day in found["days"]] == [
        (0.0, 2, 0),
        (10.0, 1, 1),
        (20.0, 0, 0),
    ]
    assert (found["first_ms"], found["first_ms_p95"]) == (30.0, 200.0)
    assert (found["questions"], found["dialogues"], found["handed"]) == (5, 3, 1)
    assert (found["up"], found["down"]) == (1, 1)
    assert found["sources"][0] == {"document": "k_1", "title": "租金", "count": 2}
    assert found["languages"] == {"zh": 3, "en": 2}
    assert found["brains"] == {"extractive": 3, "model": 1}


def test_nothing_is_nothing() -> None:
    found = summed(Told(), [0.0])
    assert (found["first_ms"], found["sources"], found["questions"]) == (None, [], 0)


async def test_over_http(house: House) -> None:
    await talk(house, "d_1")
    _, told = await house.own("GET", "/api/v1/guides/statistics?days=2")
    assert [day["answered"] for day in told["days"]] == [0, 1]
    assert told["sources"] == [{"document": "k_1", "title": "租金", "count": 1}]
    assert (await house.own("GET", "/api/v1/guides/statistics?days=0"))[0] == 422
