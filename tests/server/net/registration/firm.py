"""A firm that applies over HTTP, for tests of the registry."""

from __future__ import annotations

import contextlib
import io
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from PIL import Image

from server.run.notices.notice import Notice
from tests.server.house import House, read

API = "/api/v1"
CODE = "914403001922038216"
NAME = "深圳灵境测试技术有限公司"
PERSON, IDENTITY, PHONE = "欧阳婉清", "11010519491231002X", "13912345678"
GOOD: dict[str, Any] = {
    "case": "existing",
    "credit_code": CODE,
    "name": NAME,
    "legal_form": "limited",
    "industry": "65",
    "scope": "软件开发；信息技术咨询服务",
    "capital": "100万元",
    "established": "2019-04-18",
    "registered_address": "广东省深圳市南山区科技园路 1 号",
    "legal_rep": PERSON,
    "id_kind": "resident_id",
    "id_number": IDENTITY,
    "contact_name": PERSON,
    "phone": PHONE,
    "email": "wanqing.ouyang@example.com",
    "wants_booth": True,
    "brief": "做园区软件的企业",
    "consent_truth": True,
    "consent_privacy": True,
    "consent_identity": True,
}
"""A form without an error."""
PAPERS = ("licence", "legal_rep_id", "commitment")


def png(colour: str = "white") -> bytes:
    """A small picture."""
    file = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(file, "PNG")
    return file.getvalue()


@dataclass(slots=True)
class Firm:
    """An applicant at a browser of their own; ``id`` is their application's."""

    house: House
    browser: aiohttp.ClientSession
    address: str
    id: str = ""
    account: str = ""
    last: dict[str, Any] = field(default_factory=dict)

    async def ask(self, method: str, path: str, **options: Any) -> tuple[int, Any]:
        """What they are answered."""
        url = self.house.url + API + path
        async with self.browser.request(method, url, **options) as answer:
            return answer.status, await read(answer)

    async def sign_up(self, **more: Any) -> tuple[int, Any]:
        """Ask for a code, and show it."""
        code = await code_for(self.house, self.address, self)
        body: dict[str, Any] = {"address": self.address, "code": code, "name": "李小境"}
        body |= {"consents": {"privacy": 0}, **more}
        status, told = await self.ask("POST", "/registration/accounts", json=body)
        if status == 200 and "csrf" in told:
            self.browser.headers["X-CSRF-Token"] = told["csrf"]
            self.id, self.account = told["application"], told["id"]
        return status, told

    async def look(self) -> dict[str, Any]:
        """The application as it is now."""
        status, told = await self.ask("GET", f"/applications/{self.id}")
        assert status == 200, told
        return dict(told)

    async def fill(self, **changes: Any) -> tuple[int, Any]:
        """Send the form."""
        version = (await self.look())["version"]
        body = {"version": version, "fields": {**GOOD, **changes}}
        return await self.ask("PATCH", f"/applications/{self.id}", json=body)

    async def hand_in(self, kind: str, data: bytes = b"", name: str = "扫描件.png") -> Any:
        """Upload a document and put it to the application."""
        data = data or png()
        owner = self.account
        upload = await self.house.park.uploads.receive(owner, name, _whole(data))
        body = {"upload": upload.id, "kind": kind}
        return await self.ask("POST", f"/applications/{self.id}/documents", json=body)

    async def prepare(self, **changes: Any) -> None:
        """Everything up to handing in."""
        status, told = await self.fill(**changes)
        assert status == 200, told
        for kind in PAPERS:
            status, told = await self.hand_in(kind)
            assert status == 200, told

    async def do(self, verb: str, **more: Any) -> tuple[int, Any]:
        """A verb of the workflow."""
        version = more.pop("version", None) or (await self.look())["version"]
        body = {"verb": verb, "version": version, **more}
        return await self.ask("POST", f"/applications/{self.id}/transitions", json=body)


async def _whole(data: bytes) -> AsyncIterator[bytes]:
    yield data


async def code_for(house: House, address: str, firm: Firm) -> str:
    """The code that an address is sent."""
    sent: list[Notice] = []

    async def deliver(letter: Notice) -> None:
        sent.append(letter)

    house.park.office.postbox.deliver = deliver
    status, told = await firm.ask("POST", "/registration/codes", json={"address": address})
    assert status == 204, told
    await house.park.performer.finish()
    house.park.office.postbox.deliver = house.park.notices.send
    codes = [letter.data["code"] for letter in sent if letter.kind == "code"]
    return codes[-1] if codes else ""


@contextlib.asynccontextmanager
async def firm_of(
    house: House, address: str = "li@example.com", *, signed_up: bool = True
) -> AsyncIterator[Firm]:
    """An applicant; ``signed_up``: with an account and a draft."""
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar) as browser:
        firm = Firm(house, browser, address)
        if signed_up:
            status, told = await firm.sign_up()
            assert status == 200, told
        yield firm


async def host(house: House, seats: int = 3) -> str:
    """A hosting institution with so many seats; its id."""
    body = {
        "title": {"zh": "灵境托管有限公司", "en": "Lingjing Hosting"},
        "place": {"zh": "深圳市南山区灵境路 1 号", "en": "1 Lingjing Road, Shenzhen"},
        "seats": seats,
    }
    status, told = await house.own("POST", f"{API}/custodians", json=body)
    assert status == 201, told
    return str(told["id"])


async def clerk_does(person: Any, firm: Firm, verb: str, **more: Any) -> tuple[int, Any]:
    """A verb by staff."""
    path = f"{API}/applications/{firm.id}"
    _, told = await person.ask("GET", path)
    body = {"verb": verb, "version": told["version"], **more}
    status, after = await person.ask("POST", f"{path}/transitions", json=body)
    return status, after
