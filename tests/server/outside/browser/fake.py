"""A browser made of a few lines: says on its pipes what a test wants it to say."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

BROWSER = """
import json, sys, time, os
def read():
    data = b""
    while not data.endswith(b"\\0"):
        piece = os.read(3, 1)
        if not piece: sys.exit()
        data += piece
    return json.loads(data[:-1])
def say(message): os.write(4, json.dumps(message).encode() + b"\\0")
ANSWERS = {
    "Target.createBrowserContext": {"browserContextId": "c"},
    "Target.createTarget": {"targetId": "t"},
    "Target.attachToTarget": {"sessionId": "s"},
}
while True:
    asked = read()
    method, words = asked["method"], asked["params"]
    if method == "Runtime.evaluate":
        %(evaluate)s
    else:
        say({"id": asked["id"], "result": ANSWERS.get(method, {})})
    if method == "Page.navigate":
        say({"method": "Page.loadEventFired", "params": {}, "sessionId": "s"})
"""


def fake_browser(folder: Path, evaluate: str) -> Path:
    """A program that answers every call, and ``Runtime.evaluate`` by these lines of Python."""
    path = folder / "browser"
    text = BROWSER % {"evaluate": evaluate.strip().replace("\n", "\n        ")}
    path.write_text(f"#!{sys.executable} -IS\n{text}")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def pages(folder: Path) -> Path:
    """A folder with the page that photographs are taken by."""
    os.makedirs(folder / "dist", exist_ok=True)
    (folder / "dist" / "poster.html").write_text("<!doctype html>")
    return folder / "dist"
