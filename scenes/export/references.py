"""Which numbers in a glTF 2.0 document are indices, and into which table they point.

A rule says what a JSON value is: the name of a table for an index, `[rule]` for a list, and a dict
of rules for an object, whose keys may be `*` (any) or `*Texture` (any that ends so: every texture
info of core glTF and of the KHR_materials_* extensions is named like that). What no rule mentions
is not an index. Extensions without a rule are looked at by `points_somewhere`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

Rule = str | list[Any] | Mapping[str, Any]

_TEXTURE: Final = {"*Texture": {"index": "textures"}}
_IMAGE: Final = {"source": "images"}
_ATTRIBUTES: Final = {"*": "accessors"}

_PRIMITIVE: Final[Rule] = {
    "attributes": _ATTRIBUTES,
    "indices": "accessors",
    "material": "materials",
    "targets": [_ATTRIBUTES],
    "extensions": {
        # The draco attributes are numbers of the compressed stream, not accessors.
        "KHR_draco_mesh_compression": {"bufferView": "bufferViews"},
        "KHR_materials_variants": {
            "mappings": [{"material": "materials", "variants": ["variants"]}]
        },
    },
}

RULES: Final[Mapping[str, Rule]] = {
    "accessors": {
        "bufferView": "bufferViews",
        "sparse": {
            "indices": {"bufferView": "bufferViews"},
            "values": {"bufferView": "bufferViews"},
        },
    },
    "images": {"bufferView": "bufferViews"},
    "textures": {
        "sampler": "samplers",
        "source": "images",
        "extensions": {
            "EXT_texture_avif": _IMAGE,
            "EXT_texture_webp": _IMAGE,
            "KHR_texture_basisu": _IMAGE,
            "MSFT_texture_dds": _IMAGE,
        },
    },
    "materials": {**_TEXTURE, "pbrMetallicRoughness": _TEXTURE, "extensions": {"*": _TEXTURE}},
    "meshes": {"primitives": [_PRIMITIVE]},
    "nodes": {
        "children": ["nodes"],
        "mesh": "meshes",
        "skin": "skins",
        "camera": "cameras",
        "extensions": {
            "EXT_mesh_gpu_instancing": {"attributes": _ATTRIBUTES},
            "KHR_lights_punctual": {"light": "lights"},
        },
    },
    "skins": {"inverseBindMatrices": "accessors", "skeleton": "nodes", "joints": ["nodes"]},
    "animations": {
        "samplers": [{"input": "accessors", "output": "accessors"}],
        "channels": [{"target": {"node": "nodes", "extensions": {"KHR_animation_pointer": {}}}}],
    },
    "cameras": {},
    "samplers": {},
    "lights": {},
}

NOUNS: Final = frozenset(
    """
    accessor accessors animation animations attributes buffer buffers bufferView bufferViews camera
    cameras emitter emitters ids image images index indices input joint joints light lights material
    materials mesh meshes node nodes output packet sampler samplers scene skeleton skin skins source
    sources texture textures variant variants
    """.split()  # noqa: SIM905 - a list of this many words is read as words
)
"""Keys under which extensions that we do not know are likely to keep indices."""


def rule_for(rules: Mapping[str, Any], key: str) -> Rule | None:
    """The rule for a key: its own, that of its ending, or the one for any."""
    if key in rules:
        found: Rule = rules[key]
        return found
    if key.endswith("Texture") and "*Texture" in rules:
        return _texture_rule(rules)
    return rules.get("*")


def _texture_rule(rules: Mapping[str, Any]) -> Rule:
    found: Rule = rules["*Texture"]
    return found


def points_somewhere(value: Any, rules: Rule | None = None) -> bool:
    """Whether an extension's value seems to hold indices that `rules` do not explain."""
    if isinstance(value, list):
        return any(points_somewhere(item) for item in value)
    if not isinstance(value, dict):
        return False
    for key, item in value.items():
        explained = isinstance(rules, Mapping) and rule_for(rules, key) is not None
        if not explained and ((key in NOUNS and _has_number(item)) or points_somewhere(item)):
            return True
    return False


def _has_number(value: Any) -> bool:
    if isinstance(value, list):
        return any(map(_has_number, value))
    if isinstance(value, dict):
        return any(map(_has_number, value.values()))
    return isinstance(value, int) and not isinstance(value, bool)
