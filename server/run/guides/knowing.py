"""What guides know and keep: the parts of a park's guides that have to do with records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from avatars.guides.safety.labels import aigc
from server.run.guides.house import House
from server.run.guides.lessons import Lessons
from server.run.guides.library import LibraryKeeper
from server.run.guides.personas import Personas
from server.run.guides.questions import Questions
from server.run.guides.records import Records, transcript
from server.run.guides.tending import tend


class Knowing:
    """Begun and stopped together."""

    def __init__(self, house: House) -> None:
        self._house = house
        self.personas = Personas(house)
        self.library = LibraryKeeper(house)
        self.questions = Questions(house)
        self.records = Records(house, self.questions)
        self.lessons = Lessons(house, self.library, self.personas)
        house.privacy.also_forget.append(self.forget)
        house.privacy.also_copy.append(self.copy)
        house.privacy.retention.rounds.append(self.tend)

    async def start(self) -> None:
        """Read what was kept and build the first index."""
        await self.personas.start()
        await self.questions.start()
        await self.library.start()

    async def stop(self) -> None:
        """Follow nothing more."""
        await self.library.stop()

    async def tend(self) -> int:
        """Take away what has been kept long enough; how many dialogues went."""
        return await tend(self._house, self.records, self.questions)

    async def forget(self, person: str) -> None:
        """Take away what somebody who is being deleted said to guides."""
        await self.records.forget_account(person)

    async def copy(self, person: str) -> Mapping[str, Any]:
        """What somebody said to guides and was told, for a copy of all that is known of them.

        It says of itself that a machine has written in it (GB 45438-2025).
        """
        ids = await self._house.archive.dialogues.of_account(person)
        talks = {id: transcript(await self.records.open(id)) for id in ids}
        label = aigc(str(self._house.site.name["zh"]), person)
        return {"talks": talks, "AIGC": label} if talks else {}
