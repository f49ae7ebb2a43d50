import type { Json } from "@checkride/rules/exercise";
import type { Task } from "./checks.ts";
import { type CardField, cardFields } from "./written.ts";

type Changes = {
  readonly marks?: readonly string[];
  readonly extra?: readonly Json[];
  readonly decision?: string;
  readonly minority?: string;
  readonly trigger?: string;
  readonly card?: Readonly<Partial<Record<CardField, string>>>;
};

export const commentOn = (task: Task, id: string, problem?: string): Json => {
  const planted = task.key.planted.find((one) => one.id === id);
  const place = planted?.places[0];
  return {
    file: place?.file ?? "",
    from: place?.from ?? 0,
    to: place?.to ?? 0,
    problem: problem ?? planted?.problems[0] ?? "",
    text: "",
  };
};

const cardOf = (task: Task): Readonly<Record<CardField, string>> => {
  const { product, evaluation, version, digest } = task;
  const { weak, missing } = evaluation;
  return {
    name: product.name,
    version,
    digest,
    owner: "team harbour, through its lead",
    "intended use": `${product.does}, with a person behind it`,
    "uses to avoid": "decisions that nobody looks at again",
    "data sources": "tickets-2025 and licensed-corpus-7, both with provenance in the registry",
    "evaluation by group": `${weak.group} ${weak.rate} of ${weak.cases}, ${missing.group} not measured (0 cases), all others above 0.85`,
    "biases found": `${weak.group} is served clearly worse than all others`,
    limits: `not for ${missing.group} before it has been measured`,
    fallback: "after 800 ms without an answer the case goes to the queue of the desk",
    "red-team result": "two findings on 3 May, one repaired, one accepted until July",
    "review date": "in six months, or with the next version",
  };
};

export const written = (task: Task, changes: Changes = {}): { readonly [part: string]: Json } => {
  const { weak, missing } = task.evaluation;
  const { marks = ["weak", "missing", "fallback", "claim"], extra = [], card = {} } = changes;
  const whole = { ...cardOf(task), ...card };
  return {
    change: {
      comments: [...marks.map((id) => commentOn(task, id)), ...extra],
      decision: changes.decision ?? task.decision,
    },
    minority:
      changes.minority ??
      `${weak.group} is served worse: ${weak.rate} of ${weak.cases} cases, where the others are above 0.85. For ${missing.group} there is no case at all, so we do not know.`,
    trigger:
      changes.trigger ?? "No answer after 800 ms, or a confidence below 0.6 three times in a row.",
    behaviour:
      "The case goes to the queue of the desk, and the person reads that somebody will answer today.",
    owner: "Lead of the desk",
    card: cardFields.map((field) => `${field}: ${whole[field]}`).join("\n"),
  };
};
