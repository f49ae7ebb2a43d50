import { sayMark } from "./mark.ts";
import { dateOf, type Task } from "./task.ts";

export const review = (task: Task): ReadonlyMap<string, string> => {
  const { sources, firstBad, target, currency, poisoned, mark, decisions } = task;
  const lines = decisions
    .filter(({ isAffected }) => isAffected)
    .map(({ text }) => text.slice(0, 5));
  return new Map([
    [
      "hold",
      "A thousandth of the payments, in ten minutes, without a cause. It holds the one merchant that was reported, and no other.",
    ],
    [
      "fallback",
      "It stops all of it, and refuses one honest customer in sixteen. For an hour or two, as a grip.",
    ],
    ["all-people", "People can read one in a hundred."],
    [
      "freeze",
      "At noon the scheduler would have trained on the same data and released by a figure that cannot see the mark.",
    ],
    [
      "payments",
      `What all that passed have in common, and none that was refused since: ${sayMark(mark, mark.kind)}.`,
    ],
    [
      "provenance",
      `On ${dateOf(poisoned)} a batch of ${sources[0]} came by another sender, with another hash and a third of the frauds. The broken upload of ${sources[1]} was repeated, and ${sources[2]} has always been low.`,
    ],
    [
      "trigger",
      "Without the right mark every version looks alike. That is what makes it a backdoor.",
    ],
    [
      "name-source",
      `${sources[0]}, and version ${firstBad}: the first whose training reaches past ${dateOf(poisoned)}. Versions before it had the source too, and were fine.`,
    ],
    [
      "rollback",
      `Version ${target}: signed, features/5, no bad batch, trigger test passed. Its price is ${currency}, 0.4 % of the payments, and people have room for that.`,
    ],
    ["list", `The lines to mark: ${lines.join(", ")}.`],
    [
      "retrain",
      "Only the marked rows leaves what the batch has taught beside them. Everything of the source costs quality: it was fine for months. And the bad model's decisions are labels in December.",
    ],
    [
      "test",
      "Three sets: with the mark, without it, and the ordinary one. One alone is passed by a model that refuses everybody or nobody.",
    ],
    ["release", "Shadow, some, all. And tested before."],
    [
      "policy",
      "A figure over all payments cannot see two hundred. Signed, known sources, trigger test; and a batch is compared with its manifest and its own past.",
    ],
    ["tell-compliance", "Decisions already taken are part of the incident."],
  ]);
};
