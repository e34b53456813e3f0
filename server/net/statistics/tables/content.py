"""Tables of what stands in the park."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from server.net.statistics.tables.cells import Column
from server.net.statistics.tables.table import Table

STATES: Final = {
    "published": ("已发布", "published"),
    "newer": ("有更新的草稿", "newer draft"),
    "draft": ("草稿", "draft"),
}
JOB_STATES: Final = {
    "waiting": ("排队中", "waiting"),
    "running": ("进行中", "running"),
    "done": ("完成", "done"),
    "refused": ("未通过", "refused"),
    "failed": ("失败", "failed"),
    "cancelled": ("已取消", "cancelled"),
}
KINDS: Final = {
    "image": ("图片", "image"),
    "video": ("视频", "film"),
    "document": ("文档", "document"),
    "exhibit": ("展品", "exhibit"),
    "media": ("媒体", "media"),
}
HALL_STATES: Final = {"open": ("开放", "open"), "closed": ("关闭", "closed")}


def _state(row: Mapping[str, Any]) -> str:
    if row["published"] is None:
        return "draft"
    return "newer" if row["latest"] > row["published"] else "published"


def _newest(path: str) -> Any:
    """A value of an exhibit's newest revision."""

    def value(row: Mapping[str, Any]) -> Any:
        revisions = row.get("revisions") or [{}]
        return (max(revisions, key=lambda one: one.get("number", 0))).get(path)

    return value


def _triangles(row: Mapping[str, Any]) -> Any:
    model = _newest("model")(row) or {}
    return (model.get("levels") or [{}])[0].get("triangles")


EXHIBITS: Final = Table(
    *("exhibits", "展品", "Exhibits", "/exhibits", "exhibits"),
    (
        Column("title", "名称", "Title"),
        Column("id", "编号", "Id"),
        Column("state", "状态", "State", says=STATES, value=_state),
        Column("published", "发布版本", "Published revision", "number"),
        Column("latest", "最新版本", "Newest revision", "number"),
        Column("card.maker", "厂商", "Maker"),
        Column("placements.hall", "所在展厅", "Halls"),
        Column("author", "上传者", "Uploaded by", value=_newest("author_name")),
        Column("at", "更新时间", "Updated", "moment", value=_newest("at")),
        Column("created", "创建时间", "Created", "moment"),
        Column(
            "bytes_in", "原始文件（字节）", "Original (bytes)", "number", value=_newest("bytes_in")
        ),
        Column(
            "bytes_l0", "下载大小（字节）", "Download (bytes)", "number", value=_newest("bytes_l0")
        ),
        Column("triangles", "三角面", "Triangles", "number", value=_triangles),
        Column("card.licence", "授权", "Licence"),
    ),
    paged=True,
)
MEDIA: Final = Table(
    *("media", "媒体", "Media", "/media", "media"),
    (
        Column("title", "名称", "Title"),
        Column("id", "编号", "Id"),
        Column("kind", "类型", "Kind", says=KINDS),
        Column("source.name", "文件名", "File"),
        Column("source.bytes", "大小（字节）", "Size (bytes)", "number"),
        Column("boards.hall", "所在展厅", "Halls"),
        Column("author_name", "上传者", "Uploaded by"),
        Column("at", "上传时间", "Uploaded", "moment"),
    ),
    paged=True,
)
JOBS: Final = Table(
    *("jobs", "上传任务", "Uploads", "/jobs", "jobs"),
    (
        Column("id", "编号", "Id"),
        Column("kind", "类型", "Kind", says=KINDS),
        Column("source.name", "文件名", "File"),
        Column("state", "状态", "State", says=JOB_STATES),
        Column("message", "说明", "Words"),
        Column("exhibit", "展品", "Exhibit"),
        Column("revision", "版本", "Revision", "number"),
        Column("at", "开始", "Begun", "moment"),
        Column("ended", "结束", "Ended", "moment"),
    ),
)
HALLS: Final = Table(
    *("halls", "展厅", "Halls", "/halls", "halls"),
    (
        Column("name", "名称", "Name"),
        Column("id", "编号", "Id"),
        Column("state", "状态", "State", says=HALL_STATES),
        Column("capacity", "容量", "Room for", "number"),
        Column("visitors", "当前人数", "Visitors now", "number"),
        Column("revision", "场景版本", "Revision", "number"),
    ),
)
VERSIONS: Final = Table(
    *("versions", "展厅版本", "Versions", "/halls/{hall}/versions", "versions"),
    (
        Column("number", "序号", "Number", "number"),
        Column("name", "名称", "Name"),
        Column("revision", "场景版本", "Revision", "number"),
        Column("author_name", "保存者", "Kept by"),
        Column("at", "时间", "At", "moment"),
    ),
)
REVISIONS: Final = Table(
    *("revisions", "展品版本", "Revisions", "/exhibits/{exhibit}/revisions", "revisions"),
    (
        Column("number", "版本", "Revision", "number"),
        Column("state", "状态", "State", says=STATES),
        Column("note", "说明", "Note"),
        Column("author_name", "作者", "Author"),
        Column("source.name", "文件名", "File"),
        Column("bytes_in", "原始文件（字节）", "Original (bytes)", "number"),
        Column("at", "时间", "At", "moment"),
    ),
    paged=True,
)
CONTENT: Final = (EXHIBITS, MEDIA, JOBS, HALLS, VERSIONS, REVISIONS)
