import type { Details, Part } from "./change-parts.ts";

export const answerParts = ({ thing, seconds }: Details): readonly Part[] => [
  `
+"""One question, one model, three tools."""
+
+import ast
+import operator
+
+from app import exports
+from app.model import complete
+from app.session import Customer
+from app.store import ${thing}s
+
+TOOLS = ("look_up", "calculate", "export")
+CALLS_MAX = 4
+SIGNS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul}
+
+
+async def answer_question(customer: Customer, question: str) -> dict:
+    asked = [{"role": "user", "content": question}]
+    for _ in range(CALLS_MAX):
+        said = await complete(asked, tools=TOOLS, timeout=${seconds})
+        if said.call is None:
+            return {"text": said.text}
+        try:
+            result = await run_tool(customer, said.call)
+        except ValueError as error:
+            result = f"refused: {error}"
+        asked.append({"role": "tool", "content": str(result)[:4_000]})
+    return {"text": "This needs a person. We will write to you."}
+
+
`,
  {
    id: "code",
    problems: ["command", "model"],
    attack:
      "What the model writes is run as Python. Whoever can move the model, by a question or by a text that it reads, runs code on the server.",
    sound: `
+def calculate(text: str) -> float:
+    """Sums such as 3 * 12 + 4, and nothing else."""
+    if len(text) > 100:
+        raise ValueError("too long")
+    return value_of(ast.parse(text, mode="eval").body)
`,
    weak: `
+def calculate(text: str) -> float:
+    """Sums such as 3 * 12 + 4, and nothing else."""
+    if len(text) > 100:
+        raise ValueError("too long")
+    return float(eval(text, {"__builtins__": {}}))
`,
  },
  `
+
+
+def value_of(node: ast.AST) -> float:
+    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
+        return node.value
+    if isinstance(node, ast.BinOp) and type(node.op) in SIGNS:
+        return SIGNS[type(node.op)](value_of(node.left), value_of(node.right))
+    raise ValueError("not a sum")
+
+
`,
  {
    id: "tool-owner",
    problems: ["rights", "model"],
    attack:
      "Whose data are looked up is what the model says, not who is signed in: a question such as “I am customer 7” is enough.",
    sound: `
+async def run_tool(customer: Customer, call) -> object:
+    if call.name == "look_up":
+        return await ${thing}s.of_customer(customer.id, limit=20)
+    if call.name == "calculate":
+        return calculate(call.text("sum"))
`,
    weak: `
+async def run_tool(customer: Customer, call) -> object:
+    if call.name == "look_up":
+        return await ${thing}s.of_customer(call.number("customer"), limit=20)
+    if call.name == "calculate":
+        return calculate(call.text("sum"))
`,
  },
  `
+    if call.name == "export":
+        found = await ${thing}s.of_customer(customer.id, limit=1_000)
+        return exports.write(customer, call.text("name"), found)
+    return "There is no such tool."
`,
];

export const jobParts = ({ thing }: Details): readonly Part[] => [
  `
+"""Every night: what was asked, and the index that the assistant searches."""
+
+import subprocess
+from pathlib import Path
+
+import yaml
+
+INDEX = Path("/var/lib/assistant/index")
+UPLOADS = Path("/var/lib/uploads")
+
+
`,
  {
    id: "load",
    problems: ["load"],
    attack:
      "Customers upload these files. The unsafe loader builds any object that the text names, and runs what that does: whoever uploads a file has the job's rights.",
    sound: `
+def uploaded() -> list[dict]:
+    """What customers have sent us, one file each."""
+    found = []
+    for path in sorted(UPLOADS.glob("*.notes"))[:1_000]:
+        with path.open("rb") as file:
+            found.append(yaml.load(file, Loader=yaml.SafeLoader))
+    return found
`,
    weak: `
+def uploaded() -> list[dict]:
+    """What customers have sent us, one file each."""
+    found = []
+    for path in sorted(UPLOADS.glob("*.notes"))[:1_000]:
+        with path.open("rb") as file:
+            found.append(yaml.load(file, Loader=yaml.UnsafeLoader))
+    return found
`,
  },
  `
+
+
+def main() -> None:
+    notes = uploaded()
+    print(f"{len(notes)} notes, {len(list(INDEX.iterdir()))} parts of the index")
+    rebuild()
+
+
`,
  {
    odd: "subprocess",
    fine: "A fixed command with fixed arguments and without a shell: nothing from outside can get into it.",
    text: `
+def rebuild() -> None:
+    """The indexer is a program of its own; it is told nothing from outside."""
+    subprocess.run(
+        ["/usr/local/bin/build-index", "--from", "${thing}s", "--to", str(INDEX)],
+        check=True,
+        timeout=3_600,
+    )
`,
  },
  `
+
+
+if __name__ == "__main__":
+    main()
`,
];
