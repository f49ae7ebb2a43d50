import type { Lab, LabFile } from "@checkride/curriculum-reader/lab/lab";
import { fail, ok, type Result } from "@checkride/rules/result";
import { makeDraw } from "../../draw.ts";
import { hashSubmission } from "../../grade.ts";
import type { Verdict } from "../../judge.ts";
import type { FileFault, FilesLab } from "../../kit/files-lab.ts";
import type { SourceFile } from "../../submission.ts";
import type { LabProof, OpenLab, Shown } from "../open-lab.ts";
import { refusalOf, withStart } from "./changed-files.ts";
import { filesCheats } from "./files-cheats.ts";
import { brokenChecks, unlessBroken } from "./unless-broken.ts";
import { unrunJudged, unrunVerdict } from "./unrun-verdict.ts";

/** Smaller than what is run: a file is read in the server, by whoever asks. */
const fileBytesMax = 16_384;
const faultsMax = 20;

/** A learner changes files, and pure functions judge what these would do. Nothing of them is ever run. */
export const openFilesLab = <Task, Model>(lab: Lab, authored: FilesLab<Task, Model>): OpenLab => {
  const { edit } = lab;
  const read = reader(lab, authored);
  const judgeFiles = (files: readonly SourceFile[], seed: string): Verdict => {
    const { checks, load } = read(files, seed);
    return unrunVerdict(checks, load);
  };
  const solutions = solutionsOf(lab, authored);
  const begun = (seed: string) => filled(lab.start, fillsOf(authored, seed));
  return {
    lab,
    checks: authored.checks,
    variants: "shown",
    begin: (seed) => ({
      files: begun(seed).map((file) => ({ ...file, mayEdit: edit.includes(file.path) })),
      asked: [],
    }),
    shows: (files, seed) => {
      const found = unlessBroken(() => read(files, seed));
      if (!found.ok) return fail(brokenChecks("these files"));
      const { checks, ...shown } = found.value;
      const isOpen = new Map(authored.checks.map(({ id, isPublic = false }) => [id, isPublic]));
      return ok({ ...shown, checks: checks.filter(({ id }) => isOpen.get(id)) });
    },
    grade: async (_range, files, seed) => {
      const refused = refusalOf(edit, files);
      if (refused !== null) return { outcome: "refused", says: refused };
      const began = performance.now();
      const verdict = unlessBroken(() => judgeFiles(files, seed));
      if (!verdict.ok)
        return { outcome: "error", says: brokenChecks("these files"), because: verdict.error };
      const graded = {
        verdict: verdict.value,
        lab: lab.id,
        contentVersion: lab.version,
        submissionHash: hashSubmission(files),
        seed,
        engines: "files 1",
      };
      return { outcome: "graded", graded: { ...graded, tookMs: performance.now() - began } };
    },
    review: () => new Map(),
    proof: {
      ...solutions,
      judgeSeeds: async (_range, of, seeds) =>
        seeds.map((seed) => unrunJudged(seed, judgeFiles(of(seed), seed))),
      passes: async (_range, files, seed) => judgeFiles(files, seed).passed,
      sameVariants: (one, other) =>
        judgeFiles(solutions.reference(one), other).passed
          ? "what is right for one seed is right for another one too"
          : unfilled([...begun(one), ...solutions.reference(one)]),
    },
  };
};

const fillsOf = <Task, Model>(authored: FilesLab<Task, Model>, seed: string) =>
  authored.fills(authored.draw(makeDraw(seed)));

/** What these files mean in this variant: always with all checks, so that a broken file fails them all. */
const reader =
  <Task, Model>({ start, edit }: Lab, authored: FilesLab<Task, Model>) =>
  (files: readonly SourceFile[], seed: string): Shown => {
    const task = authored.draw(makeDraw(seed));
    const texts = withStart(filled(start, authored.fills(task)), edit, files);
    const model = readBounded(authored, texts, task);
    return {
      text: model.ok ? authored.shows(task, model.value) : "",
      checks: authored.checks.map(({ id, half, says, why, holds: ask }) => {
        const holds = model.ok && ask(task, model.value);
        return { id, half, says, holds, why: holds ? null : why };
      }),
      load: model.ok ? null : model.error.slice(0, faultsMax).map(sayFault).join("\n"),
    };
  };

const sayFault = ({ path, line, says }: FileFault): string => `${says} (${path}, line ${line})`;

const readBounded = <Task, Model>(
  authored: FilesLab<Task, Model>,
  files: readonly SourceFile[],
  task: Task,
): Result<Model, readonly FileFault[]> => {
  const large = files.filter(({ text }) => Buffer.byteLength(text) > fileBytesMax);
  const says = `this file is larger than ${fileBytesMax / 1024} KB`;
  if (large.length > 0) return fail(large.map(({ path }) => ({ path, line: 1, says })));
  return authored.reads(new Map(files.map(({ path, text }) => [path, text])), task);
};

type Solutions = Pick<LabProof, "start" | "reference" | "weakened" | "accepted" | "cheats">;

/** A solution holds only the files that differ from the reference, the reference those that differ from the start. */
const solutionsOf = <Task, Model>(lab: Lab, authored: FilesLab<Task, Model>): Solutions => {
  const solution =
    (files: readonly LabFile[]) =>
    (seed: string): readonly SourceFile[] => {
      const all = [...files, ...lab.reference, ...lab.start];
      const own = lab.edit.flatMap((path) => all.find((file) => file.path === path) ?? []);
      return filled(own, fillsOf(authored, seed));
    };
  const among = (all: Lab["accepted"], id: string) => all.find((one) => one.id === id)?.files ?? [];
  const start = (seed: string) =>
    filled(lab.start, fillsOf(authored, seed)).filter(({ path }) => lab.edit.includes(path));
  const reference = solution([]);
  return {
    start,
    reference,
    weakened: (id, seed) => solution(among(lab.weakened, id))(seed),
    accepted: (id, seed) => solution(among(lab.accepted, id))(seed),
    cheats: (seed) => filesCheats(start(seed), reference(seed)),
  };
};

const slot = /\[\[([a-z0-9-]+)\]\]/g;

const filled = (
  files: readonly SourceFile[],
  fills: Readonly<Record<string, string>>,
): readonly SourceFile[] => {
  const values = new Map(Object.entries(fills));
  return files.map(({ path, text }) => ({
    path,
    text: text.replace(slot, (whole, name: string) => values.get(name) ?? whole),
  }));
};

const unfilled = (files: readonly SourceFile[]): string | null => {
  const [left] = files.flatMap(({ path, text }) =>
    [...text.matchAll(slot)].map(([name]) => `nothing is filled in for ${name} in ${path}`),
  );
  return left ?? null;
};
