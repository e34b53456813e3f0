"""A document whose geometry is not compressed: what checks and rewriting work on."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from scenes.exhibits import read
from scenes.exhibits.codecs.edit import Edit
from scenes.exhibits.codecs.repair import repair
from scenes.exhibits.codecs.unpack_draco import DRACO, unpack_draco
from scenes.exhibits.codecs.unpack_meshopt import MESHOPT, unpack_meshopt
from scenes.exhibits.codecs.whole import with_whole_numbers
from scenes.exhibits.document import Document
from scenes.exhibits.policy import Policy
from scenes.findings import Finding

__all__ = ["Unpacked", "unpack"]

Json = dict[str, Any]
MOST = 192 * 2**20
"""Decoded bytes of one document: what the budget of triangles needs, and half of what memory a
refusal may take."""
NEAR = 0.05
"""How far limits may be off, as a share of the extent: a codec's own rounding is far less."""


class Unpacked(NamedTuple):
    """The document, the accessors whose data were decoded, and what could not be."""

    document: Document
    decoded: frozenset[int]
    findings: list[Finding]


def unpack(document: Document, policy: Policy) -> Unpacked:
    """Decode Draco and meshopt compression; every index of the document keeps its meaning.

    What a codec's rounding has moved, limits among it, is put right. A stream that cannot be
    decoded stays, with an error that points at it. The JSON is a copy, with whole numbers as ints.
    """
    document = with_whole_numbers(document)
    if not _is_compressed(document.json):
        return Unpacked(document, frozenset(), [])
    edit = Edit(document, min(policy.max_bytes, MOST))
    views: set[int] = set()
    accessors: set[int] = set()
    findings = list(unpack_meshopt(document, edit, views))
    findings += unpack_draco(edit.document(), edit, accessors)
    accessors |= _over(edit.json, views)
    repair(edit.document(), accessors)
    findings += _limits_put_right(edit, accessors)
    if not any(finding.severity == "error" for finding in findings):
        edit.drop_extensions(DRACO, *MESHOPT)
    return Unpacked(edit.document(), frozenset(accessors), findings)


def _is_compressed(json: Json) -> bool:
    return any(name in json.get("extensionsUsed", ()) for name in (DRACO, *MESHOPT))


def _over(json: Json, views: set[int]) -> set[int]:
    """Accessors that look at any of the views."""
    entries = enumerate(json.get("accessors", ()))
    return {i for i, entry in entries if entry.get("bufferView") in views}


def _limits_put_right(edit: Edit, decoded: set[int]) -> list[Finding]:
    findings = []
    document = edit.document()
    for i in sorted(decoded):
        entry = edit.json["accessors"][i]
        if not {"min", "max"} & entry.keys():
            continue
        values = read.raw(document, i)
        found = {
            "min": np.array([column.min() for column in values.T]),
            "max": np.array([column.max() for column in values.T]),
        }
        if not all(np.isfinite(limit).all() for limit in found.values()):
            continue
        extent = float(np.max(found["max"].astype(np.float64) - found["min"])) or 1.0
        for key in ("min", "max"):
            if key in entry and len(entry[key]) == values.shape[1]:
                off = np.abs(found[key].astype(np.float64) - np.array(entry[key], np.float64))
                entry = {**entry, key: found[key].tolist()} if off.max() else entry
                if off.max() > NEAR * extent:
                    about = f"off by {off.max():g}"
                    at = f"/accessors/{i}/{key}"
                    findings.append(Finding(at, "DECODED_LIMITS_DIFFER", "warning", about))
        edit.json["accessors"][i] = entry
    return findings
