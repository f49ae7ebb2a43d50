import type { NewFiles } from "./code-files.ts";

const checks = `import type { AnswerCheck, AnsweredLab, Answers, Choice } from "@checkride/range/kit/answered-lab";

export type Situation = {
  readonly id: string;
  readonly text: string;
  readonly verdict: "safe" | "unsafe";
  readonly reason: string;
  readonly reasons: readonly Choice[];
  readonly review: string;
};

export type Task = readonly Situation[];

const situations = (name: string): Task => [
  {
    id: "own-code",
    text: \`\${name} asks the approved assistant to explain an error of the team's own service.\`,
    verdict: "safe",
    reason: "contract",
    reasons: [
      { id: "contract", text: "The tool is approved for this data." },
      { id: "small", text: "It is only a few lines." },
    ],
    review: "Own code, to a provider with a contract that forbids keeping it.",
  },
  {
    id: "customer-list",
    text: \`\${name} pastes a customer list into a public chatbot to sort it.\`,
    verdict: "unsafe",
    reason: "personal",
    reasons: [
      { id: "personal", text: "Personal data goes to somebody without a contract." },
      { id: "wrong-tool", text: "A chatbot sorts badly." },
    ],
    review: "Names and addresses would have left, to a provider who may keep them.",
  },
];

const isRight = ({ id, verdict, reason }: Situation, answers: Answers): boolean =>
  answers.judged(id)?.verdict === verdict && answers.judged(id)?.reason === reason;

const allRight = (verdict: Situation["verdict"]): AnswerCheck<Task>["holds"] => {
  return (task, answers) =>
    task.filter((one) => one.verdict === verdict).every((one) => isRight(one, answers));
};

export const lab: AnsweredLab<Task> = {
  draw: (draw) => {
    const cards = situations(draw.pick(["Ada", "Grace", "Joan", "Hedy", "Mary", "Radia"]));
    return draw
      .shuffle(cards)
      .map((card) => ({ ...card, reasons: draw.shuffle(card.reasons) }));
  },
  asks: (task) =>
    task.map(({ id, text, reasons }) => ({
      kind: "judge",
      id,
      text,
      verdicts: [
        { id: "safe", text: "Safe" },
        { id: "unsafe", text: "Unsafe" },
      ],
      reasons,
    })),
  checks: [
    {
      id: "safe-recognised",
      half: "works",
      says: "What is safe is recognised, with its reason.",
      why: "Whoever forbids everything teaches people to go around.",
      holds: allRight("safe"),
    },
    {
      id: "unsafe-recognised",
      half: "attacks",
      says: "What is unsafe is recognised, with its reason.",
      why: "Ask what leaves, to whom, and under which agreement.",
      holds: allRight("unsafe"),
    },
  ],
  review: (task) => new Map(task.map(({ id, review }) => [id, review])),
};
`;

const answer = (folder: string, verdict: string, reason: string): string =>
  `import type { AnswerOf } from "@checkride/range/kit/answered-lab";
import type { Task } from "${folder}checks.ts";

export const answer: AnswerOf<Task> = (task) =>
  Object.fromEntries(task.map((one) => [one.id, { verdict: ${verdict}, reason: ${reason} }]));
`;

const wrongReason = 'one.reasons.find(({ id }) => id !== one.reason)?.id ?? ""';

export const classifyFiles: NewFiles = {
  running: `weakened:
  all-unsafe:
    says: Forbids everything.
    fails: [safe-recognised]
  all-safe:
    says: Trusts everything.
    fails: [unsafe-recognised]
  wrong-reason:
    says: Guesses the verdicts and does not know why.
    fails: [safe-recognised, unsafe-recognised]
`,
  files: {
    "reference/answer.ts": answer("../", "one.verdict", "one.reason"),
    "weakened/all-unsafe/answer.ts": answer("../../", '"unsafe"', "one.reason"),
    "weakened/all-safe/answer.ts": answer("../../", '"safe"', "one.reason"),
    "weakened/wrong-reason/answer.ts": answer("../../", "one.verdict", wrongReason),
    "checks.ts": checks,
  },
};
