import type { Path } from "../fault.ts";
import { firstPlace } from "../fault.ts";
import type { FileFault, TextFile } from "../source-file.ts";
import { faultIn } from "../source-file.ts";
import type { LabFile } from "./lab.ts";
import type { LabShape } from "./lab-shapes.ts";

/** What lies in a lab's folder, by the path from there. */
export type LabTexts = ReadonlyMap<string, TextFile>;

type FaultAt = (path: Path, says: string, more?: { readonly cure?: string }) => FileFault;

const weakenedMin = 3;

export const filesUnder = (texts: LabTexts, folder: string): readonly LabFile[] =>
  [...texts].flatMap(([path, { text }]) =>
    path.startsWith(`${folder}/`) ? [{ path: path.slice(folder.length + 1), text }] : [],
  );

/** The names of the folders that lie in a folder. */
export const foldersIn = (texts: LabTexts, folder: string): readonly string[] => {
  const names = [...texts.keys()].map((path) => path.split("/"));
  return [
    ...new Set(names.flatMap(([top, name = "", file]) => (top === folder && file ? [name] : []))),
  ];
};

/** Kinds that run nothing are answered; their solutions are what `answer.ts` answers. */
export const answerFile = "answer.ts";

/** Parts that are missing and files that belong to nothing. */
export const partFaults = (shape: LabShape, texts: LabTexts, faultAt: FaultAt): FileFault[] => [
  ...missingParts(shape, texts, faultAt),
  ...runFaults(shape, texts, faultAt),
  ...weakenedFaults(shape, texts, faultAt),
  ...strayFiles(shape, texts),
];

/** What a learner may change; null: they answer questions, and nothing lies in start/. */
export const editableIn = ({ run, edit }: LabShape): readonly string[] | null =>
  run?.edit ?? edit ?? null;

const missingParts = (shape: LabShape, texts: LabTexts, faultAt: FaultAt): FileFault[] => {
  const needs = [
    ["brief.md", "the task page"],
    ["debrief.md", "what is said afterwards"],
    ["checks.ts", "the cases and what is right"],
  ] as const;
  const missing = needs.filter(([name]) => !texts.has(name));
  const folders = editableIn(shape) === null ? ["reference"] : ["start", "reference"];
  const empty = folders.filter((folder) => filesUnder(texts, folder).length === 0);
  return [
    ...missing.map(([name, what]) =>
      faultAt(["id"], `${name} is missing: ${what}`, { cure: `write ${name} beside this file` }),
    ),
    ...empty.map((folder) =>
      faultAt(["id"], `the folder ${folder}/ is missing or empty`, {
        cure: folder === "start" ? "put there what a learner begins with" : "put a solution there",
      }),
    ),
  ];
};

const runFaults = (shape: LabShape, texts: LabTexts, faultAt: FaultAt): FileFault[] => {
  const { run } = shape;
  const there = (path: string): boolean => texts.has(`start/${path}`);
  const cure = "name a file of start/, or add it there";
  return [
    ...(run === undefined || there(run.entry)
      ? []
      : [faultAt(["run", "entry"], notInStart(run.entry), { cure })]),
    ...(editableIn(shape) ?? []).flatMap((path, index) => {
      const at = [...(run === undefined ? [] : ["run"]), "edit", index];
      return there(path) ? [] : [faultAt(at, notInStart(path), { cure })];
    }),
  ];
};

const notInStart = (path: string): string => `\`${path}\` does not lie in start/`;

const weakenedFaults = ({ weakened }: LabShape, texts: LabTexts, faultAt: FaultAt): FileFault[] => {
  const names = Object.keys(weakened);
  const few = `a lab needs ${weakenedMin} weakened solutions or more, not ${names.length}`;
  return [
    ...(names.length < weakenedMin
      ? [faultAt(["weakened"], few, { cure: "add folders to weakened/, and name them here" })]
      : []),
    ...names.flatMap((name) =>
      filesUnder(texts, `weakened/${name}`).length > 0
        ? []
        : [
            faultAt(["weakened", name], `the folder weakened/${name}/ is missing or empty`, {
              cure: "put the files there that differ from the reference",
            }),
          ],
    ),
  ];
};

/** Files beside `checks.ts` may hold what it imports. */
const strayFiles = (shape: LabShape, texts: LabTexts): FileFault[] =>
  [...texts].flatMap(([path, source]) => {
    const cure = strayCure(path, shape);
    return cure === null
      ? []
      : [faultIn(source, firstPlace, `nothing in this lab uses ${path}`, { cure })];
  });

const strayCure = (path: string, shape: LabShape): string | null => {
  const [folder = "", ...rest] = path.split("/");
  if (rest.length === 0) {
    return /^(?:lab\.yaml|brief\.md|debrief\.md|[a-z0-9-]+\.ts)$/.test(path)
      ? null
      : "remove it; beside lab.yaml, brief.md and debrief.md only .ts files for checks.ts lie here";
  }
  const own = editableIn(shape);
  if (folder === "start") return own === null ? "remove it: this kind has no start/" : null;
  const editable = own ?? [answerFile];
  const isSolved = (name: string): boolean => editable.includes(name);
  if (folder === "reference") return isSolved(rest.join("/")) ? null : solutionCure(editable);
  const [name = "", ...inside] = rest;
  if (folder === "accepted") return isSolved(inside.join("/")) ? null : solutionCure(editable);
  if (folder !== "weakened")
    return "remove it; a lab has start/, reference/, weakened/ and accepted/";
  if (shape.weakened[name] === undefined) return `name it under \`weakened\` in lab.yaml: ${name}`;
  return isSolved(inside.join("/")) ? null : solutionCure(editable);
};

const solutionCure = (editable: readonly string[]): string =>
  `remove it; a solution holds only what a learner hands in: ${editable.join(", ")}`;
