"""Mouth shapes of English: letters to sounds by rules, and words that no rule reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from avatars.guides.speech.mouth import LIPS_MS, Beat, Shape

VOWEL_MS: Final = 115.0
CONSONANT_MS: Final = 55.0
Sound = tuple[tuple[Shape, float], ...]
_AY: Sound = (("ee", 0.8), ("ih", 0.6))
_EYE: Sound = (("aa", 0.9), ("ih", 0.6))
_OWE: Sound = (("oh", 0.9), ("ou", 0.7))
_OW: Sound = (("aa", 0.9), ("ou", 0.7))
_OY: Sound = (("oh", 0.9), ("ih", 0.6))
_EE: Sound = (("ih", 0.8),)
_OO: Sound = (("ou", 0.9),)
_AW: Sound = (("oh", 0.9),)
_ER: Sound = (("ee", 0.5),)
_AIR: Sound = (("ee", 0.8), ("ee", 0.4))
_AH: Sound = (("aa", 1.0),)
_UH: Sound = (("aa", 0.5),)
GROUPS: Final[tuple[tuple[str, Sound], ...]] = (
    ("eigh", _AY), ("ough", _OWE), ("augh", _AW), ("tion", (("ou", 0.4), ("ee", 0.4))),
    ("sion", (("ou", 0.4), ("ee", 0.4))), ("igh", _EYE), ("eau", _OWE), ("air", _AIR),
    ("are", _AIR), ("ear", (("ih", 0.8), ("ee", 0.4))), ("eer", (("ih", 0.8), ("ee", 0.4))),
    ("our", _OW), ("oor", _AW), ("ore", _AW), ("ure", (("ou", 0.7), ("ee", 0.4))),
    ("ee", _EE), ("ea", _EE), ("ie", _EE), ("ei", _EE), ("ey", _EE), ("oo", _OO), ("ou", _OW),
    ("ow", _OWE), ("oa", _OWE), ("oe", _OWE), ("ai", _AY), ("ay", _AY), ("oi", _OY), ("oy", _OY),
    ("au", _AW), ("aw", _AW), ("ue", _OO), ("ui", _OO), ("ew", _OO), ("ar", _AH), ("er", _ER),
    ("ir", _ER), ("ur", _ER), ("or", _AW), ("a", (("aa", 0.8),)), ("e", (("ee", 0.7),)),
    ("i", (("ih", 0.7),)), ("o", (("oh", 0.8),)), ("u", (("aa", 0.6),)), ("y", (("ih", 0.7),)),
)  # fmt: skip
"""What vowels sound like, the longest spelling first."""
LONG: Final[dict[str, Sound]] = {"a": _AY, "e": _EE, "i": _EYE, "o": _OWE, "u": _OO, "y": _EYE}
"""A vowel before one consonant and a silent e: *rate*, *site*, *zone*."""
CONSONANTS: Final[tuple[tuple[str, Sound], ...]] = (
    ("tch", (("ou", 0.35),)), ("sch", (("ih", 0.25),)), ("sh", (("ou", 0.35),)),
    ("ch", (("ou", 0.35),)), ("th", (("ih", 0.25),)), ("ph", (("ih", 0.1),)),
    ("wh", (("ou", 0.5),)), ("ck", (("ih", 0.2),)), ("ng", (("ih", 0.2),)), ("gh", ()),
    ("qu", (("ou", 0.6),)), ("kn", (("ih", 0.2),)), ("wr", (("ou", 0.4),)), ("w", (("ou", 0.5),)),
    ("b", (("sil", 0.0),)), ("p", (("sil", 0.0),)), ("m", (("sil", 0.0),)), ("f", (("ih", 0.1),)),
    ("v", (("ih", 0.1),)), ("r", (("ou", 0.35),)), ("j", (("ou", 0.35),)),
)  # fmt: skip
OTHER: Final[Sound] = (("ih", 0.22),)
ODD: Final[dict[str, tuple[Sound, ...]]] = {
    "the": (OTHER, _UH), "a": (_UH,), "of": (_UH, (("ih", 0.1),)), "to": (OTHER, _OO),
    "do": (OTHER, _OO), "you": (_OO,), "your": (_AW,), "one": ((("ou", 0.5),), _UH, OTHER),
    "two": (OTHER, _OO), "who": (_OO,), "are": (_AH,), "was": ((("ou", 0.5),), _AW, OTHER),
    "what": ((("ou", 0.5),), _AW, OTHER), "people": ((("sil", 0.0),), _EE, (("sil", 0.0),), _UH),
    "some": (OTHER, _UH, (("sil", 0.0),)), "i": (_EYE,), "we": ((("ou", 0.5),), _EE),
    "he": (_EE,), "she": ((("ou", 0.35),), _EE), "me": ((("sil", 0.0),), _EE),
    "be": ((("sil", 0.0),), _EE), "have": (OTHER, _AH, (("ih", 0.1),)), "eye": (_EYE,),
    "four": ((("ih", 0.1),), _AW), "eight": (_AY, OTHER), "been": ((("sil", 0.0),), _EE, OTHER),
    "said": (OTHER, (("ee", 0.7),), OTHER), "there": (OTHER, _AIR), "their": (OTHER, _AIR),
    "here": (OTHER, _EE, _ER), "were": ((("ou", 0.5),), _ER),
    "floor": ((("ih", 0.1),), OTHER, _AW),
    "now": (OTHER, _OW), "how": (_OW,), "town": (OTHER, _OW, OTHER),
    "power": ((("sil", 0.0),), _OW, _ER),
    "tower": (OTHER, _OW, _ER), "move": ((("sil", 0.0),), _OO, (("ih", 0.1),)),
    "company": (OTHER, _UH, (("sil", 0.0),), _UH, OTHER, _EE),
}  # fmt: skip
"""Common words that the rules would read wrongly."""
NAMES: Final[dict[str, tuple[Sound, ...]]] = {
    "a": (_AY,), "b": ((("sil", 0.0),), _EE), "c": (OTHER, _EE), "d": (OTHER, _EE), "e": (_EE,),
    "f": ((("ee", 0.7),), (("ih", 0.1),)), "g": ((("ou", 0.35),), _EE), "h": (_AY, (("ou", 0.35),)),
    "i": (_EYE,), "j": ((("ou", 0.35),), _AY), "k": (OTHER, _AY), "l": ((("ee", 0.7),), OTHER),
    "m": ((("ee", 0.7),), (("sil", 0.0),)), "n": ((("ee", 0.7),), OTHER), "o": (_OWE,),
    "p": ((("sil", 0.0),), _EE), "q": (OTHER, _OO), "r": (_AH,), "s": ((("ee", 0.7),), OTHER),
    "t": (OTHER, _EE), "u": (_OO,), "v": ((("ih", 0.1),), _EE),
    "w": (OTHER, _UH, (("sil", 0.0),), _OO),
    "x": ((("ee", 0.7),), OTHER), "y": ((("ou", 0.5),), _EYE),
    "z": (OTHER, _EE),
}  # fmt: skip
"""Letters by their names, as abbreviations are read."""
VOWELS: Final = frozenset("aeiouy")
SPELLED: Final = re.compile(r"[A-Z]{2,5}|[A-Z]|[^aeiouyAEIOUY]{1,4}")
"""What is read letter by letter: VR, AI, kW, m."""
PRONOUNCED: Final = frozenset({"PARK", "OPEN", "A", "I"})
_SILENT_E: Final = re.compile(r"([aeiouy])([bcdfgklmnprstvz])e(s|d)?$")


def beats(word: str) -> Iterator[Beat]:
    """The mouth for one word of Latin letters."""
    if SPELLED.fullmatch(word) and word not in PRONOUNCED:
        for letter in word.lower():
            yield from _all(NAMES.get(letter, ()))
    else:
        yield from _all(sounds(word.lower()))


def sounds(word: str) -> tuple[Sound, ...]:
    """The sounds of a word in small letters."""
    if word in ODD:
        return ODD[word]
    silent = _SILENT_E.search(word)
    if silent is None or len(word) <= 3:
        return tuple(_read(_without_end(word)))
    vowel = LONG[silent[1]]
    return (*_read(word[: silent.start()]), vowel, *_read(silent[2]))


def _without_end(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("e") and word[-2] not in VOWELS else word


def _read(text: str) -> Iterator[Sound]:
    at = 0
    while at < len(text):
        begins_softly = text[at] == "y" and at == 0 and len(text) > 1
        table = GROUPS if text[at] in VOWELS and not begins_softly else CONSONANTS
        spelling, sound = next(
            ((s, found) for s, found in table if text.startswith(s, at)), (text[at], OTHER)
        )
        doubled = text[at : at + 1] == text[at + 1 : at + 2] and table is CONSONANTS
        yield sound
        at += len(spelling) + doubled


def _all(sounds_: tuple[Sound, ...]) -> Iterator[Beat]:
    for sound in sounds_:
        yield from _one(sound)


def _one(sound: Sound) -> Iterator[Beat]:
    if sound and sound[0][0] == "sil":
        yield Beat("sil", 0.0, LIPS_MS)
        return
    heard = max((weight for _, weight in sound), default=0.0)
    ms = VOWEL_MS if heard >= 0.45 else CONSONANT_MS
    for shape, weight in sound:
        yield Beat(shape, weight, ms / len(sound) if len(sound) > 1 else ms)
