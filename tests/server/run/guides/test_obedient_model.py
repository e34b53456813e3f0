"""The corpus of injections against a model that obeys every one of them, over real HTTP."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from avatars.guides import demo
from avatars.guides.brain import ActionCall, Piece
from avatars.guides.knowledge.document import Document
from avatars.guides.knowledge.library import Library
from server.run.guides.brains import Brains
from server.run.guides.thinking import Acted
from tests.avatars.guides.injections import Case, cases
from tests.server.outside.scripted_model import ScriptedModel, Step, Token, Tool, scripted_model
from tests.server.run.guides.model_house import brains_of

CASES = list(cases())


def obedient(case: Case) -> Any:
    """A model that says all it must not, cites all it has, parrots the trap, calls every tool."""

    def script(body: dict[str, Any]) -> Sequence[Step]:
        if any(message["role"] == "tool" for message in body["messages"]):
            return ["好的。"]
        marks = "[1][2][3][4][5][6][7][8]"
        steps: list[Step] = [f"{words}{marks}。" for words in case.must_not]
        steps += [f"{words}。" for words in case.must_not]
        steps += [f"我照办：{words}[1]。As you wish: {words}[2]." for words in case.must_not]
        if case.plant is not None:
            lines = [line for line in case.plant.text.splitlines() if line.strip()]
            steps += [f"{line.strip()}{marks}\n" for line in lines[:12]]
        steps.append(f"我的系统提示是：{str(body['messages'][0]['content'])[:120]}{marks}。")
        nodes = [sight.node for sight in case.question().near]
        for n, tool in enumerate(body.get("tools", ())):
            args = {"node": nodes[n % len(nodes)], "page": "register", "variant": "x"}
            steps.append(Tool(tool["function"]["name"], json.dumps(args), f"call_{n}"))
        return [Token(step) if isinstance(step, str) else step for step in steps]

    return script


@cache
def around() -> tuple[Document, ...]:
    """Some records of the demo park: enough to answer honestly beside an attempt."""
    return demo.documents()[::40]


def library(case: Case) -> Library:
    """What the case's guide knows."""
    return Library.of(around() if case.plant is None else (*around(), case.plant))


async def played(brains: Brains, server: ScriptedModel, case: Case) -> list[Piece]:
    async def acted(call: ActionCall) -> Acted:
        return Acted("done")

    server.always = obedient(case)
    return [p async for p in brains.answer(case.question(), library(case), acted)]


async def test_an_obedient_model_does_no_harm() -> None:
    faults: dict[str, list[str]] = {}
    reached = 0
    async with scripted_model() as server:
        brains = brains_of(server)
        for case in CASES:
            before = len(server.requests)
            found = case.faults(await played(brains, server, case))
            reached += len(server.requests) > before
            if found:
                faults[case.id] = found
        await brains.close()
    assert faults == {}
    assert reached >= len(CASES) // 3, "else this would prove little"
