"""Routes of what visitors do: talk on a page, listen, rate, take along; and staff in live talks."""

from __future__ import annotations

from typing import Final

from server.net.guides import own, own_events, speech, summary, takeover
from server.net.guides import talk_bodies as bodies
from server.net.route import Route

API: Final = "/api/v1"
OWN: Final = f"{API}/dialogues/own/{{token}}"
EVENTS: Final = "text/event-stream"

ROUTES: Final[tuple[Route, ...]] = (
    Route("GET", f"{API}/guides", "guide.ask", speech.get_guides,
          "The park's guides, and what stands behind them", answer=bodies.GuidesAnswer),
    Route("GET", f"{API}/guides/voices/{{voice}}", "guide.ask", speech.get_voice,
          "A clause as sound", media="audio/*"),
    Route("POST", f"{API}/guides/transcriptions", "guide.ask", speech.post_transcription,
          "A recording as text", answer=bodies.Heard, takes="audio/*", cost=20.0,
          query={"lang": "the language spoken, `zh` or `en`"}),
    Route("POST", f"{API}/dialogues", "guide.ask", own.post_dialogue,
          "Begin to talk with a guide on a page", body=bodies.DialogueBegin,
          answer=bodies.DialogueBegun, status=201, cost=5.0),
    Route("POST", f"{OWN}/questions", "guide.ask", own.post_question,
          "Ask; the answer comes as events `turn`, `say`, `act`, each a message of the live socket",
          body=bodies.DialogueQuestion, media=EVENTS, cost=5.0),
    Route("DELETE", f"{OWN}/questions", "guide.ask", own.delete_question,
          "Stop an answer, and say how much of it was heard", body=bodies.DialogueHush,
          may_be_empty=True, status=204),
    Route("GET", f"{OWN}/events", "dialogue.own", own_events.get_own_events,
          "What staff say between two questions, while they were called or speak: events "
          "`officer`, `turn`, `say`; no content when nobody was called", media=EVENTS),
    Route("GET", OWN, "dialogue.own", own.get_own_dialogue, "One's own talk, with its sources",
          answer=bodies.OwnDialogue),
    Route("GET", f"{OWN}/summary", "dialogue.own", summary.get_own_summary,
          "One's own talk to take along: a page, or Markdown", media="text/html",
          query={"lang": "`zh-CN` or `en`", "format": "`md` for a file"}),
    Route("POST", f"{OWN}/rating", "dialogue.own", own.post_own_rating,
          "Say whether an answer helped", body=bodies.DialogueRating, status=204),
    Route("DELETE", OWN, "dialogue.own", own.delete_own_dialogue, "Delete one's own talk",
          status=204),
    Route("GET", f"{API}/dialogues/live", "dialogue.read", takeover.get_live_dialogues,
          "Talks that go on, as they go on: events `dialogues`, `dialogue`, `asked`, `said`, "
          "`ended`, `over`", media=EVENTS, personal=True),
    Route("POST", f"{API}/dialogues/{{dialogue}}/take", "dialogue.edit", takeover.post_take,
          "Take a talk over: speak through the guide", status=204),
    Route("POST", f"{API}/dialogues/{{dialogue}}/words", "dialogue.edit", takeover.post_words,
          "Say something through the guide", body=bodies.DialogueWords, status=204),
    Route("POST", f"{API}/dialogues/{{dialogue}}/give-back", "dialogue.edit",
          takeover.post_give_back, "Let the AI answer again", status=204),
)  # fmt: skip
