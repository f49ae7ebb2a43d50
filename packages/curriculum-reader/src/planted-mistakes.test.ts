import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { reviewFaults } from "./checks/check-reviews.ts";
import { readTrees } from "./read-curriculum.ts";
import { faultsOf, lessonPath, soundFiles, treeOf } from "./test-curriculum.ts";

const items = "items/a.yaml";

/**
 * Some words of a sound file exchanged for a mistake; `mark` is what the fault must point at, `line` the line that it
 * stands in.
 */
const mistakes = z
  .array(
    z.strictObject({
      what: z.string(),
      file: z.string(),
      from: z.string(),
      to: z.string(),
      line: z.string(),
      mark: z.string(),
      says: z.string(),
      cure: z.string(),
    }),
  )
  .parse(JSON.parse(await readFile(new URL("planted-mistakes.json", import.meta.url), "utf8")));

const shown = ({ line, column, says, cure }: ReturnType<typeof faultsOf>[number]): string =>
  `${line}:${column} ${says} = ${cure}`;

it("a sound curriculum has no fault", () => {
  expect(faultsOf(soundFiles)).toEqual([]);
});

describe("a planted mistake is pointed at:", () => {
  it.each(mistakes)("$what", ({ file, from, to, line, mark, says, cure }) => {
    const text = soundFiles[file] ?? "";
    expect(text.split(from)).toHaveLength(2);
    const changed = text.replace(from, () => to);
    const rows = changed.split("\n");
    const faults = faultsOf({ ...soundFiles, [file]: changed });
    const found = faults.find((fault) => fault.file === file && fault.says === says);
    expect(found?.cure).toBe(cure);
    const row = rows[(found?.line ?? 0) - 1] ?? "";
    expect([row, row.slice((found?.column ?? 0) - 1, (found?.endColumn ?? 0) - 1)]).toEqual([
      line,
      mark,
    ]);
    // One slip brings few faults: its own, and what it really changes.
    expect(faults.length).toBeLessThanOrEqual(3);
  });

  it("a file that is not UTF-8", () => {
    const bytes = new TextEncoder().encode(soundFiles[lessonPath]);
    bytes[30] = 0xff;
    expect(faultsOf({ ...soundFiles, [lessonPath]: bytes }).map(shown)).toContain(
      "4:1 this is not UTF-8 text = save the file as UTF-8",
    );
  });

  it("an id in two places", () => {
    const twin = { "modules/m02/m01-2.md": soundFiles["modules/m01/m01-2.md"] ?? "" };
    expect(faultsOf({ ...soundFiles, ...twin }).map(shown)).toContain(
      "2:5 the lesson `m01-2` is there twice; the other is in modules/m01/m01-2.md = remove one, or give it another id",
    );
  });

  it("a source that nothing names is a doubt", () => {
    const text = (soundFiles[lessonPath] ?? "").replace(
      "[who](source:who)",
      "[who](https://example.com)",
    );
    expect(faultsOf({ ...soundFiles, [lessonPath]: text })).toMatchObject([
      { severity: "warning", line: 9, column: 3, says: "no sentence names the source `who`" },
    ]);
  });

  it("a lesson with code that repairs nothing is a doubt", () => {
    const text = (soundFiles[lessonPath] ?? "").replace("## Repair:", "## Know:");
    expect(faultsOf({ ...soundFiles, [lessonPath]: text })).toMatchObject([
      { severity: "warning", line: 14, cure: "add a step: ## Repair: its title (5 min)" },
    ]);
  });

  it("a module that only talks", () => {
    const text = (soundFiles[lessonPath] ?? "").replace(
      /## See[\s\S]*$/,
      "## Know: it (14 min)\n\nTalk [who](source:who).\n",
    );
    const says = faultsOf({ ...soundFiles, [lessonPath]: text }).map(shown);
    expect(says).toContain(
      "9:10 no lesson of this module has code or an exercise = give it something to do",
    );
  });
});

const bank = (options: (n: number) => string): string =>
  `competency: A\nitems:\n${[1, 2, 3, 4, 5]
    .map(
      (n) => `  - id: a${n}-1
    topic: T
    level: 1
    threats: []
    added: 2026-11-21
    reviewed: 2026-11-21
    reviewBy: 2027-05-21
    sources: [{ title: Who, url: "https://example.com/" }]
    choose:
      ask: Which?
      options:
${options(n)}`,
    )
    .join("")}`;

const right = (text: string): string => `        - { text: ${text}, right: true, why: So. }\n`;
const wrong = (text: string): string => `        - { text: ${text}, why: No. }\n`;

describe("keys that can be guessed", () => {
  const says = (text: string): unknown =>
    faultsOf({ ...soundFiles, [items]: text }).map(({ severity, says: sentence }) => [
      severity,
      sentence,
    ]);
  it("by their length", () => {
    const text = bank((n) =>
      n % 2 === 0 ? right("the longest") + wrong("short") : wrong("short") + right("the longest"),
    );
    expect(says(text)).toEqual([
      ["warning", "the right option is the longest in 5 of the 5 questions of this bank"],
    ]);
  });
  it("by their place", () => {
    const text = bank((n) =>
      n === 1 ? right("same") + wrong("like") : wrong("like") + right("same"),
    );
    expect(says(text)).toEqual([
      ["warning", "the right option stands at place 2 in 4 of the 5 questions of this bank"],
    ]);
  });
  it("are none where both vary", () => {
    const text = bank((n) =>
      n % 2 === 0 ? right("same") + wrong("like") : wrong("like") + right("same"),
    );
    expect(says(text)).toEqual([]);
  });
});

it("a review that is late is a fault on that day, and a doubt a month before", () => {
  const { sources } = readTrees([treeOf(soundFiles)]);
  const severities = (today: string): readonly string[] => [
    ...new Set(reviewFaults(sources, today).map(({ severity }) => severity)),
  ];
  expect(severities("2027-04-20")).toEqual([]);
  expect(severities("2027-04-21")).toEqual(["warning"]);
  expect(severities("2027-05-21")).toEqual(["warning"]);
  expect(severities("2027-05-22")).toEqual(["error"]);
});

it("every fault says what to do and lies in its file, and no bytes throw", () => {
  const sound = new TextEncoder().encode(soundFiles[lessonPath]);
  const change = fc.record({
    at: fc.nat(sound.length),
    remove: fc.nat(40),
    insert: fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc
        .constantFrom("```", "\n", "- ", ": ", "{{", "](", "<b>", "\t", "'", '"', "## ")
        .map((text) => new TextEncoder().encode(text)),
    ),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const bytes = changes.reduce(
        (all, { at, remove, insert }) =>
          Uint8Array.from([...all.slice(0, at), ...insert, ...all.slice(at + remove)]),
        sound,
      );
      const rows = new TextDecoder().decode(bytes).split("\n").length;
      for (const fault of faultsOf({ ...soundFiles, [lessonPath]: bytes })) {
        expect(fault.cure, fault.says).toBeTruthy();
        expect(fault.line).toBeGreaterThanOrEqual(1);
        expect(fault.column).toBeGreaterThanOrEqual(1);
        if (fault.file === lessonPath) expect(fault.line).toBeLessThanOrEqual(rows);
      }
    }),
    { numRuns: 100 },
  );
});

it("any bytes in any file are read or refused, never thrown at", () => {
  const names = fc.constantFrom(...Object.keys(soundFiles));
  fc.assert(
    fc.property(
      names,
      fc.oneof(fc.uint8Array(), fc.string({ unit: "binary" })),
      (file, content) => {
        expect(Array.isArray(faultsOf({ ...soundFiles, [file]: content }))).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
