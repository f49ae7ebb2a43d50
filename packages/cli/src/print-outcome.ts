import { exits } from "./exits.ts";
import type { Complaint, Outcome } from "./outcome.ts";
import type { Paint } from "./paint.ts";

export type Printed = { readonly out: string; readonly err: string; readonly code: number };

const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");

const complaintLines = ({ says, faults, wayOut }: Complaint, paint: Paint): string[] => [
  `${paint("red", "checkride:")} ${says}`,
  ...(faults ?? []).map((fault) => `  ${fault}`),
  ...(wayOut ? [wayOut] : []),
];

/** For a person: the answer on stdout, a complaint on stderr. For a program: one document on stdout. */
export const printOutcome = (outcome: Outcome, asJson: boolean, paint: Paint): Printed => {
  const { exit, lines, json, complaint } = outcome;
  const { code } = exits[exit];
  if (asJson) {
    const document = {
      ok: exit === "ok",
      exit: code,
      ...json,
      ...(complaint && { error: complaint }),
    };
    return { out: `${JSON.stringify(document, null, 2)}\n`, err: "", code };
  }
  return { out: text(lines), err: complaint ? text(complaintLines(complaint, paint)) : "", code };
};
