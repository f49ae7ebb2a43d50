import type { GatePerson } from "@checkride/api/gates";
import { decide } from "@checkride/rules/decide";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { ruleOf } from "./answer-gate.ts";
import type { GateDeps, InForce } from "./deps.ts";
import { type PersonHolding, readHolding, stateAt } from "./gate-state.ts";
import { readPlace, writePlace } from "./page-place.ts";

type Ask = {
  readonly gate: string;
  readonly state: "allowed" | "denied";
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly now: Date;
};

type Page = { items: GatePerson[]; nextCursor: string | null };

const peopleAtOnce = 500;
/** One page looks at so many at most; the marker leads on from there. */
const lookedAtMax = 10_000;

/** Whom the gate is meant for and who may pass it, or may not, with what would open it. */
export const listGatePeople = async (
  db: Database,
  deps: GateDeps,
  ask: Ask,
): Promise<Result<Page, Refusal>> => {
  const inForce = await deps.policyInForce(db);
  const rule = inForce && ruleOf(inForce, ask.gate);
  if (!rule) return refuse("not-found", "There is no such gate.");
  const place = readPlace(ask.cursor);
  if (!place.ok) return place;
  const isMeant = ({ facts, held }: PersonHolding): boolean =>
    stateAt(inForce.policy, rule, facts, held) === ask.state;
  const found: PersonHolding[] = [];
  let after = place.value;
  let isEnd = false;
  for (let seen = 0; found.length < ask.limit && !isEnd && seen < lookedAtMax; ) {
    const batch = await readHolding(db, deps, after, peopleAtOnce);
    found.push(...batch.filter(isMeant));
    seen += batch.length;
    after = batch.at(-1)?.facts.id ?? after;
    isEnd = batch.length < peopleAtOnce;
  }
  const shown = found.slice(0, ask.limit);
  const last = found.length > ask.limit ? shown.at(-1)?.facts.id : after;
  const items = await Promise.all(shown.map((one) => gatePerson(db, deps, inForce, one, ask)));
  const isMore = found.length > ask.limit || !isEnd;
  return ok({ items, nextCursor: isMore ? writePlace(last ?? undefined) : null });
};

const gatePerson = async (
  db: Database,
  deps: GateDeps,
  { policy }: InForce,
  { facts, name }: PersonHolding,
  { gate, now }: Ask,
): Promise<GatePerson> => {
  const [known, openings] = await Promise.all([
    deps.readKnown(db, facts.id, now),
    deps.readOpenings(facts.id),
  ]);
  const standings = known?.standings ?? [];
  const decision = decide(policy, gate, facts, standings, now.toISOString(), openings ?? []);
  const { outcome, reasons, remedy, opening, changesAt } = decision;
  return {
    person: { id: facts.id, name, team: facts.team },
    outcome,
    reasons: [...reasons],
    remedy: [...remedy],
    opening,
    changesAt,
  };
};
