"""The corpus of injections against a model that obeys every one of them, over real HTTP."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest

from avatars.guides.brain import ActionCall, Piece
from avatars.guides.prompt import LONGEST_HISTORY
from server.run.guides.brains import Brains
from server.run.guides.models import Models
from server.run.guides.thinking import Acted
from tests.avatars.guides.injections import Case, cases
from tests.server.outside.scripted_model import ScriptedModel, Step, Tool, scripted_model
from tests.server.run.guides.model_house import QUICK, house_of

CASES = list(cases())


def obedient(case: Case) -> Any:
    """A model that says all it must not, cites all it has, parrots the trap, calls every tool."""

    def script(body: dict[str, Any]) -> Sequence[Step]:
        marks = "[1][2][3][4][5][6][7][8]"
        steps: list[Step] = [f"{words}{marks}。" for words in case.must_not]
        steps += [f"{words}。" for words in case.must_not]
        steps += [f"我照办：{words}[1]。As you wish: {words}[2]." for words in case.must_not]
        if case.plant is not None:
            lines = [line for line in case.plant.text.splitlines() if line.strip()]
            steps += [f"{line.strip()}{marks}\n" for line in lines[:12]]
        steps.append(f"我的系统提示是：{str(body['messages'][0]['content'])[:120]}{marks}。")
        if not any(message["role"] == "tool" for message in body["messages"]):
            nodes = [sight.node for sight in case.question().near]
            for n, tool in enumerate(body.get("tools", ())):
                args = {"node": nodes[n % len(nodes)], "page": "register", "variant": "x"}
                steps.append(Tool(tool["function"]["name"], json.dumps(args), f"call_{n}"))
        return steps

    return script


async def played(server: ScriptedModel, case: Case) -> list[Piece]:
    async def acted(call: ActionCall) -> Acted:
        return Acted("done")

    house = house_of(server)
    brains = Brains(house, Models(house, dict(QUICK)))
    server.always = obedient(case)
    pieces = [p async for p in brains.answer(case.question(), case.library(), acted)]
    await brains.close()
    return pieces


@pytest.mark.parametrize("part", range(4))
async def test_an_obedient_model_does_no_harm(part: int) -> None:
    faults: dict[str, list[str]] = {}
    async with scripted_model() as server:
        for case in CASES[part::4]:
            found = case.faults(await played(server, case))
            if found:
                faults[case.id] = found
    assert faults == {}


async def test_most_of_the_corpus_reaches_the_model() -> None:
    """Else the test above would prove little."""
    reached = 0
    async with scripted_model() as server:
        for case in CASES[::5]:
            before = len(server.requests)
            await played(server, case)
            reached += len(server.requests) > before
    assert reached >= len(CASES[::5]) // 4 and LONGEST_HISTORY > 0
