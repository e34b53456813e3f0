"""One fault for every rule: what to change in a valid document, and the code that it must get."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from tests.scenes.exhibits.check.structure.documents import (
    PNG,
    Json,
    seeds,
)

GONE = object()
"""In place of a value: the property is taken out."""
DOCUMENTS = ("everything", "surfaces", "pointed", "quantized")


class Fault(NamedTuple):
    """Changes by JSON pointer, made to one of the documents; the code and where it is said."""

    code: str
    changes: Mapping[str, Any]
    at: str | None = None
    of: str = "everything"

    def document(self) -> Json:
        """The document with the fault in it."""
        json = seeds()[DOCUMENTS.index(self.of)]
        for pointer, value in self.changes.items():
            put(json, pointer, value)
        return json


def put(json: Any, pointer: str, value: Any) -> None:
    """Change one value; `-` stands for the end of an array."""
    *path, last = pointer.split("/")[1:]
    for step in path:
        json = json[int(step)] if isinstance(json, list) else json.setdefault(step, {})
    if isinstance(json, list) and last == "-":
        json.append(value)
    elif isinstance(json, list):
        json[int(last)] = value
    elif value is GONE:
        json.pop(last)
    else:
        json[last] = value


PRIMITIVE = "/meshes/0/primitives/0"
SKINNED = "/meshes/1/primitives/0"
NAN_SAFE = 1e300

SCHEMA = [
    Fault("TYPE_MISMATCH", {"/accessors/0/count": "3"}, "/accessors/0/count"),
    Fault("TYPE_MISMATCH", {"/accessors/0/count": True}, "/accessors/0/count"),
    Fault("TYPE_MISMATCH", {"/accessors/0/count": 1.5}, "/accessors/0/count"),
    Fault("TYPE_MISMATCH", {"/accessors/0/count": None}, "/accessors/0/count"),
    Fault("TYPE_MISMATCH", {"/accessors/0": None}, "/accessors/0"),
    Fault("TYPE_MISMATCH", {"/accessors": {}}, "/accessors"),
    Fault("TYPE_MISMATCH", {"/nodes/0/name": 1}, "/nodes/0/name"),
    Fault("TYPE_MISMATCH", {"/nodes/0/extensions": []}, "/nodes/0/extensions"),
    Fault("TYPE_MISMATCH", {"/nodes/0/extensions": {"FOO_bar": 1}}, "/nodes/0/extensions/FOO_bar"),
    Fault("TYPE_MISMATCH", {"/materials/0/doubleSided": 1}, "/materials/0/doubleSided"),
    Fault("TYPE_MISMATCH", {"/materials/0/normalTexture": 1}, "/materials/0/normalTexture"),
    Fault("TYPE_MISMATCH", {"/scenes/0/nodes": 3}, "/scenes/0/nodes"),
    Fault("TYPE_MISMATCH", {"/accessors/0/min": 3}, "/accessors/0/min"),
    Fault("TYPE_MISMATCH", {"/asset": []}, "/asset"),
    Fault("TYPE_MISMATCH", {"/buffers/0/uri": 3}, "/buffers/0/uri"),
    Fault("TYPE_MISMATCH", {"/images/0/mimeType": 3}, "/images/0/mimeType"),
    Fault("ARRAY_TYPE_MISMATCH", {"/nodes/1/translation": [0, "0", 0]}, "/nodes/1/translation"),
    Fault("ARRAY_TYPE_MISMATCH", {"/nodes/1/translation": [0, True, 0]}, "/nodes/1/translation"),
    Fault("ARRAY_TYPE_MISMATCH", {"/meshes/0/primitives": [1]}, "/meshes/0/primitives"),
    Fault("ARRAY_TYPE_MISMATCH", {f"{PRIMITIVE}/targets": [1]}, f"{PRIMITIVE}/targets"),
    Fault("ARRAY_TYPE_MISMATCH", {"/extensionsUsed": [1]}, "/extensionsUsed/0"),
    Fault("ARRAY_TYPE_MISMATCH", {"/accessors/3/min": [0.5]}, "/accessors/3/min"),
    Fault("ARRAY_LENGTH_NOT_IN_LIST", {"/nodes/1/scale": [1, 1]}, "/nodes/1/scale"),
    Fault("ARRAY_LENGTH_NOT_IN_LIST", {"/accessors/0/max": [1, 1]}, "/accessors/0/max"),
    Fault("ARRAY_LENGTH_NOT_IN_LIST", {"/accessors/3/max": [1, 1]}, "/accessors/3/max"),
    Fault("DUPLICATE_ELEMENTS", {"/scenes/0/nodes": [0, 3, 0]}, "/scenes/0/nodes/2"),
    Fault("DUPLICATE_ELEMENTS", {"/extensionsUsed/-": "FOO_bar"}, "/extensionsUsed/6"),
    Fault("EMPTY_ENTITY", {"/samplers": []}, "/samplers"),
    Fault("EMPTY_ENTITY", {"/nodes/0/children": []}, "/nodes/0/children"),
    Fault("EMPTY_ENTITY", {"/meshes/0/weights": []}, "/meshes/0/weights"),
    Fault("EMPTY_ENTITY", {f"{PRIMITIVE}/attributes": {}}, f"{PRIMITIVE}/attributes"),
    Fault("EMPTY_ENTITY", {f"{PRIMITIVE}/targets": []}, f"{PRIMITIVE}/targets"),
    Fault("EMPTY_ENTITY", {f"{PRIMITIVE}/targets": [{}, {}]}, f"{PRIMITIVE}/targets/0"),
    Fault("EMPTY_ENTITY", {"/extensionsUsed": []}, "/extensionsUsed"),
    Fault("EMPTY_ENTITY", {"/animations/0/channels": []}, "/animations/0/channels"),
    Fault("UNDEFINED_PROPERTY", {"/asset": GONE}, ""),
    Fault("UNDEFINED_PROPERTY", {"/asset/version": GONE}, "/asset"),
    Fault("UNDEFINED_PROPERTY", {"/accessors/0/componentType": GONE}, "/accessors/0"),
    Fault("UNDEFINED_PROPERTY", {"/skins/0/joints": GONE}, "/skins/0"),
    Fault("UNDEFINED_PROPERTY", {"/cameras/0/perspective": GONE}, "/cameras/0"),
    Fault("UNDEFINED_PROPERTY", {f"{PRIMITIVE}/attributes": GONE}, PRIMITIVE),
    Fault("UNEXPECTED_PROPERTY", {"/nodes/0/foo": 1}, "/nodes/0/foo"),
    Fault("UNEXPECTED_PROPERTY", {"/foo": 1}, "/foo"),
    Fault("INVALID_INDEX", {"/nodes/1/mesh": -1}, "/nodes/1/mesh"),
    Fault("INVALID_INDEX", {"/nodes/0/children": ["1"]}, "/nodes/0/children/0"),
    Fault(
        "INVALID_INDEX", {f"{PRIMITIVE}/attributes/NORMAL": -1}, f"{PRIMITIVE}/attributes/NORMAL"
    ),
    Fault("VALUE_NOT_IN_LIST", {"/samplers/0/wrapS": 1}, "/samplers/0/wrapS"),
    Fault("VALUE_NOT_IN_LIST", {"/materials/1/alphaMode": "DIM"}, "/materials/1/alphaMode"),
    Fault("VALUE_NOT_IN_LIST", {"/cameras/0/type": "fisheye"}, "/cameras/0/type"),
    Fault("VALUE_NOT_IN_LIST", {"/images/0/mimeType": "image/gif"}, "/images/0/mimeType"),
    Fault("VALUE_NOT_IN_RANGE", {"/accessors/0/count": 0}, "/accessors/0/count"),
    Fault("VALUE_NOT_IN_RANGE", {"/accessors/0/byteOffset": -4}, "/accessors/0/byteOffset"),
    Fault("VALUE_NOT_IN_RANGE", {"/bufferViews/15/byteStride": 2}, "/bufferViews/15/byteStride"),
    Fault("VALUE_NOT_IN_RANGE", {"/bufferViews/15/byteStride": 256}, "/bufferViews/15/byteStride"),
    Fault("VALUE_NOT_IN_RANGE", {"/cameras/0/perspective/znear": 0}, None),
    Fault("VALUE_NOT_IN_RANGE", {"/materials/0/emissiveFactor": [0, 2, 0]}, None),
    Fault("VALUE_NOT_IN_RANGE", {"/nodes/1/rotation": [0, 0, 0, 1.5]}, "/nodes/1/rotation/3"),
    Fault("VALUE_NOT_IN_RANGE", {f"{PRIMITIVE}/mode": 7}, f"{PRIMITIVE}/mode"),
    Fault("VALUE_MULTIPLE_OF", {"/bufferViews/15/byteStride": 18}, "/bufferViews/15/byteStride"),
    Fault("PATTERN_MISMATCH", {"/asset/version": "2"}, "/asset/version"),
    Fault("PATTERN_MISMATCH", {"/asset/version": "2.0\n"}, "/asset/version"),
    Fault("ONE_OF_MISMATCH", {"/images/0/uri": GONE}, "/images/0"),
    Fault("ONE_OF_MISMATCH", {"/cameras/0/orthographic": {}}, "/cameras/0"),
    Fault("INVALID_GL_VALUE", {"/accessors/3/max": [65536]}, "/accessors/3/max"),
    Fault("UNSATISFIED_DEPENDENCY", {"/accessors/5/byteOffset": 0}, "/accessors/5/byteOffset"),
    Fault("UNSATISFIED_DEPENDENCY", {"/extensionsUsed": GONE}, "/extensionsRequired"),
    Fault("UNSATISFIED_DEPENDENCY", {"/nodes/1/mesh": GONE}, "/nodes/1/weights"),
    Fault("UNSATISFIED_DEPENDENCY", {"/nodes/3/mesh": GONE}, "/nodes/3/skin"),
    Fault(
        "UNSATISFIED_DEPENDENCY",
        {"/images/0": {"bufferView": 5}},
        "/images/0/bufferView",
    ),
    Fault("UNRESOLVED_REFERENCE", {"/scene": 9}, "/scene"),
]
VERSIONS = [
    Fault("UNKNOWN_ASSET_MAJOR_VERSION", {"/asset/version": "1.0"}, "/asset/version"),
    Fault("UNKNOWN_ASSET_MAJOR_VERSION", {"/asset/version": "9" * 99 + ".0"}, "/asset/version"),
    Fault("UNKNOWN_ASSET_MINOR_VERSION", {"/asset/version": "2.1"}, "/asset/version"),
    Fault(
        "ASSET_MIN_VERSION_GREATER_THAN_VERSION", {"/asset/minVersion": "2.1"}, "/asset/minVersion"
    ),
]
UNRESOLVED = [
    Fault("UNRESOLVED_REFERENCE", {pointer: 99}, pointer)
    for pointer in (
        "/bufferViews/0/buffer",
        "/accessors/0/bufferView",
        "/accessors/5/sparse/indices/bufferView",
        "/accessors/5/sparse/values/bufferView",
        "/textures/0/source",
        "/textures/0/sampler",
        "/materials/0/pbrMetallicRoughness/baseColorTexture/index",
        "/materials/0/normalTexture/index",
        "/materials/0/emissiveTexture/index",
        f"{PRIMITIVE}/attributes/NORMAL",
        f"{PRIMITIVE}/indices",
        f"{PRIMITIVE}/material",
        f"{PRIMITIVE}/targets/0/POSITION",
        "/nodes/1/mesh",
        "/nodes/2/camera",
        "/nodes/3/skin",
        "/nodes/0/children/0",
        "/skins/0/joints/0",
        "/skins/0/skeleton",
        "/skins/0/inverseBindMatrices",
        "/animations/0/samplers/0/input",
        "/animations/0/samplers/0/output",
        "/animations/0/channels/0/target/node",
        "/scenes/0/nodes/0",
    )
]
BYTES = [
    Fault(
        "BUFFER_VIEW_TOO_LONG", {"/bufferViews/0/byteOffset": 10**6}, "/bufferViews/0/byteOffset"
    ),
    Fault(
        "BUFFER_VIEW_TOO_LONG", {"/bufferViews/0/byteLength": 10**6}, "/bufferViews/0/byteLength"
    ),
    Fault(
        "BUFFER_VIEW_TOO_LONG", {"/bufferViews/0/byteLength": 2**64}, "/bufferViews/0/byteLength"
    ),
    Fault("BUFFER_VIEW_TOO_BIG_BYTE_STRIDE", {"/bufferViews/5/byteStride": 4}, None),
    Fault("BUFFER_VIEW_INVALID_BYTE_STRIDE", {"/bufferViews/3/byteStride": 4}, None),
    Fault("BUFFER_VIEW_TARGET_OVERRIDE", {"/bufferViews/0/target": 34963}, None),
    Fault("BUFFER_VIEW_TARGET_OVERRIDE", {"/bufferViews/3/target": 34962}, f"{PRIMITIVE}/indices"),
    Fault("ACCESSOR_OFFSET_ALIGNMENT", {"/accessors/0/byteOffset": 2}, "/accessors/0/byteOffset"),
    Fault("ACCESSOR_TOTAL_OFFSET_ALIGNMENT", {"/bufferViews/1/byteOffset": 38}, "/accessors/1"),
    Fault("ACCESSOR_TOO_LONG", {"/accessors/0/count": 4}, "/accessors/0"),
    Fault("ACCESSOR_TOO_LONG", {"/accessors/0/count": 2**63}, "/accessors/0"),
    Fault("ACCESSOR_TOO_LONG", {"/accessors/0/byteOffset": 40}, "/accessors/0/byteOffset"),
    Fault("ACCESSOR_SMALL_BYTESTRIDE", {"/bufferViews/15/byteStride": 8}, "/accessors/14"),
    Fault("ACCESSOR_NORMALIZED_INVALID", {"/accessors/0/normalized": True}, None),
    Fault(
        "ACCESSOR_MATRIX_ALIGNMENT",
        {
            "/accessors/-": {
                "bufferView": 14,
                "byteOffset": 2,
                "componentType": 5122,
                "count": 1,
                "type": "MAT2",
            }
        },
        "/accessors/16/byteOffset",
    ),
    Fault("ACCESSOR_SPARSE_COUNT_OUT_OF_RANGE", {"/accessors/5/sparse/count": 4}, None),
    Fault("ACCESSOR_TOO_LONG", {"/accessors/5/sparse/count": 2}, "/accessors/5/sparse/values"),
    Fault(
        "BUFFER_VIEW_INVALID_BYTE_STRIDE",
        {"/accessors/5/sparse/values/bufferView": 15},
        "/accessors/5/sparse/values/bufferView",
    ),
    Fault("ACCESSOR_USAGE_OVERRIDE", {"/animations/0/samplers/0/output": 9}, None),
    Fault(
        "IMAGE_BUFFER_VIEW_WITH_BYTESTRIDE",
        {"/images/-": {"bufferView": 15, "mimeType": "image/png"}},
        "/images/1/bufferView",
    ),
    Fault(
        "TEXTURE_INVALID_IMAGE_MIME_TYPE",
        {"/images/0": {"uri": PNG, "mimeType": "image/bmp"}},
        "/textures/0/source",
    ),
]
CAMERAS = [
    Fault("CAMERA_XMAG_YMAG_ZERO", {"/cameras/1/orthographic/xmag": 0}, None),
    Fault("CAMERA_XMAG_YMAG_NEGATIVE", {"/cameras/1/orthographic/ymag": -1}, None),
    Fault("CAMERA_YFOV_GEQUAL_PI", {"/cameras/0/perspective/yfov": 4}, "/cameras/0/perspective"),
    Fault("CAMERA_ZFAR_LEQUAL_ZNEAR", {"/cameras/0/perspective/zfar": 0.1}, None),
]
MESHES = [
    Fault("MATERIAL_ALPHA_CUTOFF_INVALID_MODE", {"/materials/1/alphaCutoff": 0.5}, None),
    Fault("MESH_INVALID_WEIGHTS_COUNT", {"/meshes/0/weights": [1]}, "/meshes/0/weights"),
    Fault(
        "MESH_PRIMITIVES_UNEQUAL_TARGETS_COUNT",
        {"/meshes/0/primitives/-": {"attributes": {"POSITION": 0}}},
        "/meshes/0/primitives/1",
    ),
    Fault("MESH_PRIMITIVE_ACCESSOR_UNALIGNED", {"/accessors/15/byteOffset": 11}, None),
    Fault(
        "MESH_PRIMITIVE_ACCESSOR_WITHOUT_BYTESTRIDE",
        {"/bufferViews/15/byteStride": GONE},
        f"{SKINNED}/attributes/COLOR_0",
    ),
    Fault(
        "MESH_PRIMITIVE_ATTRIBUTES_ACCESSOR_INVALID_FORMAT",
        {f"{PRIMITIVE}/attributes/TEXCOORD_0": 0},
        f"{PRIMITIVE}/attributes/TEXCOORD_0",
    ),
    Fault(
        "MESH_PRIMITIVE_ATTRIBUTES_ACCESSOR_UNSIGNED_INT",
        {f"{SKINNED}/attributes/_OURS": 4, "/accessors/4/componentType": 5125},
        f"{SKINNED}/attributes/_OURS",
    ),
    Fault(
        "MESH_PRIMITIVE_GENERATED_TANGENT_SPACE", {f"{PRIMITIVE}/attributes/TANGENT": GONE}, None
    ),
    Fault("MESH_PRIMITIVE_INCOMPATIBLE_MODE", {f"{PRIMITIVE}/mode": 1}, PRIMITIVE),
    Fault(
        "MESH_PRIMITIVE_INDEXED_SEMANTIC_CONTINUITY",
        {f"{PRIMITIVE}/attributes/TEXCOORD_2": 2},
        f"{PRIMITIVE}/attributes",
    ),
    Fault(
        "MESH_PRIMITIVE_INDEXED_SEMANTIC_CONTINUITY",
        {f"{PRIMITIVE}/attributes/TEXCOORD_" + "9" * 5000: 2},
        f"{PRIMITIVE}/attributes",
    ),
    Fault(
        "MESH_PRIMITIVE_INDICES_ACCESSOR_INVALID_FORMAT",
        {"/accessors/3/componentType": 5122},
        f"{PRIMITIVE}/indices",
    ),
    Fault(
        "MESH_PRIMITIVE_INDICES_ACCESSOR_WITH_BYTESTRIDE", {"/bufferViews/3/byteStride": 4}, None
    ),
    *(
        Fault("MESH_PRIMITIVE_INVALID_ATTRIBUTE", {f"{PRIMITIVE}/attributes/{name}": 2}, None)
        for name in ("UV", "TEXCOORD", "TEXCOORD_", "TEXCOORD_01", "TEXCOORD_1_2", "TEXCOORD_²")
    ),
    Fault("MESH_PRIMITIVE_INVALID_ATTRIBUTE", {f"{PRIMITIVE}/targets/0/JOINTS_0": 7}, None),
    Fault(
        "MESH_PRIMITIVE_JOINTS_WEIGHTS_MISMATCH",
        {f"{SKINNED}/attributes/WEIGHTS_0": GONE},
        f"{SKINNED}/attributes",
    ),
    Fault(
        "MESH_PRIMITIVE_MORPH_TARGET_INVALID_ATTRIBUTE_COUNT",
        {f"{PRIMITIVE}/targets/0/NORMAL": 10},
        f"{PRIMITIVE}/targets/0/NORMAL",
    ),
    Fault(
        "MESH_PRIMITIVE_MORPH_TARGET_NO_BASE_ACCESSOR",
        {f"{PRIMITIVE}/attributes/NORMAL": GONE},
        f"{PRIMITIVE}/targets/0/NORMAL",
    ),
    Fault("MESH_PRIMITIVE_NO_POSITION", {f"{SKINNED}/attributes/POSITION": GONE}, None),
    Fault(
        "MESH_PRIMITIVE_NO_TANGENT_SPACE",
        {
            "/materials/0/normalTexture": GONE,
            "/meshes/0/primitives/0/attributes/TANGENT": GONE,
        },
        f"{PRIMITIVE}/material",
        "surfaces",
    ),
    Fault(
        "MESH_PRIMITIVE_POSITION_ACCESSOR_WITHOUT_BOUNDS",
        {"/accessors/0/min": GONE},
        f"{PRIMITIVE}/attributes/POSITION",
    ),
    Fault("MESH_PRIMITIVE_TANGENT_WITHOUT_NORMAL", {f"{PRIMITIVE}/attributes/NORMAL": GONE}, None),
    Fault("MESH_PRIMITIVE_TOO_FEW_TEXCOORDS", {"/materials/0/emissiveTexture/texCoord": 1}, None),
    Fault(
        "MESH_PRIMITIVE_UNEQUAL_ACCESSOR_COUNT",
        {"/accessors/1/count": 2},
        f"{PRIMITIVE}/attributes/NORMAL",
    ),
]
NODES = [
    Fault("NODE_LOOP", {"/nodes/6/children": [4]}, "/nodes/4"),
    Fault("NODE_LOOP", {"/nodes/6/children": [6]}, "/nodes/6"),
    Fault("NODE_PARENT_OVERRIDE", {"/nodes/4/children": [5, 1]}, "/nodes/4/children/1"),
    Fault("NODE_MATRIX_NON_TRS", {"/nodes/2/matrix": [0] * 15 + [1]}, "/nodes/2/matrix"),
    Fault(
        "NODE_MATRIX_NON_TRS",
        {"/nodes/2/matrix": [1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]},
        "/nodes/2/matrix",
    ),
    Fault("NODE_MATRIX_NON_TRS", {"/nodes/2/matrix/3": 1}, "/nodes/2/matrix"),
    Fault("NODE_MATRIX_NON_TRS", {"/nodes/2/matrix/0": NAN_SAFE}, "/nodes/2/matrix"),
    Fault("NODE_MATRIX_TRS", {"/nodes/2/scale": [1, 1, 1]}, "/nodes/2/matrix"),
    Fault("NODE_SKINNED_MESH_LOCAL_TRANSFORMS", {"/nodes/3/scale": [2, 1, 1]}, "/nodes/3"),
    Fault("NODE_SKINNED_MESH_NON_ROOT", {"/nodes/0/children": [1, 2, 3]}, "/nodes/3"),
    Fault("NODE_SKINNED_MESH_WITHOUT_SKIN", {"/nodes/3/skin": GONE}, "/nodes/3"),
    Fault("NODE_SKIN_NO_SCENE", {"/scenes/0/nodes": [0, 3]}, "/nodes/3"),
    Fault("NODE_SKIN_WITH_NON_SKINNED_MESH", {"/nodes/1/skin": 0}, "/nodes/1"),
    Fault("NODE_WEIGHTS_INVALID", {"/nodes/1/weights": [1]}, "/nodes/1/weights"),
    Fault("NODE_WEIGHTS_INVALID", {"/nodes/3/weights": [1]}, "/nodes/3/weights"),
    Fault("ROTATION_NON_UNIT", {"/nodes/1/rotation": [0, 0, 0, 0.98]}, "/nodes/1/rotation"),
    Fault("SCENE_NON_ROOT_NODE", {"/scenes/0/nodes": [0, 1, 3, 4]}, "/scenes/0/nodes/1"),
    Fault("SKIN_NO_COMMON_ROOT", {"/skins/0/joints": [1, 5]}, "/skins/0/joints"),
    Fault("SKIN_SKELETON_INVALID", {"/skins/0/skeleton": 6}, "/skins/0/skeleton"),
    Fault("SKIN_IBM_INVALID_FORMAT", {"/accessors/13/type": "VEC4"}, None),
    Fault("SKIN_IBM_ACCESSOR_WITH_BYTESTRIDE", {"/bufferViews/14/byteStride": 64}, None),
    Fault("INVALID_IBM_ACCESSOR_COUNT", {"/accessors/13/count": 1}, None),
]
TARGET = "/animations/0/channels/0/target"
ANIMATIONS = [
    Fault("ANIMATION_CHANNEL_TARGET_NODE_MATRIX", {f"{TARGET}/node": 2}, TARGET),
    Fault("ANIMATION_CHANNEL_TARGET_NODE_SKIN", {f"{TARGET}/node": 3}, f"{TARGET}/path"),
    Fault(
        "ANIMATION_CHANNEL_TARGET_NODE_WEIGHTS_NO_MORPHS",
        {"/animations/0/channels/2/target/node": 3},
        "/animations/0/channels/2/target",
    ),
    Fault(
        "ANIMATION_DUPLICATE_TARGETS",
        {"/animations/0/channels/3/target": {"node": 1, "path": "translation"}},
        TARGET,
    ),
    Fault("ANIMATION_SAMPLER_ACCESSOR_WITH_BYTESTRIDE", {"/bufferViews/10/byteStride": 4}, None),
    Fault(
        "ANIMATION_SAMPLER_INPUT_ACCESSOR_INVALID_FORMAT",
        {"/accessors/9/componentType": 5125},
        "/animations/0/samplers/0/input",
    ),
    Fault(
        "ANIMATION_SAMPLER_INPUT_ACCESSOR_WITHOUT_BOUNDS",
        {"/accessors/9/max": GONE},
        "/animations/0/samplers/0/input",
    ),
    Fault(
        "ANIMATION_SAMPLER_INPUT_ACCESSOR_TOO_FEW_ELEMENTS",
        {"/accessors/9/count": 1, "/animations/0/samplers/0/interpolation": "CUBICSPLINE"},
        "/animations/0/samplers/0/input",
    ),
    Fault(
        "ANIMATION_SAMPLER_OUTPUT_ACCESSOR_INVALID_COUNT",
        {"/accessors/12/count": 3},
        "/animations/0/channels/2/sampler",
    ),
    Fault(
        "ANIMATION_SAMPLER_OUTPUT_ACCESSOR_INVALID_FORMAT",
        {f"{TARGET}/path": "rotation"},
        "/animations/0/channels/0/sampler",
    ),
]
CORE = [*SCHEMA, *VERSIONS, *UNRESOLVED, *BYTES, *CAMERAS, *MESHES, *NODES, *ANIMATIONS]

LIGHTS = "/extensions/KHR_lights_punctual/lights"
VARIANTS = f"{PRIMITIVE}/extensions/KHR_materials_variants/mappings"
SURFACE = "/materials/0/extensions"
EXTENSIONS = [
    Fault("INVALID_EXTENSION_NAME_FORMAT", {"/extensionsUsed/-": "foo"}, "/extensionsUsed/6"),
    Fault("UNDECLARED_EXTENSION", {"/extensionsUsed/5": "FOO_baz"}, "/extensions/FOO_bar"),
    Fault("NON_REQUIRED_EXTENSION", {"/extensionsRequired": ["FOO_bar"]}, "/extensionsUsed/4"),
    Fault(
        "UNUSED_EXTENSION_REQUIRED", {"/extensionsRequired/-": "FOO_baz"}, "/extensionsRequired/1"
    ),
    Fault(
        "UNEXPECTED_EXTENSION_OBJECT",
        {"/nodes/0/extensions": {"KHR_texture_transform": {}}},
        "/nodes/0/extensions/KHR_texture_transform",
    ),
    Fault(
        "MULTIPLE_EXTENSIONS",
        {f"{SURFACE}/KHR_materials_unlit": {}},
        f"{SURFACE}/KHR_materials_unlit",
        "surfaces",
    ),
    Fault(
        "KHR_LIGHTS_PUNCTUAL_LIGHT_SPOT_ANGLES",
        {f"{LIGHTS}/0/spot/innerConeAngle": 0.5},
        f"{LIGHTS}/0/spot/outerConeAngle",
    ),
    Fault("UNDEFINED_PROPERTY", {f"{LIGHTS}/0/spot": GONE}, f"{LIGHTS}/0"),
    Fault("VALUE_NOT_IN_RANGE", {f"{LIGHTS}/0/range": 0}, f"{LIGHTS}/0/range"),
    Fault("VALUE_NOT_IN_RANGE", {f"{LIGHTS}/0/spot/outerConeAngle": 1.6}, None),
    Fault(
        "UNRESOLVED_REFERENCE",
        {"/nodes/5/extensions/KHR_lights_punctual/light": 3},
        "/nodes/5/extensions/KHR_lights_punctual/light",
    ),
    Fault(
        "UNSATISFIED_DEPENDENCY",
        {"/extensions/KHR_lights_punctual": GONE},
        "/nodes/5/extensions/KHR_lights_punctual",
    ),
    Fault("UNSATISFIED_DEPENDENCY", {"/extensions/KHR_materials_variants": GONE}, f"{VARIANTS}/0"),
    Fault(
        "KHR_MATERIALS_VARIANTS_NON_UNIQUE_VARIANT",
        {f"{VARIANTS}/1/variants": [0]},
        f"{VARIANTS}/1/variants/0",
    ),
    Fault("UNRESOLVED_REFERENCE", {f"{VARIANTS}/1/variants": [2]}, f"{VARIANTS}/1/variants/0"),
    Fault("UNRESOLVED_REFERENCE", {f"{VARIANTS}/1/material": 2}, f"{VARIANTS}/1/material"),
    Fault(
        "MESH_PRIMITIVE_TOO_FEW_TEXCOORDS",
        {"/materials/1/emissiveTexture": {"index": 0, "texCoord": 1}},
        f"{VARIANTS}/1/material",
    ),
    Fault(
        "MESH_PRIMITIVE_TOO_FEW_TEXCOORDS",
        {
            "/materials/0/pbrMetallicRoughness/baseColorTexture"
            "/extensions/KHR_texture_transform/texCoord": 1
        },
        f"{PRIMITIVE}/material",
    ),
    Fault(
        "KHR_MATERIALS_ANISOTROPY_ANISOTROPY_TEXTURE_TEXCOORD",
        {f"{SURFACE}/KHR_materials_anisotropy/anisotropyTexture/texCoord": 0},
        None,
        "surfaces",
    ),
    Fault(
        "KHR_MATERIALS_CLEARCOAT_CLEARCOAT_NORMAL_TEXTURE_TEXCOORD",
        {"/materials/0/name": "as it is"},
        f"{SURFACE}/KHR_materials_clearcoat/clearcoatNormalTexture",
        "surfaces",
    ),
    Fault("KHR_MATERIALS_EMISSIVE_STRENGTH_ZERO_FACTOR", {"/scene": 0}, None, "surfaces"),
    Fault("KHR_MATERIALS_VOLUME_DOUBLE_SIDED", {"/scene": 0}, None, "surfaces"),
    Fault(
        "KHR_MATERIALS_VOLUME_NO_TRANSMISSION",
        {f"{SURFACE}/KHR_materials_transmission": GONE},
        None,
        "surfaces",
    ),
    Fault(
        "KHR_MATERIALS_DISPERSION_NO_VOLUME",
        {f"{SURFACE}/KHR_materials_volume": GONE},
        None,
        "surfaces",
    ),
    *(
        Fault("VALUE_NOT_IN_RANGE", {f"{SURFACE}/KHR_materials_{name}": value}, None, "surfaces")
        for name, value in (
            ("anisotropy/anisotropyStrength", 1.1),
            ("clearcoat/clearcoatFactor", -0.1),
            ("dispersion/dispersion", -1),
            ("emissive_strength/emissiveStrength", -1),
            ("ior/ior", 0.9),
            ("iridescence/iridescenceIor", 0.5),
            ("sheen/sheenColorFactor", [2, 0, 0]),
            ("specular/specularFactor", 2),
            ("transmission/transmissionFactor", 2),
            ("volume/attenuationDistance", 0),
        )
    ),
    *(
        Fault(
            "UNRESOLVED_REFERENCE",
            {f"{SURFACE}/KHR_materials_{name}/index": 9},
            f"{SURFACE}/KHR_materials_{name}/index",
            "surfaces",
        )
        for name in (
            "anisotropy/anisotropyTexture",
            "clearcoat/clearcoatRoughnessTexture",
            "iridescence/iridescenceThicknessTexture",
            "sheen/sheenColorTexture",
            "specular/specularColorTexture",
            "transmission/transmissionTexture",
            "volume/thicknessTexture",
        )
    ),
    Fault(
        "VALUE_NOT_IN_RANGE",
        {"/materials/1/extensions/KHR_materials_pbrSpecularGlossiness/glossinessFactor": 2},
        None,
        "surfaces",
    ),
    Fault(
        "UNRESOLVED_REFERENCE",
        {"/textures/0/extensions/EXT_texture_webp/source": 9},
        "/textures/0/extensions/EXT_texture_webp/source",
        "surfaces",
    ),
    Fault(
        "TEXTURE_INVALID_IMAGE_MIME_TYPE",
        {"/textures/0/extensions/EXT_texture_webp/source": 0},
        "/textures/0/extensions/EXT_texture_webp/source",
        "surfaces",
    ),
    Fault(
        "KHR_ANIMATION_POINTER_ANIMATION_CHANNEL_TARGET_NODE",
        {f"{TARGET}/node": 0},
        f"{TARGET}/extensions/KHR_animation_pointer",
        "pointed",
    ),
    Fault(
        "KHR_ANIMATION_POINTER_ANIMATION_CHANNEL_TARGET_PATH",
        {f"{TARGET}/path": "weights"},
        f"{TARGET}/extensions/KHR_animation_pointer",
        "pointed",
    ),
    Fault(
        "PATTERN_MISMATCH",
        {f"{TARGET}/extensions/KHR_animation_pointer/pointer": "/a~2"},
        f"{TARGET}/extensions/KHR_animation_pointer/pointer",
        "pointed",
    ),
    Fault(
        "MESH_PRIMITIVE_ATTRIBUTES_ACCESSOR_INVALID_FORMAT",
        {"/extensionsUsed": ["FOO_bar"], "/extensionsRequired": GONE},
        f"{PRIMITIVE}/attributes/POSITION",
        "quantized",
    ),
]
