import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runLine } from "../test-shell.ts";

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "checkride-curriculum-"));
  await mkdir(join(root, "curriculum", "modules", "x01"), { recursive: true });
});
afterAll(() => rm(root, { recursive: true }));

const module = `id: x01
title: X
summary: S
minutes: 5
owner: Us
reviewed: 2026-05-01
reviewBy: 2026-10-01
lessons: [x01-1]
today: Do it.
changes: []
`;

const lesson = `---
id: x01-1
title: X
minutes: 5
claim: C
sources: { who: { title: Who, url: "https://example.com/" } }
---

## Try: it (5 min)

A fact [who](source:who).

\`\`\`run
id: e1
ask: Double it.
language: ts
start: |
  export function f(x: number): number { return x; }
calls: f
cases:
  - { says: doubled, args: [2], returns: 4 }
  - { says: nothing, args: [0], returns: 0, hidden: true }
solution: |
  export function f(x: number): number { return 2 * x; }
\`\`\`
`;

const check = async (text: string, ...more: readonly string[]) => {
  const folder = join(root, "curriculum");
  await writeFile(join(folder, "modules", "x01", "module.yaml"), module);
  await writeFile(join(folder, "modules", "x01", "x01-1.md"), text);
  // Another checkout of Checkride, whose curriculum is this small one.
  return runLine(["curriculum", "check", ...more], { root });
};

describe("curriculum check", () => {
  it("finds nothing in sound files, whose code it has run", async () => {
    const { code, text } = await check(lesson);
    expect(text).toContain("1 modules, 1 lessons, 0 questions");
    expect(text).toMatch(/no faults\.$/);
    expect(code).toBe(0);
  });

  it("says that code which should fail passes, and which should pass fails", async () => {
    const turned = lesson
      .replace("return x;", "return x + x;")
      .replace("return 2 * x;", "return 3;");
    const { code, text } = await check(turned);
    expect(code).toBe(1);
    expect(text).toContain("x01-1.md:17:8  error  what the learner starts with passes already");
    expect(text).toContain("does not pass this case: It returns 3, wanted is 4.");
    expect(text).toContain("does not pass this case: It returns 3, wanted is 0.");
    expect(text).toContain("3 errors");
  });

  it("points at mistakes with file, line, column and cure, and runs no code where that is asked", async () => {
    const wrong = lesson.replace("https://", "http://").replace("return x;", "return x + x;");
    const { code, text, outcome } = await check(wrong, "--without-code");
    expect(code).toBe(1);
    expect(text).toContain("x01-1.md:6:36  error  `http://example.com/` is no https address");
    expect(text).toContain("    cure: begin it with https://");
    expect(outcome.json).toMatchObject({ faults: [{ line: 6, cure: "begin it with https://" }] });
  });

  it("refuses a folder that is none", async () => {
    const { code, outcome } = await check(lesson, join(root, "none"));
    expect([code, outcome.complaint?.says]).toEqual([2, `${join(root, "none")} is no folder.`]);
  });
});

describe("curriculum preview", () => {
  it("serves the lesson without its key to this machine, marks answers and says when it changed", async () => {
    await check(lesson, "--without-code");
    const file = join(root, "curriculum", "modules", "x01", "x01-1.md");
    const seen: unknown[] = [];
    const visit = async (url: string): Promise<void> => {
      const json = async (path: string, init?: RequestInit): Promise<unknown> =>
        (await fetch(url + path, init)).json();
      seen.push(await json("lesson.json"));
      const body = JSON.stringify({
        exercise: "e1",
        answer: { kind: "run", code: "export function f(x: number) { return 2 * x; }" },
      });
      const headers = { "content-type": "application/json" };
      seen.push(await json("answer", { method: "POST", headers, body }));
      const events = await fetch(`${url}events`);
      const reader = events.body?.getReader();
      await reader?.read();
      await cp(file, `${file}.copy`);
      seen.push(new TextDecoder().decode((await reader?.read())?.value));
      await reader?.cancel();
      await rm(`${file}.copy`);
      seen.push(await (await fetch(url)).text());
    };
    const notes: string[] = [];
    const { code } = await runLine(["curriculum", "preview", "x01-1"], {
      root,
      note: (line) => void notes.push(line),
      untilStopped: () => visit(/http:\S+/.exec(notes.join())?.[0] ?? ""),
    });
    expect(code).toBe(0);
    const [shown, marked, event, page] = seen;
    expect(JSON.stringify(shown)).not.toContain("return 2 * x");
    expect(shown).toMatchObject({ lesson: { title: "X" }, faults: [] });
    expect(marked).toMatchObject({ right: true, share: 1 });
    expect(event).toBe("data: changed\n\n");
    expect(page).toContain("/page.js");
  });

  it("says what was meant by a lesson that is not there", async () => {
    const { code, outcome } = await runLine(["curriculum", "preview", "x01-11"], { root });
    expect([code, outcome.complaint?.says]).toEqual([
      2,
      "There is no lesson x01-11. Did you mean x01-1?",
    ]);
  });
});

describe("curriculum schema", () => {
  it("writes one schema for each kind of file", async () => {
    const { code, outcome } = await runLine(["curriculum", "schema", root]);
    expect(code).toBe(0);
    expect(outcome.json["files"]).toContain(join(root, "module.schema.json"));
    const text = await readFile(join(root, "module.schema.json"), "utf8");
    expect(JSON.parse(text)).toHaveProperty("properties.reviewBy");
  });
});
