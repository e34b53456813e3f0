"""Makes rows of the outbox: words in the right language, sealed, under an id of their own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from server.run.notices.house import House
from server.run.notices.kinds import filled, kind_of
from server.run.notices.notice import Notice
from server.run.secrets import short_id
from server.store.notice_records import StoredEndpoint, StoredNotice

KEY: Final = "park:notices"
"""Whose key seals what goes to nobody with an account."""


class Composer:
    """Knows the park's name and its vault."""

    def __init__(self, house: House) -> None:
        self._house = house

    def notice(self, notice: Notice) -> StoredNotice:
        """A row of the outbox; raises StoreError ``person_erased``."""
        title, text = self.words(notice)
        lang = "en" if notice.lang.startswith("en") else "zh"
        said = {"title": title[lang], "text": text[lang], "link": notice.link}
        end = notice.to.webhook or notice.to.robot
        if notice.to.webhook:
            body = {"type": f"notice.{notice.kind}", "data": {"ref": notice.ref, **said}}
            said = {"body": self._body(body)}
        return self._row(
            kind=notice.kind,
            way=notice.to.way,
            target=notice.to.value,
            person=notice.person or KEY,
            lang=notice.lang,
            said=said,
            ref=f"endpoint:{end}" if end else notice.ref,
        )

    def event(
        self, end: StoredEndpoint, name: str, data: dict[str, Any], what: str
    ) -> StoredNotice:
        """A row that tells one endpoint of an event."""
        hooked = end.kind == "webhook"
        said = {"body": self._body({"type": name, "data": data})}
        if not hooked:
            lines = [f"{key}: {value}" for key, value in data.items()]
            park = dict(self._house.site.name)["zh"]
            said = {"title": f"{park}：{what}", "text": "\n".join(lines), "link": ""}
        return self._row(
            kind="event",
            way="webhook" if hooked else "robot",
            target=end.id,
            person=KEY,
            lang="zh-CN",
            said=said,
            ref=f"endpoint:{end.id}",
        )

    def _row(self, *, kind: str, way: str, target: str, person: str, lang: str,
             said: Mapping[str, str], ref: str) -> StoredNotice:  # fmt: skip
        now = self._house.clock.now()
        vault = self._house.vault
        return StoredNotice(
            id=f"msg_{short_id()}{short_id()[:8]}",
            kind=kind,
            way=way,
            target=vault.seal(person, target),
            person=person,
            lang=lang,
            content=vault.seal(person, json.dumps(said, ensure_ascii=False)),
            ref=ref,
            state="waiting",
            tries=0,
            due=now,
            at=now,
        )

    def _body(self, told: dict[str, Any]) -> str:
        at = datetime.fromtimestamp(self._house.clock.now(), UTC).isoformat(timespec="milliseconds")
        whole = {"type": told["type"], "timestamp": at.replace("+00:00", "Z"), "data": told["data"]}
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))

    def words(self, notice: Notice) -> tuple[dict[str, str], dict[str, str]]:
        """Title and text in both languages."""
        kind, park = kind_of(notice.kind), dict(self._house.site.name)
        given = dict(notice.data)
        title = {
            lang: (notice.title or {}).get(lang)
            or filled(kind.title[lang], {"park": park[lang], **given})
            for lang in ("zh", "en")
        }
        text = {
            lang: (notice.text or {}).get(lang)
            or filled(kind.text[lang], {"park": park[lang], **given})
            for lang in ("zh", "en")
        }
        return title, text
