"""Models, voices and ears of guides: services of the OpenAI protocol, none unless named."""

from __future__ import annotations

from typing import Final

from server.settings.readers import choice, flag, public_or_path
from server.settings.row import Setting


def _words(text: str) -> tuple[str, ...]:
    """Names, separated by commas, in small letters."""
    return tuple(part.strip().lower() for part in text.split(",") if part.strip())


def _service(name: str, zh: str, en: str) -> tuple[Setting, ...]:
    """Address, model and key of one service."""
    prefix = f"guide_{name}"
    model = "guide_model" if name == "model" else f"{prefix}_model"
    key = f"{prefix}_key"
    return (
        Setting(
            f"{prefix}_url",
            public_or_path,
            "",
            f"{zh}的服务地址（OpenAI 兼容，通常以 /v1 结尾）；为空则不用",
            f"address of {en}: OpenAI's protocol, ending in /v1 as a rule; empty: none",
            live=True,
        ),
        Setting(model, str, "", f"{zh}的模型名称", f"name of the model of {en}", live=True),
        Setting(
            key,
            str,
            "",
            f"{zh}的密钥（以 Bearer 方式发送）；也可用 LINGJING_{key.upper()}_FILE",
            f"secret of {en}, sent as Bearer; or LINGJING_{key.upper()}_FILE",
            secret=True,
            desk=False,
        ),
    )


GUIDE_MODELS: Final[tuple[Setting, ...]] = (
    *_service("model", "讲解员语言模型", "the guides' language model"),
    *_service("embeddings", "讲解员向量模型", "the guides' embeddings"),
    *_service("speech", "讲解员语音合成", "the guides' voice"),
    *_service("transcribe", "讲解员语音识别", "the guides' ears"),
    Setting(
        "guide_speech_format",
        choice("wav", "mp3", "opus"),
        "wav",
        "语音格式：wav 口型最准，mp3 与 opus 传输小",
        "form of the guides' speech: wav moves the mouth best, mp3 and opus are smaller",
        live=True,
    ),
    Setting(
        "guide_abroad",
        flag,
        False,
        "允许使用境外的模型服务：访客的问题会出境（个人信息先行隐去），页面会标明",
        "let guides use services abroad: questions leave the country (personal data is masked"
        " first), and pages say so",
        live=True,
    ),
    Setting(
        "guide_domestic",
        _words,
        (),
        "由运营方确认位于境内的模型服务主机名，用逗号分隔（内网地址与 .cn 域名无需列出）",
        "hosts of services that the operator states stand in China, separated by commas; addresses"
        " of private networks and names in .cn need not be listed",
        desk=False,
    ),
)
