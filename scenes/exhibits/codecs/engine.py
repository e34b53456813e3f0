"""WebAssembly run in this process: the only importer of wasmtime.

A module sees its own memory and the functions it is given, nothing else; it cannot reach a file, a
clock or a socket. No threads are started, no signal handler is installed and little is reserved,
so that a worker with tight limits can run it: bounds are checked in code instead.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import numpy as np
import wasmtime
from numpy.typing import DTypeLike, NDArray

from scenes.exhibits.codecs.errors import CodecError
from scenes.exhibits.codecs.modules import module_bytes

__all__ = ["Machine"]

MOST = 2**31
"""Bytes that a machine's memory may grow to."""
PAGE = 2**16
GROWTH = 2**24
"""Bytes of address space that are kept free behind a memory, so that it seldom moves."""


class Machine:
    """One instance of a module, with its own memory.

    ``imports`` gives the host functions that the module asks for, by the name it asks with. A trap,
    memory beyond ``most`` bytes or an unknown function raises CodecError; a machine that trapped
    is not to be used again.
    """

    def __init__(
        self, name: str, imports: Mapping[str, Callable[..., Any]] | None = None, most: int = MOST
    ) -> None:
        engine, module = _compiled(name)
        self._store = wasmtime.Store(engine)
        self._store.set_limits(memory_size=most)
        hosts = [
            wasmtime.Func(self._store, each.type, (imports or {})[each.name or ""])
            for each in module.imports
            if isinstance(each.type, wasmtime.FuncType)
        ]
        exports = wasmtime.Instance(self._store, module, hosts).exports(self._store)
        self._functions: dict[str, wasmtime.Func] = {}
        for each in module.exports:
            found = exports[each.name]
            if isinstance(found, wasmtime.Func):
                self._functions[each.name] = found
            elif isinstance(found, wasmtime.Memory):
                self._memory = found
            elif isinstance(found, wasmtime.Table):
                self._table = found

    def __call__(self, name: str, *arguments: float) -> Any:
        """Call a function of the module; integers and floats in, one or nothing back."""
        return self._run(self._functions.get(name), name, arguments)

    def call_at(self, place: int, *arguments: float) -> Any:
        """Call the function at a place of the module's table: what C++ calls by a pointer."""
        try:
            found = self._table.get(self._store, place)
        except wasmtime.WasmtimeError:
            found = None
        return self._run(found, f"function at {place}", arguments)

    def start(self) -> None:
        """Run what stands before everything else: the one exported function of no arguments."""
        for function in self._functions.values():
            kind = function.type(self._store)
            if not kind.params and not kind.results:
                function(self._store)

    def grow(self, size: int) -> bool:
        """Make the memory at least so many bytes large; False where that is more than allowed."""
        pages = max(0, -(-(size - self.size) // PAGE))
        try:
            self._memory.grow(self._store, pages)
        except wasmtime.WasmtimeError:
            return False
        return True

    def _run(self, function: Any, name: str, arguments: tuple[float, ...]) -> Any:
        if function is None:
            raise CodecError("CODEC_MISSING", f"the module has no {name}")
        try:
            return function(self._store, *arguments)
        except (wasmtime.Trap, wasmtime.WasmtimeError) as error:
            raise CodecError("CODEC_TRAPPED", str(error).splitlines()[-1].strip()) from None

    @property
    def size(self) -> int:
        """Bytes of memory in use."""
        return int(self._memory.data_len(self._store))

    def memory(self) -> NDArray[np.uint8]:
        """The memory itself, uint8; good until the next call, which may move it."""
        return np.frombuffer(memoryview(self._memory.get_buffer_ptr(self._store)), np.uint8)

    def write(self, at: int, values: NDArray[Any]) -> None:
        """Copy an array into the memory at a byte address."""
        memory = self.memory()
        self._check(at, values.nbytes)
        memory[at : at + values.nbytes].view(values.dtype)[:] = values.reshape(-1)

    def read(self, at: int, count: int, kind: DTypeLike = np.uint8) -> NDArray[Any]:
        """Copy so many numbers of a kind out of the memory."""
        wanted = np.dtype(kind)
        self._check(at, count * wanted.itemsize)
        return self.memory()[at : at + count * wanted.itemsize].view(wanted).copy()

    def _check(self, at: int, size: int) -> None:
        if at < 0 or size < 0 or at + size > self.size:
            raise CodecError("CODEC_TRAPPED", "an address outside the module's memory")


def warm_up() -> None:
    """Compile what most exhibits need, for all processes that are forked from this one."""
    for name in ("decoder", "encoder", "simplifier"):
        _compiled(name)


@cache
def _compiled(name: str) -> tuple[wasmtime.Engine, wasmtime.Module]:
    """The module, compiled once in a process: some hundredths of a second for each."""
    engine = wasmtime.Engine(_config())
    return engine, wasmtime.Module(engine, module_bytes(name))


def _config() -> wasmtime.Config:
    config = wasmtime.Config()
    config.parallel_compilation = False
    config.signals_based_traps = False
    config.memory_reservation = 0
    config.memory_guard_size = 0
    config.memory_reservation_for_growth = GROWTH
    config.memory_init_cow = False
    config.wasm_threads = False
    return config
