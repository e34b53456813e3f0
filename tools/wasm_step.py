"""WebAssembly of the exhibits' codecs, unpacked once from the npm packages that carry it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tools import stamps
from tools.places import BUILD, CLIENTS, ROOT
from tools.running import SetupError

WASM = ROOT / "scenes" / "exhibits" / "codecs" / "wasm"
STAMP = BUILD / "wasm.stamp"
WRITTEN_AS_TEXT = {
    "simplifier.wasm": ("meshoptimizer/meshopt_simplifier.js", "wasm"),
    "encoder.wasm": ("meshoptimizer/meshopt_encoder.js", "wasm"),
    "decoder.wasm": ("meshoptimizer/meshopt_decoder.mjs", "wasm_base"),
}
"""Modules that a script carries as text, and the name of the variable that holds it."""
COPIED = {
    "basis_transcoder.wasm": "three/examples/jsm/libs/basis/basis_transcoder.wasm",
    "basis_encoder.wasm": "ktx2-encoder/dist/basis/basis_encoder.wasm",
}
NAMED = {
    "basis_transcoder.json": "three/examples/jsm/libs/basis/basis_transcoder.js",
    "basis_encoder.json": "ktx2-encoder/dist/basis/basis_encoder.js",
}
"""What a minified module's imports are called, and the script that tells."""


def is_ready() -> bool:
    """Whether every module lies where the codecs look, made from today's packages."""
    there = all((WASM / name).is_file() for name in (*WRITTEN_AS_TEXT, *COPIED, *NAMED))
    return there and stamps.is_current(STAMP, wanted())


def make() -> None:
    """Unpack and copy the modules."""
    WASM.mkdir(exist_ok=True)
    for name, (script, variable) in WRITTEN_AS_TEXT.items():
        (WASM / name).write_bytes(unpacked(inside(script).read_text(), variable))
    for name, place in COPIED.items():
        (WASM / name).write_bytes(inside(place).read_bytes())
    for name, script in NAMED.items():
        (WASM / name).write_text(json.dumps(import_names(inside(script).read_text())))
    stamps.leave(STAMP, wanted())


def wanted() -> str:
    """What the modules are made from."""
    scripts = [script for script, _ in WRITTEN_AS_TEXT.values()]
    places = (*scripts, *COPIED.values(), *NAMED.values())
    return stamps.digest(inside(place) for place in places)


def inside(place: str) -> Path:
    """A file of an npm package: the web client's own copy, or the one shared by all clients."""
    for folder in (CLIENTS / "web" / "node_modules", CLIENTS / "node_modules"):
        if (folder / place).is_file():
            return folder / place
    raise SetupError(f"{place} is not among the packages of clients/")


def import_names(script: str) -> dict[str, str]:
    """By its short name, what each import of an Emscripten module is."""
    table = re.search(r"\bvar wasmImports ?= ?\{([^}]*)\}", script)
    if table is None:
        raise SetupError("the transcoder's script does not name its imports")
    return dict(re.findall(r"([\w$]+):\s*(\w+)", table[1]))


def unpacked(script: str, variable: str) -> bytes:
    """The module in a script: digits of six bits, and a table of the bytes that are frequent."""
    text = re.search(rf"\b{variable} =\s*'([^']+)'", script)
    table = re.search(r"\bwasmpack = new Uint8Array\(\[([^\]]+)\]", script)
    if text is None or table is None:
        raise SetupError(f"no WebAssembly is found in {variable}")
    module = bytes(decoded(text[1], [int(word) for word in table[1].split(",") if word.strip()]))
    if not module.startswith(b"\0asm"):
        raise SetupError(f"{variable} does not hold WebAssembly")
    return module


def decoded(text: str, frequent: Sequence[int]) -> Iterator[int]:
    """Bytes of the text: one digit for a frequent byte, two for another."""
    digits = iter([_digit(letter) for letter in text.encode()])
    for digit in digits:
        yield frequent[digit] if digit < 60 else (digit - 60) * 64 + next(digits)


def _digit(letter: int) -> int:
    """Lower case counts from 0, upper case from 26, figures from 52."""
    if letter >= ord("a"):
        return letter - ord("a")
    return letter - ord("A") + 26 if letter >= ord("A") else letter - ord("0") + 52
