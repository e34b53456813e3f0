"""The document that an export writes: its tables, its one binary chunk, what had to stay out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from scenes.glb import GlbError, write_glb

Json = dict[str, Any]
TABLES = (
    "accessors",
    "animations",
    "bufferViews",
    "cameras",
    "images",
    "materials",
    "meshes",
    "nodes",
    "samplers",
    "skins",
    "textures",
)
LARGEST = 2**32 - 1
"""A GLB's length is a 32-bit number."""
OPTIONAL = frozenset({"EXT_mesh_gpu_instancing"})
"""A viewer that does not know these had better show a little less than refuse the whole hall."""
_ALIGNMENT = 16


class Output:
    """A glTF document that grows."""

    def __init__(self) -> None:
        self.tables: dict[str, list[Json]] = {name: [] for name in TABLES}
        self.lights: list[Json] = []
        self.variants: dict[str, Json] = {}
        self.copyrights: list[str] = []
        self._buffers: list[Json] = []
        self._binary = bytearray()
        self._used: set[str] = set()
        self._required: set[str] = set()
        self._dropped: set[str] = set()
        self._warnings: dict[tuple[str, str, str], None] = {}

    def add(self, table: str, entry: Json) -> int:
        """Add an entry to a table; its index."""
        rows = self.lights if table == "lights" else self.tables[table]
        rows.append(entry)
        return len(rows) - 1

    def size(self, table: str) -> int:
        """How many entries a table has."""
        return len(self.lights if table == "lights" else self.tables[table])

    def add_bytes(self, data: bytes) -> int:
        """Put bytes into the binary chunk; where they begin."""
        self._binary += b"\0" * (-len(self._binary) % _ALIGNMENT)
        start = len(self._binary)
        self._binary += data
        return start

    def add_buffer(self, buffer: Json) -> int:
        """Add a buffer that has no bytes here (a fallback); its index."""
        self._buffers.append(buffer)
        return len(self._buffers)  # buffer 0 is the binary chunk

    def variant(self, variant: Json) -> int:
        """The index of a material variant; variants of the same name are one."""
        name = str(variant.get("name", ""))
        self.variants.setdefault(name, {**variant, "name": name})
        return list(self.variants).index(name)

    def uses(self, used: Iterable[object], required: Iterable[object]) -> None:
        """Note what a document declares to use."""
        self._used.update(name for name in used if isinstance(name, str))
        self._required.update(name for name in required if isinstance(name, str))

    def warn(self, code: str, asset: str, about: str = "") -> None:
        """Note once that something of an asset stays out."""
        self._warnings[code, asset, about] = None

    def left_out(self, extension: str, asset: str) -> None:
        """Note that an extension had to be dropped."""
        self._dropped.add(extension)
        self.warn("extension_left_out", asset, extension)

    def finish(self, scene: Json) -> bytes:
        """The whole as a GLB; raises GlbError `glb.too-large`."""
        document: Json = {"asset": self._asset(), "scene": 0, "scenes": [scene]}
        document |= {name: rows for name, rows in self.tables.items() if rows}
        if self._binary or self._buffers:
            self.add_bytes(b"" if self._binary else bytes(4))
            own = {"byteLength": len(self._binary)}
            document["buffers"] = [own, *self._buffers]
        document |= _root_extensions(self.lights, list(self.variants.values()))
        document |= self._declarations(document)
        data = write_glb(document, bytes(self._binary))
        if len(data) > LARGEST:
            raise GlbError("glb.too-large", "a GLB cannot be larger than 4 GiB")
        return data

    def _asset(self) -> Json:
        asset: Json = {"version": "2.0", "generator": "Lingjing"}
        if self.copyrights:
            asset["copyright"] = "; ".join(dict.fromkeys(self.copyrights))
        if self._warnings:
            rows = [
                {"code": code, "asset": asset, "about": about}
                for code, asset, about in self._warnings
            ]
            asset["extras"] = {"warnings": rows}
        return asset

    def _declarations(self, document: Json) -> Json:
        present = set(_extension_names(document))
        gone = self._dropped - present
        used = (self._used - gone) | present
        required = (self._required & used) - OPTIONAL
        declared = {"extensionsUsed": used, "extensionsRequired": required}
        return {key: sorted(names) for key, names in declared.items() if names}


def _root_extensions(lights: list[Json], variants: list[Json]) -> Json:
    extensions: Json = {}
    if lights:
        extensions["KHR_lights_punctual"] = {"lights": lights}
    if variants:
        extensions["KHR_materials_variants"] = {"variants": variants}
    return {"extensions": extensions} if extensions else {}


def _extension_names(value: Any) -> Iterable[str]:
    """The names of all extensions in use; extras are nobody's business."""
    if isinstance(value, list):
        for item in value:
            yield from _extension_names(item)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if key == "extensions" and isinstance(item, Mapping):
                yield from item
            if key != "extras":
                yield from _extension_names(item)
