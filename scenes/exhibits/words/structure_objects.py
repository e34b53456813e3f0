"""Words for findings about accessors, meshes, nodes, skins, animations, cameras and images."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

BYTES: Final = {
    "ACCESSOR_MATRIX_ALIGNMENT": (
        "矩阵数据必须从 4 字节的倍数处开始。请重新导出",
        "Matrices must begin at a multiple of four bytes. Export again",
    ),
    "ACCESSOR_NORMALIZED_INVALID": (
        "浮点数和 32 位整数不能再归一化。请重新导出",
        "Floats and 32-bit integers cannot be normalised. Export again",
    ),
    "ACCESSOR_OFFSET_ALIGNMENT": (
        "数据的偏移没有对齐到它的数据类型。请重新导出",
        "Data begin at an offset that is not a multiple of their component's size. Export again",
    ),
    "ACCESSOR_SMALL_BYTESTRIDE": (
        "相邻元素的间距小于元素本身。请重新导出",
        "Elements lie closer together than they are long. Export again",
    ),
    "ACCESSOR_SPARSE_COUNT_OUT_OF_RANGE": (
        "要替换的元素比原有的还多。请重新导出",
        "More elements are replaced than there are. Export again",
    ),
    "ACCESSOR_TOO_LONG": (
        "数据超出了它所在的区域，文件可能被截断。请重新导出并完整上传",
        "Data reach past the place they lie in; the file may be cut short. Export again and upload "
        "all of it",
    ),
    "ACCESSOR_TOTAL_OFFSET_ALIGNMENT": (
        "数据在缓冲区中没有对齐。请重新导出",
        "Data are not aligned in their buffer. Export again",
    ),
    "ACCESSOR_UNREADABLE": (
        "用到的数据是未知的类型，无法读取。请重新导出",
        "Data that are used are of an unknown type and cannot be read. Export again",
    ),
    "ACCESSOR_USAGE_OVERRIDE": (
        "同一份数据被用作两种不同的用途。请重新导出",
        "The same data are used for two different purposes. Export again",
    ),
    "BUFFER_VIEW_INVALID_BYTE_STRIDE": (
        "只有顶点数据可以带间距。请重新导出",
        "Only vertex data may have a stride. Export again",
    ),
    "BUFFER_VIEW_TARGET_OVERRIDE": (
        "缓冲区的同一部分被用作两种不同的用途。请重新导出",
        "The same part of a buffer is used for two different purposes. Export again",
    ),
    "BUFFER_VIEW_TOO_BIG_BYTE_STRIDE": (
        "元素的间距比整段数据还长。请重新导出",
        "The stride is longer than the data themselves. Export again",
    ),
    "BUFFER_VIEW_TOO_LONG": (
        "数据超出了缓冲区，文件可能被截断。请重新导出并完整上传",
        "Data reach past their buffer; the file may be cut short. Export again and upload all "
        "of it",
    ),
    "IMAGE_BUFFER_VIEW_WITH_BYTESTRIDE": (
        "图片数据不能带间距。请重新导出",
        "Data of an image must not have a stride. Export again",
    ),
    "TEXTURE_INVALID_IMAGE_MIME_TYPE": (
        "贴图用了这里不允许的图片格式。请改用 PNG 或 JPEG，或用相应的扩展",
        "A texture uses an image format that is not allowed here. Use PNG or JPEG, or the "
        "extension for it",
    ),
}
MESHES: Final = {
    "MATERIAL_ALPHA_CUTOFF_INVALID_MODE": (
        "透明度阈值只对 MASK 模式有效，会被忽略",
        "An alpha cut-off only works in MASK mode; it is passed over",
    ),
    "MESH_INVALID_WEIGHTS_COUNT": (
        "变形权重的个数与变形目标的个数不同。请重新导出",
        "There are not as many weights as morph targets. Export again",
    ),
    "MESH_PRIMITIVES_UNEQUAL_TARGETS_COUNT": (
        "同一网格的各部分必须有同样多的变形目标。请重新导出",
        "All parts of a mesh must have equally many morph targets. Export again",
    ),
    "MESH_PRIMITIVE_ACCESSOR_UNALIGNED": (
        "顶点数据没有对齐到 4 字节。请重新导出",
        "Vertex data are not aligned to four bytes. Export again",
    ),
    "MESH_PRIMITIVE_ACCESSOR_WITHOUT_BYTESTRIDE": (
        "几份顶点数据交织在一起，却没有写明间距。请重新导出",
        "Vertex data are interleaved without saying how far apart they lie. Export again",
    ),
    "MESH_PRIMITIVE_ATTRIBUTES_ACCESSOR_INVALID_FORMAT": (
        "顶点数据的格式不适合它的用途。请重新导出",
        "Vertex data have a format that does not fit their purpose. Export again",
    ),
    "MESH_PRIMITIVE_ATTRIBUTES_ACCESSOR_UNSIGNED_INT": (
        "顶点数据不能是 32 位整数。请重新导出",
        "Vertex data cannot be 32-bit integers. Export again",
    ),
    "MESH_PRIMITIVE_GENERATED_TANGENT_SPACE": (
        "法线贴图没有配套的切线，查看器会自行生成，明暗可能略有差别。导出时勾选“切线”可避免",
        "A normal map comes without tangents; viewers make their own and may shade a little "
        "differently. Export tangents to avoid this",
    ),
    "MESH_PRIMITIVE_INCOMPATIBLE_MODE": (
        "顶点的个数凑不成完整的三角形或线段，多余的不会显示",
        "The number of vertices makes no whole triangles or lines; what is left over is not drawn",
    ),
    "MESH_PRIMITIVE_INDEXED_SEMANTIC_CONTINUITY": (
        "同类顶点属性的编号必须从 0 开始且连续。请重新导出",
        "Vertex attributes of a kind must be numbered from 0 without gaps. Export again",
    ),
    "MESH_PRIMITIVE_INDICES_ACCESSOR_INVALID_FORMAT": (
        "三角形索引必须是无符号整数。请重新导出",
        "Indices must be unsigned integers. Export again",
    ),
    "MESH_PRIMITIVE_INDICES_ACCESSOR_WITH_BYTESTRIDE": (
        "三角形索引不能带间距。请重新导出",
        "Indices must not have a stride. Export again",
    ),
    "MESH_PRIMITIVE_INVALID_ATTRIBUTE": (
        "未知的顶点属性名。自定义的名字请以下划线开头",
        "The name of a vertex attribute is not known. Names of your own begin with an underscore",
    ),
    "MESH_PRIMITIVE_JOINTS_WEIGHTS_MISMATCH": (
        "骨骼编号与骨骼权重的组数不同。请重新导出",
        "There are not as many sets of joints as of weights. Export again",
    ),
    "MESH_PRIMITIVE_MORPH_TARGET_INVALID_ATTRIBUTE_COUNT": (
        "变形目标的顶点数与网格不同。请重新导出",
        "A morph target has another number of vertices than its mesh. Export again",
    ),
    "MESH_PRIMITIVE_MORPH_TARGET_NO_BASE_ACCESSOR": (
        "变形目标改变了网格没有的属性。请重新导出",
        "A morph target changes an attribute that the mesh does not have. Export again",
    ),
    "MESH_PRIMITIVE_NO_POSITION": (
        "网格没有顶点位置，不会显示",
        "A mesh has no positions; it is not drawn",
    ),
    "MESH_PRIMITIVE_NO_TANGENT_SPACE": (
        "材质需要切线，而网格没有，也无法生成。导出时请勾选“法线”和“切线”",
        "The material needs tangents that the mesh does not have and none can be made. Export "
        "normals and tangents",
    ),
    "MESH_PRIMITIVE_POSITION_ACCESSOR_WITHOUT_BOUNDS": (
        "顶点位置没有写明最小值和最大值。请重新导出",
        "Positions come without their least and greatest values. Export again",
    ),
    "MESH_PRIMITIVE_TANGENT_WITHOUT_NORMAL": (
        "有切线而没有法线，切线不起作用",
        "There are tangents without normals; they have no effect",
    ),
    "MESH_PRIMITIVE_TOO_FEW_TEXCOORDS": (
        "材质的贴图需要一组网格没有的 UV。请补上 UV 后重新导出",
        "A texture needs a set of UVs that the mesh does not have. Add it and export again",
    ),
    "MESH_PRIMITIVE_UNEQUAL_ACCESSOR_COUNT": (
        "各种顶点数据的个数不同。请重新导出",
        "Vertex data are not all of the same number. Export again",
    ),
}
NODES: Final = {
    "NODE_LOOP": (
        "节点绕成了圈：某个节点是自己的上级。请在建模软件中整理层级",
        "Nodes form a loop: one is above itself. Put the hierarchy right",
    ),
    "NODE_MATRIX_NON_TRS": (
        "节点的矩阵含有切变，不能分解成移动、旋转和缩放。请在建模软件中“应用变换”后重新导出",
        "A node's matrix is no translation, rotation and scale (it may shear). Apply transforms "
        "and export again",
    ),
    "NODE_MATRIX_TRS": (
        "节点既写了矩阵又写了移动、旋转或缩放，只能写一种",
        "A node has both a matrix and a translation, rotation or scale; only one is allowed",
    ),
    "NODE_PARENT_OVERRIDE": (
        "一个节点有两个上级。请整理层级后重新导出",
        "A node has two parents. Put the hierarchy right and export again",
    ),
    "NODE_SKINNED_MESH_LOCAL_TRANSFORMS": (
        "蒙皮网格自己的变换不起作用，它跟着骨骼走",
        "A skinned mesh follows its bones; its own transformation has no effect",
    ),
    "NODE_SKINNED_MESH_NON_ROOT": (
        "蒙皮网格上级的变换不起作用，它跟着骨骼走",
        "A skinned mesh follows its bones; its parents' transformations have no effect",
    ),
    "NODE_SKINNED_MESH_WITHOUT_SKIN": (
        "网格带有骨骼数据，节点却没有骨架，会按静止的样子显示",
        "A mesh has joints but its node no skin; it is shown at rest",
    ),
    "NODE_SKIN_NO_SCENE": (
        "场景里有蒙皮网格，却没有它的骨骼。请重新导出",
        "A scene shows a skinned mesh without its bones. Export again",
    ),
    "NODE_SKIN_WITH_NON_SKINNED_MESH": (
        "节点有骨架，网格却没有骨骼数据。请重新导出",
        "A node has a skin but its mesh no joints. Export again",
    ),
    "NODE_WEIGHTS_INVALID": (
        "节点的变形权重个数与变形目标不同。请重新导出",
        "A node does not have as many weights as its mesh has morph targets. Export again",
    ),
    "ROTATION_NON_UNIT": (
        "旋转四元数的长度必须是 1。请重新导出",
        "A rotation must be a quaternion of length one. Export again",
    ),
    "SCENE_NON_ROOT_NODE": (
        "场景只能列出最上层的节点。请重新导出",
        "A scene may only list nodes without parents. Export again",
    ),
    "SKIN_IBM_ACCESSOR_WITH_BYTESTRIDE": (
        "骨骼的初始矩阵不能带间距。请重新导出",
        "Inverse bind matrices must not have a stride. Export again",
    ),
    "SKIN_IBM_INVALID_FORMAT": (
        "骨骼的初始矩阵必须是 4×4 浮点矩阵。请重新导出",
        "Inverse bind matrices must be 4 by 4 floats. Export again",
    ),
    "SKIN_NO_COMMON_ROOT": (
        "骨骼不在同一棵树上。请把它们放到同一个上级之下",
        "The joints of a skin have no node above them in common. Put them under one",
    ),
    "SKIN_SKELETON_INVALID": (
        "骨架的根不在所有骨骼之上。请重新导出",
        "A skeleton's root is not above all of its joints. Export again",
    ),
    "INVALID_IBM_ACCESSOR_COUNT": (
        "骨骼的初始矩阵比骨骼少。请重新导出",
        "There are fewer inverse bind matrices than joints. Export again",
    ),
}
MOTION: Final = {
    "ANIMATION_CHANNEL_TARGET_NODE_MATRIX": (
        "动画不能移动用矩阵摆放的节点。请改用移动、旋转和缩放",
        "An animation cannot move a node that is placed by a matrix. Use translation, rotation and "
        "scale",
    ),
    "ANIMATION_CHANNEL_TARGET_NODE_SKIN": (
        "动画移动了蒙皮网格的节点，不起作用",
        "An animation moves the node of a skinned mesh, which has no effect",
    ),
    "ANIMATION_CHANNEL_TARGET_NODE_WEIGHTS_NO_MORPHS": (
        "动画改变变形权重，网格却没有变形目标。请重新导出",
        "An animation changes weights, but the mesh has no morph targets. Export again",
    ),
    "ANIMATION_DUPLICATE_TARGETS": (
        "一段动画里两条通道改变同一个属性。请删去一条",
        "Two channels of an animation change the same property. Remove one",
    ),
    "ANIMATION_SAMPLER_ACCESSOR_WITH_BYTESTRIDE": (
        "动画数据不能带间距。请重新导出",
        "Data of an animation must not have a stride. Export again",
    ),
    "ANIMATION_SAMPLER_INPUT_ACCESSOR_INVALID_FORMAT": (
        "动画的时间必须是单个浮点数。请重新导出",
        "Times of an animation must be single floats. Export again",
    ),
    "ANIMATION_SAMPLER_INPUT_ACCESSOR_TOO_FEW_ELEMENTS": (
        "样条动画至少需要两个关键帧",
        "A spline needs at least two keyframes",
    ),
    "ANIMATION_SAMPLER_INPUT_ACCESSOR_WITHOUT_BOUNDS": (
        "动画的时间没有写明最小值和最大值。请重新导出",
        "Times of an animation come without their least and greatest values. Export again",
    ),
    "ANIMATION_SAMPLER_OUTPUT_ACCESSOR_INVALID_COUNT": (
        "动画的值与关键帧的个数对不上。请重新导出",
        "An animation has not as many values as its keyframes need. Export again",
    ),
    "ANIMATION_SAMPLER_OUTPUT_ACCESSOR_INVALID_FORMAT": (
        "动画的值的格式不适合它改变的属性。请重新导出",
        "Values of an animation have a format that does not fit what they change. Export again",
    ),
    "CAMERA_XMAG_YMAG_NEGATIVE": (
        "正交相机的范围是负数，画面会翻转",
        "An orthographic camera has a negative extent; its picture is mirrored",
    ),
    "CAMERA_XMAG_YMAG_ZERO": (
        "正交相机的范围不能是零",
        "An orthographic camera must have an extent",
    ),
    "CAMERA_YFOV_GEQUAL_PI": (
        "相机的视角不应达到 180 度",
        "A camera's field of view should be below 180 degrees",
    ),
    "CAMERA_ZFAR_LEQUAL_ZNEAR": (
        "相机的远裁剪面必须比近裁剪面远",
        "A camera's far plane must be farther than its near plane",
    ),
}
WORDS: Final = {**BYTES, **MESHES, **NODES, **MOTION}
