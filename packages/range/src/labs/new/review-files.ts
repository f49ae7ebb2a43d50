import type { NewFiles } from "./code-files.ts";

const checks = `import type { AnsweredLab, Answers } from "@checkride/range/kit/answered-lab";
import { type Change, changeOf } from "@checkride/range/kit/change";
import { judgeReview, type ReviewFindings, type ReviewKey } from "@checkride/range/kit/judge-review";

export type Task = { readonly changes: readonly Change[]; readonly key: ReviewKey };

/** Two places that can be weak, and what the weak one is called. */
const places = [
  {
    id: "owner",
    problem: "rights",
    sound: "+  if (order === null || order.owner !== person) return notFound();",
    weak: "+  if (order === null || person === null) return notFound();",
  },
  {
    id: "query",
    problem: "sql",
    sound: '+  const order = await query("SELECT * FROM orders WHERE id = $1", [id]);',
    weak: '+  const order = await query("SELECT * FROM orders WHERE id = " + id, []);',
  },
] as const;

/** Names decide nothing, and make each variant another one. */
const changesWith = (weak: string, name: string): readonly Change[] => {
  const piece = (id: string) => {
    const place = places.find((one) => one.id === id);
    return { id, text: (id === weak ? place?.weak : place?.sound) ?? "" };
  };
  return [
    changeOf(\`src/\${name}-store.ts\`, "ts", [
      "+/** Null where there is none. */\\n+export const find = async (id) => {",
      piece("query"),
      "+  return order ?? null;\\n+};",
    ]),
    changeOf(\`src/\${name}.ts\`, "ts", [
      "+/** The total of an order, for its owner. */\\n+export const total = async (person, id) => {\\n+  const order = await find(id);",
      piece("owner"),
      { id: "jitter", text: "+  await pause(Math.random() * 100); // spreads the load" },
      "+  return order.prices.reduce((sum, price) => sum + price, 0);\\n+};",
    ]),
  ];
};

export const lab: AnsweredLab<Task> = {
  draw: (draw) => {
    const weak = draw.pick(places);
    const changes = changesWith(weak.id, draw.word(6));
    const at = (id: string) =>
      changes.flatMap((change) => change.places).filter((place) => place.id === id);
    return {
      changes,
      key: {
        planted: [{ id: weak.id, problems: [weak.problem], places: at(weak.id) }],
        fine: [{ id: "jitter", problems: [], places: at("jitter") }],
        free: ["remark"],
      },
    };
  },
  asks: ({ changes }) => [
    {
      kind: "review",
      id: "change",
      ask: "Comment on what is wrong, and decide.",
      files: changes.map(({ file }) => file),
      problems: [
        { id: "rights", text: "Missing rights check" },
        { id: "sql", text: "Query put together from text" },
        { id: "crypto", text: "Weak randomness" },
        { id: "remark", text: "Only a remark" },
      ],
      decisions: [
        { id: "approve", text: "Approve" },
        { id: "changes", text: "Request changes" },
      ],
    },
  ],
  checks: [
    {
      id: "fine-left-alone",
      half: "works",
      says: "What looks odd and is fine is not called a fault.",
      why: "Ask what somebody could do with it.",
      holds: (task, answers) =>
        found(task, answers).claims > 0 && found(task, answers).finePartsBlamed.length === 0,
    },
    {
      id: "few-alarms",
      half: "works",
      says: "No comment claims a fault that is not there.",
      why: "Whoever finds fault with everything is not read a second time.",
      holds: (task, answers) =>
        found(task, answers).claims > 0 && found(task, answers).alarms === 0,
    },
    {
      id: "named",
      half: "attacks",
      says: "The weakness is found and called what it is.",
      why: "Follow the id from outside to where it has an effect.",
      holds: (task, answers) => found(task, answers).named.length === 1,
    },
    {
      id: "changes-requested",
      half: "attacks",
      says: "The decision fits what was found.",
      why: "What lets somebody in is not merged.",
      holds: (_, answers) => answers.reviewed("change")?.decision === "changes",
    },
  ],
  review: ({ key }) =>
    new Map([["change", \`It was the \${key.planted[0]?.id ?? ""}; the pause is fine.\`]]),
};

const found = ({ key }: Task, answers: Answers): ReviewFindings =>
  judgeReview(key, answers.reviewed("change"));
`;

const comment = (problem: string): string =>
  `({ file: place.file, from: place.from, to: place.to, problem: ${problem}, text: "" })`;

const answer = (folder: string, list: string, problem: string, decision: string): string =>
  `import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "${folder}checks.ts";

export const answer: AnswerOf<Task> = ({ key }) => ({
  change: {
    comments: ${list}.flatMap(({ places, problems }) =>
      places.map((place) => ${comment(problem)}),
    ),
    decision: "${decision}",
  },
});
`;

const right = 'problems[0] ?? ""';
const all = "[...key.planted, ...key.fine]";

export const reviewFiles: NewFiles = {
  running: `weakened:
  approved:
    says: Finds it and approves all the same.
    fails: [changes-requested]
  wrong-name:
    says: Points at the right line and calls it something else.
    fails: [few-alarms, named]
  odd-blamed:
    says: Blames what is odd and fine, too.
    fails: [fine-left-alone, few-alarms]
`,
  files: {
    "reference/answer.ts": answer("../", "key.planted", right, "changes"),
    "weakened/approved/answer.ts": answer("../../", "key.planted", right, "approve"),
    "weakened/wrong-name/answer.ts": answer("../../", "key.planted", '"crypto"', "changes"),
    "weakened/odd-blamed/answer.ts": answer("../../", all, 'problems[0] ?? "crypto"', "changes"),
    "checks.ts": checks,
  },
};
