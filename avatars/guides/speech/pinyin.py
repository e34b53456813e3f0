"""Mouth shapes of Chinese: each character's syllable in pinyin, its final as a way of the lips."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, cast

from pypinyin import Style, lazy_pinyin

from avatars.guides.speech.mouth import LIPS_MS, Beat, Shape

SYLLABLE_MS: Final = 205.0
"""A syllable at an unhurried pace: close to five a second, as guides in museums speak."""
LIPS: Final = frozenset("bpmf")
ROUNDED: Final = frozenset({"zh", "ch", "sh", "r"})
BUZZED: Final = frozenset({"zh", "ch", "sh", "r", "z", "c", "s"})
Position = tuple[Shape, float]
Way = tuple[Position, ...]
_AA: Final[Position] = ("aa", 1.0)
_OH: Final[Position] = ("oh", 0.9)
_OU: Final[Position] = ("ou", 0.9)
_IH: Final[Position] = ("ih", 0.8)
_EE: Final[Position] = ("ee", 0.8)
_V: Final[Position] = ("ou", 0.7)
_E: Final[Position] = ("ee", 0.6)
_N: Final[Position] = ("ih", 0.3)
_A: Final[Position] = ("aa", 0.5)
FINALS: Final[dict[str, Way]] = {
    "a": (_AA,), "o": (_OH,), "e": (_E,), "i": (_IH,), "u": (_OU,), "v": (_V,),
    "ai": (_AA, _IH), "ei": (_EE, _IH), "ao": (_AA, _OH), "ou": (_OH, _OU),
    "an": (_AA, _N), "en": (_E, _N), "ang": (_AA, _A),
    "eng": (_E, ("ee", 0.3)), "ong": (_OH, ("ou", 0.6)), "er": (("aa", 0.6), ("ee", 0.5)),
    "ia": (_IH, _AA), "ie": (_IH, _EE), "iao": (_IH, _AA, _OH), "iou": (_IH, _OH, _OU),
    "ian": (_IH, _EE, _N), "in": (_IH, _N), "iang": (_IH, _AA, _A),
    "ing": (_IH, ("ih", 0.4)), "iong": (_V, _OH), "ua": (_OU, _AA), "uo": (_OU, _OH),
    "uai": (_OU, _AA, _IH), "uei": (_OU, _EE, _IH), "uan": (_OU, _AA, _N),
    "uen": (_OU, _E), "uang": (_OU, _AA, _A), "ueng": (_OU, _E),
    "ve": (_V, _EE), "van": (_V, _EE, _N), "vn": (_V, _IH),
    "io": (_IH, _OH), "ê": (_EE,), "m": (("sil", 0.0),), "n": (_N,), "ng": (_N,),
}  # fmt: skip
"""Finals of standard Chinese (GB/T 16159; ``v`` is ü) as what the lips do one after the other."""
BUZZ: Final[Way] = (("ih", 0.45),)
"""The i of zhi, chi, shi, ri, zi, ci, si: teeth close together."""
UNKNOWN: Final[Way] = (("aa", 0.6),)


def beats(text: str) -> Iterator[Beat]:
    """The mouth for a run of Chinese characters, in whole words so that 银行 is yínháng."""
    finals = lazy_pinyin(text, style=Style.FINALS, strict=True, errors=_NONE)
    initials = lazy_pinyin(text, style=Style.INITIALS, strict=True, errors=_NONE)
    for initial, final in zip(initials, finals, strict=True):
        yield from _syllable(initial, final)


def _none(unread: str) -> list[str]:
    return [""] * len(unread)


_NONE: Final = cast("Callable[[str], str]", _none)
"""One syllable for each character, as the library takes it, though its types do not say so."""


def _syllable(initial: str, final: str) -> Iterator[Beat]:
    way = BUZZ if final == "i" and initial in BUZZED else FINALS.get(final, UNKNOWN)
    left = SYLLABLE_MS
    if initial in LIPS:
        yield Beat("ih", 0.1, LIPS_MS) if initial == "f" else Beat("sil", 0.0, LIPS_MS)
        left -= LIPS_MS
    elif initial:
        rounded = initial in ROUNDED or way[0][0] == "ou"
        yield Beat("ou" if rounded else "ih", 0.3, LIPS_MS)
        left -= LIPS_MS
    # The first position of a final is where its vowel is heard; what follows is a glide.
    shares = [1.0] if len(way) == 1 else [0.35, 0.65] if _glides(way) else _even(len(way))
    for (shape, weight), share in zip(way, shares, strict=True):
        yield Beat(shape, weight, left * share)


def _glides(way: Way) -> bool:
    return len(way) == 2 and way[0][0] in ("ih", "ou") and way[1][1] >= 0.6


def _even(count: int) -> list[float]:
    return [0.65, 0.35] if count == 2 else [0.25, 0.5, 0.25]
