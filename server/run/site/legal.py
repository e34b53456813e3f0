"""The park's legal documents: texts that come with it, operators' versions, what is in force."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from server.run.site.house import House
from server.store.site import StoredLegal

__all__ = ["KINDS", "Legal", "Shown"]

KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "privacy": ("隐私政策", "Privacy policy"),
    "terms": ("服务条款", "Terms of use"),
    "minors": ("未成年人提示", "Notice for minors"),
    "residence": ("入驻协议", "Residence agreement"),
}
"""The documents, in both languages."""
FOR_VISITORS: Final = ("privacy", "terms", "minors")
"""What every page leads to; applicants meet the residence agreement where they accept it."""
TEXTS: Final = Path(__file__).parent / "texts"
TEMPLATE: Final = 0
"""Number of the text that comes with the program."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A document as people read it; ``version`` 0 is the text that came with the program."""

    kind: str
    version: int
    text: Mapping[str, str]
    at: float | None
    note: str = ""


class Legal:
    """Every document, with the version in force in memory."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._templates: dict[str, dict[str, str]] = {}
        self._force: dict[str, Shown] = {}

    async def start(self) -> None:
        """Read the texts and the versions in force."""
        self._templates = await asyncio.to_thread(_templates)
        for kind in KINDS:
            published = [v for v in await self.versions(kind) if v.published_at is not None]
            self._force[kind] = _shown(published[0]) if published else self._template(kind)

    def shown(self, kind: str) -> Shown:
        """The version in force, with the park's names put in; KeyError for what is no document."""
        return self.filled(self._force[kind])

    async def version(self, kind: str, number: int) -> Shown | None:
        """A published version; None when there is none of this number."""
        if number == TEMPLATE:
            return self.filled(self._template(kind))
        for each in await self.versions(kind):
            if each.number == number and each.published_at is not None:
                return self.filled(_shown(each))
        return None

    async def versions(self, kind: str) -> list[StoredLegal]:
        """Every version with the draft, newest first."""
        return await self._house.archive.legal.versions(kind)

    def in_force(self, kind: str) -> int:
        """The number of the version in force."""
        return self._force[kind].version

    def raw(self, kind: str) -> Mapping[str, str]:
        """The text in force as it was written, with its places for names."""
        return self._force[kind].text

    def template(self, kind: str) -> Mapping[str, str]:
        """The text that comes with the program, as it was written."""
        return self._templates[kind]

    async def draft(self, kind: str, text: Mapping[str, str], author: str) -> StoredLegal:
        """Keep a draft of the next version, instead of the one before."""
        now = self._house.clock.now()
        new = StoredLegal(kind, 0, dict(text), "", author, now)
        return await self._house.archive.legal.keep(new)

    async def drop(self, kind: str) -> None:
        """Throw the draft away."""
        await self._house.archive.legal.drop(kind)

    async def publish(self, kind: str, note: str, author: str) -> StoredLegal:
        """Put the draft in force; raises StoreError ``legal_unchanged`` when there is none."""
        now = self._house.clock.now()
        done = await self._house.archive.legal.publish(kind, note, author, now)
        self._force[kind] = _shown(done)
        told = {"kind": kind, "version": done.number}
        await self._house.notices.event("legal.published", told)
        return done

    def filled(self, shown: Shown) -> Shown:
        """A text with the park's names where it leaves places for them."""
        text = {lang: self._fill(lang, words) for lang, words in shown.text.items()}
        return Shown(shown.kind, shown.version, text, shown.at, shown.note)

    def _fill(self, lang: str, words: str) -> str:
        for place, value in self._places(lang).items():
            words = words.replace(f"{{{place}}}", value)
        return words

    def _places(self, lang: str) -> dict[str, str]:
        site: Any = self._house.site
        contact = site.profile.contact
        ways = filter(None, (contact.email, contact.phone, contact.address.get(lang, "")))
        blank = "（请填写）" if lang == "zh" else "(to be filled in)"
        return {
            "park": site.name[lang],
            "operator": site.profile.operator.get(lang) or site.name[lang],
            "contact": " · ".join(ways) or blank,
        }

    def _template(self, kind: str) -> Shown:
        return Shown(kind, TEMPLATE, self._templates[kind], None)


def _shown(stored: StoredLegal) -> Shown:
    return Shown(stored.kind, stored.number, stored.text, stored.published_at, stored.note)


def _templates() -> dict[str, dict[str, str]]:
    return {
        kind: {
            lang: (TEXTS / f"{kind}.{lang}.md").read_text(encoding="utf-8") for lang in ("zh", "en")
        }
        for kind in KINDS
    }
