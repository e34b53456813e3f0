"""The park's profile while it runs: known in memory, durable in the archive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from scenes.findings import Finding, SceneError
from server.halls.errors import HallError
from server.run.site.house import House
from server.run.site.profile import Contact, Logo, Profile

__all__ = ["Site"]

NAME, PROFILE, GUIDE = "park_name", "site", "guide"
UNNAMED: Final = {"zh": "灵境园区", "en": "Lingjing Park"}
STEPS: Final = ("account", "name", "languages", "scene", "exhibit", "invite", "open")
"""Steps of the first-run guide, in order."""


class Site:
    """Name, profile and how far the first-run guide has come."""

    def __init__(self, house: House) -> None:
        self._house = house
        self.name: dict[str, str] = dict(UNNAMED)
        self.is_named = False
        self.profile = Profile()
        self.guide: dict[str, str] = {}
        """Steps of the guide that are ``done`` or ``skipped``; ``finished`` when it is over."""

    async def start(self) -> None:
        """Read what was kept."""
        archive = self._house.archive
        await self.reread_name()
        self.profile = Profile.of(await archive.meta(PROFILE))
        guide = await archive.meta(GUIDE)
        self.guide = dict(guide) if isinstance(guide, dict) else {}

    async def reread_name(self) -> None:
        """Know the name that something else has kept: the demo park brings one."""
        name = await self._house.archive.meta(NAME)
        self.is_named = isinstance(name, dict)
        self.name = {**UNNAMED, **name} if isinstance(name, dict) else dict(UNNAMED)

    @property
    def start_hall(self) -> str:
        """The hall where visitors arrive, when one is chosen and open; else empty."""
        hall = self._house.halls.get(self.profile.start_hall)
        return self.profile.start_hall if hall is not None and hall.is_open else ""

    async def change(self, changes: Mapping[str, Any]) -> Profile:
        """Change lines of the profile, and the name with them; a missing one stays.

        Raises SceneError ``site_invalid`` with every finding, HallError ``hall_unknown``,
        StoreError ``media_unknown``.
        """
        wanted = dict(changes)
        name = wanted.pop("name", None)
        if wanted.get("contact") is not None:
            wanted["contact"] = Contact(**wanted["contact"])
        if "languages" in wanted:
            wanted["languages"] = tuple(dict.fromkeys(wanted["languages"]))
        if "logo" in wanted:
            wanted["logo"] = await self._logo(wanted["logo"])
        hall = wanted.get("start_hall")
        if hall and hall not in self._house.halls:
            raise HallError("hall_unknown", hall)
        profile = replace(self.profile, **wanted)
        found = profile.findings()
        if found:
            raise SceneError("site_invalid", found)
        await self._house.archive.set_meta(PROFILE, profile.told())
        self.profile = profile
        if name is not None:
            await self._house.archive.set_meta(NAME, dict(name))
            await self.reread_name()
        return profile

    async def note_step(self, step: str, how: str) -> dict[str, str]:
        """Note that a step of the guide is ``done`` or ``skipped``, or the guide ``finished``."""
        self.guide = {**self.guide, step: how}
        await self._house.archive.set_meta(GUIDE, self.guide)
        return self.guide

    async def _logo(self, media: str | None) -> Logo | None:
        """The picture of a medium, as boards show it."""
        if not media:
            return None
        found = await self._house.archive.media.get(media)
        pages = found.shown.get("pages") or []
        if found.kind != "image" or not pages:
            raise SceneError("site_invalid", [Finding("/logo", "not_a_picture", "error", media)])
        page = pages[0]
        return Logo(media, page["asset"], int(page["width"]), int(page["height"]))
