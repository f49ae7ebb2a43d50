import type { OpenedClearance } from "@checkride/verifier/open-clearance";
import { answerNo, complain, done, type Outcome } from "../outcome.ts";
import type { Paint } from "../paint.ts";
import type { ShownDecision, Step } from "./read-decision.ts";

/** From where an answer comes that the server did not give just now. */
export type Source = "server" | "kept" | "given";

const timeText = (time: Date): string => `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;

const stepText = ({ title, minutes }: Step): string =>
  minutes === null ? title : `${title} (${minutes} min)`;

/** Two sentences that say what is missing and what the shortest way is, and the page on which it is done. */
const missingLines = ({ says, steps, links, isUnlinked }: ShownDecision): readonly string[] => {
  const why = says.join(" ");
  const way = steps.length > 0 ? `The shortest way: ${steps.map(stepText).join(", then ")}.` : "";
  const pages = steps.flatMap(({ url }) => (url === null ? [] : [url]));
  const account = isUnlinked ? [links.account] : [];
  const shown = [...pages, ...account].filter((page) => page !== null);
  const fallback = links.standing === null ? [] : [links.standing];
  return [
    `  ${[why, way].filter((text) => text !== "").join(" ")}`,
    ...(shown.length > 0 ? shown : fallback).map((page) => `  ${page}`),
  ];
};

export const closedOutcome = (gate: string, decision: ShownDecision, paint: Paint): Outcome =>
  answerNo([`${paint("red", "closed")}  ${gate}`, ...missingLines(decision)], {
    gate,
    outcome: "deny",
    source: "server",
    decision,
  });

type Open = {
  readonly gate: string;
  readonly clearance: OpenedClearance;
  readonly source: Source;
  readonly decision: ShownDecision | null;
};

const openLines = ({ gate, clearance, source, decision }: Open, paint: Paint): string[] => {
  const { until, mode, earned, issuedAt } = clearance;
  const kept = source === "kept" ? `, answered at ${timeText(issuedAt)}` : "";
  const open = `${paint("green", "open")}  ${gate}: until ${timeText(until)}${kept}`;
  if (earned) return [open];
  // A gate that only observes is to be noticed by nobody whom it would stop.
  if (mode === "observe") return [];
  const warned = `${paint("yellow", "open, with a warning")}  ${gate}: it does not enforce its rule yet`;
  return [warned, ...(decision ? missingLines(decision) : [])];
};

export const openOutcome = (open: Open, paint: Paint): Outcome => {
  const { gate, source, decision, clearance } = open;
  const { person, issuer, mode, earned, until } = clearance;
  return done(openLines(open, paint), {
    gate,
    outcome: "allow",
    source,
    person,
    issuer,
    mode,
    earned,
    until: until.toISOString(),
    ...(decision && { decision }),
  });
};

/** Nobody answers, and the last answer is too old: the gate itself says what holds then. */
export const otherwiseOutcome = (
  gate: string,
  { otherwise, until, issuer, mode }: OpenedClearance,
  paint: Paint,
): Outcome => {
  const json = {
    gate,
    outcome: otherwise,
    source: "otherwise",
    issuer,
    mode,
    until: until.toISOString(),
  };
  const since = `the last answer was good until ${timeText(until)}`;
  return otherwise === "allow"
    ? done(
        [`${paint("yellow", "open")}  ${gate}: ${since}, and without one this gate is open`],
        json,
      )
    : answerNo(
        [`${paint("red", "closed")}  ${gate}: ${since}, and without one this gate is closed`],
        json,
      );
};

export const noAnswer = (gate: string, says: string): Outcome => ({
  ...complain("not-reached", {
    code: "no-answer",
    says: `${says} There is no earlier answer of ${gate} to go on with.`,
    wayOut: "Try again when the server answers. A clearance of somebody else opens nothing.",
  }),
  json: { gate, outcome: "unknown", source: "none" },
});
