import type { Run, ScenarioMove } from "@checkride/range/kit/incident";
import { isFoundWanting, patchOf, provenAt, stoppedAt } from "./facts.ts";
import { peopleConcerned } from "./log-lines.ts";
import type { Task } from "./task.ts";

export const later = (task: Task): readonly ScenarioMove[] => [
  ...tell(task),
  ...revoke(task),
  ...repair(task),
  {
    id: "close",
    title: "Close the incident and hand over",
    group: "Close",
    minutes: 5,
    from: "You",
    brings: "It is handed over as it stands.",
    ends: true,
  },
];

const tell = ({ options }: Task): readonly ScenarioMove[] => [
  {
    id: "tell-officer",
    title: "Tell the data protection officer",
    group: "Tell",
    minutes: 5,
    asks: [
      { kind: "choose", id: "known", ask: "From when on do we know?", options: options.known },
    ],
    from: "Data protection officer",
    brings: "Thank you. I begin the record now and prepare what the customers will need.",
  },
  {
    id: "tell-sales",
    title: "Give sales two sentences they may say",
    group: "Tell",
    minutes: 5,
    from: "Sales",
    brings: "“We know of it, it is stopped, you will hear from us today.” That helps.",
  },
  {
    id: "tell-customers",
    title: "Write to the customers",
    group: "Tell",
    minutes: 20,
    offered: (run) => run.has("read-chats") || run.has("trace") || run.has("count"),
    asks: [
      { kind: "choose", id: "whom", ask: "To whom?", options: options.whom },
      { kind: "choose", id: "what", ask: "What do they read first?", options: options.what },
      { kind: "choose", id: "advice", ask: "What shall they do?", options: options.advice },
      {
        kind: "write",
        id: "words",
        ask: "Your first three sentences, as they will read them. Nobody judges them here; compare them with those of the debrief.",
        start: "",
      },
    ],
    from: "Support desk",
    brings: (run) =>
      run.has("count")
        ? "It is out. The first have answered; they ask precise questions."
        : "It is out. They ask how many of them it is. What shall I say?",
  },
];

const revoke = ({ tenants }: Task): readonly ScenarioMove[] => [
  {
    id: "revoke",
    title: "Revoke one customer's token",
    group: "Contain",
    minutes: 10,
    offered: (run) => run.has("keep"),
    asks: [
      {
        kind: "choose",
        id: "of",
        ask: "Whose?",
        options: tenants.toSorted().map((id) => ({ id, text: id })),
      },
    ],
    from: "Operations",
    brings: "It is dead. Their integration stands still until they make another one.",
  },
  {
    id: "revoke-all",
    title: "Revoke the tokens of all customers",
    group: "Contain",
    minutes: 15,
    from: "Operations",
    brings: "All are dead. So are 214 integrations, as of now.",
  },
];

const isStopped = (run: Run): boolean => stoppedAt(run) !== null;

const repair = (task: Task): readonly ScenarioMove[] => {
  const patch = task.options.patch;
  const proof = task.options.proof;
  const replayed = replay(task);
  return [
    {
      id: "fix",
      title: "Write the repair",
      group: "Repair",
      minutes: 30,
      offered: (run) => run.has("name-cause"),
      asks: [{ kind: "choose", id: "patch", ask: "Which one?", options: patch }],
      from: "Team lead",
      brings: "It is written, reviewed, and lies in the test environment.",
    },
    {
      id: "test",
      title: "Test the repair",
      group: "Repair",
      minutes: 20,
      offered: (run) => run.has("fix"),
      asks: [{ kind: "choose", id: "proof", ask: "How?", options: proof }],
      from: "Team lead",
      brings: (run) => replayed(run, run.answers("test").chosen("proof")),
    },
    {
      id: "fix-again",
      title: "Write another repair",
      group: "Repair",
      minutes: 20,
      offered: isFoundWanting,
      asks: [{ kind: "choose", id: "patch", ask: "Which one?", options: patch }],
      from: "Team lead",
      brings: "It is written, reviewed, and lies in the test environment.",
    },
    {
      id: "test-again",
      title: "Test the other repair",
      group: "Repair",
      minutes: 15,
      offered: (run) => run.has("fix-again"),
      asks: [{ kind: "choose", id: "proof", ask: "How?", options: proof }],
      from: "Team lead",
      brings: (run) => replayed(run, run.answers("test-again").chosen("proof")),
    },
    {
      id: "restore",
      title: "Release the repair and switch account answers on again",
      group: "Repair",
      minutes: 5,
      offered: (run) => isStopped(run) && run.has("fix"),
      from: "Operations",
      brings: (run) =>
        provenAt(run) !== null
          ? "All answers are back. We watch the logs with a count of foreign owners: nought."
          : "All answers are back.",
    },
  ];
};

/** What the chosen test shows of the patch that is in place. */
const replay =
  ({ cause, logs }: Task) =>
  (run: Run, proof: string | null): string => {
    if (proof === "ask") return "It says in every language that it never shows data of others.";
    if (proof === "quiet") return "No errors, 780 ms. Green.";
    if (proof === "reporter") return "They see their own order now. They ask what that proves.";
    const all = peopleConcerned(logs[cause]).length;
    switch (patchOf(run)) {
      case "person":
        return `Of the kept requests none is answered with anything of others, where ${all} people were concerned before. Everybody gets their own.`;
      case "company":
        return "Between companies nothing is shown any more. Two people still see a colleague's data.";
      default:
        return `Nothing has changed: the data of all ${all} people can still be shown.`;
    }
  };
