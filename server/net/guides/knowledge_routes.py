"""Routes of what staff teach: documents, personas, tests, dialogues."""

from __future__ import annotations

from typing import Final

from server.net.guides import (
    cited,
    dialogue_bodies,
    dialogue_file,
    dialogues,
    knowledge,
    knowledge_bodies,
    lesson_bodies,
    lessons,
    persona_bodies,
    personas,
    statistics,
    status,
)
from server.net.route import Route

API: Final = "/api/v1"
DOCUMENT: Final = f"{API}/knowledge/{{document}}"
PERSONA: Final = f"{API}/personas/{{persona}}"
TEST: Final = f"{API}/guide-tests/{{test}}"
DIALOGUE: Final = f"{API}/dialogues/{{dialogue}}"
PAGES: Final = {"limit": "how many, at most 200", "before": "an id: those after it in the list"}
VERSION: Final = "a version's number; the present one usually"

ROUTES: Final[tuple[Route, ...]] = (
    # what guides know
    Route("GET", f"{API}/knowledge", "knowledge.read", knowledge.get_knowledge,
          "What guides know: documents, the latest changed first",
          answer=knowledge_bodies.KnowledgeList, cost=2,
          query={**PAGES, "q": "words in title or text", "kind": "document, policy, exhibit, …",
                 "lang": "zh or en", "visibility": "public, investors or staff",
                 "state": "in_force, soon, expired or not_yet"}),
    Route("POST", f"{API}/knowledge", "knowledge.edit", knowledge.post_knowledge,
          "Teach a document: an upload that is here, or its text",
          body=knowledge_bodies.KnowledgeNew, answer=knowledge_bodies.KnowledgeText,
          status=201, cost=5),
    Route("GET", f"{API}/knowledge/search", "knowledge.read", knowledge.get_knowledge_search,
          "What a guide would find for a question", answer=knowledge_bodies.HitList, cost=2,
          query={"q": "the question", "audience": "public usually", "limit": "8 usually",
                 "document": "only in this one"}),
    Route("GET", DOCUMENT, "knowledge.read", knowledge.get_knowledge_document,
          "A document with its text", answer=knowledge_bodies.KnowledgeText,
          query={"version": VERSION}),
    Route("PATCH", DOCUMENT, "knowledge.edit", knowledge.patch_knowledge_document,
          "Keep the next version of a document, or bring an earlier one back",
          body=knowledge_bodies.KnowledgeChange, answer=knowledge_bodies.KnowledgeText, cost=5),
    Route("DELETE", DOCUMENT, "knowledge.edit", knowledge.delete_knowledge_document,
          "Take a document away; for a month it can be restored", status=204,
          query={"version": "the one that the sender saw"}),
    Route("GET", f"{DOCUMENT}/versions", "knowledge.read", knowledge.get_knowledge_versions,
          "A document's versions, newest first", answer=knowledge_bodies.KnowledgeVersions),
    Route("GET", f"{DOCUMENT}/passages", "knowledge.read", knowledge.get_knowledge_passages,
          "How a document is cut into pieces that are found",
          answer=knowledge_bodies.PassageList, query={"version": VERSION}),
    Route("GET", f"{DOCUMENT}/questions", "dialogue.read", cited.get_knowledge_questions,
          "The latest questions whose answers rest on a document", answer=cited.CitedQuestions,
          personal=True),
    # who they are
    Route("GET", f"{API}/personas", "guide.read", personas.get_personas,
          "Personas of guides", answer=persona_bodies.PersonaList),
    Route("POST", f"{API}/personas", "guide.edit", personas.post_persona,
          "Make a persona", body=persona_bodies.PersonaNew,
          answer=persona_bodies.PersonaAnswer, status=201),
    Route("PATCH", PERSONA, "guide.edit", personas.patch_persona,
          "Change a persona", body=persona_bodies.PersonaChange,
          answer=persona_bodies.PersonaAnswer),
    Route("DELETE", PERSONA, "guide.edit", personas.delete_persona,
          "Take a persona away that no guide is", status=204),
    Route("GET", f"{API}/guides/status", "guide.read", status.get_guide_status,
          "What guides think, speak and listen with, and how that is", answer=status.GuideStatus),
    # trying and testing
    Route("POST", f"{API}/guide-trials", "guide.read", lessons.post_guide_trial,
          "What a guide would say; nothing of it is kept", body=lesson_bodies.TrialNew,
          answer=lesson_bodies.TrialAnswer, cost=5),
    Route("GET", f"{API}/guide-tests", "guide.read", lessons.get_guide_tests,
          "Questions with the sources that answers must rest on",
          answer=lesson_bodies.TestList),
    Route("POST", f"{API}/guide-tests", "guide.edit", lessons.post_guide_test,
          "Add a test", body=lesson_bodies.TestNew, answer=lesson_bodies.TestAnswer,
          status=201),
    Route("POST", f"{API}/guide-tests/run", "guide.edit", lessons.post_guide_test_run,
          "Ask every question of the tests", answer=lesson_bodies.RunAnswer, cost=20),
    Route("PATCH", TEST, "guide.edit", lessons.patch_guide_test, "Change a test",
          body=lesson_bodies.TestChange, answer=lesson_bodies.TestAnswer),
    Route("DELETE", TEST, "guide.edit", lessons.delete_guide_test, "Take a test away",
          status=204),
    Route("GET", f"{API}/open-questions", "dialogue.read", lessons.get_open_questions,
          "Questions that the records do not answer, the latest first",
          answer=lesson_bodies.OpenQuestionList, personal=True,
          query={**PAGES, "state": "open, answered or dismissed"}),
    Route("PATCH", f"{API}/open-questions/{{question}}", "dialogue.edit",
          lessons.patch_open_question, "Say what became of a question",
          body=lesson_bodies.OpenQuestionChange, answer=lesson_bodies.OpenQuestionAnswer),
    # what was said
    Route("GET", f"{API}/dialogues", "dialogue.read", dialogues.get_dialogues,
          "Talks of visitors with guides, newest first",
          answer=dialogue_bodies.DialogueList, personal=True,
          query={**PAGES, "persona": "a persona's id", "hall": "a hall's id",
                 "lang": "zh or en", "day": "YYYY-MM-DD",
                 "state": "answered, unknown, handed, down or up"}),
    Route("GET", f"{API}/guides/statistics", "dialogue.read", statistics.get_guide_statistics,
          "What came of talks with guides", answer=dialogue_bodies.GuideStatistics, cost=3,
          query={"days": "of the last so many days, 30 usually"}),
    Route("GET", f"{DIALOGUE}/transcript.md", "dialogue.read", dialogue_file.get_dialogue_file,
          "A talk as a file, labelled as made by AI", media="text/markdown", personal=True),
    Route("DELETE", DIALOGUE, "dialogue.edit", dialogues.delete_dialogue,
          "Delete a talk for good, as its visitor asked", status=204),
    Route("GET", DIALOGUE, "dialogue.read", dialogues.get_dialogue,
          "A talk with everything said in it", answer=dialogue_bodies.DialogueFile,
          personal=True),
)  # fmt: skip
