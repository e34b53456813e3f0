"""Materials as glTF writes them, each once."""

from __future__ import annotations

from typing import Any

from scenes.author.buffer import Buffer
from scenes.author.model import Material

__all__ = ["Materials"]

Json = dict[str, Any]


class Materials:
    """The material, texture and image tables of a file in the making."""

    def __init__(self, buffer: Buffer) -> None:
        """Images go into the buffer."""
        self._buffer = buffer
        self._index: dict[Material, int] = {}
        self._images: dict[bytes, int] = {}
        self.materials: list[Json] = []
        self.images: list[Json] = []
        self.extensions: set[str] = set()

    def add(self, material: Material) -> int:
        """The material's index; an equal one is written once."""
        if material not in self._index:
            self._index[material] = len(self.materials)
            self.materials.append(self._json(material))
        return self._index[material]

    def _json(self, m: Material) -> Json:
        pbr: Json = {"metallicFactor": m.metallic, "roughnessFactor": m.roughness}
        pbr["baseColorFactor"] = [round(v, 5) for v in (*m.color, m.alpha)]
        if m.image is not None:
            pbr["baseColorTexture"] = {"index": self._texture(m.image)}
        result: Json = {"name": m.name, "pbrMetallicRoughness": pbr}
        if m.alpha < 1:
            result["alphaMode"] = "BLEND"
        if m.double_sided:
            result["doubleSided"] = True
        if any(m.emissive):
            result["emissiveFactor"] = [round(v, 5) for v in m.emissive]
        extensions = _extensions(m)
        self.extensions |= extensions.keys()
        return {**result, "extensions": extensions} if extensions else result

    def _texture(self, image: bytes) -> int:
        if image not in self._images:
            self._images[image] = len(self.images)
            self.images.append({"bufferView": self._buffer.image(image), "mimeType": "image/png"})
        return self._images[image]


def _extensions(m: Material) -> Json:
    found: Json = {}
    if m.clearcoat:
        found["KHR_materials_clearcoat"] = {
            "clearcoatFactor": m.clearcoat,
            "clearcoatRoughnessFactor": m.clearcoat_roughness,
        }
    if any(m.emissive) and m.emissive_strength != 1:
        found["KHR_materials_emissive_strength"] = {"emissiveStrength": m.emissive_strength}
    return found
