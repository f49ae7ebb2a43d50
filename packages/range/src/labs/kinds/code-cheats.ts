import type { Json } from "@checkride/rules/exercise";
import type { DrawnCase } from "../../judge.ts";
import type { Language, SourceFile } from "../../submission.ts";
import type { Cheat } from "../open-lab.ts";
import { pythonCheats } from "./python-cheats.ts";
import { typescriptCheats } from "./typescript-cheats.ts";

/** How one language writes programs that solve nothing. */
export type CheatWriter = {
  /** Names of functions that a file offers. */
  readonly offered: (text: string) => readonly string[];
  readonly always: (names: readonly string[], value: Json) => string;
  readonly throwing: (names: readonly string[]) => string;
  /** Prints what is wanted and gives back what it was given. */
  readonly echoing: (names: readonly string[], wanted: readonly Json[]) => string;
  /** Stands before the start's code. */
  readonly tampering: readonly string[];
};

const constantsMax = 3;

/** Programs that must fail every lab, made from what the lab starts with and what it wants. */
export const codeCheats = (
  language: Language,
  start: readonly SourceFile[],
  drawn: readonly DrawnCase[],
): readonly Cheat[] => {
  const writer = language === "python" ? pythonCheats : typescriptCheats;
  const wanted = wantedValues(drawn);
  const inEach = (text: (names: readonly string[], file: SourceFile) => string) =>
    start.map((file) => ({ path: file.path, text: text(writer.offered(file.text), file) }));
  return [
    { name: "empty file", files: inEach(() => "") },
    { name: "refuse everything by throwing", files: inEach(writer.throwing) },
    ...wanted.slice(0, constantsMax).map((value) => ({
      name: `answer ${JSON.stringify(value)} to everything`,
      files: inEach((names) => writer.always(names, value)),
    })),
    {
      name: "echo the expected strings",
      files: inEach((names) => writer.echoing(names, wanted)),
    },
    ...writer.tampering.map((prelude, index) => ({
      name: `tamper with builtins, way ${index + 1}`,
      files: inEach((_, { text }) => `${prelude}\n${text}`),
    })),
  ];
};

/** The most frequent first, those of refused attacks before all others: that is what refusing everything says. */
const wantedValues = (drawn: readonly DrawnCase[]): readonly Json[] => {
  const counts = new Map<string, number>();
  for (const { check, one } of drawn) {
    if (typeof one.wants === "function") continue;
    const key = JSON.stringify(one.wants);
    counts.set(key, (counts.get(key) ?? 0) + (check.half === "attacks" ? 1000 : 1));
  }
  for (const guess of ["null", "true", "false", "[]"]) counts.set(guess, counts.get(guess) ?? 0);
  const sorted = [...counts].toSorted(([, a], [, b]) => b - a);
  return sorted.map(([key]): Json => JSON.parse(key));
};
