"""Counts visits, looks and squares, and hands the sums over; nothing in it names a person.

A visit is somebody who agreed, from coming to going. Each visit counts once for its hall, once for
each exhibit and once for each square, in the hour or on the day of its first moment there, so
that a count says how many visits a sum is made of. What a visit was counted for is forgotten as
soon as it ends.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from server.store.statistics_records import DAY, HOUR, DwellHour, HeatDay, Sums, VisitHour


@dataclass(slots=True)
class Moment:
    """What somebody does at one sample: the square they are in, and what they look at."""

    square: tuple[int, int]
    node: str = ""
    exhibit: str = ""


@dataclass(slots=True)
class _Sum:
    visits: int = 0
    seconds: float = 0.0

    def add(self, seconds: float, *, first: bool) -> None:
        self.visits += first
        self.seconds += seconds


@dataclass(slots=True)
class _Visit:
    """What a visit was counted for already; gone with the visit."""

    counted: set[Hashable] = field(default_factory=set)

    def first(self, what: Hashable) -> bool:
        new = what not in self.counted
        self.counted.add(what)
        return new


class Tally:
    """Sums since the last :meth:`take`, and the visits under way."""

    def __init__(self) -> None:
        self._visits: dict[str, dict[Hashable, _Visit]] = {}
        self._hours: defaultdict[tuple[str, int], _Sum] = defaultdict(_Sum)
        self._looks: defaultdict[tuple[str, str, int, str], _Sum] = defaultdict(_Sum)
        self._squares: defaultdict[tuple[str, int, float, int, int], _Sum] = defaultdict(_Sum)

    def count(
        self,
        hall: str,
        size: float,
        people: Iterable[tuple[Hashable, Moment]],
        now: float,
        seconds: float,
    ) -> None:
        """Add one sample of a hall: everybody in it who agreed, for so many seconds.

        Whoever is not named any more has gone, and comes back as another visit.
        """
        before = self._visits.get(hall, {})
        hour, day = int(now // HOUR), int(now // DAY)
        here: dict[Hashable, _Visit] = {}
        for person, moment in people:
            visit = here[person] = before.get(person) or _Visit()
            self._hours[hall, hour].add(seconds, first=visit.first("hall"))
            x, z = moment.square
            first = visit.first((size, x, z))
            self._squares[hall, day, size, x, z].add(seconds, first=first)
            if moment.node:
                first = visit.first(moment.node)
                self._looks[hall, moment.node, hour, moment.exhibit].add(seconds, first=first)
        self._visits[hall] = here

    def keep_only(self, halls: Iterable[str]) -> None:
        """Forget the visits of halls that are gone."""
        kept = set(halls)
        self._visits = {hall: visits for hall, visits in self._visits.items() if hall in kept}

    def take(self) -> Sums:
        """The sums since the last time; they begin anew."""
        sums = Sums(
            tuple(VisitHour(*key, s.visits, s.seconds) for key, s in self._hours.items()),
            tuple(
                DwellHour(hall, node, hour, exhibit, s.visits, s.seconds)
                for (hall, node, hour, exhibit), s in self._looks.items()
            ),
            tuple(HeatDay(*key, s.visits, s.seconds) for key, s in self._squares.items()),
        )
        self._hours.clear()
        self._looks.clear()
        self._squares.clear()
        return sums

    def give_back(self, sums: Sums) -> None:
        """Take sums again that could not be kept."""
        for visit in sums.visits:
            _grow(self._hours[visit.hall, visit.hour], visit)
        for look in sums.dwell:
            _grow(self._looks[look.hall, look.node, look.hour, look.exhibit], look)
        for spot in sums.heat:
            _grow(self._squares[spot.hall, spot.day, spot.size, spot.x, spot.z], spot)


def _grow(total: _Sum, row: VisitHour | DwellHour | HeatDay) -> None:
    total.visits += row.visits
    total.seconds += row.seconds
