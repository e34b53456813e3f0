"""What moderation needs of the park."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from server.halls.hall import Hall
from server.halls.visitor import Visitor
from server.run.clock import Clock
from server.run.talk import Talk
from server.store.archive import Archive
from server.wire import messages as wire
from server.wire.codes import CodeName


class Speaker(Protocol):
    """Says things on connections, and ends them."""

    def end(self, talk: Talk, code: CodeName, message: str = "") -> None:
        """Say why, and close."""

    def part(self, talk: Talk) -> None:
        """Leave the hall, for good."""


class Teller(Protocol):
    """Says one thing on one connection."""

    def tell(self, talk: Talk, message: wire.AnyServerMessage) -> None:
        """Say it."""


class Safe(Protocol):
    """Seals what is personal."""

    def seal(self, person: str, text: str) -> str:
        """The text, readable for that person's key alone."""

    def open(self, person: str, sealed: str) -> str | None:
        """What was sealed; None when the key is destroyed."""

    def index(self, text: str) -> str:
        """What a text is found by."""


class Tray(Protocol):
    """Where what waits for a human lies."""

    async def put(
        self,
        kind: str,
        ref: str,
        title: Mapping[str, str],
        due: float | None = None,
        link: str = "",
    ) -> Any:
        """Have something wait."""

    async def close(self, kind: str, ref: str) -> None:
        """It is settled."""


class House(Protocol):
    """The park, as far as moderation reaches."""

    @property
    def archive(self) -> Archive:
        """The archive."""

    @property
    def clock(self) -> Clock:
        """The time."""

    @property
    def vault(self) -> Safe:
        """The vault."""

    @property
    def inbox(self) -> Tray:
        """The staff inbox."""

    @property
    def talks(self) -> dict[str, Talk]:
        """Every live connection by its id."""

    @property
    def conversation(self) -> Speaker:
        """What speaks on them."""

    @property
    def performer(self) -> Teller:
        """What writes on them."""

    @property
    def halls(self) -> dict[str, Hall]:
        """Every hall by its id."""


Place = tuple[Talk, Hall, Visitor]
