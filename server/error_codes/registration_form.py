"""What the rules of the registration form say of an answer: each tells the way forward."""

from __future__ import annotations

from functools import partial
from typing import Final

from server.error_codes.code import ErrorCode

_wrong: Final = partial(ErrorCode, 422)

CODES: Final[dict[str, ErrorCode]] = {
    # answers of any kind
    "unknown_field": _wrong("表单中没有这一项", "The form has no such field"),
    "too_long": _wrong("内容太长，请缩短", "This is too long; shorten it"),
    "too_short": _wrong("内容太短，请写完整", "This is too short; write it out"),
    "not_a_date": _wrong(
        "应为真实的日期，例如 2019-04-18", "This should be a date that exists, such as 2019-04-18"
    ),
    "date_outside": _wrong(
        "日期不能晚于今天，也不能早于 1840 年", "The day lies in the future, or before 1840"
    ),
    "not_english": _wrong("请用英文填写", "Write this in English"),
    "consent_missing": _wrong(
        "需要勾选后才能提交", "This has to be agreed to before the application is handed in"
    ),
    # unified social credit codes: the reasons of GB 32100-2015, first failing first
    "length": _wrong(
        "统一社会信用代码应为 18 位，请对照营业执照核对",
        "A credit code has 18 characters; compare it with the licence",
    ),
    "charset": _wrong(
        "代码只用数字与大写字母，不含 I、O、S、V、Z；请核对是否把 0 写成了 O、1 写成了 I",
        "A code has digits and capitals without I, O, S, V and Z; look for O instead of 0 or I "
        "instead of 1",
    ),
    "registrar_type": _wrong(
        "代码前两位不是任何登记管理部门与机构类别，企业为 91、个体工商户为 92、合作社为 93",
        "The first two characters name no registrar and type; businesses have 91, sole traders 92, "
        "cooperatives 93",
    ),
    "region": _wrong(
        "代码第 3 至 8 位不属于任何省份，请对照营业执照核对",
        "Characters 3 to 8 are of no province; compare them with the licence",
    ),
    "org_check": _wrong(
        "代码第 9 至 17 位（主体标识码）的校验位不符，请逐位核对",
        "Characters 9 to 17, the organisation's code, do not fit their check character; compare "
        "them one by one",
    ),
    "checksum": _wrong(
        "代码最后一位校验码不符，请逐位核对",
        "The last character does not fit the others; compare them one by one",
    ),
    "not_eligible": _wrong(
        "只有企业、个体工商户与农民专业合作社（代码以 91、92、93 开头）可以入驻",
        "Businesses, sole traders and farmers' cooperatives alone (codes that begin with 91, 92, "
        "93) may become residents",
    ),
    # names
    "name_missing": _wrong("请填写企业名称", "Write the name of the firm"),
    "name_long": _wrong("名称最多 100 字", "A name has 100 characters at most"),
    "name_not_han": _wrong(
        "名称只能使用汉字，请去掉其他字符",
        "A name is in Chinese characters; take the others out",
    ),
    "name_brackets": _wrong("名称中的括号不成对", "The brackets in the name are not in pairs"),
    "name_form_missing": _wrong(
        "名称末尾应写明组织形式，例如“有限公司”“合伙企业（有限合伙）”“专业合作社”",
        "The name ends in its legal form, such as 有限公司, 合伙企业（有限合伙） or 专业合作社",
    ),
    "trade_name_missing": _wrong(
        "名称中没有字号：请在行政区划与行业之间写明两个以上汉字的字号",
        "The name lacks a trade name: two Chinese characters or more between place and business",
    ),
    "trade_name_short": _wrong(
        "字号应有两个以上汉字", "A trade name has two Chinese characters or more"
    ),
    "trade_name_place": _wrong(
        "行政区划名称不能作为字号，请另取字号", "A place cannot be the trade name; choose another"
    ),
    "name_state": _wrong(
        "以“中国”“国家”等开头的名称须经国务院批准，请更换",
        "Names that begin with 中国 or 国家 need the State Council's approval; choose another",
    ),
    "name_superlative": _wrong(
        "名称含有“国家级”“最佳”一类误导性的词，请去掉",
        "The name holds a misleading superlative; take it out",
    ),
    "name_authority": _wrong(
        "名称含有政党、国家机关、军队或群团组织的称谓，请去掉",
        "The name holds that of a party, an authority, the army or a mass organisation; take it "
        "out",
    ),
    "name_foreign": _wrong(
        "名称含有外国国家或国际组织的名称，请去掉",
        "The name holds that of a foreign state or an international body; take it out",
    ),
    "name_numerals": _wrong(
        "字号中连续的数字容易误认为部队番号或日期，请更换",
        "A row of numerals reads like a military unit or a date; choose another trade name",
    ),
    "name_indecent": _wrong(
        "名称含有违背公序良俗的词，请去掉",
        "The name holds a word against public morals; take it out",
    ),
    "name_charity": _wrong(
        "名称容易误认为非营利组织，请更换",
        "The name reads like that of an organisation without profit; choose another",
    ),
    "form_differs_name": _wrong(
        "组织形式与名称末尾不一致，请核对两者",
        "The legal form is not the one that the name ends in; look at both",
    ),
    "form_differs_code": _wrong(
        "组织形式与信用代码不一致：个体工商户为 92，合作社为 93，其余为 91",
        "Legal form and credit code differ: sole traders have 92, cooperatives 93, all others 91",
    ),
    # people
    "not_a_person": _wrong(
        "请填写与证件一致的姓名，不含数字与符号",
        "Write the name as on the identity document, without digits and signs",
    ),
    "id_length": _wrong(
        "证件号码的位数或格式不符：身份证为 18 位，请同时核对证件类型",
        "The number does not have the shape of this kind of document (identity cards have 18 "
        "characters); look at the kind too",
    ),
    "id_charset": _wrong(
        "证件号码含有不使用的字符，请核对", "The number holds characters that are not used"
    ),
    "id_region": _wrong(
        "证件号码前两位不属于任何省份，请核对", "The first two digits are of no province"
    ),
    "id_birth_date": _wrong(
        "证件号码中的出生日期不存在，请核对", "The date of birth in the number does not exist"
    ),
    "id_checksum": _wrong(
        "证件号码的校验位不符，请逐位核对",
        "The last character of the number does not fit the others; compare them one by one",
    ),
    "id_underage": _wrong(
        "法定代表人须年满 18 周岁", "A legal representative is 18 years old or more"
    ),
    "bad_phone": _wrong(
        "应为 11 位手机号、带区号的固定电话，或以 + 开头的境外号码",
        "A mainland mobile of 11 digits, a landline with its area code, or a number that begins "
        "with + and its country",
    ),
    "bad_email": _wrong(
        "应为电子邮箱地址，例如 contact@example.com",
        "This should be an e-mail address, such as contact@example.com",
    ),
    "bad_url": _wrong(
        "应为网址，例如 https://www.example.com",
        "This should be an address such as https://www.example.com",
    ),
    # business
    "scope_restricted": _wrong(
        "经营范围含有须前置审批、或不能使用集群注册地址的项目，请删去后提交，或使用独立场所登记",
        "The scope holds what needs a permission beforehand or cannot use a shared address; take "
        "it out, or register at premises of your own",
    ),
    "scope_flagged": _wrong(
        "经营范围含有可能需要许可的项目，将由经理审核",
        "The scope holds what may need a permission; a manager will look at it",
    ),
    "industry_restricted": _wrong(
        "这一行业须前置审批，不能使用集群注册地址",
        "This industry needs a permission beforehand and cannot use a shared address",
    ),
    "industry_flagged": _wrong(
        "这一行业可能需要许可，将由经理审核",
        "This industry may need a permission; a manager will look at it",
    ),
    "capital_unclear": _wrong(
        "看不懂这个金额，请写成“100万元”或“1,000,000.00元”，精确到分",
        "This amount cannot be read; write 100万元 or 1,000,000.00元, to the fen at most",
    ),
    "capital_currency": _wrong("注册资本请折算为人民币填写", "Give the registered capital in CNY"),
    "capital_bounds": _wrong(
        "注册资本应在 1 元与 1 万亿元之间", "The capital lies between 1 and 10¹² yuan"
    ),
}
