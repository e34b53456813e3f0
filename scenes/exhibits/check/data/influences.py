"""Joints and weights of skinned meshes."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.check.data.report import Report, Trouble
from scenes.exhibits.check.data.sample import Samples
from scenes.findings import Severity

__all__ = ["check"]

Json = dict[str, Any]
Bools = NDArray[np.bool_]
ROWS = 2**15
WARNINGS = ("ACCESSOR_JOINTS_USED_ZERO_WEIGHT",)
STEP = 2e-7
"""How far a sum of weights may be from 1, for each joint that is used."""


def check(samples: Samples, report: Report) -> None:
    """Look at every skinned primitive; one pair of accessors is checked once for a skin's size."""
    joints = _fewest_joints(samples.json)
    seen: dict[tuple[object, ...], _Influences] = {}
    for m, mesh in enumerate(samples.json.get("meshes", ())):
        for p, primitive in enumerate(mesh["primitives"]):
            if joints.get(m, 0) > 0:
                pairs = _pairs(primitive["attributes"])
                key = (joints[m], *pairs)
                if key not in seen:
                    seen[key] = _Influences(samples, pairs, joints[m])
                seen[key].tell(f"/meshes/{m}/primitives/{p}/attributes", report)


def _pairs(attributes: Json) -> list[tuple[int | None, int | None]]:
    """The accessors of joints and weights, set by set."""
    sets = sum(name.startswith("JOINTS_") for name in attributes)
    return [(attributes.get(f"JOINTS_{i}"), attributes.get(f"WEIGHTS_{i}")) for i in range(sets)]


def _fewest_joints(json: Json) -> dict[int, int]:
    """For each mesh the size of the smallest skin it is used with."""
    fewest: dict[int, int] = {}
    skins = json.get("skins", ())
    for node in json.get("nodes", ()):
        mesh, skin = node.get("mesh"), node.get("skin")
        if mesh is not None and skin is not None:
            size = len(skins[skin].get("joints", ()))
            fewest[mesh] = min(size, fewest.get(mesh, size))
    return fewest


class _Influences:
    """What is wrong with pairs of joints and weights; there are so many ``joints`` to name."""

    def __init__(
        self, samples: Samples, pairs: list[tuple[int | None, int | None]], joints: int
    ) -> None:
        self._joints = joints
        self._told: dict[tuple[str, str], Trouble] = {}
        if pairs and all(samples.accessor(index) is not None for pair in pairs for index in pair):
            self._check(samples, pairs)

    def _check(self, samples: Samples, pairs: list[tuple[int | None, int | None]]) -> None:
        """Compare all sets, vertex by vertex."""
        readers = [
            reader
            for j, w in pairs
            for reader in (samples.pieces(j, ROWS), samples.pieces(w, ROWS, scaled=True))
        ]
        for row in zip(*readers, strict=False):
            joints = np.stack([piece.values for piece in row[::2]], axis=-1)
            weights = np.stack([piece.values for piece in row[1::2]], axis=-1)
            self._compare(row[0].start, joints, weights)

    def tell(self, at: str, report: Report) -> None:
        """Note what was found, for a primitive whose attributes are at a pointer."""
        for (name, _), trouble in self._told.items():
            report.tell(f"{at}/{name}", trouble)

    def _compare(self, start: int, joints: NDArray[Any], weights: NDArray[np.float64]) -> None:
        """Arrays of shape (vertices, 4, sets)."""
        outside = joints >= self._joints
        self._note(start, "JOINTS", "ACCESSOR_JOINTS_INDEX_OOB", outside, joints)
        used = ~outside & (weights != 0)
        again = _used_before(joints, used)
        self._note(start, "JOINTS", "ACCESSOR_JOINTS_INDEX_DUPLICATE", again, joints)
        self._note(start, "WEIGHTS", "ACCESSOR_WEIGHTS_NEGATIVE", used & (weights < 0), weights)
        idle = ~outside & (weights == 0) & (joints != 0)
        self._note(start, "JOINTS", "ACCESSOR_JOINTS_USED_ZERO_WEIGHT", idle, joints)
        off, sums = _sums_off(weights, used & ~again & ~(weights < 0))
        each = np.repeat(off[:, None, None], joints.shape[2], axis=2)
        self._note(start, "WEIGHTS", "ACCESSOR_WEIGHTS_NON_NORMALIZED", each, sums[:, None, None])

    def _note(
        self, start: int, semantic: str, code: str, wrong: Bools, values: NDArray[Any]
    ) -> None:
        """Remember what is wrong in each set."""
        if not wrong.any():
            return
        values = np.broadcast_to(values, wrong.shape)
        for i in range(wrong.shape[2]):
            severity: Severity = "warning" if code in WARNINGS else "error"
            key = (f"{semantic}_{i}", code)
            trouble = self._told.setdefault(key, Trouble(code, severity))
            flat = values[:, :, i].reshape(-1)
            trouble.add(np.flatnonzero(wrong[:, :, i]), flat.item, start * wrong.shape[1])


def _used_before(joints: NDArray[Any], used: Bools) -> Bools:
    """Which influences name a joint that an earlier one of the same vertex uses."""
    vertices, _, sets = joints.shape
    flat = np.where(used, joints.astype(np.int64), -1 - np.arange(4 * sets).reshape(4, sets))
    row = flat.reshape(vertices, 4 * sets)
    if sets == 1:
        again = np.zeros(row.shape, bool)
        for a in range(4):
            for b in range(a + 1, 4):
                again[:, b] |= row[:, a] == row[:, b]
        return again.reshape(joints.shape)
    order = np.argsort(row, axis=1, kind="stable")
    ranked = np.take_along_axis(row, order, axis=1)
    same = np.zeros(row.shape, bool)
    same[:, 1:] = ranked[:, 1:] == ranked[:, :-1]
    again = np.zeros(row.shape, bool)
    np.put_along_axis(again, order, same, axis=1)
    return again.reshape(joints.shape)


def _sums_off(weights: NDArray[np.float64], counted: Bools) -> tuple[Bools, NDArray[np.float64]]:
    """Which vertices' weights do not add up to 1 in single precision, and the sums."""
    vertices, _, sets = weights.shape
    total = np.zeros(vertices, np.float64)
    threshold = np.zeros(vertices, np.float64)
    for c in range(4):
        for i in range(sets):
            added = (total + np.where(counted[:, c, i], weights[:, c, i], 0)).astype(np.float32)
            total = added.astype(np.float64)
            threshold += np.where(counted[:, c, i], STEP, 0)
    return np.abs(total - 1) > threshold, total
