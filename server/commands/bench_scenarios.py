"""What the presence bench plays: so many visitors, in a room or a park, at so many hertz."""

from __future__ import annotations

from typing import Final, NamedTuple


class Line(NamedTuple):
    """One way to run a scenario: settings of the server, and what is expected of it.

    ``ratio`` is the most CPU a delivered update may cost, in units of the floor's; ``p99_ms`` the
    longest that 99 of 100 poses may take; ``delivered`` the least share that must arrive, ``lost``
    the largest share that may miss its tick and the next one too. None: reported, not judged.
    """

    name: str
    settings: dict[str, str]
    ratio: float | None = None
    p99_ms: float | None = None
    delivered: float | None = None
    lost: float | None = None


class Scenario(NamedTuple):
    """A place of ``side`` metres; within ``radius`` all are expected to be seen (0: everybody)."""

    name: str
    visitors: int
    hz: int
    side: float
    radius: float
    lines: tuple[Line, ...]


EVERYONE: Final = {"see_everyone": "1", "pose_bytes_per_second": "0"}
PARK: Final = {"near_m": "30", "far_m": "30"}


def _room(name: str, visitors: int, side: float) -> Scenario:
    everyone = Line("everyone", EVERYONE, ratio=1.5, p99_ms=60.0, lost=0.0)
    return Scenario(name, visitors, 20, side, 0.0, (everyone, Line("default interest", {})))


def _park(name: str, visitors: int, hz: int, line: Line) -> Scenario:
    return Scenario(name, visitors, hz, 1000.0, 30.0, (line,))


SCENARIOS: Final = {
    scenario.name: scenario
    for scenario in (
        _room("room400", 400, 30.0),
        _room("room1200", 1200, 50.0),
        _park("park2000", 2000, 20, Line("30 m", PARK, 1.6, 70.0, 0.99)),
        _park("park3000", 3000, 20, Line("30 m", PARK)),
        Scenario("room400@60", 400, 60, 30.0, 0.0, (Line("everyone", EVERYONE, p99_ms=20.0),)),
        _park("park1000@60", 1000, 60, Line("30 m", PARK, p99_ms=20.0)),
    )
}
