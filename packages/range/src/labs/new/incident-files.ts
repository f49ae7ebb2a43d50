import type { NewFiles } from "./code-files.ts";

const checks = `import type { Draw } from "@checkride/range/draw";
import type { IncidentLab, Scenario } from "@checkride/range/kit/incident";

/** One variant: whose key it was, and how often a stranger used it. */
export type Task = { readonly key: string; readonly calls: readonly string[]; readonly abused: number };

const drawTask = (draw: Draw): Task => {
  const key = \`key-\${draw.word(4)}\`;
  const abused = draw.whole(3, 40);
  const lines = [
    ...Array.from({ length: abused }, () => \`key=\${key} from=198.51.100.7\`),
    ...Array.from({ length: draw.whole(4, 40) }, () => \`key=\${key} from=10.0.0.4\`),
  ];
  return { key, abused, calls: draw.shuffle(lines) };
};

const scenario = ({ key, calls }: Task): Scenario => ({
  begins: "09:00",
  ends: { atMinute: 120, title: "The shift ends" },
  situation: (run) => (run.has("revoke") ? "The key is dead." : \`Somebody uses \${key}.\`),
  moves: [
    {
      id: "revoke",
      title: "Revoke the key",
      group: "Contain",
      minutes: 10,
      from: "Operations",
      brings: "It is refused from now on.",
    },
    {
      id: "stop",
      title: "Stop the whole service",
      group: "Contain",
      minutes: 5,
      from: "Operations",
      brings: "Nobody can use it, neither the stranger nor your customers.",
    },
    {
      id: "fetch",
      title: "Fetch the access log",
      group: "Look",
      minutes: 10,
      offered: (run) => !run.has("rotated"),
      from: "Operations",
      brings: "It is among your papers.",
    },
    {
      id: "count",
      title: "Count the stranger's calls",
      group: "Look",
      minutes: 10,
      offered: (run) => run.has("fetch"),
      asks: [{ kind: "write", id: "calls", ask: "How many?", start: "" }],
      from: "You",
      brings: "The number is on record.",
    },
    {
      id: "close",
      title: "Close the incident",
      group: "Close",
      minutes: 5,
      from: "You",
      brings: "It is over.",
      ends: true,
    },
  ],
  injects: [
    { id: "report", at: 0, kind: "message", from: "Support", text: "The bill is odd." },
    { id: "bill", at: (run) => run.unless(30, "revoke", "stop"), kind: "event", from: "Bill", text: "It grows." },
    { id: "queue", at: (run) => run.after("stop", 10), kind: "message", from: "Support", text: "Customers call." },
    { id: "rotated", at: (run) => run.unless(60, "fetch"), kind: "event", from: "Log", text: "It was rotated." },
  ],
  papers: [
    {
      id: "log",
      title: "access.log",
      language: "log",
      text: calls.join("\\n"),
      shown: (run) => run.has("fetch"),
    },
  ],
  clocks: [
    { id: "rotation", title: "The log is rotated", atMinute: 60, metAt: (run) => run.at("fetch") },
  ],
});

export const lab: IncidentLab<Task> = {
  draw: drawTask,
  scenario,
  checks: [
    {
      id: "service-kept",
      half: "works",
      says: "Customers can go on.",
      why: "One key was the problem, and it can be revoked alone.",
      holds: (_, run) => !run.has("stop"),
    },
    {
      id: "stopped-early",
      half: "attacks",
      says: "The stranger is out within half an hour.",
      why: "Stop the harm first; the log can be read after it, until it is rotated.",
      holds: (_, run) => (run.at("revoke") ?? 120) <= 30,
    },
    {
      id: "counted",
      half: "attacks",
      says: "The stranger's calls are counted.",
      why: "The address tells whose call it was.",
      holds: ({ abused }, run) => run.number("count", "calls") === abused,
    },
  ],
  stoppedAt: (run) => run.at("revoke") ?? run.at("stop"),
  review: () => new Map([["stop", "It stops the stranger, and everybody else."]]),
};
`;

const answer = (folder: string, moves: readonly string[], part = "abused"): string =>
  `import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "${folder}checks.ts";

export const answer: AnswerOf<Task> = ({ ${part} }) => ({
  moves: [${moves.map((one) => `\n    ${made(one)},`).join("")}
  ],
});
`;

const countedBy = " calls: String(abused) ";

const made = (move: string): string =>
  `{ move: "${move}", answers: {${move === "count" ? countedBy : ""}} }`;

export const incidentFiles: NewFiles = {
  running: `weakened:
  stops-all:
    says: Stops everything, and keeps it so.
    fails: [service-kept, stopped-early]
  looks-first:
    says: Reads and counts before the stranger is out.
    fails: [stopped-early]
  counts-lines:
    says: Counts every call of the key, also one's own.
    fails: [counted]
`,
  files: {
    "reference/answer.ts": answer("../", ["revoke", "fetch", "count", "close"]),
    "accepted/log-first/answer.ts": answer("../../", ["fetch", "revoke", "count", "close"]),
    "weakened/stops-all/answer.ts": answer("../../", ["stop", "fetch", "count", "close"]),
    "weakened/looks-first/answer.ts": answer("../../", [
      "fetch",
      "count",
      "wait",
      "revoke",
      "close",
    ]),
    "weakened/counts-lines/answer.ts": answer(
      "../../",
      ["revoke", "fetch", "count", "close"],
      "calls: { length: abused }",
    ),
    "checks.ts": checks,
  },
};
