import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type CatalogueReading, readCatalogue } from "./read-catalogue.ts";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "curriculum-"));
});
afterEach(() => rm(root, { recursive: true }));

const write = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
};

const lab = (parts: string): string =>
  `id: L01\ntitle: A lab\nkind: llm-ctf\ndifficulty: easy\nminutes: 10\n${parts}`;

const lesson = (body: string): string =>
  `---\nid: m01-1\ntitle: L\nminutes: 5\nclaim: C\nthreats: [X01]\n${sources}---\n\n${body}`;

const sources = "sources:\n  who: { title: Who said so, url: https://example.com/ }\n";
const body =
  "## Know: a thing (5 min)\n\nIt is so [who](source:who).\n\n```ts\nconst a = 1;\n```\n";

const whole: Readonly<Record<string, string>> = {
  "base/tracks/t1.yaml":
    "id: t1\ntitle: One\naudience: All\nmodules: [m01]\nlabs: [L01]\nquiz: { title: Quiz, minutes: 10 }\n",
  "base/modules/m01/module.yaml": `id: m01
title: M
summary: S
minutes: 5
owner: Us
reviewed: 2026-11-21
reviewBy: 2027-05-21
lessons: [m01-1]
today: Do.
changes: []
`,
  "base/modules/m01/m01-1.md": lesson(body),
  "base/labs/L01/lab.yaml": lab("modules: [m01]\nthreats: [X01]\n"),
  "base/threats/x.json":
    '{"taxonomy": "X", "version": "1", "items": [{"id": "X01", "name": "Threat"}]}',
  "base/documents/rules/document.yaml":
    "id: rules\ntitle: Rules\nkind: policy\nversion: 2\nminutes: 3\nowner: Us\nreviewed: 2026-11-21\nreviewBy: 2027-05-21\nsignOff: I will.\n",
  "base/documents/rules/text.md": "# Rules\n",
};

const writeAll = async (changes: Readonly<Record<string, string>> = {}): Promise<void> => {
  for (const [path, text] of Object.entries({ ...whole, ...changes })) await write(path, text);
};

const read = (...folders: string[]): Promise<CatalogueReading> =>
  readCatalogue(folders.map((folder) => join(root, folder)));

const said = ({ faults }: CatalogueReading): string[] =>
  faults.map(({ file, line, column, says }) => `${file}:${line}:${column} ${says}`);

it("reads activities with their titles, minutes and tracks", async () => {
  await writeAll();
  const { catalogue, faults } = await read("base");
  expect(faults).toEqual([]);
  expect([...catalogue.activities.keys()]).toEqual(["lesson/m01-1", "lab/L01", "quiz/t1"]);
  expect(catalogue.activities.get("lab/L01")).toEqual({
    ref: "lab/L01",
    kind: "lab",
    title: "A lab",
    minutes: 10,
    module: "m01",
    tracks: ["t1"],
    threats: ["X01"],
    installed: false,
  });
  expect(catalogue.documents.get("rules")).toMatchObject({ version: 2, text: "# Rules" });
});

it("knows a lab as installed once its parts are there", async () => {
  const parts = ["brief.md", "debrief.md", "checks.ts"].map((name) => [
    `base/labs/L01/${name}`,
    "",
  ]);
  await writeAll(Object.fromEntries(parts.slice(1)));
  expect((await read("base")).catalogue.activities.get("lab/L01")?.installed).toBe(false);
  await writeAll(Object.fromEntries(parts));
  const { catalogue } = await read("base");
  expect(catalogue.activities.get("lab/L01")?.installed).toBe(true);
});

it("knows an assessment as installed when it is known what is to be written in it", async () => {
  const [path, file] = ["base/modules/m01/module.yaml", whole["base/modules/m01/module.yaml"]];
  const assessments = ["m16", "own"].map((id) => `  - { id: ${id}, title: A, minutes: 5 }\n`);
  await writeAll({ [path]: `${file}assessments:\n${assessments.join("")}` });
  const { activities } = (await read("base")).catalogue;
  expect(activities.get("assessment/m16")?.installed).toBe(true);
  expect(activities.get("assessment/own")?.installed).toBe(false);
});

it("knows a lesson as installed once it has steps, with the threats of its file", async () => {
  await writeAll();
  expect((await read("base")).catalogue.activities.get("lesson/m01-1")).toMatchObject({
    installed: true,
    threats: ["X01"],
  });
  await writeAll({ "base/modules/m01/m01-1.md": lesson("").replace(sources, "") });
  const { catalogue, faults } = await read("base");
  expect(faults).toEqual([]);
  expect(catalogue.activities.get("lesson/m01-1")?.installed).toBe(false);
});

it("lets a later folder replace a single lesson", async () => {
  const own = lesson(body).replace("title: L", "title: Our lesson");
  await writeAll({ "own/modules/m01/m01-1.md": own });
  const { catalogue, faults } = await read("base", "own");
  expect(faults).toEqual([]);
  expect(catalogue.modules.get("m01")?.lessons[0]?.title).toBe("Our lesson");
});

it("lets a later folder replace by id and add", async () => {
  await writeAll({
    "own/labs/L01/lab.yaml": lab("modules: [m01]\nthreats: []\n").replace("A lab", "Our lab"),
    "own/labs/ACME01/lab.yaml": lab("modules: []\nthreats: []\n").replace("L01", "ACME01"),
  });
  const { catalogue, faults } = await read("base", "own");
  expect(faults).toEqual([]);
  expect(catalogue.activities.get("lab/L01")?.title).toBe("Our lab");
  expect(catalogue.activities.has("lab/ACME01")).toBe(true);
});

it("leaves out a bad file, says why with its place, and reads the rest", async () => {
  await writeAll({
    "base/labs/L01/lab.yaml": lab("modules: [m01]\nthreats: [X01]\n").replace("easy", "eazy"),
    "base/documents/empty/document.yaml": (
      whole["base/documents/rules/document.yaml"] ?? ""
    ).replace("rules", "empty"),
    "base/modules/m02/module.yaml": "id: m02\ntitle: 'bad\n",
  });
  const reading = await read("base");
  expect(said(reading)).toEqual([
    "documents/empty/document.yaml:1:5 the words of this document are missing: put them into text.md beside it",
    "labs/L01/lab.yaml:4:13 `difficulty` must be one of easy, medium, hard, expert, not `eazy`; did you mean `easy`?",
    "modules/m02/module.yaml:3:1 something is missing here, such as a closing quote, a bracket or `:`",
  ]);
  expect(reading.catalogue.activities.has("lesson/m01-1")).toBe(true);
});

it("checks what no single file can know", async () => {
  await writeAll({
    "base/modules/m01/module.yaml": (whole["base/modules/m01/module.yaml"] ?? "").replace(
      "minutes: 5",
      "minutes: 9",
    ),
    "base/labs/L01/lab.yaml": lab("modules: [m10]\nthreats: [X01, X10]\n"),
  });
  expect(said(await read("base"))).toEqual([
    "labs/L01/lab.yaml:6:11 there is no module `m10`; did you mean `m01`?",
    "labs/L01/lab.yaml:7:16 there is no threat `X10`; did you mean `X01`?",
    "modules/m01/module.yaml:4:10 the lessons take 5 minutes together, the module says 9",
  ]);
});

it("finds a file whose id is not its name", async () => {
  await writeAll({ "base/labs/L02/lab.yaml": whole["base/labs/L01/lab.yaml"] ?? "" });
  expect(said(await read("base"))).toEqual([
    "labs/L02/lab.yaml:1:5 the id `L01` differs from the name of its place, `L02`",
  ]);
});

it("is empty, not broken, where nothing is", async () => {
  const { catalogue, faults } = await read("nowhere");
  expect([faults, catalogue.activities.size]).toEqual([[], 0]);
});
