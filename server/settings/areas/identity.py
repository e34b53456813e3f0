"""Signing in through an organisation's own identity provider (OpenID Connect)."""

from __future__ import annotations

from typing import Final

from server.access.claims import claim_map
from server.settings.readers import flag, issuer
from server.settings.row import Setting


def _roles(text: str) -> str:
    """A map of claims to roles that can be read."""
    claim_map(text)
    return text.strip()


IDENTITY: Final[tuple[Setting, ...]] = (
    Setting(
        "oidc_issuer",
        issuer,
        "",
        "统一身份认证（OpenID Connect）的 issuer 地址，为空则不启用；须为 https，本机测试除外",
        "issuer of the OpenID Connect provider; empty: none. It must be https, but on this machine",
        desk=False,
    ),
    Setting(
        "oidc_client_id",
        str,
        "",
        "在身份提供方登记的客户端 ID；回调地址登记为 <园区网址>/desk/oidc",
        "client id registered there; register <the park's address>/desk/oidc as redirect address",
        desk=False,
    ),
    Setting(
        "oidc_client_secret",
        str,
        "",
        "客户端密钥，公开客户端留空；也可用 LINGJING_OIDC_CLIENT_SECRET_FILE 指定文件",
        "client secret, empty for a public client; LINGJING_OIDC_CLIENT_SECRET_FILE names a file "
        "that holds it",
        secret=True,
        desk=False,
    ),
    Setting(
        "oidc_name",
        str,
        "",
        "登录按钮上显示的提供方名称，例如 园区统一认证",
        "what the sign-in button calls the provider, such as Example ID",
    ),
    Setting(
        "oidc_roles",
        _roles,
        "",
        "按声明授予角色，例如 groups: park-managers=manager, park-makers=creator；"
        "其中提到的角色在每次登录时随声明增减，不能授予 operator",
        "roles by a claim, such as groups: park-managers=manager, park-makers=creator; the roles "
        "named there follow the claim at each sign-in, operator cannot be given",
        desk=False,
    ),
    Setting(
        "oidc_allow_new",
        flag,
        False,
        "允许经身份提供方首次登录的人自动建立账号；否则须先受邀或在“我的账号”中关联",
        "whoever the provider knows may make an account by signing in; else they are invited first "
        "or link their account on the desk",
        desk=False,
    ),
)
