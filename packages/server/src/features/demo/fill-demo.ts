import { standings } from "@checkride/rules/evaluate-standing";
import type { PersonFacts } from "@checkride/rules/person";
import type { CertificateRule, Policy } from "@checkride/rules/policy";
import type { Database } from "../../platform/database.ts";
import type { NewEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Course, courseOf, type DemoDocument, historyFor } from "./demo-history.ts";
import { type DemoLesson, lessonsDone } from "./demo-lessons.ts";
import { type DemoPerson, makeDemoPeople } from "./demo-people.ts";
import { type Dice, makeDice } from "./demo-random.ts";
import { type DemoProgress, keepLessons, markAsDemo, markAsJoined } from "./store.ts";

const seed = 7300;
const millisecondsPerDay = 86_400_000;
const programmeBeganDaysAgo = 432;
const batchSize = 500;

export type DemoPolicy = {
  readonly policy: Policy;
  readonly text: string;
  readonly earlierText: string;
  readonly documents: ReadonlyMap<string, DemoDocument>;
  /** By track, in their order. */
  readonly lessons: ReadonlyMap<string, readonly DemoLesson[]>;
};

/** The same ways that real use takes; only the time is handed over instead of being now. */
export type DemoDeps = {
  readonly db: Database;
  readonly shipped: DemoPolicy;
  readonly addPerson: (
    db: Database,
    person: DemoPerson & { readonly startedAt: Date },
    by: { readonly actor: string | null; readonly now: Date },
  ) => Promise<string>;
  readonly bringPolicyIntoForce: (
    db: Database,
    policy: { readonly text: string; readonly note: string },
    by: { readonly proposer: string; readonly approver: string; readonly now: Date },
  ) => Promise<void>;
  readonly append: (db: Database, facts: readonly NewEvidence[]) => Promise<unknown>;
  readonly say: (line: string) => void;
};

type Added = { readonly id: string; readonly person: DemoPerson; readonly addedAt: Date };

const daysBefore = (now: Date, days: number): Date =>
  new Date(Math.round(now.getTime() - days * millisecondsPerDay));

const addEverybody = async (
  deps: DemoDeps,
  tx: Database,
  people: readonly DemoPerson[],
  now: Date,
): Promise<readonly Added[]> => {
  const added: Added[] = [];
  for (const person of people) {
    const addedAt = daysBefore(now, Math.min(person.startedDaysAgo, programmeBeganDaysAgo));
    const startedAt = daysBefore(now, person.startedDaysAgo);
    const by = { actor: added[0]?.id ?? null, now: addedAt };
    added.push({ id: await deps.addPerson(tx, { ...person, startedAt }, by), person, addedAt });
  }
  return added;
};

const factsOf = ({ id, person, addedAt }: Added): PersonFacts => ({
  id,
  active: true,
  startedAt: addedAt.toISOString(),
  team: person.team,
  job: person.job,
  tier: person.tier,
  roles: person.roles,
  attributes: Object.fromEntries(
    Object.entries(person.attributes).map(([name, values]) => [name, [...values]]),
  ),
});

/** The owner of the demo sees each kind of standing: one thing due soon, one current, one begun. */
const ownersCourses: readonly Course[] = [
  { from: 314, to: 302, share: 1, refreshedDaysAgo: null },
  { from: 130, to: 96, share: 1, refreshedDaysAgo: null },
  { from: 12, to: 2, share: 0.5, refreshedDaysAgo: null },
];

type Required = {
  readonly rule: CertificateRule;
  readonly course: Course;
  readonly facts: readonly NewEvidence[];
};

/** What is asked of somebody, how they went about it, and what came of it. */
const coursesOf = (
  dice: Dice,
  { policy, documents }: DemoPolicy,
  added: Added,
  isOwner: boolean,
  now: Date,
): readonly Required[] => {
  const required = standings(policy, factsOf(added), [], now.toISOString()).filter(
    (standing) => standing.required,
  );
  return required.flatMap(({ certificate }, index) => {
    const rule = policy.certificates[certificate];
    const course = isOwner ? ownersCourses[index] : courseOf(dice, added.person.habit);
    if (!rule || !course) return [];
    const happened = historyFor(dice, course, added.person.startedDaysAgo, rule, documents);
    const facts = happened.map(({ kind, body, daysAgo }) => ({
      kind,
      person: added.id,
      actor: added.id,
      body,
      at: daysBefore(now, daysAgo),
    }));
    return [{ rule, course, facts }];
  });
};

type Work = { readonly facts: readonly NewEvidence[]; readonly lessons: readonly DemoProgress[] };

/** A lesson of two tracks is done once. */
const lessonsOf = (
  dice: Dice,
  { shipped }: DemoDeps,
  added: Added,
  courses: readonly Required[],
  now: Date,
): Work => {
  const facts: NewEvidence[] = [];
  const lessons = new Map<string, DemoProgress>();
  for (const { rule, course } of courses) {
    const ofTrack = shipped.lessons.get(rule.track ?? "") ?? [];
    for (const done of lessonsDone(dice, course, added.person.startedDaysAgo, ofTrack)) {
      const { id, version, questions, steps } = done.lesson;
      if (lessons.has(id)) continue;
      const at = daysBefore(now, done.daysAgo);
      const { rightAtFirst, seconds } = done;
      lessons.set(id, { person: added.id, lesson: id, version, steps, seconds, at });
      const about = { activity: `lesson/${id}`, version };
      const body = { ...about, exercises: questions, rightAtFirst, seconds };
      facts.push({ kind: "activity.passed", person: added.id, actor: added.id, body, at });
    }
  }
  return { facts, lessons: [...lessons.values()] };
};

/** Facts go in as they happened, person after person interleaved, so that the ledger's order is time's. */
const inOrder = (facts: readonly NewEvidence[]): readonly NewEvidence[] =>
  [...facts].sort((a, b) => a.at.getTime() - b.at.getTime());

const policyYear = async (
  deps: DemoDeps,
  tx: Database,
  added: readonly Added[],
  now: Date,
): Promise<void> => {
  const proposer = added[0]?.id;
  const approver = added.find(({ person }) => person.roles.includes("council"))?.id;
  if (!proposer || !approver) throw new Error("the demo organisation lacks its council");
  const { text, earlierText } = deps.shipped;
  await deps.bringPolicyIntoForce(
    tx,
    { text: earlierText, note: "The programme begins: certificates, gates still observing." },
    { proposer, approver, now: daysBefore(now, programmeBeganDaysAgo - 2) },
  );
  await deps.bringPolicyIntoForce(
    tx,
    { text, note: "Gates enforce from today, as announced in spring. Governance comes in." },
    { proposer, approver, now: daysBefore(now, 90) },
  );
};

/**
 * Fills an empty installation with an invented organisation of some 400 people and their year. One
 * transaction: a start that is cut off leaves nothing of it.
 */
export const fillDemo = async (
  deps: DemoDeps,
  now: Date,
): Promise<{ readonly ownerId: string }> => {
  const dice = makeDice(seed);
  const people = makeDemoPeople(dice);
  return deps.db.transaction().execute(async (tx) => {
    await markAsDemo(tx, "Meridian Freight", daysBefore(now, programmeBeganDaysAgo));
    deps.say(`Adding ${people.length} invented people in 12 teams`);
    const added = await addEverybody(deps, tx, people, now);
    const joined = added.filter(({ person }) => person.habit !== "untouched");
    await markAsJoined(
      tx,
      joined.map(({ id }) => id),
    );
    await policyYear(deps, tx, added, now);
    // Lessons have a die of their own, so that they change nothing about everything else.
    const lessonDice = makeDice(seed + 1);
    const work = added.map((one, index): Work => {
      const courses = coursesOf(dice, deps.shipped, one, index === 0, now);
      const { facts, lessons } = lessonsOf(lessonDice, deps, one, courses, now);
      return { facts: [...courses.flatMap((course) => course.facts), ...facts], lessons };
    });
    await keepLessons(
      tx,
      work.flatMap(({ lessons }) => lessons),
    );
    const facts = inOrder(work.flatMap((one) => one.facts));
    deps.say(`Recording ${facts.length} facts of their year`);
    for (let start = 0; start < facts.length; start += batchSize) {
      await deps.append(tx, facts.slice(start, start + batchSize));
    }
    const owner = added[0];
    if (!owner) throw new Error("the demo organisation lacks its owner");
    return { ownerId: owner.id };
  });
};
