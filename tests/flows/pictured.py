"""Builds the demo park whose companies are photographed by ``tools/company_pictures.mjs``:
``python -m tests.flows.pictured FOLDER``, then ``LINGJING_DATA=FOLDER lingjing serve``."""

from __future__ import annotations

import asyncio
import sys
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Final

from tests.flows.residents import Resident, settle
from tests.server.house import open_house
from tests.server.registry_filled import fill

STREET: Final = (
    Resident(
        "苏州云帆智能装备有限公司",
        "Yunfan Intelligent Equipment",
        "34",
        "为新能源汽车厂提供柔性装配线与在线检测设备，累计交付 120 条产线。",
        "Flexible assembly lines and in-line inspection for makers of electric vehicles.",
        "https://www.yunfan.example",
    ),
    Resident(
        "深蓝视觉科技（苏州）有限公司",
        "Deep Blue Vision",
        "65",
        "工业视觉检测与缺陷识别，算法与相机一体交付。",
        "Machine vision for factories: camera and algorithm delivered as one.",
        "",
    ),
    Resident(
        "苏州青禾储能科技有限公司",
        "Qinghe Energy Storage",
        "38",
        "工商业储能柜与能量管理系统，已接入 260 座园区。",
        "Storage cabinets and energy management for industrial parks.",
        "",
    ),
    Resident(
        "江苏知微传感技术有限公司",
        "Zhiwei Sensing",
        "40",
        "高精度力与位移传感器，用于机器人关节与精密机床。",
        "Precise force and displacement sensors for robots and machine tools.",
        "",
    ),
    Resident(
        "苏州鹭鸣生物医药有限公司",
        "Luming Biopharma",
        "27",
        "抗体药物的工艺开发与小批量生产服务。",
        "Process development and small batches of antibody drugs.",
        "",
    ),
    Resident(
        "苏州智行机器人有限公司",
        "Zhixing Robotics",
        "34",
        "面向中小工厂的协作机器人。",
        "Collaborative robots for small factories.",
        "",
    ),
)
"""Companies along both sides of the street."""


async def build(data: Path) -> None:
    """Residents in their booths, and an application in every state."""
    await settle(data, STREET)
    async with (
        open_house(data, empty=True, log_level="error") as house,
        AsyncExitStack() as stack,
    ):
        await fill(house, stack)


if __name__ == "__main__":
    asyncio.run(build(Path(sys.argv[1])))
