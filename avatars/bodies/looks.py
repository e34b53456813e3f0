"""The people: for each body what makes it itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from avatars.bodies.dyes import Dyes
from avatars.bodies.figure import MAN, WOMAN, Figure
from avatars.bodies.head import Features
from avatars.bodies.jacket import Cut
from avatars.bodies.piece import Color, srgb


@dataclass(frozen=True, slots=True)
class Look:
    """A whole person: measures, face, colours, clothes."""

    title: str
    figure: Figure
    features: Features
    skin: Color
    lip: Color
    blush: float
    iris: tuple[Color, Color]
    hair: tuple[Color, Color]
    brow: Color
    lash: Color
    style: Literal["up", "short", "bob"]
    cut: Cut
    dyes: Dyes
    below: Literal["skirt", "trousers"]
    neck: float
    slim: float
    glasses: Color | None = None
    legs: Color = field(default_factory=lambda: srgb("#f5d6c4"))


WOMANS_CUT = Cut(
    rows=(
        (0.800, 0.174, 0.130, -0.004),
        (0.860, 0.163, 0.120, -0.006),
        (0.930, 0.147, 0.105, -0.006),
        (0.990, 0.129, 0.090, -0.002),
        (1.035, 0.120, 0.084, 0.002),
        (1.090, 0.124, 0.087, 0.004),
        (1.150, 0.137, 0.094, 0.002),
        (1.210, 0.145, 0.096, -0.002),
        (1.260, 0.138, 0.086, -0.008),
        (1.300, 0.112, 0.070, -0.014),
        (1.335, 0.070, 0.060, -0.016),
        (1.352, 0.058, 0.057, -0.016),
    ),
    bust=(0.056, 1.168, 0.058, 0.058),
    sleeve=(0.0500, 0.0430, 0.0385),
    yoke=0.034,
)
MANS_CUT = Cut(
    rows=(
        (0.855, 0.188, 0.136, -0.004),
        (0.930, 0.177, 0.128, -0.004),
        (1.010, 0.158, 0.113, -0.002),
        (1.080, 0.154, 0.109, 0.002),
        (1.150, 0.160, 0.113, 0.004),
        (1.230, 0.172, 0.120, 0.004),
        (1.300, 0.176, 0.116, -0.002),
        (1.350, 0.166, 0.100, -0.008),
        (1.395, 0.132, 0.078, -0.014),
        (1.432, 0.078, 0.066, -0.017),
        (1.450, 0.064, 0.063, -0.017),
    ),
    bust=None,
    sleeve=(0.0610, 0.0520, 0.0450),
    yoke=0.040,
)
NAVY, TEAL = srgb("#24344f"), srgb("#1f5c5c")
IVORY, GOLD = srgb("#f3eee4"), srgb("#c9a25e")
LOOKS: dict[str, Look] = {
    "xiaojing": Look(
        title="小境 Xiaojing",
        figure=WOMAN,
        features=Features(),
        skin=srgb("#fde4d4"),
        lip=srgb("#de7a74"),
        blush=0.38,
        iris=(srgb("#7a4a2c"), srgb("#2b1710")),
        hair=(srgb("#4a393a"), srgb("#a98680")),
        brow=srgb("#5a423e"),
        lash=srgb("#241819"),
        style="up",
        cut=WOMANS_CUT,
        below="skirt",
        neck=0.0400,
        slim=0.86,
        dyes=Dyes(
            jacket=srgb("#2c6a68"),
            trim=srgb("#d8b470"),
            shirt=IVORY,
            below=srgb("#243b42"),
            metal=GOLD,
            badge=srgb("#f4efe6"),
        ),
    ),
    "xiaoling": Look(
        title="小灵 Xiaoling",
        figure=MAN,
        features=Features(
            jaw=1.13,
            chin=1.25,
            nose=1.14,
            eye_wide=0.0172,
            eye_up=0.0086,
            eye_down=0.0068,
            tilt=0.0016,
            mouth=0.0185,
            lip_up=0.0031,
            lip_down=0.0042,
            brow=0.0033,
            brow_at=0.0235,
            lash=0.55,
        ),
        skin=srgb("#f6d6bd"),
        lip=srgb("#b9776a"),
        blush=0.22,
        iris=(srgb("#5a3a26"), srgb("#20120c")),
        hair=(srgb("#3b353c"), srgb("#857c88")),
        brow=srgb("#3a2f2e"),
        lash=srgb("#1d1614"),
        style="short",
        cut=MANS_CUT,
        below="trousers",
        neck=0.0510,
        slim=1.0,
        dyes=Dyes(
            jacket=srgb("#3a5072"),
            trim=srgb("#c9a766"),
            shirt=IVORY,
            below=srgb("#2c3546"),
            metal=GOLD,
            badge=srgb("#f4efe6"),
        ),
    ),
    "xiaoyun": Look(
        title="小云 Xiaoyun",
        figure=WOMAN,
        features=Features(
            jaw=1.06,
            eye_up=0.0114,
            eye_down=0.0090,
            tilt=0.0022,
            brow=0.0023,
            lash=0.85,
            mouth=0.0160,
        ),
        skin=srgb("#fadbc7"),
        lip=srgb("#c56a62"),
        blush=0.45,
        iris=(srgb("#4f3a30"), srgb("#1d1311")),
        hair=(srgb("#4a3026"), srgb("#a37858")),
        brow=srgb("#4a332a"),
        lash=srgb("#241915"),
        style="bob",
        cut=WOMANS_CUT,
        below="trousers",
        neck=0.0405,
        slim=0.88,
        glasses=srgb("#3a3230"),
        dyes=Dyes(
            jacket=srgb("#e8e0d2"),
            trim=srgb("#2c6a68"),
            shirt=IVORY,
            below=srgb("#2a4a4d"),
            metal=srgb("#2c6a68"),
            badge=srgb("#fbf8f2"),
        ),
    ),
}
