import type { ChangeTemplate, Details } from "./change-parts.ts";
import { answerParts, jobParts } from "./change-python-answers.ts";

/** A web service in Python: an assistant that answers from documents and may export. */
export const pythonChange = (names: Details): ChangeTemplate => {
  const { thing, Thing, seconds } = names;
  return {
    title: `feat(assistant): answer questions about ${thing}s`,
    says: `Customers can ask about their ${thing}s. The assistant looks them up, answers, and may prepare an export as a file. Index and cache are rebuilt at night. Written with an assistant; all tests pass.`,
    files: [
      {
        path: `app/routes/ask.py`,
        language: "python",
        parts: [
          `
+"""Questions about ${thing}s, answered by the assistant."""
+
+import hashlib
+import logging
+
+from fastapi import APIRouter, Depends, HTTPException
+from fastapi.responses import FileResponse
+
+from app import exports
+from app.answers import answer_question
+from app.cache import cache
+from app.session import Customer, signed_in
+from app.store import ${thing}s
+
+log = logging.getLogger("ask")
+router = APIRouter(prefix="/ask")
+
+QUESTION_CHARS_MAX = 2_000
+ANSWER_SECONDS = ${seconds * 60}
+
+
`,
          {
            odd: "md5",
            fine: "The digest is the name of a cache entry, made of the customer's own id and question. Nothing is protected by it.",
            text: `
+def cache_name(customer: Customer, question: str) -> str:
+    """A short name for a cache entry; no secret."""
+    joined = f"{customer.id}:{question}"
+    return hashlib.md5(joined.encode(), usedforsecurity=False).hexdigest()
`,
          },
          `
+
+
`,
          {
            id: "personal-log",
            problems: ["log"],
            attack:
              "Question and address of each customer stand in the log. More people can read logs than customers' data, and for longer.",
            sound: `
+@router.post("")
+async def ask(question: str, customer: Customer = Depends(signed_in)):
+    if len(question) > QUESTION_CHARS_MAX:
+        raise HTTPException(400, "The question is too long.")
+    log.info("question of %d characters", len(question))
+    name = cache_name(customer, question)
`,
            weak: `
+@router.post("")
+async def ask(question: str, customer: Customer = Depends(signed_in)):
+    if len(question) > QUESTION_CHARS_MAX:
+        raise HTTPException(400, "The question is too long.")
+    log.info("question of %s: %s", customer.email, question)
+    name = cache_name(customer, question)
`,
          },
          `
+    if (kept := cache.get(name)) is not None:
+        return kept
+    answer = await answer_question(customer, question)
+    cache.put(name, answer, seconds=ANSWER_SECONDS)
+    return answer
+
+
`,
          {
            id: "rights",
            problems: ["rights"],
            attack: `Whoever is signed in reads each ${thing} by its number: the owner is never compared.`,
            sound: `
+@router.get("/{number}/history")
+async def history(number: int, customer: Customer = Depends(signed_in)):
+    found = await ${thing}s.by_number(number)
+    if found is None or found.customer_id != customer.id:
+        raise HTTPException(404, "There is no such ${thing}.")
+    return [{"at": step.at, "says": step.says} for step in found.steps]
`,
            weak: `
+@router.get("/{number}/history")
+async def history(number: int, customer: Customer = Depends(signed_in)):
+    found = await ${thing}s.by_number(number)
+    if found is None or not found.customer_id:
+        raise HTTPException(404, "There is no such ${thing}.")
+    return [{"at": step.at, "says": step.says} for step in found.steps]
`,
          },
          `
+
+
+@router.get("/exports/{export}")
+async def download(export: str, customer: Customer = Depends(signed_in)):
+    path = exports.path_of(customer, export)
+    if path is None or not path.is_file():
+        raise HTTPException(404, "There is no such export.")
+    return FileResponse(path, filename="${thing}s.csv")
`,
        ],
      },
      {
        path: "app/exports.py",
        language: "python",
        parts: [
          `
 """Files that a customer asked for."""
 
+import re
 from pathlib import Path
 
 from app.session import Customer
+from app.store import ${Thing}
 
 ROOT = Path("/var/lib/exports")
+NAME = re.compile(r"[a-z0-9-]{1,40}")
+
+
`,
          {
            id: "path",
            problems: ["path"],
            attack:
              "The name goes into a path as it came: ../ leads to the folder of another customer, and further.",
            sound: `
+def path_of(customer: Customer, export: str) -> Path | None:
+    """Where an export lies; None if that is no name of one."""
+    if NAME.fullmatch(export) is None:
+        return None
+    return ROOT / str(customer.id) / f"{export}.csv"
`,
            weak: `
+def path_of(customer: Customer, export: str) -> Path | None:
+    """Where an export lies; None if that is no name of one."""
+    if len(export) > 40:
+        return None
+    return ROOT / str(customer.id) / f"{export}.csv"
`,
          },
          `
+
+
+def write(customer: Customer, export: str, found: list[${Thing}]) -> bool:
+    path = path_of(customer, export)
+    if path is None:
+        return False
+    path.parent.mkdir(parents=True, exist_ok=True)
+    lines = [f"{one.number};{one.steps[-1].at}" for one in found[:1_000]]
+    path.write_text("\\n".join(["number;changed", *lines]))
+    return True
`,
        ],
      },
      { path: "app/answers.py", language: "python", parts: answerParts(names) },
      { path: "jobs/nightly.py", language: "python", parts: jobParts(names) },
    ],
  };
};
