"""Bytes that a document leaves to others: a buffer without a URI and without data is valid.

Nobody will bring them here. An accessor without a bufferView is all zeros, so that is what those
become that look at such bytes.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from scenes.exhibits.codecs.edit import Edit
from scenes.exhibits.document import Document
from scenes.exhibits.normalise.embed import NO_BOUND, WHITE

__all__ = ["without_missing"]

Json = dict[str, Any]


def without_missing(document: Document) -> Document:
    """The document with every bufferView over bytes that are there."""
    json = document.json
    views = enumerate(json.get("bufferViews", ()))
    missing = {i for i, view in views if document.buffers[view["buffer"]] is None}
    if not missing:
        return document
    edit = Edit(document, NO_BOUND)
    stub = edit.buffer(np.zeros(4, np.uint8))
    for i in missing:
        kept = {key: json["bufferViews"][i].get(key) for key in ("name", "extras", "extensions")}
        edit.json["bufferViews"][i] = {k: v for k, v in kept.items() if v is not None} | stub
    for i, accessor in enumerate(json.get("accessors", ())):
        edit.json["accessors"][i] = _without(accessor, missing)
    for i, image in enumerate(json.get("images", ())):
        if image.get("bufferView") in missing:
            white = edit.add("bufferViews", edit.buffer(np.frombuffer(WHITE, np.uint8)))
            edit.json["images"][i] = {**image, "bufferView": white, "mimeType": "image/png"}
    return edit.document()


def _without(accessor: Json, missing: set[int]) -> Json:
    if accessor.get("bufferView") in missing:
        left_out = ("bufferView", "byteOffset")
        accessor = {key: value for key, value in accessor.items() if key not in left_out}
    parts = accessor.get("sparse", {})
    if any(parts[key]["bufferView"] in missing for key in ("indices", "values") if key in parts):
        accessor = {key: value for key, value in accessor.items() if key != "sparse"}
    return accessor
