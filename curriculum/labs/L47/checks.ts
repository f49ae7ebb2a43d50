import type { AnsweredLab, Answers } from "@checkride/range/kit/answered-lab";
import {
  type ExpectedThreat,
  judgeThreats,
  misplaced,
  type ThreatFindings,
} from "@checkride/range/kit/judge-threats";
import { threatWords } from "@checkride/range/kit/threat-words";
import { drawTask, places, type Task } from "./draw-system.ts";
import { alsoTrue } from "./threats.ts";

export type { Task } from "./draw-system.ts";

const threatsMax = 12;
const foundMin = 6;
const wrongMax = 3;
const gravest = 4;

const judged = ({ expected }: Task, answers: Answers): ThreatFindings =>
  judgeThreats(answers.modelled("model")?.threats.slice(0, threatsMax) ?? [], expected, alsoTrue);

/** Whoever writes down every threat there is has not read what this system stops. */
const foundLessStopped = (task: Task, answers: Answers): number => {
  const { found, wrong } = judged(task, answers);
  return found.size - judgeThreats(wrong, task.stopped, []).found.size;
};

/** Of the threats that were found, those against which something that holds is done at a component. */
const held = (task: Task, answers: Answers): number => {
  const mitigations = answers.modelled("model")?.mitigations ?? [];
  const isOurs = (id: string): boolean =>
    id !== "customer" && task.system.components.some((one) => one.id === id);
  return [...judged(task, answers).found].filter(([threat, expected]) =>
    mitigations.some(
      ({ threat: of, component, kind, what }) =>
        of === threat.id &&
        isOurs(component) &&
        expected.mitigations.includes(kind) &&
        what.trim().length >= 10,
    ),
  ).length;
};

/** How many of the learner's first three are among the gravest. */
const wellRanked = (task: Task, answers: Answers): number => {
  const grave: ReadonlySet<ExpectedThreat> = new Set(task.expected.slice(0, gravest));
  const first = answers.modelled("model")?.threats.slice(0, 3) ?? [];
  return [...judged(task, answers).found].filter(
    ([threat, expected]) => first.some(({ id }) => id === threat.id) && grave.has(expected),
  ).length;
};

const outOfPlace = ({ zones }: Task, answers: Answers): number =>
  misplaced(zones, answers.modelled("model")?.zones ?? []).length;

export const lab: AnsweredLab<Task> = {
  draw: drawTask,
  asks: ({ system }) => [
    {
      kind: "threat-model",
      id: "model",
      ask: "Put each component into its zone, list the threats with the worst first, and say what is done about each.",
      system,
      places: places.map(([component, column, row]) => ({ component, column, row })),
      isOwn: false,
      words: threatWords,
      threatsMax,
    },
  ],
  checks: [
    {
      id: "boundaries",
      half: "works",
      says: "Each component is in its zone, with one exception at most.",
      why: "Ask of each: who wrote what it says? What runs in a customer's browser is outside, and a model says what it reads.",
      holds: (task, answers) => outOfPlace(task, answers) <= 1,
    },
    {
      id: "few-wrong",
      half: "works",
      says: "At most three of your threats are none here.",
      why: "Read what each component says about itself: some threats of every list are stopped in this system already.",
      holds: (task, answers) => {
        const { found, wrong } = judged(task, answers);
        return found.size > 0 && wrong.length <= wrongMax;
      },
      share: (task, answers) => {
        const { found, wrong } = judged(task, answers);
        return found.size === 0 ? 0 : 1 - wrong.length / (2 * wrongMax);
      },
    },
    {
      id: "six-found",
      half: "attacks",
      says: "At least six of the eight threats are found. One that is stopped here takes one away.",
      why: "Follow each text of somebody outside to what it can move: into the prompt, out of a tool, out of the index.",
      holds: (task, answers) => foundLessStopped(task, answers) >= foundMin,
      share: (task, answers) => {
        const { found, extra } = judged(task, answers);
        return (found.size + Math.min(2, extra.length) / 2) / task.expected.length;
      },
    },
    {
      id: "top-three",
      half: "attacks",
      says: "Two of your first three threats are among the four that reviewers put first.",
      why: "Money and other people's data come first, and what everybody can do who signs in, at once and without being noticed.",
      holds: (task, answers) => wellRanked(task, answers) >= 2,
    },
    {
      id: "mitigated",
      half: "attacks",
      says: "Against each threat that you found, with one exception at most, something holds at a component.",
      why: "Instructions to a model and training of people hold nobody back. Say what the component then does, so that it can be tested.",
      holds: (task, answers) => {
        const { size } = judged(task, answers).found;
        return size > 0 && held(task, answers) >= size - 1;
      },
    },
  ],
  review: ({ expected }) =>
    new Map([["model", expected.map(({ story }, at) => `${at + 1}. ${story}`).join("\n")]]),
};
