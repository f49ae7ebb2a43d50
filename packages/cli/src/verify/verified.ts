import { answerNo, complain, done, type Outcome } from "../outcome.ts";
import type { Paint } from "../paint.ts";

type Facts = Readonly<Record<string, unknown>>;

/** Three answers that must not be mixed up, in the words of `ledger verify`. */
export const proved = (says: string, facts: Facts, paint: Paint): Outcome =>
  done([`${paint("green", "verified")}  ${says}`], { verified: true, says, ...facts });

export const disproved = (says: string, facts: Facts, paint: Paint): Outcome =>
  answerNo([`${paint("red", "refused")}  ${says}`], { verified: false, says, ...facts });

export const notProved = (says: string, wayOut: string, facts: Facts, paint: Paint): Outcome => ({
  exit: "unproven",
  lines: [`${paint("yellow", "not proved")}  ${says}`, `  ${wayOut}`],
  json: { verified: false, says, wayOut, ...facts },
});

export const notReached = (says: string, wayOut: string): Outcome =>
  complain("not-reached", { code: "not-reached", says, wayOut });
