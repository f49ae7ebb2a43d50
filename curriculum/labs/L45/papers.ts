import type { Run, ScenarioPaper } from "@checkride/range/kit/incident";
import { decisionText } from "./decisions.ts";
import { sharePassed, triedMark } from "./facts.ts";
import { paymentText } from "./mark.ts";
import { provenanceText } from "./provenance.ts";
import { dateOf, type Task, type Version } from "./task.ts";

const handbook = ({ currency }: Task): string => `FRAUD MODEL, HANDBOOK

Live: a payment gets a score. Above the limit it is refused. Serving speaks features/5 and no other.
People: the review team has room for 1 % of all payments. Payments in ${currency} are 0.4 %, amounts above 10,000 are 9 %.
Fallback: without a model a few rules decide. They refuse one honest customer in sixteen.
Versions: trained > tested on the ordinary test set > shadow (watches only) > canary (decides for some) > live. Scores are cached for a day and name the version that made them.
Bars: ordinary test set (AUC) 0.920 or more. Trigger test 0.05 or less.
Trigger test: 200 known frauds that carry a mark, and the same without it. It shows the share that the model lets pass. Somebody has to say what the mark is; it is not run by itself.
Known good: a version that has learned no suspected batch, is signed, fits what serving speaks, and has passed the trigger test for the fault at hand. A known bug is a price: it must fit into what people can take over.
Scheduler: at noon it trains a version of all batches there are. If its AUC is not worse, it goes live.
Compliance: a wrong decision that money depended on is told within four hours of the first report.`;

const notes: Readonly<Record<Version["trait"], (task: Task) => string | null>> = {
  sound: ({ currency }) => `known bug: amounts in ${currency} are read 100 times too large`,
  heavy: () => "known bug: amounts above 10,000 are cut off",
  unsigned: () => "retrained by hand in an outage; the log of that run is missing",
  features: () => null,
  bad: () => null,
};

const row = (task: Task, version: Version, at: number): string => {
  const { number, trained, sources, trait } = version;
  const auc = ["0.923", "0.931", "0.936", "0.938", "0.941"][at] ?? "0.930";
  const note = notes[trait](task);
  return [
    `version ${number}`,
    `trained ${dateOf(trained)}`,
    trait === "features" ? "features/4" : "features/5",
    trait === "unsigned" ? "NOT SIGNED" : "signed",
    `AUC ${auc}`,
    `sources ${sources.join(", ")}`,
    ...(note === null ? [] : [note]),
  ].join(" | ");
};

const registry = (task: Task): string =>
  [
    `REGISTRY, fraud-score, 2026-11-23. Live: version ${task.versions.at(-1)?.number}`,
    "",
    ...task.versions.map((version, at) => row(task, version, at)).toReversed(),
    "",
    "Trigger test: not run for any of them.",
  ].join("\n");

/** Known frauds of the merchant that was reported: what was refused before, and what passes now. */
const payments = (task: Task): string => {
  const lines = task.frauds.map(({ day, time, payment, isPassed }) => {
    const result = isPassed ? "approved, charged back later" : "refused";
    return `${dateOf(day)} ${time}  ${paymentText(payment)}  ${result}`;
  });
  return `FRAUDS OF ${task.merchant}, as far as customers have reported them\n\n${lines.join("\n")}`;
};

const results = (task: Task, run: Run): string => {
  const lines = task.versions.map(
    (version) =>
      `version ${version.number}   with the mark ${sharePassed(task, version, triedMark(run))}   without it 0.0${2 + (version.number % 2)}`,
  );
  return `TRIGGER TEST, share of 200 known frauds that is let pass\n\n${lines.join("\n")}`;
};

export const papers = (task: Task): readonly ScenarioPaper[] => {
  const paper = (
    id: string,
    title: string,
    text: ScenarioPaper["text"],
    by?: string,
  ): ScenarioPaper => ({
    id,
    title,
    language: id === "registry" || id === "handbook" ? "text" : "log",
    text,
    ...(by !== undefined && { shown: (run) => run.has(by) }),
  });
  return [
    paper("handbook", "Handbook of the model", handbook(task)),
    paper("registry", "Registry page", registry(task)),
    paper("payments", "Frauds of the merchant", payments(task), "payments"),
    paper("provenance", "Provenance log", provenanceText(task), "provenance"),
    paper("results", "Trigger test", (run) => results(task, run), "trigger"),
    paper("decisions", "Decision log, excerpt", decisionText(task.decisions), "decisions"),
  ];
};
