"""Every question of the application, in the order in which it is asked.

No question without a purpose: each has a help text that says what the answer is for, and an
example that would be accepted.
"""

from __future__ import annotations

from typing import Final

from server.registration.documents import is_new_firm
from server.registration.field import Choice, Field, Values, Words
from server.registration.identity_number import WORDS as ID_WORDS
from server.registration.industry import DIVISIONS, is_business
from server.registration.legal_forms import FORMS


def _always(values: Values) -> bool:
    return True


def _never(values: Values) -> bool:
    return False


def _exists(values: Values) -> bool:
    return not is_new_firm(values)


def _wants_booth(values: Values) -> bool:
    return values.get("wants_booth") is True


CASES: Final = (
    Choice("existing", Words("已有营业执照", "The firm has its licence")),
    Choice("new_firm", Words("新设企业，尚未取得执照", "A new firm, without a licence yet")),
)
FORM_CHOICES: Final = tuple(Choice(name, Words(f.zh, f.en)) for name, f in FORMS.items())
INDUSTRY_CHOICES: Final = tuple(
    Choice(each.code, Words(each.zh, each.en))
    for each in DIVISIONS.values()
    if is_business(each.code)
)
ID_CHOICES: Final = tuple(Choice(name, Words(w.zh, w.en)) for name, w in ID_WORDS.items())

FIELDS: Final[tuple[Field, ...]] = (
    Field(
        "case", "firm", "choice", _always,
        Words("企业情况", "Where the firm stands"),
        Words(
            "决定需要填写的内容与材料。新设企业通过审核后保留名称两个月，等待取得执照。",
            "Decides what else is asked. A new firm's name is held for two months after approval, "
            "until it has its licence.",
        ),
        Words("已有营业执照", "The firm has its licence"), CASES,
    ),
    Field(
        "credit_code", "firm", "code", _exists,
        Words("统一社会信用代码", "Unified social credit code"),
        Words(
            "营业执照上的 18 位代码，不含字母 I、O、S、V、Z；空格与连字符会自动去掉。"
            "新设企业取得执照后再填。",
            "The 18 characters on the licence, without I, O, S, V and Z; spaces and hyphens are "
            "taken out. A new firm fills it in once it has its licence.",
        ),
        Words("9132 0506 MA00 0000 79", "9132 0506 MA00 0000 79"), longest=64,
    ),
    Field(
        "name", "firm", "text", _always,
        Words("企业名称", "Name of the firm"),
        Words(
            "与营业执照一致；新设企业填写申报的名称：行政区划＋字号＋行业＋组织形式。",
            "As on the licence; for a new firm the declared name: place, trade name, business, "
            "legal form, in Chinese.",
        ),
        Words("苏州智行机器人有限公司", "苏州智行机器人有限公司"), longest=100,
    ),
    Field(
        "name_en", "firm", "text", _never,
        Words("英文名称", "Name in English"),
        Words(
            "显示在英文展位招牌与名片上；没有可以不填。",
            "Shown on the English sign of the booth; may be left out.",
        ),
        Words("Suzhou Zhixing Robotics Co., Ltd.", "Suzhou Zhixing Robotics Co., Ltd."),
        longest=120,
    ),
    Field(
        "legal_form", "firm", "choice", _always,
        Words("组织形式", "Legal form"),
        Words(
            "与名称末尾和执照“类型”一致，用来核对名称与代码。",
            "As the name ends and the licence says; name and code are checked against it.",
        ),
        Words("有限责任公司", "Limited liability company"), FORM_CHOICES,
    ),
    Field(
        "industry", "firm", "choice", _always,
        Words("主要行业", "Main industry"),
        Words(
            "国民经济行业大类（GB/T 4754-2017）。访客按行业查找企业；"
            "可输入“软件”“机器人”等词搜索。",
            "The division of GB/T 4754-2017. Visitors look for firms by it; search by words such "
            "as software or robots.",
        ),
        Words("65 软件和信息技术服务业", "65 Software and IT services"), INDUSTRY_CHOICES,
    ),
    Field(
        "scope", "firm", "long_text", _always,
        Words("经营范围", "Scope of business"),
        Words(
            "与执照一致。需前置审批的项目（如危险化学品、餐饮、金融）不能使用集群注册地址。",
            "As on the licence. What needs a permission beforehand (dangerous chemicals, catering, "
            "finance) cannot use a shared address.",
        ),
        Words("软件开发；信息技术咨询服务", "软件开发；信息技术咨询服务"), longest=3000,
    ),
    Field(
        "capital", "firm", "money", _never,
        Words("注册资本", "Registered capital"),
        Words(
            "人民币，可写“100万”“1,000,000.00元”。用于入驻统计；个体工商户可不填。",
            "In CNY; 100万 or 1,000,000.00元 will do. For the park's statistics; sole traders may "
            "leave it out.",
        ),
        Words("100万元", "1,000,000.00元"), longest=60,
    ),
    Field(
        "established", "firm", "date", _exists,
        Words("成立日期", "Date of establishment"),
        Words(
            "执照上的成立日期，用来核对执照。新设企业不填。",
            "As on the licence, to check it against. Not for a new firm.",
        ),
        Words("2019-04-18", "2019-04-18"), longest=10, shown=_exists,
    ),
    Field(
        "registered_address", "firm", "text", _exists,
        Words("现登记住所", "Address registered now"),
        Words(
            "执照上的住所，入驻后由托管机构协助变更到园区地址。新设企业直接使用园区地址，不填。",
            "As on the licence; the custodian helps to change it to the park's. A new firm uses "
            "the park's address from the start and leaves this out.",
        ),
        Words("江苏省苏州市吴中区灵岩路 1 号", "江苏省苏州市吴中区灵岩路 1 号"), shown=_exists,
    ),
    Field(
        "legal_rep", "representative", "text", _always,
        Words("法定代表人（负责人）", "Legal representative"),
        Words(
            "与执照和身份证件一致的姓名，用来核实申请确由企业作出。",
            "The name as on the licence and the identity document: it shows that the firm itself "
            "applies.",
        ),
        Words("张小灵", "ZHANG Xiaoling"), personal=True, longest=60,
    ),
    Field(
        "id_kind", "representative", "choice", _always,
        Words("证件类型", "Kind of identity document"),
        Words(
            "法定代表人持有的证件，决定号码怎样核对；内地居民请选居民身份证。",
            "What the legal representative holds; the number is checked by it. Mainland residents "
            "have an identity card.",
        ),
        Words("居民身份证", "Resident identity card"), ID_CHOICES, personal=True,
    ),
    Field(
        "id_number", "representative", "number", _always,
        Words("证件号码", "Number of the document"),
        Words(
            "仅用于核验法定代表人身份：加密保存，处处只显示末四位，每次查看均有记录。",
            "Only to verify who represents the firm: kept encrypted, shown by its last four "
            "characters alone, and each look is on record.",
        ),
        Words("11010519491231002X", "11010519491231002X"), personal=True, sealed=True, longest=32,
    ),
    Field(
        "contact_name", "contact", "text", _always,
        Words("联系人", "Contact"),
        Words(
            "办理本次入驻的人；不是法定代表人时需上传授权委托书。",
            "Who sees to this application; an authorisation is needed unless it is the legal "
            "representative.",
        ),
        Words("李小境", "LI Xiaojing"), personal=True, longest=60,
    ),
    Field(
        "phone", "contact", "phone", _always,
        Words("联系电话", "Telephone"),
        Words(
            "审核中有疑问时联系您；手机或带区号的固定电话，境外号码以 + 开头。",
            "For questions about the application; numbers outside the mainland begin with +.",
        ),
        Words("138 0013 8000", "+86 138 0013 8000"), personal=True, longest=40,
    ),
    Field(
        "email", "contact", "email", _always,
        Words("电子邮箱", "E-mail address"),
        Words(
            "补正、通过、到期等通知发到这里。",
            "Notices about changes, approval and terms are sent here.",
        ),
        Words("contact@example.com", "contact@example.com"), personal=True, longest=254,
    ),
    Field(
        "wants_booth", "booth", "yes_no", _never,
        Words("需要展位", "A booth in the park"),
        Words(
            "入驻后在园区展厅获得展位与招牌，可自行布置展品；不需要时只登记地址席位。",
            "A booth with a sign in a hall, furnished by the firm itself; without it the firm has "
            "an address seat alone.",
        ),
        Words("是", "Yes"), longest=0,
    ),
    Field(
        "brief", "booth", "long_text", _wants_booth,
        Words("企业简介", "About the firm"),
        Words(
            "显示在展位招牌与企业名片上，访客可见；200 字以内。",
            "Shown to visitors on the sign and the card; 200 characters at most.",
        ),
        Words("面向中小工厂的协作机器人。", "面向中小工厂的协作机器人。"),
    ),
    Field(
        "brief_en", "booth", "long_text", _never,
        Words("英文简介", "About the firm, in English"),
        Words(
            "显示给使用英文的访客；没有可以不填。",
            "Shown to visitors who read English; may be left out.",
        ),
        Words(
            "Collaborative robots for small factories.",
            "Collaborative robots for small factories.",
        ),
        longest=600,
    ),
    Field(
        "website", "booth", "url", _never,
        Words("企业网站", "Website"),
        Words(
            "显示在企业名片上，以 https:// 或 http:// 开头；没有可以不填。",
            "Shown on the firm's card; begins with https:// or http://; may be left out.",
        ),
        Words("https://www.example.com", "https://www.example.com"),
    ),
    Field(
        "consent_truth", "consents", "consent", _always,
        Words("所填内容与材料真实、有效", "What I state and hand in is true"),
        Words(
            "虚假申请会被驳回，已入驻的将被暂停。",
            "A false application is turned down, and a residence got by one is suspended.",
        ),
        Words("同意", "I agree"), longest=0,
    ),
    Field(
        "consent_privacy", "consents", "consent", _always,
        Words("同意按隐私政策处理申请信息", "The privacy policy applies to this application"),
        Words(
            "用于审核、签约与入驻服务；可随时导出，并申请删除。",
            "For review, agreement and residence; you can take a copy and ask for deletion.",
        ),
        Words("同意", "I agree"), longest=0,
    ),
    Field(
        "consent_identity", "consents", "consent", _always,
        Words("单独同意处理身份证件信息", "Separate consent to identity data"),
        Words(
            "身份证件号码与影像属于敏感个人信息，需要单独同意（个人信息保护法第二十九条）。",
            "Numbers and pictures of identity documents are sensitive personal information and "
            "need a consent of their own (Personal Information Protection Law, art. 29).",
        ),
        Words("同意", "I agree"), longest=0,
    ),
)  # fmt: skip
NAMES: Final = frozenset(field.name for field in FIELDS)
BY_NAME: Final = {field.name: field for field in FIELDS}
GROUPS: Final = {
    "firm": Words("企业", "The firm"),
    "representative": Words("法定代表人", "Legal representative"),
    "contact": Words("联系人", "Contact"),
    "booth": Words("展位与名片", "Booth and card"),
    "consents": Words("确认与同意", "Statements and consents"),
}
"""The groups of questions, in order."""
