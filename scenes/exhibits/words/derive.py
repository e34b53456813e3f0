"""What a level of detail has lost, and what that means, in Chinese and English."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final = {
    "LEVEL_UNREADABLE": (
        "生成的这一级无法读取，已停用。原始文件不受影响",
        "This level, once made, cannot be read and is not used. The original is not affected",
    ),
    "LEVEL_INVALID": (
        "生成的这一级没有通过检查，已停用。原始文件不受影响",
        "This level, once made, does not pass the checks and is not used. The original is not "
        "affected",
    ),
    "LOST_ANIMATION": (
        "这一级的动画与原文件不一致，已停用",
        "This level's animation is not the original's, so it is not used",
    ),
    "LOST_ATTRIBUTE": (
        "这一级缺少原有的顶点数据（坐标、法线、贴图坐标、颜色或权重），已停用",
        "This level lacks vertex data of the original (positions, normals, texture coordinates, "
        "colours or weights), so it is not used",
    ),
    "LOST_BOUNDS": (
        "这一级的外形尺寸与原文件相差过大，已停用",
        "This level's size is too far from the original's, so it is not used",
    ),
    "LOST_CAMERA": (
        "这一级缺少原有的相机，已停用",
        "This level lacks a camera of the original, so it is not used",
    ),
    "LOST_EXTENSION": (
        "这一级缺少原有的扩展数据，已停用",
        "This level lacks an extension's data of the original, so it is not used",
    ),
    "LOST_EXTRAS": (
        "这一级缺少原有的附加信息（extras），已停用",
        "This level lacks extras of the original, so it is not used",
    ),
    "LOST_IMAGE": (
        "这一级的贴图图像与原文件不一致，已停用",
        "An image of this level is not the original's, so the level is not used",
    ),
    "LOST_INSTANCES": (
        "这一级重复摆放的物体与原文件不一致，已停用",
        "This level's repeated objects are not the original's, so it is not used",
    ),
    "LOST_MATERIAL": (
        "这一级的材质与原文件不一致，已停用",
        "A material of this level is not the original's, so the level is not used",
    ),
    "LOST_MESH": (
        "这一级的网格与原文件不一致，已停用",
        "A mesh of this level is not the original's, so the level is not used",
    ),
    "LOST_MORPH_TARGET": (
        "这一级的变形目标与原文件不一致，已停用",
        "A morph target of this level is not the original's, so the level is not used",
    ),
    "LOST_NODE": (
        "这一级的节点与原文件不一致，已停用",
        "A node of this level is not the original's, so the level is not used",
    ),
    "LOST_PART": (
        "这一级缺少原有的可拆零件，已停用",
        "This level lacks a part that comes apart, so it is not used",
    ),
    "LOST_SCENE": (
        "这一级的场景与原文件不一致，已停用",
        "A scene of this level is not the original's, so the level is not used",
    ),
    "LOST_SKIN": (
        "这一级的骨骼蒙皮与原文件不一致，已停用",
        "A skin of this level is not the original's, so the level is not used",
    ),
    "LOST_TEXTURE": (
        "这一级的贴图与原文件不一致，已停用",
        "A texture of this level is not the original's, so the level is not used",
    ),
    "LOST_TRIANGLES": (
        "这一级的三角形数量不对，已停用",
        "This level does not have the triangles that it should, so it is not used",
    ),
    "LOST_WORDS": (
        "这一级缺少原文件中的说明，已停用",
        "This level lacks words of the original, so it is not used",
    ),
}
