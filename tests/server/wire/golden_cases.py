"""The golden vectors of the contract: values, their bytes, and bytes that must be refused.

Three implementations read ``tests/data/golden/messages.json``: the server, the Python client and
the browser's. ``python -m tests.server.wire.golden_cases`` writes it; do so only when the
protocol is meant to change.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import msgpack  # type: ignore[import-untyped]
import msgspec

from server.wire import WireError, decode_client, encode
from server.wire import messages as m

FILE = Path(__file__).parents[2] / "data/golden/messages.json"
HERE = (1.5, 0.0, -2.25)
HELD = (HERE, (0.0, 0.0, 0.0, 1.0), (1.0, 1.0, 1.0))
GUEST = m.Person(7, "王小明", "visitor", m.Body(), None)
GUIDE = m.Person(65535, "灵灵", "guide", m.Body("#c08040", "guide"), "seat-1")
HOST = m.Person(8, "李雷", "host", m.Body(), None, account=True)
CITED = m.Cited("policy/rent", 3, "租金与优惠", 120, 134, "每平方米每月 35 元")
XIAOJING = m.GuideHere(
    "guide-plaza", 300, "xiaojing", {"zh": "小境", "en": "Xiaojing"}, "ab" * 32, "speaking", 8,
    [9, 10], "王专员", [{"zh": "租金？", "en": "What is the rent?"}],
)  # fmt: skip
EXPLODE = m.Operation("set", "/nodes/gearbox/explode", 0.5)
MOVE = m.Operation("set", "/nodes/gearbox/translation", [1, 0.5, -3])
RESET = m.Operation("unset", "/nodes/gearbox/variant")
EMPTY = m.Operation("set", "/nodes/gearbox/variant", None)
NODE = {"kind": "group", "name": {"zh": "组", "en": "Group"}, "parent": None, "visible": True}
ADD = m.Operation("add", "/nodes/new", NODE)
REMOVE = m.Operation("remove", "/nodes/new")
FETCH = m.Fetch("gearbox", 2, "ab" * 32, 48_213)
DETAIL = m.Detail("/ops/0/path", "no_such_node", "error", "没有这个节点")


class Case(NamedTuple):
    """One message, named for what is special about it."""

    name: str
    message: m.AnyClientMessage | m.AnyServerMessage


CLIENT = (
    Case("auth with defaults", m.Auth(1)),
    Case(
        "auth with everything",
        m.Auth(1, "tök/en+=", "访客 🙂", "en", m.Body("#00ff7f", "headset"), "test/1"),
    ),
    Case("join", m.Join("grounds")),
    Case("join at a spawn point", m.Join("hall-1", "spawn-main")),
    Case("join again", m.Join("grounds", None, m.Resume("ticket", "0badcafe", 2**40))),
    Case("join with a ticket", m.Join("grounds", ticket="t-1")),
    Case("join unseen", m.Join("grounds", ticket="t-1", unseen=True)),
    Case("leave", m.Leave()),
    Case("edit: one property", m.Edit(0, "shared", 0, [EXPLODE])),
    Case("edit: null is a value", m.Edit(1, "shared", 12, [EMPTY])),
    Case("edit: unset has none", m.Edit(2**32 - 1, "shared", 2**53, [RESET])),
    Case("edit: structure", m.Edit(3, "published", 70_000, [ADD, MOVE, REMOVE])),
    Case("undo", m.Undo(8, "draft")),
    Case("undo anyway", m.Undo(9, "published", True)),
    Case("redo", m.Redo(10, "published")),
    Case("watch the draft", m.WatchDraft(11)),
    Case("watch it no more", m.WatchDraft(12, False)),
    Case("select", m.Select(["gearbox", "tower-1"])),
    Case("select nothing", m.Select([])),
    Case("select and hold", m.Select(["gearbox", "tower-1"], {"gearbox": HELD})),
    Case("report", m.Report(13, 7, "abuse", "他在骂人")),
    Case("path", m.FindPath(4, HERE, (-8000.0, 0.0, 8000.0))),
    Case("need", m.Need(5, HERE)),
    Case("who", m.Who([0, 255, 256, 65535])),
    Case("sit", m.Sit(6, "seat-1")),
    Case("stand up", m.Sit(7, None)),
    Case("me", m.Me("Zoë", m.Body(), "en")),
    Case("ask", m.Ask(14, "guide-plaza", "租金是多少？")),
    Case("ask in a whisper", m.Ask(15, "guide-plaza", "And the rent?", "en", whisper=True)),
    Case("hush", m.Hush(16, 7, 2, 640)),
    Case("hush at once", m.Hush(17, 2**53)),
    Case("ping", m.Ping(1234.5)),
    Case("ping at zero", m.Ping(0.0)),
)
SERVER = (
    Case("hello", m.Hello(1, 1, 1_789_000_000.25, "c-1")),
    Case("ready", m.Ready("visitor", "访客")),
    Case(
        "joined with the scene",
        m.Joined(
            hall="grounds",
            you=7,
            ticket="ticket",
            epoch="0badcafe",
            revision=3,
            resumed=False,
            scene={"hall": {"id": "grounds", "capacity": 300}, "nodes": {"g": NODE}},
            shared={"/nodes/g/explode": 0.5},
            patches=None,
            position=HERE,
            yaw=-3.14,
            people=[GUEST, GUIDE],
            total=2,
            manifest=[FETCH],
            time=12.5,
            tick=20,
        ),
    ),
    Case(
        "joined by patches",
        m.Joined(
            hall="grounds",
            you=0,
            ticket="",
            epoch="0badcafe",
            revision=2**53,
            resumed=True,
            scene=None,
            shared=None,
            patches=[m.Patch("grounds", 2**53, "shared", [EXPLODE, RESET])],
            position=(0.0, 0.0, 0.0),
            yaw=0.0,
            people=[],
            total=0,
            manifest=[],
            time=0.0,
            tick=60,
        ),
    ),
    Case("patch", m.Patch("grounds", 4, "published", [ADD, MOVE, EMPTY], "operator")),
    Case("patch without an author", m.Patch("grounds", 5, "shared", [RESET])),
    Case("patch of the draft", m.Patch("grounds", 5, "draft", [REMOVE], "a_0123456789abcdef", 18)),
    Case("the draft, asked for", m.Drafted(11, 18, 5, [ADD, REMOVE], [])),
    Case(
        "the draft, with an edit aside",
        m.Drafted(None, 19, 6, [], [m.Aside(18, "a_0123456789abcdef", [MOVE], "no_such_node")]),
    ),
    Case("rights", m.Rights("creator", ["draft.edit", "draft.read"])),
    Case("rights of a tenant", m.Rights("enterprise_agent", ["booth.edit"], ["booth-a-01"])),
    Case(
        "selections",
        m.Selections([m.Selection(8, "李雷", ["gearbox"]), m.Selection(None, "Zoë", ["tower-1"])]),
    ),
    Case("nothing is selected", m.Selections([])),
    Case("held", m.Selections([m.Selection(8, "李雷", ["gearbox"], {"gearbox": HELD})])),
    Case("notice", m.Notice("muted", "你已被禁言", "warning")),
    Case("done", m.Done(3, 70_001)),
    Case("error of a request", m.Error("patch_invalid", "修改无效", [DETAIL], "r-1", 3)),
    Case("error without a request", m.Error("too_fast", "Too fast", [], "r-2")),
    Case("people", m.People([GUEST, GUIDE, HOST], 300)),
    Case("nobody known", m.People([], 0)),
    Case("gone", m.Gone([7, 65535], 298)),
    Case("a way to walk", m.WalkablePath(4, [HERE, (3.0, 0.0, 4.0)])),
    Case("no way to walk", m.WalkablePath(4, None)),
    Case("manifest", m.Manifest(5, [FETCH, m.Fetch("tower", 0, "00" * 32, 0)])),
    Case("moved", m.Moved("grounds", "hall_closed", "展厅已关闭")),
    Case("guides", m.Guides([XIAOJING])),
    Case("no guides", m.Guides([])),
    Case(
        "a turn, to who asked",
        m.Turn(14, 7, "guide-plaza", 8, "租金？", False, "queued", 2, "", "d.s"),
    ),
    Case(
        "a turn that failed",
        m.Turn(None, 8, "guide-plaza", 8, "?", True, "failed", 0, "guide_failed"),
    ),
    Case(
        "say with a source and a sound",
        m.Say(
            7,
            "guide-plaza",
            0,
            "每平方米每月 35 元。",
            "zh",
            "answer",
            [CITED],
            m.Sound("/api/v1/guides/voices/v1", "audio/mpeg"),
            [(0, "aa", 0.75), (180, "sil", 0.0)],
            2150,
            1_789_000_000.5,
        ),
    ),
    Case(
        "say, by a human, in a whisper",
        m.Say(
            8, "guide-plaza", 1, "Welcome.", "en", "answer", [], None, [], 600, 2.5, "human", True
        ),
    ),
    Case(
        "act",
        m.Act(7, "guide-plaza", 0, "explode_exhibit", {"node": "gearbox", "amount": 1.0}, "begun"),
    ),
    Case("act that is refused", m.Act(7, "guide-plaza", 1, "go_to", {}, "refused", "unreachable")),
    Case("hushed", m.Hushed(7, "guide-plaza")),
    Case("pong", m.Pong(1234.5, 99.0)),
    Case("bye", m.Bye("server_stopping", "服务器正在停止，请稍后重连")),
)
JAVASCRIPT = (
    ("whole numbers where fractions are declared", {"t": "need", "id": 5, "at": [1, 0, -2]}),
    ("a whole number of milliseconds", {"t": "ping", "at": 1_789_000_000_000}),
    ("null where a value may be left out", {"t": "auth", "version": 1, "token": None}),
    (
        "fields in another order",
        {"id": 1, "ops": [{"value": 1, "path": "/nodes/g/explode", "op": "set"}]}
        | {"base": 0, "layer": "shared", "t": "edit"},
    ),
)
REFUSED = (
    ("an empty message", b""),
    ("a cut message", b"\x82\xa1t\xa4ping\xa2at\xcb\0"),
    ("bytes after the message", b"\x81\xa1t\xa5leave\xc0"),
    ("a list", b"\x90"),
    ("an unknown message", msgpack.packb({"t": "fly"})),
    ("no name", msgpack.packb({"at": 1})),
    ("a missing field", msgpack.packb({"t": "ping"})),
    ("an unknown field", msgpack.packb({"t": "leave", "now": True})),
    ("not a number", msgpack.packb({"t": "ping", "at": float("nan")})),
    ("infinity", msgpack.packb({"t": "ping", "at": float("inf")})),
    ("a fraction where a whole number is declared", b"\x82\xa1t\xa3who\xa3ids\x91\xca\x3f\x80\0\0"),
    ("a key twice", b"\x82\xa1t\xa5leave\xa1t\xa5leave"),
    ("bytes for text", b"\x82\xa1t\xa4join\xa4hall\xc4\1a"),
    ("invalid UTF-8", b"\x82\xa1t\xa4join\xa4hall\xa1\xff"),
    ("an extension type", b"\x82\xa1t\xa4ping\xa2at\xd6\xff\0\0\0\0"),
    ("a promise of four billion values", b"\x82\xa1t\xa3who\xa3ids\xdd\xff\xff\xff\xff"),
    ("two hundred lists in one another", b"\x91" * 200),
)


def document() -> dict[str, Any]:
    """The whole file as JSON values."""
    return {
        "version": m.VERSION,
        "client": [_entry(case) for case in CLIENT],
        "server": [_entry(case) for case in SERVER],
        "accepted": [_accepted(name, sent) for name, sent in JAVASCRIPT],
        "refused": [_refused(name, data) for name, data in REFUSED],
    }


def _entry(case: Case) -> dict[str, Any]:
    data = encode(case.message)
    return {"name": case.name, "hex": data.hex(), "json": msgpack.unpackb(data)}


def _accepted(name: str, sent: dict[str, Any]) -> dict[str, Any]:
    data = msgpack.packb(sent)
    meaning = msgspec.to_builtins(decode_client(data))
    return {"name": name, "hex": data.hex(), "json": meaning}


def _refused(name: str, data: bytes) -> dict[str, Any]:
    try:
        decode_client(data)
    except WireError as fault:
        return {"name": name, "hex": data.hex(), "code": fault.code, "pointer": fault.pointer}
    raise AssertionError(f"{name} is accepted")


def text() -> str:
    """The file's text."""
    return json.dumps(document(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(text(), encoding="utf-8")
