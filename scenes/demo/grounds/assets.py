"""The grounds' models: ground, districts, trees and furniture, each fine and coarse."""

from __future__ import annotations

from scenes.author import Model, build_glb
from scenes.demo import plan
from scenes.demo.document import Book, text
from scenes.demo.grounds.districts import District, district
from scenes.demo.grounds.forest import add_trees
from scenes.demo.grounds.furniture import furniture
from scenes.demo.grounds.parking import parking, roofs
from scenes.demo.grounds.planting import planting
from scenes.demo.grounds.soil import add_ground
from scenes.demo.grounds.surfaces import surfaces
from scenes.demo.kit_model import model

_DISTRICT_NAMES = {
    "centre": text("中心区", "Centre"),
    "lakeside": text("湖畔区", "Lakeside"),
    "east": text("研发区", "Research quarter"),
    "north": text("制造区", "Manufacturing quarter"),
    "south": text("门户区", "Gateway quarter"),
}


def add_models(book: Book) -> None:
    """Add every model of the grounds."""
    shapes = surfaces()
    trees = planting(shapes)
    built = {name: district(name, fine=True) for name in plan.DISTRICTS}
    solids = [solid for part in built.values() for solid in part.solids] + roofs()
    add_ground(book, shapes, solids, trees)
    for name, part in built.items():
        _add_district(book, name, part)
    add_trees(book, trees)
    glb = build_glb(Model("furniture", furniture() + parking()))
    book.model("furniture", text("园区设施", "Street furniture"), [(glb, 0.0)], "landscape")


def _add_district(book: Book, name: str, fine: District) -> None:
    levels = [
        (model(name, fine.faces), 0.0),
        (model(f"{name}-coarse", district(name, fine=False).faces), 1.2),
    ]
    book.model(f"district-{name}", _DISTRICT_NAMES[name], levels, "architecture")
