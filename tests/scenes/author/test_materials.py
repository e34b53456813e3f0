"""Materials are written once, with only what differs from glTF's defaults in extensions."""

from __future__ import annotations

from scenes.author.buffer import Buffer
from scenes.author.materials import Materials
from scenes.author.model import Material


def _one(material: Material) -> tuple[dict, set[str]]:  # type: ignore[type-arg]
    table = Materials(Buffer())
    table.add(material)
    return table.materials[0], table.extensions


def test_equal_materials_are_one() -> None:
    table = Materials(Buffer())
    assert table.add(Material("a")) == table.add(Material("a")) == 0
    assert table.add(Material("a", roughness=0.1)) == 1


def test_a_plain_material_needs_no_extension() -> None:
    json, extensions = _one(Material("plain", (0.1, 0.2, 0.3)))
    assert json["pbrMetallicRoughness"]["baseColorFactor"] == [0.1, 0.2, 0.3, 1.0]
    assert "alphaMode" not in json
    assert extensions == set()


def test_glass_is_blended_and_lacquer_is_coated() -> None:
    glass, _ = _one(Material("glass", alpha=0.3, double_sided=True))
    assert (glass["alphaMode"], glass["doubleSided"]) == ("BLEND", True)
    lacquer, extensions = _one(Material("lacquer", clearcoat=1.0))
    assert lacquer["extensions"]["KHR_materials_clearcoat"]["clearcoatFactor"] == 1.0
    assert extensions == {"KHR_materials_clearcoat"}


def test_a_lamp_may_outshine_white() -> None:
    lamp, extensions = _one(Material("lamp", emissive=(1, 1, 1), emissive_strength=3))
    assert lamp["emissiveFactor"] == [1, 1, 1]
    assert extensions == {"KHR_materials_emissive_strength"}


def test_an_image_becomes_a_texture_once() -> None:
    table = Materials(Buffer())
    table.add(Material("a", image=b"png"))
    table.add(Material("b", image=b"png"))
    assert len(table.images) == 1
    assert table.materials[1]["pbrMetallicRoughness"]["baseColorTexture"] == {"index": 0}
