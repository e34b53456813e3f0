"""Whether the matrices of nodes are made of a translation, a rotation and a scale.

Each is taken apart and put together again, all at once and in single precision, as a viewer has
them; what comes of it must be the matrix that it was (glTF 2.0, section 3.5.3).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.check.structure.context import Context

__all__ = ["are_placements", "check_matrices"]

Singles = NDArray[np.float32]
Doubles = NDArray[np.float64]
CLOSE = 5e-5
LAST_ROW = [0, 0, 0, 1]


def check_matrices(ctx: Context) -> None:
    """Look at the matrices of all nodes."""
    if not ctx.matrices:
        return
    nodes, values = list(ctx.matrices), list(ctx.matrices.values())
    with np.errstate(all="ignore"):
        matrices = np.array(values, np.float64).astype(np.float32).reshape(-1, 4, 4)
        right = are_placements(matrices)
    for node, is_right in zip(nodes, right, strict=True):
        if not is_right:
            ctx.say("NODE_MATRIX_NON_TRS", "nodes", node, "matrix")


def are_placements(matrices: Singles) -> NDArray[np.bool_]:
    """Which of column-major matrices, shape (n, 4, 4), can be taken apart."""
    flat = (matrices[:, :, 3] == LAST_ROW).all(axis=1)
    wide = matrices.astype(np.float64)
    turned = determinants(wide)
    scales = np.sqrt((wide[:, :3, :3] ** 2).sum(axis=2))
    scales[:, 0] = np.where(turned < 0, -scales[:, 0], scales[:, 0])
    axes = (wide[:, :3, :3] * (1 / scales)[:, :, None]).astype(np.float32)
    whole = rotations(quaternions(axes.astype(np.float64)))
    whole = (whole.astype(np.float64) * single(scales)[:, :, None]).astype(np.float32)
    made = matrices.copy()
    made[:, :3, :3] = whole
    made[:, :3, 3] = 0
    close = np.abs(norms(made) - norms(matrices)) < CLOSE
    answer: NDArray[np.bool_] = flat & (turned != 0) & close
    return answer


def single(values: Doubles) -> Doubles:
    """Values rounded to single precision."""
    return values.astype(np.float32).astype(np.float64)


def determinants(m: Doubles) -> Doubles:
    """Determinants by minors of the first two columns and the last two."""
    a, b, c, d = (m[:, i] for i in range(4))
    pairs = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]
    xy, xz, xw, yz, yw, zw = (a[:, i] * b[:, j] - a[:, j] * b[:, i] for i, j in pairs)
    terms = (
        -(c[:, 1] * zw - c[:, 2] * yw + c[:, 3] * yz) * d[:, 0],
        (c[:, 0] * zw - c[:, 2] * xw + c[:, 3] * xz) * d[:, 1],
        (c[:, 0] * yw - c[:, 1] * xw + c[:, 3] * xy) * d[:, 2],
        (c[:, 0] * yz - c[:, 1] * xz + c[:, 2] * xy) * d[:, 3],
    )
    return terms[0] + terms[1] - terms[2] + terms[3]


def quaternions(axes: Doubles) -> Doubles:
    """Rotations of three axes each as (x, y, z, w), by the greatest of the four (Shoemake)."""
    x, y, z = axes[:, 0, 0], axes[:, 1, 1], axes[:, 2, 2]
    greatest = np.where(x < y, np.where(y < z, 2, 1), np.where(x < z, 2, 0))
    found = np.where(x + y + z > 0, 3, greatest)
    answer = np.empty((len(axes), 4))
    for case in range(4):
        rows = found == case
        answer[rows] = by_trace(axes[rows]) if case == 3 else by_axis(axes[rows], case)
    return single(answer)


def by_trace(axes: Doubles) -> Doubles:
    """Quaternions whose w is the safest to divide by."""
    root = np.sqrt(axes.trace(axis1=1, axis2=2) + 1)
    part = 0.5 / root
    x = (axes[:, 1, 2] - axes[:, 2, 1]) * part
    y = (axes[:, 2, 0] - axes[:, 0, 2]) * part
    z = (axes[:, 0, 1] - axes[:, 1, 0]) * part
    return np.stack((x, y, z, root * 0.5), axis=1)


def by_axis(axes: Doubles, i: int) -> Doubles:
    """Quaternions whose x, y or z is the safest to divide by."""
    j, k = (i + 1) % 3, (i + 2) % 3
    root = np.sqrt(axes[:, i, i] - axes[:, j, j] - axes[:, k, k] + 1)
    part = 0.5 / root
    answer = np.empty((len(axes), 4))
    answer[:, i] = root * 0.5
    answer[:, 3] = (axes[:, j, k] - axes[:, k, j]) * part
    answer[:, j] = (axes[:, i, j] + axes[:, j, i]) * part
    answer[:, k] = (axes[:, i, k] + axes[:, k, i]) * part
    return answer


def rotations(q: Doubles) -> Singles:
    """The three axes of each quaternion."""
    x, y, z, w = (q[:, i] for i in range(4))
    rows = (
        (1 - 2 * (y * y + z * z), 2 * (x * y + z * w), 2 * (x * z - y * w)),
        (2 * (x * y - z * w), 1 - 2 * (x * x + z * z), 2 * (y * z + x * w)),
        (2 * (x * z + y * w), 2 * (y * z - x * w), 1 - 2 * (x * x + y * y)),
    )
    return np.stack([np.stack(row, axis=1) for row in rows], axis=1).astype(np.float32)


def norms(matrices: Singles) -> Doubles:
    """The greatest sum of magnitudes of a column."""
    sums: Doubles = np.abs(matrices.astype(np.float64)).sum(axis=2)
    greatest: Doubles = np.where(sums > 0, sums, 0).max(axis=1)
    return greatest
