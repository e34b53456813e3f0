"""A small house with a scripted model: settings that name it, a clock, a library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from avatars.guides.brain import ActionCall, Clause, Finish, Piece, Question, Sight
from avatars.guides.knowledge.library import Library
from avatars.guides.knowledge.plain import document_of
from avatars.guides.persona import Persona
from server.outside.openai_endpoint import Patience
from server.run.clock import Clock
from server.run.guides.brains import Brains
from server.run.guides.models import Models, Use
from server.run.guides.thinking import Acted
from server.settings import Settings
from tests.server.outside.scripted_model import ScriptedModel

TODAY = date(2026, 11, 20)
RENTS = """# 租金

A1 栋办公用房的租金为每平方米每月 45 元，物业费为每平方米每月 6 元。
A1 栋标准层面积为 3,520 平方米，楼面荷载为 5 kN/m²。
科创大厅有十二台数控机床在展出，由云泽精机有限公司提供。

# 交通

园区距地铁 2 号线云泽站 600 米，班车每天 7:30 首发。
服务热线为 0512-62881234。
"""
ENGLISH = """# Rents

Offices in Building A1 cost RMB 45 per square metre per month.
The typical floor of Building A1 measures 3,520 square metres.
"""
PERSONA = Persona("xiaojing", {"zh": "小景", "en": "Xiaojing"}, {"zh": "您好", "en": "Hello"})
PRESS = Sight("press", "exhibit", {"zh": "数控机床", "en": "CNC machine"}, can_explode=True)
ALL = frozenset({"go_to", "lead_to", "point_at", "look_at", "show_exhibit", "explode_exhibit"})
QUICK: Mapping[Use, Patience] = {
    "model": Patience(connect=1, first=0.5, between=0.5, whole=5, tries=2, pause=0.01),
    "embeddings": Patience(connect=1, first=2, whole=4, tries=1),
    "speech": Patience(connect=1, first=2, whole=4, tries=1, pause=0.01),
    "transcribe": Patience(connect=1, first=2, whole=4, tries=1),
}


@dataclass
class SmallHouse:
    """What brains need of a park."""

    settings: Settings
    clock: Clock = field(default_factory=Clock)


def library() -> Library:
    return Library.of(
        [document_of("rents.md", RENTS), document_of("rents-en.md", ENGLISH, lang="en")]
    )


def house_of(server: ScriptedModel | None, **more: Any) -> SmallHouse:
    named = {} if server is None else {"guide_model_url": server.url, "guide_model": "scripted"}
    return SmallHouse(Settings(**{**named, **more}))


def brains_of(server: ScriptedModel | None, **more: Any) -> Brains:
    house = house_of(server, **more)
    return Brains(house, Models(house, dict(QUICK)))


def question(text: str, **more: Any) -> Question:
    return Question(text, PERSONA, TODAY, **{"near": (PRESS,), "actions": ALL, **more})


async def done(call: ActionCall) -> Acted:
    return Acted("done")


async def answered(brains: Brains, asked: Question, known: Library | None = None) -> list[Piece]:
    return [piece async for piece in brains.answer(asked, known or library(), done)]


def texts(pieces: list[Piece]) -> list[str]:
    return [piece.text for piece in pieces if isinstance(piece, Clause)]


def calls(pieces: list[Piece]) -> list[str]:
    return [piece.name for piece in pieces if isinstance(piece, ActionCall)]


def end(pieces: list[Piece]) -> Finish:
    last = pieces[-1]
    assert isinstance(last, Finish)
    return last
