"""What a child can be asked to do: a table of tasks, each a function of its work."""

from __future__ import annotations

import codecs
import importlib
import json
import pkgutil
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any, Final

from scenes.exhibits.policy import Policy
from server.run.worker.child import Work

__all__ = ["TASKS", "preload"]

Task = Callable[[Work], None]
ENCODINGS: Final = ("ascii", "cp437", "gb18030", "gbk", "idna", "latin-1", "utf-8-sig", "utf-16",
             "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")  # fmt: skip
"""Encodings that names of files come in; Python would look for each on the disk when first used."""


def policy_in(options: Mapping[str, Any]) -> Policy:
    """The budgets that a job was given; raises TypeError for one that there is not."""
    given: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in options.get("policy", {}).items()
    }
    return Policy(**given)


def judge_exhibit(work: Work) -> None:
    """Decide whether an exhibit may come in."""
    from scenes.exhibits.pipeline import judge

    judged = judge(work.sources, policy_in(work.options), work.tell)
    work.judge(judged.verdict, judged.code, judged.findings)


def build_exhibit(work: Work) -> None:
    """Decide, and make what is published: levels, manifest, picture."""
    from scenes.exhibits.pipeline import build, judge
    from scenes.exhibits.poster import HEIGHT, WIDTH

    policy = policy_in(work.options)
    judged = judge(work.sources, policy, work.tell)
    work.judge(judged.verdict, judged.code, judged.findings)
    if judged.verdict == "refuse":
        return
    width, height = work.options.get("picture", (WIDTH, HEIGHT))
    built = build(judged, policy, work.tell, (width, height))
    for derived in built.levels:
        work.write(f"L{derived.level}.glb", derived.data)
    if built.poster is not None:
        work.write("poster.webp", built.poster)
    work.write("manifest.json", json.dumps(built.manifest, ensure_ascii=False).encode())


def judge_media(work: Work) -> None:
    """Decide whether an image, a film or a document may come in."""
    from scenes.media.pipeline import judge
    from scenes.media.policy import MediaPolicy

    work.tell("gate", 0.0)
    judged = judge(work.sources[0], MediaPolicy(**work.options.get("policy", {})))
    work.judge("refuse" if judged.code else "accept", judged.code, judged.findings)


def build_media(work: Work) -> None:
    """Judge an image, a film or a document, and make the pictures that boards show of it."""
    from scenes.media.found import MediaError
    from scenes.media.pipeline import build, judge
    from scenes.media.policy import MediaPolicy

    policy = MediaPolicy(**work.options.get("policy", {}))
    work.tell("gate", 0.0)
    judged = judge(work.sources[0], policy)
    work.judge("refuse" if judged.code else "accept", judged.code, judged.findings)
    if judged.code:
        return
    try:
        built = build(judged, policy, work.tell)
    except MediaError as error:
        work.judge("refuse", "media_refused", error.findings)
        return
    for name, data in built.files.items():
        work.write(name, data)
    work.write("manifest.json", json.dumps(built.manifest, ensure_ascii=False).encode())


def draw_page(work: Work) -> None:
    """Tell how large the pages of a document are, and draw one of them (from 1; 0: none)."""
    from scenes.exhibits.pictures import encode_webp
    from scenes.media.documents import page, page_sizes
    from scenes.media.found import MediaError
    from scenes.media.policy import MediaPolicy

    policy = MediaPolicy(**work.options.get("policy", {}))
    number = int(work.options["page"])
    try:
        work.facts["pages"] = page_sizes(work.sources[0].data, policy)
        work.judge("accept", None, ())
        if number:
            drawn = page(work.sources[0].data, policy, number - 1)
            work.write("page.webp", encode_webp(drawn, quality=84))
    except MediaError as error:
        work.judge("refuse", "media_refused", error.findings)


def draw_portrait(work: Work) -> None:
    """Draw a picture of a GLB of ours."""
    from scenes.exhibits.poster import software_poster
    from scenes.glb import read_glb

    glb = read_glb(bytes(work.sources[0].data))
    work.judge("accept", None, ())
    work.write("poster.webp", software_poster(glb))


def read_document(work: Work) -> None:
    """Read a file that guides are taught with as text."""
    from scenes.findings import Finding
    from server.run.guides.formats.found import FormatError
    from server.run.guides.formats.read import read

    source = work.sources[0]
    try:
        found = read(source.name, source.data)
    except FormatError as error:
        work.judge("refuse", error.code, [Finding("/upload", error.code, "error", error.about)])
        return
    work.judge("accept", None, ())
    work.facts |= {"pages": found.pages, "notes": list(found.notes)}
    work.write("text.txt", found.text.encode())


TASKS: Final[dict[str, Task]] = {
    "exhibit.judge": judge_exhibit,
    "exhibit.build": build_exhibit,
    "exhibit.portrait": draw_portrait,
    "document.page": draw_page,
    "document.read": read_document,
    "media.judge": judge_media,
    "media.build": build_media,
}


def preload() -> None:
    """Import all that a task may need: a child can open nothing any more."""
    import scenes.exhibits
    import scenes.media
    import server.run.guides.formats

    for name in ENCODINGS:
        codecs.lookup(name)
    load_all(scenes.exhibits)
    load_all(scenes.media)
    load_all(server.run.guides.formats)


def load_all(package: ModuleType) -> None:
    """Import every module of a package, and have those warm up that know how to."""
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        module = importlib.import_module(found.name)
        warm_up = getattr(module, "warm_up", None)
        if warm_up is not None:
            warm_up()
