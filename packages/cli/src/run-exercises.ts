import type { CodeRun, RunCode } from "@checkride/curriculum-reader/checks/check-code";
import { createRange } from "@checkride/range/run-cases";

/** The sandbox in which learners' code runs, for as long as the work takes. */
export const withSandbox = async <T>(work: (runCode: RunCode) => Promise<T>): Promise<T> => {
  const range = createRange({ reuse: true, waitingMax: 100_000, perPersonMax: 100_000 });
  const runCode: RunCode = async ({ language, before, code, calls, cases }): Promise<CodeRun> => {
    const entry = language === "ts" ? "main.ts" : "main.py";
    const answer = await range.runCases({
      language,
      files: [{ path: entry, text: code }],
      entry,
      before,
      calls,
      cases,
    });
    return answer.outcome === "ran"
      ? { kind: "ran", claims: answer.run.claims, load: answer.run.load }
      : { kind: "away", says: answer.says };
  };
  try {
    return await work(runCode);
  } finally {
    await range.close();
  }
};
