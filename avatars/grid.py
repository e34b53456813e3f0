"""Points sorted into square cells, so that all pairs within a radius are found without a loop."""

from __future__ import annotations

from math import ceil

import numpy as np

from avatars.records import Floats, Ints

MOST_CELLS_A_SIDE = 250


class Grid:
    """Senders sorted by cell; ``pairs`` asks for everybody around many receivers at once."""

    def __init__(self, points: Floats, radius: float) -> None:
        """Sort ``points`` (n, 2: x and z in metres) into cells at least ``radius`` wide."""
        self._points = points
        self._radius = radius
        self._low = points.min(axis=0)
        extent = float((points.max(axis=0) - self._low).max())
        self._size = max(radius, extent / MOST_CELLS_A_SIDE, 1e-3)
        self._width = ceil(extent / self._size) + 4
        cells = self._cells(points)
        self._order = np.argsort(cells, kind="stable")
        bounds = np.arange(self._width * self._width + 1)
        self._first = np.searchsorted(cells[self._order], bounds)

    def candidates(self, at: Floats) -> Ints:
        """Return how many senders :meth:`pairs` would measure for each of these points."""
        _low, counts = self._ranges(at)
        return np.asarray(counts.sum(axis=1))

    def pairs(self, at: Floats) -> tuple[Ints, Ints]:
        """Return indices (of ``at``, of senders) of pairs in reach, ordered by the first."""
        low, counts = self._ranges(at)
        each = counts.sum(axis=1)
        low, counts = low.ravel(), counts.ravel()
        before = np.cumsum(counts) - counts
        which = np.arange(int(each.sum())) + np.repeat(low - before, counts)
        receivers = np.repeat(np.arange(len(at)), each)
        senders = self._order.take(which)
        near = distances(at, receivers, self._points, senders) <= self._radius**2
        return receivers[near], senders[near]

    def _ranges(self, at: Floats) -> tuple[Ints, Ints]:
        """Return where each point's three rows of three cells begin, and how many they hold."""
        middle = self._cells(at)[:, None] + np.array([-self._width, 0, self._width])
        low = self._first.take(middle - 1)
        return low, self._first.take(middle + 2) - low

    def _cells(self, points: Floats) -> Ints:
        """Return each point's cell; empty columns on both sides keep rows from joining."""
        cell = np.floor((points - self._low) / self._size).astype(np.intp) + 2
        np.clip(cell, 1, self._width - 2, out=cell)
        return np.asarray(cell[:, 1] * self._width + cell[:, 0])


def distances(a: Floats, i: Ints, b: Floats, j: Ints) -> Floats:
    """Return the squared distances between points ``a[i]`` and ``b[j]`` on the ground plane."""
    x = a[:, 0].take(i) - b[:, 0].take(j)
    z = a[:, 1].take(i) - b[:, 1].take(j)
    return np.asarray(x * x + z * z)
