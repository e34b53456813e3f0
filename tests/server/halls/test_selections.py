"""What is selected, and where what is held stands: told to those who may read the draft."""

from __future__ import annotations

import pytest

from server.halls.effects import Send
from server.halls.hall import Hall
from server.wire import messages as wire
from server.wire.codec import decode_client, encode
from server.wire.errors import WireError
from tests.server.halls.stage import enter, make_hall, told

PLACE = ((1.0, 0.0, 2.0), (0.0, 0.0, 0.0, 1.0), (1.0, 1.0, 1.0))
OTHER = ((1.5, 0.0, 2.0), (0.0, 0.0, 0.0, 1.0), (1.0, 1.0, 1.0))


def seen(hall: Hall, now: float) -> list[list[tuple[list[str], dict[str, wire.Place]]]]:
    """What is told at a tick, message by message."""
    return [
        [(one.nodes, one.moving) for one in message.who]
        for message in told(hall.tick(now), wire.Selections)
    ]


def test_what_is_held_is_told_once_for_each_place_and_no_more_when_let_go() -> None:
    hall = make_hall()
    ann = enter(hall, "creator")
    hall.handle(ann, wire.Select(["fox", "plinth"], {"fox": PLACE}), 0.0)
    assert seen(hall, 0.1) == [[(["fox", "plinth"], {"fox": PLACE})]]
    hall.handle(ann, wire.Select(["fox", "plinth"], {"fox": PLACE}), 0.2)
    assert seen(hall, 0.2) == []
    hall.handle(ann, wire.Select(["fox", "plinth"], {"fox": OTHER}), 0.3)
    assert seen(hall, 0.3) == [[(["fox", "plinth"], {"fox": OTHER})]]
    hall.handle(ann, wire.Select(["fox", "plinth"]), 0.4)
    assert seen(hall, 0.4) == [[(["fox", "plinth"], {})]]


def test_only_what_is_selected_can_be_held() -> None:
    hall = make_hall()
    ann = enter(hall, "creator")
    hall.handle(ann, wire.Select(["fox"], {"fox": PLACE, "plinth": PLACE}), 0.0)
    assert seen(hall, 0.1) == [[(["fox"], {"fox": PLACE})]]
    hall.handle(ann, wire.Select([], {"fox": PLACE}), 0.2)
    assert seen(hall, 0.2) == [[]]


def test_visitors_hear_nothing_of_it_and_nothing_is_kept() -> None:
    hall = make_hall()
    ann, guest = enter(hall, "creator"), enter(hall)
    before = hall.editing.layers.draft
    assert hall.handle(ann, wire.Select(["fox"], {"fox": PLACE}), 0.0) == []
    sends = [one for one in hall.tick(0.1) if isinstance(one, Send)]
    assert [ann in one.to for one in sends if isinstance(one.message, wire.Selections)] == [True]
    assert all(guest not in one.to for one in sends if isinstance(one.message, wire.Selections))
    assert hall.editing.layers.draft is before and not hall.editing.layers.shared


def test_who_comes_in_learns_what_is_held_and_who_goes_holds_nothing() -> None:
    hall = make_hall()
    ann = enter(hall, "creator")
    hall.handle(ann, wire.Select(["fox"], {"fox": PLACE}), 0.0)
    hall.tick(0.1)
    (known,) = told(hall.selections.welcome(enter(hall, "manager")), wire.Selections)
    assert [one.moving for one in known.who] == [{"fox": PLACE}]
    hall.lose(ann, 0.2)
    assert seen(hall, 0.3) == [[]]


@pytest.mark.parametrize(
    "moving",
    [
        {f"n-{number}": PLACE for number in range(65)},
        {"Not a node": PLACE},
        {"fox": ((9000.0, 0.0, 0.0), PLACE[1], PLACE[2])},
        {"fox": PLACE[:2]},
    ],
    ids=["too many", "no name", "too far", "no scale"],
)
def test_what_is_held_is_bounded(moving: dict[str, wire.Place]) -> None:
    with pytest.raises(WireError):
        decode_client(encode(wire.Select(["fox"], moving)))
