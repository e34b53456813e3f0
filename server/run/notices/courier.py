"""Hands one notice to the way out that it is meant for."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from server.outside import console, robots, sms, smtp, webhook
from server.outside.delivery import Receipt, UndeliveredError
from server.outside.http import Http
from server.outside.sms import TemplateError
from server.outside.smtp import Letter, Mailbox
from server.run.notices.endpoints import Endpoints
from server.run.notices.house import House
from server.store.notice_records import StoredNotice


class Courier:
    """Knows the settings of each way; raises UndeliveredError for what was not taken."""

    def __init__(self, house: House, endpoints: Endpoints) -> None:
        self._house = house
        self._endpoints = endpoints

    async def deliver(self, notice: StoredNotice) -> Receipt:
        """Send one notice once. The same notice is always sent under the same id."""
        target = self._house.vault.open(notice.person, notice.target)
        content = self._house.vault.open(notice.person, notice.content)
        if target is None or content is None:
            raise UndeliveredError("erased", final=True)
        said = json.loads(content)
        ways = {"email": self._mail, "phone": self._text, "webhook": self._call}
        return await ways.get(notice.way, self._say)(notice, target, said)

    async def _mail(self, notice: StoredNotice, to: str, said: dict[str, Any]) -> Receipt:
        settings = self._house.settings
        if settings.mail == "off":
            raise UndeliveredError("not_set_up", "mail=off", final=True)
        text = _text_of(said)
        if settings.mail == "console":
            return await console.write("email", to, said["title"], text)
        letter = Letter(notice.id, to, said["title"], text, notice.lang)
        return await smtp.post(letter, self._mailbox())

    def _mailbox(self) -> Mailbox:
        s = self._house.settings
        sender = s.mail_from or s.smtp_user
        return Mailbox(
            s.smtp_host,
            s.smtp_port,
            s.smtp_tls,
            s.smtp_user,
            s.smtp_password,
            sender,
            s.notice_seconds,
        )

    async def _text(self, notice: StoredNotice, to: str, said: dict[str, Any]) -> Receipt:
        settings = self._house.settings
        if settings.sms == "off":
            raise UndeliveredError("not_set_up", "sms=off", final=True)
        text = " ".join(filter(None, (said["text"], said["link"])))
        if settings.sms == "console":
            return await console.write("phone", to, said["title"], text)
        try:
            template = await asyncio.to_thread(sms.read_template, Path(settings.sms_template))
        except TemplateError as error:
            raise UndeliveredError("not_set_up", str(error)) from None
        # The address stands in the operator's own file, which may name a gateway in the house.
        http = Http(settings.notice_seconds, private=True)
        return await sms.send(to, text, notice.id, template, http)

    async def _call(self, notice: StoredNotice, to: str, said: dict[str, Any]) -> Receipt:
        end = self._open(to)
        now = self._house.clock.now()
        body = said["body"].encode()
        return await webhook.call(end.url, end.secrets, notice.id, now, body, self._http())

    async def _say(self, notice: StoredNotice, to: str, said: dict[str, Any]) -> Receipt:
        end = self._open(to)
        text = _text_of(said)
        if end.kind == "wecom":
            return await robots.wecom(end.url, said["title"], text, self._http())
        now = self._house.clock.now()
        return await robots.dingtalk(end.url, end.secret, now, said["title"], text, self._http())

    def _open(self, id: str) -> Any:
        end = self._endpoints.opened(id)
        if end is None:
            raise UndeliveredError("bad_address", final=True)
        return end

    def _http(self) -> Http:
        settings = self._house.settings
        return Http(settings.notice_seconds, private=settings.private_webhooks)


def _text_of(said: dict[str, Any]) -> str:
    return "\n\n".join(filter(None, (said["text"], said["link"])))
