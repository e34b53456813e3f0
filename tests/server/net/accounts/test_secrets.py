"""No secret that goes through a door is found behind it: not in records, not in the trail."""

from __future__ import annotations

import aiohttp
import pyotp

from tests.server.house import House
from tests.server.people import GOOD_PASSWORD, somebody

NEW = "another lantern 99 quiet"


async def test_nothing_that_lets_in_is_stored(house: House) -> None:
    link = await house.park.sessions.make_link()
    secrets = [GOOD_PASSWORD, NEW, link]
    async with somebody(house, "operator", email="op@park.example") as boss:
        secrets.append(boss.secret)
        body = {"email": "wang@park.example", "grants": [{"role": "manager"}]}
        _, made = await boss.ask("POST", "/api/v1/invitations", json=body)
        invited = made["url"].rpartition("/")[2]
        async with aiohttp.ClientSession() as page:

            async def ask(method: str, path: str, **json: str) -> dict[str, object]:
                url = f"{house.url}/api/v1{path}"
                headers = {"X-CSRF-Token": csrf}
                async with page.request(method, url, json=json, headers=headers) as answer:
                    return dict(await answer.json()) if answer.status != 204 else {}

            csrf = ""
            path = f"/invitations/{invited}/acceptance"
            told = await ask("POST", path, name="王芳", password=GOOD_PASSWORD)
            csrf = str(told["csrf"])
            begun = await ask("POST", "/account/totp")
            code = pyotp.TOTP(str(begun["secret"])).at(int(house.park.clock.now()))
            kept = await ask("PUT", "/account/totp", code=code)
            codes = list(map(str, kept["codes"]))  # type: ignore[call-overload]
            await ask("PUT", "/account/password", current=GOOD_PASSWORD, password=NEW)
            step = await ask("POST", "/session", email="wang@park.example", password=NEW)
            await ask("POST", "/session", step=str(step["step"]), code=codes[0])
            secrets += [invited, str(begun["secret"]), str(step["step"]), *codes]
            secrets += [cookie.value for cookie in page.cookie_jar if "known" not in cookie.key]
            await ask("POST", "/session/codes", address="wang@park.example")
            await ask("POST", "/session", token=link)
        _, key = await boss.ask(
            "POST", "/api/v1/keys", json={"name": "x", "scopes": ["exhibit.read"]}
        )
        person = f"/api/v1/people/{told['id']}"
        _, recovered = await boss.ask("POST", f"{person}/recover")
        token = recovered["url"].rpartition("/")[2]
        await house.get(f"/api/v1/recovery/{token}")
        secrets += [key["secret"].removeprefix("lj_"), token]
    await house.park.performer.finish()
    files = [path for path in house.data.rglob("*") if path.is_file()]
    stored = {path.name: path.read_bytes() for path in files}
    leaked = [(n, s) for n, data in stored.items() for s in secrets if s.encode() in data]
    assert leaked == []
    personal = ("wang@park.example", "王芳")
    told_of = [(n, p) for n, data in stored.items() for p in personal if p.encode() in data]
    assert told_of == []
