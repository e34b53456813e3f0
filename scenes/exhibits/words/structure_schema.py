"""Words for findings about single properties, versions, references and budgets."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

VALUES: Final = {
    "ARRAY_LENGTH_NOT_IN_LIST": (
        "数组的长度不对。请重新导出这个文件",
        "An array has the wrong length. Export the file again",
    ),
    "ARRAY_TYPE_MISMATCH": (
        "数组中有类型不对的元素。请重新导出这个文件",
        "An array holds an entry of the wrong type. Export the file again",
    ),
    "DUPLICATE_ELEMENTS": (
        "列表里同一项出现了两次。请删去重复的一项，或重新导出",
        "A list names the same thing twice. Take one of them out, or export again",
    ),
    "EMPTY_ENTITY": (
        "这里是空的，而 glTF 不允许写空的对象或数组。请删去它，或重新导出",
        "This is empty, and glTF allows no empty object or array here. Remove it, or export again",
    ),
    "INVALID_GL_VALUE": (
        "数值超出了它的数据类型所能表示的范围。请重新导出",
        "A value does not fit its data type. Export the file again",
    ),
    "INVALID_INDEX": (
        "索引必须是不小于零的整数。请重新导出这个文件",
        "An index must be a whole number, nought or more. Export the file again",
    ),
    "ONE_OF_MISMATCH": (
        "这些属性必须恰好写其中一个",
        "Exactly one of these properties must be given",
    ),
    "PATTERN_MISMATCH": (
        "文字的格式不对",
        "A text does not have the form that it should",
    ),
    "TYPE_MISMATCH": (
        "属性的类型不对。请重新导出这个文件",
        "A property is of the wrong type. Export the file again",
    ),
    "UNDEFINED_PROPERTY": (
        "缺少必需的属性。请重新导出这个文件",
        "A required property is missing. Export the file again",
    ),
    "UNEXPECTED_PROPERTY": (
        "标准里没有这个属性，查看器会忽略它。自定义内容请写在 extras 里",
        "The standard has no such property, and viewers pass over it. Words of your own belong in "
        "extras",
    ),
    "UNRESOLVED_REFERENCE": (
        "引用指向不存在的东西。请重新导出，或补上被引用的部分",
        "A reference leads to something that is not there. Export again, or add what is missing",
    ),
    "UNSATISFIED_DEPENDENCY": (
        "这个属性需要另一个属性，而那一个没有写",
        "This property needs another one, which is missing",
    ),
    "VALUE_MULTIPLE_OF": (
        "数值必须是指定数的整数倍",
        "A value is not a multiple of what it must be a multiple of",
    ),
    "VALUE_NOT_IN_LIST": (
        "标准里没有这个取值，查看器可能忽略它",
        "The standard does not know this value; viewers may pass over it",
    ),
    "VALUE_NOT_IN_RANGE": (
        "数值超出了允许的范围。请在建模软件中改正后重新导出",
        "A value is outside the range allowed. Put it right in your modelling program and export "
        "again",
    ),
}
VERSIONS: Final = {
    "ASSET_MIN_VERSION_GREATER_THAN_VERSION": (
        "要求的最低版本高于文件自己的版本",
        "The least version asked for is greater than the file's own version",
    ),
    "UNKNOWN_ASSET_MAJOR_VERSION": (
        "只接受 glTF 2.0。请用 2.0 版重新导出，旧的 1.0 文件可先用转换工具升级",
        "Only glTF 2.0 is accepted. Export as 2.0; a file of version 1.0 can be converted first",
    ),
    "UNKNOWN_ASSET_MINOR_VERSION": (
        "文件的小版本比已知的新，按 2.0 处理",
        "The file's minor version is newer than any known; it is taken as 2.0",
    ),
}
BUDGETS: Final = {
    "NOTHING_TO_DRAW": (
        "文件里没有任何网格，展品将是空的",
        "The file holds no mesh at all: there will be nothing to see",
    ),
    "TOO_MANY_DRAW_CALLS": (
        "部件太多，头显画不动。请合并使用同一材质的部件后重新导出",
        "There are too many separate parts for a headset. Merge parts that share a material, and "
        "export again",
    ),
    "TOO_MANY_EMPTY_BYTES": (
        "文件声称有大量数据，却没有带来（存取器没有 bufferView）。请重新导出",
        "The file claims a great deal of data that it does not bring (accessors without a "
        "bufferView). Export again",
    ),
    "TOO_MANY_GPU_BYTES": (
        "模型会占用过多显存。请减小贴图、减少三角形后重新导出",
        "The model would take too much graphics memory. Use smaller textures and fewer triangles",
    ),
    "TOO_MANY_INSTANCES": (
        "一个节点的实例太多。请减少实例后重新导出",
        "One node shows its mesh in too many places. Use fewer instances and export again",
    ),
    "TOO_MANY_NODES": (
        "节点太多。请合并层级后重新导出",
        "There are too many nodes. Flatten the hierarchy and export again",
    ),
    "TOO_MANY_OBJECTS": (
        "文件里的对象太多，没有继续检查。请精简后重新导出",
        "The file holds too many objects to be checked. Simplify it and export again",
    ),
    "TOO_MANY_TEXTURES": (
        "贴图太多。请合并贴图后重新导出",
        "There are too many textures. Merge some and export again",
    ),
    "TOO_MANY_TRIANGLES": (
        "三角形太多。请在建模软件中减面后重新导出",
        "There are too many triangles. Reduce them in your modelling program and export again",
    ),
}
WORDS: Final = {**VALUES, **VERSIONS, **BUDGETS}
