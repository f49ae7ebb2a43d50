import { filesBytesMax } from "./limits.ts";
import { engineName } from "./process/programs.ts";
import type { RunAnswer, Submission } from "./submission.ts";

/** What is not worth a process. A name that cannot be called is the author's mistake, not the learner's. */
export const refusalOf = ({ language, files, calls, cases }: Submission): RunAnswer | null => {
  if (calls !== null && !/^[A-Za-z_]\w*$/.test(calls)) {
    throw new Error(`The range cannot call “${calls}”: a function's name is wanted.`);
  }
  const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  if (bytes <= filesBytesMax) return null;
  const says = `The files are larger than ${filesBytesMax / 1024} KB together.`;
  const run = {
    claims: cases.map(() => ({ status: "not-run" as const, says })),
    load: says,
    logs: "",
    hostCalls: cases.map(() => []),
    limitsHit: [],
    engines: engineName(language),
    tookMs: 0,
  };
  return { outcome: "ran", run };
};
