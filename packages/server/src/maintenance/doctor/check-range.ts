import type { LayerReport } from "@checkride/range/process/layer";
import { createRange, type Range } from "@checkride/range/run-cases";
import type { Language } from "@checkride/range/submission";
import { about, type Check } from "./check.ts";

const engines = about("sandbox");
const layer = about("sandbox, second layer");

const programs: Readonly<Record<Language, string>> = {
  ts: "export const f = (a: number): number => a + 1;",
  python: "def f(a): return a + 1",
};

/** Null when code of this language runs here, or why it does not. */
const tryLanguage = async (range: Range, language: Language): Promise<string | null> => {
  const files = [{ path: "main", text: programs[language] }];
  const answer = await range.runCases({
    language,
    files,
    entry: "main",
    calls: "f",
    cases: [{ args: [1] }],
  });
  if (answer.outcome === "error") return answer.because ?? answer.says;
  const [claim] = answer.run.claims;
  if (claim?.status === "returned" && claim.value === 2) return null;
  return `It ran and answered ${JSON.stringify(claim)}.`;
};

export const judgeEngines = (faults: readonly string[]): Check =>
  faults.length === 0
    ? engines.ok("TypeScript and Python run, each submission in a process of its own.")
    : engines.fail(
        `Learner code cannot be run. ${faults.join(" ")}`,
        'Run "npm ci" in the checkout, so that the engines are the ones that were tried.',
      );

/** The first layer is always there; what the kernel adds depends on the machine. */
export const judgeLayer = ({
  inForce,
  because,
}: Pick<LayerReport, "inForce" | "because">): Check =>
  inForce === null
    ? layer.warn(
        `None: learner code is held by the engines and Node's permissions alone. ${because.join(" ")}`,
        "Run on Linux, where the packages that npm installed are enough, or install bubblewrap.",
      )
    : layer.ok([`${inForce}.`, ...because].join(" "));

export const checkRange = async (): Promise<readonly Check[]> => {
  const range = createRange({ atOnce: 1 });
  try {
    const faults = [await tryLanguage(range, "ts"), await tryLanguage(range, "python")];
    const found = faults.filter((fault) => fault !== null);
    if (found.length > 0) return [judgeEngines(found)];
    return [judgeEngines([]), judgeLayer(await range.layerReport())];
  } catch (error) {
    return [judgeEngines([error instanceof Error ? error.message : String(error)])];
  } finally {
    await range.close();
  }
};
