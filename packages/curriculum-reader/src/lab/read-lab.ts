import { rubricPointsMax } from "@checkride/rules/labs/rubric";
import type { FaultDetails, PlacedLink } from "../desk.ts";
import { openDesk } from "../desk.ts";
import type { Path } from "../fault.ts";
import { firstPlace } from "../fault.ts";
import { readLine } from "../markdown/read-line.ts";
import type { Block } from "../read-block.ts";
import { readBlock, readShape } from "../read-block.ts";
import type { FileFault, SourceFile, TextFile } from "../source-file.ts";
import { decode, faultIn, inOrderOfFiles, versionOf } from "../source-file.ts";
import type { Lab, LabRun } from "./lab.ts";
import type { LabTexts } from "./lab-files.ts";
import { editableIn, filesUnder, foldersIn, partFaults } from "./lab-files.ts";
import type { LabShape } from "./lab-shapes.ts";
import { labShape } from "./lab-shapes.ts";
import { readBrief, readDebrief } from "./read-lab-page.ts";

export type LabLink = PlacedLink & { readonly source: TextFile };

export type LabReading = {
  /** Null where a fault keeps it from being whole. */
  readonly lab: Lab | null;
  readonly faults: readonly FileFault[];
  readonly links: readonly LabLink[];
};

/** Kinds whose learners answer instead of writing code. */
const answered = new Set(["classify", "pr-review", "incident-sim", "threat-model"]);

/** A lab from its files, by the path from its folder on; `folder` is where that lies. */
export const readLab = (folder: string, files: ReadonlyMap<string, SourceFile>): LabReading => {
  const texts = new Map<string, TextFile>();
  const faults: FileFault[] = [];
  for (const [path, file] of files) {
    const text = decode(file);
    if ("text" in text) texts.set(path, text);
    else faults.push(text);
  }
  const main = texts.get("lab.yaml");
  if (main === undefined) {
    const nowhere = { file: `${folder}/lab.yaml`, path: `${folder}/lab.yaml` };
    const none = faultIn(nowhere, firstPlace, "there is no lab.yaml", { cure: "write it" });
    return { lab: null, faults: [...faults, none], links: [] };
  }
  const reading = readWhole(folder, main, texts);
  return { ...reading, faults: [...faults, ...reading.faults].toSorted(inOrderOfFiles) };
};

const readWhole = (folder: string, main: TextFile, texts: LabTexts): LabReading => {
  const desk = openDesk(main);
  const block = readBlock(main.text, { line: 1, column: 1 }, desk);
  const shape = readShape(labShape, block, desk);
  const brief = texts.get("brief.md");
  const debrief = texts.get("debrief.md");
  const pages = {
    brief: brief === undefined ? null : readBrief(brief),
    debrief: debrief === undefined ? null : readDebrief(debrief),
  };
  const hints = shape === null ? [] : hintsOf(shape, block, desk);
  const parts = shape === null ? [] : shapeFaults(folder, shape, main, block, texts);
  const faults = [
    ...desk.faults,
    ...parts,
    ...(pages.brief?.faults ?? []),
    ...(pages.debrief?.faults ?? []),
  ];
  const links = [
    ...desk.links.map((link) => ({ ...link, source: main })),
    ...linksOf(pages.brief, brief),
    ...linksOf(pages.debrief, debrief),
  ];
  const question = pages.debrief?.exercises[0];
  const isWhole = faults.every(({ severity }) => severity !== "error");
  if (!isWhole || shape === null || pages.brief === null || question === undefined) {
    return { lab: null, faults, links };
  }
  const lab: Lab = {
    ...solutionsOf(shape, texts),
    id: shape.id,
    title: shape.title,
    kind: shape.kind,
    minutes: shape.minutes,
    folder,
    version: versionOf([...texts].flatMap(([path, { text }]) => [path, text])),
    brief: pages.brief.sections,
    debrief: { sections: pages.debrief?.sections ?? [], question },
    hints,
    run: runOf(shape),
    isReviewed: shape.review === "person",
    rubric: shape.rubric ?? null,
    edit: editableIn(shape) ?? [],
  };
  return { lab, faults, links };
};

const linksOf = (
  page: { readonly links: readonly PlacedLink[] } | null,
  source: TextFile | undefined,
): readonly LabLink[] =>
  page === null || source === undefined ? [] : page.links.map((link) => ({ ...link, source }));

const shapeFaults = (
  folder: string,
  shape: LabShape,
  main: TextFile,
  block: Block,
  texts: LabTexts,
): FileFault[] => {
  const faultAt = (path: Path, says: string, more?: FaultDetails): FileFault =>
    faultIn(main, block.placeOf(path), says, more);
  const name = folder.split("/").at(-1) ?? "";
  const named = `the id \`${shape.id}\` differs from the name of its place, \`${name}\``;
  return [
    ...(name === shape.id ? [] : [faultAt(["id"], named, { meant: name })]),
    ...kindFaults(shape, faultAt),
    ...rubricFaults(shape, faultAt),
    ...partFaults(shape, texts, faultAt),
  ];
};

/** A lab asks questions, runs code or reads files: one of the three. */
const kindFaults = (
  { kind, run, edit }: LabShape,
  faultAt: (path: Path, says: string, more?: FaultDetails) => FileFault,
): FileFault[] => {
  const asks = answered.has(kind);
  const there = [run && "run", edit && "edit"].filter((key) => key !== undefined);
  if (there.length === (asks ? 0 : 1)) return [];
  if (there.length === 0) {
    const says = `a lab of the kind ${kind} is run or read, but \`run\` and \`edit\` are missing`;
    const cure = "add `run` with entry, calls and edit, or `edit` alone where nothing is run";
    return [faultAt(["kind"], says, { cure })];
  }
  return there.slice(asks ? 0 : 1).map((key) =>
    asks
      ? faultAt([key], `a lab of the kind ${kind} runs nothing, but \`${key}\` is there`, {
          cure: `remove \`${key}\``,
        })
      : faultAt([key], "`edit` belongs into `run`", { cure: "move it there, or remove `run`" }),
  );
};

const rubricFaults = (
  { rubric, review }: LabShape,
  faultAt: (path: Path, says: string, more?: FaultDetails) => FileFault,
): FileFault[] => {
  if (rubric === undefined) return [];
  const { acceptedFrom, questions } = rubric;
  const ids = questions.map(({ id }) => id);
  const most = questions.length * rubricPointsMax;
  return [
    ...(review === undefined
      ? [
          faultAt(["rubric"], "nobody asks this: `review` is missing", {
            cure: "add `review: person`",
          }),
        ]
      : []),
    ...(acceptedFrom > most
      ? [
          faultAt(["rubric", "acceptedFrom"], `there are ${most} points and no more`, {
            cure: `write ${most} or less`,
          }),
        ]
      : []),
    ...ids.flatMap((id, index) =>
      ids.indexOf(id) < index
        ? [
            faultAt(["rubric", "questions", index, "id"], `the question \`${id}\` is there twice`, {
              cure: "give one another id",
            }),
          ]
        : [],
    ),
  ];
};

const hintsOf = (
  { hints }: LabShape,
  block: Block,
  desk: ReturnType<typeof openDesk>,
): Lab["hints"] =>
  hints.map(({ price, says }, index) => {
    const placeOf = () => block.placeOf(["hints", index, "says"]);
    return { price, says: readLine(says, { ...desk, placeOf }) };
  });

const solutionsOf = (
  { weakened }: LabShape,
  texts: LabTexts,
): Pick<Lab, "start" | "reference" | "weakened" | "accepted"> => ({
  start: filesUnder(texts, "start"),
  reference: filesUnder(texts, "reference"),
  weakened: Object.entries(weakened).map(([id, { says, fails }]) => ({
    id,
    says,
    fails,
    files: filesUnder(texts, `weakened/${id}`),
  })),
  accepted: foldersIn(texts, "accepted").map((id) => ({
    id,
    files: filesUnder(texts, `accepted/${id}`),
  })),
});

const runOf = ({ run }: LabShape): LabRun | null => {
  if (run === undefined) return null;
  const { entry, calls, edit, freshPerCase = false } = run;
  const { ticks, cpuMs, wallMs, hostCalls } = run.limits ?? {};
  const limits = {
    ...(ticks !== undefined && { ticks }),
    ...(cpuMs !== undefined && { cpuMs }),
    ...(wallMs !== undefined && { wallMs }),
    ...(hostCalls !== undefined && { hostCalls }),
  };
  return { entry, calls, edit, freshPerCase, limits };
};
