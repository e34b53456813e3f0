"""Somebody with an account, for tests of personal data."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from server.access.actor import Grant
from server.access.roles import Role
from server.run.accounts.accounts import NewAccount
from tests.server.house import House

NAME, EMAIL, PHONE = "欧阳婉清", "wanqing.ouyang@example.com", "+8613912345678"
TELLING = (NAME, EMAIL, PHONE, PHONE.removeprefix("+86"), "wanqing")
"""What must be found nowhere in clear."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """An account, and how it asks over HTTP."""

    house: House
    id: str
    secret: str

    async def ask(self, method: str, path: str, **options: Any) -> tuple[int, Any]:
        """What they are answered."""
        headers = {"Authorization": f"Bearer {self.secret}", **options.pop("headers", {})}
        url = f"{self.house.url}/api/v1/{path}"
        async with self.house.visitor.request(method, url, headers=headers, **options) as answer:
            json = answer.content_type == "application/json"
            return answer.status, await (answer.json() if json else answer.read())


async def somebody(
    house: House,
    role: Role = "manager",
    *,
    name: str = NAME,
    email: str = EMAIL,
    phone: str = PHONE,
) -> Somebody:
    """Make an account and sign it in. No second factor is asked of guests."""
    new = NewAccount("guest", name, frozenset({Grant(role)}), email, phone)
    account = await house.park.accounts.add(new, "operator")
    secret, _ = await house.park.sessions.open(account.id, "password", "Firefox", "203.0.113.9")
    return Somebody(house, account.id, secret)


def found_in(folder: Path, texts: tuple[str, ...] = TELLING) -> set[tuple[str, str]]:
    """Which of the texts stand in clear in any file of a folder, with the file's name."""
    found = set()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            forms = {text: (text.encode(), text.encode("utf-16-le")) for text in texts}
            escaped = {text: text.encode("ascii", "backslashreplace") for text in texts}
            found |= {
                (text, path.name)
                for text in texts
                if any(form in data for form in (*forms[text], escaped[text]))
            }
    return found
