"""Space to let: a unit as its node tells it, and finding the ones that fit a wish."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple, get_args

UnitStatus = Literal["free", "held", "let"]
UNIT_STATUSES: Final[tuple[UnitStatus, ...]] = get_args(UnitStatus)
USE_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "office": ("办公", "Office"),
    "workshop": ("厂房", "Workshop"),
    "lab": ("实验室", "Laboratory"),
    "desk": ("工位", "Desk"),
    "warehouse": ("仓库", "Warehouse"),
    "retail": ("商铺", "Retail"),
}
"""What a unit is for; a use that has no words is shown as it is."""
STATUS_WORDS: Final[Mapping[UnitStatus, tuple[str, str]]] = {
    "free": ("可租", "Free"),
    "held": ("已预留", "Held"),
    "let": ("已出租", "Let"),
}


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit. ``area`` m², ``rent`` fen per m² and month, ``floor_load`` kN/m², ``power`` kW,
    ``height`` m, ``since`` the day from when (ISO); 0 or empty where the node says nothing."""

    hall: str
    node: str
    no: str
    name: str
    name_en: str
    use: str
    area: float
    rent: int
    since: str
    floor_load: float
    power: float
    height: float
    terms: Mapping[str, str]
    size: tuple[float, ...]
    position: tuple[float, ...]
    status: UnitStatus = "free"
    held_until: float | None = None


def unit_of(hall: str, name: str, node: Mapping[str, Any]) -> Unit | None:
    """The unit that a node is, or None for every other node."""
    facts = node.get("unit")
    if node.get("kind") != "unit" or not isinstance(facts, Mapping):
        return None
    status = node.get("status")
    return Unit(
        hall=hall,
        node=name,
        no=str(facts.get("no", "")),
        name=_name(node.get("name"), str(facts.get("no", "")) or name),
        name_en=_both(node.get("name"))["en"],
        use=str(facts.get("use", "")),
        area=float(facts.get("area", 0.0)),
        rent=int(facts.get("rent", 0)),
        since=str(facts.get("from", "")),
        floor_load=float(facts.get("floor_load", 0.0)),
        power=float(facts.get("power", 0.0)),
        height=float(facts.get("height", 0.0)),
        terms=_both(facts.get("terms")),
        size=tuple(float(side) for side in facts.get("size", ())),
        position=tuple(float(each) for each in node.get("translation", (0.0, 0.0, 0.0))),
        status=status if status in UNIT_STATUSES else "free",
        held_until=node.get("held_until"),
    )


def units_in(hall: str, nodes: Mapping[str, Mapping[str, Any]]) -> list[Unit]:
    """Every unit of a hall, as visitors see them: hidden ones are not to let."""
    return [
        unit
        for name, node in nodes.items()
        if node.get("visible", True) and (unit := unit_of(hall, name, node)) is not None
    ]


class Wish(NamedTuple):
    """What somebody looks for; None or empty: they do not mind. ``by``: a day (ISO)."""

    words: str = ""
    use: str = ""
    hall: str = ""
    status: str = ""
    min_area: float | None = None
    max_area: float | None = None
    max_rent: int | None = None
    min_load: float | None = None
    min_power: float | None = None
    by: str = ""


def matches(unit: Unit, wish: Wish) -> bool:
    """Whether a unit is what somebody looks for."""
    return all(
        (
            not wish.use or unit.use == wish.use,
            not wish.hall or unit.hall == wish.hall,
            not wish.status or unit.status == wish.status,
            wish.min_area is None or unit.area >= wish.min_area,
            wish.max_area is None or unit.area <= wish.max_area,
            wish.max_rent is None or unit.rent <= wish.max_rent,
            wish.min_load is None or unit.floor_load >= wish.min_load,
            wish.min_power is None or unit.power >= wish.min_power,
            not wish.by or not unit.since or unit.since <= wish.by,
            _speaks_of(unit, wish.words),
        )
    )


def fit(unit: Unit, wish: Wish) -> float:
    """How well a unit suits, 0 to 1: free, as large as wanted and no larger, and cheap.

    It only orders what matches; nobody is shown it as a number.
    """
    free = {"free": 1.0, "held": 0.4, "let": 0.0}[unit.status]
    return 0.5 * free + 0.35 * _size_fit(unit.area, wish) + 0.15 / (1.0 + unit.rent / 5000.0)


def found(units: Iterable[Unit], wish: Wish) -> list[Unit]:
    """What matches, the best fit first."""
    kept = [unit for unit in units if matches(unit, wish)]
    return sorted(kept, key=lambda unit: (-fit(unit, wish), unit.no, unit.hall, unit.node))


def _size_fit(area: float, wish: Wish) -> float:
    low, high = wish.min_area, wish.max_area
    if low is None and high is None:
        return 0.5
    wanted = (low + high) / 2 if low is not None and high is not None else low or high or 1.0
    return max(0.0, 1.0 - abs(area - wanted) / max(wanted, 1.0))


def _speaks_of(unit: Unit, words: str) -> bool:
    use = " ".join(USE_WORDS.get(unit.use, ()))
    names = (unit.no, unit.name, unit.name_en, unit.use, use)
    text = _folded(" ".join((*names, *unit.terms.values())))
    return all(word in text for word in _folded(words).split())


def _folded(words: str) -> str:
    return unicodedata.normalize("NFKC", words).casefold()


def _name(name: Any, usual: str) -> str:
    if isinstance(name, Mapping):
        return str(name.get("zh") or name.get("en") or usual)
    return str(name or usual)


def _both(value: Any) -> dict[str, str]:
    words = value if isinstance(value, Mapping) else {}
    return {lang: str(words.get(lang, "")) for lang in ("zh", "en")}
