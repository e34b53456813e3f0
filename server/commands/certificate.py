"""`lingjing certificate`: prove a certificate off line; look after the keys that sign them."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any, Final

from server.commands import add_data, settings_of
from server.commands.client import ask

KEYS: Final = "/api/v1/certificates/keys"
WORDS: Final = {
    "unreadable": (
        "不是签名声明，也不是带签名的证明",
        "no signed statement, and no sheet with one",
    ),
    "key_unknown": ("不是用这些公钥签发的", "not signed by any of these keys"),
    "forged": ("签名不成立：内容被改动", "the signature does not hold: it was changed"),
}


def add(subparsers: Any) -> None:
    """The command's words."""
    parser = subparsers.add_parser("certificate", help="prove certificates of residence; keys")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    keys = actions.add_parser("keys", help="print the public keys of the running park (JWK Set)")
    add_data(keys)
    keys.set_defaults(run=run_keys)
    rotate = actions.add_parser("rotate", help="sign with a new key from now on")
    rotate.add_argument(
        "--stolen",
        action="store_true",
        help="old keys prove nothing any more; all that stands is signed anew",
    )
    add_data(rotate)
    rotate.set_defaults(run=run_rotate)
    verify = actions.add_parser(
        "verify", help="prove a sheet (PDF) or a statement (JWS) by public keys, without a server"
    )
    verify.add_argument("what", metavar="FILE|JWS", help="a PDF, a file with a JWS, or a JWS")
    verify.add_argument(
        "--keys", type=Path, metavar="FILE", help="a JWK Set; without it the running park's"
    )
    add_data(verify)
    verify.set_defaults(run=run_verify)


def run_keys(args: argparse.Namespace) -> int:
    """Print the keys."""
    answer = ask(settings_of(args), "GET", KEYS)
    if answer is None:
        return 1
    print(json.dumps(answer.json(), indent=2))
    return 0


def run_rotate(args: argparse.Namespace) -> int:
    """Rotate, and say what signs now."""
    answer = ask(settings_of(args), "POST", f"{KEYS}/rotation", {"stolen": args.stolen})
    if answer is None:
        return 1
    told = answer.json()
    print(
        f"新密钥 {told['key']}，重签 {told['signed_anew']} 份 / "
        f"new key {told['key']}, {told['signed_anew']} signed anew"
    )
    return 0


def run_verify(args: argparse.Namespace) -> int:
    """Prove it: 0 when the signature holds, 1 when it does not."""
    from server.outside.jws import SignatureError, proven  # heavy, and not always needed

    keys = _keys(args)
    if keys is None:
        return 1
    try:
        told = proven(_statement(args.what), keys)
    except SignatureError as error:
        zh, en = WORDS[str(error)]
        print(f"{zh} / {en}", file=sys.stderr)
        return 1
    print(json.dumps(told, ensure_ascii=False, indent=2))
    print("签名成立；现在是否有效，请在园区核验页查看", file=sys.stderr)
    print("the signature holds; the park's page says whether it counts now", file=sys.stderr)
    return 0


def _statement(what: str) -> str:
    """The statement in a sheet, in a file, or as it was typed; empty for a sheet without one."""
    from scenes.media.documents import attached
    from scenes.media.found import MediaError
    from server.registration.certificate import ATTACHMENT

    try:
        data = Path(what).read_bytes()
    except OSError:  # no such file, or far too long for a file's name: a statement, then
        data = what.encode()
    try:
        found = attached(data, ATTACHMENT) if data.startswith(b"%PDF") else data
    except MediaError:
        found = None
    return "".join((found or b"").decode("ascii", "replace").split())


def _keys(args: argparse.Namespace) -> list[dict[str, str]] | None:
    if args.keys is None:
        answer = ask(settings_of(args), "GET", KEYS)
        return None if answer is None else list(answer.json()["keys"])
    try:
        return list(json.loads(args.keys.read_text(encoding="utf-8"))["keys"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"lingjing: {args.keys}: {error}", file=sys.stderr)
        return None
