"""The host's side of Emscripten's embind, as much as a transcoder asks for.

A module built with embind says at its start which C++ classes and functions it has, and reaches
for JavaScript values by handles. Here those values are Python ones: numbers, strings, and byte
arrays that answer to what C++ does with a Uint8Array.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from scenes.exhibits.codecs.engine import Machine
from scenes.exhibits.codecs.errors import CodecError
from scenes.exhibits.codecs.modules import import_names

__all__ = ["Bytes", "Embind"]

FIRST_HANDLE = 10
"""Lower ones stand for undefined, null, true and false."""
LONGEST_NAME = 200
CONVERT = 3


class Bytes:
    """Bytes of ours that the module may read from or write into, as it would a Uint8Array."""

    def __init__(self, data: NDArray[np.uint8]) -> None:
        self.data = data


class _Window(NamedTuple):
    """A Uint8Array over the module's own memory."""

    at: int
    size: int


class _Caller(NamedTuple):
    """How JavaScript is called: what comes back, what goes in, and whether as a function, a
    method, with ``new`` or as a mere conversion (embind's numbers 0, 1, 2 and 3)."""

    gives: str
    takes: tuple[str, ...]
    kind: int


class Embind:
    """One instance of an embind module; ``most`` bounds its memory, in bytes."""

    def __init__(self, name: str, most: int) -> None:
        self._functions: dict[str, tuple[int, int]] = {}
        self._methods: dict[tuple[int, str], tuple[int, int]] = {}
        self._destructors: dict[int, int] = {}
        self._types: dict[int, str] = {}
        self._values: dict[int, Any] = {}
        self._callers: list[_Caller] = []
        self._machine: Machine | None = None
        hosts = {letter: self._host(full) for letter, full in import_names(name).items()}
        self._machine = Machine(name, hosts, most)
        self._machine.start()

    def call(self, name: str, *arguments: int | Bytes) -> Any:
        """Call a free function by its name."""
        return self._invoke(self._functions.get(name), name, arguments)

    def make(self, like: str, *arguments: int | Bytes) -> Callable[..., int]:
        """A new object of the first class with a method ``like``; methods are called by name.

        ``delete`` gives its memory back.
        """
        of = next((owner for owner, method in self._methods if method == like), -1)
        this = self._invoke(self._methods.get((of, "new")), f"class with {like}", arguments)

        def ask(method: str, *arguments: int | Bytes) -> int:
            if method == "delete":
                return int(self._at_work.call_at(self._destructors[of], int(this)) or 0)
            place = self._methods.get((of, method))
            return int(self._invoke(place, method, (int(this), *arguments)) or 0)

        return ask

    def _invoke(
        self, place: tuple[int, int] | None, name: str, arguments: tuple[int | Bytes, ...]
    ) -> Any:
        if place is None:
            raise CodecError("CODEC_MISSING", f"the module has no {name}")
        wire = [self._handle(a) if isinstance(a, Bytes) else a for a in arguments]
        try:
            return self._at_work.call_at(place[0], place[1], *wire)
        finally:
            self._values.clear()

    @property
    def _at_work(self) -> Machine:
        if self._machine is None:
            raise CodecError("CODEC_TRAPPED", "the module called before it was there")
        return self._machine

    # What the module calls -----------------------------------------------------------------

    def _host(self, name: str) -> Callable[..., Any]:
        bare = name.lstrip("_")
        found = getattr(self, f"_on_{bare}", None)
        if found is not None:
            return found  # type: ignore[no-any-return]
        if bare.startswith(("embind_", "emval_incref", "emval_decref", "emval_run")):
            return _nothing
        if bare.startswith("invoke_"):
            return self._indirect
        return QUIET.get(bare) or _refusal(bare)

    def _indirect(self, place: int, *arguments: float) -> Any:
        """A call that C code would like to come back from by a long jump, which nobody makes."""
        return self._at_work.call_at(place, *arguments)

    def _on_embind_register_emval(self, kind: int) -> None:
        self._types[kind] = "value"

    def _on_embind_register_void(self, kind: int, _name: int) -> None:
        self._types[kind] = "void"

    def _on_embind_register_memory_view(self, kind: int, _number: int, _name: int) -> None:
        self._types[kind] = "window"

    def _on_embind_register_function(
        self, name: int, _n: int, _types: int, _sign: int, invoker: int, function: int, *_: int
    ) -> None:
        self._functions[self._text(name)] = (invoker, function)

    def _on_embind_register_class(self, of: int, *more: int) -> None:
        self._destructors[of] = more[-1]

    def _on_embind_register_class_constructor(
        self, of: int, _n: int, _types: int, _sign: int, invoker: int, maker: int
    ) -> None:
        self._methods[of, "new"] = (invoker, maker)

    def _on_embind_register_class_function(
        self,
        of: int,
        name: int,
        _n: int,
        _types: int,
        _sign: int,
        invoker: int,
        self_: int,
        *_: int,
    ) -> None:
        self._methods[of, self._text(name)] = (invoker, self_)

    def _on_emval_new_cstring(self, at: int) -> int:
        return self._handle(self._text(at))

    def _on_emval_get_global(self, at: int) -> int:
        return self._handle(self._text(at) if at else "globalThis")

    def _on_emval_get_module_property(self, at: int) -> int:
        return self._handle(self._text(at))

    def _on_emval_get_property(self, of: int, key: int) -> int:
        owner, name = self._value(of), self._value(key)
        if isinstance(owner, Bytes) and name in ("byteLength", "length"):
            return self._handle(owner.data.nbytes)
        return self._handle(str(name))

    def _on_emval_as(self, of: int, _type: int, _destructors: int) -> float:
        return float(self._value(of))

    def _on_emval_get_method_caller(self, count: int, types: int, kind: int) -> int:
        gives, *takes = [self._types.get(each, "number") for each in self._words(types, count)]
        self._callers.append(_Caller(gives, tuple(takes), kind))
        return len(self._callers) - 1

    _on_emval_create_invoker = _on_emval_get_method_caller

    def _on_emval_call(self, caller: int, of: int, destructors: int, at: int) -> float:
        return self._on_emval_invoke(caller, of, 0, destructors, at)

    def _on_emval_invoke(
        self, caller: int, of: int, _name: int, _destructors: int, at: int
    ) -> float:
        """What a transcoder wants of JavaScript: a window made, a value taken over, bytes set."""
        given = self._arguments(self._callers[caller], at)
        if self._callers[caller].kind == CONVERT:
            answer = given[0]
        elif len(given) > 1:
            answer = _Window(given[1], given[2])
        else:
            self._copy(self._value(of), given[0])
            answer = None
        is_value = self._callers[caller].gives == "value"
        return float(self._handle(answer) if is_value else answer or 0)

    _on_emval_call_method = _on_emval_invoke

    def _copy(self, target: Any, source: Any) -> None:
        """``target.set(source)``, from one side's bytes to the other's."""
        if isinstance(target, _Window) and isinstance(source, Bytes):
            if source.data.nbytes > target.size:
                raise CodecError("CODEC_TRAPPED", "more bytes than room")
            self._at_work.write(target.at, source.data)
        elif isinstance(target, Bytes) and isinstance(source, _Window):
            if source.size > target.data.nbytes:
                raise CodecError("CODEC_TRAPPED", "more bytes than room")
            target.data[: source.size] = self._at_work.read(source.at, source.size)

    def _on_emscripten_memcpy_js(self, to: int, source: int, size: int) -> None:
        self._at_work.write(to, self._at_work.read(source, size))

    def _on_emscripten_resize_heap(self, size: int) -> int:
        wanted = size & 0xFFFFFFFF
        roomy = max(wanted, min(self._at_work.size * 6 // 5, wanted + 2**24))
        return int(self._at_work.grow(roomy) or self._at_work.grow(wanted))

    # Handles and memory ---------------------------------------------------------------------

    def _handle(self, value: Any) -> int:
        handle = FIRST_HANDLE + 2 * len(self._values)
        self._values[handle] = value
        return handle

    def _value(self, handle: int) -> Any:
        return self._values.get(handle)

    def _arguments(self, caller: _Caller, at: int) -> list[Any]:
        """Arguments lie eight bytes apart: a handle, a number, or a window's size and place."""
        words = self._words(at, 2 * len(caller.takes))
        found: list[Any] = []
        for kind, first, second in zip(caller.takes, words[::2], words[1::2], strict=True):
            window = _Window(second, first)
            found.append({"value": self._value(first), "window": window}.get(kind, first))
        return found

    def _words(self, at: int, count: int) -> list[int]:
        return list(struct.unpack(f"<{count}I", self._at_work.read(at, 4 * count).tobytes()))

    def _text(self, at: int) -> str:
        room = min(LONGEST_NAME, self._at_work.size - at)
        return self._at_work.read(at, room).tobytes().split(b"\0")[0].decode("latin-1")


def _nothing(*_: float) -> None:
    """Registrations that nobody asks about."""


def _refusal(name: str) -> Callable[..., Any]:
    def refuse(*_: float) -> None:
        raise CodecError("CODEC_TRAPPED", f"the module called {name}")

    return refuse


BADF, NOENT = 8, -2
QUIET: dict[str, Callable[..., Any]] = {
    **{name: lambda *_: BADF for name in ("fd_write", "fd_read", "fd_close", "fd_seek")},
    **{name: lambda *_: NOENT for name in ("syscall_openat", "syscall_fcntl64", "syscall_ioctl")},
    **{name: lambda *_: 0.0 for name in ("emscripten_date_now", "emscripten_get_now")},
    **{name: lambda *_: 0 for name in ("clock_time_get", "environ_get", "environ_sizes_get")},
    "emscripten_get_heap_max": lambda *_: 2**31 - 2**16,
    "tzset_js": _nothing,
}
"""What the C library asks of a system: there are no files, no clock and no environment."""
