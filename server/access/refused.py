"""The built-in list of refused words: short, for what no park wants on its signs.

An operator adds a list of their own; this one can be switched off (``LINGJING_WORDS_BUILTIN=0``).
"""

from __future__ import annotations

from typing import Final

REFUSED: Final[tuple[str, ...]] = (
    # offences that spam advertises
    *("代开发票", "代办证件", "办证刻章", "假币", "假发票", "代考", "刷单返利", "套现", "洗钱"),
    *("网络赌博", "赌博网站", "赌场开户", "六合彩", "百家乐", "博彩", "时时彩", "外围足彩"),
    *("裸聊", "招嫖", "卖淫", "援交", "约炮", "成人视频", "色情", "儿童色情", "迷奸药", "催情药"),
    *("冰毒", "海洛因", "大麻出售", "摇头丸", "买卖毒品", "枪支弹药", "出售枪支", "自制炸弹"),
    *("高利贷", "裸贷", "套路贷", "贩卖个人信息", "身份证出售", "银行卡出售", "翻墙软件出售"),
    # insults
    *("傻逼", "操你妈", "草泥马", "妈的逼", "狗日的", "贱人", "去死吧", "支那"),
    *("fuck", "fucker", "motherfucker", "cunt", "nigger", "faggot", "whore", "rape", "chink"),
)
