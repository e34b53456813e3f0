"""What companies are written about their applications and residences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from server.run.notices.kind import DAY, Kind, both

REGISTRATION: Final[Mapping[str, Kind]] = {
    "application_submitted": Kind(
        "入驻申请已提交",
        "Application received",
        both(
            "{park}：已收到“{name}”的入驻申请",
            "{park}: the application of {name} has been received",
        ),
        both(
            "已收到您的入驻申请，正在审核，预计不晚于 {due} 答复。您可以随时登录查看进度。",
            "Your application has been received and is being reviewed; expect an answer by {due}. "
            "Sign in at any time to see where it stands.",
        ),
        seconds=14 * DAY,
    ),
    "changes_requested": Kind(
        "入驻申请需补正",
        "Changes asked for",
        both(
            "{park}：“{name}”的入驻申请需要补正",
            "{park}: please change the application of {name}",
        ),
        both(
            "审核发现有内容需要补充或修改，已逐项标注在申请中。请登录查看并重新提交。",
            "The review found things to add or change; each is marked in the application. Sign in, "
            "change them and hand it in again.",
        ),
        seconds=14 * DAY,
    ),
    "application_approved": Kind(
        "入驻申请已通过",
        "Application approved",
        both(
            "{park}：“{name}”的入驻申请已通过",
            "{park}: the application of {name} is approved",
        ),
        both(
            "您的入驻申请已通过审核。请登录阅读并签署入驻协议，签署后即启用席位与展位。",
            "Your application is approved. Sign in, read and accept the residence agreement: your "
            "seat and booth are yours from then on.",
        ),
        seconds=14 * DAY,
    ),
    "application_rejected": Kind(
        "入驻申请未通过",
        "Application turned down",
        both(
            "{park}：“{name}”的入驻申请未通过",
            "{park}: the application of {name} was turned down",
        ),
        both(
            "很遗憾，您的入驻申请未通过。原因：{reason}。如有疑问，请联系园区。",
            "We are sorry: your application was turned down. Reason: {reason} Ask the park if "
            "anything is unclear.",
        ),
        seconds=14 * DAY,
    ),
    "licence_awaited": Kind(
        "等待营业执照",
        "Licence awaited",
        both(
            "{park}：请为“{name}”办理营业执照",
            "{park}: {name} now needs its licence",
        ),
        both(
            "您的入驻申请已通过，席位地址可用于设立登记，名称保留至 {hold}。取得营业执照后，"
            "请登录填写统一社会信用代码并提交。",
            "Your application is approved and the seat's address can be used to register the firm; "
            "it is held until {hold}. Once you have the licence, sign in and hand in its credit "
            "code.",
        ),
        seconds=14 * DAY,
    ),
    "company_active": Kind(
        "企业已入驻",
        "Moved in",
        both(
            "{park}：“{name}”已入驻",
            "{park}: {name} has moved in",
        ),
        both(
            "席位与展位已启用，入驻证明可以下载，入驻期至 {term}。欢迎布置您的展位。",
            "Your seat and booth are yours, the certificate can be downloaded, and residence lasts "
            "until {term}. Furnish your booth as you like.",
        ),
        seconds=14 * DAY,
    ),
    "company_renewed": Kind(
        "企业已续期",
        "Renewed",
        both(
            "{park}：“{name}”的入驻已续期",
            "{park}: the residence of {name} is renewed",
        ),
        both(
            "入驻期延至 {term}。新的入驻证明可以下载，原证明由它取代。",
            "Residence now lasts until {term}. A new certificate can be downloaded; it takes the "
            "place of the old one.",
        ),
        seconds=14 * DAY,
    ),
    "booth_taken": Kind(
        "展位已启用",
        "Booth taken",
        both(
            "{park}：“{name}”的展位已启用",
            "{park}: {name} has its booth",
        ),
        both(
            "展位已启用，招牌已经亮起。欢迎登录布置您的展位。",
            "The booth is yours and its sign is up. Sign in and furnish it as you like.",
        ),
        seconds=14 * DAY,
    ),
    "company_suspended": Kind(
        "入驻已暂停",
        "Suspended",
        both(
            "{park}：“{name}”的入驻已暂停",
            "{park}: the residence of {name} is suspended",
        ),
        both(
            "您的入驻已暂停，展位停止展示，入驻证明标注为“暂停”。原因：{reason}。",
            "Your residence is suspended: the booth is hidden and the certificate says so. Reason: "
            "{reason}",
        ),
        seconds=14 * DAY,
    ),
    "company_restored": Kind(
        "入驻已恢复",
        "Restored",
        both(
            "{park}：“{name}”的入驻已恢复",
            "{park}: the residence of {name} is restored",
        ),
        both(
            "您的入驻已恢复，展位与入驻证明重新有效。",
            "Your residence is restored: booth and certificate count again.",
        ),
        seconds=14 * DAY,
    ),
    "company_exiting": Kind(
        "退出已受理",
        "Leaving",
        both(
            "{park}：“{name}”的退出已受理",
            "{park}: {name} is leaving",
        ),
        both(
            "退出通知期至 {exit}。请在此之前迁出登记住所、清空展位，并登录下载全部资料的副本。",
            "The notice ends on {exit}. Before that, move the registered office, empty the booth, "
            "and sign in to take the copy of everything along.",
        ),
        seconds=14 * DAY,
    ),
    "company_closed": Kind(
        "退出已办结",
        "Left",
        both(
            "{park}：“{name}”的退出已办结",
            "{park}: {name} has left",
        ),
        both(
            "退出手续已办结，入驻证明失效。感谢您选择本园区。",
            "Everything is settled and the certificate is void. Thank you for having been with us.",
        ),
        seconds=14 * DAY,
    ),
    "application_withdrawn": Kind(
        "入驻申请已撤回",
        "Application withdrawn",
        both(
            "{park}：“{name}”的入驻申请已撤回",
            "{park}: the application of {name} was withdrawn",
        ),
        both(
            "您的入驻申请已撤回。需要时可以重新申请。",
            "Your application was withdrawn. You may apply again whenever you like.",
        ),
        seconds=14 * DAY,
    ),
    "application_expired": Kind(
        "入驻申请已过期",
        "Application expired",
        both(
            "{park}：“{name}”的入驻申请已过期",
            "{park}: the application of {name} has expired",
        ),
        both(
            "申请长时间没有继续，已自动结束。需要时可以重新申请。",
            "Nothing was done about the application for a long time, so it has ended. You may "
            "apply again whenever you like.",
        ),
        seconds=14 * DAY,
    ),
    "term_ended": Kind(
        "入驻期满",
        "Term over",
        both(
            "{park}：“{name}”的入驻期已满",
            "{park}: the residence of {name} has come to its term",
        ),
        both(
            "入驻期已满，转入退出程序，通知期至 {exit}。请登录下载全部资料的副本；希望继续入驻的，"
            "请联系园区。",
            "The term is over; leaving takes effect on {exit}. Sign in to take the copy of "
            "everything along, or ask the park if you would rather stay.",
        ),
        seconds=14 * DAY,
    ),
    "application_reminder": Kind(
        "入驻申请提醒",
        "Application waits",
        both(
            "{park}：“{name}”的入驻申请等待您继续",
            "{park}: the application of {name} waits for you",
        ),
        both(
            "您的申请还没有完成，将于 {days} 天后（{due}）自动结束。请登录继续。",
            "Your application is not finished and ends by itself in {days} days ({due}). Sign in "
            "to go on.",
        ),
        seconds=14 * DAY,
    ),
    "term_reminder": Kind(
        "入驻即将到期",
        "Term ends soon",
        both(
            "{park}：“{name}”的入驻还有 {days} 天到期",
            "{park}: the residence of {name} ends in {days} days",
        ),
        both(
            "入驻期至 {due}。希望继续入驻的，请在此之前登录，接受现行入驻协议续期一年。",
            "Residence lasts until {due}. If you would like to stay, sign in before then, accept "
            "the agreement in force and renew it for a year.",
        ),
        seconds=14 * DAY,
    ),
    "hold_reminder": Kind(
        "名称保留即将到期",
        "Hold ends soon",
        both(
            "{park}：“{name}”的名称保留还有 {days} 天到期",
            "{park}: the name of {name} is held for {days} more days",
        ),
        both(
            "请在 {due} 前取得营业执照，登录填写统一社会信用代码并提交。",
            "Have the licence by {due}, then sign in and hand in its credit code.",
        ),
        seconds=14 * DAY,
    ),
    "review_overdue": Kind(
        "审核超期",
        "Review overdue",
        both(
            "{park}：“{name}”的入驻申请审核超期",
            "{park}: the review of {name} is overdue",
        ),
        both(
            "审核期限为 {due}，请尽快处理。",
            "It was due on {due}; please see to it.",
        ),
        seconds=14 * DAY,
    ),
    "notice_over": Kind(
        "退出通知期已满",
        "Notice over",
        both(
            "{park}：“{name}”的退出通知期已满",
            "{park}: the notice of {name} is over",
        ),
        both(
            "退出通知期已于 {exit} 届满，请确认展位已清空、资料已交付，然后办结。",
            "The notice ended on {exit}: see that the booth is empty and the copy delivered, then "
            "close it.",
        ),
        seconds=14 * DAY,
    ),
}
