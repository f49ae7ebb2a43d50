import type { Answer } from "@checkride/api/client";
import { ok, type Result } from "@checkride/rules/result";
import type { Database } from "../../platform/database.ts";
import type { Refusal } from "../../platform/http/refusal.ts";
import { readAttempt, readFiles } from "./attempt-store.ts";
import { attemptView } from "./attempt-view.ts";
import type { LabDeps } from "./deps.ts";
import { notThere } from "./find-lab.ts";

type Shown = Answer<"GET /api/lab-workspaces/{workspace}/attempts/{attempt}">;

export type ShowAsk = {
  readonly workspace: string;
  readonly attempt: string;
  /** Wait until there is something newer than this change. */
  readonly after: number | null;
};

/** A connection is not held longer than what stands between may bear. */
const waitMs = 20_000;
/** What another process grades is looked up so often. */
const lookEveryMs = 500;

const isOver = (state: string): boolean => state !== "waiting" && state !== "running";

export const showAttempt = async (
  db: Database,
  { grader: { live } }: LabDeps,
  { workspace, attempt: id, after }: ShowAsk,
): Promise<Result<Shown, Refusal>> => {
  const until = performance.now() + (after === null ? 0 : waitMs);
  for (;;) {
    const attempt = await readAttempt(db, id);
    if (attempt === null || attempt.workspaceId !== workspace) return notThere();
    const view = attemptView(attempt, live.of(id));
    const left = until - performance.now();
    if (after === null || view.change > after || isOver(attempt.state) || left <= 0) {
      return ok({ ...view, files: [...(await readFiles(db, id))] });
    }
    const isHere = live.of(id) !== null;
    await live.news(id, Math.min(left, isHere ? waitMs : lookEveryMs));
  }
};
