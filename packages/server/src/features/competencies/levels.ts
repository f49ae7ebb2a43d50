import { levelOf, raisedByLabs } from "@checkride/rules/competency-level";
import type { CompetencyLevel } from "@checkride/rules/item";
import type { Database } from "../../platform/database.ts";
import type { EndedTry } from "../../platform/tries.ts";
import { type Passed, type PoolAnswer, readPool, writeLevels } from "./store.ts";

/** What answers showed two years ago is no longer known: as long as a certificate lives at most. */
const poolMs = 730 * 86_400_000;

/** Passing a lab is applying: it raises up to level 2. Leading shows in harder questions. */
const labLevel = 2;

export const poolSince = (now: Date): Date => new Date(now.getTime() - poolMs);

export const levelsByAnswers = (
  pool: readonly PoolAnswer[],
): ReadonlyMap<string, CompetencyLevel> => {
  const competencies = [...new Set(pool.map(({ competency }) => competency))];
  return new Map(
    competencies.flatMap((competency): [string, CompetencyLevel][] => {
      const answers = pool
        .filter((answer) => answer.competency === competency)
        .map((answer) => ({ ...answer, at: answer.at.getTime() }));
      const level = levelOf(answers);
      return level === null ? [] : [[competency, level]];
    }),
  );
};

/** Each lab counts once, however often it was passed. */
export const labsAbout = (
  competency: string,
  passed: readonly Passed[],
  practised: ReadonlyMap<string, readonly string[]>,
): readonly Passed[] => {
  const first = new Map<string, Passed>();
  for (const one of passed) {
    const [kind, lab = ""] = one.activity.split("/");
    const isAbout = kind === "lab" && practised.get(lab)?.includes(competency);
    if (isAbout && !first.has(lab)) first.set(lab, one);
  }
  return [...first.values()];
};

/** Null: nothing is known, neither by answers nor by labs. */
export const levelWith = (
  answered: CompetencyLevel | undefined,
  labs: number,
): CompetencyLevel | null => {
  if (answered === undefined && labs === 0) return null;
  return raisedByLabs(
    answered ?? 0,
    Array.from({ length: labs }, () => labLevel),
  );
};

/** At the end of a try, so that counts of teams need not go through answers. */
export const keepLevels = async (db: Database, { personId, now }: EndedTry): Promise<void> => {
  const pool = await readPool(db, personId, poolSince(now));
  await writeLevels(db, personId, levelsByAnswers(pool), now);
};
