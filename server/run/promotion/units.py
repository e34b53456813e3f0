"""Space to let: what the scene says of units, and who holds or has them.

The books say who has a unit; the scene shows it. Whatever changes in the books is shown within the
same second by an edit of the house, and what a kill left undone is made good at the next look.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from scenes.findings import SceneError
from scenes.operations import Operation
from server.access.actor import Actor, Thing
from server.halls.errors import HallError
from server.log import logger
from server.promotion.errors import PromotionError
from server.promotion.holds import Held, HoldRules, begin, extend, status_of
from server.promotion.units import Unit, unit_of, units_in
from server.run.exhibits.house import edit
from server.run.promotion.house import House
from server.run.promotion.leads import Leads
from server.run.secrets import short_id
from server.store.errors import StoreError
from server.store.promotion_records import StoredHold, StoredNote

log = logger("promotion")
HOUSE: Final = "house"
Place = tuple[str, str]
"""A hall's id and a node's."""


class Units:
    """The units of every hall, with their holds."""

    def __init__(self, house: House, leads: Leads) -> None:
        self._house, self._leads = house, leads
        self._living: dict[Place, StoredHold] = {}

    async def start(self) -> None:
        """Know every hold, and have the scene show them."""
        living = await self._house.archive.holds.living()
        self._living = {(hold.hall, hold.unit): hold for hold in living}
        await self._adopt()
        await self.reconcile()

    # --- what is asked ------------------------------------------------------------------------

    def all(self, *, closed: bool = False) -> Iterator[Unit]:
        """Every unit as it stands now; ``closed``: also of halls that visitors may not enter."""
        for hall in self._house.halls.values():
            if hall.is_open or closed:
                for unit in units_in(hall.id, hall.editing.layers.published.nodes):
                    yield self._as_held(unit)

    def one(self, hall: str, node: str) -> Unit:
        """One unit; raises HallError ``hall_unknown``, PromotionError ``unit_unknown``."""
        nodes = self._house.hall(hall).editing.layers.published.nodes
        found = unit_of(hall, node, nodes.get(node, {}))
        if found is None:
            raise PromotionError("unit_unknown")
        return self._as_held(found)

    def hold_of(self, unit: Unit) -> StoredHold | None:
        """Who has it now."""
        return self._living.get((unit.hall, unit.node))

    @property
    def rules(self) -> HoldRules:
        """What the operator allows."""
        settings = self._house.settings
        return HoldRules(settings.hold_days, settings.hold_more_days, settings.hold_most)

    # --- what is done -------------------------------------------------------------------------

    async def hold(
        self, hall: str, node: str, actor: Actor, lead: str = "", days: int | None = None
    ) -> StoredHold:
        """Hold a unit for whoever asks, or by staff for a lead; exactly one of many gets it.

        Raises PromotionError ``unit_unknown``, ``hold_too_many``; StoreError ``unit_held``,
        ``unit_let``, ``lead_unknown``.
        """
        unit, now = self.one(hall, node), self._house.clock.now()
        staff = actor.may("hold.edit", Thing(hall=hall))
        owner, lead = await self._party(actor, lead, staff=staff)
        held = await self._house.archive.holds.how_many(owner, lead) if owner or lead else 0
        until = begin(self.rules, now, days, held, staff=staff)
        new = StoredHold(
            f"h_{short_id()}", hall, node, unit.no, "held", owner, lead, actor.id, now, until
        )
        made = await self._begin(new)
        await self._tell("hold.made", made)
        return made

    async def let(self, hall: str, node: str, actor: Actor, lead: str = "") -> StoredHold:
        """Note that a unit is let, whoever held it; raises as `hold`."""
        unit, now = self.one(hall, node), self._house.clock.now()
        held = self.hold_of(unit)
        owner, lead = (held.owner, lead or held.lead) if held else ("", lead)
        if lead:
            await self._house.archive.leads.get(lead)
        new = StoredHold(
            f"h_{short_id()}", hall, node, unit.no, "let", owner, lead, actor.id, now, None
        )
        made = await self._begin(new)
        await self._house.notices.event("unit.let", {"hall": hall, "unit": node})
        return made

    async def free(self, hall: str, node: str, actor: Actor) -> None:
        """Have a unit free again, whoever had it; raises ``unit_unknown``."""
        unit = self.one(hall, node)
        known = self.hold_of(unit)
        if known is not None:
            await self.end(known, actor.id)
        else:
            await self._show((hall, node))

    async def extend(self, id: str, actor: Actor) -> StoredHold:
        """Make a hold longer, once; raises ``hold_unknown``, ``hold_over``, ``hold_extended``."""
        known, now = await self._house.archive.holds.get(id), self._house.clock.now()
        until = extend(self.rules, held_of(known), now)
        changes = {"until": until, "extended": True, "warned": None}
        notes = self._notes(known, actor.id, "extended")
        after = await self._house.archive.holds.change(id, changes, notes)
        await self._settle(after)
        await self._tell("hold.extended", after)
        return after

    async def end(self, hold: StoredHold, author: str, *, expired: bool = False) -> StoredHold:
        """Give a unit back; raises StoreError ``hold_over``."""
        state, now = "expired" if expired else "ended", self._house.clock.now()
        changes = {"state": state, "ended": now, "ender": author}
        notes = self._notes(hold, author, state)
        after = await self._house.archive.holds.change(hold.id, changes, notes)
        self._living.pop((hold.hall, hold.unit), None)
        await self._show((hold.hall, hold.unit))
        place = {"hall": hold.hall, "unit": hold.unit}
        if hold.state == "let":
            await self._house.notices.event("unit.freed", place)
        else:
            await self._house.notices.event("hold.ended", {"hold": hold.id, **place, "why": state})
        return after

    async def expire(self, now: float) -> int:
        """End what has run out; how many holds."""
        over = await self._house.archive.holds.over(now)
        for hold in over:
            await self.end(hold, HOUSE, expired=True)
        return len(over)

    async def reconcile(self) -> int:
        """Have every unit's node say what the books say; how many did not."""
        wrong = [
            (hall.id, name)
            for hall in list(self._house.halls.values())
            for name, node in hall.editing.layers.head.nodes.items()
            if node.get("kind") == "unit" and self._facts((hall.id, name), node)
        ]
        for place in wrong:
            await self._show(place)
        return len(wrong)

    # --- inside -------------------------------------------------------------------------------

    async def _party(self, actor: Actor, lead: str, *, staff: bool) -> tuple[str, str]:
        """Whose the hold is, and for which lead."""
        if staff:
            if not lead:
                return "", ""
            return (await self._house.archive.leads.get(lead)).account, lead
        firms = sorted(grant.enterprise for grant in actor.grants if grant.enterprise)
        owner = f"enterprise:{firms[0]}" if firms else actor.id
        mine = await self._house.archive.leads.page(1, None, account=actor.id)
        return owner, mine[0].id if mine else ""

    async def _begin(self, new: StoredHold) -> StoredHold:
        before = self._living.get((new.hall, new.unit))
        made = await self._house.archive.holds.begin(new, self._notes(new, new.author, new.state))
        if before is not None:
            log.info("hold_gave_way", hold=before.id)
        await self._settle(made)
        return made

    async def _settle(self, hold: StoredHold) -> None:
        self._living[hold.hall, hold.unit] = hold
        await self._show((hold.hall, hold.unit))

    async def _show(self, place: Place) -> None:
        """Have the scene say what the books say; trouble there is made good at the next look."""
        hall = self._house.halls.get(place[0])
        if hall is None:
            return
        try:
            await edit(self._house, hall, lambda nodes: self._ops(place, nodes), HOUSE)
        except (HallError, SceneError, StoreError) as error:
            log.error("unit_not_shown", hall=place[0], unit=place[1], code=error.code)

    def _ops(self, place: Place, nodes: Mapping[str, Mapping[str, Any]]) -> list[Operation]:
        node = nodes.get(place[1])
        if node is None or node.get("kind") != "unit":
            return []
        return [
            {"op": "set", "path": f"/nodes/{place[1]}/{name}", "value": value}
            for name, value in self._facts(place, node).items()
        ]

    def _facts(self, place: Place, node: Mapping[str, Any]) -> dict[str, Any]:
        """What a node ought to say and does not."""
        hold = self._living.get(place)
        now = self._house.clock.now()
        status = status_of(held_of(hold), now) if hold else "free"
        wanted = {"status": status, "held_until": hold.until if hold and status == "held" else None}
        usual: dict[str, Any] = {"status": "free", "held_until": None}
        return {
            name: value for name, value in wanted.items() if node.get(name, usual[name]) != value
        }

    def _as_held(self, unit: Unit) -> Unit:
        hold, now = self._living.get((unit.hall, unit.node)), self._house.clock.now()
        status = status_of(held_of(hold), now) if hold else "free"
        return replace(unit, status=status, held_until=hold.until if hold else None)

    async def _adopt(self) -> None:
        """What a scene says of units that the books never knew is taken over."""
        known, now = await self._house.archive.holds.touched(), self._house.clock.now()
        for hall in self._house.halls.values():
            for unit in units_in(hall.id, hall.editing.layers.published.nodes):
                place = (unit.hall, unit.node)
                lasts = unit.status == "held" and (unit.held_until or 0.0) > now
                if place in known or not (unit.status == "let" or lasts):
                    continue
                state, until = ("held", unit.held_until) if lasts else ("let", None)
                id = f"h_{short_id()}"
                new = StoredHold(id, *place, unit.no, state, "", "", HOUSE, now, until)  # type: ignore[arg-type]
                self._living[place] = await self._house.archive.holds.begin(new)

    def _notes(self, hold: StoredHold, author: str, state: str) -> list[StoredNote]:
        if not hold.lead:
            return []
        about = {
            "hold": hold.id,
            "hall": hold.hall,
            "unit": hold.unit,
            "no": hold.no,
            "state": state,
        }
        return [StoredNote(hold.lead, "hold", "", author, self._house.clock.now(), about)]

    async def _tell(self, event: str, hold: StoredHold) -> None:
        told = {"hold": hold.id, "hall": hold.hall, "unit": hold.unit, "until": hold.until}
        await self._house.notices.event(event, told)


def held_of(hold: StoredHold) -> Held:
    """A hold as the rules see it."""
    return Held(hold.state, hold.starts, hold.until, hold.extended)
