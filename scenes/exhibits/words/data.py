"""What findings about accessors' data mean and what to do about them, in Chinese and English."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

LIMITS: Final = {
    "ACCESSOR_MIN_MISMATCH": (
        "声明的最小值与数据中实际的最小值不同。请重新导出，让软件重新计算 min/max",
        "The declared minimum is not the smallest value in the data. Export again, so that min and "
        "max are worked out anew",
    ),
    "ACCESSOR_MAX_MISMATCH": (
        "声明的最大值与数据中实际的最大值不同。请重新导出，让软件重新计算 min/max",
        "The declared maximum is not the largest value in the data. Export again, so that min and "
        "max are worked out anew",
    ),
    "ACCESSOR_ELEMENT_OUT_OF_MIN_BOUND": (
        "有数据小于声明的最小值，模型的范围会算错。请重新导出",
        "Some data lie below the declared minimum, so the model's extent would be wrong. Export "
        "again",
    ),
    "ACCESSOR_ELEMENT_OUT_OF_MAX_BOUND": (
        "有数据大于声明的最大值，模型的范围会算错。请重新导出",
        "Some data lie above the declared maximum, so the model's extent would be wrong. Export "
        "again",
    ),
    "ACCESSOR_INVALID_FLOAT": (
        "数据里有“非数字”或“无穷大”。请在建模软件中检查缩放为零或退化的部件，再重新导出",
        "The data hold a NaN or an infinity. Look for parts scaled to zero or collapsed, and "
        "export again",
    ),
    "TOO_MUCH_DATA": (
        "文件反复引用同样的数据，检查量远超文件大小。请用标准的导出工具重新导出",
        "The file refers to the same data over and over, far more than it holds. Export it again "
        "with a standard tool",
    ),
    "ACCESSOR_SPARSE_INDICES_NON_INCREASING": (
        "稀疏数据的序号没有严格递增。请重新导出，或关闭稀疏存储",
        "The indices of sparse data do not grow. Export again, or without sparse storage",
    ),
    "ACCESSOR_SPARSE_INDEX_OOB": (
        "稀疏数据替换了并不存在的元素。请重新导出，或关闭稀疏存储",
        "Sparse data replace an element that is not there. Export again, or without sparse storage",
    ),
}
MESHES: Final = {
    "ACCESSOR_INDEX_OOB": (
        "三角形指向了不存在的顶点。文件可能已损坏，请重新导出",
        "A triangle names a vertex that is not there. The file may be damaged; export it again",
    ),
    "ACCESSOR_INDEX_PRIMITIVE_RESTART": (
        "索引里用了“重新开始”的特殊值，glTF 不允许。请导出为普通三角形",
        "The indices use the value that restarts a strip, which glTF does not allow. Export plain "
        "triangles",
    ),
    "ACCESSOR_VECTOR3_NON_UNIT": (
        "法线或切线的长度不是 1，光照会不正确。请重新计算法线后再导出",
        "A normal or tangent is not of unit length, so light would fall wrongly on it. Recompute "
        "the normals and export again",
    ),
    "ACCESSOR_INVALID_SIGN": (
        "切线的第四个数必须是 1 或 -1。请重新计算切线后再导出",
        "The fourth number of a tangent must be 1 or -1. Recompute the tangents and export again",
    ),
    "ACCESSOR_NON_CLAMPED": (
        "顶点颜色超出了 0 到 1 的范围。请在建模软件中限制颜色后再导出",
        "A vertex colour lies outside 0 to 1. Clamp the colours and export again",
    ),
}
SKINS: Final = {
    "ACCESSOR_JOINTS_INDEX_OOB": (
        "蒙皮用到了骨架中没有的关节。请检查绑定后重新导出",
        "The skin uses a joint that its skeleton does not have. Check the rig and export again",
    ),
    "ACCESSOR_JOINTS_INDEX_DUPLICATE": (
        "同一个顶点两次用到同一个关节。请在建模软件中清理权重后再导出",
        "A vertex uses the same joint twice. Clean up the weights and export again",
    ),
    "ACCESSOR_JOINTS_USED_ZERO_WEIGHT": (
        "有权重为零的关节没有写成 0 号。可以使用，但文件会稍大",
        "A joint of no weight is not written as joint 0. It works; the file is a little larger",
    ),
    "ACCESSOR_WEIGHTS_NEGATIVE": (
        "蒙皮权重出现负数。请在建模软件中归一化权重后再导出",
        "A skin weight is negative. Normalise the weights and export again",
    ),
    "ACCESSOR_WEIGHTS_NON_NORMALIZED": (
        "顶点的蒙皮权重之和不是 1。请在建模软件中归一化权重后再导出",
        "A vertex's skin weights do not add up to 1. Normalise the weights and export again",
    ),
    "ACCESSOR_INVALID_IBM": (
        "绑定矩阵的最后一行必须是 0、0、0、1。请重新绑定骨架后导出",
        "The last row of a bind matrix must be 0, 0, 0, 1. Bind the skeleton anew and export",
    ),
}
ANIMATIONS: Final = {
    "ACCESSOR_ANIMATION_INPUT_NEGATIVE": (
        "动画的时间有负数。请让动画从 0 秒开始，再重新导出",
        "An animation has a negative time. Let it begin at 0 s and export again",
    ),
    "ACCESSOR_ANIMATION_INPUT_NON_INCREASING": (
        "动画的关键帧时间没有递增。请删除重复的关键帧后再导出",
        "An animation's keyframes do not follow each other in time. Remove doubled keyframes and "
        "export again",
    ),
    "ACCESSOR_ANIMATION_SAMPLER_OUTPUT_NON_NORMALIZED_QUATERNION": (
        "动画的旋转四元数长度不是 1。请重新烘焙动画后再导出",
        "A rotation in an animation is not a unit quaternion. Bake the animation anew and export",
    ),
}
CODECS: Final = {
    "MESHOPT_INVALID": (
        "meshopt 压缩数据无法解开。文件可能已损坏，请重新压缩或不压缩导出",
        "The meshopt compression cannot be undone. The file may be damaged; compress it again, or "
        "export it without",
    ),
    "DRACO_INVALID": (
        "Draco 压缩数据无法解开。文件可能已损坏，请重新压缩或不压缩导出",
        "The Draco compression cannot be undone. The file may be damaged; compress it again, or "
        "export it without",
    ),
    "DRACO_COUNT_MISMATCH": (
        "Draco 数据的数量与文件所写的不符。请重新压缩或不压缩导出",
        "The Draco data are not as many as the file says. Compress it again, or export it without",
    ),
    "DRACO_TYPE_MISMATCH": (
        "Draco 数据的类型与文件所写的不符。请重新压缩或不压缩导出",
        "The Draco data are of another type than the file says. Compress it again, or export it "
        "without",
    ),
    "DECODED_TOO_LARGE": (
        "解压后的几何数据超出了上限。请简化模型，或拆成几个展品",
        "The geometry is too large once it is decompressed. Simplify the model, or make several "
        "exhibits of it",
    ),
    "DECODED_LIMITS_DIFFER": (
        "压缩数据的范围与声明的不同，已按实际数据更正",
        "The compressed data have another extent than declared; it was put right from the data",
    ),
    "CODEC_MEMORY": (
        "解压所需的内存超出了上限。请简化模型，或拆成几个展品",
        "Decompressing needs more memory than there may be. Simplify the model, or make several "
        "exhibits of it",
    ),
    "CODEC_TRAPPED": (
        "解压时出错。文件可能已损坏，请重新压缩或不压缩导出",
        "Decompressing failed. The file may be damaged; compress it again, or export it without",
    ),
    "CODEC_MISSING": (
        "服务器缺少解压模块，请管理员运行 make setup",
        "The server lacks a codec; the operator should run make setup",
    ),
}
PLACES: Final = {
    "EXTENT_TOO_LARGE": (
        "模型的位置或大小超出了能够计算的范围。请检查单位和缩放后重新导出",
        "A place or a size in the model is beyond what can be computed. Check units and scales, "
        "and export again",
    ),
}
WORDS: Final = {**PLACES, **LIMITS, **MESHES, **SKINS, **ANIMATIONS, **CODECS}
