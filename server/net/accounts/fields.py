"""Fields of accounts, checked and in the form in which they are kept."""

from __future__ import annotations

from collections.abc import Iterable

from scenes.findings import Finding
from server.access.naming import clean_name
from server.errors import RequestError
from server.net.accounts.answers import grants_meant
from server.net.accounts.bodies import GrantBody
from server.net.route import Asked
from server.run.accounts.addresses import email_of, phone_of
from server.run.accounts.errors import AccountError


class Fields:
    """Reads the fields of one body; ``settle`` raises every finding at once."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._found: list[Finding] = []

    def name(self, text: str) -> str:
        """A name that others can see."""
        name = clean_name(text)
        if not name:
            self._found.append(Finding("/name", "name_unreadable"))
        return name

    def email(self, text: str, pointer: str = "/email") -> str:
        """An e-mail address."""
        email = email_of(text)
        if email is None:
            self._found.append(Finding(pointer, "not_an_email"))
        return email or ""

    def phone(self, text: str) -> str:
        """A phone number, or none."""
        phone = phone_of(text) if text.strip() else ""
        if phone is None:
            self._found.append(Finding("/phone", "not_a_phone"))
        return phone or ""

    def grants(self, bodies: Iterable[GrantBody]) -> None:
        """Grants of halls that there are."""
        for number, body in enumerate(bodies):
            if body.hall and body.hall not in self._asked.park.halls:
                self._found.append(Finding(f"/grants/{number}/hall", "hall_unknown"))

    async def password(self, text: str, *about: str) -> str:
        """A new password, as it is kept; ``about`` is what others know of its owner."""
        passwords = self._asked.park.office.passwords
        weak = await passwords.weaknesses(text, about)
        self._found.extend(Finding("/password", code) for code in weak)
        return "" if self._found else await passwords.hash(text)

    def settle(self) -> None:
        """Raise RequestError ``invalid`` when anything was wrong."""
        if self._found:
            raise RequestError("invalid", self._found)


def check_grants(asked: Asked, bodies: list[GrantBody]) -> None:
    """Refuse grants of unknown halls; raises RequestError ``invalid``."""
    fields = Fields(asked)
    fields.grants(bodies)
    fields.settle()
    if not grants_meant(bodies):
        raise AccountError("invalid", [Finding("/grants", "wrong_length")])
