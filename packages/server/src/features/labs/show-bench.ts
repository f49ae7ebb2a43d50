import type { LabBench } from "@checkride/api/labs";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import type { Refusal } from "../../platform/http/refusal.ts";
import type { LabDeps } from "./deps.ts";
import { findLab, findMine } from "./find-lab.ts";
import { isForPairs } from "./invite-partner.ts";
import type { PlayableLab } from "./lab-book.ts";
import { cardOf } from "./list-labs.ts";
import { readLabPasses, readLabWork } from "./list-store.ts";
import { type Earlier, readHistory } from "./workspace-store.ts";
import { showWorkspace, stateOf } from "./workspace-view.ts";

const dayMs = 86_400_000;

/** Whoever has opened the model solution begins again when it is no longer before their eyes. */
export const nextFrom = (history: readonly Earlier[], now: Date): Date | null => {
  const opened = history[0]?.passedAt === null ? (history[0].solutionOpenedAt ?? null) : null;
  const from = opened && new Date(opened.getTime() + dayMs);
  return from !== null && from > now ? from : null;
};

export const languageOf = ({ lab }: PlayableLab["open"]): "ts" | "python" | null => {
  if (lab.run === null) return null;
  return lab.run.entry.endsWith(".py") ? "python" : "ts";
};

const earlierOf = (history: readonly Earlier[], shown: string | null): LabBench["earlier"] =>
  history.flatMap((one) => {
    const state = stateOf(one);
    const isOver = state === "done" || state === "given-up" || state === "not-passed";
    if (one.id === shown || !isOver) return [];
    const { id, number, startedAt, points } = one;
    return [{ id, number, startedAt: startedAt.toISOString(), state, points }];
  });

type Ask = { readonly id: string; readonly personId: string; readonly now: Date };

export const showBench = async (
  db: Database,
  deps: LabDeps,
  { id, personId, now }: Ask,
): Promise<Result<LabBench, Refusal>> => {
  const found = await findLab(deps, id);
  if (!found.ok) return found;
  const [history, work, passes] = await Promise.all([
    readHistory(db, personId, id),
    readLabWork(db, personId, id),
    readLabPasses(db, personId),
  ]);
  const shown = history.find(({ isOpen }) => isOpen) ?? history[0];
  const mine = shown ? await findMine(db, deps, shown.id, personId) : null;
  const { open } = mine?.ok ? mine.value.lab : found.value;
  const card = cardOf(deps.content(), id, work.get(id), passes.get(id));
  if (card === null) throw new Error(`the lab ${id} is not in the catalogue`);
  return ok({
    lab: {
      ...card,
      version: open.lab.version,
      language: languageOf(open),
      isReviewed: open.lab.isReviewed,
      forPairs: isForPairs(open),
    },
    brief: open.lab.brief.map(({ title, prose }) => ({ title, prose })),
    checks: open.checks.map(({ id: check, half, says }) => ({ id: check, half, says })),
    hintPrices: open.lab.hints.map(({ price }) => price),
    workspace: mine?.ok ? await showWorkspace(db, deps, mine.value, now) : null,
    nextFrom: nextFrom(history, now)?.toISOString() ?? null,
    earlier: earlierOf(history, shown?.id ?? null),
  });
};
