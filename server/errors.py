"""Every error code that a client can meet, its words and its HTTP status, and one shape for all.

The pure rooms raise their own errors with a code. Here a code gets its words in Chinese and English
(those of the live socket have theirs in ``server/wire/codes.py``) and any of our exceptions becomes
``{code, message, details, request_id}``. A code never changes its meaning.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from scenes.exhibits.words import WORDS as EXHIBIT_WORDS
from scenes.findings import Finding, SceneError, StaleError
from scenes.glb import GlbError
from scenes.media.words import WORDS as MEDIA_WORDS
from server.error_codes import AREAS, ErrorCode
from server.halls.errors import HallError
from server.promotion.errors import PromotionError
from server.registration.errors import RegistrationError
from server.run.accounts.errors import AccountError
from server.run.guides.errors import GuideError
from server.run.jobs.errors import JobError
from server.run.site.errors import SiteError
from server.run.uploads.errors import UploadError
from server.store.errors import StoreError
from server.wire.codes import CODES as WIRE_CODES
from server.wire.errors import WireError
from server.wire.messages import Detail, Error

CODES: Final[dict[str, ErrorCode]] = {
    # requests
    "bad_request": ErrorCode(400, "请求无法理解", "The request cannot be understood"),
    "bad_json": ErrorCode(400, "请求内容不是有效的 JSON", "The body is not valid JSON"),
    "unauthorized": ErrorCode(401, "请先登录", "Please sign in first"),
    "link_refused": ErrorCode(
        401,
        "链接无效、已使用或已过期，请重新生成",
        "The link is invalid, used or expired; make a new one",
    ),
    "link_insecure": ErrorCode(
        403,
        "运营者链接只能在本机或经 HTTPS 使用",
        "An operator link works on this machine or over HTTPS only",
    ),
    "forbidden": ErrorCode(403, "没有权限", "You may not do this"),
    "origin_refused": ErrorCode(
        403, "不接受来自其他网站的请求", "Requests from other sites are not accepted"
    ),
    "upgrade_required": ErrorCode(
        426, "这里只接受 WebSocket 连接", "Only WebSocket connections are accepted here"
    ),
    "websocket_version": ErrorCode(
        426, "只支持 WebSocket 第 13 版", "Only version 13 of WebSocket is supported"
    ),
    "subprotocol_required": ErrorCode(
        400, "请使用子协议 lingjing.v1", "Ask for the subprotocol lingjing.v1"
    ),
    "host_unknown": ErrorCode(
        421,
        "园区不认识这个网址，请用 LINGJING_PUBLIC_URL 写明访客看到的网址",
        "The park does not know this address: name the one that visitors see in "
        "LINGJING_PUBLIC_URL",
    ),
    "body_late": ErrorCode(408, "请求内容没有及时送达", "The body did not arrive in time"),
    "not_found": ErrorCode(404, "没有找到", "There is nothing here"),
    "method_not_allowed": ErrorCode(405, "不支持这种请求方法", "This method is not supported here"),
    "too_large": ErrorCode(413, "内容太大", "This is too large"),
    "unsupported_media": ErrorCode(
        415, "不支持这种内容类型", "This kind of content is not supported"
    ),
    "invalid": ErrorCode(422, "有些内容需要修改", "Some of this needs to be corrected"),
    "too_many_requests": ErrorCode(
        429, "请求过于频繁，请稍后再试", "Too many requests; try again soon"
    ),
    "internal": ErrorCode(500, "服务器内部错误", "Something went wrong on the server"),
    "starting": ErrorCode(503, "服务器正在启动或停止", "The server is starting or stopping"),
    "client_missing": ErrorCode(
        503,
        "网页端尚未构建：请在项目目录运行 make setup",
        "The web client has not been built: run make setup in the project's folder",
    ),
    # halls
    "hall_unknown": ErrorCode(404, "没有这个展厅", "There is no such hall"),
    "hall_exists": ErrorCode(409, "已有同名标识的展厅", "A hall with this id exists already"),
    "hall_closed": ErrorCode(403, "展厅已关闭", "The hall is closed"),
    "hall_full": ErrorCode(503, "展厅人数已满", "The hall is full"),
    "hall_changed": ErrorCode(
        409, "展厅的范围已改变，请重新进入", "The hall's bounds have changed; come in again"
    ),
    "hall_deleted": ErrorCode(410, "展厅已被移除", "The hall has been removed"),
    "hall_last": ErrorCode(409, "不能删除最后一个展厅", "The last hall cannot be deleted"),
    "seat_taken": ErrorCode(409, "座位已有人", "The seat is taken"),
    "no_such_seat": ErrorCode(404, "没有这个座位", "There is no such seat"),
    "too_many_edits": ErrorCode(429, "修改过于频繁", "Too many edits in a short time"),
    "too_many_questions": ErrorCode(429, "请求过于频繁", "Too many requests in a short time"),
    # scene edits
    "scene_stale": ErrorCode(
        409, "场景已有新的结构变化，请重试", "The scene's structure has changed since; try again"
    ),
    "current_revision": ErrorCode(
        409, "当前版本号（见 message）", "The current revision stands in the message of this detail"
    ),
    "scene_invalid": ErrorCode(422, "场景文件有误", "The scene is not valid"),
    "patch_invalid": ErrorCode(422, "修改无法应用", "The edit cannot be applied"),
    "bad_path": ErrorCode(422, "路径不存在", "The path names nothing"),
    "bad_operation": ErrorCode(422, "没有这种操作", "There is no such operation"),
    "bad_id": ErrorCode(
        422, "标识只能用小写字母、数字、-、_", "An id is lower-case letters, digits, - and _"
    ),
    "bad_asset": ErrorCode(
        422, "资源地址应为 64 位十六进制", "An asset is named by 64 hexadecimal digits"
    ),
    "bad_parent": ErrorCode(422, "上级节点不存在或形成环", "The parent is missing or below it"),
    "too_deep": ErrorCode(422, "层级太深", "Too many levels"),
    "too_many": ErrorCode(422, "数量太多", "Too many"),
    "too_many_nodes": ErrorCode(422, "节点太多", "Too many nodes"),
    "node_exists": ErrorCode(422, "已有同名节点", "A node with this id exists already"),
    "no_such_node": ErrorCode(422, "没有这个节点", "There is no such node"),
    "plinth_taken": ErrorCode(422, "这个展台上已有展品", "There is an exhibit on this plinth"),
    "no_such_plinth": ErrorCode(404, "没有这个展台", "There is no such plinth"),
    "no_free_plinth": ErrorCode(409, "没有空展台", "No plinth is free"),
    "unknown_property": ErrorCode(422, "没有这个属性", "There is no such property"),
    "required_property": ErrorCode(422, "这个属性不能去掉", "This property cannot be taken away"),
    "fixed_property": ErrorCode(422, "这个属性不能修改", "This property cannot be changed"),
    "inside_a_list": ErrorCode(422, "请整体设置列表", "Set the list as a whole"),
    "not_shareable": ErrorCode(
        422, "这个属性不能作为互动共享", "This cannot be shared as an interaction"
    ),
    "no_such_variant": ErrorCode(422, "没有这种款式", "There is no such variant"),
    "no_such_clip": ErrorCode(422, "没有这段动画", "There is no such animation"),
    "nothing_to_undo": ErrorCode(409, "没有可撤销的修改", "There is nothing to undo"),
    "nothing_to_redo": ErrorCode(409, "没有可重做的修改", "There is nothing to redo"),
    "draft_empty": ErrorCode(409, "草稿是空的", "The draft is empty"),
    "missing": ErrorCode(422, "缺少必填内容", "This is required"),
    "not_a_number": ErrorCode(422, "应为数字", "This should be a number"),
    "not_an_integer": ErrorCode(422, "应为整数", "This should be a whole number"),
    "out_of_range": ErrorCode(422, "超出允许范围", "This is outside what is allowed"),
    "not_a_boolean": ErrorCode(422, "应为 true 或 false", "This should be true or false"),
    "not_a_string": ErrorCode(422, "应为文本", "This should be text"),
    "wrong_length": ErrorCode(422, "长度不对", "This has the wrong length"),
    "not_a_choice": ErrorCode(422, "不在可选范围内", "This is not one of the choices"),
    "not_a_list": ErrorCode(422, "应为列表", "This should be a list"),
    "not_an_object": ErrorCode(422, "应为对象", "This should be an object"),
    "not_a_quaternion": ErrorCode(422, "应为四元数", "This should be a quaternion"),
    "not_a_unit_quaternion": ErrorCode(422, "四元数长度应为 1", "A rotation has length 1"),
    # walkable floors
    "walk_too_large": ErrorCode(422, "可行走区域的顶点太多", "The floor has too many corners"),
    "walk_not_a_number": ErrorCode(422, "坐标应为有限数值", "Coordinates are finite numbers"),
    "walk_too_small": ErrorCode(422, "区域太小", "The area is too small to stand on"),
    "walk_crosses_itself": ErrorCode(422, "区域边界自相交", "An outline crosses itself"),
    "walk_hole_outside": ErrorCode(422, "孔洞超出所在区域", "A hole reaches out of its area"),
    "walk_doubled_id": ErrorCode(422, "区域标识重复", "Two areas have the same id"),
    "walk_link_nowhere": ErrorCode(422, "通道端点不在任何区域内", "A link ends outside every area"),
    # files
    "glb_invalid": ErrorCode(422, "这不是有效的 GLB 文件", "This is not a valid GLB file"),
    "asset_missing": ErrorCode(422, "引用的资源不存在", "An asset that is referred to is missing"),
    # uploads and what is made of them
    "upload_unknown": ErrorCode(
        404, "没有这个上传，或已过期", "There is no such upload, or its time is over"
    ),
    "upload_incomplete": ErrorCode(409, "文件还没有传完", "The file has not arrived whole yet"),
    "upload_offset": ErrorCode(
        409,
        "上传位置不符，请先查询当前位置",
        "The offset is not where the upload stands; ask first",
    ),
    "upload_busy": ErrorCode(
        423, "同一个上传正在另一连接中进行", "Another connection is writing to this upload"
    ),
    "upload_in_use": ErrorCode(409, "这个上传正在处理中", "This upload is being worked on"),
    "upload_checksum": ErrorCode(
        460, "校验和不符，这一段没有保存", "The checksum differs; this piece was not kept"
    ),
    "checksum_unknown": ErrorCode(
        400, "不支持这种校验和", "This checksum algorithm is not supported"
    ),
    "tus_version": ErrorCode(412, "只支持 tus 1.0.0", "Only tus 1.0.0 is supported"),
    "upload_length": ErrorCode(
        400, "请用 Upload-Length 写明文件大小", "Say how large the file is in Upload-Length"
    ),
    "upload_metadata": ErrorCode(
        400, "Upload-Metadata 无法理解", "Upload-Metadata cannot be understood"
    ),
    "too_many_uploads": ErrorCode(429, "等待处理的上传太多", "Too many uploads are waiting"),
    "quarantine_full": ErrorCode(
        507,
        "暂存空间已满，请稍后再试",
        "There is no room for more uploads just now; try again later",
    ),
    "disk_full": ErrorCode(
        507, "磁盘已满，文件没有保存", "The disk is full; the file was not kept"
    ),
    "no_file": ErrorCode(422, "没有收到文件", "There is no file in this"),
    "too_many_files": ErrorCode(413, "文件太多", "Too many files"),
    "exhibit_refused": ErrorCode(
        422, "展品文件没有通过检查", "The exhibit's file did not pass the checks"
    ),
    "job_unknown": ErrorCode(404, "没有这个任务", "There is no such job"),
    "job_over": ErrorCode(409, "任务已经结束", "The job is over"),
    "job_cancelled": ErrorCode(409, "任务已取消", "The job was cancelled"),
    "job_interrupted": ErrorCode(
        500,
        "服务重启时任务没有完成，请重新上传",
        "The job was not finished when the server restarted; upload the file again",
    ),
    "worker_crashed": ErrorCode(
        500, "处理文件的进程意外结束", "The process that worked on the file ended unexpectedly"
    ),
    "worker_timeout": ErrorCode(
        422, "处理文件用时过长，已停止", "Working on the file took too long and was stopped"
    ),
    "worker_memory": ErrorCode(
        422,
        "处理文件需要的内存过多，已停止",
        "Working on the file took too much memory and was stopped",
    ),
    "worker_disk_full": ErrorCode(
        507, "磁盘已满，处理没有完成", "The disk is full; the work was not finished"
    ),
    # media
    "media_refused": ErrorCode(
        422,
        "文件没有通过检查，原因见下",
        "The file did not pass; the findings say why",
    ),
    "media_unknown": ErrorCode(404, "没有这份图片、视频或文档", "There is no such media"),
    "media_shown": ErrorCode(
        409, "还有展板在展示它，请先换下", "Boards show it still; take it off them first"
    ),
    "no_such_board": ErrorCode(404, "没有这块展板", "There is no such board"),
    # exhibits
    "exhibit_unknown": ErrorCode(404, "没有这件展品", "There is no such exhibit"),
    "revision_unknown": ErrorCode(404, "展品没有这个版本", "The exhibit has no such revision"),
    "revision_shown": ErrorCode(
        409,
        "这个版本正在展出，请先发布另一个版本",
        "This revision is on show; publish another one first",
    ),
    "exhibit_unpublished": ErrorCode(
        409, "展品还没有发布，请先发布", "The exhibit is not published yet; publish it first"
    ),
    "exhibit_placed": ErrorCode(
        409,
        "展品还在展厅中，请先撤下，或要求一并撤下",
        "The exhibit still stands in a hall; take it away first, or ask for both",
    ),
    "placement_unknown": ErrorCode(
        404, "展品不在这个位置", "The exhibit does not stand in this place"
    ),
    "plinth_or_place": ErrorCode(422, "展台与位置只能选一个", "Name a plinth or a place, not both"),
    "publish_stale": ErrorCode(
        409,
        "其他人已发布了另一个版本，请查看后重试",
        "Somebody has published another revision since; look at it and try again",
    ),
    "collecting": ErrorCode(409, "正在清理，请稍候", "Files are being cleared away already"),
    # archive
    "archive_failed": ErrorCode(
        503, "未能保存，修改没有生效", "It could not be saved; nothing was changed"
    ),
    "archive_full": ErrorCode(
        507, "磁盘已满，修改没有生效", "The disk is full; nothing was changed"
    ),
    "archive_closed": ErrorCode(503, "档案库已关闭", "The archive is closed"),
    "archive_locked": ErrorCode(
        409, "另一个服务正在使用这个数据文件夹", "Another server is using this data folder"
    ),
    "archive_foreign": ErrorCode(
        409, "数据文件夹中的数据库不是园区的", "The database in the data folder is not a park's"
    ),
    "archive_corrupt": ErrorCode(500, "数据库已损坏", "The database is damaged"),
    "archive_newer": ErrorCode(
        409, "数据由更新的版本写成，请升级程序", "A newer program wrote this data; upgrade this one"
    ),
    "archive_unknown": ErrorCode(404, "这里没有园区的记录", "There are no records of a park here"),
    "archive_elsewhere": ErrorCode(
        409,
        "数据文件夹与数据库不属于同一园区",
        "The data folder and the database do not belong to the same park",
    ),
    "archive_unfit": ErrorCode(
        409, "这个数据库服务器不能安全保存园区", "This database server cannot keep a park safely"
    ),
    "archive_conflict": ErrorCode(
        409,
        "同时有别的程序修改了相同的记录，请重试",
        "Another program changed the same records at the same time; try again",
    ),
    "text_unstorable": ErrorCode(
        422,
        "文字中含有无法保存的字符（NUL）",
        "A text holds a character that cannot be kept (NUL)",
    ),
    "revision_conflict": ErrorCode(409, "版本号冲突", "The revision has been taken"),
    "key_exists": ErrorCode(409, "密钥重复", "This key exists already"),
    "blob_unknown": ErrorCode(404, "没有这个文件", "There is no such file"),
    "blob_too_large": ErrorCode(413, "文件太大", "The file is too large"),
    "blob_corrupt": ErrorCode(500, "存储的文件已损坏", "A stored file is damaged"),
    "version_unknown": ErrorCode(404, "没有这个版本", "There is no such version"),
    **AREAS,
}


class Problem(NamedTuple):
    """An error as it is told: HTTP status, code, words, findings."""

    status: int
    code: str
    message: str
    details: list[Detail]

    def body(self, request_id: str) -> dict[str, Any]:
        """The one shape of an error answer."""
        return {
            "code": self.code,
            "message": self.message,
            "details": [_told(detail) for detail in self.details],
            "request_id": request_id,
        }

    def to_message(self, request_id: str, request: int | None) -> Error:
        """The same on the live socket."""
        return Error(self.code, self.message, self.details, request_id, request)


def _told(detail: Detail) -> dict[str, str]:
    """A finding as JSON; one in a field of a form names the field, and speaks both languages."""
    told = {
        "pointer": detail.pointer,
        "code": detail.code,
        "severity": detail.severity,
        "message": detail.message,
    }
    if detail.pointer.startswith("/fields/"):
        told["field"] = detail.pointer.split("/")[2]
        told |= {"zh": words(detail.code, "zh-CN"), "en": words(detail.code, "en")}
    return told


class RequestError(Exception):
    """A request over HTTP that is refused: a code, findings, and the seconds to wait if known."""

    def __init__(
        self, code: str, findings: Iterable[Finding] = (), *, wait: float | None = None
    ) -> None:
        super().__init__(code)
        self.code = code
        self.findings = tuple(findings)
        self.wait = wait


FOUND_IN_FILES: Final[dict[str, tuple[str, str]]] = {**EXHIBIT_WORDS, **MEDIA_WORDS}
"""What the gates find in files that were uploaded: Chinese and English."""
OURS = (
    *(SceneError, HallError, StoreError, GlbError, WireError, UploadError, JobError),
    *(AccountError, SiteError, RequestError, PromotionError),
    *(RegistrationError, GuideError),
)
"""Every exception that carries a code for the client."""


def words(code: str, lang: str) -> str:
    """What a code means, in the reader's language; an unlisted code speaks for itself."""
    known = CODES.get(code) or WIRE_CODES.get(code)  # type: ignore[call-overload]
    if known is not None:
        return str(known.en if lang == "en" else known.zh)
    chinese, english = FOUND_IN_FILES.get(code, (code, code))
    return english if lang == "en" else chinese


def problem(error: Exception, lang: str) -> Problem:
    """What to tell about an exception; anything that is not ours is ``internal``."""
    code = getattr(error, "code", "internal") if isinstance(error, OURS) else "internal"
    if isinstance(error, GlbError):
        code = "glb_invalid"
    known = CODES.get(code)
    if known is None and code not in WIRE_CODES:
        code = "internal"
    status = known.status if known else (500 if code == "internal" else 422)
    return Problem(status, code, words(code, lang), _details(error, lang))


def _details(error: Exception, lang: str) -> list[Detail]:
    if isinstance(error, StaleError):
        return [Detail(error.pointer, "current_revision", "error", str(error.revision))]
    if isinstance(error, WireError):
        return [Detail(error.pointer, error.code, "error", words(error.code, lang))]
    if isinstance(error, GlbError):
        return [Detail("", error.code, "error", str(error))]
    findings: Iterable[Finding] = getattr(error, "findings", ())
    return [_detail(finding, lang) for finding in findings]


def _detail(finding: Finding, lang: str) -> Detail:
    told = words(finding.code, lang)
    if finding.about:
        told = f"{told} ({finding.about})"
    return Detail(finding.pointer, finding.code, finding.severity, told)


def told_of(finding: Finding, lang: str) -> dict[str, str]:
    """A finding as JSON tells it, in the reader's language."""
    detail = _detail(finding, lang)
    return {
        "pointer": detail.pointer,
        "code": detail.code,
        "severity": detail.severity,
        "message": detail.message,
    }


def _is_weight(quality: str) -> bool:
    return quality.isascii() and quality.replace(".", "", 1).isdigit()


def lang_of(accept: str | None, default: str = "zh-CN") -> str:
    """``zh-CN`` or ``en``: the first of our languages in an Accept-Language header (RFC 9110)."""
    weighed = []
    for index, part in enumerate((accept or "")[:256].split(",")):
        tag, _, parameters = part.strip().partition(";")
        quality = parameters.strip().removeprefix("q=") or "1"
        weight = float(quality) if _is_weight(quality) else 0.0
        weighed.append((-weight, index, tag.lower()))
    for weight, _, tag in sorted(weighed):
        if weight and tag.startswith("zh"):
            return "zh-CN"
        if weight and tag.startswith("en"):
            return "en"
    return default
