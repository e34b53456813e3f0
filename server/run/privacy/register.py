"""The register of personal data: every table of the archive, what of people it holds, and why.

Deletion and export walk it, the desk prints it, and a test fails for a table that it does not name
(PIPL articles 6, 17, 19, 47; the record that article 55 asks for).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from server.run.privacy.words import Words

Basis = Literal["contract", "duty", "consent", "security"]
Erase = Literal["rows", "blank", "pseudonym", "law", "cascade"]
"""What deletion does: ``rows`` takes rows away, ``blank`` empties the fields, ``cascade``: they go
with the account's row; ``pseudonym``: an id stays that leads to nobody once the key and the account
are gone; ``law``: kept until its time is over, as the law asks."""

BASES: Final[Mapping[Basis, Words]] = {
    "contract": Words("提供账号服务所必需", "needed to provide the account"),
    "duty": Words("履行法定义务所必需", "needed to fulfil a duty by law"),
    "consent": Words("个人同意", "the person's consent"),
    "security": Words("保障网络安全与秩序所必需", "needed for security and order"),
}


class Entry(NamedTuple):
    """A table that tells of people.

    ``person`` are the columns by which a row is somebody's; ``sealed`` hold text under that
    person's key; ``plain`` is other personal data; ``secret`` is never shown to anybody.
    """

    purpose: Words
    basis: Basis
    kept: Words
    erase: Erase
    person: tuple[str, ...]
    sealed: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    secret: tuple[str, ...] = ()


ACCOUNT: Final = Words("账号存续期间", "as long as the account")
COMPANY: Final = Words(
    "草稿 60 天；办结后按设置（默认 5 年）",
    "drafts 60 days; others as set after their end, 5 years by default",
)
CONTENT: Final = Words("内容存续期间（仅编号）", "as long as the content (an id alone)")
TALKS: Final = Words(
    "按设置，默认最后一次提问后 90 天", "as set, 90 days after the last question by default"
)
_WHO_MADE: Final = Words("记录内容由谁修改", "who made or changed content")

REGISTER: Final[Mapping[str, Entry]] = {
    "accounts": Entry(
        Words("登录与联系", "signing in, and reaching the person"), "contract", ACCOUNT, "rows",
        ("id",), ("name", "email", "phone"), ("lang", "seen", "created", "state", "kind"),
        ("email_index", "phone_index", "password", "totp", "totp_step"),
    ),
    "grants": Entry(
        Words("权限", "what they may do"), "contract", ACCOUNT, "rows", ("account",),
        plain=("role", "hall", "enterprise", "at"),
    ),
    "recovery_codes": Entry(
        Words("找回账号", "getting back in"), "contract", ACCOUNT, "rows", ("account",),
        secret=("hash",),
    ),
    "api_keys": Entry(
        Words("程序访问", "access by programs"), "contract",
        Words("至撤销或过期", "until revoked or over"), "rows", ("account",),
        plain=("name", "scopes", "created", "seen"), secret=("hash",),
    ),
    "sessions": Entry(
        Words("保持登录，本人查看登录设备", "staying signed in; seeing one's devices"), "contract",
        Words("至退出或过期", "until signed out or over"), "rows", ("account",),
        plain=("agent", "address", "created", "seen", "how"), secret=("hash",),
    ),
    "links": Entry(
        Words("一次性登录与找回链接", "one-time links"), "contract",
        Words("最长一天", "a day at most"), "rows", ("account",), secret=("hash",),
    ),
    "invitations": Entry(
        Words("邀请员工", "inviting staff"), "contract",
        Words("结束后一个月", "a month after they are over"), "rows", ("id", "account"),
        ("name", "email"), secret=("hash",),
    ),
    "attempts": Entry(
        Words("防止猜测密码", "keeping out those who guess passwords"), "security",
        Words("一天（仅摘要）", "a day (a keyed hash alone)"), "law", (), secret=("key",),
    ),
    "passkeys": Entry(
        Words("通行密钥登录", "signing in by passkey"), "contract", ACCOUNT, "rows", ("account",),
        plain=("name", "created", "used", "model"), secret=("credential", "handle", "public_key"),
    ),
    "identities": Entry(
        Words("由其他服务登录", "signing in by another provider"), "contract", ACCOUNT, "rows",
        ("account",), plain=("issuer", "subject", "created", "used"),
    ),
    "outbox": Entry(
        Words("发出通知", "sending notices"), "contract",
        Words("结束后按设置保留（默认 30 天）", "as set, 30 days by default"), "rows", ("person",),
        ("target", "content"),
    ),
    "deliveries": Entry(
        Words("通知送达记录", "what became of notices"), "contract",
        Words("与通知一同删除", "goes with its notice"), "cascade", (), plain=("excerpt",),
    ),
    "reports": Entry(
        Words("处理举报", "handling reports"), "security", Words("两年", "two years"), "rows",
        ("reporter", "accused"), ("reporter_name", "accused_name", "words", "answer"),
        ("hall", "at", "reason", "outcome", "handler"),
    ),
    "restraints": Entry(
        Words("禁言与封禁", "mutes and blocks"), "security",
        Words("解除或到期后两年", "two years after their end"), "rows", ("subject", "person"),
        ("name", "words"), ("kind", "reason", "at", "until", "author", "lifter"),
    ),
    "consents": Entry(
        Words("证明同意与撤回", "proof of consent and withdrawal"), "duty",
        Words("撤回后三年", "three years after withdrawal"), "rows", ("person",),
        plain=("purpose", "document", "given", "withdrawn"),
    ),
    "privacy_requests": Entry(
        Words("答复个人信息请求", "answering requests about personal data"), "duty",
        Words("处理完三年", "three years after the answer"), "rows", ("person",), ("words",),
        ("kind", "state", "at", "due"),
    ),
    "erasures": Entry(
        Words("防止恢复备份时复原已删除的人", "keeps a restore from undoing a deletion"), "duty",
        Words("永久（仅编号）", "for good (an id alone)"), "pseudonym", ("person", "by"),
    ),
    "network_log": Entry(
        Words("网络日志（《网络安全法》第二十一条）", "log of network events (Cybersecurity Law)"),
        "duty", Words("按设置，默认 180 天", "as set, 180 days by default"), "law", ("actor",),
        plain=("at", "event", "about"), secret=("address",),
    ),
    "audit": Entry(
        Words("审计：谁在何时做了什么", "audit: who did what, when"), "duty",
        Words("按设置，默认 5 年（仅编号）", "as set, 5 years by default (an id alone)"),
        "pseudonym", ("actor",), ("address",), ("at", "action", "target"),
    ),
    "uploads": Entry(
        Words("接收文件", "receiving files"), "contract",
        Words("处理完或一天后删除", "until used, or a day"), "rows", ("owner",), plain=("name",),
    ),
    "jobs": Entry(
        Words("处理文件", "working on files"), "contract",
        Words("最近一千个", "the newest thousand"), "rows", ("owner",), plain=("source",),
    ),
    "transfers": Entry(
        Words("所有权转移记录", "who passed what on to whom"), "contract", CONTENT, "pseudonym",
        ("old", "new", "author"),
    ),
    "inbox": Entry(
        Words("待办由谁处理", "who handles what"), "contract", CONTENT, "pseudonym",
        ("assignee",), plain=("notes",),
    ),
    "leads": Entry(
        Words("招商联系", "answering those who left a contact"), "consent",
        Words(
            "按设置，默认最后联系后 365 天", "as set, 365 days after the last contact by default"
        ),
        "rows", ("id",), ("name", "phone", "email", "company", "wants"),
        ("state", "source", "next_at", "created", "expires"), ("phone_index", "email_index"),
    ),
    "leavings": Entry(
        Words("证明同意与撤回", "proof of what was left, and of the consent"), "consent",
        Words("与线索一同删除", "goes with the lead"), "rows", ("lead",),
        ("name", "company", "wants"), ("source", "consent", "at"), ("token",),
    ),
    "lead_notes": Entry(
        Words("跟进记录", "what staff noted of a lead"), "consent",
        Words("与线索一同删除", "goes with the lead"), "rows", ("lead",), ("text",),
        ("kind", "about", "at"),
    ),
    "bookings": Entry(
        Words("预约参观", "visits booked"), "consent",
        Words("与线索一同删除", "goes with the lead"), "rows", ("lead",), ("answer",),
        ("starts", "state", "people"), ("token",),
    ),
    "holds": Entry(
        Words("预留空间", "space held for somebody"), "contract", CONTENT, "pseudonym",
        ("owner", "lead", "author", "ender"),
    ),
    "applications": Entry(
        Words("办理企业入驻", "handling companies' residence"), "contract", COMPANY, "pseudonym",
        ("person",), ("sealed",), ("submitter", "clerk", "accepted_by"),
        ("id_index", "phone_index"),
    ),
    "application_documents": Entry(
        Words("入驻申请材料", "documents of applications"), "contract", COMPANY, "pseudonym",
        ("person",), ("label",), ("kind", "by"),
    ),
    "application_history": Entry(
        Words("入驻申请的办理记录", "what was done to applications"), "duty", COMPANY, "pseudonym",
        ("person",), ("note",), ("by", "role"),
    ),
    "application_comments": Entry(
        Words("要求补正的内容", "what applicants were asked to change"), "contract", COMPANY,
        "pseudonym", ("person",), ("words",), ("by",),
    ),
    "idempotent_answers": Entry(
        Words("同一请求只办理一次", "doing what was asked once only"), "contract",
        Words("一天", "a day"), "rows", ("actor", "person"), ("answer",), secret=("body",),
    ),
    "dialogues": Entry(
        Words("讲解员问答", "answering what visitors ask guides"), "contract", TALKS, "rows",
        ("id", "account"), ("first",), ("persona", "hall", "lang", "began", "last"), ("token",),
    ),
    "dialogue_turns": Entry(
        Words("讲解员问答中的提问与评价", "questions to guides, and what was thought of answers"),
        "contract", TALKS, "rows", ("dialogue",), ("question", "heard", "words"),
        ("lang", "hall", "at", "rating"),
    ),
    "dialogue_clauses": Entry(
        Words("讲解员的回答与依据", "what guides answered, and on which records"), "contract",
        TALKS, "rows", ("dialogue",), ("text", "quotes"), ("citations", "by", "at"),
    ),
    "open_questions": Entry(
        Words("补充资料中没有的内容", "adding what the records lack"), "contract", TALKS, "rows",
        ("id", "dialogue"), ("question",), ("lang", "count", "first", "last", "settler"),
    ),
    "knowledge_versions": Entry(_WHO_MADE, "contract", CONTENT, "pseudonym", ("author",)),
    "personas": Entry(_WHO_MADE, "contract", CONTENT, "pseudonym", ("author",)),
    "guide_tests": Entry(_WHO_MADE, "contract", CONTENT, "pseudonym", ("author",)),
    "exhibits": Entry(_WHO_MADE, "contract", CONTENT, "pseudonym", ("owner",)),
    "revisions": Entry(_WHO_MADE, "contract", CONTENT, "pseudonym", ("author",)),
    "publications": Entry(_WHO_MADE, "contract", CONTENT, "pseudonym", ("author",)),
    "media": Entry(_WHO_MADE, "contract", CONTENT, "pseudonym", ("owner", "author")),
    "patches": Entry(_WHO_MADE, "contract", CONTENT, "pseudonym", ("author",)),
    "versions": Entry(_WHO_MADE, "contract", CONTENT, "pseudonym", ("author", "owner")),
    "legal": Entry(_WHO_MADE, "contract", CONTENT, "pseudonym", ("author",)),
    "endpoints": Entry(_WHO_MADE, "contract", CONTENT, "pseudonym", ("author",),
                       secret=("url", "secret")),
}  # fmt: skip
"""Tables that tell of people."""

NOBODY: Final[Mapping[str, str]] = {
    "assets": "content addresses of files",
    "certificates": "what certificates state of companies",
    "audit_cuts": "what retention took from the audit trail",
    "booth_leases": "which company has which booth",
    "custodians": "hosting institutions and their addresses",
    "registration_effects": "what is to be done outside after a step, by ids",
    "seats": "which company has which seat",
    "dwell_hours": "sums over visitors who agreed",
    "exhibit_files": "files of exhibits",
    "guide_test_runs": "how tests of guides went",
    "halls": "halls of the park",
    "heat_days": "sums over visitors who agreed",
    "knowledge": "documents that guides know",
    "media_files": "files of media",
    "meta": "facts about the park",
    "snapshots": "scenes",
    "visit_hours": "sums over visitors who agreed",
}
"""Tables that tell of nobody, with what they hold."""
OUTSIDE: Final = (
    Words("secrets/persons.db：每人一把密钥，删除时销毁",
          "secrets/persons.db: one key a person, destroyed by deletion"),
    Words("头部、手部、视线与声音数据从不保存",
          "head, hand, eye and voice streams are never stored"),
)  # fmt: skip
"""What is said of data outside the archive."""
