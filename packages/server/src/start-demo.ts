import { readPolicy } from "@checkride/curriculum-reader/read-policy";
import type { Lesson } from "@checkride/rules/lesson";
import { fail, ok, type Result } from "@checkride/rules/result";
import { type DemoDeps, fillDemo } from "./features/demo/fill-demo.ts";
import { isDemo, isEmpty } from "./features/demo/store.ts";
import { applyProposal } from "./features/policy/apply-proposal.ts";
import { approveProposal } from "./features/policy/approve-proposal.ts";
import { proposePolicy } from "./features/policy/propose-policy.ts";
import { refreshStale } from "./features/standing/refresh-standing.ts";
import { type Content, wordsHash } from "./platform/content.ts";
import { appendEvidence } from "./platform/evidence/append-evidence.ts";
import type { Refusal } from "./platform/http/refusal.ts";
import type { StartFault } from "./start-fault.ts";
import type { Parts, Wired } from "./wiring.ts";

/** A refusal here is a bug of the demo, not of whoever starts it. */
const must = <T>(outcome: Result<T, Refusal>): T => {
  if (outcome.ok) return outcome.value;
  throw new Error(`the demo: ${outcome.error.detail} ${JSON.stringify(outcome.error.faults)}`);
};

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** The shipped policy as this organisation has it: governance came in only lately. */
const asNow = (text: string, now: Date): string => {
  const since = dayOf(new Date(now.getTime() - 90 * 86_400_000));
  return text.replace(
    "    title: AI governance\n",
    `    title: AI governance\n    requiredFrom: ${since}\n`,
  );
};

/** As it was in the year before: gates only observed. */
const asBefore = (text: string): string => text.replaceAll("mode: enforce", "mode: observe");

/** What the demo's people have gone through, by track. */
const lessonsOf = ({ catalogue, modules, lessons }: Content): DemoDeps["shipped"]["lessons"] =>
  new Map(
    [...catalogue.tracks.values()].map(({ id, modules: inTrack }) => {
      const all = inTrack.flatMap((module) => modules.get(module)?.lessons ?? []);
      const known = all.flatMap((lesson) => lessons.get(lesson) ?? []);
      return [id, known.map(demoLesson)];
    }),
  );

const demoLesson = ({ id, version, minutes, steps }: Lesson) => ({
  id,
  version,
  minutes,
  steps: steps.map((step) => step.id),
  questions: steps
    .flatMap(({ parts }) => parts)
    .filter((part) => part.kind === "exercise" && part.exercise.kind !== "predict").length,
});

const depsFor = (parts: Parts, wired: Wired, say: (line: string) => void): DemoDeps => {
  const { content, builtInPolicy } = parts.curriculum;
  const now = parts.clock();
  const text = asNow(builtInPolicy, now);
  const { policy } = readPolicy(text, content.catalogue, now.toISOString());
  if (!policy) throw new Error("the shipped policy has faults");
  const documents = new Map(
    [...content.papers].map(([id, paper]) => [
      id,
      { version: paper.version, hash: wordsHash(paper) },
    ]),
  );
  return {
    db: parts.handle.db,
    shipped: { policy, text, earlierText: asBefore(text), documents, lessons: lessonsOf(content) },
    addPerson: async (db, person, by) => {
      const [added] = await wired.addPeople(db, [person], by);
      if (!added) throw new Error(`the demo: ${person.email} is there twice`);
      return added.id;
    },
    bringPolicyIntoForce: async (db, proposal, { proposer, approver, now }) => {
      const { version } = must(
        await proposePolicy(db, wired.policy, proposal, { actor: proposer, now }),
      );
      must(await approveProposal(db, version, "Read and agreed.", { actor: approver, now }));
      must(await applyProposal(db, wired.policy, version, { actor: proposer, now }));
    },
    append: appendEvidence,
    say,
  };
};

/** Fills an empty installation; a demo that is already there stays as it is. */
export const startDemo = async (
  parts: Parts,
  wired: Wired,
  say: (line: string) => void,
): Promise<Result<null, StartFault>> => {
  const { db } = parts.handle;
  if (await isDemo(db)) return ok(null);
  if (!(await isEmpty(db))) {
    return fail({
      sentence: "There is a real organisation here, and a demo is never mixed with one.",
      remedy:
        "Give the demo a data folder of its own: CHECKRIDE_DATA=./data-demo npm start -- --demo",
    });
  }
  await fillDemo(depsFor(parts, wired, say), parts.clock());
  say("Computing where everybody stands");
  // Before the link is printed, so that the first look at the counts is a true one.
  const { signal } = new AbortController();
  while (await refreshStale(db, wired.standing, parts.clock, signal));
  return ok(null);
};
