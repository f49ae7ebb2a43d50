import type { LabPublicRun } from "@checkride/api/labs";
import { useState } from "react";
import { useAct } from "../../../shell/query.ts";
import { placeIn } from "../results/fault-place.ts";
import type { FileText } from "./draft.ts";

/** Runs the public part; what came of it stands until something is submitted. */
export const useRun = (workspace: string) => {
  const { act, isPending, problem } = useAct("POST /api/lab-workspaces/{workspace}/runs");
  const [shown, setShown] = useState<LabPublicRun | null>(null);
  return {
    shown,
    isPending,
    problem,
    clear: () => setShown(null),
    run: async (files: readonly FileText[]): Promise<LabPublicRun | null> => {
      if (isPending) return null;
      const ran = await act({ params: { workspace }, body: { files: [...files] } });
      if (!ran.ok) return null;
      setShown(ran.value);
      return ran.value;
    },
  };
};

/** The line that stopped the newest run or attempt from loading. */
export const faultPlace = (
  load: string | null | undefined,
  files: readonly { readonly path: string }[],
) =>
  load
    ? placeIn(
        load,
        files.map(({ path }) => path),
      )
    : null;
