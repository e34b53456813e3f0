"""Every route × every role, against a real park: the doors say what the policy table says.

The expectation is read from the table's rows here, not from the code that asks them.
"""

from __future__ import annotations

import contextlib
import re
from typing import Any

import aiohttp
import pytest

from server.access.actor import ANYBODY
from server.access.policy import POLICY
from server.access.roles import ROLES, Role
from server.net.gate import SAFE_METHODS, Limits
from server.net.route import Route
from server.net.routes import ROUTES
from tests.scenes.samples import hall_document
from tests.server.house import House
from tests.server.people import Person, at_a_browser, somebody
from tests.server.store.test_exhibits import CARD_ROW, revision
from tools.places import ROOT

DENIED = frozenset(
    {"unauthorized", "forbidden", "second_factor_due", "csrf_refused", "key_refused"}
)
"""Codes by which the table speaks; others say that the thing is not there, or not so."""
PLACES = {
    "kind": "csv",
    "hall": "gallery",
    "node": "fox",
    "version": "1",
    "number": "1",
    "sha": "0" * 64,
}


@pytest.fixture(autouse=True)
def no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """One address asks thousands of times."""
    monkeypatch.setattr(Limits, "take", lambda *args, **more: 0.0)


ASKING = (
    *("server/halls", "server/registration", "server/run", "server/net"),
    "server/access/live.py",
)
"""Rooms that ask the table about single things themselves."""


def asked_in(room: str) -> set[str]:
    """The actions that a room's code names."""
    files = (ROOT / room).rglob("*.py") if (ROOT / room).is_dir() else [ROOT / room]
    texts = [path.read_text(encoding="utf-8") for path in files]
    return {action for text in texts for action in POLICY if f'"{action}"' in text}


def filled(path: str) -> str:
    """A path that names the sample hall, and else what is not there."""
    plain = re.sub(r"\{(\w+):(?:[^{}]|\{[^{}]*\})*\}", r"{\1}", path)
    return re.sub(r"\{(\w+)\}", lambda found: PLACES.get(found[1], "nothing"), plain)


async def ask(house: House, browser: aiohttp.ClientSession, route: Route) -> tuple[int, str]:
    """What a route answers to next to nothing: its status and code."""
    body: dict[str, Any] = {"json": {}} if route.method not in SAFE_METHODS else {}
    url = house.url + filled(route.path)
    async with browser.request(
        route.method, url, allow_redirects=False, headers={"Accept": route.media}, **body
    ) as answer:
        is_json = answer.content_type == "application/json" and answer.status >= 400
        return answer.status, (await answer.json())["code"] if is_json else ""


def wrong(role: Role | None, route: Route, status: int, code: str) -> str | None:
    """What is not as the table has it."""
    row = POLICY[route.action]
    said = f"{role or 'nobody'} {route.method} {route.path} ({route.action}): {status} {code}"
    if (role or "visitor") in row:
        return said if code in DENIED or (status >= 500 and code != "client_missing") else None
    if role is None:
        return said if (status, code) != (401, "unauthorized") else None
    return said if (status, code) != (403, "forbidden") else None


def test_the_table_names_the_action_of_every_route() -> None:
    assert [f"{r.method} {r.path}" for r in ROUTES if r.action not in POLICY] == []


def test_every_action_is_asked_somewhere_or_on_the_live_socket() -> None:
    """A row that nobody asks would be a promise about nothing."""
    asked = {route.action for route in ROUTES} | {a for n in ASKING for a in asked_in(n)}
    assert sorted(POLICY.keys() - asked) == []


@pytest.mark.parametrize("role", [None, *ROLES])
async def test_a_role_gets_what_the_table_gives_it(house: House, role: Role | None) -> None:
    found = []
    async with Walker(house, role) as walker:
        for route in ROUTES:
            browser = await walker.browser()
            found.append(wrong(role, route, *await ask(house, browser, route)))
    assert [each for each in found if each] == []


class Walker(contextlib.AsyncExitStack):
    """Somebody with one role, or nobody; who ends the own session or account comes back as new."""

    def __init__(self, house: House, role: Role | None) -> None:
        super().__init__()
        self._house, self._role = house, role
        self._person: Person | None = None
        self._nobody: aiohttp.ClientSession | None = None

    async def browser(self) -> aiohttp.ClientSession:
        """A browser whose session, if there is to be one, is alive."""
        if self._role is None:
            if self._nobody is None:
                self._nobody = await self.enter_async_context(aiohttp.ClientSession())
            return self._nobody
        sessions = self._house.park.sessions
        person = self._person
        known = sessions.actor(person.secret) if person else ANYBODY
        # Whoever begins an application runs an enterprise from then on: that is another role.
        if not person or not known.is_known or known.grants != person.account.grants:
            person = await self.enter_async_context(somebody(self._house, self._role))
            self._person = person
        return person.browser


async def test_whoever_is_in_may_go_out(house: House) -> None:
    async with somebody(house, "clerk") as person:
        assert (await person.ask("DELETE", "/api/v1/session"))[0] == 204
        assert (await person.ask("GET", "/api/v1/account"))[0] == 401


async def test_a_page_of_another_site_cannot_use_a_cookie(house: House) -> None:
    unproved: list[str] = []
    async with somebody(house, "operator") as person, at_a_browser(person, csrf=False) as page:
        for route in ROUTES:
            if route.method in SAFE_METHODS or not route.csrf:
                continue
            status, code = await ask(house, page.browser, route)
            if code != "csrf_refused":
                unproved.append(f"{route.method} {route.path}: {status} {code}")
    assert unproved == []


async def test_our_own_page_can(house: House) -> None:
    async with somebody(house, "manager") as person, at_a_browser(person) as page:
        path = "/api/v1/halls/gallery"
        assert (await page.ask("PATCH", path, json={"capacity": 30}))[0] == 200


async def exhibit_of(house: House, owner: str, name: str) -> str:
    model = {"levels": [{"asset": "b" * 64, "bytes": 9, "triangles": 1}]}
    new = revision(None, name, author=owner, model=model)
    return (await house.park.archive.exhibits.keep(new, {}, CARD_ROW)).exhibit


@pytest.mark.parametrize("role", ["creator", "enterprise_owner", "enterprise_agent"])
async def test_own_things_and_others(house: House, role: Role) -> None:
    card = {"title": {"zh": "新", "en": "New"}}
    async with somebody(house, role) as one, somebody(house, role) as other:
        mine = f"/api/v1/exhibits/{await exhibit_of(house, one.id, 'mine')}"
        theirs = f"/api/v1/exhibits/{await exhibit_of(house, other.id, 'theirs')}"
        assert (await one.ask("PATCH", mine, json=card))[0] == 200
        status, told = await one.ask("PATCH", theirs, json=card)
        reads = "all" if role == "creator" else "own"
        assert POLICY["exhibit.read"][role] == reads
        hidden = (403, "forbidden") if reads == "all" else (404, "exhibit_unknown")
        assert (status, told["code"]) == hidden
        assert (await one.ask("DELETE", theirs))[0] == hidden[0]
        # A body that says nothing is read of those alone who may publish their own.
        may = POLICY["exhibit.publish"].get(role) == "own"
        asked = (await one.ask("POST", f"{mine}/publish", json={"number": 1}))[0]
        assert asked == (422 if may else 403)
        assert (await one.ask("POST", f"{theirs}/publish", json={"revision": 1}))[0] == hidden[0]


async def test_what_an_enterprise_owns_its_people_may_change(house: House) -> None:
    card = {"title": {"zh": "新", "en": "New"}}
    ours = f"/api/v1/exhibits/{await exhibit_of(house, 'enterprise:acme', 'ours')}"
    async with (
        somebody(house, "enterprise_agent", enterprise="acme") as agent,
        somebody(house, "enterprise_agent", enterprise="other") as stranger,
    ):
        assert (await agent.ask("PATCH", ours, json=card))[0] == 200
        assert (await stranger.ask("PATCH", ours, json=card))[0] == 404


async def second_hall(house: House) -> None:
    document = hall_document()
    await house.park.add_hall({**document, "hall": {**document["hall"], "id": "annex"}})


async def codes(person: Person, *wishes: tuple[str, str]) -> list[str]:
    told = [await person.ask(method, path, json={}) for method, path in wishes]
    return [body.get("code", "") if isinstance(body, dict) else "" for _, body in told]


async def test_a_role_in_one_hall_ends_at_its_door(house: House) -> None:
    await second_hall(house)
    inside, outside = "/api/v1/halls/gallery", "/api/v1/halls/annex"
    async with somebody(house, "manager", hall="gallery") as keeper:
        assert (await keeper.ask("PATCH", inside, json={"capacity": 40}))[0] == 200
        refused = await codes(
            keeper,
            ("PATCH", outside),
            ("DELETE", outside),
            ("PATCH", f"{outside}/scene"),
            ("GET", f"{outside}/draft"),
            ("POST", "/api/v1/halls"),
            ("GET", "/api/v1/people"),
            ("POST", "/api/v1/invitations"),
            ("GET", "/api/v1/webhooks"),
        )
        assert set(refused) == {"forbidden"}
        assert (await keeper.ask("GET", f"{inside}/draft"))[0] == 200
        assert (await keeper.ask("GET", "/api/v1/account"))[0] == 200
