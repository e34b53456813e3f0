"""Who is where, as staff are shown."""

from __future__ import annotations

from server.access.actor import OWNER
from server.wire import messages as wire
from tests.server.house import House
from tests.server.net.moderation.people import Guest, visitor


async def test_everybody_stands_in_their_hall_longest_here_first(house: House) -> None:
    await house.park.create_hall("annex", {"state": "open"})
    guests = [visitor(house, name, f"203.0.113.{n}") for n, name in enumerate(("Zoe", "Bob", "Al"))]
    gallery, annex = house.park.presence_map()
    assert [one.name for one in gallery.people] == ["Zoe", "Bob", "Al"]
    assert (annex.hall, annex.people) == ("annex", [])
    first = gallery.people[0]
    assert (first.connection, first.slot) == (guests[0].line.id, guests[0].talk.line.slot)
    assert (first.account, first.muted, first.address_hint) == ("", False, "203.0.*.*")


async def test_who_edits_is_marked_so_and_is_not_away(house: House) -> None:
    editor = Guest(house, "203.0.113.9")
    editor.talk.base = (OWNER, None)
    editor.say(wire.Auth(1, name="Ann"), wire.Join("gallery", unseen=True))
    visitor(house, "Zoe", "203.0.113.8")
    (gallery,) = house.park.presence_map()
    assert [(one.name, one.editing, one.hidden) for one in gallery.people] == [
        ("Ann", True, False),
        ("Zoe", False, False),
    ]
