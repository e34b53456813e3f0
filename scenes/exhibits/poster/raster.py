"""Triangles to pixels: exact coverage with a depth buffer, many triangles at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.poster.paint import sample
from scenes.exhibits.poster.soup import Soup

__all__ = ["Layer", "rasterise"]

F32 = NDArray[np.float32]
CHUNK = 1_500_000
"""Candidate pixels looked at together."""
MOST = 60_000_000
"""Candidate pixels in all: no pile of screen-filling triangles takes longer than this."""


class Layer(NamedTuple):
    """What is seen at each pixel, shape (h·w): the triangle, or -1, and its corners' weights
    (perspective-correct, (h·w,3))."""

    triangle: NDArray[np.int32]
    weights: F32
    near: F32


def rasterise(soup: Soup, screen: F32, chosen: NDArray[np.int64], size: tuple[int, int]) -> Layer:
    """The nearest of the chosen triangles at every pixel; ``screen`` is (n,3,3) from the camera."""
    width, height = size
    near = np.zeros(width * height, np.float32)
    triangle = np.full(width * height, -1, np.int32)
    weights = np.zeros((width * height, 3), np.float32)
    masked = np.array([paint.mode == "MASK" for paint in soup.paints], bool)
    for boxed, x, y in _candidates(screen, chosen, width, height):
        inside, share, depth = _inside(screen, boxed, x, y)
        pixel, which = (y * width + x)[inside], boxed[inside]
        seen = depth > near[pixel]
        if masked.any():
            seen &= ~_cut_out(soup, masked, which, share)
        pixel, which, share, depth = pixel[seen], which[seen], share[seen], depth[seen]
        np.maximum.at(near, pixel, depth)
        won = depth >= near[pixel]
        triangle[pixel[won]] = which[won]
        weights[pixel[won]] = share[won]
    return Layer(triangle, weights, near)


def _candidates(
    screen: F32, chosen: NDArray[np.int64], width: int, height: int
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]]:
    """Every pixel centre in each triangle's box: triangle, x, y; in chunks."""
    corners = screen[chosen]
    low = np.clip(np.ceil(corners[..., :2].min(1) - 0.5), 0, [width, height]).astype(np.int64)
    high = np.clip(np.floor(corners[..., :2].max(1) + 0.5), 0, [width, height]).astype(np.int64)
    wide, tall = np.maximum(high - low, 0).T
    counts = wide * tall
    useful = counts > 0
    chosen, low, wide, counts = chosen[useful], low[useful], wide[useful], counts[useful]
    ends = np.cumsum(counts)
    last = int(np.searchsorted(ends, MOST))
    begin = 0
    while begin < min(last + 1, len(chosen)):
        done = int(ends[begin - 1]) if begin else 0
        end = max(begin + 1, int(np.searchsorted(ends, done + CHUNK)))
        n = counts[begin:end]
        which = np.repeat(np.arange(begin, min(end, len(chosen))), n)
        inner = np.arange(len(which)) - np.repeat(np.cumsum(n) - n, n)
        x = low[which, 0] + inner % wide[which]
        y = low[which, 1] + inner // wide[which]
        yield chosen[which], x, y
        begin = end


def _inside(
    screen: F32, which: NDArray[np.int64], x: NDArray[np.int64], y: NDArray[np.int64]
) -> tuple[NDArray[np.int64], F32, F32]:
    """Which candidates are covered, with perspective-correct weights and 1/distance."""
    share = _shares(screen[which], x, y)
    depth = (share * screen[which, :, 2]).sum(1)
    inside = np.flatnonzero((share >= -1e-5).all(1) & (depth > 0))
    share, depth = share[inside], depth[inside]
    return inside, share * screen[which[inside], :, 2] / depth[:, None], depth


def _shares(corners: F32, x: NDArray[np.int64], y: NDArray[np.int64]) -> F32:
    """Barycentric weights on the screen of pixel centres, shape (n,3)."""
    a, b, c = corners[:, 0, :2], corners[:, 1, :2], corners[:, 2, :2]
    at = np.stack([x + 0.5, y + 0.5], 1).astype(np.float32)

    def area(p: F32, q: F32, r: F32) -> F32:
        across: F32 = (q[:, 0] - p[:, 0]) * (r[:, 1] - p[:, 1])
        return across - (q[:, 1] - p[:, 1]) * (r[:, 0] - p[:, 0])

    whole = area(a, b, c)
    whole = np.where(np.abs(whole) < 1e-9, np.float32(np.inf), whole)
    first, second = area(b, c, at) / whole, area(c, a, at) / whole
    third = np.where(np.isinf(whole), np.float32(-1), 1 - first - second)
    return np.stack([first, second, third], 1)


def _cut_out(
    soup: Soup, masked: NDArray[np.bool_], which: NDArray[np.int64], share: F32
) -> NDArray[np.bool_]:
    """Where a material of alpha mode MASK is not there."""
    cut = np.zeros(len(which), bool)
    for number in np.flatnonzero(masked):
        own = np.flatnonzero(soup.paint[which] == number)
        if len(own):
            uv = np.einsum("nk,nkd->nd", share[own], soup.uv[which[own]])
            paint = soup.paints[number]
            cut[own] = sample(paint, uv.astype(np.float32))[:, 3] < paint.cutoff
    return cut
