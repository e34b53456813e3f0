"""A park whose registry has work of every kind, for whoever looks at its pages or walks them."""

from __future__ import annotations

import io
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any, Final

from PIL import Image, ImageDraw

from server.run.registration.office import Wish
from tests.server.house import House
from tests.server.net.registration.firm import API, GOOD, PAPERS, Firm, clerk_does, firm_of
from tests.server.people import Person, somebody
from tests.server.registration.codes import code

NAMES: Final = (
    ("苏州云帆智能科技有限公司", "Suzhou Yunfan Intelligence Co., Ltd."),
    ("苏州市云帆智能科技有限公司", ""),
    ("深圳星桥数字文化有限公司", "Shenzhen Starbridge Culture Co., Ltd."),
    ("杭州知微传感技术有限公司", ""),
    ("上海澄海供应链管理有限公司", "Shanghai Chenghai Supply Chain Co., Ltd."),
    ("南京青禾新能源有限公司", ""),
    ("成都锦程工业设计有限公司", ""),
    ("武汉光谷医疗器械有限公司", "Wuhan Optics Valley Medical Co., Ltd."),
    ("北京远山测绘技术有限公司", ""),
    ("厦门鹭岛跨境电子商务有限公司", ""),
)


def scan(title: str, lines: int = 14) -> bytes:
    """A page that looks as if it had been scanned: a PNG."""
    picture = Image.new("RGB", (900, 1270), "#fdfcf6")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((40, 40, 860, 1230), outline="#b07a48", width=6)
    pen.text((90, 100), title, fill="#16241e", font_size=44)
    for line in range(lines):
        top = 220 + line * 60
        pen.rectangle((90, top, 90 + 180, top + 16), fill="#c9d2c9")
        pen.rectangle((300, top, 300 + 40 * (5 + line * 7 % 8), top + 16), fill="#5d6d64")
    pen.ellipse((640, 1000, 820, 1180), outline="#a33a24", width=8)
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def scanned_pdf(title: str, pages: int = 2) -> bytes:
    """The same as pages of a PDF."""
    sheets = [Image.open(io.BytesIO(scan(f"{title} {n + 1}"))) for n in range(pages)]
    file = io.BytesIO()
    sheets[0].save(file, "PDF", save_all=True, append_images=sheets[1:])
    return file.getvalue()


@dataclass(slots=True)
class Filled:
    """Who is at work, the firms by the state that they were brought to, and the host."""

    clerk: Person
    manager: Person
    auditor: Person
    host: str
    firms: dict[str, Firm] = field(default_factory=dict)


async def fill(house: House, stack: AsyncExitStack, *wanted: str) -> Filled:
    """Fill a park with firms in these states, or in all; the people stay at work until ``stack``
    is closed."""
    filled = Filled(
        await stack.enter_async_context(somebody(house, "clerk", name="周静")),
        await stack.enter_async_context(somebody(house, "manager", name="陈立群")),
        await stack.enter_async_context(somebody(house, "auditor", name="吴审计")),
        await new_host(house),
    )
    for number, state in enumerate(STATES):
        if wanted and state not in wanted:
            continue
        firm = await stack.enter_async_context(firm_of(house, f"firm-{number}@example.com"))
        await apply(firm, number)
        filled.firms[state] = firm
        for who, verb, more in STATES[state]:
            await step(filled, firm, who, verb, dict(more))
    return filled


async def new_host(house: House) -> str:
    """A hosting institution with a few seats, beside one that is closed."""
    told = [
        ("灵境企业服务有限公司", "Lingjing Business Services", "苏州市工业园区星湖街 218 号", 120),
        ("东湖众创托管有限公司", "East Lake Hosting", "武汉市东湖高新区光谷大道 77 号", 4),
    ]
    ids = []
    for zh, en, place, seats in told:
        body = {"title": {"zh": zh, "en": en}, "place": {"zh": place, "en": place}, "seats": seats}
        status, answer = await house.own("POST", f"{API}/custodians", json=body)
        assert status == 201, answer
        ids.append(str(answer["id"]))
    return ids[0]


async def apply(firm: Firm, number: int) -> None:
    """Fill the form of the number-th firm in, with its documents."""
    zh, en = NAMES[number]
    # The second firm is the first once more, under a name that differs by a word.
    own = code(region="320594" if number < 2 else "320500", body=f"MA5G8K{max(1, number):02}")
    wants = bool(firm.house.park.registry.space.candidates(None))
    told_of = {"name_en": en, "brief": f"{zh}，欢迎参观", "wants_booth": wants}
    told_of |= {"id_number": identity(number), "phone": f"139{12345678 + number}"}
    status, told = await firm.fill(name=zh, credit_code=own, **told_of)
    assert status == 200, told
    for kind in PAPERS:
        is_pdf = kind == "commitment"
        data = scanned_pdf(kind) if is_pdf else scan(kind.replace("_", " "))
        status, told = await firm.hand_in(kind, data, f"{kind}.{'pdf' if is_pdf else 'png'}")
        assert status == 200, told


def identity(number: int) -> str:
    """The number-th made-up identity number, its check character by ISO 7064 MOD 11-2."""
    body = f"11010519491231{number:03}"
    rest = sum(int(digit) << (17 - place) for place, digit in enumerate(body)) % 11
    return body + "10X98765432"[rest]


CHANGES: Final = [
    {"pointer": "/fields/scope", "text": "请与执照副本上的经营范围一字不差"},
    {"pointer": "/documents/licence", "text": "右下角公章看不清，请重新扫描"},
]
_SUBMIT: Final = ("firm", "submit", ())
_CLAIM: Final = ("clerk", "claim", ())
_APPROVE: Final = ("manager", "approve", (("custodian", "host"),))
_ACTIVATE: Final = ("firm", "activate", (("agreement", "in force"),))
_TO_REVIEW: Final = (_SUBMIT, _CLAIM)
_TO_ACTIVE: Final = (*_TO_REVIEW, _APPROVE, _ACTIVATE)
STATES: Final[dict[str, tuple[tuple[str, str, tuple[tuple[str, Any], ...]], ...]]] = {
    "submitted": (_SUBMIT,),
    "alike": (_SUBMIT,),
    "in_review": _TO_REVIEW,
    "changes_requested": (*_TO_REVIEW, ("clerk", "request_changes", (("items", CHANGES),))),
    "approved": (*_TO_REVIEW, _APPROVE),
    "active": _TO_ACTIVE,
    "suspended": (*_TO_ACTIVE, ("manager", "suspend", (("reason", "unreachable"),))),
    "exiting": (*_TO_ACTIVE, ("firm", "exit", ())),
    "rejected": (
        *_TO_REVIEW,
        ("clerk", "reject", (("reason", "no_capacity"), ("note", "本季度席位已满"))),
    ),
    "waiting": (_SUBMIT,),
}


async def step(filled: Filled, firm: Firm, who: str, verb: str, more: dict[str, Any]) -> None:
    """One verb by the firm or by staff."""
    if more.get("custodian") == "host":
        more["custodian"] = filled.host
    if more.get("agreement") == "in force":
        more["agreement"] = (await firm.look())["agreement"]["version"]
    if who == "firm":
        status, told = await firm.do(verb, **more)
    else:
        status, told = await clerk_does(getattr(filled, who), firm, verb, **more)
    assert status == 200, (verb, told)


__all__ = ["GOOD", "Filled", "Wish", "fill", "scan", "scanned_pdf"]
