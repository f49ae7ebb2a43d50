import type { LabCard } from "@checkride/api/labs";
import type { Content } from "../../platform/content.ts";
import type { Database } from "../../platform/database.ts";
import type { LabDeps } from "./deps.ts";
import { type LabWork, readLabPasses, readLabWork } from "./list-store.ts";

export const cardOf = (
  { catalogue }: Content,
  id: string,
  work: LabWork | undefined,
  passedAt: Date | undefined,
): LabCard | null => {
  const activity = catalogue.activities.get(`lab/${id}`);
  const about = catalogue.labs.get(id);
  if (!activity || !about) return null;
  const { title, minutes, installed, threats } = activity;
  return {
    id,
    title,
    kind: about.kind,
    minutes,
    difficulty: about.difficulty,
    modules: about.modules.map((module) => ({
      id: module,
      title: catalogue.modules.get(module)?.title ?? module,
    })),
    threats: [...threats],
    installed,
    state: passedAt !== undefined ? "passed" : work === undefined ? "none" : "underway",
    attempts: work?.attempts ?? 0,
    passedAt: passedAt?.toISOString() ?? null,
    points: work?.points ?? null,
  };
};

export const listLabs = async (
  db: Database,
  { content }: Pick<LabDeps, "content">,
  personId: string,
): Promise<LabCard[]> => {
  const [work, passes] = await Promise.all([
    readLabWork(db, personId),
    readLabPasses(db, personId),
  ]);
  const taught = content();
  return [...taught.catalogue.labs.keys()].flatMap(
    (id) => cardOf(taught, id, work.get(id), passes.get(id)) ?? [],
  );
};
