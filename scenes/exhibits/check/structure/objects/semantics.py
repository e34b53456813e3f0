"""Names of vertex attributes (glTF 2.0, section 3.7.2.1): which there are, and how many of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scenes.exhibits.check.structure.context import Context

__all__ = ["Semantics", "base", "check_name", "check_target_name", "count_semantics"]

SINGLE = ("POSITION", "NORMAL", "TANGENT")
INDEXED = ("COLOR", "JOINTS", "TEXCOORD", "WEIGHTS")
MORPHED = ("COLOR", "TEXCOORD")
DIGITS = 15
"""No primitive has as many attributes as an index of more digits asks for."""


@dataclass(frozen=True, slots=True)
class Semantics:
    """What a primitive's attributes offer; numbers are of sets that are whole from the first."""

    has_position: bool
    has_normal: bool
    has_tangent: bool
    joints: int
    weights: int
    coordinates: int


def base(name: str) -> str:
    """The name of an attribute without its index."""
    return name.split("_", 1)[0]


def number(name: str, among: Iterable[str]) -> int | None:
    """The index in the name of an attribute, None when the name is not of such an attribute."""
    word, *rest = name.split("_")
    if word not in among or len(rest) != 1:
        return None
    digits = rest[0]
    if not digits or not digits.isascii() or not digits.isdigit():
        return None
    if len(digits) > 1 and digits[0] == "0":
        return None
    return int(digits[:DIGITS])


def check_name(ctx: Context, name: str) -> None:
    """The name of a vertex attribute must be one of the standard's, or begin with _."""
    if not name.startswith("_") and name not in SINGLE and number(name, INDEXED) is None:
        ctx.say("MESH_PRIMITIVE_INVALID_ATTRIBUTE", name)


def check_target_name(ctx: Context, name: str) -> None:
    """The name of an attribute of a morph target must be one of the standard's, or begin with _."""
    if not name.startswith("_") and name not in SINGLE and number(name, MORPHED) is None:
        ctx.say("MESH_PRIMITIVE_INVALID_ATTRIBUTE", name)


def count_semantics(names: Iterable[str], ctx: Context) -> Semantics:
    """What attributes offer, with what is wrong with them together."""
    names = set(names)
    if "POSITION" not in names:
        ctx.say("MESH_PRIMITIVE_NO_POSITION")
    if "TANGENT" in names and "NORMAL" not in names:
        ctx.say("MESH_PRIMITIVE_TANGENT_WITHOUT_NORMAL", "TANGENT")
    sets = {word: count_sets(word, names, ctx) for word in INDEXED}
    if sets["JOINTS"] != sets["WEIGHTS"]:
        about = f"{sets['JOINTS']}, {sets['WEIGHTS']}"
        ctx.say("MESH_PRIMITIVE_JOINTS_WEIGHTS_MISMATCH", about=about)
        sets["JOINTS"] = sets["WEIGHTS"] = 0
    return Semantics(
        has_position="POSITION" in names,
        has_normal="NORMAL" in names,
        has_tangent="TANGENT" in names,
        joints=sets["JOINTS"],
        weights=sets["WEIGHTS"],
        coordinates=sets["TEXCOORD"],
    )


def count_sets(word: str, names: Iterable[str], ctx: Context) -> int:
    """How many sets of an attribute there are; none when one is left out."""
    found = (number(name, (word,)) for name in names)
    indices = [index for index in found if index is not None]
    due = max(indices, default=-1) + 1
    if due == len(indices):
        return due
    about = f"{word}: {due}, {len(indices)}"
    ctx.say("MESH_PRIMITIVE_INDEXED_SEMANTIC_CONTINUITY", about=about)
    return 0
