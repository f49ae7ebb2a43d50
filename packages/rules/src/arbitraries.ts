// biome-ignore lint/correctness/noUndeclaredDependencies: only tests import this file, and the package itself depends on nothing
import fc from "fast-check";
import type { Opening } from "./decision.ts";
import type { EvidenceFact } from "./evidence.ts";
import type { PersonFacts } from "./person.ts";
import type { Ask, CertificateRule, Policy } from "./policy.ts";
import { dayMs, isoOf } from "./time.ts";

/** A small world in which evidence and policy meet often: few activities, few documents, three years. */
const start = Date.UTC(2024, 0, 1);
const activities = ["lab/a", "lab/b", "lab/c", "quiz/q"] as const;

export const instants = fc
  .integer({ min: 0, max: 3 * 365 * 4 })
  .map((quarterDays) => isoOf(start + (quarterDays * dayMs) / 4));

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { nil: null, freq: 2 });

const activityAsks: fc.Arbitrary<Ask> = fc.record({
  kind: fc.constant("activity" as const),
  activity: fc.constantFrom(...activities),
  title: maybe(fc.constant("A lab")),
  passMark: maybe(fc.constantFrom(0.5, 0.8)),
  since: fc.option(instants, { nil: null, freq: 8 }),
  minutes: maybe(fc.integer({ min: 1, max: 60 })),
});

const leafAsks: fc.Arbitrary<Ask> = fc.oneof(
  { weight: 4, arbitrary: activityAsks },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("signOff" as const),
      document: fc.constant("policy"),
      title: fc.constant(null),
      version: maybe(fc.constantFrom(1, 2)),
      since: fc.constant(null),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("evidence" as const),
      evidence: fc.constant("talk.held"),
      title: fc.constant(null),
      where: fc.constantFrom<Record<string, string>>({}, { room: "1" }),
      since: fc.constant(null),
    }),
  },
);

const someAsks: fc.Arbitrary<Ask> = fc.array(leafAsks, { minLength: 2, maxLength: 4 }).chain((of) =>
  fc.integer({ min: 1, max: of.length }).map((count) => ({
    kind: "some" as const,
    title: null,
    count,
    of,
  })),
);

const ruleWith = (asks: fc.Arbitrary<readonly Ask[]>): fc.Arbitrary<CertificateRule> =>
  fc.record({
    title: fc.constant("A certificate"),
    track: fc.constant(null),
    for: fc.constantFrom(["all"], ["builders"], []),
    asks,
    refreshMonths: fc.integer({ min: 2, max: 12 }),
    validMonths: fc.integer({ min: 12, max: 24 }),
    refreshAsks: fc.array(leafAsks, { maxLength: 2 }),
    noticeDays: fc.integer({ min: 0, max: 40 }),
    graceDays: fc.integer({ min: 0, max: 30 }),
    firstDueDays: maybe(fc.integer({ min: 0, max: 400 })),
    requiredFrom: maybe(instants),
    reopen: fc.array(
      fc.record({
        evidence: fc.constant("secret.leaked"),
        where: fc.constant({}),
        count: fc.integer({ min: 1, max: 3 }),
        withinDays: fc.integer({ min: 1, max: 400 }),
        activities: fc.subarray([...activities]),
        because: fc.constant("secrets were leaked"),
      }),
      { maxLength: 1 },
    ),
  });

const asksOfFirst = fc.array(fc.oneof(leafAsks, someAsks), { minLength: 1, maxLength: 3 });

const asksOfSecond: fc.Arbitrary<readonly Ask[]> = fc
  .array(leafAsks, { maxLength: 2 })
  .map((asks) => [{ kind: "certificate", certificate: "first" }, ...asks]);

const exemptions = fc.array(
  fc.record({
    person: fc.constant("p1"),
    certificate: fc.constantFrom("first", "second"),
    reason: fc.constant("on leave"),
    approver: fc.constant("p2"),
    from: maybe(instants),
    until: instants,
  }),
  { maxLength: 1 },
);

const modes = fc.constantFrom("observe" as const, "warn" as const, "enforce" as const);

/** A gate opened by hand; now and then for somebody else, or another gate. */
export const openings: fc.Arbitrary<readonly Opening[]> = fc.array(
  fc
    .record({
      id: fc.constantFrom("o1", "o2"),
      gate: fc.constantFrom("deploy", "deploy", "other"),
      person: fc.constantFrom("p1", "p1", "p2"),
      from: instants,
      hours: fc.integer({ min: 1, max: 72 }),
    })
    .map(({ hours, ...one }) => ({
      ...one,
      until: isoOf(Date.parse(one.from) + hours * 3_600_000),
    })),
  { maxLength: 3 },
);

export const policies: fc.Arbitrary<Policy> = fc.record({
  name: fc.constant("A programme"),
  audiences: fc.constant({
    all: { title: "All", because: "everyone", who: { kind: "everyone" as const } },
    builders: {
      title: "Builders",
      because: "tier 2",
      who: { kind: "tier" as const, in: [2 as const] },
    },
  }),
  certificates: fc.record({ first: ruleWith(asksOfFirst), second: ruleWith(asksOfSecond) }),
  gates: fc.record({
    deploy: fc.record(
      {
        title: fc.constant("Deploy"),
        mode: modes,
        asks: fc.subarray(["first", "second"]),
        for: maybe(fc.subarray(["all", "builders"])),
        turns: fc
          .uniqueArray(instants, { maxLength: 3 })
          .chain((days) =>
            fc.tuple(...days.toSorted().map((at) => fc.record({ to: modes, at: fc.constant(at) }))),
          ),
        breakGlass: fc.constant({ roles: ["lead" as const], longestMinutes: 240 }),
      },
      { requiredKeys: ["title", "mode", "asks", "for"] },
    ),
  }),
  exemptions,
  approvals: fc.constant({ count: 1, roles: ["council" as const] }),
});

export const people: fc.Arbitrary<PersonFacts> = fc.record({
  id: fc.constant("p1"),
  active: fc.integer({ min: 0, max: 9 }).map((die) => die > 0),
  startedAt: instants,
  team: maybe(fc.constantFrom("red", "blue")),
  job: fc.constant(null),
  tier: maybe(fc.constantFrom(1 as const, 2 as const)),
  roles: fc.constant(["learner" as const]),
  attributes: fc.constant({}),
});

type Deed = Pick<EvidenceFact, "kind" | "body">;

const activityBodies = fc.record(
  { activity: fc.constantFrom(...activities), score: fc.constantFrom(0.3, 0.6, 0.8, 1) },
  { requiredKeys: ["activity"] },
);

/** Facts that can only help. */
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant("activity.passed"), body: activityBodies }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("signoff.signed"),
      body: fc.record({ document: fc.constant("policy"), version: fc.constantFrom(1, 2) }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("talk.held"),
      body: fc.record({ room: fc.constantFrom(1, "1", "2") }),
    }),
  },
);

const setbacks: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("activity.started", "activity.attempted"),
    body: activityBodies,
  }),
  fc.record({
    kind: fc.constant("certificate.revoked"),
    body: fc.record({
      certificate: fc.constantFrom("first", "second"),
      reason: fc.constant("fraud"),
    }),
  }),
  fc.record({ kind: fc.constant("secret.leaked"), body: fc.constant({}) }),
  fc.record({
    kind: fc.constant("evidence.voided"),
    body: fc.record({ evidence: fc.constantFrom("e0", "e1", "e2", "e3", "e4") }),
  }),
  fc.record({ kind: fc.string(), body: fc.dictionary(fc.string(), fc.anything()) }),
);

export const passingFacts: fc.Arbitrary<EvidenceFact> = fc
  .tuple(deeds, instants)
  .map(([deed, at]) => ({ id: "added", at, ...deed }));

export const evidenceLists: fc.Arbitrary<readonly EvidenceFact[]> = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 4, arbitrary: deeds }, { weight: 1, arbitrary: setbacks }),
      instants,
    ),
    { maxLength: 14 },
  )
  .map((list) => list.map(([deed, at], index) => ({ id: `e${index}`, at, ...deed })));
