"""Words for findings about extensions."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

DECLARED: Final = {
    "INVALID_EXTENSION_NAME_FORMAT": (
        "扩展名应写成“前缀_名称”的形式",
        "The name of an extension should be of the form PREFIX_name",
    ),
    "MULTIPLE_EXTENSIONS": (
        "这个扩展可能与同一对象上的其他扩展冲突",
        "This extension may not go together with others of the same object",
    ),
    "NON_REQUIRED_EXTENSION": (
        "这个扩展必须列在 extensionsRequired 里。请重新导出",
        "This extension must be listed in extensionsRequired. Export again",
    ),
    "UNDECLARED_EXTENSION": (
        "用到的扩展没有列在 extensionsUsed 里。请重新导出",
        "An extension is used that extensionsUsed does not list. Export again",
    ),
    "UNEXPECTED_EXTENSION_OBJECT": (
        "扩展写在了不该写的地方。请重新导出",
        "An extension stands where it may not. Export again",
    ),
    "UNSUPPORTED_REQUIRED_EXTENSION": (
        "文件要求一个这里不支持的扩展，没有它就显示不对。请在导出时关闭它",
        "The file requires an extension that is not supported here and cannot be shown rightly "
        "without it. Turn it off when exporting",
    ),
    "UNUSED_EXTENSION_REQUIRED": (
        "extensionsRequired 里的扩展没有列在 extensionsUsed 里。请重新导出",
        "An extension is required that extensionsUsed does not list. Export again",
    ),
}
RULES: Final = {
    "DRACO_UNKNOWN_ATTRIBUTE": (
        "Draco 压缩数据里有网格没有声明的属性。请重新导出",
        "Draco data hold an attribute that the mesh does not declare. Export again",
    ),
    "KHR_ANIMATION_POINTER_ANIMATION_CHANNEL_TARGET_NODE": (
        "用指针的动画通道不能再写节点",
        "An animation channel with a pointer must not name a node",
    ),
    "KHR_ANIMATION_POINTER_ANIMATION_CHANNEL_TARGET_PATH": (
        "用指针的动画通道，path 必须写 pointer",
        "The path of an animation channel with a pointer must be “pointer”",
    ),
    "KHR_LIGHTS_PUNCTUAL_LIGHT_SPOT_ANGLES": (
        "聚光灯的外角必须大于内角",
        "A spot light's outer cone must be wider than its inner one",
    ),
    "KHR_MATERIALS_ANISOTROPY_ANISOTROPY_TEXTURE_TEXCOORD": (
        "各向异性贴图应与法线贴图使用同一组 UV",
        "An anisotropy texture should use the same UVs as the normal map",
    ),
    "KHR_MATERIALS_CLEARCOAT_CLEARCOAT_NORMAL_TEXTURE_TEXCOORD": (
        "清漆的法线贴图应与法线贴图使用同一组 UV",
        "A clearcoat's normal map should use the same UVs as the normal map",
    ),
    "KHR_MATERIALS_DISPERSION_NO_VOLUME": (
        "色散要与体积扩展一起使用才有效果",
        "Dispersion has no effect without the volume extension",
    ),
    "KHR_MATERIALS_EMISSIVE_STRENGTH_ZERO_FACTOR": (
        "自发光颜色是黑色，加强它没有效果",
        "The emissive colour is black; making it stronger has no effect",
    ),
    "KHR_MATERIALS_VARIANTS_NON_UNIQUE_VARIANT": (
        "同一部件在同一个变体里有两种材质。请删去一种",
        "A part has two materials in the same variant. Remove one",
    ),
    "KHR_MATERIALS_VOLUME_DOUBLE_SIDED": (
        "有体积的材质不应是双面的",
        "A material with a volume should not be double-sided",
    ),
    "KHR_MATERIALS_VOLUME_NO_TRANSMISSION": (
        "体积要与透光的扩展一起使用才有效果",
        "A volume has no effect unless light can pass the surface",
    ),
}
WORDS: Final = {**DECLARED, **RULES}
