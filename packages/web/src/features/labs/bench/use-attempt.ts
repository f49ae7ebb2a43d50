import type { LabAttempt, LabWorkspace } from "@checkride/api/labs";
import type { Problem } from "@checkride/api/problems";
import { useEffect, useRef, useState } from "react";
import { client, useAct } from "../../../shell/query.ts";
import { askAgain } from "../lab-cache.ts";
import { isUnfinished } from "../results/result-words.ts";
import type { FileText } from "./draft.ts";

const retryMs = 2000;

export type AttemptDesk = {
  /** The newest one; null: none yet. */
  readonly attempt: LabAttempt | null;
  readonly isUnderway: boolean;
  readonly problem: Problem | null;
  readonly submit: (files: readonly FileText[]) => Promise<void>;
};

const newer = (held: LabAttempt | null, listed: LabAttempt | null): LabAttempt | null => {
  if (held === null || listed === null) return held ?? listed;
  if (held.number !== listed.number) return held.number > listed.number ? held : listed;
  return held.change >= listed.change ? held : listed;
};

/** Waits for the next change of an attempt that is not finished, also of one that was left and come back to. */
const useChanges = (attempt: LabAttempt | null, onChange: (next: LabAttempt) => void): void => {
  const latest = useRef(onChange);
  latest.current = onChange;
  const waits = attempt !== null && isUnfinished(attempt) ? attempt : null;
  const { id, workspace, change } = waits ?? { id: null, workspace: "", change: 0 };
  useEffect(() => {
    if (id === null) return;
    const abort = new AbortController();
    const { signal } = abort;
    const wait = async (): Promise<void> => {
      const answered = await client("GET /api/lab-workspaces/{workspace}/attempts/{attempt}", {
        params: { workspace, attempt: id },
        query: { after: change },
        signal,
      });
      if (signal.aborted) return;
      if (answered.ok && answered.value.change > change) latest.current(answered.value);
      // Nothing new within the server's patience, or nobody there: ask again, the second with some rest.
      else if (answered.ok) await wait();
      else setTimeout(() => void wait().catch(() => undefined), retryMs);
    };
    wait().catch(() => undefined);
    return () => abort.abort();
  }, [id, workspace, change]);
};

export const useAttempt = (
  workspace: LabWorkspace,
  onFinished: (attempt: LabAttempt) => void,
): AttemptDesk => {
  const [held, setHeld] = useState<LabAttempt | null>(null);
  const { act, problem, isPending } = useAct("POST /api/lab-workspaces/{workspace}/attempts");
  const attempt = newer(held, workspace.attempts[0] ?? null);
  const isWaiting = attempt !== null && isUnfinished(attempt);
  const hold = (next: LabAttempt) => {
    setHeld(next);
    if (isUnfinished(next)) return;
    askAgain();
    onFinished(next);
  };
  useChanges(attempt, hold);
  return {
    attempt,
    isUnderway: isPending || isWaiting,
    problem,
    submit: async (files) => {
      if (isPending || isWaiting) return;
      const sent = await act({
        params: { workspace: workspace.id },
        body: { files: [...files] },
        idempotencyKey: crypto.randomUUID(),
      });
      if (sent.ok) hold(sent.value);
    },
  };
};
