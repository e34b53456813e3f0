"""`lingjing exhibit add`: files of the operator's become exhibits of a running park."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from server.commands import add_data, settings_of
from server.commands.client import UnixConnection, nobody_there
from server.settings import Settings

if TYPE_CHECKING:
    from clients.headless.uploads import Uploads
    from server.commands.exhibit_files import Chosen

__all__ = ["add", "run"]

Json = dict[str, Any]


def add(actions: Any) -> None:
    """The command's words."""
    new = actions.add_parser("add", help="upload models, check them, and put them into a hall")
    new.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar="FILE",
        help="a .glb, a .gltf beside its files, a .zip, or a folder with one model",
    )
    new.add_argument("--hall", metavar="HALL", help="the hall; none: where visitors arrive")
    new.add_argument("--at", metavar="PLINTH", help="the plinth; none: the first free one")
    new.add_argument("--title", help="what its card says; none: the file's name")
    new.add_argument("--note", default="", help="what is new in it")
    new.add_argument(
        "--exhibit", metavar="ID", help="an exhibit that gets a new revision, wherever it stands"
    )
    new.add_argument("--draft", action="store_true", help="keep it; visitors do not see it yet")
    new.add_argument(
        "--url", metavar="LINK", help="a park elsewhere: the operator link that it printed"
    )
    new.add_argument("--json", action="store_true", help="one JSON object a line")
    new.add_argument(
        "--lang", choices=("zh", "en"), help="the language of steps; none: this terminal's"
    )
    add_data(new)
    new.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Send every model and say where it stands; 1 when any could not come in."""
    # Imported here: other commands start in a moment, and need nothing of this.
    from clients.headless.errors import FetchFailed
    from server.commands.exhibit_files import choose
    from server.commands.exhibit_report import as_json, lang_of
    from server.run.budgets import policy_of

    settings = settings_of(args)
    chosen = _apart([choose(path, policy_of(settings)) for path in args.files])
    if len(chosen) > 1 and (args.exhibit or args.at or args.title):
        print("--exhibit --at --title: 一次一件 / one model at a time", file=sys.stderr)
        return 2
    lang = lang_of(args)
    try:
        uploads = _uploads(args, settings, lang)
    except FetchFailed as error:
        print(error, file=sys.stderr)
        return 1
    outcomes = [_one(args, settings, uploads, each, lang) for each in chosen]
    if args.json:
        for outcome in outcomes:
            print(as_json(outcome))
    return 0 if all(outcome["state"] == "done" for outcome in outcomes) else 1


def _apart(chosen: list[Chosen]) -> list[Chosen]:
    """Each model once; a file that goes with a model is no model of its own."""
    going = {one.path for each in chosen for one in each.inputs[1:]}
    return [each for each in chosen if each.path.resolve() not in going]


def _uploads(args: argparse.Namespace, settings: Settings, lang: str) -> Uploads:
    from clients.headless.uploads import Uploads

    spoken = {"Accept-Language": "en" if lang == "en" else "zh-CN"}
    if args.url is None:
        return Uploads(lambda: UnixConnection(settings.socket), spoken)
    import asyncio

    from clients.headless.park import Park

    token = asyncio.run(Park(args.url).sign_in(args.url))
    park = Park(args.url, token=token)
    return Uploads(park.connection, {**spoken, **park.credentials})


def _one(
    args: argparse.Namespace, settings: Settings, uploads: Uploads, chosen: Chosen, lang: str
) -> Json:
    """Send one model; what came of it."""
    from clients.headless.bundle import Member
    from clients.headless.errors import FetchFailed
    from server.commands.exhibit_report import describe

    if not chosen.inputs:
        told = {"state": "refused", "findings": describe(chosen.findings, lang)}
        return _say(args, {**told, "code": chosen.findings[0].code, "message": str(chosen.path)})
    members = [Member(*each) for each in chosen.inputs]
    bar = Bar(lang)
    try:
        words = _words(args, uploads, members[0].name)
        job = uploads.add(members, on_progress=bar.progress, on_job=bar.job, **words)
    except FetchFailed as error:
        bar.end()
        if error.code == "connection_failed" and args.url is None:
            print(nobody_there(settings, error.message), file=sys.stderr)
        told = {"state": "refused", "code": error.code, "message": error.message}
        return _say(args, {**told, "findings": error.details})
    except OSError as error:
        bar.end()
        print(f"无法读取 / cannot read {error.filename}: {error.strerror}", file=sys.stderr)
        return {"state": "failed", "code": "FILE_UNREADABLE", "message": "", "findings": []}
    bar.end()
    return _say(args, _told(job))


def _words(args: argparse.Namespace, uploads: Uploads, name: str) -> Json:
    """What the park is asked to make of it."""
    title = args.title or (None if args.exhibit else Path(name).stem)
    hall = args.hall
    if hall is None and not (args.draft or args.exhibit):
        hall = uploads.start()
    return {
        "title": {"zh": title, "en": title} if title else None,
        "exhibit": args.exhibit,
        "hall": None if args.draft else hall,
        "at": None if args.draft else args.at,
        "publish": not args.draft,
        "note": args.note,
    }


def _told(job: Mapping[str, Any]) -> Json:
    """A job as this command's JSON: where it stands comes first."""
    kept = ("exhibit", "revision", "state", "code", "message", "findings", "source")
    return {**(job["placed"] or {}), **{name: job[name] for name in kept}, "job": job["id"]}


def _say(args: argparse.Namespace, told: Json) -> Json:
    """Tell a person how it went, and hand it on."""
    if told["state"] != "done":
        print(f"{told['code']}: {told['message']}", file=sys.stderr)
    shown = [row for row in told["findings"] if told["state"] != "done" or not args.json]
    for row in shown:
        print(f"  {row['pointer']}  {row['code']}: {row['message']}", file=sys.stderr)
    if told["state"] == "done" and not args.json:
        place = f" → {told['hall']} / {told['plinth'] or told['node']}" if "node" in told else ""
        print(f"{told['exhibit']} #{told['revision']}{place} ({told['source']['bytes']} bytes)")
    return told


class Bar:
    """How far it is, on standard error: a line that moves for a person, lines for a log."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._moves = sys.stderr.isatty()
        self._width = 0
        self._said: set[str] = set()

    def progress(self, progress: Any) -> None:
        """So much has arrived."""
        word = "uploading" if self._lang == "en" else "上传"
        share = progress.sent / progress.bytes if progress.bytes else 1.0
        self._show(f"{word} {progress.name} {share:4.0%}")

    def job(self, job: Mapping[str, Any]) -> None:
        """So much has been done."""
        for step in job["steps"]:
            words = step["words"][self._lang]
            if step["state"] == "done" and step["name"] not in self._said:
                self._said.add(step["name"])
                self._line(f"  ✓ {words}")
            if step["state"] == "running":
                self._show(f"    {words} {step['progress']:4.0%}")

    def end(self) -> None:
        """Clear the line that moves."""
        self._show("")

    def _show(self, words: str) -> None:
        if self._moves:
            rest = " " * max(0, self._width - len(words))
            print(f"\r{words}{rest}\r", end="", file=sys.stderr, flush=True)
            self._width = len(words)

    def _line(self, words: str) -> None:
        self._show("")
        print(words, file=sys.stderr, flush=True)
