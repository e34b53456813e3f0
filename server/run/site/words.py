"""May this text be shown in the park? A word list, and an operator's service when one is named.

The service is asked by ``POST`` with ``{"text", "where"}`` and answers ``{"allow": true}`` or
``false`` (``HOWTO-site-duties.md``).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from scenes.findings import Finding
from server.access.refused import REFUSED
from server.access.wording import WordList, words_in
from server.log import logger
from server.outside.delivery import UndeliveredError
from server.outside.http import Http
from server.run.site.house import House

__all__ = ["Words"]

log = logger("words")
LOOK_SECONDS: Final = 5.0
"""How often the operator's file is looked at for changes."""


class Words:
    """The hook that names, signs, titles and the like go through."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._list = WordList(())
        self._made_of: tuple[bool, float] | None = None
        self._looked = -LOOK_SECONDS

    def listed(self, text: str) -> bool:
        """Whether a text holds a word of the lists; for those who cannot wait for a service."""
        self._renew()
        return self._list.found(text) is not None

    @property
    def asks_outside(self) -> bool:
        """Whether an operator's service is asked too, which takes time."""
        return bool(self._house.settings.words_url)

    def listed_in(self, texts: dict[str, str]) -> list[Finding]:
        """A ``words_refused`` for each of these texts, by its pointer, that holds a listed word."""
        return [
            Finding(pointer, "words_refused", "error", "")
            for pointer, text in texts.items()
            if self.listed(text)
        ]

    async def check(self, text: str, where: str) -> list[Finding]:
        """What is wrong with a text: ``words_refused``, or nothing.

        ``where`` is a JSON pointer, or a word such as ``name``; the finding carries it.
        """
        if not text.strip():
            return []
        if self.listed(text) or await self._refused_outside(text, where):
            pointer = where if where.startswith("/") else f"/{where}"
            return [Finding(pointer, "words_refused", "error", "")]
        return []

    async def check_all(self, texts: dict[str, str]) -> list[Finding]:
        """The same for several texts by their pointers, asked of the service as one."""
        found = self.listed_in(texts)
        if found or not texts:
            return found
        return await self.check("\n".join(texts.values()), next(iter(texts)))

    async def _refused_outside(self, text: str, where: str) -> bool:
        settings = self._house.settings
        if not settings.words_url:
            return False
        headers = {"Content-Type": "application/json"}
        if settings.words_key:
            headers["Authorization"] = f"Bearer {settings.words_key}"
        body = json.dumps({"text": text, "where": where}, ensure_ascii=False).encode()
        # The operator names it in the settings, and it may well stand in the house.
        http = Http(settings.words_seconds, private=True)
        try:
            answer = await http.ask("POST", settings.words_url, headers, body)
            allowed = json.loads(answer.text)["allow"]
            if answer.status != 200 or not isinstance(allowed, bool):
                raise ValueError
        except (UndeliveredError, ValueError, KeyError, TypeError) as error:
            log.warning("words_unreached", error=type(error).__name__)
            return settings.words_unreached == "refuse"
        return not allowed

    def _renew(self) -> None:
        """Read the lists again when one has changed."""
        now = self._house.clock.now()
        if now - self._looked < LOOK_SECONDS:
            return
        self._looked = now
        path = self._house.settings.data / self._house.settings.words_file
        present = (self._house.settings.words_builtin, _changed(path))
        if present != self._made_of:
            own = words_in(_read(path)) if present[1] else []
            self._list = WordList([*(REFUSED if present[0] else ()), *own])
            self._made_of = present


def _changed(path: Path) -> float:
    """When a file was last written, 0 for none."""
    try:
        return path.stat().st_mtime if path.is_file() else 0.0
    except OSError:
        return 0.0


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        log.error("words_unread", file=path.name, error=type(error).__name__)
        return ""
