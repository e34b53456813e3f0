"""A park whose guides have been taught something."""

from __future__ import annotations

from typing import Any

from tests.server.house import House

KNOWLEDGE = "/api/v1/knowledge"
RENTS = """# 租金

## 办公楼

办公楼租金为每平方米每月 48 元。

## 厂房

厂房租金为每平方米每月 32 元。
"""
SECRET = "# 底价\n\n办公楼租金底价为每平方米每月 41 元，仅供内部谈判使用。\n"


async def teach(house: House, text: str = RENTS, **more: Any) -> Any:
    """A document that is taught in place."""
    status, told = await house.own("POST", KNOWLEDGE, json={"text": text, **more})
    assert status == 201, told
    return told
