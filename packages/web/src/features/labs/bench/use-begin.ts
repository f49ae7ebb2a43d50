import type { Problem } from "@checkride/api/problems";
import { useAct } from "../../../shell/query.ts";
import { askAgain, keepWorkspace } from "../lab-cache.ts";

/** Begins a lab, or another variant of it. */
export const useBegin = (
  lab: string,
): {
  readonly begin: () => void;
  readonly isPending: boolean;
  readonly problem: Problem | null;
} => {
  const { act, isPending, problem } = useAct("POST /api/labs/{lab}/workspaces");
  const begin = async () => {
    const begun = await act({ params: { lab } });
    if (!begun.ok) return;
    keepWorkspace(begun.value);
    askAgain();
  };
  return { begin: () => void begin(), isPending, problem };
};
