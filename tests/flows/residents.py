"""A demo park in which companies live already, each come there by the way that all go."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from server.registration.credit_code import check_character, org_check_character
from tests.flows.demo import demo_park
from tests.server.house import House, open_house
from tests.server.net.registration.firm import GOOD, Firm, clerk_does, firm_of, host
from tests.server.people import Person, somebody


class Resident(NamedTuple):
    """A company as it fills in the form."""

    name: str
    name_en: str
    industry: str
    brief: str
    brief_en: str
    website: str


RESIDENTS = (
    Resident(
        "苏州云帆智能装备有限公司",
        "Suzhou Yunfan Intelligent Equipment Co., Ltd.",
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
)


async def settle(data: Path, residents: tuple[Resident, ...] = RESIDENTS) -> list[str]:
    """Build the demo park in a folder and have companies move in; their ids, in order."""
    demo_park(data)
    async with open_house(data, empty=True, log_level="error") as house:
        custodian = await host(house, 20)
        async with somebody(house, "manager") as manager:
            return [
                await _move_in(house, manager, custodian, at, resident)
                for at, resident in enumerate(residents)
            ]


async def _move_in(
    house: House, manager: Person, custodian: str, at: int, resident: Resident
) -> str:
    async with firm_of(house, f"firm{at}@example.com") as firm:
        await firm.prepare(**_fields(at, resident))
        await _answered(firm, "submit")
        for verb, more in (("claim", {}), ("approve", {"custodian": custodian})):
            status, told = await clerk_does(manager, firm, verb, **more)
            assert status == 200, told
        await _answered(firm, "activate", agreement="0")
        return firm.id


async def _answered(firm: Firm, verb: str, **more: Any) -> None:
    status, told = await firm.do(verb, **more)
    assert status == 200, told


def _fields(at: int, resident: Resident) -> dict[str, Any]:
    return {**GOOD, **resident._asdict(), "credit_code": code_of(at), "phone": f"1391234{at:04}"}


def code_of(number: int) -> str:
    """A credit code that no firm has, right in every character."""
    body = f"MA1{number:05}"
    head = f"91440300{body}{org_check_character(body)}"
    return head + check_character(head)
