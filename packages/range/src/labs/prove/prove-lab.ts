import type { Weakened } from "@checkride/curriculum-reader/lab/lab";
import type { SourceFile } from "../../submission.ts";
import type { Judged, OpenLab, Runs } from "../open-lab.ts";
import { sayWrong } from "./say-wrong.ts";

/** What keeps a lab from being proven; empty: nothing. */
export type Proof = { readonly problems: readonly string[]; readonly tookMs: number };

/** How many variants a solution is tried on. */
export type Thoroughness = {
  readonly reference: number;
  readonly weakened: number;
  readonly accepted: number;
};

const usual: Thoroughness = { reference: 20, weakened: 5, accepted: 5 };

const seedsUpTo = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `proof-${at + 1}`);

/** Its start fails, its reference passes, what is nearly right fails for its reason, and nobody passes by a trick. */
export const proveLab = async (
  range: Runs,
  open: OpenLab,
  seeds: Thoroughness = usual,
): Promise<Proof> => {
  const began = performance.now();
  // Answers cost nothing; what is run or read does.
  const isAnswered = open.lab.run === null && open.lab.edit.length === 0;
  const weakenedSeeds = seedsUpTo(isAnswered ? seeds.reference : seeds.weakened);
  const parts = await Promise.all([
    provePasses(range, open, "the reference", open.proof.reference, seedsUpTo(seeds.reference)),
    ...open.lab.accepted.map(({ id }) => {
      const solution = (seed: string) => open.proof.accepted(id, seed);
      return provePasses(range, open, `accepted/${id}`, solution, seedsUpTo(seeds.accepted));
    }),
    proveStart(range, open),
    ...open.lab.weakened.map((one) => proveWeakened(range, open, one, weakenedSeeds)),
    proveCheats(range, open),
    proveSameBytes(range, open),
  ]);
  const [one = "", other = ""] = seedsUpTo(2);
  const alike = open.proof.sameVariants(one, other);
  const problems = [...parts.flat(), ...(alike === null ? [] : [`the variants: ${alike}`])];
  return { problems, tookMs: performance.now() - began };
};

const provePasses = async (
  range: Runs,
  { proof }: OpenLab,
  name: string,
  solution: (seed: string) => readonly SourceFile[],
  seeds: readonly string[],
): Promise<readonly string[]> => {
  const judged = await proof.judgeSeeds(range, solution, seeds);
  const failed = judged.find(({ verdict }) => !verdict.passed);
  return failed === undefined ? [] : [`${name} does not pass: ${sayWrong(failed)}`];
};

const proveStart = async (range: Runs, { proof }: OpenLab): Promise<readonly string[]> => {
  const [seed = ""] = seedsUpTo(1);
  return (await proof.passes(range, proof.start(seed), seed))
    ? ["the start passes: there is nothing to repair, or the checks do not find it"]
    : [];
};

const proveWeakened = async (
  range: Runs,
  { proof }: OpenLab,
  { id, fails }: Weakened,
  seeds: readonly string[],
): Promise<readonly string[]> => {
  const judged = await proof.judgeSeeds(range, (seed) => proof.weakened(id, seed), seeds);
  const first = judged.find((one) => !isExactly(one, fails));
  if (first === undefined) return [];
  const failed = new Set(first.wrong.map(({ check }) => check));
  const unnoticed = fails.filter((check) => !failed.has(check));
  const besides = first.wrong.filter(({ check }) => !fails.includes(check));
  return [
    ...(unnoticed.length === 0
      ? []
      : [`weakened/${id} is not found by ${unnoticed.join(", ")} (seed ${first.seed})`]),
    ...(besides.length === 0
      ? []
      : [`weakened/${id} fails for another reason: ${sayWrong({ ...first, wrong: besides })}`]),
  ];
};

/** What was not run, because the run ended, is nobody's reason. */
const isExactly = ({ wrong, verdict }: Judged, fails: readonly string[]): boolean =>
  verdict.load === null &&
  wrong.length === fails.length &&
  wrong.every(({ check }) => fails.includes(check));

const proveCheats = async (range: Runs, { proof }: OpenLab): Promise<readonly string[]> => {
  const [seed = ""] = seedsUpTo(1);
  const tried = proof
    .cheats(seed)
    .map(async ({ name, files }) =>
      (await proof.passes(range, files, seed)) ? [`this program passes and must not: ${name}`] : [],
    );
  return (await Promise.all(tried)).flat();
};

const proveSameBytes = async (range: Runs, open: OpenLab): Promise<readonly string[]> => {
  const [seed = ""] = seedsUpTo(1);
  const once = async (): Promise<string> => {
    const answer = await open.grade(range, open.proof.reference(seed), seed);
    if (answer.outcome !== "graded") throw new Error(answer.says);
    const { tookMs: _, ...graded } = answer.graded;
    return JSON.stringify(graded);
  };
  const [first, second] = await Promise.all([once(), once()]);
  return first === second ? [] : ["two runs of the reference with one seed give different bytes"];
};
