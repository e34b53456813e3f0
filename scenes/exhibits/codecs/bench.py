"""Work done in a WebAssembly machine: memory taken in order, and given back together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.codecs.engine import Machine
from scenes.exhibits.codecs.errors import CodecError

__all__ = ["Frame", "frame", "same"]

IDLE = 2**26
"""Bytes of memory above which a machine is given up after its work rather than kept."""


class Frame:
    """Memory taken from the top of a machine's heap."""

    def __init__(self, machine: Machine) -> None:
        self.call = machine
        self._bottom = machine("sbrk", 0)

    def room(self, size: int) -> int:
        """The address of so many free bytes."""
        at = int(self.call("sbrk", -(-size // 16) * 16)) % 2**32
        if at + size > self.call.size:
            raise CodecError("CODEC_MEMORY", f"no room for {size} bytes")
        return at

    def put(self, values: NDArray[Any]) -> int:
        """The address of a copy of an array."""
        at = self.room(values.nbytes)
        self.call.write(at, np.ascontiguousarray(values))
        return at

    def leave(self) -> None:
        """Give everything back."""
        self.call("sbrk", self._bottom - self.call("sbrk", 0))


_idle: dict[str, Machine] = {}
"""Machines between two works; one that failed or grew large is not among them."""


@contextmanager
def frame(name: str) -> Iterator[Frame]:
    """A frame in a machine of that name, left when its work is done."""
    machine = _idle.pop(name, None) or _started(name)
    taken = Frame(machine)
    yield taken
    taken.leave()
    if machine.size <= IDLE:
        _idle[name] = machine


def _started(name: str) -> Machine:
    machine = Machine(name)
    machine("__wasm_call_ctors")
    if name == "encoder":
        machine("meshopt_encodeIndexVersion", 1)
    return machine


def same(values: NDArray[Any], kind: type[np.generic], shape: tuple[int, ...]) -> NDArray[Any]:
    """The array itself, when it is what the module expects."""
    if values.dtype != kind or values.shape != shape:
        raise ValueError(f"{values.dtype} {values.shape} where {kind.__name__} {shape} is due")
    return values
