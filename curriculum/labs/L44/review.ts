import { changesOf } from "./changes.ts";
import { peopleConcerned } from "./log-lines.ts";
import type { Task } from "./task.ts";

const steps: Readonly<Record<Task["cause"], string>> = {
  cache: "The trace shows a hit that was made for somebody else, and a key of nothing but words.",
  search: "The trace shows a search without company and person, and a row of somebody else.",
  memory: "The trace shows a note found by the chat's number, and numbers begin at 1 each morning.",
};

const advice = ({ tokenOf }: Task): string =>
  tokenOf === null
    ? "The log has no token that was sent to somebody else: the one that it names was held back."
    : `The log has one line with api_token and sent=yes; the token of ${tokenOf} had to go, and nobody else's.`;

export const review = (task: Task): ReadonlyMap<string, string> => {
  const people = peopleConcerned(task.logs[task.cause]);
  const change = changesOf(task).find(({ at }) => at === task.changes[task.cause]);
  return new Map([
    [
      "off",
      "It stops the leak, and serves nobody. As a first grip it is fine, if the small switch follows soon.",
    ],
    ["limit", "The smallest switch that stops it, whatever the cause is."],
    [
      "prompt",
      "The model did nothing wrong: it was handed somebody else's data. A request in its prompt changes nothing about that.",
    ],
    ["block", "The one who reports is a witness, not a suspect."],
    ["purge", "It repairs nothing. Before the copy it destroys what you need for the count."],
    [
      "keep",
      "Ten minutes now, or no number ever: the first cases are in the part that is rotated at 10:00.",
    ],
    [
      "read-chats",
      "From here on you know: two people's data went to others. The clock of the agreement begins.",
    ],
    ["trace", steps[task.cause]],
    [
      "ask-vendor",
      "The vendor knows requests, not people. What never reached the model is not in it at all.",
    ],
    ["name-cause", `${steps[task.cause]} It came with ${change?.number ?? "the change"}.`],
    [
      "count",
      `${people.length} people: ${people.toSorted().join(", ")}. From ${task.cause}.log, everybody once.`,
    ],
    ["revoke", advice(task)],
    ["revoke-all", "214 integrations stood still for one token, or for none."],
    [
      "tell-officer",
      "The first hour runs from the first report. To know is later: when the chats were read.",
    ],
    ["tell-sales", "Two true sentences keep others from inventing some."],
    [
      "tell-customers",
      `To the companies concerned, with names. Which data: the log says ${task.shown}. ${advice(task)}`,
    ],
    [
      "fix",
      "Two of the lines stay inside of one company. A repair that looks at the company only keeps showing them.",
    ],
    [
      "test",
      "Only the requests that went wrong can show that it no longer does. And it must still give people their own.",
    ],
    ["restore", "Proven first, released then."],
  ]);
};
