"""What the operator's settings allow an exhibit to ask for."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from scenes.exhibits.policy import Policy
from scenes.media.policy import MediaPolicy
from server.run.uploads.quota import Quota
from server.run.worker.job import Limits
from server.settings import Settings

__all__ = ["limits_of", "media_options", "options_of", "policy_of", "quota_of"]


def policy_of(settings: Settings) -> Policy:
    """Budgets of one exhibit."""
    return Policy(
        max_bytes=settings.max_exhibit_bytes,
        max_triangles=settings.max_triangles,
        max_draw_calls=settings.max_draw_calls,
        max_textures=settings.max_textures,
        max_texture_side=settings.max_texture_side,
        max_gpu_bytes=settings.max_gpu_mb * 2**20,
        texture_format=settings.texture_format,
    )


def limits_of(settings: Settings) -> Limits:
    """What a child process may use."""
    return Limits(memory=settings.worker_memory_mb * 2**20, seconds=float(settings.worker_seconds))


def quota_of(settings: Settings) -> Quota:
    """What the quarantine may hold."""
    return Quota(
        file_bytes=settings.max_exhibit_bytes,
        all_bytes=max(settings.quarantine_mb * 2**20, settings.max_exhibit_bytes),
        each=settings.max_uploads,
        hours=settings.upload_hours,
    )


def media_options(settings: Settings) -> tuple[dict[str, Any], int]:
    """Limits of an image, a film or a document as the options of a job; how many pages it has."""
    policy = MediaPolicy(max_bytes=settings.max_exhibit_bytes, max_pages=settings.max_pages)
    return {"policy": asdict(policy)}, policy.max_pages


def options_of(policy: Policy) -> dict[str, Any]:
    """Budgets as the options of a job."""
    return {"policy": asdict(policy)}
