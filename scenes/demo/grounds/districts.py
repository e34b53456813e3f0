"""The buildings, gathered by district so that few things must be drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from scenes.demo import plan
from scenes.demo.buildings import (
    apartments,
    canteen,
    datacentre,
    energy,
    exhibition,
    factory,
    gatehouse,
    hq,
    incubator,
    labs,
    logistics,
    quality,
    school,
    service,
    testing,
    theatre,
)
from scenes.demo.grounds import landmarks
from scenes.demo.kit_frame import standing
from scenes.demo.kit_model import finished
from scenes.demo.kit_quads import Faces, join
from scenes.demo.kit_sheet import Sheet, Solid

DRAWINGS: dict[str, Callable[[Sheet], None]] = {
    "apartments": apartments.draw,
    "canteen": canteen.draw,
    "datacentre": datacentre.draw,
    "energy": energy.draw,
    "exhibition": exhibition.draw,
    "factory": factory.draw,
    "gatehouse": gatehouse.draw,
    "hq": hq.draw,
    "incubator": incubator.draw,
    "labs": labs.draw,
    "logistics": logistics.draw,
    "quality": quality.draw,
    "school": school.draw,
    "service": service.draw,
    "testing": testing.draw,
    "theatre": theatre.draw,
}
_LANDMARKS: dict[str, tuple[Callable[[Sheet], None], ...]] = {
    "centre": (landmarks.moon_gate,),
    "lakeside": (landmarks.bridge,),
    "south": (landmarks.gate,),
}


class District(NamedTuple):
    """A district's finished faces by material, and the solids that shade the ground."""

    faces: dict[str, Faces]
    solids: list[Solid]


def district(name: str, *, fine: bool) -> District:
    """Draw and bake one district."""
    sheets = [_building(lot, fine=fine) for lot in plan.LOTS if lot.district == name]
    for draw in _LANDMARKS.get(name, ()):
        sheet = Sheet(fine=fine)
        draw(sheet)
        sheets.append(sheet)
    parts: dict[str, list[Faces]] = {}
    for sheet in sheets:
        for material, faces in finished(sheet).items():
            parts.setdefault(material, []).append(faces)
    solids = [solid for sheet in sheets for solid in sheet.solids]
    return District({m: join(p) for m, p in sorted(parts.items())}, solids)


def _building(lot: plan.Lot, *, fine: bool) -> Sheet:
    sheet = Sheet(fine=fine)
    with sheet.at(standing(lot.x, lot.z, lot.yaw)):
        DRAWINGS[lot.id](sheet)
    return sheet
