from __future__ import annotations

import json

from avatars.guides.actions import RULES
from avatars.guides.brain import ActionCall
from server.run.guides.model_answer import MOST_CLAUSES, ROUNDS
from tests.server.outside.scripted_model import Step, Tool, scripted_model
from tests.server.run.guides.model_house import answered, brains_of, calls, question, texts


async def test_the_visitors_own_data_comes_back_into_their_form() -> None:
    values = {"values": {"name": "某某公司", "brief": "电话⟦phone1⟧"}}
    steps: list[Step] = [Tool("prefill_registration", json.dumps(values))]
    async with scripted_model(steps, ["好的。"]) as server:
        brains = brains_of(server)
        asked = question("我要入驻，电话13800138000，租金多少", actions=frozenset(RULES))
        pieces = await answered(brains, asked)
        await brains.close()
    made = [p for p in pieces if isinstance(p, ActionCall)]
    assert "13800138000" not in str(server.requests)
    assert [c.args["values"]["brief"] for c in made if "values" in c.args] == [
        "电话13800138000"
    ] or (calls(pieces) == ["prefill_registration"])


async def test_rounds_and_clauses_are_bounded() -> None:
    def again(body: object) -> list[Step]:
        return [Tool("look_at", '{"node": "press"}')]

    async with scripted_model(always=again) as server:
        brains = brains_of(server)
        await answered(brains, question("数控机床有几台？"))
        await brains.close()
    assert len(server.requests) == ROUNDS


async def test_a_model_that_goes_on_is_heard_only_so_far() -> None:
    many = [f"您想了解第{'甲乙丙丁戊己庚辛壬癸子丑'[n]}项吗？" for n in range(12)]
    async with scripted_model(many) as server:
        brains = brains_of(server)
        pieces = await answered(brains, question("A1栋的租金是多少？"))
        await brains.close()
    assert len(texts(pieces)) <= MOST_CLAUSES + 3


async def test_thoughts_are_not_said() -> None:
    steps: list[Step] = [
        "<think>A1栋标准层面积为3,520平方米[1]。再想想。</think>楼面荷载为5kN/m²[1]。"
    ]
    async with scripted_model(steps) as server:
        brains = brains_of(server)
        pieces = await answered(brains, question("A1栋楼面荷载是多少？"))
        await brains.close()
    assert texts(pieces) == ["楼面荷载为5kN/m²。"]
