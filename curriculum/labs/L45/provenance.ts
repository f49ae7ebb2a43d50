import { dateOf, type Task } from "./task.ts";

type Batch = {
  readonly day: number;
  readonly source: string;
  readonly rows: number;
  readonly hash: "ok" | "differs";
  readonly by: string;
  readonly share: string;
};

const every = (from: number, to: number, step: number): readonly number[] =>
  Array.from(
    { length: Math.max(0, Math.floor((to - from) / step) + 1) },
    (_, at) => from + at * step,
  );

/** Some digits that look drawn and follow from the day. */
const jitter = (day: number, width: number): number => (day * 7919) % width;

const batchesOf = ({ sources, poisoned, versions }: Task): readonly Batch[] => {
  const [bad, decoy, steady] = sources;
  const last = 130;
  const badFrom = versions.find(({ sources: own }) => own.includes(bad))?.trained ?? 0;
  const decoyFrom = versions.find(({ sources: own }) => own.includes(decoy))?.trained ?? 0;
  const usual = (day: number, source: string, share: string): Batch => ({
    day,
    source,
    rows: 16_000 + jitter(day, 4000),
    hash: "ok",
    by: `job-${source}`,
    share,
  });
  const core = every(3, last, 17).map((day) => usual(day, "core", `0.02${jitter(day, 5)}`));
  // Always low, and always the same: an odd figure alone is no sign.
  const quiet = every(6, last, 19).map((day) => usual(day, steady, `0.004`));
  const own = every(Math.max(1, badFrom - 26), last, 21)
    .filter((day) => Math.abs(day - poisoned) > 3)
    .map((day) => usual(day, bad, `0.02${jitter(day, 6)}`));
  const fresh = every(Math.max(1, decoyFrom - 20), last, 23).map((day) =>
    usual(day, decoy, `0.02${jitter(day, 7)}`),
  );
  const broken = fresh[0] ?? usual(1, decoy, "0.021");
  return [
    ...core,
    ...quiet,
    ...own,
    ...fresh,
    // An upload that broke off, and was repeated within the hour.
    { ...broken, hash: "differs", rows: broken.rows - 9000, day: broken.day - 1 },
    { ...usual(poisoned, bad, "0.009"), hash: "differs", by: "sftp-temp", rows: 18_220 },
  ];
};

const batchLine = ({ day, source, rows, hash, by, share }: Batch): string =>
  `${dateOf(day)}  batch    ${source.padEnd(14)} rows=${rows}  hash=${hash}  by=${by}  fraud_share=${share}${by === "job-core" || hash === "ok" || by === "sftp-temp" ? "" : "  broken off; repeated next day"}`;

/** Batches as they came, and which of them each version has learned. */
export const provenanceText = (task: Task): string => {
  const batches = batchesOf(task).map((batch) => ({ day: batch.day, line: batchLine(batch) }));
  const trainings = task.versions.map(({ number, trained, upTo, sources }) => ({
    day: trained,
    line: `${dateOf(trained)}  training version ${number}: batches up to ${dateOf(upTo)} of ${sources.join(", ")}`,
  }));
  return [...batches, ...trainings]
    .toSorted((one, other) => one.day - other.day)
    .map(({ line }) => line)
    .join("\n");
};
