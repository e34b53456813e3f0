"""What all uses of an asset share: its bytes, accessors, textures, materials and meshes."""

from __future__ import annotations

from typing import Any, NamedTuple

from scenes.export.errors import AssetError
from scenes.export.output import Output
from scenes.export.renumber import Renumber
from scenes.export.source import Source

Json = dict[str, Any]
COPIED = (
    "accessors",
    "images",
    "samplers",
    "textures",
    "materials",
    "meshes",
    "cameras",
)
_COMPRESSION = ("EXT_meshopt_compression", "KHR_meshopt_compression")
_BLANK = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP4////fwAJ+wP9"
    "KobjigAAAABJRU5ErkJggg=="
)
"""One white pixel, in the place of an image that lies outside the file."""
_HANDLED = ("KHR_lights_punctual", "KHR_materials_variants")


class Shared(NamedTuple):
    """An asset whose shared part is in the output, and the numbers that its entries got there."""

    source: Source
    numbers: Renumber


def share(source: Source, output: Output) -> Shared:
    """Put an asset's shared tables into the output; nothing is added when it raises AssetError."""
    numbers = _numbers(source, output)
    rows = {table: _rows(source, table, numbers, output) for table in COPIED}
    lights = [numbers.entry("lights", row) for row in _lights(source)]
    _check_views(source)
    for name in source.json.get("extensions", {}):
        if name not in _HANDLED:
            output.left_out(name, source.sha)
    output.uses(source.json.get("extensionsUsed", ()), source.json.get("extensionsRequired", ()))
    places = _place_buffers(source, output)
    output.tables["bufferViews"] += [_moved(v, places) for v in source.table("bufferViews")]
    for table, entries in rows.items():
        output.tables[table] += entries
    output.lights += lights
    _credit(source, output)
    return Shared(source, numbers)


def _numbers(source: Source, output: Output) -> Renumber:
    tables = {
        table: _following(output.size(table), len(source.table(table)))
        for table in (*COPIED, "bufferViews")
    }
    tables["lights"] = _following(output.size("lights"), len(_lights(source)))
    variants = source.root_list("KHR_materials_variants", "variants")
    tables["variants"] = {i: output.variant(variant) for i, variant in enumerate(variants)}
    return Renumber(tables, lambda name: output.left_out(name, source.sha))


def _following(base: int, count: int) -> dict[int, int]:
    return {i: base + i for i in range(count)}


def _lights(source: Source) -> list[Json]:
    return source.root_list("KHR_lights_punctual", "lights")


def _rows(source: Source, table: str, numbers: Renumber, output: Output) -> list[Json]:
    rows = [numbers.entry(table, row) for row in source.table(table)]
    return [_inside(row, source, output) for row in rows] if table == "images" else rows


def _inside(image: Json, source: Source, output: Output) -> Json:
    """An image that needs nothing from outside the file."""
    uri = image.get("uri")
    if uri is None or str(uri).startswith("data:"):
        return image
    output.warn("image_external", source.sha, str(image.get("name", "")))
    return {key: value for key, value in image.items() if key != "mimeType"} | {"uri": _BLANK}


def _parts(view: Json) -> list[Json]:
    """A bufferView and the compressed one inside it: both name a buffer and a place in it."""
    extensions = view.get("extensions", {})
    return [view, *(extensions[name] for name in _COMPRESSION if name in extensions)]


def _check_views(source: Source) -> None:
    for view in source.table("bufferViews"):
        for part in _parts(view):
            buffer, offset = part.get("buffer"), part.get("byteOffset", 0)
            if not isinstance(buffer, int) or not 0 <= buffer < len(source.buffers):
                raise AssetError("index_out_of_range", "buffers")
            if not isinstance(offset, int):
                raise AssetError("asset_unreadable", "bufferView")


def _place_buffers(source: Source, output: Output) -> list[tuple[int, int]]:
    """For each buffer of the asset: the buffer of the output that has its bytes, and where."""
    places = []
    for data, row in zip(source.buffers, source.table("buffers"), strict=True):
        if data is None:
            places.append((output.add_buffer(row), 0))
        else:
            places.append((0, output.add_bytes(data)))
    return places


def _moved(view: Json, places: list[tuple[int, int]]) -> Json:
    buffer, base = places[view["buffer"]]
    moved = {**view, "buffer": buffer, "byteOffset": base + view.get("byteOffset", 0)}
    extensions = {
        name: _moved(value, places) if name in _COMPRESSION else value
        for name, value in view.get("extensions", {}).items()
    }
    return {**moved, "extensions": extensions} if extensions else moved


def _credit(source: Source, output: Output) -> None:
    asset = source.json.get("asset", {})
    if isinstance(asset, dict) and isinstance(asset.get("copyright"), str):
        output.copyrights.append(asset["copyright"])
