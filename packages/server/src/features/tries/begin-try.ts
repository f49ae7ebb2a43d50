import type { Item } from "@checkride/rules/item";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import { appendEvidence } from "../../platform/evidence/append-evidence.ts";
import { type Refusal, refuse } from "../../platform/http/refusal.ts";
import { newId } from "../../platform/ids.ts";
import { newSecret } from "../../platform/secrets.ts";
import type { BeginAsk, Sitting } from "../../platform/tries.ts";
import type { TryDeps } from "./deps.ts";
import { insertTry, keepVersions, readEnded, readOpen, readSeen } from "./store.ts";

const tooSoon = (from: Date, now: Date) =>
  refuse("too-soon", `The next try can begin at ${from.toISOString()}.`, {
    wayOut: "Look at the reasons of the last try until then.",
    retryAfterSeconds: Math.ceil((from.getTime() - now.getTime()) / 1000),
  });

/** The try that is open, or a new one. Two that begin at once are one: the database has room for one open try. */
export const beginTry = async (
  db: Database,
  deps: Pick<TryDeps, "bank">,
  ask: BeginAsk,
): Promise<Result<Sitting, Refusal>> => {
  const { personId, activity, now } = ask;
  const [open] = await readOpen(db, personId, [activity]);
  if (open) return ok(open);
  const [last] = await readEnded(db, personId, [activity], 1);
  const from = last ? ask.againFrom(last) : null;
  if (from && from > now) return tooSoon(from, now);
  const seen = await readSeen(db, personId);
  const lastTry = new Set((last?.drawn ?? []).map(({ item }) => item));
  const seed = newSecret();
  const drawn = await ask.draw({ seed, lastTry, seen });
  if (!drawn.ok) return drawn;
  const sitting: Sitting = {
    id: newId(now),
    personId,
    activity,
    number: (last?.number ?? 0) + 1,
    seed,
    bankVersion: deps.bank().version,
    drawn: drawn.value.map((item, index) => drawnOf(item, index + 1, seen)),
    startedAt: now,
    endedAt: null,
    score: null,
    passMark: null,
    passed: null,
    given: [],
  };
  return write(db, sitting, drawn.value);
};

const drawnOf = (item: Item, place: number, seen: ReadonlySet<string>) => ({
  place,
  item: item.id,
  version: item.version,
  competency: item.competency,
  topic: item.topic.id,
  level: item.level,
  isFirst: !seen.has(item.id),
});

const write = async (
  db: Database,
  sitting: Sitting,
  items: readonly Item[],
): Promise<Result<Sitting, Refusal>> => {
  const { personId, activity, number, startedAt } = sitting;
  await keepVersions(db, items);
  const { id, seed, bankVersion, drawn } = sitting;
  const row = { id, personId, activity, number, seed, bankVersion, drawn, startedAt };
  if (!(await insertTry(db, row))) {
    const [open] = await readOpen(db, personId, [activity]);
    return open
      ? ok(open)
      : refuse("conflict", "Another try ended at this moment.", { wayOut: "Try again." });
  }
  const body = { activity, number };
  const fact = { kind: "activity.started", person: personId, actor: personId, body };
  await appendEvidence(db, [{ ...fact, at: startedAt }]);
  return ok(sitting);
};
