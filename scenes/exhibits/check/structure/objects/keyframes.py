"""animation.sampler (glTF 2.0, section 5.8): times, and the values at them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scenes.exhibits.check.structure.context import Context
from scenes.exhibits.check.structure.fields import Index, Text
from scenes.exhibits.check.structure.formats import TIMES
from scenes.exhibits.check.structure.numbers import NONE
from scenes.exhibits.check.structure.objects.accessor import Accessor
from scenes.exhibits.check.structure.part import Part
from scenes.exhibits.check.structure.table import Table

__all__ = ["KEYFRAMES", "Keyframes"]


@dataclass(slots=True)
class Keyframes(Part):
    """``interpolation`` may be a word that the standard does not know; None when it is no word."""

    input: int
    output: int
    interpolation: str | None
    times: Accessor | None = None
    values: Accessor | None = None

    @property
    def is_cubic(self) -> bool:
        """Whether every value comes with the two tangents of a spline."""
        return self.interpolation == "CUBICSPLINE"

    def link(self, ctx: Context) -> None:
        """Its times and values must be there, and be for animations only."""
        self.times = self._follow("input", self.input, ctx)
        self.values = self._follow("output", self.output, ctx)
        if self.times is not None:
            ctx.path.append("input")
            self._check_times(self.times, ctx)
            ctx.path.pop()

    def _follow(self, name: str, index: int, ctx: Context) -> Accessor | None:
        if index == NONE:
            return None
        accessor = ctx.model.find(Accessor, index)
        if accessor is None:
            ctx.say("UNRESOLVED_REFERENCE", name, about=str(index))
            return None
        accessor.put_to(f"animation {name}", name, ctx)
        if accessor.view is not None:
            accessor.view.put_to("other", name, ctx)
        if accessor.has_stride:
            ctx.say("ANIMATION_SAMPLER_ACCESSOR_WITH_BYTESTRIDE", name)
        return accessor

    def _check_times(self, times: Accessor, ctx: Context) -> None:
        if times.format not in TIMES:
            code = "ANIMATION_SAMPLER_INPUT_ACCESSOR_INVALID_FORMAT"
            ctx.say(code, about=str(times.format))
        if not times.has_bounds:
            ctx.say("ANIMATION_SAMPLER_INPUT_ACCESSOR_WITHOUT_BOUNDS")
        if self.is_cubic and times.count < 2:
            about = f"{times.count} < 2"
            ctx.say("ANIMATION_SAMPLER_INPUT_ACCESSOR_TOO_FEW_ELEMENTS", about=about)


def make(_ctx: Context, values: dict[str, Any], _source: dict[str, Any]) -> Keyframes:
    """A sampler of an animation."""
    return Keyframes(
        values["input"],
        values["output"],
        values["interpolation"],
        extensions=values["extensions"],
    )


KEYFRAMES = Table(
    "animation.sampler",
    {
        "input": Index(required=True),
        "interpolation": Text(default="LINEAR", choices=("LINEAR", "STEP", "CUBICSPLINE")),
        "output": Index(required=True),
    },
    make,
)
