"""A visitor of a park: connects, walks, looks, takes exhibits apart, and sees who else is there."""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import AsyncIterator, Sequence
from types import TracebackType
from typing import Literal

from clients.headless.addresses import live_url
from clients.headless.asking import Asking
from clients.headless.errors import TimedOut, Unreachable
from clients.headless.gait import WALKING, Gait
from clients.headless.geometry import Vec3, direction, turned
from clients.headless.guides import Answer
from clients.headless.messages import (
    VERSION,
    Ask,
    Auth,
    Body,
    Done,
    Drafted,
    Edit,
    Fetch,
    FindPath,
    Hush,
    Join,
    Joined,
    KeptLayer,
    Language,
    Layer,
    Leave,
    Manifest,
    Me,
    Need,
    Operation,
    Ping,
    Pong,
    Reason,
    Redo,
    Report,
    Select,
    ServerMessage,
    Sit,
    Turn,
    Undo,
    WalkablePath,
    WatchDraft,
)
from clients.headless.mirror import Mirror
from clients.headless.pacer import Pacer
from clients.headless.park import Park
from clients.headless.pose import Hand
from clients.headless.requests import JOIN, ping_key
from clients.headless.session import Patience, Session
from clients.headless.watch import Condition
from clients.headless.world import World


class Visitor:
    """Somebody in a park, driven by a program.

    ::

        async with Visitor("http://localhost:8000", name="访客") as visitor:
            await visitor.join("grounds")
            await visitor.until(lambda world: world.others)
            await visitor.walk_to((4.0, 0.0, -12.0))
            await visitor.explode("gearbox", 0.5)

    Every method that asks the server raises Refused with a stable code when it says no, and
    ConnectionLost when the socket ends meanwhile. A lost socket is taken up again for as long as
    ``patience`` says, in the same place and with everything that happened in between.

    ``world`` is the mirror of the hall; ``gait`` is this visitor's own body.
    """

    def __init__(
        self,
        url: str,
        *,
        name: str = "",
        token: str | None = None,
        lang: Language = "zh-CN",
        body: Body = Body(),  # noqa: B008 - frozen
        timeout: float = 10.0,
        patience: Patience | None = Patience(),  # noqa: B008 - frozen
        tls: ssl.SSLContext | None = None,
    ) -> None:
        auth = Auth(VERSION, token, name, lang, body, "lingjing-headless")
        self._timeout = timeout
        self._session = Session(live_url(url), auth, timeout=timeout, tls=tls, patience=patience)
        self.park = Park(url, tls=tls)
        self.gait = Gait()
        self._mirror = Mirror(self._session, self.gait)
        self._asking = Asking(self._session, self._mirror.requests, timeout)
        self._pacer = Pacer(self._session, self.world, self.gait)
        self._pacing: asyncio.Task[None] | None = None
        self.role = ""
        self.name = name
        self.connection_id = ""

    @property
    def world(self) -> World:
        """The mirror of the hall."""
        return self._mirror.world

    async def __aenter__(self) -> Visitor:
        """Connect and authenticate."""
        began = time.monotonic()
        connection = await self._session.start(self._mirror)
        self._mirror.clock.heard(began, time.monotonic(), connection.hello.time)
        self.role, self.name = connection.ready.role, connection.ready.name
        self.connection_id = connection.hello.connection
        self._pacing = asyncio.create_task(self._pacer.run())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Say goodbye."""
        await self.close()

    async def close(self) -> None:
        """End the connection; what still waits is told so."""
        self._pacer.interrupt()
        if self._pacing is not None:
            self._pacing.cancel()
            await asyncio.gather(self._pacing, return_exceptions=True)
        await self._session.close()
        self._mirror.close()

    def cut(self) -> None:
        """Lose the socket at once, as when a cable is cut; it is then taken up again."""
        self._session.cut()

    # --- halls --------------------------------------------------------------------------------

    async def join(
        self, hall: str = "grounds", spawn: str | None = None, *, ticket: str | None = None
    ) -> World:
        """Enter a hall (at a spawn point, with a ticket) and return its mirror, complete."""
        self._pacer.interrupt()
        await self._asking.ask(Join(hall, spawn, None, ticket), Joined, JOIN)
        self._pacer.stir()
        return self.world

    async def leave(self) -> None:
        """Leave the hall and stay connected."""
        self._pacer.interrupt()
        self.world.clear()
        await self._session.send(Leave())

    async def enter(self, portal: str, *, speed: float = WALKING) -> World:
        """Walk to a portal and through it, into the hall on the other side."""
        target = self.world.nodes[portal]["portal"]
        await self.walk_to(self.world.place(portal)[0], speed=speed)
        return await self.join(target["hall"], target["spawn"])

    # --- a body -------------------------------------------------------------------------------

    async def walk_to(self, goal: Vec3, *, speed: float = WALKING) -> bool:
        """Walk there on the ways of the hall; True on arrival, False if something came between.

        Raises Unreachable when there is no way.
        """
        if self.gait.seated:
            await self.stand()
        way = await self.path(self.gait.feet, goal)
        return await self._pacer.walk(way, speed)

    async def path(self, start: Vec3, goal: Vec3) -> list[Vec3]:
        """The corners of a way to walk; raises Unreachable."""
        answer = await self._asking.by_id(lambda id: FindPath(id, start, goal), WalkablePath)
        if answer.points is None:
            raise Unreachable
        return answer.points

    def look_at(self, point: Vec3) -> None:
        """Turn to a point."""
        self.gait.look(point)
        self._pacer.stir()

    def show_hands(
        self, left: Hand | None, right: Hand | None, grip: tuple[int, int] = (0, 0)
    ) -> None:
        """Let others see one's hands (metres from the head), or hide them with ``None``."""
        self.gait.left, self.gait.right, self.gait.grip = left, right, grip
        self._pacer.stir()

    async def sit(self, seat: str) -> None:
        """Take a seat."""
        await self._asking.by_id(lambda id: Sit(id, seat), Done)
        self._pacer.interrupt()
        position, turn = self.world.place(seat)
        ahead = turned(turn, (0.0, 0.0, -1.0))
        self.gait.place(position, direction((0.0, 0.0, 0.0), ahead)[0])
        self.gait.seated = True
        self._pacer.stir()

    async def stand(self) -> None:
        """Stand up."""
        await self._asking.by_id(lambda id: Sit(id, None), Done)
        self.gait.seated = False
        self._pacer.stir()

    async def rename(self, name: str, body: Body = Body(), lang: Language = "zh-CN") -> None:  # noqa: B008
        """Change the name, the looks and the language that others see."""
        await self._session.send(Me(name, body, lang))

    async def report(self, person: int, reason: Reason, words: str = "") -> None:
        """Report somebody of this hall to the staff."""
        await self._asking.by_id(lambda id: Report(id, person, reason, words), Done)

    # --- the scene ----------------------------------------------------------------------------

    async def edit(
        self, ops: Sequence[Operation], layer: Layer = "published", base: int | None = None
    ) -> int:
        """Change the scene and return its revision, once the change is durable and seen here.

        ``base`` is the revision that structural operations were made on; by default the one that
        this mirror shows.
        """
        since = self.world.revision if base is None else base
        done = await self._asking.by_id(lambda id: Edit(id, layer, since, list(ops)), Done)
        if layer != "draft":
            await self.until(lambda world: world.revision >= done.revision)
        return done.revision

    async def undo(self, layer: KeptLayer = "published", *, anyway: bool = False) -> int:
        """Undo one's newest edit of a layer; raises Refused ``undo_conflict`` unless ``anyway``."""
        done = await self._asking.by_id(lambda id: Undo(id, layer, anyway), Done)
        return done.revision

    async def redo(self, layer: KeptLayer = "published", *, anyway: bool = False) -> int:
        """Do one's last undone edit of a layer again."""
        done = await self._asking.by_id(lambda id: Redo(id, layer, anyway), Done)
        return done.revision

    async def watch_draft(self, draft: bool = True) -> World:
        """Follow the draft, here and in halls to come; ``world.draft`` shows it."""
        self._mirror.watching = draft
        if draft:
            await self._asking.by_id(WatchDraft, Drafted)
        else:
            await self._asking.by_id(lambda id: WatchDraft(id, draft=False), Done)
        return self.world

    async def select(self, *nodes: str) -> None:
        """Let others who edit see what one has selected."""
        await self._session.send(Select(list(nodes)))

    async def explode(self, node: str, amount: float) -> None:
        """Take an exhibit apart, 0 (whole) to 1, for everyone."""
        await self.edit([Operation("set", f"/nodes/{node}/explode", amount)], "shared")

    async def variant(self, node: str, name: str | None) -> None:
        """Show an exhibit in one of its variants, for everyone."""
        await self.edit([Operation("set", f"/nodes/{node}/variant", name)], "shared")

    async def animate(self, node: str, clip: str | None, *, speed: float = 1.0) -> None:
        """Play a clip of an exhibit from its beginning, or none, for everyone."""
        since = self.server_time()
        playing = {"clip": clip, "playing": True, "at": 0.0, "since": since, "speed": speed}
        value = None if clip is None else playing
        await self.edit([Operation("set", f"/nodes/{node}/animation", value)], "shared")

    async def need(self, at: Vec3 | None = None) -> list[Fetch]:
        """What somebody standing there (or here) needs, most needed first."""
        place = self.gait.feet if at is None else at
        return (await self._asking.by_id(lambda id: Need(id, place), Manifest)).items

    async def fetch(self, asset: str | Fetch) -> bytes:
        """The bytes of an asset, checked against its name; raises FetchFailed."""
        return await self.park.asset(asset.asset if isinstance(asset, Fetch) else asset)

    # --- guides -------------------------------------------------------------------------------

    async def ask(
        self, guide: str, text: str, *, lang: Language | Literal[""] = "", whisper: bool = False
    ) -> Answer:
        """Ask the guide of a node; returns its answer, to which is added what it says and does.

        ``lang`` is that of the answer (by default the question's); nobody else hears a ``whisper``.
        Raises Refused ``guide_unknown``, ``guide_far``, ``guide_busy``, ``guide_allowance``.
        """
        turn = await self._asking.by_id(lambda id: Ask(id, guide, text, lang, whisper), Turn)
        return self.world.guides.answers[turn.turn]

    async def listen(self, answer: Answer, within: float = 60.0) -> Answer:
        """Wait until an answer is over; raises TimedOut."""
        await self.until(lambda _: answer.is_over, within)
        return answer

    async def hush(self, answer: Answer, heard: int | None = None, ms: int = 0) -> None:
        """Stop an answer. ``heard``: so many clauses were heard whole; by default, by the clock."""
        now = self.server_time()
        whole = sum(say.at + say.ms / 1000 <= now for say in answer.said)
        count = whole if heard is None else heard
        await self._asking.by_id(lambda id: Hush(id, answer.number, count, ms), Done)

    # --- what happens -------------------------------------------------------------------------

    async def until(self, condition: Condition, within: float | None = None) -> World:
        """Wait for a condition of the world, looked at after every change.

        ``within`` is in seconds (the visitor's timeout by default); raises TimedOut.
        """
        try:
            async with asyncio.timeout(self._timeout if within is None else within):
                await self._mirror.watch.until(condition)
        except TimeoutError:
            raise TimedOut from None
        return self.world

    def events(self, limit: int = 1024) -> AsyncIterator[ServerMessage]:
        """Follow what the server says, from now on.

        At most ``limit`` messages wait to be read; then the oldest are passed over. The world
        never misses any.
        """
        return self._mirror.watch.events(limit)

    async def ping(self) -> float:
        """Ask for the server's time; returns the seconds there and back."""
        sent = time.monotonic()
        await self._asking.ask(Ping(sent * 1000), Pong, ping_key(sent * 1000))
        return time.monotonic() - sent

    def server_time(self) -> float:
        """The server's time now, in its seconds."""
        return self._mirror.clock.server_time(time.monotonic())
