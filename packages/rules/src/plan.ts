import { decide } from "./decide.ts";
import type { Decision } from "./decision.ts";
import { standings } from "./evaluate-standing.ts";
import type { EvidenceFact } from "./evidence.ts";
import type { PersonFacts } from "./person.ts";
import type { Policy } from "./policy.ts";
import type { Standing } from "./standing.ts";

export type PlanSubject = {
  readonly person: PersonFacts;
  readonly evidence: Iterable<EvidenceFact>;
};

/** What a new policy changes for one person: now, and later when nothing else happens. */
export type PersonPlan = {
  readonly person: string;
  readonly team: string | null;
  readonly certificates: readonly CertificateChange[];
  readonly gates: readonly GateChange[];
  /** Gates that are meant for this person and that the new policy keeps closed. */
  readonly denied: readonly string[];
};

export type CertificateChange = {
  readonly certificate: string;
  readonly title: string;
  /** Null: this policy does not have it. */
  readonly before: PlannedStanding | null;
  readonly after: PlannedStanding | null;
  readonly effects: readonly PlanEffect[];
  /** When it is lost if nothing is done; null: the same under both policies. */
  readonly later: LaterLoss | null;
};

export type GateChange = {
  readonly gate: string;
  readonly title: string;
  readonly before: Decision["outcome"] | null;
  readonly after: Decision["outcome"] | null;
  readonly effects: readonly PlanEffect[];
  readonly later: LaterLoss | null;
};

export type PlannedStanding = Pick<Standing, "state" | "holds" | "required" | "dueBy">;

/** `null` on a side: there is nothing to lose, or no end to it. */
export type LaterLoss = { readonly before: string | null; readonly after: string | null };

export const planEffects = ["gains", "loses", "asked", "released"] as const;
export type PlanEffect = (typeof planEffects)[number];

/** One plan for each person, as they come: nobody has to be kept in memory. */
export function* planChanges(
  before: Policy | null,
  after: Policy,
  people: Iterable<PlanSubject>,
  now: string,
): Generator<PersonPlan> {
  for (const subject of people) yield planPerson(before, after, subject, now);
}

export const planPerson = (
  before: Policy | null,
  after: Policy,
  { person, evidence }: PlanSubject,
  now: string,
): PersonPlan => {
  // Read twice, so a stream must be held.
  const facts = [...evidence];
  const was = before === null ? null : viewOf(before, person, facts, now);
  const is = viewOf(after, person, facts, now);
  const certificates = keysOf(was?.standings, is.standings).map((id) =>
    certificateChange(id, was?.standings.get(id) ?? null, is.standings.get(id) ?? null),
  );
  const gates = keysOf(was?.gates, is.gates).map((id) =>
    gateChange(id, was?.gates.get(id) ?? null, is.gates.get(id) ?? null),
  );
  return {
    person: person.id,
    team: person.team,
    certificates: certificates.filter((change) => change !== null),
    gates: gates.filter((change) => change !== null),
    denied: [...is.gates].flatMap(([id, { isBlocked }]) => (isBlocked ? [id] : [])),
  };
};

type View = {
  readonly standings: ReadonlyMap<string, Standing>;
  readonly gates: ReadonlyMap<string, GateView>;
};

type GateView = {
  readonly title: string;
  readonly outcome: Decision["outcome"];
  readonly lostAt: string | null;
  readonly isBlocked: boolean;
};

const viewOf = (
  policy: Policy,
  person: PersonFacts,
  evidence: readonly EvidenceFact[],
  now: string,
): View => {
  const all = standings(policy, person, evidence, now);
  const byCertificate = new Map(all.map((standing) => [standing.certificate, standing]));
  const gates = Object.entries(policy.gates).map(([id, rule]): [string, GateView] => {
    const { outcome, reasons } = decide(policy, id, person, all, now);
    const isMeant = person.active && reasons.every(({ code }) => code !== "not-invited");
    const isBlocked = isMeant && outcome === "deny";
    const ends = rule.asks.map((asked) => byCertificate.get(asked)?.holdsUntil ?? null);
    const end = ends.filter((one) => one !== null).toSorted()[0] ?? null;
    const lostAt = outcome === "allow" ? end : null;
    return [id, { title: rule.title, outcome, lostAt, isBlocked }];
  });
  return { standings: byCertificate, gates: new Map(gates) };
};

const keysOf = (
  before: ReadonlyMap<string, unknown> | undefined,
  after: ReadonlyMap<string, unknown>,
): string[] => [...new Set([...(before?.keys() ?? []), ...after.keys()])];

const certificateChange = (
  id: string,
  was: Standing | null,
  is: Standing | null,
): CertificateChange | null => {
  const before = was === null ? null : planned(was);
  const after = is === null ? null : planned(is);
  const effects: PlanEffect[] = [
    ...holding(before?.holds ?? false, after?.holds ?? false),
    ...asking(before?.required ?? false, after?.required ?? false),
  ];
  const later = laterLoss(was?.holdsUntil ?? null, is?.holdsUntil ?? null);
  if (JSON.stringify(before) === JSON.stringify(after) && later === null) return null;
  return { certificate: id, title: (is ?? was)?.title ?? id, before, after, effects, later };
};

const gateChange = (id: string, was: GateView | null, is: GateView | null): GateChange | null => {
  const before = was?.outcome ?? null;
  const after = is?.outcome ?? null;
  const later = laterLoss(was?.lostAt ?? null, is?.lostAt ?? null);
  if (before === after && later === null) return null;
  const effects = holding(before === "allow", after === "allow");
  return { gate: id, title: (is ?? was)?.title ?? id, before, after, effects, later };
};

const planned = ({ state, holds, required, dueBy }: Standing): PlannedStanding => ({
  state,
  holds,
  required,
  dueBy,
});

const holding = (before: boolean, after: boolean): PlanEffect[] => {
  if (before === after) return [];
  return [after ? "gains" : "loses"];
};

const asking = (before: boolean, after: boolean): PlanEffect[] => {
  if (before === after) return [];
  return [after ? "asked" : "released"];
};

const laterLoss = (before: string | null, after: string | null): LaterLoss | null =>
  before === after ? null : { before, after };
