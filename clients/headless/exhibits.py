"""A park's exhibits over HTTP: what there are, published, rolled back, placed and taken away."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Protocol
from urllib.parse import quote

from clients.headless.errors import FetchFailed

EXHIBITS = "/api/v1/exhibits"
Fit = Literal["true", "fitted"]
Text = dict[str, str]


class Ask(Protocol):
    """Sends a request and returns the JSON of the answer."""

    def __call__(self, method: str, path: str, body: Any = None) -> Awaitable[Any]:
        """Raises FetchFailed."""


class Standing(NamedTuple):
    """Where an exhibit stands and which revision it shows there; ``yaw`` in radians about +Y."""

    hall: str
    node: str
    plinth: str | None
    fit: Fit | None
    yaw: float
    revision: int


class Placed(NamedTuple):
    """An exhibit that was just put somewhere; ``revision`` is the hall's."""

    node: str
    hall: str
    plinth: str | None
    revision: int


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of an exhibit; ``model`` is what the nodes that show it carry."""

    number: int
    state: Literal["draft", "published", "retired"]
    note: str
    author: str
    at: float
    model: dict[str, Any]
    original: str | None
    poster: str | None

    @property
    def assets(self) -> list[str]:
        """Its levels by address, finest first."""
        return [level["asset"] for level in self.model["levels"]]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An exhibit with its newest revisions, newest first, and where it stands."""

    id: str
    title: Text
    card: dict[str, Any]
    published: int | None
    latest: int
    revisions: list[Revision]
    placements: list[Standing]

    @property
    def shown(self) -> Revision | None:
        """The revision that visitors see."""
        return next((r for r in self.revisions if r.number == self.published), None)


class Exhibits:
    """What staff do with exhibits; every method raises FetchFailed with the park's code."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    async def all(self) -> AsyncIterator[Exhibit]:
        """Every exhibit, newest first."""
        before: str | None = ""
        while before is not None:
            query = f"?before={quote(before)}" if before else ""
            page = await self._ask("GET", EXHIBITS + query)
            for told in page["exhibits"]:
                yield _exhibit(told)
            before = page["next"]

    async def get(self, exhibit: str) -> Exhibit:
        """One exhibit; raises ``exhibit_unknown``."""
        return _exhibit(await self._ask("GET", _path(exhibit)))

    async def manifest(self, exhibit: str, revision: int) -> dict[str, Any]:
        """A revision's whole manifest; raises ``revision_unknown``."""
        manifest: dict[str, Any] = await self._ask("GET", _path(exhibit, "revisions", revision))
        return manifest

    async def publish(
        self, exhibit: str, revision: int, *, note: str = "", base: int | None = None
    ) -> Exhibit:
        """Have everybody see a revision; an older one rolls back.

        ``base``: what was published when you looked, 0 for nothing; raises ``publish_stale`` when
        that has changed.
        """
        body: dict[str, Any] = {"revision": revision, "note": note}
        if base is not None:
            body["base"] = base
        return _exhibit(await self._ask("POST", _path(exhibit, "publish"), body))

    async def roll_back(self, exhibit: str, *, note: str = "") -> Exhibit:
        """Publish what was published before what is published now.

        Raises ``nothing_to_roll_back`` when there was nothing else.
        """
        told = (await self._ask("GET", _path(exhibit, "revisions")))["publications"]
        shown = told[0]["revision"] if told else 0
        before = next((row["revision"] for row in told if row["revision"] != shown), None)
        if before is None:
            raise FetchFailed("nothing_to_roll_back", exhibit)
        return await self.publish(exhibit, before, note=note, base=shown)

    async def change(
        self, exhibit: str, *, title: Text | None = None, card: Mapping[str, Any] | None = None
    ) -> Exhibit:
        """Change the title or lines of the card; None takes a line away."""
        given = {"title": title, "card": card and dict(card)}
        body = {key: value for key, value in given.items() if value is not None}
        return _exhibit(await self._ask("PATCH", _path(exhibit), body))

    async def place(
        self,
        exhibit: str,
        hall: str,
        *,
        at: str | None = None,
        translation: tuple[float, float, float] | None = None,
        fit: Fit | None = None,
        yaw: float = 0.0,
    ) -> Placed:
        """Put it on the plinth ``at``, on the floor, or, with neither, on the first free plinth."""
        told = {"at": at, "translation": translation, "fit": fit, "yaw": yaw}
        body = {"hall": hall, **{key: value for key, value in told.items() if value is not None}}
        return Placed(**await self._ask("POST", _path(exhibit, "placements"), body))

    async def move(
        self,
        exhibit: str,
        hall: str,
        node: str,
        *,
        at: str | None = None,
        translation: tuple[float, float, float] | None = None,
        fit: Fit | None = None,
        yaw: float | None = None,
    ) -> Placed:
        """Put it elsewhere, turn it, or give it another size; None leaves it as it is."""
        told = {"at": at, "translation": translation, "fit": fit, "yaw": yaw}
        body = {key: value for key, value in told.items() if value is not None}
        path = _path(exhibit, "placements", hall, node)
        return Placed(**await self._ask("PATCH", path, body))

    async def remove(self, exhibit: str, hall: str, node: str) -> None:
        """Take it out of a hall; raises ``placement_unknown``."""
        await self._ask("DELETE", _path(exhibit, "placements", hall, node))

    async def delete_revision(self, exhibit: str, revision: int) -> None:
        """Forget one revision; raises ``revision_shown`` while somebody can see it."""
        await self._ask("DELETE", _path(exhibit, "revisions", revision))

    async def delete(self, exhibit: str, *, placed: bool = False) -> None:
        """Forget it with its revisions; with ``placed``, take it out of every hall first."""
        await self._ask("DELETE", _path(exhibit) + ("?placed=remove" if placed else ""))


def _path(*parts: object) -> str:
    return "/".join((EXHIBITS, *(quote(str(part), safe="") for part in parts)))


def _exhibit(told: Mapping[str, Any]) -> Exhibit:
    return Exhibit(
        told["id"],
        told["title"],
        told["card"],
        told["published"],
        told["latest"],
        [_revision(row) for row in told["revisions"]],
        [Standing(**{key: row[key] for key in Standing._fields}) for row in told["placements"]],
    )


def _revision(told: Mapping[str, Any]) -> Revision:
    return Revision(**{key: told[key] for key in Revision.__slots__})
