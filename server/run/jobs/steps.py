"""The steps of a job, as the person who waits for it sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple

__all__ = ["JUDGED_BY", "OF_KIND", "Steps", "words_of"]

State = Literal["waiting", "running", "done", "failed", "skipped"]
OF_KIND: Final = {
    "exhibit": ("receive", "gate", "check", "normalise", "derive", "prove", "poster", "publish"),
    "media": ("receive", "gate", "pages", "poster", "publish"),
}
"""The steps of each kind of job, in their order."""
JUDGED_BY: Final = {"exhibit": "check", "media": "gate"}
"""The step at whose end it is known whether a file may come in."""


class Words(NamedTuple):
    """What a step is called, and how it ended well; in Chinese and in English."""

    name: tuple[str, str]
    done: tuple[str, str]


WORDS: Final[dict[str, Words]] = {
    "receive": Words(("接收文件", "Receiving the file"), ("文件已收到", "The file has arrived")),
    "gate": Words(
        ("安全检查", "Looking whether the file is safe"), ("文件可以安全打开", "The file is safe")
    ),
    "check": Words(
        ("检查模型", "Checking the model"), ("模型符合 glTF 标准", "The model is sound glTF")
    ),
    "pages": Words(("生成画面", "Making its pictures"), ("画面已生成", "Its pictures are made")),
    "normalise": Words(
        ("整理为一个文件", "Putting all into one file"), ("已整理，内容无损", "All in one file")
    ),
    "derive": Words(
        ("生成各级细节", "Making levels of detail"),
        ("四级细节已生成", "Four levels made"),
    ),
    "prove": Words(
        ("核对没有丢失内容", "Proving that nothing is lost"),
        ("已核对，没有丢失", "Proved: nothing is lost"),
    ),
    "poster": Words(("拍摄封面", "Taking its picture"), ("封面已完成", "Its picture is taken")),
    "publish": Words(("保存与发布", "Keeping and publishing it"), ("已保存", "Kept")),
}
STATES: Final[dict[State, tuple[str, str]]] = {
    "waiting": ("等待：{}", "Waiting: {}"),
    "running": ("正在进行：{}", "{}"),
    "done": ("{}", "{}"),
    "failed": ("未通过：{}", "Stopped here: {}"),
    "skipped": ("未进行：{}", "Not done: {}"),
}


def words_of(name: str, state: State) -> dict[str, str]:
    """A step in plain words."""
    known = WORDS[name]
    zh, en = known.done if state == "done" else known.name
    frame_zh, frame_en = STATES[state]
    return {"zh": frame_zh.format(zh), "en": frame_en.format(en)}


@dataclass(slots=True)
class Steps:
    """How far a job has come. ``rows`` are ``{name, state, progress, seconds}``."""

    rows: list[dict[str, Any]]
    since: float = 0.0
    """When the step under way began."""

    @classmethod
    def begin(cls, names: tuple[str, ...]) -> Steps:
        """Every step waits; the first is done, as the files are here."""
        rows = [{"name": n, "state": "waiting", "progress": 0.0, "seconds": None} for n in names]
        rows[0] |= {"state": "done", "progress": 1.0}
        return cls(rows)

    def again(self) -> None:
        """Start over."""
        for row in self.rows[1:]:
            row |= {"state": "waiting", "progress": 0.0, "seconds": None}

    def reach(self, name: str, share: float, now: float) -> bool:
        """So much of a step is done, and all of those before it; False for an unknown step."""
        names = [row["name"] for row in self.rows]
        if name not in names:
            return False
        for row in self.rows[: names.index(name)]:
            self._complete(row, now)
        row = self.rows[names.index(name)]
        if row["state"] == "waiting":
            row["state"], self.since = "running", now
        if row["state"] == "running":
            row["progress"] = max(row["progress"], round(share, 3))
        return True

    def finish(self, name: str, now: float) -> None:
        """A step is done, and all before it."""
        self.reach(name, 1.0, now)
        self._complete(next(row for row in self.rows if row["name"] == name), now)

    def stop(self, now: float) -> None:
        """It ends here: the step under way has failed, the rest will not be done."""
        pending = [row for row in self.rows if row["state"] in ("waiting", "running")]
        for number, row in enumerate(pending):
            row["state"] = "failed" if number == 0 else "skipped"
            if number == 0 and self.since:
                row["seconds"] = round(now - self.since, 3)

    def _complete(self, row: dict[str, Any], now: float) -> None:
        if row["state"] in ("waiting", "running"):
            seconds = now - self.since if row["state"] == "running" else 0.0
            row |= {"state": "done", "progress": 1.0, "seconds": round(seconds, 3)}
