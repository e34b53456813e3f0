"""The park's duties towards people outside and its own staff, begun and stopped together."""

from __future__ import annotations

from typing import Any

from server.log import logger
from server.run.notices import Notices
from server.run.site.inbox import Inbox
from server.run.site.legal import Legal
from server.run.site.site import Site
from server.run.site.starting import Starting
from server.run.site.words import Words
from server.store.errors import StoreError
from server.store.jobs import StoredJob

log = logger("site")


class Duties:
    """Profile, documents, refused words, inbox and notices of one park."""

    def __init__(self, park: Any) -> None:
        self.site = Site(park)
        self.legal = Legal(park)
        self.words = Words(park)
        self.inbox = Inbox(park)
        self.notices = Notices(park)
        self.starting = Starting(park)

    async def start(self) -> None:
        """Read what was kept, and begin to send."""
        await self.site.start()
        await self.legal.start()
        await self.inbox.start()
        await self.notices.start()

    async def stop(self) -> None:
        """Stop; what is under way goes on at the next start."""
        await self.starting.stop()
        await self.inbox.stop()
        await self.notices.stop()

    async def job_ended(self, job: StoredJob) -> None:
        """Tell of an upload that has been worked on; one that failed waits for a human."""
        name = str(job.source.get("name", ""))[:200]
        try:
            if job.state == "done":
                kind = "media" if job.kind == "media" else "exhibit"
                made = str(job.results.get(kind, ""))
                await self.notices.event(f"{kind}.made", {"job": job.id, kind: made})
            elif job.state in ("failed", "refused"):
                told = {"job": job.id, "code": job.code or "", "name": name}
                await self.notices.event("job.failed", told)
            if job.state == "failed":
                title = {"zh": f"上传处理失败：{name}", "en": f"An upload failed: {name}"}
                await self.inbox.put("job_failed", job.id, title, link=_page(job))
        except StoreError as error:
            log.error("job_untold", job=job.id, code=error.code)


def _page(job: StoredJob) -> str:
    """Where the desk shows it."""
    return "/media" if job.kind == "media" else "/exhibits"
