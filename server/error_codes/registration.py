"""Registration: forms, applications, seats, booths and certificates."""

from __future__ import annotations

from typing import Final

from server.error_codes.code import ErrorCode

CODES: Final[dict[str, ErrorCode]] = {
    "application_unknown": ErrorCode(404, "没有这份入驻申请", "There is no such application"),
    "application_stale": ErrorCode(
        409,
        "申请刚刚被修改，请查看最新内容后重试",
        "The application has just been changed; look at it again and retry",
    ),
    "current_version": ErrorCode(409, "现在的版本号", "The version that it has now"),
    "application_locked": ErrorCode(
        409,
        "申请已提交或已办结，现在不能修改",
        "The application was handed in or is over; it cannot be changed now",
    ),
    "application_invalid": ErrorCode(
        422,
        "表单还有错误或缺少材料，原因见下",
        "The form has errors or lacks documents; the findings say which",
    ),
    "too_many_applications": ErrorCode(
        409,
        "未办结的申请太多，请先继续或撤回已有的申请",
        "You have too many open applications; go on with one or withdraw one first",
    ),
    "sign_up_first": ErrorCode(
        403,
        "请先用邮箱或手机号登录，再开始申请",
        "Sign in with your e-mail address or phone first, then begin",
    ),
    "wrong_state": ErrorCode(
        409,
        "申请现在的状态不能这样操作",
        "This cannot be done in the state that the application is in",
    ),
    "own_application": ErrorCode(
        403, "不能审核自己或本企业的申请", "Nobody reviews their own application, or their firm's"
    ),
    "needs_manager": ErrorCode(
        403, "有标记的申请须由经理决定", "A flagged application is for a manager to decide"
    ),
    "claimed_already": ErrorCode(409, "您已受理这份申请", "You work on this application already"),
    "claimed_by_another": ErrorCode(
        409, "其他办事员已受理这份申请", "Another clerk works on this application"
    ),
    "changes_missing": ErrorCode(
        422, "请逐项写明需要补正的内容", "Say what is to be changed, item by item"
    ),
    "changes_asked": ErrorCode(
        409,
        "已要求过补正：第二次只能针对重新提交的内容",
        "Changes were asked for already; a second time only about what was handed in again",
    ),
    "changes_open": ErrorCode(
        409,
        "还有要求补正的内容没有修改；确实无需修改的，请附说明",
        "Something that was asked for has not changed; if it need not, say why in a note",
    ),
    "custodian_missing": ErrorCode(422, "请选择托管机构", "Choose a hosting institution"),
    "custodian_unknown": ErrorCode(404, "没有这家托管机构", "There is no such hosting institution"),
    "no_seat": ErrorCode(409, "托管机构没有空席位", "The hosting institution has no free seat"),
    "no_free_seat": ErrorCode(
        409, "席位刚刚分配完，请联系园区", "The last seat has just been given; ask the park"
    ),
    "no_free_booth": ErrorCode(
        409,
        "展位已满，请联系园区，或改为不要展位",
        "No booth is free; ask the park, or go on without one",
    ),
    "already_resident": ErrorCode(
        409, "同一代码已在园入驻", "This credit code has a residence already"
    ),
    "code_taken": ErrorCode(
        409,
        "同一代码已有一份通过的申请或入驻，请核对重复申请",
        "Another application with this credit code is approved or resident; look at the duplicates",
    ),
    "licence_there": ErrorCode(
        409, "已有信用代码，无需等待执照", "There is a credit code already; no licence to wait for"
    ),
    "licence_missing": ErrorCode(
        422, "请填写营业执照上的统一社会信用代码", "Fill in the credit code of the licence"
    ),
    "agreement_missing": ErrorCode(
        422, "请先阅读并接受入驻协议", "Read and accept the residence agreement first"
    ),
    "agreement_stale": ErrorCode(
        409,
        "入驻协议刚刚更新，请阅读新的版本后接受",
        "The agreement has just been renewed; read and accept the new version",
    ),
    "renewal_early": ErrorCode(
        409,
        "期满前 60 天起可以续期",
        "A term can be renewed from 60 days before its end",
    ),
    "custodian_closed": ErrorCode(
        409,
        "托管机构已停止接收企业，请联系园区更换后再续期",
        "The hosting institution takes no companies any more; ask the park for another, then renew",
    ),
    "booth_there": ErrorCode(409, "企业已有展位", "The company has a booth already"),
    "notice_running": ErrorCode(409, "退出通知期还没有满", "The notice is still running"),
    "space_not_empty": ErrorCode(409, "展位还没有清空", "The booth is not empty yet"),
    "copy_not_delivered": ErrorCode(
        409, "企业还没有取得资料副本", "The company has not taken its copy yet"
    ),
    "not_yet": ErrorCode(409, "还没有到期", "It is not time yet"),
    "reason_unknown": ErrorCode(422, "请选择原因", "Choose one of the reasons"),
    "document_unknown": ErrorCode(404, "没有这份材料", "There is no such document"),
    "document_missing": ErrorCode(422, "缺少这份材料", "This document is missing"),
    "document_type": ErrorCode(
        415,
        "只接受 PDF、JPEG 或 PNG 文件（按文件内容识别）",
        "Only PDF, JPEG and PNG files are taken, as their content shows",
    ),
    "document_broken": ErrorCode(
        422, "文件已损坏，无法打开", "The file is damaged and cannot be opened"
    ),
    "too_many_documents": ErrorCode(
        409, "材料太多，请先删除不用的", "There are too many documents; take some away first"
    ),
    "member_unknown": ErrorCode(404, "没有这位成员", "There is no such member"),
    "too_many_members": ErrorCode(409, "成员已达上限", "There are too many members"),
    "owner_last": ErrorCode(
        409, "企业至少须有一位管理员", "An enterprise needs one owner at least"
    ),
    "not_resident": ErrorCode(
        403,
        "企业入驻启用后才能上传展品与媒体；现在可以上传申请材料",
        "Exhibits and media can be sent once the company has moved in; documents of the "
        "application can be sent now",
    ),
    "company_unknown": ErrorCode(404, "没有这家企业", "There is no such company"),
    "idempotency_mismatch": ErrorCode(
        409,
        "这个 Idempotency-Key 已用于内容不同的请求",
        "This Idempotency-Key was used with another body",
    ),
    "idempotency_busy": ErrorCode(
        409,
        "相同 Idempotency-Key 的请求正在处理，请稍后再试",
        "A request with this Idempotency-Key is being worked on; try again in a moment",
    ),
    "idempotency_key": ErrorCode(
        422,
        "Idempotency-Key 应为 1 到 128 个可见字符",
        "An Idempotency-Key has 1 to 128 visible characters",
    ),
    "certificate_unknown": ErrorCode(
        404, "没有这份入驻证明，请核对编号", "There is no such certificate; check the number"
    ),
    "certificate_exists": ErrorCode(409, "证明编号已存在", "This number is taken"),
    "certificate_keys_broken": ErrorCode(
        500, "证明签名密钥文件无法读取", "The file of the signing keys cannot be read"
    ),
    "certificate_keys_lost": ErrorCode(
        503,
        "证明签名密钥文件不见了，暂时不能签发与核验签名；请园区从备份恢复该文件，"
        "或用 lingjing certificate rotate --stolen 换新密钥重签",
        "The file of the signing keys is gone: nothing can be signed or proven now; the park "
        "brings it back from a backup, or signs anew by: lingjing certificate rotate --stolen",
    ),
    "certificate_face_missing": ErrorCode(
        503,
        "服务器没有中文字体，暂时不能制作证明；请安装 fonts-noto-cjk，或设置 LINGJING_FONTS",
        "The server has no Chinese typeface to set the sheet with; install fonts-noto-cjk, or set "
        "LINGJING_FONTS",
    ),
    "statement_unreadable": ErrorCode(
        422, "这不是一份签名声明（JWS）", "This is no signed statement (JWS)"
    ),
    "statement_forged": ErrorCode(
        422,
        "签名不成立：不是本园区签发，或内容被改动",
        "The signature does not hold: not signed by this park, or changed since",
    ),
}
