import type { NewFiles } from "./code-files.ts";

const checks = `import type { AnsweredLab, Answers } from "@checkride/range/kit/answered-lab";
import {
  type ExpectedThreat,
  judgeThreats,
  misplaced,
  type ThreatFindings,
} from "@checkride/range/kit/judge-threats";
import { threatWords } from "@checkride/range/kit/threat-words";

/** \`stopped\` is what the same words say where the system closes it already. */
export type Task = {
  readonly shop: string;
  readonly expected: ExpectedThreat;
  readonly stopped: ExpectedThreat;
};

const lookup: ExpectedThreat = {
  id: "lookup",
  at: ["orders", "find"],
  actions: ["enumerate", "instruct"],
  effects: ["data"],
  mitigations: ["scope"],
};
const cost: ExpectedThreat = {
  id: "cost",
  at: ["bot", "ask"],
  actions: ["flood", "repeat"],
  effects: ["cost"],
  mitigations: ["budget", "limit"],
};

export const zones: ReadonlyMap<string, readonly string[]> = new Map([
  ["customer", ["outside"]],
  ["bot", ["moved"]],
  ["orders", ["code", "protected"]],
]);

const system = ({ shop, expected }: Task) => ({
  components: [
    { id: "customer", title: "Customer", shape: "person", says: \`Signed in at \${shop}.\` },
    {
      id: "bot",
      title: "Bot",
      shape: "model",
      says: expected.id === "cost" ? "Takes questions of any length." : "Takes 2,000 characters, ten times a day.",
    },
    {
      id: "orders",
      title: "Order lookup",
      shape: "tool",
      says: expected.id === "lookup" ? "Finds any order by its number." : "Finds orders of who is signed in.",
    },
  ] as const,
  flows: [
    { id: "ask", from: "customer", to: "bot", carries: "question" },
    { id: "find", from: "bot", to: "orders", carries: "order number" },
  ],
});

const judged = ({ expected }: Task, answers: Answers): ThreatFindings =>
  judgeThreats(answers.modelled("model")?.threats ?? [], [expected], []);

export const lab: AnsweredLab<Task> = {
  draw: (draw) => {
    const shop = \`\${draw.word(6)}.example\`;
    return draw.chance(0.5)
      ? { shop, expected: lookup, stopped: cost }
      : { shop, expected: cost, stopped: lookup };
  },
  asks: (task) => [
    {
      kind: "threat-model",
      id: "model",
      ask: "Put each component into its zone, name the threat, and say what is done about it.",
      system: system(task),
      places: [
        { component: "customer", column: 1, row: 1 },
        { component: "bot", column: 2, row: 1 },
        { component: "orders", column: 3, row: 1 },
      ],
      isOwn: false,
      words: threatWords,
      threatsMax: 4,
    },
  ],
  checks: [
    {
      id: "boundaries",
      half: "works",
      says: "Each component is in its zone.",
      why: "Who decides what it says?",
      holds: (_, answers) => misplaced(zones, answers.modelled("model")?.zones ?? []).length === 0,
    },
    {
      id: "none-stopped",
      half: "works",
      says: "No threat on the list is stopped here already.",
      why: "Read what each component says about itself.",
      holds: (task, answers) =>
        judged(task, answers).found.size > 0 && judged(task, answers).wrong.length === 0,
    },
    {
      id: "found",
      half: "attacks",
      says: "The threat is found.",
      why: "Follow the question to what it can move.",
      holds: (task, answers) => judged(task, answers).found.size === 1,
    },
    {
      id: "mitigated",
      half: "attacks",
      says: "Something that holds is done about it, at a component.",
      why: "Instructions and training hold nobody back.",
      holds: (task, answers) =>
        [...judged(task, answers).found].some(([{ id }, { mitigations }]) =>
          answers
            .modelled("model")
            ?.mitigations.some(
              (one) =>
                one.threat === id && one.component !== "" && mitigations.includes(one.kind),
            ),
        ),
    },
  ],
  review: ({ expected }) => new Map([["model", \`What is open here: \${expected.id}.\`]]),
};
`;

const answer = (folder: string, threats: string, kind: string, zone: string): string =>
  `import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import { type Task, zones } from "${folder}checks.ts";

export const answer: AnswerOf<Task> = (task) => ({
  model: {
    system: null,
    zones: [...zones].map(([component, right]) => ({ component, zone: ${zone} })),
    threats: ${threats}.map(({ id, at, actions, effects }) => ({
      id,
      at: at[0] ?? "",
      action: actions[0] ?? "",
      effect: effects[0] ?? "",
      how: "",
    })),
    mitigations: ${threats}.map(({ id, mitigations }) => ({
      threat: id,
      component: "orders",
      kind: ${kind},
      what: "It is refused in code.",
      owner: "",
      due: "",
    })),
  },
});
`;

const right = 'right[0] ?? ""';
const holding = 'mitigations[0] ?? ""';
const all = "[task.expected, task.stopped]";

export const threatFiles: NewFiles = {
  running: `weakened:
  bot-trusted:
    says: Takes the model for code.
    fails: [boundaries]
  from-a-list:
    says: Names what is stopped already, too.
    fails: [none-stopped]
  trained:
    says: Answers with training.
    fails: [mitigated]
`,
  files: {
    "reference/answer.ts": answer("../", "[task.expected]", holding, right),
    "weakened/bot-trusted/answer.ts": answer(
      "../../",
      "[task.expected]",
      holding,
      'component === "bot" ? "code" : (right[0] ?? "")',
    ),
    "weakened/from-a-list/answer.ts": answer("../../", all, holding, right),
    "weakened/trained/answer.ts": answer(
      "../../",
      "[task.expected]",
      'mitigations.length > 0 ? "train" : ""',
      right,
    ),
    "checks.ts": checks,
  },
};
