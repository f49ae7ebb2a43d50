import type { Answer } from "@checkride/api/client";
import type { LabLikeness } from "@checkride/api/labs";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import type { Refusal } from "../../platform/http/refusal.ts";
import { readAttempt, readFiles } from "./attempt-store.ts";
import type { LabDeps } from "./deps.ts";
import { activityOf } from "./evidence-words.ts";
import { labOf, notThere } from "./find-lab.ts";
import { startOf } from "./honest.ts";
import { findLikeness, type LikenessRow, readLikenesses } from "./likeness-store.ts";

const likenessView = (deps: LabDeps, { lab, kind, share, ...pair }: LikenessRow): LabLikeness => ({
  lab: {
    id: lab,
    title: deps.content().catalogue.activities.get(activityOf(lab))?.title ?? lab,
  },
  kind,
  share: Math.round(share * 100) / 100,
  one: {
    attempt: pair.oneId,
    person: { id: pair.onePersonId, name: pair.oneName },
    at: pair.oneAt.toISOString(),
  },
  other: {
    attempt: pair.otherId,
    person: { id: pair.otherPersonId, name: pair.otherName },
    at: pair.otherAt.toISOString(),
  },
});

/** A hint to look, and no more: it is part of no verdict. */
export const listLikenesses = async (db: Database, deps: LabDeps): Promise<LabLikeness[]> =>
  (await readLikenesses(db)).map((row) => likenessView(deps, row));

type Pair = { readonly one: string; readonly other: string };

/** Both beside what they began with: only what differs from that can say anything. */
export const showLikeness = async (
  db: Database,
  deps: LabDeps,
  pair: Pair,
): Promise<Result<Answer<"GET /api/lab-likenesses/{one}/{other}">, Refusal>> => {
  const row = await findLikeness(db, pair.one, pair.other);
  const attempt = row && (await readAttempt(db, row.oneId));
  if (row === null || attempt === null) return notThere();
  const lab = await labOf(db, deps, { lab: row.lab, version: attempt.version });
  if (lab === null) return notThere();
  const [one, other] = [await readFiles(db, row.oneId), await readFiles(db, row.otherId)];
  const files = startOf(lab.open, attempt.seed).map(({ path, text: start }) => ({
    path,
    start,
    one: one.find((file) => file.path === path)?.text ?? start,
    other: other.find((file) => file.path === path)?.text ?? start,
  }));
  return ok({ ...likenessView(deps, row), files });
};
