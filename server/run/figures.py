"""What the park counts: Prometheus metrics, and the same for the operator's live page."""

from __future__ import annotations

from collections import deque

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from server.halls.outbox import Delivered

TICKS_KEPT = 400


class Figures:
    """The counters of one server. One registry each, so that tests can run many servers."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.visitors = Gauge(
            "lingjing_visitors", "People in a hall", ["hall"], registry=self.registry
        )
        self.connections = Gauge(
            "lingjing_connections", "Open live connections", registry=self.registry
        )
        self.opened = Counter(
            "lingjing_connections_opened", "Live connections opened", registry=self.registry
        )
        self.messages = Counter(
            "lingjing_messages", "Messages from clients", ["kind"], registry=self.registry
        )
        self.errors = Counter(
            "lingjing_errors", "Refusals told to clients", ["code"], registry=self.registry
        )
        self.patches = Counter(
            "lingjing_patches", "Patches told to visitors", ["layer"], registry=self.registry
        )
        self.pose_bytes = Counter(
            "lingjing_pose_bytes", "Bytes of presence frames written", registry=self.registry
        )
        self.message_bytes = Counter(
            "lingjing_message_bytes", "Bytes of messages written", registry=self.registry
        )
        self.pose_frames = Counter(
            "lingjing_pose_frames", "Presence frames written", registry=self.registry
        )
        self.pose_skips = Counter(
            "lingjing_pose_skips", "Presence frames a slow reader missed", registry=self.registry
        )
        self.tick = Histogram(
            "lingjing_tick_seconds",
            "Time that one tick of all halls took",
            buckets=(0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5),
            registry=self.registry,
        )
        self.tick_late = Histogram(
            "lingjing_tick_late_seconds",
            "How late a tick began",
            buckets=(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5),
            registry=self.registry,
        )
        self.http = Counter(
            "lingjing_http_requests", "HTTP answers", ["status"], registry=self.registry
        )
        self.guide_answers = Counter(
            "lingjing_guide_answers", "Answers of guides", ["why", "brain"], registry=self.registry
        )
        self.guide_wait = Histogram(
            "lingjing_guide_first_clause_seconds",
            "From a question to a guide to its first clause",
            buckets=(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0),
            registry=self.registry,
        )
        self.guide_running = Gauge(
            "lingjing_guide_answers_running", "Answers under way", registry=self.registry
        )
        self.dialogues = Gauge(
            "lingjing_guide_dialogues", "Talks with guides that go on", registry=self.registry
        )
        self._ticks: deque[float] = deque(maxlen=TICKS_KEPT)
        self.bytes_out = 0
        self.frames_out = 0

    def ticked(self, seconds: float, late: float) -> None:
        """One tick of all halls is done."""
        self.tick.observe(seconds)
        self.tick_late.observe(late)
        self._ticks.append(seconds)

    def delivered(self, poses: Delivered) -> None:
        """Presence frames of one room were handed to their connections."""
        self.pose_frames.inc(poses.frames)
        self.pose_bytes.inc(poses.bytes)
        if poses.skipped:
            self.pose_skips.inc(poses.skipped)
        self.frames_out += poses.frames
        self.bytes_out += poses.bytes

    def wrote_message(self, size: int) -> None:
        """A message was handed to a connection."""
        self.message_bytes.inc(size)
        self.bytes_out += size

    def guide_answered(self, why: str, brain: str, seconds: float | None) -> None:
        """A guide's answer is over; ``seconds`` until its first clause, None when there is none."""
        self.guide_answers.labels(why, brain or "none").inc()
        if seconds is not None:
            self.guide_wait.observe(seconds)

    def guides(self, running: int, dialogues: int) -> None:
        """How many answers are under way, and how many talks go on."""
        self.guide_running.set(running)
        self.dialogues.set(dialogues)

    def tick_milliseconds(self) -> dict[str, float]:
        """Median, 99th percentile and worst of the newest ticks, in milliseconds."""
        ordered = sorted(self._ticks) or [0.0]

        def at(share: float) -> float:
            return round(1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))], 3)

        return {"median": at(0.5), "p99": at(0.99), "worst": at(1.0)}

    def failures(self) -> int:
        """Answers by which the server said that it had failed (500 and above)."""
        found = (sample for metric in self.http.collect() for sample in metric.samples)
        counted = (s for s in found if s.name.endswith("_total"))
        return int(sum(s.value for s in counted if s.labels["status"] >= "500"))

    def text(self) -> bytes:
        """The metrics in Prometheus' text format 0.0.4."""
        return generate_latest(self.registry)
