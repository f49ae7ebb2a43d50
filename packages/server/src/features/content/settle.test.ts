import { createHash } from "node:crypto";
import { labFaultsOf } from "@checkride/curriculum-reader/lab/lab-sources";
import { readTrees } from "@checkride/curriculum-reader/read-curriculum";
import type { Tree } from "@checkride/curriculum-reader/read-tree";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Layer } from "../../platform/curriculum.ts";
import { codeLab } from "../../test-labs.ts";
import { type Marks, settle } from "./settle.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;

const treeOf = (files: Files, unreadable: readonly string[] = []): Tree => ({
  root: "/own",
  files: new Map(
    Object.entries(files)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([file, content]) => [file, { file, path: `/own/${file}`, bytes: bytesOf(content) }]),
  ),
  unreadable: new Set(unreadable),
});

const layersOf = (files: Files, unreadable: readonly string[] = []): readonly Layer[] => [
  { folder: "own", tree: treeOf(files, unreadable) },
];

const sha = (content: string | Uint8Array): string =>
  createHash("sha256").update(bytesOf(content)).digest("hex");

const since = new Date("2026-11-21T12:00:00Z");

const marksOf = (files: Files): Marks =>
  new Map(
    Object.entries(files).map(([file, content]) => [
      `own/${file}`,
      { version: sha(content), since },
    ]),
  );

/** What is served of `now`, where `before` is in force. */
const served = (before: Files, now: Files, unreadable: readonly string[] = []) =>
  settle({
    disk: layersOf(now, unreadable),
    marks: marksOf(before),
    bytesOf: async (wanted) =>
      new Map(wanted.map(({ ref }) => [ref, bytesOf(before[ref.slice("own/".length)] ?? "")])),
    read: (layers) => {
      const reading = readTrees(layers.map(({ tree }) => tree));
      return { ...reading, faults: [...reading.faults, ...labFaultsOf(reading.curriculum.labs)] };
    },
    mayComeIn: () => true,
    isFirst: Object.keys(before).length === 0,
  });

const lesson = (shows = "key.ts", title = "Keys"): string => `---
id: m99-1
title: ${title}
minutes: 5
claim: You can say where keys stay.
sources:
  rules: { title: Our rules, url: https://example.com/rules }
---

## Know: where keys stay (5 min)

Here [Rules](source:rules).

\`\`\`spot
id: e99b
ask: Mark the key.
show: { language: ts, file: ${shows} }
marks:
  - { has: "= 1", why: So. }
otherwise: No.
\`\`\`

\`\`\`choose
id: e99a
ask: Where do keys stay?
options:
  - { text: With us alone, right: true, why: So it is. }
  - { text: With anybody, why: Not so. }
\`\`\`
`;

const sound: Files = {
  "modules/m99/module.yaml": `id: m99
title: Our own
summary: S
minutes: 5
owner: Us
reviewed: 2026-11-21
reviewBy: 2027-05-21
lessons: [m99-1]
today: T.
changes: [{ on: 2026-11-21, says: First. }]
`,
  "modules/m99/m99-1.md": lesson(),
  "modules/m99/key.ts": "const key = 1;\n",
  "documents/card/document.yaml":
    "id: card\ntitle: Card\nkind: card\nversion: 1\nminutes: 2\nowner: Us\nreviewed: 2026-11-21\nreviewBy: 2027-05-21\n",
  "documents/card/text.md": "# Card\n\n- One rule\n",
};

const without = (file: string): Files =>
  Object.fromEntries(Object.entries(sound).filter(([name]) => name !== file));

describe("settling what is in force", () => {
  it("leaves everything as it is where nothing changed", async () => {
    const settled = await served(sound, sound);
    expect(settled.faults.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(settled).toMatchObject({ candidates: [], comesIn: [], waits: [] });
    expect(settled.reading.curriculum.lessons.has("m99-1")).toBe(true);
  });

  it("keeps a file that a lesson shows and that went away", async () => {
    const settled = await served(sound, without("modules/m99/key.ts"));
    expect([...settled.held]).toEqual(["own/modules/m99/key.ts"]);
    expect(settled.comesIn).toEqual([]);
    expect(settled.reading.faults.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("keeps the words of a document that went away", async () => {
    const settled = await served(sound, without("documents/card/text.md"));
    expect(settled.reading.curriculum.papers.get("card")?.text).toContain("One rule");
  });

  it("keeps a lab as a whole where a part of it is wrong or went away", async () => {
    const lab = Object.fromEntries(
      Object.entries(codeLab).map(([path, text]) => [
        `labs/T01/${path}`,
        text.replace("[m01]", "[m99]"),
      ]),
    );
    const before = { ...sound, ...lab };
    const { "labs/T01/start/main.ts": gone, ...rest } = before;
    expect(gone).toBeDefined();
    const settled = await served(before, { ...rest, "labs/T01/checks.ts": "export const a = 1;" });
    expect([...settled.held].toSorted()).toEqual([
      "own/labs/T01/checks.ts",
      "own/labs/T01/start/main.ts",
    ]);
    const better = { ...before, "labs/T01/checks.ts": "export const a = 1;" };
    expect((await served(before, better)).comesIn).toHaveLength(1);
  });

  it("takes files that belong together together, and keeps them together", async () => {
    const both = {
      ...sound,
      "modules/m99/m99-1.md": lesson("lock.ts"),
      "modules/m99/lock.ts": "const lock = 1;\n",
    };
    const good = await served(sound, both);
    expect(good.comesIn.map(({ ref }) => ref).toSorted()).toEqual([
      "own/modules/m99/lock.ts",
      "own/modules/m99/m99-1.md",
    ]);
    const half = await served(sound, { ...sound, "modules/m99/m99-1.md": lesson("lock.ts") });
    expect(half.comesIn).toEqual([]);
    expect(half.held.has("own/modules/m99/m99-1.md")).toBe(true);
  });

  it("leaves out a new file that is wrong, on the first day too", async () => {
    const broken = { ...sound, "modules/m99/m99-1.md": "---\nid: m99-1\n---\n" };
    const settled = await served({}, broken);
    expect(settled.reading.curriculum.lessons.has("m99-1")).toBe(false);
    expect(settled.held.has("own/modules/m99/m99-1.md")).toBe(true);
    expect(settled.faults.some(({ file }) => file === "modules/m99/m99-1.md")).toBe(true);
    const refs = settled.comesIn.map(({ ref }) => ref);
    expect(refs).toContain("own/documents/card/document.yaml");
  });

  it("keeps what lies in a folder that cannot be read", async () => {
    const documentsOnly = without("modules/m99/m99-1.md");
    const settled = await served(sound, documentsOnly, ["modules/m99"]);
    expect(settled.reading.curriculum.lessons.has("m99-1")).toBe(true);
    expect([...settled.lost]).toEqual(["own/modules/m99/m99-1.md"]);
  });

  it("serves every lesson and document that it served before, whatever is written over one file", async () => {
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ maxLength: 200 }),
      fc
        .tuple(fc.nat({ max: 400 }), fc.string({ minLength: 1, maxLength: 5 }))
        .map(([at, piece]) => `${lesson().slice(0, at)}${piece}${lesson().slice(at)}`),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(sound)), content, async (file, written) => {
        const { reading } = await served(sound, { ...sound, [file]: written });
        expect(reading.curriculum.lessons.has("m99-1")).toBe(true);
        expect(reading.curriculum.papers.has("card")).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
