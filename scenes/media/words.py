"""Plain words for what a media gate finds: Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["WORDS"]

WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "MEDIA_FOREIGN_FORMAT": (
        "不支持这种文件。图片请用 PNG、JPEG 或 WebP，视频请用 MP4（H.264）或 WebM，文档请用 PDF",
        "This kind of file is not taken. Use PNG, JPEG or WebP for pictures, MP4 (H.264) or WebM "
        "for films, PDF for documents",
    ),
    "MEDIA_EMPTY": ("文件是空的", "The file is empty"),
    "MEDIA_TOO_LARGE": ("文件太大", "The file is too large"),
    "PICTURE_INVALID": (
        "图片已损坏或被截断，请重新导出",
        "The picture is broken or cut off; export it again",
    ),
    "PICTURE_TOO_LARGE": (
        "图片像素太多，请缩小后再上传",
        "The picture has too many pixels; make it smaller",
    ),
    "VIDEO_TRUNCATED": (
        "视频不完整，可能上传前就被截断，请重新导出",
        "The film is incomplete, perhaps cut off before it was sent; export it again",
    ),
    "VIDEO_INVALID": (
        "视频文件的结构有误，请重新导出",
        "The film's structure is wrong; export it again",
    ),
    "VIDEO_NO_PICTURE": ("文件里没有画面", "There is no picture in this file"),
    "VIDEO_CODEC": (
        "浏览器和头显放不了这种编码，请导出为 H.264（MP4）或 VP8、VP9、AV1（WebM）",
        "Browsers and headsets do not play this codec; export as H.264 (MP4) or as VP8, VP9 or "
        "AV1 (WebM)",
    ),
    "VIDEO_ENCRYPTED": (
        "视频已加密，请提供未加密的版本",
        "The film is encrypted; send one that is not",
    ),
    "VIDEO_OUTSIDE": (
        "视频的内容在另一个文件里，请导出为单个文件",
        "The film's content lies in another file; export it as one",
    ),
    "VIDEO_TOO_LARGE": (
        "画面尺寸太大，请缩小后导出",
        "The film's picture is too large; export it smaller",
    ),
    "VIDEO_TOO_LONG": ("视频太长", "The film is too long"),
    "DOCUMENT_INVALID": ("PDF 已损坏，请重新导出", "The PDF is broken; export it again"),
    "DOCUMENT_LOCKED": (
        "PDF 有密码，请去掉密码后再上传",
        "The PDF has a password; take it away first",
    ),
    "DOCUMENT_EMPTY": ("PDF 里没有页面", "The PDF has no pages"),
    "DOCUMENT_TOO_LONG": ("PDF 页数太多，请拆分", "The PDF has too many pages; split it"),
}
