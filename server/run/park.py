"""The running park: its halls, its connections and its beat."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Sequence
from functools import partial
from typing import Any

from scenes.findings import SceneError
from scenes.operations import Operation
from server.access.actor import ANYBODY, Actor
from server.halls.audience import Room
from server.halls.effects import Effect, SendAway
from server.halls.errors import HallError
from server.halls.hall import Hall, HallOptions
from server.log import logger
from server.run.accounts.office import Office
from server.run.accounts.ways import Ways
from server.run.budgets import quota_of
from server.run.clock import Clock
from server.run.conversation import Conversation
from server.run.copying import copied
from server.run.exhibits import Exhibits
from server.run.exhibits.follow import followed
from server.run.exports import Exports
from server.run.figures import Figures
from server.run.guides.faults import trace
from server.run.guides.office import Guides
from server.run.hall_order import HALL_ORDER, arranged
from server.run.jobs.jobs import Jobs
from server.run.jobs.portraits import Portraits
from server.run.jobs.poster import FilmPhotographer, Photographer
from server.run.loading import check_document, load_hall, new_hall_document
from server.run.media import Media
from server.run.order import Order
from server.run.performer import Performer
from server.run.presence import Presence, presence_of
from server.run.privacy.network_log import NetworkLog
from server.run.privacy.privacy import Privacy
from server.run.privacy.vault import Vault
from server.run.promotion.promotion import Promotion
from server.run.registration.registry import Registry
from server.run.reviewing import Reviewing
from server.run.secrets import short_id
from server.run.site.duties import Duties
from server.run.statistics.statistics import Statistics
from server.run.tables import table_for
from server.run.talk import Line, Talk
from server.run.ticker import Ticker
from server.run.uploads.quarantine import Uploads
from server.run.worker import Workers
from server.settings import Settings
from server.store.archive import Archive
from server.store.blobs import Blobs

log = logger("run")
HALL_TICKS_PER_SECOND = 5


class Park:
    """Everything that lives while the server runs; one event loop, one thread."""

    def __init__(self, settings: Settings, archive: Archive, blobs: Blobs) -> None:
        self.settings = settings
        self.archive = archive
        self.blobs = blobs
        self.clock = Clock()
        self.figures = Figures()
        self.vault = Vault.open_for(settings, self.clock.now)
        self.network = NetworkLog(archive.privacy, self.vault, self.clock)
        self.office = Office(settings, archive, self.clock, self.vault, self._start)
        self.accounts = self.office.accounts
        self.sessions = self.office.sessions
        self.ways = Ways(settings, archive, self.clock, self.accounts)
        self.duties = Duties(self)
        self.site, self.legal = self.duties.site, self.duties.legal
        self.words, self.inbox = self.duties.words, self.duties.inbox
        self.notices = self.duties.notices
        self.privacy = Privacy(self)
        self.office.postbox.deliver = self.notices.send
        self.exports = Exports(blobs)
        self.exhibits = Exhibits(self, settings.collect_hours)
        self.media = Media(self, self.exhibits.shelf)
        quarantine = settings.data / "quarantine"
        self.uploads = Uploads(quarantine, archive, blobs, self.clock, quota_of(settings))
        self.workers = Workers(settings.workers)
        self.photographer: Photographer | None = None
        self.wake_photographer: Callable[[], None] = lambda: None
        self.film_photographer: FilmPhotographer | None = None
        self.jobs = Jobs(self, self.uploads, quarantine / "work")
        self.jobs.ended = self.duties.job_ended
        self.portraits = Portraits(self, quarantine / "portrait")
        self.statistics = Statistics(self)
        self.registry = Registry(self)
        self.promotion = Promotion(self)
        self.halls: dict[str, Hall] = {}
        self.talks: dict[str, Talk] = {}
        self.order = Order(self)
        self.guides = Guides(self)
        self.performer: Performer = Performer(
            archive, self.clock, self.figures, self._send_away, self.order.complain,
            self.guides.perform,
        )  # fmt: skip
        self.conversation = Conversation(
            self, self.performer, self.clock, self.figures, self.sessions.actor,
            self.order.admission, self.order.moderation.came,
            Reviewing(self.words, self._start), self.guides.admit,
        )  # fmt: skip
        self.ready = False
        self.started_at = self.clock.now()
        self.names: frozenset[str] = frozenset()
        """Names of this machine and of its public address, by which browsers may ask for it."""
        self.address = settings.public_url
        """Where visitors find the park, without a last slash; known once the doors are open."""
        self._ticker = Ticker(settings.tick_hz, self._beat)
        self._beats = 0
        self._building = asyncio.Lock()
        self._options = HallOptions(
            tick=settings.tick_hz,
            keep_place=settings.keep_place_seconds,
            idle=settings.hall_idle_seconds,
        )

    # --- life ---------------------------------------------------------------------------------

    async def start(self) -> None:
        """Load every hall and begin to tick."""
        await self.office.start()
        await self.ways.start()
        await self.duties.start()
        await self.order.start()
        await self.privacy.start()
        order = await self.archive.meta(HALL_ORDER)
        for hall_id in arranged(await self.archive.halls(), order):
            await self._reopen(hall_id)
        await self.exhibits.start()
        await self.promotion.start()
        await self.uploads.open()
        await self.registry.start()
        await self.jobs.start()
        await self.guides.start()
        await self.blobs.tend(await self.archive.assets_in_use())
        self._ticker.start()
        if self.settings.statistics:
            self.statistics.start()
        self.ready = True

    async def stop(self) -> None:
        """Tell everyone, stop ticking, and wait until the archive has all that was asked."""
        self.ready = False
        self._ticker.stop()
        await self.guides.stop()
        await self.promotion.stop()
        await self.registry.stop()
        await self.statistics.stop()
        await self.exhibits.stop()
        await self.portraits.stop()
        await self.jobs.stop()
        await self.duties.stop()
        await self.workers.close()
        await self.uploads.close()
        for talk in list(self.talks.values()):
            self.conversation.end(talk, "server_stopping")
        await self.office.stop()
        await self.performer.finish()
        await self.privacy.stop()
        await self.network.stop()

    # --- halls --------------------------------------------------------------------------------

    def hall(self, hall_id: str) -> Hall:
        """The hall; raises HallError ``hall_unknown``."""
        hall = self.halls.get(hall_id)
        if hall is None:
            raise HallError("hall_unknown", hall_id)
        return hall

    def author(self, id: str) -> Actor:
        """Somebody with the rights that they have now; those of a visitor when they are gone."""
        return self.accounts.actor(id) or ANYBODY

    @property
    def first_hall(self) -> str:
        """Where a visitor arrives who names no hall: where the profile says, else the first that is
        open."""
        if self.site.start_hall:
            return self.site.start_hall
        for hall in self.halls.values():
            if hall.is_open:
                return hall.id
        return next(iter(self.halls), "")

    async def create_hall(self, hall_id: str, properties: dict[str, Any]) -> Hall:
        """Make a hall with a floor and a spawn point; raises ``hall_exists``, ``scene_invalid``."""
        if hall_id in self.halls:
            raise HallError("hall_exists", hall_id)
        return await self.add_hall(new_hall_document(hall_id, properties, self.settings.capacity))

    async def copy_hall(self, source: Hall, hall_id: str, properties: dict[str, Any]) -> Hall:
        """Make a closed hall that stands as ``source`` does; exhibits as they are shown now.

        Raises ``hall_exists``, ``scene_invalid``.
        """
        if hall_id in self.halls:
            raise HallError("hall_exists", hall_id)
        document = source.editing.layers.published.document()
        return await self.add_hall(await followed(self, copied(document, hall_id, properties)))

    async def arrange_halls(self, order: Sequence[str]) -> None:
        """Put the halls in an order that lasts; raises ``hall_order_incomplete``."""
        async with self._building:
            if sorted(order) != sorted(self.halls):
                raise HallError("hall_order_incomplete")
            await self.archive.set_meta(HALL_ORDER, list(order))
            self.halls = {hall_id: self.halls[hall_id] for hall_id in order}

    async def add_hall(self, document: dict[str, Any]) -> Hall:
        """Make a hall from a whole document; raises ``hall_exists``, ``scene_invalid``."""
        stored = check_document(document)
        async with self._building:
            await self.archive.create_hall(stored, document, self.clock.now())
            return self._open(await load_hall(self.archive, stored))

    async def delete_hall(self, hall_id: str) -> None:
        """Send everyone out and take the hall away; raises ``hall_unknown``, ``hall_last``."""
        async with self._building:
            hall = self.hall(hall_id)
            if len(self.halls) == 1:
                raise HallError("hall_last")
            await self.archive.delete_hall(hall_id)
            del self.halls[hall_id]
        self.performer.perform(hall, hall.close("hall_deleted", keep_staff=False))
        self.figures.visitors.labels(hall_id).set(0)
        self.figures.visitors.remove(hall_id)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        """Begin slow work that nobody waits for."""
        self.performer.start(work)

    def workers_wanted(self) -> None:
        """Files are on their way: have the workshop warm when they are here."""
        self.performer.start(self.workers.warm())

    async def edit(
        self, hall: Hall, layer: Any, ops: Sequence[Operation], base: int, actor: Actor
    ) -> int:
        """An edit from outside the live socket; the revision at which it is durable."""
        if layer == "shared":
            hall.busy_at = self.clock.now()
        return await self.ask(
            hall,
            lambda tag: hall.editing.edit(layer, ops, base, actor=actor, tag=tag),
        )

    async def ask(self, hall: Hall, request: Any) -> int:
        """Run ``request(tag)`` in the hall and wait until its answer comes.

        Raises ``hall_unknown`` when the hall was deleted while the request was on its way in.
        """
        if self.halls.get(hall.id) is not hall:
            raise HallError("hall_unknown", hall.id)
        waiting: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        effects: Iterable[Effect] = request(waiting)
        self.performer.perform(hall, effects)
        self.performer.perform(hall, hall.settle())
        return await waiting

    async def _reopen(self, hall_id: str) -> None:
        """A hall that cannot be read stays shut; the others open."""
        try:
            self._open(await load_hall(self.archive, hall_id))
        except SceneError as error:
            found = [f"{f.pointer} {f.code}" for f in error.findings[:5]]
            log.error("hall_unreadable", hall=hall_id, code=error.code, findings=found)

    def _open(self, loaded: Any) -> Hall:
        layers, history = loaded
        hall = Hall.open(
            layers,
            history,
            epoch=short_id(),
            make_table=partial(table_for, self.settings),
            options=self._options,
        )
        self.halls[hall.id] = hall
        self.performer.start(asyncio.to_thread(hall.derived.walk.prepare))
        return hall

    # --- connections (the live socket's door calls these; none of them waits) -----------------

    def opened(self, line: Line, lang: str, address: str = "") -> Talk:
        """A live connection is there; nobody knows yet whose."""
        talk = Talk(line, ANYBODY, lang, self.clock.now(), address)
        self.talks[line.id] = talk
        self.figures.opened.inc()
        self.figures.connections.set(len(self.talks))
        self.conversation.greet(talk)
        return talk

    def closed(self, talk: Talk, *, clean: bool) -> None:
        """A live connection is gone: ``clean`` when its client said goodbye."""
        self.talks.pop(talk.line.id, None)
        self.figures.connections.set(len(self.talks))
        talk.over = True
        if clean:
            self.conversation.part(talk)
        else:
            self.conversation.lose(talk)

    def silent(self, talk: Talk) -> None:
        """Nothing was heard on this connection for ten seconds."""
        if talk.hall is not None and talk.visitor is not None:
            talk.hall.silence(talk.visitor)

    def heard(self, talk: Talk) -> None:
        """A silent connection is heard again."""
        if talk.hall is not None and talk.visitor is not None:
            talk.hall.hear(talk.visitor)

    # --- time ---------------------------------------------------------------------------------

    def _beat(self, late: float) -> None:
        begun = self.clock.now()
        self._beats += 1
        for hall in self.halls.values():
            for room in hall.audience.every_room():
                if room.taken:
                    self._deliver(room, begun)
            if hall.guides.is_lively:
                self._move_guides(hall, begun)
        if self._beats % max(1, self.settings.tick_hz // HALL_TICKS_PER_SECOND) == 0:
            self._slow_beat(begun)
        self.figures.ticked(self.clock.now() - begun, late)

    def _deliver(self, room: Room, now: float) -> None:
        frames = room.table.tick(int(now * 1000) & 0xFFFFFFFF, room.outbox.paused)
        self.figures.delivered(room.outbox.deliver(frames))
        for slot in room.table.faults():
            visitor = room.holder(slot)
            talk = self.performer.talks.get(visitor) if visitor is not None else None
            if talk is not None:
                self.conversation.fault(talk, "pose_invalid")

    def _move_guides(self, hall: Hall, now: float) -> None:
        try:
            self.performer.perform(hall, hall.guides.beat(now))
        except Exception as error:  # noqa: BLE001 - a guide's trouble must not stop the beat
            log.error("guides_failed", hall=hall.id, error=trace(error))

    def _slow_beat(self, now: float) -> None:
        for hall in list(self.halls.values()):
            try:
                self.performer.perform(hall, hall.tick(now))
            except Exception:  # one hall's trouble must not stop the others
                log.exception("hall_tick_failed", hall=hall.id)
            self.figures.visitors.labels(hall.id).set(sum(r.shown for r in hall.audience.rooms))
        self.order.tick(now)
        self.guides.tick(now)

    def presence_map(self) -> list[Presence]:
        """Who is where, for staff."""
        return presence_of(self.halls.values(), self.talks.values())

    def _send_away(self, hall: Hall, effect: SendAway) -> None:
        goal = hall.id if effect.back and hall.is_open else self.first_hall
        for visitor in effect.who:
            talk = self.performer.talks.get(visitor)
            if talk is not None:
                self.conversation.send_away(talk, goal, effect.code)
            self.performer.perform(hall, hall.leave(visitor))
