"""What exhibits and media may ask for, and what working on them may take."""

from __future__ import annotations

from typing import Final

from server.settings.readers import choice, real, whole
from server.settings.row import Setting

FILES: Final[tuple[Setting, ...]] = (
    Setting(
        "max_exhibit_mb",
        whole(1, 4096),
        512,
        "单个展品文件上限（MiB）",
        "largest exhibit file, in mebibytes",
    ),
    Setting(
        "max_triangles",
        whole(1, 10**9),
        5_000_000,
        "单个展品的三角形上限",
        "triangles that an exhibit may have",
    ),
    Setting(
        "max_draw_calls",
        whole(1, 10**6),
        20_000,
        "单个展品的绘制调用上限",
        "draw calls that an exhibit may take",
    ),
    Setting(
        "max_textures",
        whole(0, 10**5),
        500,
        "单个展品的贴图数量上限",
        "textures that an exhibit may have",
    ),
    Setting(
        "texture_format",
        choice("webp", "ktx2"),
        "webp",
        "展品贴图格式：webp 传输小、处理快；ktx2 显存占用约为四分之一，处理慢得多",
        "what exhibits' textures become: webp is small on the wire and quick to make; ktx2 takes a "
        "quarter of the graphics memory and is much slower to make",
    ),
    Setting("max_pages", whole(1, 2_000), 200, "PDF 页数上限", "pages that a document may have"),
    Setting(
        "max_texture_side",
        whole(1, 65_536),
        16_384,
        "贴图边长上限（像素）",
        "pixels along the longer side of a texture",
    ),
    Setting(
        "max_gpu_mb",
        whole(1, 65_536),
        4_096,
        "单个展品原件的显存上限（MiB）",
        "graphics memory that an exhibit may take as it came, in mebibytes",
    ),
    Setting(
        "workers",
        whole(1, 64),
        2,
        "同时处理的上传数",
        "uploads that are checked and built at the same time",
    ),
    Setting(
        "worker_memory_mb",
        whole(256, 1_048_576),
        3_072,
        "处理一个上传可用的内存（MiB）",
        "memory for building one upload, in mebibytes",
    ),
    Setting(
        "worker_seconds",
        whole(5, 86_400),
        600,
        "处理一个上传的最长秒数",
        "seconds that one upload may take to be checked and built",
    ),
    Setting(
        "quarantine_mb",
        whole(1, 10**9),
        8_192,
        "未处理上传占用磁盘的上限（MiB）",
        "disk space for uploads that are not settled yet, in mebibytes",
    ),
    Setting(
        "collect_hours",
        real(0, 8760),
        24.0,
        "每隔多少小时清理无人引用的文件，0 为不清理",
        "hours between clearing away stored files that nothing refers to; 0: never",
    ),
    Setting(
        "upload_hours",
        real(0.01, 8760),
        24.0,
        "未完成的上传保留多少小时",
        "hours that an upload nobody continues is kept",
    ),
    Setting(
        "max_uploads",
        whole(1, 100_000),
        1_200,
        "每人同时保留的未处理上传数（.gltf 的每个文件算一个）",
        "uploads that one person may have waiting; each file of a .gltf is one",
    ),
    Setting(
        "browser",
        str,
        "",
        "为展品拍照的浏览器（Chromium），为空则自动寻找，none 为不用",
        "browser (Chromium) that photographs exhibits; empty: looked for, none: not used",
        desk=False,
    ),
)
